"""An answer that is still being written: cut into finished blocks, shown once they are checked, never taken back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from closum_help.terminal import safe

ITEM = re.compile(r"\s*(?:[-*+•]\s|\d{1,3}(?:[.)]\s|、))")
_FENCE = re.compile(r"`{3,}|~{3,}")


def blocks(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the blocks of a Markdown text, each as soon as it is finished; joined they are the text.

    A block is a paragraph, a heading, a list item with what is indented under it, a table (its columns need every
    row), fenced code whole.
    """
    held = fence = ""
    for line in _lines(pieces):
        bare = line.strip()
        opens = _FENCE.match(bare)
        if fence:
            held += line
            if opens and opens[0].startswith(fence) and opens[0] == bare:
                yield held
                held = fence = ""
        elif not bare:
            yield held + line
            held = ""
        else:
            if held and (opens or _begins(line, held)):
                yield held
                held = ""
            held += line
            fence = opens[0] if opens else ""
    if held:
        yield held


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    rest = ""
    for piece in pieces:
        *lines, rest = (rest + piece).split("\n")
        yield from (line + "\n" for line in lines)
    if rest:
        yield rest


def _begins(line: str, held: str) -> bool:
    """Return whether a line begins a block although the one before it has no blank line behind it."""
    one, other = line.lstrip(), held.lstrip()
    if one.startswith("|") != other.startswith("|") or one.startswith("#") or other.startswith("#"):
        return True
    deeper = len(line) - len(one) > len(held) - len(other)
    return bool(ITEM.match(line)) and not (ITEM.match(held) and deeper)


class Draft:
    """What a reader has been shown of one answer; `broken` says that not all of it could be kept."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self.broken = False
        self._show = show
        self._shown = ""

    def write(
        self, words: Iterable[str], check: Callable[[str], tuple[str, ...]], above: str
    ) -> tuple[str, tuple[str, ...]]:
        """Show `above`, then the words block by block, as long as `check` of all of them so far finds nothing wrong.

        Return the words taken, and what was found: () where they were all shown.
        """
        said = text = ""
        for block in blocks(words):
            said += block
            text = safe(said).strip()
            if wrong := check(text):
                return text, wrong
            self._grow(f"{above}\n\n{text}" if above else text)
        return text, ()

    def finish(self, text: str, notice: str) -> None:
        """Show the rest of the whole answer; all of it, behind a notice, where it is not what was begun."""
        if not text.startswith(self._shown):
            self.broken = True
            self._show(notice)
            self._shown = ""
        self._grow(text)

    def _grow(self, text: str) -> None:
        if text.startswith(self._shown):
            self._show(text[len(self._shown) :])
            self._shown = text
