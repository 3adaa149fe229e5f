"""The reply as JSON, the same through every door; schemas/envelope.json describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from closum_help import __version__
from closum_help.errors import HelpError
from closum_help.paths import PACKAGE, PROGRAM
from closum_help.terminal import safe
from closum_help.types import Reply

if TYPE_CHECKING:
    from closum_help.knowledge import Knowledge

SCHEMA_VERSION = "1.0"
MAX_TEXT = 6_000  # characters


def to_dict(reply: Reply, knowledge: Knowledge, *, explain: bool = False) -> dict[str, Any]:
    """Return the envelope of a reply as plain JSON values; with `explain` also how the reply came about."""
    text = _clipped(reply.text)
    envelope: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "kind": reply.kind,
        "language": reply.language,
        "intent": {
            "area": reply.area,
            "goal": reply.goal,
            "plan": reply.plan,
            "confidence": round(reply.confidence, 3),
        },
        **_own(reply),
        "questions": [
            {"id": q.id, "text": q.text, "options": [{"value": o.value, "label": o.label} for o in q.options]}
            for q in reply.questions
        ],
        "text": text,
        "sources": [{"id": s.id, "title": s.title, "url": s.url, "checked": s.checked} for s in reply.sources],
        "assumptions": reply.assumptions,
        "caveats": reply.caveats,
        "related_skills": reply.related_skills,
        "suggestions": reply.suggestions,
        "meta": _meta(reply, knowledge, truncated=reply.truncated or text != reply.text),
    }
    if explain:
        envelope["explain"] = reply.explain
    return {key: _clean(value) for key, value in envelope.items()}


def _own(reply: Reply) -> dict[str, Any]:
    """Return the part that only this kind of reply has."""
    if reply.handoff:
        names = ("skill", "reason", "prompt", "context", "install", "alternatives")
        return {"handoff": {name: getattr(reply.handoff, name) for name in names}}
    return {"decline": {"code": reply.decline, "suggest": reply.suggest}} if reply.kind == "decline" else {}


def _meta(reply: Reply, knowledge: Knowledge, *, truncated: bool) -> dict[str, Any]:
    degraded = reply.degraded
    return {
        "tool": PROGRAM,
        "version": __version__,
        "knowledge": {"as_of": knowledge.as_of, "digest": knowledge.digest},
        "engine": reply.engine,
        "model": reply.model,
        "degraded": {"code": degraded.code, "violations": degraded.violations} if degraded else None,
        "usage": reply.usage,
        "truncated": truncated,
        "elapsed_ms": reply.elapsed_ms,
    }


def _clipped(text: str) -> str:
    """Return the text, ended at a line or word if it is too long."""
    if len(text) <= MAX_TEXT:
        return text
    head = text[: MAX_TEXT - 2]
    cut = max(head.rfind("\n"), head.rfind(" "))
    return (head[:cut] if cut > MAX_TEXT // 2 else head) + " …"


def _clean(value: Any) -> Any:
    """Return the value with every text in it safe to print, tuples as lists."""
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, Mapping):
        return {safe(str(key)): _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_clean(item) for item in value]
    return value


def failed(reply: Reply) -> bool:
    """Return whether a model was asked and its service failed; words that the guard turned down are no failure."""
    return reply.degraded is not None and not reply.degraded.violations


def shortfall(reply: Reply, error: HelpError | None, *, told: bool = False) -> str:
    """Return one line on why a model's words are not there; `error` is its service's.

    "" where nothing is amiss, or where the answer itself has told that it is the checked one from there on.
    """
    if not reply.degraded or (told and reply.degraded.violations):
        return ""
    why = "The model did not keep to the sources." if reply.degraded.violations else str(error or reply.degraded.code)
    return f"{why} This is the offline answer."


def error_dict(error: HelpError) -> dict[str, Any]:
    """Return an error as JSON: its code, what happened, what to do."""
    return {"error": {"code": error.code, "message": safe(error.message), "fix": safe(error.fix)}}


def internal(error: Exception) -> HelpError:
    """Return a fault of our own as an error to show: its type and place, nothing of what was being worked on."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2] if trace else "?"
    place = f"{file}:{trace.tb_lineno}" if trace else file
    return HelpError(f"Internal error: {type(error).__name__} at {place}.", "Please report this line.")


def to_json(data: dict[str, Any], *, ascii_only: bool = False, indent: int | None = None) -> str:
    """Return the JSON text, on one line unless indented; `ascii_only` for an output that has no other characters."""
    return json.dumps(data, ensure_ascii=ascii_only, indent=indent)


def schema() -> str:
    """Return the JSON Schema of the envelope, as text."""
    return (PACKAGE / "schemas" / "envelope.json").read_text("utf-8")
