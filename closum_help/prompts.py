"""Templates behind one `render(name, language, **values)`; an unknown variable is an error, never a blank."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from closum_help.paths import compiled_dir, data_dir

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment() -> Environment:
    """Return the one sandboxed environment: strict, no escaping, templates from prompts/ only."""
    from jinja2 import ChoiceLoader, FileSystemLoader, ModuleLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        # Compiled by `kb build`: compiling them here would cost half the time of an answer.
        loader=ChoiceLoader([ModuleLoader(compiled_dir() / "templates"), FileSystemLoader(data_dir("prompts"))]),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )


def render(name: str, language: str, **values: Any) -> str:
    """Return prompts/NAME.j2 in the language's wording, without blank edges; user and knowledge text come as values."""
    text = environment().get_template(f"{name}.j2").render(language=language, **values)
    lines = [line.rstrip() for line in text.strip().splitlines()]
    return "\n".join(line for i, line in enumerate(lines) if line or (i and lines[i - 1]))


def wording(language: str) -> Callable[..., str]:
    """Return a function that says one named line of a language's wording: `say("prices", "2026-03")`."""
    macros = environment().get_template(f"{language}.j2").module

    def say(name: str, *args: Any) -> str:
        return str(getattr(macros, name)(*args)).strip()

    return say


def compile_templates() -> None:
    """Write every template of prompts/ as Python into compiled/templates/, the old ones removed."""
    target = compiled_dir() / "templates"
    for old in target.glob("*.py"):
        old.unlink()
    target.mkdir(parents=True, exist_ok=True)
    from jinja2 import FileSystemLoader

    fresh = environment().overlay(loader=FileSystemLoader(data_dir("prompts")))
    fresh.compile_templates(target, zip=None, ignore_errors=False, filter_func=lambda name: name.endswith(".j2"))
