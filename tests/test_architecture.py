"""The house of the design: imports point down, no product word in Python, nothing heavy on the way to an answer."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import closum_help
from closum_help.knowledge import open_knowledge

PACKAGE = Path(closum_help.__file__).parent
ORDER = (
    "errors", "text", "redaction", "paths", "types", "settings", "terminal", "model", "phrases", "quantities",
    "hints", "language", "pricing", "premises", "spelling", "knowledge", "prompts", "retrieval", "scoring", "router",
    "formats", "brief", "exits", "claims", "bindings", "instructions", "prompting", "grounding", "engines",
    "streaming", "composing", "session", "store", "transcripts", "assistant", "envelope", "request", "strict_yaml",
    "shapes", "sheets", "lints", "checks", "training", "calibration", "teaching", "hinting", "indexing", "build",
    "evaluation", "skeletons", "gaps", "doctor", "batch", "pages", "chat", "doors", "commands", "kb", "history", "cli",
)  # fmt: skip
HEAVY = {
    "openai",
    "mcp",
    "rich",
    "prompt_toolkit",
    "yaml",
    "pydantic",
    "numpy",
    "scipy",
    "sklearn",
    "sqlite3",
    "asyncio",
}
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if "compiled" not in p.parts and p.name != "__init__.py")


def noun(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Return the modules of ours that a module names anywhere, in its functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "closum_help":
            inside = (node.module or "").split(".")[1:]
            names |= {inside[0]} if inside else {a.name for a in node.names if a.name in ORDER}
    return names - {noun(path)}


def test_every_module_has_its_place_in_the_order() -> None:
    assert {noun(p) for p in MODULES} == set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=noun)
def test_a_module_imports_only_what_stands_to_its_left(path: Path) -> None:
    allowed = set(ORDER[: ORDER.index(noun(path))])
    assert imported(path) <= allowed


def test_no_product_word_stands_in_python() -> None:
    knowledge = open_knowledge()
    labels = [str(knowledge.entries[p.id]["label"]) for p in knowledge.catalog.plans]
    product = re.compile("|".join([r"\bClosum\b", r"\bclosum\.com", *knowledge.skills, *(rf"\b{x}\b" for x in labels)]))
    quoted = re.compile("|".join(rf"""["']{p}["']""" for p in knowledge.plans))
    found = [
        f"{p.name}:{n}: {line.strip()}"
        for p in MODULES
        for n, line in enumerate(p.read_text("utf-8").splitlines(), 1)
        if product.search(line) or quoted.search(line)
    ]
    assert not found, "\n".join(found)


def loaded(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_importing_the_package_reads_no_file_and_no_module_of_ours() -> None:
    code = "import sys, json; import closum_help; print(json.dumps([m for m in sys.modules if 'closum_help' in m]))"
    assert loaded(code) == {"closum_help"}


def test_nothing_heavy_is_loaded_for_an_offline_answer() -> None:
    code = (
        "import sys, json; from closum_help.cli import run; assert run(['-q', 'what does it cost?']) == 0;"
        "print(json.dumps(sorted({m.partition('.')[0] for m in sys.modules})))"
    )
    assert not loaded(code) & HEAVY


def test_the_public_names_are_the_menu() -> None:
    assert closum_help.__all__ == sorted(closum_help.__all__)
    assert all(hasattr(closum_help, name) for name in closum_help.__all__)
    with pytest.raises(AttributeError):
        closum_help.nothing  # noqa: B018
