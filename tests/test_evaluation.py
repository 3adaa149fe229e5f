"""The scoring of labelled questions."""

from pathlib import Path

import pytest

from closum_help.cli import run
from closum_help.evaluation import holds, load, plain, score
from closum_help.types import Handoff, Reply


@pytest.mark.parametrize(
    ("needle", "text", "found"),
    [
        ("money:12", "EUR 12 a month", True),
        ("money:12", "12欧元", True),
        ("money:12", "12.00 €", True),
        ("money:12", "EUR 120", False),
        ("money:0.014", "EUR 0.014", True),
        ("10,000", "up to 10,000 e-mails", True),
        ("10,000", "110,000", False),
        ("180 days", "**180 days**", True),
        ("tag", "a tag", True),
        ("tag", "vintage", False),
        ("Bearer", "bearer {token}", True),
    ],
)
def test_a_fact_is_found_however_it_is_written(needle: str, text: str, found: bool) -> None:
    assert holds(needle, plain(text)) is found


HANDOFF = Handoff("sales-funnel", "", "", {}, "")


@pytest.mark.parametrize(
    ("case", "reply", "passes"),
    [
        ({"kind": "answer", "must": [["12"]]}, Reply("answer", "en", "EUR 12"), True),
        ({"kind": "answer", "must": [["13"]]}, Reply("answer", "en", "EUR 12"), False),
        ({"kind": "answer", "must_not": ["12"]}, Reply("answer", "en", "EUR 12"), False),
        ({"kind": "answer"}, Reply("decline", "en", "no"), False),
        ({"kind": "answer"}, Reply("answer", "zh", "好"), False),
        ({"kind": "handoff", "skill": "sales-funnel"}, Reply("handoff", "en", "x", handoff=HANDOFF), True),
        ({"kind": "handoff", "skill": ["sales-do"]}, Reply("handoff", "en", "x", handoff=HANDOFF), False),
        ({"kind": ["answer", "clarify"]}, Reply("clarify", "en", "?"), True),
        ({"kind": "answer"}, Reply("answer", "en", "word " * 351), False),
    ],
)
def test_a_reply_passes_only_when_everything_is_right(case: dict[str, object], reply: Reply, passes: bool) -> None:
    assert score({"id": "x-1", "lang": "en", **case}, reply).checks["pass"] is passes


def test_the_table_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases = tmp_path / "cases.yaml"
    cases.write_text('- {id: x-1, lang: en, turns: ["what does Growth cost?"], kind: answer, must: [["money:12"]]}\n')
    assert run(["eval", str(cases)]) == 0
    assert "100.0" in capsys.readouterr().out


def test_no_cases_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_labelled_questions_of_the_checkout_are_read() -> None:
    cases = load([Path(__file__).parent / "cases"])
    assert len(cases) >= 206 and len({c["id"] for c in cases}) == len(cases)
