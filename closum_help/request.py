"""What comes in through a door, checked: one question, the reader's plan, the language of the reply."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO

from closum_help.errors import UsageError
from closum_help.terminal import safe

if TYPE_CHECKING:
    from closum_help.knowledge import Knowledge

MAX_CHARACTERS = 8_000
MAX_BYTES = 4 * MAX_CHARACTERS


def question(text: str) -> str:
    """Return the text cleaned and without blank edges; UsageError when nothing is left or it is too long."""
    cleaned = safe(text).strip()
    if not cleaned:
        raise UsageError("The question is empty.", "Write what you would like to know.")
    if len(cleaned) > MAX_CHARACTERS:
        raise _too_long()
    return cleaned


def read(stream: BinaryIO) -> str:
    """Return the text of a stream, of which no more is read than a question may have; UsageError where there is more.

    UTF-8 with what is not UTF-8 replaced, or UTF-16 that says so by its first bytes.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_long()
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")


def _too_long() -> UsageError:
    return UsageError(f"The question is longer than {MAX_CHARACTERS:,} characters.", "Shorten it to what matters.")


def plan(name: str | None, knowledge: Knowledge) -> str:
    """Return the key of the plan, "" for none and for `unknown`; UsageError for any other."""
    key = "unknown" if name is None else name.strip().lower()
    return "" if key == "unknown" else _one_of(key, knowledge.plans, "plan")


def language(code: str | None, knowledge: Knowledge) -> str:
    """Return the language's code without its region (`zh-TW` is zh), "" for none; UsageError for one we lack."""
    if code is None:
        return ""
    return _one_of(code.strip().lower().replace("_", "-").partition("-")[0], knowledge.languages, "language")


def _one_of(value: str, allowed: Sequence[str], what: str) -> str:
    if value not in allowed:
        raise UsageError(f"Unknown {what} {safe(value)[:40]!r}.", f"Use one of: {', '.join(allowed)}.")
    return value
