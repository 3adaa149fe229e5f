"""What a door keeps of a conversation: questions and replies without secrets, stored after they were shown."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from closum_help import session
from closum_help.errors import OutputError, UsageError
from closum_help.paths import PROGRAM, state_dir
from closum_help.redaction import redact, without_contacts
from closum_help.settings import Settings
from closum_help.store import Store, Turn
from closum_help.terminal import safe, warn
from closum_help.types import Reply, State

FILE = "transcripts.db"
UNKNOWN = "unknown"  # the plan of those who did not say


class Log:
    """One conversation, kept or not (`store` None); a fault of storage is one line on stderr, never a lost answer."""

    def __init__(self, store: Store | None, conversation: str = "", *, contacts: bool = False) -> None:
        self.store = store
        self.conversation = conversation or new_id()
        self.contacts = contacts
        self._last = 0  # number of the turn that was kept last, 0 where the last one was not
        self._warned = False

    def add(self, said: str, reply: Reply, before: State) -> None:
        """Keep a turn that was shown; `before` is the state that it was asked in."""
        if self.store:
            self.keep([turned(self.conversation, int(time.time()), said, reply, before, contacts=self.contacts)])

    def keep(self, turns: Sequence[Turn]) -> None:
        """Keep turns of one conversation; none are fine."""
        self._last = self._kept(lambda store: store.add(turns)) if turns else 0

    def mark(self, mark: Literal["good", "bad"], reason: str = "") -> bool:
        """Mark the last turn, with the reader's words why; return whether that was kept."""
        why = clean(reason, contacts=self.contacts)
        return bool(self._last and self._kept(lambda store: store.mark(self.conversation, self._last, mark, why)))

    def _kept(self, work: Callable[[Store], int]) -> int:
        try:
            return work(self.store) if self.store else 0
        except OutputError as error:
            if not self._warned:
                warn(f"{PROGRAM}: This is not kept in the transcript. {error}")
            self._warned = True
            return 0


def new_id() -> str:
    """Return an id for a conversation."""
    return os.urandom(4).hex()


def start(settings: Settings, *, always: bool, conversation: str = "") -> Log:
    """Return the log of a conversation, a new one where none is named; `always`: kept unless the settings forbid it."""
    if not (always if settings.log is None else settings.log):
        return Log(None, conversation)
    try:
        return Log(opened(settings), conversation, contacts=settings.log_contacts)
    except OutputError as error:
        warn(f"{PROGRAM}: This is not kept in the transcript. {error}")
        return Log(None, conversation)


def opened(settings: Settings) -> Store:
    """Return where this user's turns are; OutputError where there is no home folder."""
    folder = state_dir()
    if folder is None:
        raise OutputError("There is no home folder to keep transcripts in.", "Set HOME.")
    return Store(folder / FILE, settings.log_days)


def clean(text: str, *, contacts: bool) -> str:
    """Return the text as it is stored: safe to print, without secrets, with e-mail addresses and phones or without."""
    text = redact(safe(text))
    return text if contacts else without_contacts(text)


def turned(conversation: str, now: int, said: str, reply: Reply, before: State, *, contacts: bool) -> Turn:
    """Return a turn as it is stored; a suggestion taken by its number stands in its words."""
    restated = reply.kind == "handoff"  # the only reply in the user's own words; contacts in others are from us
    return Turn(
        conversation,
        0,
        now,
        clean(session.suggested(said, before), contacts=contacts),
        clean(reply.text, contacts=contacts or not restated),
        reply.kind,
        reply.area,
        reply.goal,
        reply.plan,
        reply.language,
        reply.confidence,
        reply.engine,
        reply.degraded.code if reply.degraded else "",
        reply.degraded.violations if reply.degraded else (),
        reply.decline,
        tuple(reply.explain.get("told", ())),
        bool(reply.explain.get("follows")),
    )


def conversations(turns: Iterable[Turn]) -> dict[str, list[Turn]]:
    """Return {id: turns in their order}, the conversation that was begun first foremost."""
    found: dict[str, list[Turn]] = {}
    for turn in turns:
        found.setdefault(turn.conversation, []).append(turn)
    return found


def conversation(turns: Iterable[Turn], id_: str) -> list[Turn]:
    """Return the turns of a conversation by the beginning of its id, "" for the latest; UsageError for none or two."""
    found = conversations(turns)
    if not id_ and found:
        return max(found.values(), key=lambda held: held[-1].time)
    near = [key for key in found if key.startswith(id_)]
    if len(near) != 1:
        what = f"{len(near)} conversations begin with" if near else "There is no conversation"
        raise UsageError(f"{what} {safe(id_)[:40]!r}.".replace(" ''.", "."), f"See {PROGRAM} history list.")
    return found[near[0]]


def replayed(turns: Iterable[Turn], make: Callable[..., Any]) -> State:
    """Return the state after earlier turns, each read again as it was; `make` returns assistants as doors.Setup has it.

    No model is asked.
    """
    state = State()
    for turn in turns:
        plan = "" if turn.plan == UNKNOWN else turn.plan
        _, state = make(engine="offline", language=turn.language, plan=plan).answer(turn.question, state)
    return state


def markdown(turns: Sequence[Turn]) -> str:
    """Return turns as a document: a heading a conversation, a question quoted, then the reply."""
    parts = []
    for id_, held in conversations(turns).items():
        parts.append(f"# {PROGRAM} {id_}, {clock(held[0].time)}")
        for turn in held:
            parts += ["\n".join(f"> {line}" for line in turn.question.split("\n")), turn.reply]
            if turn.mark:
                parts.append(f"*[{turn.mark}]* {turn.reason}".rstrip())
    return "\n\n".join(parts)


def as_json(turns: Sequence[Turn]) -> str:
    """Return turns as a JSON list, an object each; times are UTC."""
    rows = [{**turn._asdict(), "time": clock(turn.time, "%Y-%m-%dT%H:%M:%SZ", utc=True)} for turn in turns]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def clock(seconds: int, form: str = "%Y-%m-%d %H:%M", *, utc: bool = False) -> str:
    """Return a time in words, in the reader's zone unless `utc`."""
    return time.strftime(form, time.gmtime(seconds) if utc else time.localtime(seconds))
