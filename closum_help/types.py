"""The nouns of the line, read first: a question becomes a decision, passages, and one of four replies.

Named tuples, because a process that answers one question pays for every class that it builds: a frozen dataclass
costs about five times as much to define.

text, State -> Question -> Decision -> [Passage] -> Reply
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

Kind = Literal["answer", "handoff", "clarify", "decline"]
Goal = Literal["setup", "improve", "connect", "pricing", "troubleshoot", "other"]

NOTHING: Mapping[str, Any] = MappingProxyType({})  # a default that nobody can fill


class Needs(NamedTuple):
    """What a set-up must do, as far as the user said it; every quantity is per month unless named otherwise.

    `amounts` maps a limit of plans.yaml (emails, hourly, automations, pages, people, days, sms) to what is needed;
    `extra` the same on top of what the plan holds; `packs` how many of an add-on were asked for by name;
    `months` over how many months the total is wanted.
    """

    amounts: Mapping[str, int] = NOTHING
    extra: Mapping[str, int] = NOTHING
    packs: Mapping[str, int] = NOTHING
    months: int = 1

    def __bool__(self) -> bool:
        return bool(self.amounts or self.extra or self.packs)


class Option(NamedTuple):
    """One lettered choice of a question that we ask."""

    value: str
    label: str


class Ask(NamedTuple):
    """A question that we ask; its options are lettered A, B, C... in their order."""

    id: str
    text: str
    options: tuple[Option, ...] = ()


class State(NamedTuple):
    """What a conversation is about so far; a conversation is a fold of turns over it.

    `text` is the last question as it was understood, so that "and monthly?" can be read against it, `said` in its own
    words.
    """

    language: str = ""
    plan: str = ""
    named: tuple[str, ...] = ()
    needs: Needs = Needs()
    area: str = ""
    goal: str = ""
    topics: tuple[str, ...] = ()
    text: str = ""
    said: str = ""
    asks: tuple[Ask, ...] = ()
    suggestions: tuple[str, ...] = ()
    turns: int = 0


class Question(NamedTuple):
    """One turn, read: `said` in the user's words, `text` as it is understood: both with what went before.

    `language` is the reply's and `spoken` the one that the turn is read in, which is none of ours if `foreign`; `plan`
    is the user's own plan, `named` every plan that the text names; `sums`: a sum is under discussion; `turn` this turn
    alone where it follows; `chosen` what was picked by letter.
    """

    said: str
    text: str
    language: str
    spoken: str
    plan: str = ""
    named: tuple[str, ...] = ()
    needs: Needs = Needs()
    follows: bool = False
    sums: bool = False
    turn: str = ""
    chosen: Mapping[str, str] = NOTHING
    foreign: bool = False

    @property
    def view(self) -> str:
        """Return the plan that the answer should speak of: the one named, if it is one alone, else the user's own."""
        return self.named[0] if len(self.named) == 1 else self.plan


class Candidate(NamedTuple):
    """One label of the router with its probability."""

    label: str
    probability: float


class Decision(NamedTuple):
    """What to do with a question: one kind, at most two topics (entry ids, most important first in each)."""

    kind: Kind
    confidence: float
    area: str = "other"
    goal: str = "other"
    skill: str = ""
    code: str = ""
    topics: tuple[tuple[str, ...], ...] = ()
    also: tuple[str, ...] = ()  # siblings for the part of the question that is not ours
    signals: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()  # acts, likeliest first
    entries: tuple[Candidate, ...] = ()  # entries, likeliest first, those left out too


class Passage(NamedTuple):
    """An entry as one reader is told it, or a computed fact whose `sources` are the entries added up."""

    id: str
    title: str
    area: str
    data: dict[str, Any]
    sources: tuple[str, ...] = ()


class Source(NamedTuple):
    """Where an answer is from: the entry's id, the source's title, link and date."""

    id: str
    title: str
    url: str
    checked: str


class Handoff(NamedTuple):
    """A sibling skill that serves better, with the request restated so that it can be pasted."""

    skill: str
    reason: str
    prompt: str
    context: dict[str, str]
    install: str
    alternatives: tuple[str, ...] = ()


class Degraded(NamedTuple):
    """Why the model's words were not used, and the violations if it was the guard."""

    code: str
    violations: tuple[str, ...] = ()


class Reply(NamedTuple):
    """One of the four replies, the same through every door; `text` is Markdown and complete on its own."""

    kind: Kind
    language: str
    text: str
    area: str = "other"
    goal: str = "other"
    plan: str = "unknown"
    confidence: float = 0.0
    handoff: Handoff | None = None
    questions: tuple[Ask, ...] = ()
    decline: str = ""
    suggest: str = ""
    sources: tuple[Source, ...] = ()
    assumptions: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    related_skills: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    engine: str = "offline"
    model: str | None = None
    degraded: Degraded | None = None
    usage: dict[str, int] | None = None
    truncated: bool = False
    elapsed_ms: int = 0
    explain: Mapping[str, Any] = NOTHING
