"""One answer from an OpenAI-compatible service: its words as they come, or one EngineError, within one deadline.

Nothing that the service says stands in an error; nothing that the environment holds for other hosts is sent.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from closum_help.engines.wire import Completion, Fault, Unusable, fault_of, read
from closum_help.errors import EngineError
from closum_help.paths import ENV_PREFIX
from closum_help.settings import DEFAULT_BASE_URL, Settings
from closum_help.terminal import safe

if TYPE_CHECKING:
    from httpx2 import Request, Response
    from openai import APIStatusError, OpenAI

# What a request may carry: no organisation, project or header that the environment holds for other hosts. The last one
# tells the SDK to leave the body to us.
HEADERS = frozenset(
    {"host", "connection", "user-agent", "authorization", "accept", "accept-encoding", "content-type", "content-length"}
    | {"x-stainless-raw-response"}
)
MAX_TOKENS = 2_000
MAX_BYTES = 2_000_000  # of a response: a stream wraps every word in some hundred bytes
ATTEMPTS = 2
PAUSE = 0.5  # seconds before the second attempt, where the service names none
TICK = 0.2  # seconds: on Windows no key interrupts a wait
GRACE = 0.5  # seconds that the usage may come after the last word
PASSING = (408, 409, 429)  # and all from 500: what may be over in a moment
ENVIRONMENT = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR")

# What happened, and what to do: {name} is the model's, the others are where a setting was found.
FAULTS: dict[Fault, tuple[str, str]] = {
    "unreachable": ("The model service cannot be reached", "Check {base_url} and {way}."),
    "timeout": ("The model service did not answer in time", "Try again, or check {base_url}."),
    "redirect": ("The model service sends us elsewhere", "Check {base_url}."),
    "refused_key": ("The model service refused the key", "Check {api_key}."),
    "no_model": ("The model service has no model '{name}' at this address", "Check {model} and {base_url}."),
    "rate_limited": ("The model service has had enough of us", "Try again later, or check your account there."),
    "too_long": ("The question and its sources are too long for the model '{name}'", "Check {model}."),
    "refused": ("The model service refused to answer this", "Ask in other words."),
    "incomplete": ("The model's answer was cut short", "Try again."),
    "bad_response": ("The model service sent no answer that can be used", "Check {base_url} and {model}."),
    "service": ("The model service failed", "Try again later, or check {model}."),
}

Arrival = str | Completion | EngineError | None  # words, the whole of them, or the end


def complete(messages: list[dict[str, str]], settings: Settings, *, deadline: float) -> Completion:
    """Return the model's whole answer; settings and errors as in `stream`."""
    words = stream(messages, settings, deadline=deadline)
    while True:
        try:
            next(words)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def stream(messages: list[dict[str, str]], settings: Settings, *, deadline: float) -> Generator[str, None, Completion]:
    """Yield the model's words as they come and return the whole; EngineError, its code a Fault, wherever it fails.

    The settings are checked ones. It is over `deadline` seconds after the start, whatever the service does: another
    thread waits for the network, this one for the clock. A passing fault is tried once more before the first word.
    """
    end = monotonic() + deadline
    box: SimpleQueue[Arrival] = SimpleQueue()
    gone = Event()
    Thread(target=_work, name="words", args=(box.put, messages, settings, end, gone), daemon=True).start()
    whole: Completion | None = None
    try:
        while True:
            try:
                arrived = _before(end, box)
            except Empty:
                arrived = _fault("timeout", settings)
            if isinstance(arrived, str):
                yield arrived
            elif isinstance(arrived, Completion):
                whole, end = arrived, min(end, monotonic() + GRACE)
            elif whole:
                return whole
            else:
                raise arrived or _fault("bad_response", settings)
    finally:
        gone.set()


def _before(end: float, box: SimpleQueue[Arrival]) -> Arrival:
    while (left := end - monotonic()) > 0:
        with suppress(Empty):
            return box.get(timeout=min(left, TICK))
    raise Empty


def _work(
    put: Callable[[Arrival], None], messages: list[dict[str, str]], settings: Settings, end: float, gone: Event
) -> None:
    """Put what comes, then None or the fault that ends it."""
    try:
        with _client(settings, end - monotonic()) as client:
            for said in read(_bytes(client, messages, settings, end), settings.model):
                if gone.is_set():
                    return
                put(said)
        put(None)
    except Exception as error:
        put(_typed(error, settings))


def _client(settings: Settings, deadline: float) -> OpenAI:
    import openai

    key = settings.api_key or "none"
    return openai.OpenAI(
        api_key=key,
        base_url=settings.base_url,
        max_retries=0,
        timeout=openai.Timeout(deadline, connect=3, write=10, pool=3),
        default_headers={"Authorization": f"Bearer {key}", "Accept-Encoding": "identity"},
        http_client=openai.DefaultHttpxClient(
            follow_redirects=False,
            trust_env=not _is_local(settings),
            event_hooks={"request": [_strip], "response": [_cap]},
        ),
    )


def _is_local(settings: Settings) -> bool:
    """Return whether the service is on this machine: nothing else may be http, and no proxy is to see the key."""
    return str(settings.base_url).startswith("http:")


def _strip(request: Request) -> None:
    for name in set(request.headers) - HEADERS:
        del request.headers[name]


def _cap(response: Response) -> None:
    """Count what comes, errors too, and unpack nothing: a small gzip file is a large answer."""
    from httpx2 import SyncByteStream

    class Capped(SyncByteStream):
        def __init__(self, stream: Any) -> None:
            self.stream = stream

        def __iter__(self) -> Iterator[bytes]:
            size = 0
            for chunk in self.stream:
                size += len(chunk)
                if size > MAX_BYTES:
                    raise Unusable("bad_response")
                yield chunk

        def close(self) -> None:
            self.stream.close()

    response.headers.pop("Content-Encoding", None)
    response.stream = Capped(response.stream)


def _bytes(client: OpenAI, messages: Any, settings: Settings, end: float) -> Iterator[bytes]:
    """Yield the response as it comes: the SDK reads on without a limit, and types anything."""
    import openai

    limit = "max_completion_tokens" if settings.base_url == DEFAULT_BASE_URL else "max_tokens"  # its newest models
    body: dict[str, Any] = {limit: MAX_TOKENS, "stream_options": {"include_usage": True}}
    ask = client.chat.completions.with_streaming_response.create
    for attempt in range(ATTEMPTS):
        try:
            with ask(model=settings.model, messages=messages, stream=True, **body) as response:
                yield from response.iter_bytes()
                return
        except openai.APIStatusError as error:
            pause = _pause(error)
            if attempt == ATTEMPTS - 1 or pause is None or monotonic() + pause > end:
                raise
            sleep(pause)


def _pause(error: APIStatusError) -> float | None:
    """Return the seconds after which a refused request is worth another try, None where it never is."""
    if error.code == "insufficient_quota" or not (error.status_code in PASSING or error.status_code >= 500):
        return None
    try:
        return max(PAUSE, float(error.response.headers["Retry-After"]))
    except (KeyError, ValueError):
        return PAUSE


def _typed(error: Exception, settings: Settings) -> EngineError:
    """Return the fault of an attempt that failed."""
    try:
        import openai
        from httpx2 import HTTPError, TimeoutException
    except ImportError:
        return _fault("unreachable", settings)
    match error:
        case Unusable():
            return _fault(error.fault, settings)
        case openai.APIStatusError():
            return _fault(_refusal(error.status_code, error.body), settings, error.status_code)
        case HTTPError() if not isinstance(error, TimeoutException):
            return _fault("incomplete", settings)  # the SDK has its own for what goes wrong before the first byte
        case openai.APITimeoutError() | TimeoutException() | TimeoutError():
            return _fault("timeout", settings)
    return _fault("unreachable", settings)


def _refusal(status: int, body: object) -> Fault:
    if status < 400:
        return "redirect"
    named: dict[int, Fault] = {401: "refused_key", 403: "refused_key", 404: "no_model", 413: "too_long"}
    return fault_of(body) or named.get(status) or ("rate_limited" if status == 429 else "service")


def _fault(code: Fault, settings: Settings, status: int = 0) -> EngineError:
    """Return the fault as a person can act on it, with the settings to check."""
    names = {name: settings.origin(name) for name in ("api_key", "base_url", "model")}
    names = {name: ENV_PREFIX + name.upper() if origin == name else origin for name, origin in names.items()}
    ways = [name for name in ENVIRONMENT if name in os.environ or name.lower() in os.environ]
    if not ways or _is_local(settings):
        ways = ["the network"]
    message, fix = FAULTS[code]
    error = EngineError(
        message.format(name=safe(settings.model)[:100]) + (f" ({status})." if status else "."),
        fix.format(way=", ".join(ways), **names),
    )
    error.code = code
    return error
