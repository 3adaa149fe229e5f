"""Help for a marketing platform: `ask(text)` returns a Reply; `Assistant` holds a conversation with a State.

Importing this package reads no file; the names below load on first use.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOME = {
    "Assistant": "closum_help.assistant",
    "ConfigError": "closum_help.errors",
    "EngineError": "closum_help.errors",
    "HelpError": "closum_help.errors",
    "KnowledgeError": "closum_help.errors",
    "OutputError": "closum_help.errors",
    "Reply": "closum_help.types",
    "State": "closum_help.types",
    "UsageError": "closum_help.errors",
    "ask": "closum_help.assistant",
}

__all__ = [
    "Assistant",
    "ConfigError",
    "EngineError",
    "HelpError",
    "KnowledgeError",
    "OutputError",
    "Reply",
    "State",
    "UsageError",
    "ask",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
