"""The shape of every YAML file of the knowledge, as plain dataclasses.

pydantic reads them where files are checked and JSON Schemas are made, so importing this costs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, make_dataclass
from pathlib import Path
from typing import Any, ClassVar, Literal

from closum_help.paths import PACKAGE
from closum_help.types import Goal

Text = dict[str, str]  # language -> text
Lines = dict[str, list[str]]  # language -> one text a line

CLOSED = {"extra": "forbid", "use_attribute_docstrings": True}
LABELS = ("answers", "skill", "clarify", "decline")
TEXTS = ("title", "text", "lead", "note", "short", "belief", "reason", "claim", "because", "ours")
LISTS = ("steps", "points")
OWN = {  # keys that stand in one file only; all but the first file's are required there
    "plans": ("label", "figures", "adds", "compares"),
    "gotchas": ("bites", "short"),
    "misconceptions": ("belief", "corrects"),
    "skills": ("reason", "side", "install"),
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that a user would ask for."""

    __pydantic_config__: ClassVar = CLOSED
    title: Text
    """A noun phrase or label, never a sentence."""
    text: Text = field(default_factory=dict)
    """The answer, complete on its own; its first sentence answers."""
    lead: Text = field(default_factory=dict)
    """One sentence that stands in for `text` before `steps` or `points`."""
    steps: Lines = field(default_factory=dict)
    """Numbered lines."""
    points: Lines = field(default_factory=dict)
    """Bulleted lines."""
    note: Text = field(default_factory=dict)
    """One closing line that every reader needs."""
    by_plan: dict[str, Text] = field(default_factory=dict)
    """What replaces `text` for a reader on that plan."""
    gotchas: list[str] = field(default_factory=list)
    """Ids of gotchas, told when they bite the reader's plan."""
    see: list[str] = field(default_factory=list)
    """Ids of entries to suggest next."""
    skills: list[str] = field(default_factory=list)
    """Bare names of related sibling skills."""
    names: list[str] = field(default_factory=list)
    """Exact words that single this entry out."""
    called: list[str] = field(default_factory=list)
    """Words that name the entry once its family is clear."""
    source: str = ""
    """A key of sources.yaml, if not the file's."""
    checked: str = ""
    """The day on which the entry was last held against its source, YYYY-MM-DD."""
    area: str = ""
    """An area of intake.yaml, if not the file's."""
    label: str = ""
    """A plan's own name; plans.yaml only."""
    figures: dict[str, float] = field(default_factory=dict)
    """Price and limits of a plan or add-on, referred to as [[id.figure]]; plans.yaml only."""
    adds: str = ""
    """The limit that an add-on raises; plans.yaml only."""
    compares: bool = False
    """Whether the entry sets the plans side by side; plans.yaml only."""
    computes: Literal["", "sum", "price", "time"] = ""
    """What is computed from the reader's needs: a sum always, a price when one is asked, a sending time."""
    bites: list[str] = field(default_factory=list)
    """The plans that a gotcha bites; gotchas.yaml only."""
    short: Text = field(default_factory=dict)
    """One sentence that other answers append; gotchas.yaml only."""
    belief: Text = field(default_factory=dict)
    """The false belief, which may hold a false figure; misconceptions.yaml only."""
    corrects: str = ""
    """The id of the entry with the truth; misconceptions.yaml only."""
    supersedes: list[str] = field(default_factory=list)
    """Ids of entries that say otherwise and are to be trusted less."""
    conflicts_with: list[str] = field(default_factory=list)
    """Ids of entries that say otherwise, where neither is proven."""
    claim: Text = field(default_factory=dict)
    """What the source says, in a line, to stand beside what another says."""
    because: Text = field(default_factory=dict)
    """Which of the sources to trust, and why, in a line."""
    reason: Text = field(default_factory=dict)
    """Why the sibling serves the question better; skills.yaml only."""
    ours: Text = field(default_factory=dict)
    """Our own part of the matter, in a line; skills.yaml only."""
    side: list[str] = field(default_factory=list)
    """Ids of our own part of the matter; skills.yaml only."""
    install: str = ""
    """The command that installs the sibling; skills.yaml only."""


@dataclass(frozen=True, kw_only=True)
class Entries:
    """A file of entries; an id is the file's stem and the key."""

    __pydantic_config__: ClassVar = CLOSED
    entries: dict[str, Entry]
    source: str = ""
    """Where the entries are from, unless they say otherwise: a key of sources.yaml."""
    checked: str = ""
    """When they were last held against their source, YYYY-MM-DD."""
    area: str = ""
    """Their area: one of intake.yaml."""


@dataclass(frozen=True, kw_only=True)
class Group:
    """A family of paraphrases: exactly one label, and a list of utterances for each language."""

    __pydantic_config__: ClassVar = CLOSED | {
        "json_schema_extra": {
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
            "oneOf": [{"required": [label]} for label in LABELS],
        }
    }
    goal: Goal
    by: str
    """Who wrote them."""
    answers: list[str] = field(default_factory=list)
    """Ids of the entries that answer, the most important first."""
    skill: str = ""
    """The bare name of the sibling that serves better."""
    clarify: bool = False
    """Whether there is nothing to work with."""
    decline: Literal["", "out_of_scope", "rules", "account_action", "unsafe"] = ""
    """Why it is declined."""

    def __post_init__(self) -> None:
        if sum(bool(getattr(self, label)) for label in LABELS) != 1:
            raise ValueError(f"a group needs exactly one of {', '.join(LABELS)}")


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language in force and how its readers write numbers."""

    __pydantic_config__: ClassVar = CLOSED
    name: str
    own: str
    script: str
    thousands: str
    decimal: str
    money: str
    by_price: list[str]
    """How people name a plan by its price, {} for the sum."""
    join: list[str]
    numbers: dict[str, int]
    multipliers: dict[str, int]
    number_and: list[str] = field(default_factory=list)
    """What may stand inside a number: twenty and five."""
    mixed: list[str] = field(default_factory=list)
    """Languages whose words are mixed into this one."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One lettered option; `entry` answers a bare choice of it, `goals` the choice together with a goal."""

    __pydantic_config__: ClassVar = CLOSED
    value: str
    label: Text
    entry: str = ""
    goals: dict[Goal, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Query:
    """A question that we ask."""

    __pydantic_config__: ClassVar = CLOSED
    question: Text
    options: list[Choice]


@dataclass(frozen=True, kw_only=True)
class Intake:
    """The lettered questions."""

    __pydantic_config__: ClassVar = CLOSED
    source: str
    checked: str
    area: Query
    goal: Query
    plan: Query


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where entries are from, as of when, and when to look again."""

    __pydantic_config__: ClassVar = CLOSED
    title: Text
    url: str
    date: str
    review_after: str


@dataclass(frozen=True, kw_only=True)
class Unit:
    """Words `before` or `after` a number that make it a figure, if need be only `near` another word."""

    __pydantic_config__: ClassVar = CLOSED
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    near: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Lints:
    """What counts as a typed figure, and what may stand typed in which entry."""

    __pydantic_config__: ClassVar = CLOSED
    units: dict[str, Unit]
    allowed: Lines = field(default_factory=dict)
    """Entry id -> the pieces of text that look like a figure of a plan and are none."""
    barred: Lines = field(default_factory=dict)
    """Language -> words that its texts do not use."""


SHAPES: dict[str, Any] = {
    "entries": Entries,
    "intents": list[Group],
    "languages": dict[str, Language],
    "intake": Intake,
    "sources": dict[str, Source],
    "signals": dict[str, dict[str, list[str]]],
    "concepts": dict[str, Lines],
    "quantities": dict[str, dict[str, Lines]],
    "lints": Lints,
    "ownership": Lines,
    "foreign": Lines,
}


def groups_in(languages: Iterable[str]) -> Any:
    """Return the shape of an intents file whose groups have utterances in at least one of the languages."""
    codes = tuple(languages)

    def spoken(group: Any) -> None:
        Group.__post_init__(group)
        if not any(getattr(group, code) for code in codes):
            raise ValueError(f"a group needs utterances in one of {', '.join(codes)}")

    keys: list[Any] = [(code, list[str], field(default_factory=list)) for code in codes]
    made = make_dataclass("Group", keys, bases=(Group,), namespace={"__post_init__": spoken}, frozen=True, kw_only=True)
    return list[made]  # type: ignore[valid-type]


def json_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each kind of file, for editors; languages are any keys there."""
    from pydantic import TypeAdapter

    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {name: dialect | TypeAdapter(shape).json_schema() for name, shape in SHAPES.items()}


def write_schemas(folder: Path = PACKAGE / "schemas") -> None:
    """Write each JSON Schema to NAME.json in the folder."""
    for name, schema in json_schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        (folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")
