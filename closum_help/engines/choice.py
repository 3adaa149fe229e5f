"""Whose words an answer gets: none but ours, those of an OpenAI-compatible service, or those of an engine of your own.

An engine of your own is any function that takes the messages (role and content each) and returns its words. It raises
EngineError where it fails; the offline answer stands in for it, as it does for words that the guard turns down.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from closum_help.errors import EngineError
from closum_help.terminal import safe

if TYPE_CHECKING:
    from closum_help.engines.wire import Completion
    from closum_help.settings import Settings

Messages = list[dict[str, str]]
Engine = Callable[[Messages], str]
Words = Generator[str, None, "Completion"]  # as they come; what it returns is the whole
Compose = Callable[[Messages], Words]


def chosen(engine: str | Engine, model: Settings | None, deadline: float) -> Compose | None:
    """Return what turns messages into words, None where no model is to be asked; `model` is that of `service`.

    `deadline` (seconds) holds where no setting names one.
    """
    if callable(engine):
        return lambda messages: _own(engine, messages)
    return None if model is None else lambda messages: _service(model, messages, deadline)


def _own(engine: Engine, messages: Messages) -> Words:
    from closum_help.engines.wire import Completion

    words = safe(engine(messages)).strip()
    if not words:
        raise EngineError("The engine said nothing.", "Try again.")
    yield words
    return Completion(words, engine.__name__)


def _service(model: Settings, messages: Messages, deadline: float) -> Words:
    from closum_help.engines.openai import stream

    return stream(messages, model.checked(), deadline=model.timeout or deadline)


def service(engine: str | Engine, settings: Settings | None) -> Settings | None:
    """Return the settings of the service to ask, None where none is to be.

    ConfigError where `openai` is demanded and cannot be asked.
    """
    if callable(engine) or engine == "offline":
        return None
    from closum_help.settings import read

    found = settings or read(engine=None if engine == "auto" else engine)
    if engine == "openai":
        found = found._replace(engine=engine)
    if found.engine == "openai":
        found.checked()
    return found if found.uses_model else None
