"""What is in force and where it is from, and whether the model service answers; never a key, not even a part of one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from closum_help import __version__
from closum_help.assistant import DEADLINE
from closum_help.errors import ConfigError, EngineError, HelpError
from closum_help.paths import PROGRAM, config_file
from closum_help.redaction import redact
from closum_help.settings import DEFAULT_BASE_URL, SHARED_KEY, Settings

if TYPE_CHECKING:
    from closum_help.knowledge import Knowledge

UNUSED = (SHARED_KEY, "OPENAI_BASE_URL", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_CUSTOM_HEADERS")
PROBE = [{"role": "user", "content": "Reply with the word OK."}]
NAMES = ("engine", "model", "base_url", "key", "plan", "lang", "theme", "log", "accessible", "timeout")


def examine(settings: Settings, knowledge: Knowledge) -> tuple[dict[str, Any], int]:
    """Return what was found, as JSON values, and the exit code of what is amiss (0 where nothing is).

    The model service is asked only where one was set up or demanded.
    """
    fault: HelpError | None = None
    service: dict[str, Any] | None = None
    if settings.uses_model:
        try:
            settings = settings.checked()
            service = _asked(settings)
        except (ConfigError, EngineError) as error:
            fault = error
            service = {"ok": False, "code": error.code, "message": error.message, "fix": error.fix}
    path = config_file()
    report = {
        "tool": PROGRAM,
        "version": __version__,
        "python": sys.version.partition(" ")[0],
        "platform": sys.platform,
        "knowledge": {"as_of": knowledge.as_of, "digest": knowledge.digest, "languages": list(knowledge.languages)},
        "config_file": {"path": path and str(path), "exists": bool(path and path.is_file())},
        "settings": {name: _in_force(name, settings) for name in NAMES},
        "exposed": _exposed(settings, path),
        "unused": [name for name in UNUSED if name in os.environ and name not in dict(settings.origins).values()],
        "service": service,
    }
    return report, fault.exit_code if fault else 0


def text(report: dict[str, Any]) -> str:
    """Return the report for people, a line a fact."""
    knowledge, file = report["knowledge"], report["config_file"]
    lines = [
        f"{report['tool']} {report['version']}, Python {report['python']} on {report['platform']}",
        f"knowledge {knowledge['as_of']} ({knowledge['digest'][:12]}), {', '.join(knowledge['languages'])}",
        f"config file {file['path'] or 'none: there is no home folder'}{'' if file['exists'] else ' (not there)'}",
        "",
        *(f"{name:<10} {_plain(s['value'])}  ({s['from']})" for name, s in report["settings"].items()),
        "",
    ]
    if report["exposed"]:
        lines.append(f"The config file holds the key and others can read it: chmod 600 {file['path']}")
    if report["unused"]:
        lines.append(f"Not used: {', '.join(report['unused'])}.")
    service = report["service"]
    if service is None:
        lines.append("No model service is set up: answers are offline, nothing was asked.")
    elif service["ok"]:
        lines.append(f"The model service answers: {service['model']}, {service['seconds']} s.")
    else:
        lines.append(f"{service['message']} {service['fix']}")
    return "\n".join(lines)


def _plain(value: object) -> str:
    return "-" if value is None else {True: "on", False: "off"}[value] if isinstance(value, bool) else str(value)


def _in_force(name: str, settings: Settings) -> dict[str, Any]:
    """Return a setting's value as it may be shown, and where it was found."""
    field = "api_key" if name == "key" else name
    value = getattr(settings, field)
    if name == "key":
        value = None if value is None else "set, not shown"
    elif name == "base_url":
        try:
            value = Settings(base_url=value or DEFAULT_BASE_URL).checked().base_url
        except ConfigError:
            value = "not shown: it cannot be used"
    elif name == "engine":
        value = f"{value}: {'openai' if settings.uses_model else 'offline'}" if value == "auto" else value
    return {
        "value": redact(value) if isinstance(value, str) else value,
        "from": dict(settings.origins).get(field, "default"),
    }


def _exposed(settings: Settings, path: Path | None) -> bool:
    """Return whether the key stands in a file that other people of this machine can read."""
    if path is None or os.name != "posix" or not settings.origin("api_key").startswith(str(path)):
        return False
    return bool(path.stat().st_mode & 0o077)


def _asked(settings: Settings) -> dict[str, Any]:
    from closum_help.engines.openai import complete

    began = perf_counter()
    said = complete(PROBE, settings, deadline=settings.timeout or DEADLINE)
    return {"ok": True, "model": said.model, "seconds": round(perf_counter() - began, 1)}
