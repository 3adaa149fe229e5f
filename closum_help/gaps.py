"""What could not be answered, or was marked bad: clustered, counted, and as skeletons for new knowledge."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from closum_help import skeletons, terminal, transcripts
from closum_help.exits import OURS, TONES
from closum_help.knowledge import Knowledge, open_knowledge
from closum_help.settings import read
from closum_help.text import features, fold, is_han, tokens, words

if TYPE_CHECKING:
    from closum_help.store import Turn

UNSURE = 0.35  # confidence below which a reply is more likely wrong than not
ALIKE = 0.3  # weight of the words that two questions share, of all of theirs, from which they are one matter
SAME = 0.8  # from which they are one question
SHOWN = 3  # examples in the table
BAR = 20
UNKNOWN = "undocumented/"

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


class Gap(NamedTuple):
    """One matter: the entry that it is about, "" for none, its title or shortest question, its turns and why."""

    entry: str
    title: str
    turns: tuple[tuple[Turn, str], ...]

    @property
    def reasons(self) -> Mapping[str, int]:
        """Return {why: how many}, the most first."""
        return dict(Counter(why for _, why in self.turns).most_common())


def why(turn: Turn, knowledge: Knowledge) -> str:
    """Return why a turn is a gap (bad, undocumented, unclear, declined or unsure), "" where it is none."""
    if turn.mark:
        return "bad" if turn.mark == "bad" else ""
    if any(_about(entry, knowledge).startswith(UNKNOWN) for entry in turn.entries):
        return "undocumented"
    if turn.kind == "clarify":
        reader = knowledge.reader(turn.language)
        return "" if any(reader.says(tone, turn.question) for tone in TONES) else "unclear"
    if turn.code == "out_of_scope":
        named = knowledge.signals.find(tokens(fold(turn.question)))
        return "declined" if any(name == OURS for _, name, _ in named) else ""
    return "unsure" if turn.kind in ("answer", "handoff") and turn.confidence < UNSURE else ""


def _about(entry: str, knowledge: Knowledge) -> str:
    """Return the entry that says what is true, where one says what is false."""
    return str(knowledge.entries.get(entry, {}).get("corrects", entry))


def found(turns: Iterable[Turn], knowledge: Knowledge) -> list[Gap]:
    """Return the gaps, most turns first: those of one entry together, others by the words that they share."""
    by_entry: dict[str, list[tuple[Turn, str]]] = {}
    others: list[tuple[dict[str, float], list[tuple[Turn, str]]]] = []
    weight = _weights(knowledge)
    for turn in turns:
        if not (reason := why(turn, knowledge)):
            continue
        told = [_about(entry, knowledge) for entry in turn.entries]
        if told:
            key = next((e for e in told if e.startswith(UNKNOWN)), told[0])
            by_entry.setdefault(key, []).append((turn, reason))
            continue
        said = {word: weight(word) for word in _words(turn.question)}
        near = max(others, key=lambda other: _shared(said, other[0]), default=None)
        if near and _shared(said, near[0]) >= ALIKE:
            near[1].append((turn, reason))
        else:
            others.append((said, [(turn, reason)]))
    gaps = [Gap(entry, _title(entry, knowledge), tuple(held)) for entry, held in by_entry.items()]
    gaps += [Gap("", min((_line(turn) for turn, _ in held), key=len), tuple(held)) for _, held in others]
    return sorted(gaps, key=lambda gap: -len(gap.turns))


def _weights(knowledge: Knowledge) -> Any:
    """Return a function that says how much a word tells: the fewer entries are asked for with it, the more."""

    @cache
    def weight(word: str) -> float:
        return log((1 + len(knowledge.entries)) / (1 + len(knowledge.found(features(word)[0]))))

    return weight


def _words(question: str) -> list[str]:
    """Return the words of a question, of Chinese the pairs of characters, each once."""
    said = words(fold(question).replace("'", ""))
    pairs = [a + b for a, b in pairwise(said) if is_han(a) and is_han(b)]
    return list(dict.fromkeys([w for w in said if not is_han(w)] + pairs))


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the weight of the words in both, of that of all."""
    every = sum({**one, **other}.values())
    return sum(one[word] for word in one if word in other) / every if every else float(one.keys() == other.keys())


def _title(entry: str, knowledge: Knowledge) -> str:
    texts = knowledge.texts(knowledge.languages[0])["entries"]
    return str(texts[entry]["title"]) if entry in texts else entry


def _line(turn: Turn) -> str:
    return " ".join(turn.question.split())


def examples(gap: Gap) -> list[Turn]:
    """Return the turns of a gap that ask in words of their own, the latest first."""
    kept: dict[frozenset[str], Turn] = {}
    for turn, _ in reversed(gap.turns):
        said = frozenset(_words(turn.question))
        if not any(len(said & other) >= SAME * len(said | other) for other in kept):
            kept[said] = turn
    return list(kept.values())


def table(gaps: Sequence[Gap], turns: int) -> Iterator[str]:
    """Yield the lines for people: a matter, how often as a bar, why, and examples."""
    count = sum(len(gap.turns) for gap in gaps)
    yield f"{count} of {turns} turns were not answered well, about {len(gaps)} matters."
    block = "#" if terminal.ascii_only() else "█"
    for gap in gaps:
        bar = block * max(1, round(BAR * len(gap.turns) / len(gaps[0].turns)))
        reasons = ", ".join(f"{n} {reason}" for reason, n in gap.reasons.items())
        yield f"\n{len(gap.turns):4}  {bar:<{BAR}}  {gap.title}{f' ({gap.entry})' if gap.entry else ''}: {reasons}"
        lines = [line for line in map(_line, examples(gap)) if line != gap.title]
        yield from (f"{'':{BAR + 8}}{line}" for line in lines[:SHOWN])


def as_json(gaps: Sequence[Gap], turns: int) -> str:
    """Return the gaps with every turn of theirs, as JSON."""
    rows = [
        {
            "entry": gap.entry or None,
            "title": gap.title,
            "count": len(gap.turns),
            "reasons": gap.reasons,
            "examples": [
                {
                    "question": t.question,
                    "language": t.language,
                    "why": reason,
                    "id": t.conversation,
                    "number": t.number,
                }
                for t, reason in gap.turns
            ],
        }
        for gap in gaps
    ]
    return json.dumps({"turns": turns, "gaps": rows}, ensure_ascii=False, indent=2)


@app.command()
def gaps(
    json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    as_cases: Annotated[bool, typer.Option("--as-cases", help="Print YAML to finish: utterances and cases.")] = False,
) -> int:
    """Report what could not be answered or was marked bad, from the transcripts on this machine."""
    turns = transcripts.opened(read()).turns()
    matters = found(turns, open_knowledge())
    if json_:
        terminal.write(as_json(matters, len(turns)))
    elif as_cases:
        drafts = [skeletons.Matter(gap.entry, examples(gap)) for gap in matters]
        before = skeletons.leaned_on(transcripts.conversations(turns).values())
        for line in (*skeletons.intents(drafts), "", *skeletons.cases(drafts, before)):
            terminal.write(line)
    else:
        for line in table(matters, len(turns)):
            terminal.write(line)
    return 0
