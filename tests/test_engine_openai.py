"""The engine against a real server on loopback: what it sends, what it makes of every answer, and when it stops."""

import json
import threading
from time import monotonic, sleep
from typing import Any

import pytest
from loopback import DONE, KEY, Service, Step, error, piece, says, sends, silent, spoken, streams

from closum_help import ask
from closum_help.assistant import Assistant
from closum_help.engines.openai import HEADERS, complete, stream
from closum_help.engines.wire import Completion
from closum_help.errors import ConfigError, EngineError
from closum_help.settings import Settings

MESSAGES = [{"role": "system", "content": "Rules."}, {"role": "user", "content": "你好？"}]
PRICE = "what does Growth cost?"


def settings_for(service: Service, **changes: Any) -> Settings:
    return Settings(api_key=KEY, base_url=service.url, model="m-1", engine="openai")._replace(**changes)


def failure(service: Service, settings: Settings | None = None, deadline: float = 5) -> EngineError:
    with pytest.raises(EngineError) as raised:
        complete(MESSAGES, settings or settings_for(service), deadline=deadline)
    assert KEY not in str(raised.value) and "\n" not in str(raised.value)
    return raised.value


def test_the_answer_comes_back_with_its_model_and_usage(service: Service) -> None:
    service.script = [says(" Hi\x1b[2J there. ", model="m-1-2026", usage={"prompt_tokens": 7, "completion_tokens": 3})]
    said = complete(MESSAGES, settings_for(service), deadline=5)
    assert said == Completion("Hi there.", "m-1-2026", {"input_tokens": 7, "output_tokens": 3})


def test_the_words_come_one_by_one_and_the_whole_is_returned(service: Service) -> None:
    service.script = [streams(*spoken("Growth costs 12."), DONE)]
    words = stream(MESSAGES, settings_for(service), deadline=5)
    said = [next(words), next(words), next(words)]
    assert said == ["Growth ", "costs 1", "2."]
    with pytest.raises(StopIteration) as ended:
        next(words)
    assert ended.value.value == Completion("Growth costs 12.", "m-1")


def test_words_that_nobody_waits_for_are_not_read_on(service: Service) -> None:
    service.script = [streams(piece("so "), each=0.05, forever=True)]
    words = stream(MESSAGES, settings_for(service), deadline=30)
    next(words)
    words.close()
    ends = monotonic() + 3
    while any(thread.name.startswith("words") for thread in threading.enumerate()) and monotonic() < ends:
        sleep(0.05)
    assert monotonic() < ends


def test_one_request_holds_the_messages_and_nothing_of_the_environment(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-other")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-1")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-1")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Mine: secret\nAuthorization: Bearer stolen")
    complete(MESSAGES, settings_for(service), deadline=5)
    ((path, headers, body),) = service.requests
    assert path == "/v1/chat/completions"
    assert (body["model"], body["messages"], body["stream"]) == ("m-1", MESSAGES, True)
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers.keys() <= HEADERS
    assert all(
        word not in json.dumps(headers) for word in ("org-1", "proj-1", "secret", "stolen", "sk-other", "sk-admin")
    )


def test_a_service_of_ones_own_needs_no_key(service: Service) -> None:
    complete(MESSAGES, settings_for(service, api_key=None), deadline=5)
    assert service.requests[0][1]["authorization"] == "Bearer none"


@pytest.mark.parametrize(
    ("step", "code"), [(silent, "timeout"), (error(401, "x", KEY), "refused_key"), (says(None), "bad_response")]
)
def test_a_fault_is_one_line_with_a_code(service: Service, step: Step, code: str) -> None:
    service.script = [step]
    assert failure(service, deadline=0.6).code == code


def test_the_default_host_has_its_own_word_for_the_limit(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    complete(MESSAGES, settings_for(service), deadline=5)
    monkeypatch.setattr("closum_help.engines.openai.DEFAULT_BASE_URL", service.url)
    complete(MESSAGES, settings_for(service), deadline=5)
    sent = [{name for name in body if name.startswith("max_")} for _, _, body in service.requests]
    assert sent == [{"max_tokens"}, {"max_completion_tokens"}]


def assistant(service: Service, **changes: Any) -> Assistant:
    return Assistant(engine="openai", settings=settings_for(service, **changes), deadline=5)


def test_the_models_words_stand_between_our_sums_and_our_sources(service: Service) -> None:
    words = "Growth is the plan with 10,000 e-mails a month, and it costs €12."
    service.script = [says(words, model="m-2")]
    reply, state = assistant(service).answer(PRICE)
    offline, same = Assistant(engine="offline").answer(PRICE)
    assert (reply.kind, reply.engine, reply.model, reply.degraded) == ("answer", "openai", "m-2", None)
    assert reply.text.startswith(words) and reply.text.endswith(offline.text.rpartition("\n\n")[2])
    assert (reply.sources, reply.caveats, state) == (offline.sources, offline.caveats, same)


def test_the_model_gets_what_the_prompt_command_prints(service: Service) -> None:
    helper = assistant(service)
    helper.answer(PRICE)
    assert service.requests[0][2]["messages"] == helper.messages(PRICE)


def test_a_wrong_figure_brings_the_offline_answer(service: Service) -> None:
    service.script = [
        says("Growth costs EUR 49, see https://evil.io.", usage={"prompt_tokens": 9, "completion_tokens": 2})
    ]
    helper = assistant(service)
    reply, _ = helper.answer(PRICE)
    assert reply.degraded == ("violation", ("not in the passages: evil.io", "not in the passages: 49 EUR"))
    assert (reply.text, reply.engine) == (Assistant(engine="offline").answer(PRICE)[0].text, "offline")
    assert reply.usage == {"input_tokens": 9, "output_tokens": 2} and helper.engine_error is None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_failed_service_brings_the_offline_answer_and_says_so(service: Service, language: str) -> None:
    service.script = [sends(401, "{}"), says("Growth costs EUR 12.")]
    helper = Assistant(engine="openai", settings=settings_for(service), language=language, deadline=5)
    reply, _ = helper.answer(PRICE)
    offline, _ = Assistant(engine="offline", language=language).answer(PRICE)
    assert (reply.text, reply.engine, reply.degraded) == (offline.text, "offline", ("refused_key", ()))
    assert len(reply.caveats) == len(offline.caveats) + 1
    assert isinstance(helper.engine_error, EngineError) and helper.engine_error.exit_code == 4
    again, _ = helper.answer(PRICE)
    assert again.engine == "openai" and helper.engine_error is None


def test_a_reply_that_is_no_answer_asks_no_model(service: Service) -> None:
    helper = assistant(service)
    assert helper.answer("hi")[0].kind == "clarify" and helper.messages("hi") == []
    assert service.requests == []


@pytest.mark.parametrize(
    ("engine", "settings", "engines"),
    [
        ("auto", {}, "openai"),
        ("auto", {"engine": "offline"}, "offline"),
        ("auto", {"api_key": None, "base_url": None, "engine": "auto"}, "offline"),
        ("offline", {}, "offline"),
        ("openai", {"engine": "auto"}, "openai"),
    ],
)
def test_which_engine_words_it(service: Service, engine: str, settings: dict[str, Any], engines: str) -> None:
    service.script = [says("Growth costs EUR 12.")]
    helper = Assistant(engine=engine, settings=settings_for(service, **settings), deadline=5)
    assert helper.answer(PRICE)[0].engine == engines


def test_an_engine_of_ones_own_is_a_function(service: Service) -> None:
    def mine(messages: list[dict[str, str]]) -> str:
        return f" {messages[-1]['content']}\x1b[2J Growth costs €12. "

    reply, _ = Assistant(engine=mine).answer(PRICE)
    assert reply.text.startswith(f"{PRICE} Growth costs €12.\n")
    assert (reply.engine, reply.model, reply.degraded) == ("custom", "mine", None)


@pytest.mark.parametrize(("words", "code"), [("Growth costs €49.", "violation"), (" ", "engine")])
def test_an_engine_of_ones_own_is_checked_like_any(words: str, code: str) -> None:
    reply = ask(PRICE, engine=lambda _: words)
    assert (reply.text, reply.engine) == (ask(PRICE, engine="offline").text, "offline")
    assert reply.degraded and reply.degraded.code == code


def test_a_model_that_is_demanded_but_not_set_up_is_an_error_before_any_answer() -> None:
    with pytest.raises(ConfigError):
        ask(PRICE, engine="openai")


def test_a_model_that_is_not_demanded_may_be_set_up_wrongly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOSUM_HELP_API_KEY", "two words")
    reply = ask(PRICE)
    assert (reply.engine, reply.degraded) == ("offline", ("config", ()))


def test_a_key_for_other_tools_sends_nothing_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    assert ask(PRICE).degraded is None
