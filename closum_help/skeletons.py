"""Questions from the transcripts as YAML to finish by hand: utterances for knowledge/intents, cases for tests/cases.

Every group and case holds a TODO that `kb check` or `eval` stumbles over, so that nothing is taken over unread.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from closum_help.store import Turn


class Matter(NamedTuple):
    """What was asked about: the entry, "" for none, and questions in words of their own, the first for the tests."""

    entry: str
    questions: Sequence[Turn]


def intents(matters: Iterable[Matter]) -> Iterator[str]:
    """Yield the lines of an intents file; what the tests are to ask is left out, for it must not be taught."""
    yield "# -> knowledge/intents/: add paraphrases, name the entries that answer and the goal"
    for entry, questions in matters:
        yield f"- answers: [{entry or 'TODO/ENTRY'}]"
        yield "  goal: TODO"
        yield "  by: gaps"
        taught = questions[1:]
        for language in dict.fromkeys(turn.language for turn in questions):
            yield f"  {language}:"
            said = [turn.question for turn in taught if turn.language == language] or ["TODO"]
            yield from (f"  - {_quoted(text)}" for text in said)


def cases(matters: Iterable[Matter], before: Mapping[Turn, Sequence[Turn]]) -> Iterator[str]:
    """Yield the lines of a file of labelled questions, each after the turns `before` it that it leans on."""
    yield "# -> tests/cases/: write what the answer must say"
    for _, questions in matters:
        turn = questions[0]
        turns = [*(earlier.question for earlier in before.get(turn, ())), turn.question]
        yield f"- id: gap-{turn.conversation}-{turn.number}"
        yield f"  lang: {turn.language}"
        yield f"  turns: [{', '.join(map(_quoted, turns))}]"
        yield "  kind: answer"
        yield f"  area: [{turn.area}]"
        yield f"  plan: {turn.plan}"
        yield "  must:\n  - [TODO]"


def leaned_on(conversations: Iterable[Sequence[Turn]]) -> dict[Turn, list[Turn]]:
    """Return {turn: the turns before it without which it cannot be understood}, for those that have any."""
    found: dict[Turn, list[Turn]] = {}
    for turns in conversations:
        for earlier, turn in pairwise(turns):
            if turn.follows:
                found[turn] = [*found.get(earlier, ()), earlier]
    return found


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
