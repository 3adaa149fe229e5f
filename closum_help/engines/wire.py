"""What a chat completion looks like on the wire: the bytes of a service become words, or one Unusable.

Nothing is taken for granted: a service may stream or answer in one piece whatever it was asked for, and send anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from closum_help.terminal import safe

Fault = Literal[
    "unreachable", "timeout", "redirect", "refused_key", "no_model", "rate_limited", "too_long", "refused",
    "incomplete", "bad_response", "service",
]  # fmt: skip

MAX_TEXT = 20_000  # characters of an answer
REFUSALS = ("content_policy_violation", "content_filter")
TOO_LONG = ("context_length_exceeded", "exceed_context_size_error")
_FIELDS = (b":", b"event:", b"id:", b"retry:")  # lines of a stream that hold no data


class Completion(NamedTuple):
    """The words of a model, its name as the service gives it, and the tokens used where it says."""

    text: str
    model: str
    usage: dict[str, int] | None = None


class Unusable(Exception):
    """A response that holds no whole answer; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def read(chunks: Iterable[bytes], model: str) -> Iterator[str | Completion]:
    """Yield the words as they come, then the Completion: more than once where the usage follows the last word.

    Unusable where there is no whole answer.
    """
    draft = _Draft(model)
    streamed, other = False, b""
    for line in _lines(chunks):
        if not line.startswith(b"data:"):
            other += b"" if line.startswith(_FIELDS) else line
            continue
        streamed, payload = True, line[5:].strip()
        if payload == b"[DONE]":
            yield draft.completion()
            return
        if said := draft.take(_parsed(payload)):
            yield said
        if draft.ended:
            yield draft.completion()
    if not streamed:
        yield draft.take(_parsed(other))
        yield draft.completion()
    elif not draft.ended:
        raise Unusable("incomplete")


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for chunk in chunks:
        *lines, rest = (rest + chunk).split(b"\n") if b"\n" in chunk else (rest + chunk,)
        yield from lines
    yield rest


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise Unusable("bad_response") from None


class _Draft:
    """What a service has said so far."""

    def __init__(self, model: str) -> None:
        self.ended = False
        self._model = model
        self._text = ""
        self._usage: dict[str, int] | None = None

    def take(self, data: object) -> str:
        """Return the words that a piece of a stream, or a whole response, adds."""
        if not isinstance(data, dict):
            raise Unusable("bad_response")
        if error := data.get("error"):
            raise Unusable(fault_of(error) or "service")
        match data.get("choices"):
            case [dict(choice), *_]:
                said = _said(choice)
                self.ended = self.ended or bool(choice.get("finish_reason"))
            case _:
                said = ""
        self._text += said
        if len(self._text) > MAX_TEXT:
            raise Unusable("bad_response")
        self._usage = _usage(data) or self._usage
        match data.get("model"):
            case str(name) if name:
                self._model = safe(name)[:100]
        return said

    def completion(self) -> Completion:
        """Return all that was said; Unusable where that is nothing."""
        if shown := safe(self._text).strip():
            return Completion(shown, self._model, self._usage)
        raise Unusable("bad_response")


def _said(choice: dict[str, Any]) -> str:
    message = choice.get("delta") or choice.get("message") or {}
    match choice.get("finish_reason"), message:
        case (_, {"refusal": refusal}) if refusal:
            raise Unusable("refused")
        case ("content_filter", _):
            raise Unusable("refused")
        case ("length", _):
            raise Unusable("incomplete")
        case (_, {"content": str(content)}):
            return content
        case (_, {"content": content}) if content is not None:
            raise Unusable("bad_response")
    return ""


def _usage(data: dict[str, Any]) -> dict[str, int] | None:
    match data:
        case {"usage": {"prompt_tokens": int(read), "completion_tokens": int(written)}} if min(read, written) >= 0:
            return {"input_tokens": int(read), "output_tokens": int(written)}
    return None


def fault_of(error: object) -> Fault | None:
    """Return what the error object of a service says by its code, None where that is nothing that we know."""
    named = [error.get("code"), error.get("type")] if isinstance(error, dict) else []
    if any(name in REFUSALS for name in named):
        return "refused"
    return "too_long" if any(name in TOO_LONG for name in named) else None
