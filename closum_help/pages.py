"""A terminal that is written downwards: blocks are added and never taken back; until the first, a spinner turns."""

from __future__ import annotations

import sys
from textwrap import dedent
from typing import TYPE_CHECKING, Self

from closum_help import terminal
from closum_help.streaming import ITEM, blocks

if TYPE_CHECKING:
    from rich.status import Status


class Page:
    """One answer on stdout, a terminal, under its title if it has one; `waits` where it may take a while to come."""

    def __init__(self, *, accessible: bool = False, waits: bool = False, title: str = "") -> None:
        self._accessible = accessible
        self._title = title
        self._last = ""
        self._spinner = _spinner() if waits and not accessible and terminal.is_terminal(sys.stderr) else None

    def __enter__(self) -> Self:
        if self._spinner:
            self._spinner.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._spinner:
            self._spinner.stop()

    def show(self, markdown: str) -> None:
        """Add Markdown below what is there, items of a list close to each other; errors as in `terminal.write`."""
        text = dedent(markdown.strip("\n"))
        if not text.strip():
            return
        if self._spinner:
            self._spinner.stop()
        if self._title:
            terminal.write(self._title)
            self._title = ""
        parts = [block for block in blocks([text]) if block.strip()]
        if self._last and not (ITEM.match(self._last) and ITEM.match(parts[0])):
            terminal.write("")
        terminal.show(text, accessible=self._accessible)
        self._last = parts[-1]


def _spinner() -> Status:
    from rich.console import Console

    return Console(stderr=True).status("")
