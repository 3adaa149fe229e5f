"""The engine against a real server on loopback: what it sends, what it makes of every answer, and when it stops."""

import json
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from closum_help import ask
from closum_help.assistant import Assistant
from closum_help.engines.openai import HEADERS, MAX_BYTES, Completion, complete
from closum_help.errors import ConfigError, EngineError
from closum_help.settings import Settings

KEY = "sk-not-a-real-key-0123456789"
MESSAGES = [{"role": "system", "content": "Rules."}, {"role": "user", "content": "你好？"}]
PRICE = "what does Growth cost?"

Step = Callable[[BaseHTTPRequestHandler], None]


class Service:
    """A model service that takes one step of a script for each request, the last one over and over."""

    def __init__(self) -> None:
        self.script: list[Step] = [says("Hello.")]
        self.requests: list[tuple[str, dict[str, str], Any]] = []
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.requests.append((self.path, {k.lower(): v for k, v in self.headers.items()}, json.loads(body)))
                step = service.script[min(len(service.requests), len(service.script)) - 1]
                try:
                    step(self)
                except OSError:
                    self.close_connection = True  # the client has gone, as it should after its deadline

            do_GET = do_POST

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"

    def settings(self, **changes: Any) -> Settings:
        return Settings(api_key=KEY, base_url=self.url, model="m-1", engine="openai")._replace(**changes)


@pytest.fixture
def service() -> Iterator[Service]:
    service = Service()
    Thread(target=service.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield service
    service.server.shutdown()
    service.server.server_close()


def sends(status: int, body: str | bytes, **headers: str) -> Step:
    def step(handler: BaseHTTPRequestHandler) -> None:
        raw = body.encode() if isinstance(body, str) else body
        handler.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(raw)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(raw)

    return step


def says(content: object, finish: str | None = "stop", **more: Any) -> Step:
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    return sends(200, json.dumps({"id": "1", "choices": [choice], **more}))


def silent(_: BaseHTTPRequestHandler) -> None:
    time.sleep(1.5)


def drips(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(15):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)


def cut(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices":')


def failure(service: Service, settings: Settings | None = None, deadline: float = 5) -> EngineError:
    with pytest.raises(EngineError) as raised:
        complete(MESSAGES, settings or service.settings(), deadline=deadline)
    assert KEY not in str(raised.value) and "\n" not in str(raised.value)
    return raised.value


def test_the_answer_comes_back_with_its_model_and_usage(service: Service) -> None:
    service.script = [says(" Hi\x1b[2J there. ", model="m-1-2026", usage={"prompt_tokens": 7, "completion_tokens": 3})]
    said = complete(MESSAGES, service.settings(), deadline=5)
    assert said == Completion("Hi there.", "m-1-2026", {"input_tokens": 7, "output_tokens": 3})


@pytest.mark.parametrize("finish", ["stop", None, "eos", "tool_calls"])
def test_services_end_an_answer_in_their_own_ways(service: Service, finish: str | None) -> None:
    service.script = [says("Hi.", finish)]
    assert complete(MESSAGES, service.settings(), deadline=5) == Completion("Hi.", "m-1", None)


def test_one_request_holds_the_messages_and_nothing_of_the_environment(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-other")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-1")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-1")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Mine: secret\nAuthorization: Bearer stolen")
    complete(MESSAGES, service.settings(), deadline=5)
    ((path, headers, body),) = service.requests
    assert path == "/v1/chat/completions"
    assert (body["model"], body["messages"], body.get("stream")) == ("m-1", MESSAGES, None)
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers.keys() <= HEADERS
    assert all(
        word not in json.dumps(headers) for word in ("org-1", "proj-1", "secret", "stolen", "sk-other", "sk-admin")
    )


def test_a_service_of_ones_own_needs_no_key(service: Service) -> None:
    complete(MESSAGES, service.settings(api_key=None), deadline=5)
    assert service.requests[0][1]["authorization"] == "Bearer none"


@pytest.mark.parametrize(
    ("step", "code", "hits", "named"),
    [
        (sends(401, json.dumps({"error": {"message": f"Incorrect API key {KEY}"}})), "refused_key", 1, "_API_KEY"),
        (sends(403, "no"), "refused_key", 1, "_API_KEY"),
        (sends(404, "{}"), "no_model", 1, "'m-1'"),
        (sends(400, '{"error": {"code": "context_length_exceeded"}}'), "service", 1, "_MODEL"),
        (sends(413, ""), "service", 1, "413"),
        (sends(429, "{}", Retry_After="0"), "rate_limited", 2, "429"),
        (sends(503, "<html>"), "service", 2, "503"),
        (sends(307, "", Location="http://127.0.0.1:9/v1"), "bad_response", 1, "_BASE_URL"),
        (cut, "unreachable", 1, "_BASE_URL"),
    ],
)
def test_faults_are_typed_and_name_the_setting(service: Service, step: Step, code: str, hits: int, named: str) -> None:
    service.script = [step]
    error = failure(service)
    assert (error.code, len(service.requests)) == (code, hits)
    assert named in str(error)


@pytest.mark.parametrize(
    "body",
    [
        "", "null", "[1, 2]", '"hi"', "<html>ok</html>", "{}", '{"error": {"message": "x"}}', '{"choices": null}',
        '{"choices": []}', '{"choices": [null]}', '{"choices": [{"message": null}]}', b"\xff\xfe", "[" * 100_000,
    ],
)  # fmt: skip
def test_a_success_that_is_none(service: Service, body: str | bytes) -> None:
    service.script = [sends(200, body)]
    assert failure(service).code == "bad_response"


@pytest.mark.parametrize(
    "step",
    [
        says(None), says(""), says(" \u200b\n"), says(7), says([{"type": "text", "text": "hi"}]),
        says("half a", "length"), says("half a", "content_filter"), says("x" * MAX_BYTES),
    ],
)  # fmt: skip
def test_no_whole_answer_is_no_answer(service: Service, step: Step) -> None:
    service.script = [step]
    assert failure(service).code == "bad_response"


def test_a_passing_fault_is_tried_once_more(service: Service) -> None:
    service.script = [sends(500, ""), says("Hi.")]
    assert complete(MESSAGES, service.settings(), deadline=5).text == "Hi."
    assert len(service.requests) == 2


@pytest.mark.parametrize("step", [silent, drips, sends(429, "{}", Retry_After="30")])
def test_the_deadline_holds_whatever_the_service_does(service: Service, step: Step) -> None:
    service.script = [step]
    began = time.monotonic()
    assert failure(service, deadline=0.6).code == "timeout"
    assert time.monotonic() - began < 1.2
    assert len(service.requests) == 1


def test_nobody_there(service: Service) -> None:
    assert failure(service, service.settings(base_url="http://127.0.0.1:9/v1")).code == "unreachable"


@pytest.mark.parametrize(("name", "value"), [("ALL_PROXY", "socks5://127.0.0.1:9"), ("SSL_CERT_FILE", "/not/there")])
def test_a_broken_environment_is_one_line(
    service: Service, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert failure(service).code == "unreachable"


def assistant(service: Service, **changes: Any) -> Assistant:
    return Assistant(engine="openai", settings=service.settings(**changes), deadline=5)


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
    helper = Assistant(engine="openai", settings=service.settings(), language=language, deadline=5)
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
    assert (
        Assistant(engine=engine, settings=service.settings(**settings), deadline=5).answer(PRICE)[0].engine == engines
    )


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
