"""The labelled questions stay questions: no utterance that teaches the router repeats one."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from closum_help.build import groups, read_folder
from closum_help.evaluation import load
from closum_help.indexing import utterances
from closum_help.paths import data_dir
from closum_help.text import fold, is_han, words

ALIKE = 0.8  # joint words (Chinese: character pairs), intersection over union
SHORT, SHORT_HAN = 5, 8  # words, characters: shorter texts are alike by chance


def parts(text: str) -> frozenset[str]:
    """Return the words of a text, or its character pairs where it is Chinese; nothing for a short text."""
    found = words(fold(text))
    han = [w for w in found if is_han(w)]
    if 2 * len(han) >= len(found):
        return frozenset(a + b for a, b in pairwise(han)) if len(han) >= SHORT_HAN else frozenset()
    return frozenset(found) if len(found) >= SHORT else frozenset()


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)


def repeated(utterances: list[str], turns: list[str]) -> Iterator[tuple[str, str]]:
    asked = [(turn, parts(turn)) for turn in turns]
    by_part: dict[str, list[int]] = {}
    for at, (_, found) in enumerate(asked):
        for part in found:
            by_part.setdefault(part, []).append(at)
    for utterance in utterances:
        found = parts(utterance)
        for at in {at for part in found for at in by_part.get(part, ())}:
            if alike(found, asked[at][1]):
                yield utterance, asked[at][0]


def test_no_utterance_repeats_a_labelled_question() -> None:
    files = read_folder(data_dir("knowledge"))
    taught = [u for group in groups(files) for u in utterances(group, list(files["languages.yaml"]))]
    turns = [turn for case in load([Path(__file__).parent / "cases"]) for turn in case["turns"]]
    assert not [f"{u!r} repeats {t!r}" for u, t in repeated(taught, turns)]


@pytest.mark.parametrize(
    ("utterance", "turn", "found"),
    [
        ("how many mails can I send", "How many mails can I send?", True),
        ("how many mails can we ever send", "how many people can read this today", False),
        ("每小时最多可以发送多少封邮件", "每小时最多可以发送多少封邮件呢", True),
        ("too short", "too short", False),
    ],
)
def test_alike(utterance: str, turn: str, found: bool) -> None:
    assert bool(list(repeated([utterance], [turn]))) is found
