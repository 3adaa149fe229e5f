"""A line in, a line out, in order; a bad line costs itself only."""

import json
from functools import partial
from io import BytesIO
from typing import Any

import pytest

from closum_help import batch
from closum_help.assistant import Assistant
from closum_help.errors import EngineError, KnowledgeError, UsageError
from closum_help.types import Degraded, Reply, State

MAKE = partial(Assistant)


def run(lines: list[Any], **options: Any) -> tuple[list[dict[str, Any]], int]:
    raw = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    replies: list[str] = []
    code = batch.run(BytesIO(raw), replies.append, options.pop("make", MAKE), **options)
    return [json.loads(reply) for reply in replies], code


def test_replies_come_in_the_order_of_the_input_with_their_ids() -> None:
    lines = [{"id": "b", "turns": ["hi"]}, {"id": 7, "turns": ["What does Growth cost?"]}, {"turns": ["hi"]}]
    replies, code = run(lines)
    assert [reply["id"] for reply in replies] == ["b", 7, 3]
    assert replies[1]["kind"] == "answer"
    assert code == 0


def test_earlier_turns_are_replayed_and_the_last_is_answered() -> None:
    turns = ["We are on Growth.", "how many e-mails an hour can I send?"]
    (reply,), _ = run([{"id": 1, "turns": turns}])
    assert reply["intent"]["plan"] == "growth"
    assert "5,000" in reply["text"]


def test_plan_and_language_of_a_line_hold_for_it_alone() -> None:
    question = ["How many e-mails can I send?"]
    lines = [
        {"turns": question, "plan": "growth"},
        {"turns": question, "lang": "zh"},
        {"turns": question, "plan": None},
    ]
    replies, _ = run(lines)
    assert [reply["intent"]["plan"] for reply in replies] == ["growth", "unknown", "unknown"]
    assert [reply["language"] for reply in replies] == ["en", "zh", "en"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"not json", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[1]", "not a JSON object"),
        ({"id": 1}, "'turns'"),
        ({"turns": []}, "'turns'"),
        ({"turns": "hi"}, "'turns'"),
        ({"turns": ["hi", 3]}, "'turns'"),
        ({"turns": ["  "]}, "empty"),
        ({"turns": ["x" * 8001]}, "longer than 8,000 characters"),
        ({"turns": ["hi"], "plan": "gold"}, "'gold'"),
        ({"turns": ["hi"], "plan": 3}, "'plan'"),
        ({"turns": ["hi"], "lang": "fr"}, "'fr'"),
        ({"turns": ["hi"], "id": True}, "'id'"),
        ({"turns": ["hi"], "id": [1]}, "'id'"),
        (b'{"turns": ["' + b"x" * batch.MAX_LINE + b'"]}', "longer than 1,000,000 bytes"),
    ],
)
def test_a_bad_line_is_reported_and_the_others_are_answered(
    line: Any, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    replies, code = run([{"id": "first", "turns": ["hi"]}, b"", line, {"id": "last", "turns": ["hi"]}])
    assert [reply["id"] for reply in replies] == ["first", "last"]
    assert code == UsageError.exit_code
    (complaint,) = capsys.readouterr().err.splitlines()
    assert complaint.startswith("line 3: ")
    assert why in complaint
    assert len(complaint) < 200


def test_what_is_not_utf8_is_replaced_and_a_mark_at_the_start_skipped() -> None:
    replies, code = run([b'\xef\xbb\xbf{"id": "\xff", "turns": ["What does Growth cost? \xfe"]}\r'])
    assert (replies[0]["id"], replies[0]["kind"], code) == ("\ufffd", "answer", 0)


def test_several_processes_give_the_same_lines(capsys: pytest.CaptureFixture[str]) -> None:
    questions = ["What does Growth cost?", "短信多少钱", "hi", "how do I set up WhatsApp?"]
    lines: list[Any] = [{"id": i, "turns": [questions[i % 4], "and on Advanced?"][: 1 + i % 2]} for i in range(40)]
    lines.insert(20, b"bad")
    one, several = run(lines), run(lines, jobs=2)
    for replies, _ in (one, several):
        for reply in replies:
            del reply["meta"]["elapsed_ms"]
    assert one == several
    assert one[1] == UsageError.exit_code
    assert capsys.readouterr().err.count("line 21: not JSON") == 2


class Counted(BytesIO):
    """Lines that count how many of them were read."""

    def __init__(self, lines: int) -> None:
        super().__init__(b'{"turns": ["hi"]}\n' * lines)
        self.read_lines = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        self.read_lines += 1
        return super().readline(size)


@pytest.mark.parametrize("jobs", [1, 2])
def test_input_is_read_no_further_ahead_than_keeps_the_processes_busy(jobs: int) -> None:
    source = Counted(100)
    ahead: list[int] = []
    batch.run(source, lambda _: ahead.append(source.read_lines - len(ahead)), MAKE, jobs=jobs)
    assert len(ahead) == 100
    assert max(ahead) <= batch.AHEAD * jobs + 1


class Faulty:
    """An assistant whose model is out of reach, or that has a fault of its own."""

    knowledge = Assistant().knowledge

    def __init__(self, *, engine: str, language: str, plan: str) -> None:
        self.engine = engine

    def answer(self, text: str, state: State) -> tuple[Reply, State]:
        if text == "fault":
            raise ZeroDivisionError("sk-secret")
        degraded = Degraded(text, ("EUR 13",) if text == "guard" else ()) if self.engine != "offline" else None
        return Reply(kind="clarify", language="en", text=self.engine, degraded=degraded), state


@pytest.mark.parametrize(
    ("engine", "turns", "code"),
    [
        ("openai", ["timeout"], EngineError.exit_code),
        ("openai", ["guard"], 0),
        ("auto", ["timeout"], 0),
        ("offline", ["timeout"], 0),
    ],
)
def test_a_failed_service_is_a_failure_only_where_it_was_demanded(engine: str, turns: list[str], code: int) -> None:
    replies, found = run([{"turns": turns}], make=Faulty, engine=engine)
    assert (len(replies), found) == (1, code)


def test_only_the_last_turn_goes_to_a_model() -> None:
    replies, _ = run([{"turns": ["fine", "fine"]}], make=Faulty, engine="openai")
    assert replies[0]["text"] == "openai"
    calls: list[str] = []

    class Listening(Faulty):
        def answer(self, text: str, state: State) -> tuple[Reply, State]:
            calls.append(self.engine)
            return super().answer(text, state)

    run([{"turns": ["one", "two", "three"]}], make=Listening, engine="openai")
    assert calls == ["offline", "offline", "openai"]


def test_a_fault_of_ours_costs_one_line_and_shows_no_data(capsys: pytest.CaptureFixture[str]) -> None:
    replies, code = run([{"turns": ["fault"]}, {"turns": ["fine"]}], make=Faulty)
    assert (len(replies), code) == (1, UsageError.exit_code)
    complaint = capsys.readouterr().err
    assert "line 1: Internal error: ZeroDivisionError at test_batch.py:" in complaint
    assert "secret" not in complaint


def test_knowledge_that_is_missing_ends_the_batch(tmp_path: Any) -> None:
    with pytest.raises(KnowledgeError):
        run([{"turns": ["hi"]}] * 3, make=partial(Assistant, knowledge=tmp_path))
