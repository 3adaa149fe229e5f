"""Turns read against the turns before them."""

import pytest

from closum_help.assistant import Assistant
from closum_help.knowledge import open_knowledge
from closum_help.session import choices, plans_in
from closum_help.types import Ask, Option, Reply, State

LETTERS = tuple(Ask(name, name, tuple(Option(f"{name}-{i}", "") for i in range(3))) for name in ("area", "goal"))


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(engine="offline")


def talk(assistant: Assistant, *turns: str) -> tuple[Reply, State]:
    state = State()
    for turn in turns:
        reply, state = assistant.answer(turn, state)
    return reply, state


@pytest.mark.parametrize(
    ("text", "own", "named"),
    [
        ("we're on Growth, what now", "growth", ("growth",)),
        ("our Zero account is full", "zero", ("zero",)),
        ("does Growth have pages?", "", ("growth",)),
        ("thinking of Advanced", "", ("advanced",)),
        ("Zero or Growth?", "", ("zero", "growth")),
        ("I run a kennel (the free plan)", "zero", ("zero",)),
        ("我们用的是Growth", "growth", ("growth",)),
        ("Advanced多少钱", "", ("advanced",)),
        ("no plan at all", "", ()),
    ],
)
def test_a_plan_is_theirs_only_when_they_say_so(text: str, own: str, named: tuple[str, ...]) -> None:
    knowledge = open_knowledge()
    assert plans_in(text, knowledge.identify(text) or "en", knowledge) == (own, named)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("B", {"area": "area-1"}),
        ("b)", {"area": "area-1"}),
        ("A C", {"area": "area-0", "goal": "goal-2"}),
        ("a, b", {"area": "area-0", "goal": "goal-1"}),
        ("Z", {}),
        ("A B C", {}),
        ("a cat", {}),
        ("", {}),
    ],
)
def test_letters_answer_the_open_questions(typed: str, chosen: dict[str, str]) -> None:
    assert choices(typed, LETTERS) == chosen


def test_a_letter_means_nothing_where_nothing_was_asked() -> None:
    assert choices("B", ()) == {}


def test_a_greeting_is_asked_back_and_letters_lead_to_an_answer(assistant: Assistant) -> None:
    reply, state = talk(assistant, "hello")
    assert reply.kind == "clarify" and [ask.id for ask in state.asks] == ["area", "goal"]
    reply, _ = assistant.answer("F D", state)
    assert (reply.kind, reply.area, reply.goal) == ("answer", "landing-pages", "pricing")


def test_a_sum_grows_over_turns(assistant: Assistant) -> None:
    reply, state = talk(assistant, "what do 6000 emails a month and 4 automations cost?", "and 2 more colleagues?")
    assert dict(state.needs.amounts) == {"emails": 6000, "automations": 4}
    assert dict(state.needs.extra) == {"people": 2}
    assert "EUR 35" in reply.text


def test_a_correction_changes_the_plan_and_keeps_the_question(assistant: Assistant) -> None:
    reply, state = talk(assistant, "how long do you keep our reports? we're on Zero", "no, I meant Advanced")
    assert state.plan == "advanced" and "180" in reply.text


def test_another_channel_takes_the_place_of_the_one_before(assistant: Assistant) -> None:
    reply, _ = talk(assistant, "how do I set up an email campaign", "and for sms?")
    assert reply.area == "sms" and "Campaigns -> SMS" in reply.text


def test_a_bare_number_takes_the_place_of_the_one_before(assistant: Assistant) -> None:
    reply, _ = talk(assistant, "what do 2000 sms cost", "and 4000?")
    assert "EUR 56" in reply.text


def test_thanks_in_between_does_not_lose_the_topic(assistant: Assistant) -> None:
    reply, state = talk(assistant, "what does Growth cost?", "thank you so much!")
    assert reply.kind == "clarify" and state.text
    assert assistant.answer("and Advanced?", state)[0].text.count("EUR 35")


def test_a_suggestion_is_chosen_by_number(assistant: Assistant) -> None:
    _, state = talk(assistant, "what does Growth cost?")
    assert state.suggestions
    by_slash, _ = assistant.answer("/1", state)
    by_digit, _ = assistant.answer("1", state)
    assert by_slash.text == by_digit.text and by_slash.kind == "answer"


def test_the_language_of_the_conversation_survives_a_letter(assistant: Assistant) -> None:
    reply, _ = talk(assistant, "你好", "A")
    assert reply.language == "zh"
