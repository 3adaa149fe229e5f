"""The same questions, typed worse: what a slip, a shout or a missing mark may cost."""

import random
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from closum_help.assistant import Assistant
from closum_help.evaluation import load, score
from closum_help.knowledge import open_knowledge
from closum_help.types import State

MOST = 3.0  # points of PASS that a way of typing may cost
FILES = ("dev-en", "dev-zh", "dev-hard", "dev-multi")


def typos(count: int) -> Callable[[str, random.Random], str]:
    """Return a function that makes `count` slips in words of four letters or more: swapped, dropped, doubled, wrong."""

    def typed(text: str, chance: random.Random) -> str:
        for _ in range(count):
            places = [m.start() + 1 for m in re.finditer(r"(?<![\w./@-])[A-Za-z]{4,}(?![\w/@])", text)]
            if not places:
                return text
            at = chance.choice(places)
            a, b = text[at], text[at + 1]
            slip = chance.choice([b + a, a, a + a + b, chance.choice("etaoinsr") + b])
            text = text[:at] + slip + text[at + 2 :]
        return text

    return typed


def bare(text: str, _: random.Random) -> str:
    return re.sub(r"[^\w\s/.:€'-]|(?<!\d)[.](?!\w)", " ", text)


def unaccented(text: str, _: random.Random) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "one typo": typos(1),
    "two typos": typos(2),
    "capitals": lambda text, _: text.upper(),
    "no punctuation": bare,
    "no accents": unaccented,
    "doubled spaces": lambda text, _: text.replace(" ", "  "),
    "emoji": lambda text, _: f"{text} 😅🙏",
}


@pytest.fixture(scope="module")
def cases() -> list[dict[str, Any]]:
    found = load([Path(__file__).parent / "cases" / f"{name}.yaml" for name in FILES])
    return [c for c in found if c["lang"] in open_knowledge().languages]


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(engine="offline")


def passed(cases: list[dict[str, Any]], assistant: Assistant, way: Callable[[str, random.Random], str]) -> float:
    right = 0
    for case in cases:
        chance, state = random.Random(case["id"]), State()
        for turn in case["turns"]:
            reply, state = assistant.answer(way(turn, chance), state)
        right += score(case, reply).checks["pass"]
    return 100 * right / len(cases)


@pytest.fixture(scope="module")
def untouched(cases: list[dict[str, Any]], assistant: Assistant) -> float:
    return passed(cases, assistant, lambda text, _: text)


@pytest.mark.parametrize("way", WAYS)
def test_typing_badly_costs_little(
    way: str, cases: list[dict[str, Any]], assistant: Assistant, untouched: float
) -> None:
    assert passed(cases, assistant, WAYS[way]) >= untouched - MOST
