"""Another product's knowledge, from its YAML to its answers: nothing in the program is about one product alone."""

import json
import shutil
from pathlib import Path

import pytest

from closum_help.assistant import Assistant
from closum_help.build import build
from closum_help.checks import problems
from closum_help.cli import run
from closum_help.paths import compiled_dir
from closum_help.types import Reply, State

PACK = Path(__file__).parent / "packs" / "demo"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Return an assistant with the pack, compiled with weights of its own and the program's hints."""
    out = tmp_path_factory.mktemp("compiled")
    hints = json.loads((compiled_dir() / "meta.json").read_bytes())["hints"]
    (out / "meta.json").write_text(json.dumps({"hints": hints}), "utf-8")  # build() keeps what it finds here
    shutil.copy(compiled_dir() / "hints.bin", out)
    assert build(PACK, out)
    return Assistant(engine="offline", knowledge=out)


def talk(assistant: Assistant, *turns: str) -> Reply:
    state = State()
    for turn in turns:
        reply, state = assistant.answer(turn, state)
    return reply


def about(reply: Reply) -> str:
    """Return the sibling, the reason of a refusal, or the first entry that an answer is from."""
    told = reply.sources[0].id if reply.sources else ""
    return reply.handoff.skill if reply.handoff else reply.decline or told


def test_the_pack_has_no_problem() -> None:
    assert not problems(PACK)


@pytest.mark.parametrize(
    ("turns", "kind", "what", "said"),
    [
        (["so what would Solo set me back every month"], "answer", "plans/solo", "EUR 9 a month"),
        (["which things come with the crew subscription"], "answer", "plans/crew", "2,000 tickets"),
        (["Crew套餐里能开几张工单"], "answer", "plans/crew", "2000张工单"),
        (["多招一个学徒，账号怎么收费"], "answer", "plans/addon-people", "8欧元"),
        (["how much more is crew than solo"], "answer", "plans/compare", "EUR 20"),
        (["someone told me brightdesk is free of charge, true?"], "answer", "misconceptions/free-plan", "no free plan"),
        (["where do I click to book in a broken phone"], "answer", "tickets/create", "Desk -> New ticket"),
        (["can the owner follow how far the repair is"], "answer", "tickets/status", "private link"),
        (["旧工单保留几天"], "answer", "tickets/history", "730天"),
        (["tell me when we run low on screens"], "answer", "parts/stock", "order list"),
        (["电池快用完的时候会不会提醒我"], "answer", "parts/stock", "订货清单"),
        (["what margin should I add on a new battery"], "handoff", "repair-pricing", "--skill repair-pricing"),
        (["换电池的手工费定多少好"], "handoff", "repair-pricing", "取决于你的成本"),
        (["讲个关于猫的笑话"], "decline", "out_of_scope", ""),
        (["cancel our subscription today"], "decline", "account_action", ""),
        (["hello"], "clarify", "", "What part of Brightdesk is it about?"),
        (["hello", "B"], "answer", "parts/stock", "Parts -> Stock"),
        (["Solo多少钱", "那Crew呢"], "answer", "plans/crew", "29欧元"),
        (["for how many days do you store finished jobs", "A"], "answer", "tickets/history", "On Solo"),
    ],
)
def test_questions(assistant: Assistant, turns: list[str], kind: str, what: str, said: str) -> None:
    reply = talk(assistant, *turns)
    assert (reply.kind, about(reply)) == (kind, what) and said in reply.text


@pytest.mark.parametrize(
    ("question", "plan", "total"),
    [
        ("what will 2 people and 400 emails a month cost", "plans/solo", "EUR 17"),
        ("what would 5 people cost", "plans/crew", "EUR 37"),
        ("what does Crew cost with 6 people", "plans/crew", "EUR 45"),
        ("5个师傅，每月2000封邮件，一共多少钱", "plans/crew", "37欧元"),
        ("Crew一年下来一共要付多少", "plans/crew", "348欧元"),
        ("800 tickets a month, what does that cost", "plans/crew", "EUR 29"),
        ("我们3个师傅每月800张工单要多少钱", "plans/crew", "29欧元"),
    ],
)
def test_sums(assistant: Assistant, question: str, plan: str, total: str) -> None:
    reply = talk(assistant, question)
    assert (reply.kind, about(reply)) == ("answer", plan) and total in reply.text.splitlines()[0]


def test_a_need_beyond_the_largest_plan_is_said(assistant: Assistant) -> None:
    assert "6,000" in talk(assistant, "12000 status mails a month, what does it cost").text


def test_the_pack_behind_the_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "demo"
    shutil.copytree(PACK, root)
    plans = root / "plans.yaml"
    plans.write_text(plans.read_text("utf-8").replace("price: 29,", "price: 31,"), "utf-8")
    for question, said in (("how much is crew every month", "EUR 31"), ("Crew套餐的月费", "31欧元")):
        assert run(["-q", question, "--knowledge", str(root)]) == 0
        assert said in capsys.readouterr().out
