"""YAML as this project allows it: plain data, the line and column of everything in it, and all faults at once.

No anchors, aliases, tags or second documents; keys are unique texts; only true, false, null and plain numbers are
anything but text, so `no`, `010`, `3.10`, `12:30:45` and dates stay as they are typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CAP = 512 * 1024  # bytes a file
DEPTH = 16
HIDDEN = re.compile(
    "[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_INDENT = re.compile("^ *([\t\xa0\u2000-\u200a\u202f\u205f\u3000])", re.MULTILINE)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(\.\d{0,14}[1-9])?")
_WORDS = {"": None, "null": None, "true": True, "false": False}
_REMEDIES = (  # part of the parser's words, what to do
    ("mapping values are not allowed", "put text that holds ': ' in double quotes"),
    ("cannot start any token", "put text that starts with this character in double quotes"),
    ("end of stream", "close the quotation mark or the bracket"),
    ("escape", "write a backslash twice in double quotes"),
    ("',' or", "close the bracket, or put the text in double quotes"),
)

Where = tuple[str | int, ...]  # the way to a value, as ("entries", "overview", "text", "en")


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One finding in a file, as `file:line:col: what; what to do`; lines and columns count from 1."""

    path: str
    line: int
    col: int
    what: str
    fix: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.col}: {self.what}; {self.fix}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file's plain data (None where it could not be read), where each value stands, and what is wrong.

    `positions` gives a mapping's value the place of its key; `cut` holds unquoted texts that a comment follows.
    """

    data: Any
    positions: dict[Where, tuple[int, int]] = field(default_factory=dict)
    cut: frozenset[Where] = frozenset()
    problems: tuple[Problem, ...] = ()

    def at(self, where: Where) -> tuple[int, int]:
        """Return the line and column of a value, or of the nearest thing around it."""
        while where and where not in self.positions:
            where = where[:-1]
        return self.positions.get(where, (1, 1))


def load(path: Path, name: str = "") -> Loaded:
    """Return what a file holds and every fault of its YAML, named `name` in problems; never raises for a bad file."""
    name = name or str(path)
    try:
        with path.open("rb") as file:
            raw = file.read(CAP + 1)
        if len(raw) > CAP:
            return _refused(name, 1, 1, f"the file is larger than {CAP // 1024} kB", "split it")
        if b"\0" in raw:
            return _refused(name, 1, 1, "the file is binary or not UTF-8", "save it as text in UTF-8")
        text = raw.decode().replace("\r\n", "\n")
    except OSError as error:
        return _refused(name, 1, 1, f"the file cannot be read ({error.strerror})", "look at its permissions")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(errors="replace")
        line, col = before.count("\n") + 1, len(before) - before.rfind("\n")
        return _refused(name, line, col, f"byte {raw[error.start]:#04x} is not UTF-8", "save the file as UTF-8")
    unreadable = tuple(sorted(_unreadable(name, text)))
    return Loaded(None, problems=unreadable) if unreadable else _Walk(name, text).loaded()


def _refused(name: str, line: int, col: int, what: str, fix: str) -> Loaded:
    return Loaded(None, problems=(Problem(name, line, col, what, fix),))


def _unreadable(name: str, text: str) -> Iterator[Problem]:
    """Yield what a reader cannot see and a parser would misread: odd indentation, hidden characters."""
    for found in _INDENT.finditer(text):
        what = f"the indentation holds U+{ord(found[1]):04X}"
        yield Problem(name, *_place(text, found.start(1)), what, "indent with spaces")
    for found in HIDDEN.finditer(text):
        if found[0] != "\t":
            yield Problem(name, *_place(text, found.start()), _hidden(found[0]), "delete it")


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _hidden(character: str) -> str:
    return f"hidden character U+{ord(character):04X}"


def _events(text: str) -> Iterator[Any]:
    """Yield the parser's events; libyaml's parser does not recurse, whereas its composer crashes on deep input."""
    import yaml

    yield from yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _kind(event: Any) -> str:
    return type(event).__name__.removesuffix("Event")


class _Stop(Exception):
    """The rest of the file cannot be read; the problem is noted."""


class _Walk:
    """One pass over a file's events."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._lines = text.split("\n")
        self._events = _events(text)
        self._positions: dict[Where, tuple[int, int]] = {}
        self._cut: set[Where] = set()
        self._problems: list[Problem] = []

    def loaded(self) -> Loaded:
        """Return the first document, and the faults up to where reading had to stop."""
        from yaml import MarkedYAMLError

        data = None
        try:
            data = self._document()
        except _Stop:
            pass
        except MarkedYAMLError as error:
            fix = next((fix for part, fix in _REMEDIES if part in str(error.problem)), "")
            fix = fix or "look at the quotes and the indentation here and on the line above"
            self._note(error.problem_mark, f"not YAML: {error.problem}", fix)
        return Loaded(data, self._positions, frozenset(self._cut), tuple(self._problems))

    def _document(self) -> Any:
        next(self._events)  # the stream's start
        event = next(self._events)
        if _kind(event) == "StreamEnd":
            self._note(None, "the file is empty", "fill it or delete it")
            return None
        if event.version or event.tags:
            self._note(event.start_mark, "a directive (%)", "remove it")
        data = self._node(next(self._events), ())
        if not isinstance(data, dict | list):
            self._note(None, "the file holds neither a mapping nor a list", "write `key: value`, with the space")
        next(self._events)  # the document's end
        event = next(self._events)
        if _kind(event) != "StreamEnd":
            self._note(event.start_mark, "a second document", "keep one document a file, without '---' between")
        return data

    def _note(self, mark: Any, what: str, fix: str) -> None:
        line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self._problems.append(Problem(self._name, line, col, what, fix))

    def _node(self, event: Any, where: Where) -> Any:
        self._positions.setdefault(where, (event.start_mark.line + 1, event.start_mark.column + 1))
        if _kind(event) == "Alias":
            self._note(event.start_mark, f"alias *{event.anchor}", "write the value out, or quote the text")
            return None
        self._plain(event)
        if _kind(event) == "Scalar":
            return self._scalar(event, where)
        if len(where) == DEPTH:
            self._note(event.start_mark, f"nested deeper than {DEPTH} levels", "flatten it")
            raise _Stop
        return self._sequence(where) if _kind(event) == "SequenceStart" else self._mapping(where)

    def _plain(self, event: Any) -> None:
        if event.anchor:
            self._note(event.start_mark, f"anchor &{event.anchor}", "write the value out where it is needed")
        if event.tag:
            self._note(event.start_mark, f"tag {event.tag!r}", "remove it, or quote the text")
        if found := HIDDEN.search(getattr(event, "value", "")):
            self._note(event.start_mark, _hidden(found[0]), "delete it, also where it is written as an escape")

    def _scalar(self, event: Any, where: Where) -> Any:
        text: str = event.value
        if event.style:  # quoted or block; unquoted is "" in libyaml, None in Python
            return text
        if text and re.match(r"\s+#", self._lines[event.end_mark.line][event.end_mark.column :]):
            self._cut.add(where)
        if number := _NUMBER.fullmatch(text):
            return float(text) if number[1] else int(text)
        return _WORDS.get(text, text)

    def _sequence(self, where: Where) -> list[Any]:
        items: list[Any] = []
        while _kind(event := next(self._events)) != "SequenceEnd":
            items.append(self._node(event, (*where, len(items))))
        return items

    def _mapping(self, where: Where) -> dict[str, Any]:
        held: dict[str, Any] = {}
        while _kind(event := next(self._events)) != "MappingEnd":
            key = self._key(event, where, held)
            if key is not None:
                self._positions[*where, key] = (event.start_mark.line + 1, event.start_mark.column + 1)
            value = self._node(next(self._events), (*where, "?" if key is None else key))
            if key is not None:
                held[key] = value
        return held

    def _key(self, event: Any, where: Where, held: dict[str, Any]) -> str | None:
        """Return the key as it is typed, or None with the problem noted: its value is read and dropped."""
        if _kind(event) != "Scalar":
            self._note(event.start_mark, "a key that is not text", "put text with braces or brackets in double quotes")
            self._node(event, (*where, "?"))
            return None
        self._plain(event)
        key: str = event.value
        if key in held:
            first = self._positions[*where, key][0]
            self._note(event.start_mark, f"duplicate key {key!r}, first at line {first}", "keep one of them")
        elif key == "<<" and not event.style:
            self._note(event.start_mark, "merge key '<<'", "write the values out")
        elif not key:
            self._note(event.start_mark, "an empty key", "name it")
        else:
            return key
        return None
