"""No secret leaves the machine, and no log or report holds the key or what was asked."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from closum_help import ask

ROOT = Path(__file__).parent.parent
KEY = "sk-not-a-real-key-0123456789"
QUESTION = "what does Growth cost? my api_pw=s3cr3tword, marzipan"


@pytest.fixture
def service() -> Iterator[tuple[str, list[bytes]]]:
    """Yield the address of a model service, and what it was sent."""
    sent: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent.append(self.rfile.read(int(self.headers["Content-Length"])))
            message = {"role": "assistant", "content": "Growth is EUR 12 a month."}
            body = json.dumps({"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1", sent
    server.shutdown()
    server.server_close()


def asked(url: str, *arguments: str, **environment: str) -> Any:
    environ = {**os.environ, "CLOSUM_HELP_API_KEY": KEY, "CLOSUM_HELP_BASE_URL": url, **environment}
    command = [sys.executable, "-m", "closum_help.cli", "-q", QUESTION, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60, check=False)


def test_R01_a_model_gets_no_secret(service: tuple[str, list[bytes]]) -> None:
    url, sent = service
    done = asked(url, "--json")
    assert json.loads(done.stdout)["meta"]["engine"] == "openai"
    assert len(sent) == 1
    assert b"marzipan" in sent[0] and b"s3cr3tword" not in sent[0]


@pytest.mark.parametrize(("said", "told"), [("my api_pw=s3cr3t fails", True), ("my api_pw fails", False)])
def test_R01_the_reader_is_told_of_a_secret(said: str, told: bool) -> None:
    reply = ask(said, engine="offline")
    assert ("taken out" in reply.text) is told
    assert any("taken out" in caveat for caveat in reply.caveats) is told


@pytest.mark.parametrize("log", ["debug", "info"])
def test_R05_a_debug_log_holds_neither_key_nor_question(log: str, service: tuple[str, list[bytes]]) -> None:
    done = asked(service[0], OPENAI_LOG=log)
    assert done.returncode == 0 and len(service[1]) == 1
    assert not [text for text in (KEY, "s3cr3tword", "marzipan") if text in done.stderr]


def test_R05_a_failed_service_is_reported_without_key_and_question() -> None:
    done = asked("http://127.0.0.1:9/v1", "--engine", "openai", OPENAI_LOG="debug")
    assert done.returncode == 4
    assert "This is the offline answer." in done.stderr
    assert not [text for text in (KEY, "s3cr3tword", "marzipan") if text in done.stderr]
