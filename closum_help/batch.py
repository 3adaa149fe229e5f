"""Many questions at once: a JSON line in, a reply a line out, in the order of the input."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from closum_help import envelope, request
from closum_help.errors import EngineError, HelpError, UsageError
from closum_help.terminal import warn
from closum_help.transcripts import Log, new_id, turned
from closum_help.types import Reply, State

if TYPE_CHECKING:
    from closum_help.assistant import Assistant
    from closum_help.store import Turn

MAX_LINE = 1_000_000  # bytes
AHEAD = 8  # lines that wait for each process: all stay busy, memory stays flat
SHAPE = 'Write {"id": ..., "turns": ["..."], "plan": null, "lang": null}.'

Make = Callable[..., "Assistant"]  # takes engine, language and plan by name
Task = tuple[int, bytes | None]  # a line's number and the line, None where it is too long to read


class Outcome(NamedTuple):
    """A reply as JSON and 0 or EngineError's code, with the turns to keep; or a complaint and UsageError's code."""

    text: str
    code: int
    turns: tuple[Turn, ...] = ()


def run(
    source: BinaryIO,
    put: Callable[[str], None],
    make: Make,
    *,
    engine: str = "offline",
    jobs: int = 1,
    ascii_only: bool = False,
    log: Log | None = None,
) -> int:
    """Answer every line of `source`, hand the replies to `put` one by one, and return the exit code.

    A line that cannot be used is reported on stderr and left out; all others are answered, and the code at the end is
    UsageError's.
    """
    log = log or Log(None)
    desk = Desk(make, engine, ascii_only=ascii_only, contacts=log.contacts if log.store else None)
    codes = set()
    for outcome in _pooled(desk, _lines(source), jobs) if jobs > 1 else map(desk.answer, _lines(source)):
        codes.add(outcome.code)
        if outcome.code == UsageError.exit_code:
            warn(outcome.text)
        else:
            put(outcome.text)
            log.keep(outcome.turns)
    return next((code for code in (UsageError.exit_code, EngineError.exit_code) if code in codes), 0)


class Desk:
    """Answers single lines in one process; keeps an assistant for each language and plan that was asked for.

    `contacts`: whether those stay in the turns to keep; None where no turns are kept.
    """

    def __init__(self, make: Make, engine: str, *, ascii_only: bool, contacts: bool | None = None) -> None:
        self._make = make
        self._engine = engine
        self._ascii_only = ascii_only
        self._contacts = contacts
        self._assistants: dict[tuple[str, str, str], Assistant] = {}

    def answer(self, task: Task) -> Outcome:
        """Return the reply to a line, or what is wrong with it; a fault of ours costs one line, not the batch."""
        number, line = task
        try:
            return self._answer(number, _parsed(line))
        except UsageError as error:
            fix = error.fix[:1].lower() + error.fix[1:]
            return Outcome(f"line {number}: {error.message.rstrip('.')}; {fix}", UsageError.exit_code)
        except HelpError:
            raise
        except Exception as error:
            return Outcome(f"line {number}: {envelope.internal(error)}", UsageError.exit_code)

    def _answer(self, number: int, item: dict[str, Any]) -> Outcome:
        turns = [request.question(turn) for turn in item["turns"]]
        knowledge = self._assistant("offline").knowledge
        language = request.language(item.get("lang"), knowledge)
        plan = request.plan(item.get("plan"), knowledge)
        state = State()
        shown = []
        for turn, engine in zip(turns, ["offline"] * (len(turns) - 1) + [self._engine], strict=True):
            before = state
            reply, state = self._assistant(engine, language, plan).answer(turn, before)
            shown.append((turn, reply, before))
        id_ = item.get("id")
        data = {"id": number if id_ is None else id_, **envelope.to_dict(reply, knowledge)}
        code = EngineError.exit_code if self._engine == "openai" and envelope.failed(reply) else 0
        return Outcome(envelope.to_json(data, ascii_only=self._ascii_only), code, self._kept(shown))

    def _kept(self, shown: list[tuple[str, Reply, State]]) -> tuple[Turn, ...]:
        if self._contacts is None:
            return ()
        id_, now = new_id(), int(time.time())
        return tuple(turned(id_, now, *each, contacts=self._contacts) for each in shown)

    def _assistant(self, engine: str, language: str = "", plan: str = "") -> Assistant:
        key = (engine, language, plan)
        if key not in self._assistants:
            self._assistants[key] = self._make(engine=engine, language=language, plan=plan)
        return self._assistants[key]


def _lines(source: BinaryIO) -> Iterator[Task]:
    """Yield the lines that are not blank; of one that is too long only the number."""
    for number in count(1):
        line = source.readline(MAX_LINE + 1)
        if len(line) > MAX_LINE:
            while line and not line.endswith(b"\n"):
                line = source.readline(MAX_LINE)
            yield number, None
        elif not line:
            return
        elif line.strip():
            yield number, line


def _parsed(line: bytes | None) -> dict[str, Any]:
    """Return the line's object, its types checked; UsageError says what is wrong."""
    if line is None:
        raise UsageError(f"longer than {MAX_LINE:,} bytes", "Shorten it.")
    try:
        item = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        raise UsageError("not JSON", SHAPE) from None
    if not isinstance(item, dict):
        raise UsageError("not a JSON object", SHAPE)
    turns = item.get("turns")
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise UsageError("'turns' is not a list of texts", SHAPE)
    for key, types in (("id", str | int | None), ("plan", str | None), ("lang", str | None)):
        if not isinstance(item.get(key), types) or isinstance(item.get(key), bool):
            raise UsageError(f"{key!r} has the wrong type", SHAPE)
    return item


_desk: Desk  # a worker process's own


def _open(desk: Desk) -> None:
    global _desk
    _desk = desk


def _work(task: Task) -> Outcome:
    return _desk.answer(task)


def _pooled(desk: Desk, tasks: Iterable[Task], jobs: int) -> Iterator[Outcome]:
    """Yield the outcomes in the order of the tasks, which are read as far ahead as keeps the processes busy."""
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    waiting: deque[Future[Outcome]] = deque()
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_open, initargs=(desk,))
    try:
        for task in tasks:
            with _deaf():
                waiting.append(pool.submit(_work, task))
            while waiting and (waiting[0].done() or len(waiting) >= AHEAD * jobs):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BaseException:
        for child in active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Ignore Ctrl-C for a moment: a process that starts in it inherits that, and leaves the key to its parent."""
    from signal import SIG_IGN, SIGINT, signal

    before = signal(SIGINT, SIG_IGN)
    try:
        yield
    finally:
        signal(SIGINT, before)
