"""One answer from an OpenAI-compatible service: its words, or one EngineError, within one deadline.

Nothing that the service says stands in an error; nothing that the environment holds for other hosts is sent.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from closum_help.errors import EngineError
from closum_help.paths import ENV_PREFIX
from closum_help.settings import Settings
from closum_help.terminal import safe

if TYPE_CHECKING:
    from openai import OpenAI

Fault = Literal["unreachable", "refused_key", "no_model", "timeout", "rate_limited", "bad_response", "service"]

# What a request may carry: no organisation, project or header that the environment holds for other hosts. The last one
# tells the SDK to leave the body to us.
HEADERS = frozenset(
    {"host", "connection", "user-agent", "authorization", "accept", "accept-encoding", "content-type", "content-length"}
    | {"x-stainless-raw-response"}
)
MAX_TOKENS = 2_000
MAX_BYTES = 256_000
CUT = ("length", "content_filter")  # ends that leave no whole answer


class Completion(NamedTuple):
    """The words of a model, its name as the service gives it, and the tokens used where it says."""

    text: str
    model: str
    usage: dict[str, int] | None


def complete(messages: list[dict[str, str]], settings: Settings, *, deadline: float) -> Completion:
    """Return the model's answer to the messages; EngineError, its code a Fault, after `deadline` seconds at the latest.

    The settings are checked ones. A failed attempt is made once more where there is time.
    """
    end = monotonic() + deadline
    try:
        import openai
        from httpx2 import HTTPError, InvalidURL
    except ImportError:
        raise _fault("unreachable", "The client of the model service cannot be loaded.", "Install it again.") from None
    try:
        with _client(settings, deadline) as client:
            return _completion(_in_time(end, lambda: _body(client, messages, settings.model, end)), settings.model)
    except (openai.OpenAIError, HTTPError, InvalidURL, OSError, ValueError, ImportError, RecursionError) as error:
        raise _typed(error, settings) from None


def _client(settings: Settings, deadline: float) -> OpenAI:
    import openai

    def strip(request: Any) -> None:
        for name in set(request.headers) - HEADERS:
            del request.headers[name]

    key = settings.api_key or "none"
    return openai.OpenAI(
        api_key=key,
        base_url=settings.base_url,
        max_retries=1,
        timeout=openai.Timeout(deadline, connect=3, write=10, pool=3),
        default_headers={"Authorization": f"Bearer {key}", "Accept-Encoding": "identity"},
        http_client=openai.DefaultHttpxClient(follow_redirects=False, event_hooks={"request": [strip]}),
    )


def _in_time(end: float, work: Callable[[], bytes]) -> bytes:
    """Return what the work returns; TimeoutError at `end`, whatever the work is waiting for."""
    outcome: Future[bytes] = Future()

    def run() -> None:
        try:
            outcome.set_result(work())
        except BaseException as error:
            outcome.set_exception(error)

    Thread(target=run, daemon=True).start()
    return outcome.result(max(0.0, end - monotonic()))


def _body(client: OpenAI, messages: Any, model: str, end: float) -> bytes:
    """Return the response as it came, counted while it comes: the SDK reads on without a limit, and types anything."""
    body = bytearray()
    ask = client.chat.completions.with_streaming_response.create
    with ask(model=model, messages=messages, max_tokens=MAX_TOKENS) as response:
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > MAX_BYTES:
                raise ValueError("too long")
            if monotonic() > end:
                raise TimeoutError
    return bytes(body)


def _completion(body: bytes, model: str) -> Completion:
    """Return the answer that a response holds; ValueError where it holds none, or not all of it."""
    data = json.loads(body)
    match data:
        case {"choices": [{"message": {"content": str(text)} as message} as choice, *_]}:
            whole = choice.get("finish_reason") not in CUT and not message.get("refusal")
            if whole and (shown := safe(text).strip()):
                named = data.get("model")
                return Completion(shown, safe(named)[:100] if isinstance(named, str) else model, _usage(data))
    raise ValueError("no answer")


def _usage(data: dict[str, Any]) -> dict[str, int] | None:
    match data:
        case {"usage": {"prompt_tokens": int(read), "completion_tokens": int(written)}} if min(read, written) >= 0:
            return {"input_tokens": int(read), "output_tokens": int(written)}
    return None


def _typed(error: Exception, settings: Settings) -> EngineError:
    """Return the fault as a person can act on it, with the setting to check."""
    import openai
    from httpx2 import HTTPError, InvalidURL, TimeoutException

    key, url, model = (
        dict(settings.origins).get(name, ENV_PREFIX + name.upper()) for name in ("api_key", "base_url", "model")
    )
    status = error.status_code if isinstance(error, openai.APIStatusError) else 0
    match error:
        case openai.APITimeoutError() | TimeoutException() | TimeoutError():
            return _fault("timeout", "The model service did not answer in time.", f"Try again, or check {url}.")
        case openai.AuthenticationError() | openai.PermissionDeniedError():
            return _fault("refused_key", f"The model service refused the key ({status}).", f"Check {key}.")
        case openai.NotFoundError():
            missing = f"The model service has no model {settings.model!r} at this address ({status})."
            return _fault("no_model", missing, f"Check {model} and {url}.")
        case openai.RateLimitError():
            return _fault("rate_limited", f"The model service has had enough of us ({status}).", "Try again later.")
        case openai.APIStatusError() if status < 400:
            return _fault("bad_response", f"The model service sends us elsewhere ({status}).", f"Check {url}.")
        case openai.APIStatusError():
            return _fault("service", f"The model service failed ({status}).", f"Try again later, or check {model}.")
        case openai.APIConnectionError() | HTTPError() | InvalidURL() | OSError() | ImportError():
            fix = f"Check {url}, the network and the variables for proxies and certificates."
            return _fault("unreachable", "The model service cannot be reached.", fix)
    return _fault("bad_response", "The model service sent no answer that can be used.", f"Check {url} and {model}.")


def _fault(code: Fault, message: str, fix: str) -> EngineError:
    error = EngineError(message, fix)
    error.code = code
    return error
