"""Streaming: what is a finished block, and what a reader sees while a service on loopback sends its words slowly."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from closum_help.assistant import Assistant
from closum_help.settings import Settings
from closum_help.streaming import Draft, blocks

ROOT = Path(__file__).parent.parent
PRICE = "what does Growth cost?"
RIGHT = "Growth costs EUR 12 a month.\n\n"
STEPS = "1. Open the plans.\n2. Pick Growth.\n"
WRONG = "It also comes with 77 landing pages.\n\n"
AFTER = "This is never shown.\n"
PATIENCE = 20.0  # seconds, for a machine that is busy

TEXTS = [
    ("One.\n\nTwo\nlines.\n", ["One.\n\n", "Two\nlines.\n"]),
    (
        "So:\n1. One\n2. Two\n   more\n   - deep\n3) Three",
        ["So:\n", "1. One\n", "2. Two\n   more\n   - deep\n", "3) Three"],
    ),
    ("- a\n* b\n\nEnd", ["- a\n", "* b\n\n", "End"]),
    ("步骤：\n1、打开\n2、保存\n", ["步骤：\n", "1、打开\n", "2、保存\n"]),
    ("## Title\nText\n# Next\n", ["## Title\n", "Text\n", "# Next\n"]),
    ("| a | b |\n|---|---|\n| 1 | 2 |\nThen.\n", ["| a | b |\n|---|---|\n| 1 | 2 |\n", "Then.\n"]),
    (
        "Run:\n```sh\n# no heading\n\n- no item\n```\nDone.",
        ["Run:\n", "```sh\n# no heading\n\n- no item\n```\n", "Done."],
    ),
    ("~~~~\n~~~\n```\n~~~~\nx", ["~~~~\n~~~\n```\n~~~~\n", "x"]),
    ("```\nnever closed\n\nx", ["```\nnever closed\n\nx"]),
    ("2026 was good.\n3.5 is a number\n-5 too", ["2026 was good.\n3.5 is a number\n-5 too"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "cut"), TEXTS)
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_a_text_is_cut_into_its_blocks_however_it_comes(text: str, cut: list[str], size: int) -> None:
    assert list(blocks(text[at : at + size] for at in range(0, len(text), size))) == cut


def test_a_block_is_out_as_soon_as_the_next_begins() -> None:
    fed: list[str] = []

    def words() -> Iterator[str]:
        for line in ("One.\n", "\n", "- a\n", "- b\n", "end"):
            fed.append(line)
            yield line

    assert [(block, len(fed)) for block in blocks(words())] == [("One.\n\n", 2), ("- a\n", 4), ("- b\nend", 5)]


def test_what_was_shown_is_never_taken_back() -> None:
    shown: list[str] = []
    draft = Draft(shown.append)
    assert draft.write(["a\n\nb", "ad\n\nc"], lambda text: ("bad",) if "bad" in text else (), "sum") == (
        "a\n\nbad",
        ("bad",),
    )
    draft.finish("sum\n\noffline", "from here")
    assert (shown, draft.broken) == (["sum\n\na", "from here", "sum\n\noffline"], True)


def test_a_control_sequence_across_two_pieces_is_not_shown() -> None:
    shown: list[str] = []
    draft = Draft(shown.append)
    text, wrong = draft.write(["a\x1b", "[2Jb\n\n\u202ec\x9b", "2Jd"], lambda _: (), "")
    draft.finish(text, "!")
    assert ("".join(shown), wrong, draft.broken) == ("ab\n\ncd", (), False)


class Slow:
    """A model service that sends what it was given, one event after a pause each; then `end`."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.pause = 0.0
        self.end = b"data: [DONE]\n\n"
        self.whole = b""
        self.bodies: list[dict[str, Any]] = []
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                service.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(200)
                self.end_headers()
                with suppress(OSError):  # the reader has gone
                    service.send(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        for piece in self.pieces if not self.whole else ():
            event = {"model": "m-1", "choices": [{"delta": {"content": piece}, "finish_reason": None}]}
            handler.wfile.write(b"data: " + json.dumps(event).encode() + b"\n\n")
            handler.wfile.flush()
            time.sleep(self.pause)
        handler.wfile.write(self.whole or self.end)

    def settings(self) -> Settings:
        return Settings(base_url=self.url, model="m-0", engine="openai")


@pytest.fixture
def service() -> Iterator[Slow]:
    service = Slow()
    Thread(target=service.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield service
    service.server.shutdown()
    service.server.server_close()


def streamed(
    service: Slow, deadline: float = 5.0, question: str = PRICE
) -> tuple[Any, list[tuple[str, float]], Draft, str]:
    """Return the reply, what was shown and when, the draft, and the offline answer."""
    shown: list[tuple[str, float]] = []
    began = time.monotonic()
    draft = Draft(lambda text: shown.append((text, time.monotonic() - began)))
    reply, _ = Assistant(engine="openai", settings=service.settings(), deadline=deadline).answer(question, draft=draft)
    return reply, shown, draft, Assistant(engine="offline").answer(question)[0].text


def test_checked_blocks_are_shown_while_the_service_still_speaks(service: Slow) -> None:
    service.pieces, service.pause = [*re.findall(r"\S+\s+", RIGHT + STEPS), "Done."], 0.05
    reply, shown, draft, offline = streamed(service)
    texts = [text.strip() for text, _ in shown]
    assert texts[:4] == [RIGHT.strip(), "1. Open the plans.", "2. Pick Growth.\nDone.", texts[-1]]
    assert "".join(text for text, _ in shown) == reply.text and offline.endswith(texts[-1])
    assert shown[0][1] < shown[2][1] - 0.2
    assert (reply.engine, reply.model, reply.degraded, draft.broken) == ("openai", "m-1", None, False)
    assert service.bodies[0]["stream"] is True


def test_a_violation_stops_the_stream_and_the_checked_answer_follows(service: Slow) -> None:
    service.pieces, service.pause = [RIGHT, WRONG, AFTER], 0.1
    reply, shown, draft, offline = streamed(service)
    assert [text.strip() for text, _ in shown] == [RIGHT.strip(), "From here: the checked answer.", offline]
    assert (reply.text, reply.engine, draft.broken) == (offline, "offline", True)
    assert reply.degraded and reply.degraded.code == "violation" and "77" in str(reply.degraded.violations)


def test_where_the_first_block_is_wrong_the_offline_answer_is_all(service: Slow) -> None:
    service.pieces = [WRONG, AFTER]
    reply, shown, draft, offline = streamed(service)
    assert [text for text, _ in shown] == [offline] == [reply.text]
    assert not draft.broken


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (b"", "incomplete"),
        (b'data: {"choices": [{"delta": {}, "finish_reason": "length"}]}\n\n', "incomplete"),
        (b'data: {"error": {"message": "x"}}\n\n', "service"),
        (b"data: <html>\n\n", "bad_response"),
        (b"data: " + b"x" * 3_000_000, "bad_response"),
    ],
)
def test_an_answer_that_breaks_off_is_followed_by_the_offline_one(service: Slow, end: bytes, code: str) -> None:
    service.pieces, service.end = [RIGHT, "and it"], end
    reply, shown, draft, offline = streamed(service)
    assert [text.strip() for text, _ in shown][::2] == [RIGHT.strip(), offline]
    assert reply.degraded and (reply.degraded.code, draft.broken, reply.text) == (code, True, offline)


def test_a_service_that_drips_ends_at_the_deadline(service: Slow) -> None:
    service.pieces, service.pause = [RIGHT, *(["word "] * 100)], 0.1
    began = time.monotonic()
    reply, shown, _, offline = streamed(service, deadline=0.8)
    assert time.monotonic() - began < 1.8
    assert reply.degraded.code == "timeout" and shown[-1][0] == offline


@pytest.mark.parametrize("finish", ["stop", None])
def test_a_service_that_does_not_stream_is_heard_all_the_same(service: Slow, finish: str | None) -> None:
    choice = {"message": {"content": RIGHT + STEPS}, "finish_reason": finish}
    service.whole = json.dumps({"model": "m-2", "choices": [choice], "usage": None}, indent=1).encode()
    reply, shown, _, _ = streamed(service)
    assert (reply.engine, reply.model) == ("openai", "m-2") and shown[0][0].strip() == RIGHT.strip()


def test_the_last_word_is_enough_where_no_end_follows(service: Slow) -> None:
    service.pieces = [RIGHT]
    service.end = b'data: {"choices": [{"delta": {}, "finish_reason": "stop"}]}\n\n: keep-alive\n\n'
    assert streamed(service)[0].engine == "openai"


def test_our_sums_stand_above_the_first_block(service: Slow) -> None:
    question = "we send 8k mails a month and need 3 automations, what's cheapest?"
    service.pieces = ["That is the cheapest way.\n\n", "Ask for it."]
    reply, shown, _, offline = streamed(service, question=question)
    assert shown[0][0].startswith(offline.partition("\n\n")[0]) and shown[0][0].endswith("cheapest way.")
    assert "".join(text for text, _ in shown) == reply.text
    service.pieces = [WRONG]
    assert [text for text, _ in streamed(service, question=question)[1]] == [offline]


class Screen:
    """The program with stdout and stderr on a terminal each, read as it comes."""

    def __init__(self, service: Slow, *arguments: str, piped: bool = False, typed: bool = False) -> None:
        self.out, out = os.pipe() if piped else pty.openpty()
        self.err, err = pty.openpty()
        variables = {"CLOSUM_HELP_BASE_URL": service.url, "TERM": "xterm-256color", "COLUMNS": "80"}
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "closum_help.cli", *arguments],
            cwd=ROOT, env={**os.environ, **variables},
            stdin=out if typed else subprocess.DEVNULL, stdout=out, stderr=err,
        )  # fmt: skip
        os.close(out)
        os.close(err)
        self.shown = {self.out: "", self.err: ""}

    def until(self, mark: str) -> float:
        """Return the seconds that have passed when `mark` is shown, or when the program has closed both."""
        open_, ends = {self.out, self.err}, time.monotonic() + PATIENCE
        while open_ and mark not in "".join(self.shown.values()) and time.monotonic() < ends:
            for stream in select.select(open_, [], [], 0.05)[0]:
                data = b""
                with suppress(OSError):  # Linux: the other side has gone
                    data = os.read(stream, 65536)
                self.shown[stream] += data.decode("utf-8", "replace").replace("\r\n", "\n")
                open_ -= set() if data else {stream}
        return time.monotonic() - self.began

    def types(self, line: str, mark: str) -> float:
        """Type a line; return as `until` does of what comes then."""
        self.shown = {self.out: "", self.err: ""}
        os.write(self.out, line.encode() + b"\n")
        return self.until(mark)

    def ends(self) -> tuple[int, str, str]:
        """Return the exit code, and all of stdout and stderr."""
        self.until("\0 never shown")
        code = self.process.wait(PATIENCE)
        os.close(self.out)
        os.close(self.err)
        return code, self.shown[self.out], self.shown[self.err]


def bare(shown: str) -> str:
    return re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]", "", shown)


def test_a_terminal_shows_block_after_block_and_a_spinner_before_the_first(service: Slow) -> None:
    service.pieces, service.pause = ["Growth ", "costs EUR 12.\n\n", *STEPS.splitlines(keepends=True), "\nEnd."], 0.5
    screen = Screen(service, "-q", PRICE)
    first = screen.until("EUR 12")
    assert "\x1b[?25l" in screen.shown[screen.err]
    assert screen.until("sales-closum") - first > 0.9
    code, out, err = screen.ends()
    lines = bare(out).splitlines()
    assert code == 0 and lines[:2] == ["Growth costs EUR 12.", ""]
    assert [line.strip() for line in lines[2:6]] == ["1 Open the plans.", "2 Pick Growth.", "", "End."]
    assert "\x1b[?25h" in err and not re.search(r"\w", bare(err))


def test_the_screen_reader_gets_the_blocks_and_no_spinner(service: Slow) -> None:
    service.pieces = [RIGHT, WRONG]
    code, out, err = Screen(service, "-q", PRICE, "--plain-ui").ends()
    assert code == 0 and err == "" and "\x1b" not in out
    assert out.startswith(RIGHT + "From here: the checked answer.\n\n")


@pytest.mark.parametrize(("arguments", "piped"), [((), True), (("--json",), False)])
def test_pipes_and_json_get_one_whole_answer(service: Slow, arguments: tuple[str, ...], piped: bool) -> None:
    service.pieces = [RIGHT, WRONG]
    service.whole = json.dumps({"choices": [{"message": {"content": RIGHT + WRONG}}]}).encode()
    code, out, err = Screen(service, "-q", PRICE, *arguments, piped=piped).ends()
    assert code == 0 and "From here" not in out and err.count("\n") == 1 and "\x1b" not in err
    offline = Assistant(engine="offline").answer(PRICE)[0].text
    assert json.loads(out)["text"] == offline if arguments else out.startswith(offline.replace("**", "")[:40])


@pytest.mark.parametrize("seen", ["", "EUR 12"])
def test_ctrl_c_stops_at_once_before_and_amid_the_words(service: Slow, seen: str) -> None:
    service.pieces, service.pause = [RIGHT, *["word "] * 60], 0.3 if seen else 3.0
    if not seen:
        service.pieces[0] = "Growth"
    screen = Screen(service, "-q", PRICE)
    ends = time.monotonic() + PATIENCE
    while not service.bodies and time.monotonic() < ends:
        time.sleep(0.02)
    if seen:
        screen.until(seen)
    pressed = time.monotonic()
    screen.process.send_signal(signal.SIGINT)
    assert screen.process.wait(PATIENCE) == 130
    assert time.monotonic() - pressed < 1.0
    code, out, err = screen.ends()
    assert code == 130 and "Traceback" not in err and seen in out
    assert out.endswith("\n") and err.count("\x1b[?25l") == err.count("\x1b[?25h") > 0


def test_in_a_chat_ctrl_c_costs_one_answer(service: Slow) -> None:
    service.pieces, service.pause = [RIGHT, *["word "] * 60], 0.3
    screen = Screen(service, "chat", "--plain-ui", typed=True)
    screen.until("You: ")
    screen.types(PRICE, "EUR 12")
    assert "\nclosum-help:\nGrowth costs EUR 12 a month.\n" in screen.shown[screen.out]
    screen.process.send_signal(signal.SIGINT)
    screen.until("/exit")
    service.pieces, service.pause = [RIGHT, WRONG], 0.0
    screen.types(PRICE, "sales-closum")
    assert f"{RIGHT}From here: the checked answer.\n\n" in screen.shown[screen.out]
    screen.types("/exit", "\0")
    assert screen.ends()[0] == 0
    assert "Traceback" not in screen.shown[screen.err] and "did not keep" not in screen.shown[screen.err]
