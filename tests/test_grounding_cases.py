"""The guard on tests/cases/grounding.yaml, written by others than its author, and on our own offline answers."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from closum_help.assistant import Assistant
from closum_help.claims import words_of
from closum_help.evaluation import load
from closum_help.grounding import quantities, violations
from closum_help.knowledge import Knowledge, open_knowledge
from closum_help.prompting import grounds
from closum_help.types import State

CASES = Path(__file__).parent / "cases"
PASSED = 0.95  # of the true blocks


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return open_knowledge()


@pytest.fixture(scope="module")
def cases() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((CASES / "grounding.yaml").read_text("utf-8"))  # hidden characters too
    return found


def misjudged(cases: list[dict[str, Any]], knowledge: Knowledge, *, ok: bool) -> tuple[list[str], int]:
    """Return the ids of the cases that the guard gets wrong, and of how many."""
    asked = [c for c in cases if c["ok"] is ok]
    wrong = []
    for case in asked:
        words = words_of(knowledge, case["lang"])
        own = quantities(case.get("question") or "", words)
        if ok is bool(violations(case["block"], case["passages"], own, words)):
            wrong.append(case["id"])
    return wrong, len(asked)


def test_every_false_block_is_stopped(cases: list[dict[str, Any]], knowledge: Knowledge) -> None:
    wrong, total = misjudged(cases, knowledge, ok=False)
    assert total >= 120
    assert not wrong


def test_true_blocks_pass(cases: list[dict[str, Any]], knowledge: Knowledge) -> None:
    wrong, total = misjudged(cases, knowledge, ok=True)
    assert total >= 120
    assert len(wrong) <= (1 - PASSED) * total, wrong


def test_every_offline_answer_passes_its_own_guard(knowledge: Knowledge) -> None:
    assistant = Assistant(engine="offline")
    stopped, languages = {}, []
    for case in load([CASES / f"dev-{name}.yaml" for name in ("en", "zh", "pt", "hard", "multi")]):
        state = State()
        for turn in case["turns"]:
            question = assistant.read(turn, state)
            decision = assistant.decide(question)
            reply, state = assistant.answer(turn, state)
            if reply.kind != "answer":
                continue
            languages.append(reply.language)
            brief = assistant.brief(question, decision)
            words = words_of(knowledge, reply.language)
            wrong = violations(reply.text, grounds(brief, knowledge), quantities(question.said, words), words)
            if wrong:
                stopped[f"{case['id']}: {turn}"] = wrong
    assert len(languages) > 150
    assert {*languages} == {*knowledge.languages}
    assert not stopped, stopped
