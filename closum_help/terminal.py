"""What reaches a terminal, a pipe or a file: text made safe, written whole, dressed only where it is read by eye."""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TextIO

from closum_help.errors import OutputError

# A whole sequence: CSI; OSC, DCS, SOS, PM and APC up to their end; any other escape. A body stops at the next
# introducer, which keeps the search linear; what is left of a sequence without its end is harmless text.
_SEQUENCE = (
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"
    r"|(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f]*+(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*+[0-~]"
)
# Joiners of no width belong between letters of the scripts that join or stack, and between emoji.
_JOINED = "\u00a9\u00ae\u0600-\u07ff\u0840-\u1aff\u203c-\u3299\ua840-\uabff\ufb1d-\ufefc\U0001f000-\U0001faff"
_STRAY = rf"(?<![{_JOINED}])[\u200c\u200d]+|[\u200c\u200d]{{2,}}|[\u200c\u200d](?![{_JOINED}])"
_UNSEEN = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F),  # C0, DEL, C1
    (0xAD, 0xAD), (0x200B, 0x200B), (0x2060, 0x2064), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB),  # no width
    (0x61C, 0x61C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x206F),  # direction
    (0xE0000, 0xE0FFF),  # tags and variation selectors that carry hidden text
)  # fmt: skip

_ASCII = {"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "•": "*", "→": "->", "€": "EUR", "│": "|"}
_ASCII |= {"，": ", ", "。": ". ", "：": ": ", "；": "; ", "？": "? ", "！": "! ", "、": ", ", "─": "-", "━": "="}


class Closed(Exception):
    """The reader of our output has gone (`| head`): nothing is wrong and nothing is left to do."""


def safe(text: str) -> str:
    """Return the text without anything that a terminal obeys or an eye cannot see; line ends are `\\n`.

    Removed: control sequences whole, control characters but newline and tab, direction marks, tags, zero-width
    characters where no script needs them. A lone surrogate becomes U+FFFD.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    if any(introducer in text for introducer in "\x1b\x90\x98\x9b\x9d\x9e\x9f"):
        text = re.sub(_SEQUENCE, "", text)
    text = text.translate(_table())
    if "\u200c" in text or "\u200d" in text:
        text = re.sub(_STRAY, "", text)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


@cache
def _table() -> dict[int, str | None]:
    unseen = (code for first, last in _UNSEEN for code in range(first, last + 1))
    return dict.fromkeys(unseen) | {0x2028: "\n", 0x2029: "\n"}


def prepare() -> None:
    """Make the three streams ready: no character of ours raises, none of the reader's stops us."""
    codecs.register_error("readable", _readable)
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "readable"), (sys.stderr, "readable")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors=errors)


def _readable(error: UnicodeError) -> tuple[str, int]:
    """Stand in for what the encoding lacks: a look-alike in ASCII, or the character's number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from unicodedata import normalize

    found = error.object[error.start : error.end]
    alike = (_ASCII.get(c) or normalize("NFKD", c).encode("ascii", "ignore").decode() for c in found)
    numbered = (a or c.encode("ascii", "backslashreplace").decode() for a, c in zip(alike, found, strict=True))
    return "".join(numbered), error.end


def write(text: str, end: str = "\n") -> None:
    """Write the text to stdout, now and whole; Closed when the reader has gone, OutputError when it cannot be kept."""
    with _stdout() as stream:
        stream.write(text + end)
        stream.flush()


@contextmanager
def _stdout() -> Iterator[TextIO]:
    if sys.stdout is None:
        raise OutputError("stdout is closed.", "Open it, or send it to a file.")
    try:
        yield sys.stdout
    except OSError as error:
        _abandon(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise Closed from None
        raise OutputError(f"The answer could not be written ({error.strerror}).", "Free some space.") from error


def _abandon(stream: TextIO) -> None:
    """Point the stream at nothing, so that the interpreter's last flush of it is silent."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def warn(text: str) -> None:
    """Write one line to stderr; a stderr that is closed or full changes nothing."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(" ".join(safe(text).split()) + "\n")
            sys.stderr.flush()
        except OSError:
            _abandon(sys.stderr)


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether the stream is open and read or written by a person."""
    return stream is not None and stream.isatty()


def ascii_only() -> bool:
    """Return whether stdout has no room for all characters."""
    return "utf" not in (getattr(sys.stdout, "encoding", None) or "utf-8").lower()


def dressed(*, accessible: bool = False) -> bool:
    """Return whether Markdown is drawn on stdout: a terminal that is not dumb, or FORCE_COLOR without NO_COLOR."""
    environ = os.environ
    if accessible or environ.get("TERM") == "dumb":
        return False
    forced = environ.get("FORCE_COLOR", "0") not in ("", "0") and not environ.get("NO_COLOR")
    return forced or is_terminal(sys.stdout)


def show(markdown: str, *, accessible: bool = False) -> None:
    """Write a reply's Markdown to stdout, drawn where `dressed`, as plain text elsewhere; errors as in `write`."""
    text = safe(markdown)
    write(drawn(text) if dressed(accessible=accessible) else plain(text))


def plain(markdown: str) -> str:
    """Return the Markdown as text to read: no emphasis, backticks or fences; links as `title (url)`; lists kept."""
    lines = []
    fenced = False
    for line in markdown.split("\n"):
        if line.lstrip().startswith("```"):
            fenced = not fenced
            continue
        lines.append(line if fenced else _unmarked(line))
    return "\n".join(lines)


def _unmarked(line: str) -> str:
    line = re.sub(r"!?\[([^][]*)\]\(<?([^()<>\s]*)>?\)", _link, line)
    line = re.sub(r"<(https?://[^<>\s]+)>", r"\1", line)
    return re.sub(r"^#{1,6} ", "", line).replace("**", "").replace("`", "")


def _link(match: re.Match[str]) -> str:
    title, url = match.groups()
    return url if title in ("", url) else f"{title} ({url})"


def drawn(markdown: str) -> str:
    """Return the Markdown drawn by rich: HTML stays literal, addresses are spelled out, nothing in it is markup."""
    from io import StringIO

    from markdown_it import MarkdownIt
    from rich.console import Console
    from rich.markdown import Markdown

    page = Markdown("", hyperlinks=False)
    parser = MarkdownIt("commonmark", {"html": False}).enable("strikethrough").enable("table")
    page.parsed = parser.parse(markdown)
    console = Console(
        file=StringIO(),
        width=_width(),
        force_terminal=True,
        no_color=bool(os.environ.get("NO_COLOR")),
        markup=False,
        emoji=False,
        highlight=False,
    )
    if console.legacy_windows:  # it shows escapes as letters
        return plain(markdown)
    with console.capture() as capture:
        console.print(page)
    return "\n".join(line.rstrip() for line in capture.get().strip("\n").split("\n"))


def _width() -> int:
    """Return the columns to fill: the terminal's, between 20 and 100, whatever nonsense COLUMNS holds."""
    given = os.environ.get("COLUMNS", "")
    try:
        columns = int(given) if given.isascii() and given.isdigit() else os.get_terminal_size(1).columns
    except OSError:
        columns = 80
    return max(20, min(columns or 80, 100))
