"""The house of the design: imports point down, no product word in Python, nothing heavy on the way to an answer."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "closum_help"
ORDER = (
    "errors", "text", "redaction", "paths", "types", "settings", "model", "quantities", "pricing", "knowledge",
    "language", "prompts", "retrieval", "router", "brief", "exits", "prompting", "grounding", "engines", "session",
    "assistant", "envelope", "terminal", "strict_yaml", "shapes", "checks", "training", "teaching", "build",
    "evaluation", "batch", "chat", "request", "kb", "cli",
)  # fmt: skip
ANYWHERE = {"terminal.safe"}
HEAVY = ("openai", "mcp", "rich", "prompt_toolkit", "yaml", "pydantic", "numpy", "sklearn", "sqlite3", "asyncio")


def modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py") if "compiled" not in p.parts)


def imported(path: Path) -> set[str]:
    """Return the modules of ours that a module names at its top level."""
    names = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("closum_help"):
            parts = (node.module or "").split(".")[1:]
            names |= {parts[0]} if parts else {a.name for a in node.names}
    return names
