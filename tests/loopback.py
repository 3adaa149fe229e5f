"""A real HTTP server on loopback that plays a model service by a script: what it says, and every way to fail."""

import json
import os
import socket
import struct
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

KEY = "sk-not-a-real-key-0123456789"

Step = Callable[[BaseHTTPRequestHandler], None]


class Service:
    """A model service that takes one step of a script for each request, the last one over and over."""

    def __init__(self) -> None:
        self.script: list[Step] = [says("Hello.")]
        self.requests: list[tuple[str, dict[str, str], Any]] = []
        self.times: list[float] = []
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.times.append(time.monotonic())
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
        self.server.handle_error = lambda *_: None  # a client that speaks TLS to us
        self.port = self.server.server_port
        self.url = f"http://127.0.0.1:{self.port}/v1"
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def sends(status: int, body: str | bytes, **headers: str) -> Step:
    """Return a step that answers with a status, a body and headers (`Retry_After` is Retry-After)."""

    def step(handler: BaseHTTPRequestHandler) -> None:
        raw = body.encode() if isinstance(body, str) else body
        handler.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(raw)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(raw)

    return step


def error(status: int, code: str, message: str = "No.", **headers: str) -> Step:
    """Return a step that fails as services do, with a code of theirs."""
    return sends(status, json.dumps({"error": {"message": message, "type": code, "code": code}}), **headers)


def says(content: object, finish: str | None = "stop", **more: Any) -> Step:
    """Return a step that answers in one piece, as a service does that does not stream."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    return sends(200, json.dumps({"id": "1", "choices": [choice], **more}))


def piece(content: object = None, finish: str | None = None, **more: Any) -> str:
    """Return one event of a stream."""
    choice = {"index": 0, "delta": {} if content is None else {"content": content}, "finish_reason": finish}
    return f"data: {json.dumps({'id': '1', 'choices': [choice], **more})}\n\n"


def spoken(text: str, finish: str | None = "stop") -> list[str]:
    """Return the events of a whole answer, some letters each, without the `[DONE]` behind them."""
    return [*(piece(text[i : i + 7]) for i in range(0, len(text), 7)), piece(finish=finish)]


DONE = "data: [DONE]\n\n"


def streams(*events: str | bytes, each: float = 0, forever: bool = False, then: Step | None = None) -> Step:
    """Return a step that sends events, `each` seconds apart, the last one `forever`; `then` may end it rudely."""

    def step(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.end_headers()
        for event in events:
            send(handler, event, each)
        while forever:
            send(handler, events[-1], each)
        if then:
            then(handler)

    return step


def send(handler: BaseHTTPRequestHandler, event: str | bytes, pause: float) -> None:
    handler.wfile.write(event.encode() if isinstance(event, str) else event)
    time.sleep(pause)


def silent(_: BaseHTTPRequestHandler) -> None:
    """Answer nothing for longer than any test waits."""
    time.sleep(8)


def resets(handler: BaseHTTPRequestHandler) -> None:
    """Cut the connection with a reset."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    os.close(handler.connection.detach())


def cuts_a_chunk(handler: BaseHTTPRequestHandler) -> None:
    """Promise a chunk and send half of it."""
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n400\r\n"
    handler.wfile.write((head + piece("Growth ")).encode())


def cuts_a_body(handler: BaseHTTPRequestHandler) -> None:
    """Promise a length and send less."""
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"choices":')


def floods(opening: bytes, filling: bytes, megabytes: int, **headers: str) -> Step:
    """Return a step that sends as many megabytes of the same."""

    def step(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(opening)
        for _ in range(megabytes):
            handler.wfile.write(filling * (1_000_000 // len(filling)))

    return step
