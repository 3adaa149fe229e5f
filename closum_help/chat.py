"""The chat on a terminal: reads a line, prints a reply, and keeps the state in between."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from closum_help import request, terminal
from closum_help.envelope import internal, shortfall
from closum_help.errors import HelpError, OutputError
from closum_help.pages import Page
from closum_help.paths import PROGRAM
from closum_help.prompts import render, wording
from closum_help.streaming import Draft
from closum_help.types import State

if TYPE_CHECKING:
    from closum_help.assistant import Assistant
    from closum_help.settings import Settings
    from closum_help.transcripts import Log

DEADLINE = 45.0  # seconds that a model has for its words
START = State()
LEAVE = ("/exit", "/quit")


def run(
    assistant: Assistant, settings: Settings, log: Log, *, language: str = "", state: State = START, opening: str = ""
) -> int:
    """Talk until Ctrl-D, /exit or Ctrl-C twice; return 0. `opening`: where the conversation was left."""
    accessible = settings.accessible
    language = language or _locale(assistant.knowledge.languages)
    engine = "openai" if settings.uses_model else "offline"
    terminal.show(render("welcome", language, engine=engine), accessible=accessible)
    if opening:
        terminal.show(opening, accessible=accessible)
    interrupted = False
    while True:
        try:
            line = input("\nYou: " if accessible else "\n> ").strip()
            if line in LEAVE:
                return 0
            if line:
                title = f"\n{PROGRAM}:" if accessible else ""
                page = Page(accessible=accessible, waits=settings.uses_model, title=title)
                state = _turn(assistant, line, state, state.language or language, log, page)
            interrupted = False
        except EOFError:
            terminal.write("")
            return 0
        except KeyboardInterrupt:
            terminal.write("")
            if interrupted:
                return 0
            interrupted = True
            terminal.warn("Press Ctrl-C again or type /exit to leave.")


def _turn(assistant: Assistant, line: str, state: State, language: str, log: Log, page: Page) -> State:
    """Answer one line on a page and return the state after it; what is no question leaves the state as it was."""
    if line == "/help":
        page.show(wording(language)("chat_help"))
        return state
    draft = Draft(page.show)
    try:
        question = request.question(line)
        with page:
            reply, after = assistant.answer(question, state, draft)
    except (OutputError, terminal.Closed):
        raise
    except HelpError as error:
        terminal.warn(f"{PROGRAM}: {error}")
        return state
    except Exception as error:  # a fault of ours costs one answer, not the conversation
        terminal.warn(f"{PROGRAM}: {internal(error)}")
        return state
    page.show("\n".join(f"- /{i} {text}" for i, text in enumerate(reply.suggestions, 1)))
    if note := shortfall(reply, assistant.engine_error, told=draft.broken):
        terminal.warn(f"{PROGRAM}: {note}")
    log.add(line, reply, state)
    return after


def _locale(languages: tuple[str, ...]) -> str:
    """Return the language that the reader's system is set to, if it is one of ours, else the first of ours."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    code = next((name for name in names if name), "").replace("-", "_").partition("_")[0].lower()
    return code if code in languages else languages[0]
