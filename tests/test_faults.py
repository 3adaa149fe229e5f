"""Every fault of a model service, N01 to N27 of the fault list, through the command line against a real server.

Whatever happens: over within the deadline, one line on stderr, the offline answer, and the exit code that was promised.
"""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from loopback import (
    DONE,
    KEY,
    Service,
    Step,
    cuts_a_body,
    cuts_a_chunk,
    error,
    floods,
    piece,
    resets,
    says,
    sends,
    silent,
    spoken,
    streams,
)

from closum_help.assistant import Assistant
from closum_help.cli import run

ROOT = Path(__file__).parent.parent
PRICE = "what does Growth cost?"
WORDS = "Growth is the plan with 10,000 e-mails a month, and it costs €12."
OFFLINE = Assistant(engine="offline").answer(PRICE)[0].text
PATIENCE = 1.0  # seconds beyond the deadline
ASK = ("-q", PRICE, "--json")


class Outcome(NamedTuple):
    code: int
    reply: Any
    stderr: list[str]
    seconds: float

    @property
    def degraded(self) -> str | None:
        degraded = self.reply["meta"]["degraded"]
        return degraded and degraded["code"]


@pytest.fixture
def ask(service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Ask in this process, which has the SDK loaded; the settings are environment variables (None: not set)."""

    def asked(engine: str = "openai", *more: str, timeout: float = 10, **settings: str | None) -> Outcome:
        wanted = {"API_KEY": KEY, "BASE_URL": service.url, "MODEL": "m-1", "TIMEOUT": str(timeout), **settings}
        for name, value in wanted.items():
            if value is not None:
                monkeypatch.setenv(name if "_PROXY" in name or "_FILE" in name else f"CLOSUM_HELP_{name}", value)
        began = time.monotonic()
        code = run([*ASK, "--engine", engine, *more])
        seconds = time.monotonic() - began
        out, err = capsys.readouterr()
        assert KEY not in out + err and "Traceback" not in err
        return Outcome(code, json.loads(out), err.splitlines(), seconds)

    return asked


def answered(outcome: Outcome) -> bool:
    """Return whether the model's words are there and nothing is amiss."""
    fine = (outcome.code, outcome.stderr, outcome.degraded, outcome.reply["meta"]["engine"]) == (0, [], None, "openai")
    return fine and outcome.reply["text"].startswith(WORDS)


def fell_back(outcome: Outcome, engine: str, *, timeout: float = 10) -> str:
    """Check that the offline answer is there, said to be so, in time and with the right code; return the one line."""
    assert outcome.reply["text"] == OFFLINE
    assert outcome.reply["meta"]["engine"] == "offline"
    assert outcome.code == (4 if engine == "openai" else 0)
    assert outcome.seconds < timeout + PATIENCE
    (line,) = outcome.stderr
    assert line.startswith("closum-help: ") and line.endswith("This is the offline answer.")
    return line


class Fault(NamedTuple):
    """What the service does, the code of the outcome, how often it is asked, and what the line names."""

    id: str
    step: Step
    degraded: str
    hits: int
    named: str
    timeout: float = 10


ECHO = f"Incorrect API key provided: {KEY}."
FAULTS = [
    Fault("N05-401", error(401, "invalid_api_key", ECHO), "refused_key", 1, "CLOSUM_HELP_API_KEY"),
    Fault("N05-403", error(403, "forbidden", ECHO), "refused_key", 1, "CLOSUM_HELP_API_KEY"),
    Fault("N06-no-model", error(404, "model_not_found"), "no_model", 1, "'m-1'"),
    Fault("N06-no-page", sends(404, "<html>"), "no_model", 1, "CLOSUM_HELP_MODEL"),
    Fault("N07-context", error(400, "context_length_exceeded"), "too_long", 1, "'m-1'"),
    Fault("N07-context-llama", error(400, "exceed_context_size_error"), "too_long", 1, "'m-1'"),
    Fault("N07-413", sends(413, ""), "too_long", 1, "413"),
    Fault("N07-422", sends(422, '{"detail": []}'), "service", 1, "422"),
    Fault("N08-policy", error(400, "content_policy_violation"), "refused", 1, "refused to answer"),
    Fault("N10-429-for-ever", error(429, "rate_limit_exceeded"), "rate_limited", 2, "429"),
    Fault("N10-429-nonsense", error(429, "x", Retry_After="soon"), "rate_limited", 2, "429"),
    Fault("N10-429-nan", error(429, "x", Retry_After="nan"), "rate_limited", 2, "429"),
    Fault("N11-retry-after-90", error(429, "x", Retry_After="90"), "rate_limited", 1, "429"),
    Fault("N12-quota", error(429, "insufficient_quota"), "rate_limited", 1, "account"),
    Fault("N13-503-for-ever", sends(503, "<html>"), "service", 2, "503"),
    Fault("N14-silent", silent, "timeout", 1, "in time", 1.2),
    Fault("N15-headers-only", streams("\n", then=silent), "timeout", 1, "in time", 1.2),
    Fault("N15-drips", streams(" ", each=0.1, forever=True), "timeout", 1, "in time", 1.2),
    Fault("N15-keep-alive", streams(": keep-alive\n\n", each=0.1, forever=True), "timeout", 1, "in time", 1.2),
    Fault("N15-words-for-ever", streams(piece("so "), each=0.1, forever=True), "timeout", 1, "in time", 1.2),
    Fault("N15-words-then-silence", streams(piece("so "), then=silent), "timeout", 1, "in time", 1.2),
    Fault("N16-reset", streams(piece(WORDS), then=resets), "incomplete", 1, "cut short"),
    Fault("N16-chunk-cut", cuts_a_chunk, "incomplete", 1, "cut short"),
    Fault("N16-body-cut", cuts_a_body, "incomplete", 1, "cut short"),
    Fault("N17-no-finish", streams(piece(WORDS)), "incomplete", 1, "cut short"),
    Fault("N19-malformed", streams(piece("Growth"), "data: {oops\n\n"), "bad_response", 1, "no answer"),
    Fault("N19-not-utf-8", streams(piece("Growth"), b'data: {"x": "\xff"}\n\n'), "bad_response", 1, "no answer"),
    Fault("N19-no-object", streams(piece("Growth"), "data: 7\n\n"), "bad_response", 1, "no answer"),
    Fault("N19-in-band", streams(piece("Growth"), 'data: {"error": {"code": 500}}\n\n'), "service", 1, "failed"),
    Fault("N19-in-band-text", streams('data: {"error": "overloaded"}\n\n'), "service", 1, "failed"),
    Fault("N20-html", sends(200, "<html>ok</html>", Content_Type="text/html"), "bad_response", 1, "_BASE_URL"),
    Fault("N20-empty-stream", streams(DONE), "bad_response", 1, "no answer"),
    *(
        Fault(f"N21-{body[:24]!r}", sends(200, body), "bad_response", 1, "no answer")
        for body in (
            "", "null", "[1, 2]", '"hi"', "{}", '{"choices": null}', '{"choices": []}', '{"choices": [null]}',
            '{"choices": [{"message": null}]}', '{"choices": [{"message": "hi"}]}', b"\xff\xfe", '{"choices": "x"}',
        )
    ),
    Fault("N21-error", sends(200, '{"error": {"message": "x"}}'), "service", 1, "failed"),
    *(
        Fault(f"N21-content-{content!r}", says(content), "bad_response", 1, "no answer")
        for content in (None, "", " \u200b\n", 7, [{"type": "text", "text": "hi"}])
    ),
    Fault("N22-refusal", streams(piece(finish="stop").replace('"delta": {}', '"delta": {"refusal": "I cannot"}')),
          "refused", 1, "refused to answer"),
    Fault("N22-filter", says(WORDS, "content_filter"), "refused", 1, "refused to answer"),
    Fault("N22-length", says(WORDS, "length"), "incomplete", 1, "cut short"),
    Fault("N22-length-streamed", streams(*spoken(WORDS, "length"), DONE), "incomplete", 1, "cut short"),
    Fault("N23-deep", sends(200, "[" * 200_000), "bad_response", 1, "no answer"),
    Fault("N23-deep-line", streams("data: " + "[" * 200_000 + "\n\n"), "bad_response", 1, "no answer"),
    Fault("N23-long-answer", says("x" * 30_000), "bad_response", 1, "no answer"),
    Fault("N25-302", sends(302, "", Location="http://127.0.0.1:9/v1"), "redirect", 1, "302"),
    Fault("N25-307", sends(307, "", Location="http://127.0.0.1:9/v1"), "redirect", 1, "elsewhere"),
    Fault("N25-308-loop", sends(308, "", Location="/v1/chat/completions"), "redirect", 1, "308"),
]  # fmt: skip


@pytest.mark.parametrize("engine", ["openai", "auto"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_a_fault_of_the_service_is_a_line_and_the_offline_answer(
    fault: Fault, engine: str, service: Service, ask: Any
) -> None:
    service.script = [fault.step]
    outcome = ask(engine, timeout=fault.timeout)
    line = fell_back(outcome, engine, timeout=fault.timeout)
    assert (outcome.degraded, len(service.requests)) == (fault.degraded, fault.hits)
    assert fault.named in line
    service.script = [says(WORDS)]
    service.requests.clear()
    assert answered(ask(engine))  # the next question finds nothing left of it


def test_N01_without_a_key_nothing_is_asked(service: Service, ask: Any) -> None:
    outcome = ask("auto", API_KEY=None, BASE_URL=None)
    assert (outcome.code, outcome.stderr, outcome.degraded, service.requests) == (0, [], None, [])
    assert outcome.reply["text"] == OFFLINE
    demanded = ask("openai", API_KEY=None, BASE_URL=None)
    assert (demanded.code, demanded.stderr, demanded.reply["error"]["code"]) == (3, [], "config")


def test_N01_unconfigured_no_socket_is_made_and_no_sdk_loaded() -> None:
    code = f"""
import sys
def watch(event, args):
    if event.startswith("socket."):
        raise RuntimeError(event)
sys.addaudithook(watch)
from closum_help.cli import run
assert run(["-q", {PRICE!r}]) == 0
assert run(["batch", "-"]) == 0
print(sorted({{"openai", "httpx2", "socket", "ssl", "asyncio"}} & set(sys.modules)))"""
    environ = {**os.environ, "OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr, done.stdout.splitlines()[-1]) == (0, "", "[]")
    assert KEY not in done.stdout


@pytest.mark.parametrize("key", ["", " ", "sk-secret\nx", "sk-\u00e9secret", "“sk-secret”", "Bearer secret"])
def test_N02_a_key_that_cannot_be_is_refused_before_any_call(key: str, service: Service, ask: Any) -> None:
    refused = ask("openai", API_KEY=key)
    assert (refused.code, refused.stderr, list(refused.reply)) == (3, [], ["error"])
    assert "CLOSUM_HELP_API_KEY" in refused.reply["error"]["message"]
    outcome = ask("auto", API_KEY=key)
    assert (outcome.code, outcome.reply["text"], service.requests) == (0, OFFLINE, [])
    (line,) = outcome.stderr
    assert "CLOSUM_HELP_API_KEY" in line and "secret" not in line + str(refused.reply)


def test_N02_blank_edges_of_a_key_are_no_fault(service: Service, ask: Any) -> None:
    service.script = [says(WORDS)]
    assert answered(ask(API_KEY=f" {KEY}\n"))
    assert service.requests[0][1]["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("engine", ["openai", "auto"])
@pytest.mark.parametrize(
    ("url", "degraded"),
    [
        ("http://127.0.0.1:9/v1", {"unreachable"}),
        ("https://127.0.0.1:{port}/v1", {"unreachable"}),
        ("https://nobody.invalid/v1", {"unreachable", "timeout"}),
        (f"https://{'a' * 64}.example/v1", {"unreachable"}),
    ],
    ids=["refused", "tls-to-plain", "no-such-host", "no-such-name"],
)
def test_N03_nobody_there(url: str, degraded: set[str], engine: str, service: Service, ask: Any) -> None:
    outcome = ask(engine, BASE_URL=url.format(port=service.port), timeout=4)
    assert "CLOSUM_HELP_BASE_URL" in fell_back(outcome, engine, timeout=4)
    assert outcome.degraded in degraded and service.requests == []


@pytest.mark.parametrize(
    "url",
    [
        "127.0.0.1/v1", "", " ", "ftp://127.0.0.1/v1", "http://127.0.0.1:99999/v1", "http://127.0.0.1/v1\n",
        "https://maria:hunter2@127.0.0.1/v1", "https://h.example/v1?key=hunter2", "http://10.0.0.1/v1", "http://[::1",
    ],
)  # fmt: skip
def test_N04_a_base_url_that_cannot_be_is_refused_before_any_call(url: str, service: Service, ask: Any) -> None:
    refused = ask("openai", BASE_URL=url)
    assert (refused.code, refused.stderr, list(refused.reply)) == (3, [], ["error"])
    assert "CLOSUM_HELP_BASE_URL" in refused.reply["error"]["message"]
    outcome = ask("auto", BASE_URL=url)
    assert (outcome.code, outcome.reply["text"], service.requests) == (0, OFFLINE, [])
    (line,) = outcome.stderr
    assert "CLOSUM_HELP_BASE_URL" in line and "hunter2" not in line + str(refused.reply)


def test_N09_a_pause_that_the_service_asks_for_is_kept(service: Service, ask: Any) -> None:
    service.script = [error(429, "rate_limit_exceeded", Retry_After="2"), says(WORDS)]
    assert answered(ask())
    first, second = service.times
    assert 1.8 <= second - first < 4


def test_N13_a_passing_fault_is_tried_once_more(service: Service, ask: Any) -> None:
    service.script = [sends(500, ""), says(WORDS)]
    assert answered(ask())
    assert len(service.requests) == 2


def test_N16_after_the_first_word_nothing_is_tried_again(service: Service, ask: Any) -> None:
    service.script = [streams(piece("Growth "), then=resets), says(WORDS)]
    fell_back(ask(), "openai")
    assert len(service.requests) == 1


def test_N17_done_without_a_finish_is_whole(service: Service, ask: Any) -> None:
    service.script = [streams(piece(WORDS), DONE)]
    assert answered(ask())


def test_N18_a_finish_without_done_is_the_end(service: Service, ask: Any) -> None:
    service.script = [streams(*spoken(WORDS), then=silent)]
    outcome = ask()
    assert answered(outcome) and outcome.seconds < 2


def test_N18_the_usage_behind_the_last_word_is_kept(service: Service, ask: Any) -> None:
    usage = {"prompt_tokens": 7, "completion_tokens": 3}
    late = f"data: {json.dumps({'choices': [], 'usage': usage})}\n\n"
    for end in ([late, DONE], [late], [late.replace("\n\n", "\r\n\r\n")]):
        service.script = [streams(*spoken(WORDS), *end, then=None if DONE in end else silent)]
        assert ask().reply["meta"]["usage"] == {"input_tokens": 7, "output_tokens": 3}


def test_N20_a_service_that_does_not_stream_is_read_all_the_same(service: Service, ask: Any) -> None:
    service.script = [says(WORDS, model="m-1-2026")]
    outcome = ask()
    assert answered(outcome) and outcome.reply["meta"]["model"] == "m-1-2026"
    assert len(service.requests) == 1 and service.requests[0][2]["stream"] is True


@pytest.mark.parametrize("finish", ["stop", None, "eos", "tool_calls"])
def test_N22_services_end_an_answer_in_their_own_ways(finish: str | None, service: Service, ask: Any) -> None:
    service.script = [says(WORDS, finish), streams(*spoken(WORDS, finish), DONE)]
    assert answered(ask()) and answered(ask())


MEMORY = """
import sys
from closum_help.cli import run
code = run(sys.argv[1:])
with open("/proc/self/status") as file:  # ru_maxrss would count what the parent held when it started this process
    print(next(int(line.split()[1]) // 1024 for line in file if line.startswith("VmHWM")), file=sys.stderr)
raise SystemExit(code)"""


def peak(service: Service) -> tuple[int, str, int]:
    """Return exit code, stdout and the megabytes that a process needs for one question."""
    environ = {**os.environ, "CLOSUM_HELP_BASE_URL": service.url, "CLOSUM_HELP_TIMEOUT": "20"}
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, *ASK, "--engine", "openai"],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout, int(done.stderr.splitlines()[-1])


def test_N23_no_answer_is_large_enough_to_fill_the_memory(service: Service) -> None:
    service.script = [says(WORDS)]
    code, _, usual = peak(service)
    assert code == 0
    bomb = gzip.compress(b'{"choices": [{"message": {"content": "' + b"x" * 200_000_000 + b'"}}]}', 1)
    for step in (
        floods(b'{"choices": [{"message": {"content": "', b"x", 60),
        floods(b"data: ", b"x", 60),
        floods(b"", b": keep-alive\n\n", 60),
        sends(200, bomb, Content_Encoding="gzip"),
        sends(500, bomb, Content_Encoding="gzip"),
    ):
        service.script = [step]
        code, out, megabytes = peak(service)
        assert (code, json.loads(out)["text"]) == (4, OFFLINE)
        assert megabytes < usual + 25


@pytest.mark.parametrize(
    ("name", "value"),
    [("HTTPS_PROXY", "http://127.0.0.1:9"), ("ALL_PROXY", "socks5://127.0.0.1:9"), ("SSL_CERT_FILE", "/not/there")],
)
@pytest.mark.parametrize("engine", ["openai", "auto"])
def test_N24_a_broken_environment_is_named(name: str, value: str, engine: str, service: Service, ask: Any) -> None:
    outcome = ask(engine, BASE_URL=f"https://127.0.0.1:{service.port}/v1", **{name: value})
    assert name in fell_back(outcome, engine)
    assert outcome.degraded == "unreachable" and service.requests == []


@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
def test_N24_no_proxy_stands_before_this_machine_itself(name: str, service: Service, ask: Any) -> None:
    service.script = [says(WORDS)]
    assert answered(ask(**{name: "http://127.0.0.1:9"}))


def test_N26_nothing_of_other_tools_is_sent_or_used(
    service: Service, ask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = {
        "OPENAI_API_KEY": "sk-other", "OPENAI_ADMIN_KEY": "sk-admin", "OPENAI_ORG_ID": "org-1",
        "OPENAI_PROJECT_ID": "proj-1", "OPENAI_BASE_URL": "http://127.0.0.1:9/v1",
        "OPENAI_CUSTOM_HEADERS": "X-Mine: hidden\nAuthorization: Bearer stolen",
    }  # fmt: skip
    for name, value in other.items():
        monkeypatch.setenv(name, value)
    service.script = [says(WORDS)]
    assert answered(ask())
    assert answered(ask(API_KEY=None))
    sent = json.dumps(service.requests)
    assert not any(word in sent for word in ("sk-other", "sk-admin", "org-1", "proj-1", "hidden", "stolen"))


def test_N26_the_log_of_the_sdk_stays_off_stderr(service: Service) -> None:
    service.script = [sends(503, "")]
    environ = {**os.environ, "OPENAI_LOG": "debug", "CLOSUM_HELP_BASE_URL": service.url}
    done = subprocess.run(
        [sys.executable, "-m", "closum_help.cli", *ASK], cwd=ROOT, env=environ, capture_output=True, text=True
    )
    assert (done.returncode, json.loads(done.stdout)["text"]) == (0, OFFLINE)
    assert len(done.stderr.splitlines()) == 1


def test_N26_a_key_of_the_file_goes_to_the_host_of_the_file(sealed: Path, service: Service, ask: Any) -> None:
    file = sealed / ".config" / "closum-help" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'key = "{KEY}"\nbase_url = "https://h.example/v1"\n')
    service.script = [says(WORDS)]
    assert answered(ask(API_KEY=None))
    file.write_text(f'key = "{KEY}"\nbase_url = "{service.url}/"\n')
    assert answered(ask(API_KEY=None))
    assert [headers["authorization"] for _, headers, _ in service.requests] == ["Bearer none", f"Bearer {KEY}"]


@pytest.mark.parametrize("step", [silent, streams(piece("Growth "), each=0.1, forever=True)], ids=["wait", "stream"])
def test_N27_ctrl_c_stops_it_at_once(step: Step, service: Service) -> None:
    service.script = [step]
    process = subprocess.Popen(
        [sys.executable, "-m", "closum_help.cli", *ASK],
        cwd=ROOT,
        env={**os.environ, "CLOSUM_HELP_BASE_URL": service.url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    ends = time.monotonic() + 30
    while not service.requests and time.monotonic() < ends:
        time.sleep(0.05)
    time.sleep(0.3)
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert time.monotonic() - began < 1
