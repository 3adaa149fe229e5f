"""What a text tells its reader to do: menu paths and shell commands, and which of them its passages do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from closum_help.claims import clean
from closum_help.phrases import Phrases
from closum_help.text import fold, tokens

_ARROW = re.compile(r"\s*(?:[-=–]+>|→|›|»|(?<=[^\s>])\s*>(?=\s*[^\s>=]))\s*")
_END = re.compile(r"[,.;:!?()\[\]|\"“”‘’「」、。；,]|\s[-–]\s")
_LABEL = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*")
_LAST = re.compile(rf"(?:{_LABEL.pattern})$")
_HEAD = re.compile(r"^[A-Za-z][\x20-\x7e\u00c0-\u024f]*")  # up to a Chinese character
_COMMAND = re.compile(
    r"(?<![\w./-])(?:(?:npx|uvx|pipx|curl|wget)(?=\s)|(?:pip3?|npm|yarn|pnpm|composer|docker|brew|gem|cargo|go|git|poetry"
    r"|uv|apt|apt-get)\s+(?:install|add|require|run|exec|pull|get|clone|init|create|i)(?=\s))[^\n`。；;，\u4e00-\u9fff]*"
)
_ARGUMENT = re.compile(r"[-/@={}\d]")
BEFORE = 60  # characters before a label in which a word for "then" may stand
PLAIN = 3  # words of a command that need not look like one

Path = tuple[str, ...]


def unknown(text: str, allowed: str, then: Phrases) -> Iterator[str]:
    """Yield the menu paths and commands of a text that do not stand in the allowed one; `then` leads to a next step."""
    known = [*paths(clean(allowed))]
    for path in paths(clean(text)):
        if not any(_inside(path, other) for other in known):
            yield " > ".join(path)
    steps = {_folded(step): (path, at) for path in known for at, step in enumerate(path)}
    told = {stray for line in clean(allowed).split("\n") for stray in _strayed(line, steps, then)}
    yield from (s for line in clean(text).split("\n") for s in _strayed(line, steps, then) if s not in told)
    commands = [" ".join(c.split()) for c in _COMMAND.findall(allowed)]
    for command in map(_arguments, _COMMAND.findall(text)):
        if not any(re.match(rf"{re.escape(command)}(?![\w/@=-])", c) for c in commands):
            yield command


def paths(text: str) -> Iterator[Path]:
    """Yield the menu paths of a cleaned text, step by step; the first and last as far as their sentence goes."""
    for line in text.split("\n"):
        start = 0
        while found := _ARROW.search(line, start):
            steps = [_END.split(line[start : found.start()])[-1].strip()]
            at = found.end()
            while following := _ARROW.search(line, at):
                if _END.search(line[at : following.start()]):
                    break
                steps.append(line[at : following.start()].strip())
                at = following.end()
            steps.append(_END.split(line[at:], maxsplit=1)[0].strip())
            if all(steps) and not steps[0][-1].isdigit() and not steps[-1][0].isdigit():
                yield tuple(steps)
            start = at


def _inside(path: Path, known: Path) -> bool:
    """Return whether a path is a run of a known one; around its ends either may go on in words of its sentence."""
    first, *inner, last = path
    held = [_folded(step) for step in known]
    for at in range(len(known) - len(path) + 1):
        _, *middle, _ = held[at : at + len(path)]
        ends = _agree(last, known[at + len(path) - 1], _HEAD) and _agree(first, known[at], _LAST)
        if ends and middle == [_folded(step) for step in inner]:
            return True
    return False


def _agree(one: str, other: str, label: re.Pattern[str]) -> bool:
    """Return whether two ends of paths are the same label, as far as their sentences let it be seen."""
    a, b = (_folded(found[0] if (found := label.search(step)) else step) for step in (one, other))
    return _ends(a, b) if label is _LAST else f"{a} ".startswith(f"{b} ") or f"{b} ".startswith(f"{a} ")


def _folded(step: str) -> str:
    return " ".join(tokens(fold(step)))


def _ends(one: str, other: str) -> bool:
    return f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}")


def _strayed(line: str, steps: Mapping[str, tuple[Path, int]], then: Phrases) -> Iterator[str]:
    """Yield the steps told in prose, a label each behind a word for "then", that leave the path they began."""
    for sentence in re.split(r"[.!?;]\s|[。！？；]", line):
        last: tuple[Path, int] | None = None
        for match in _LABEL.finditer(sentence):
            label = _folded(match[0])
            if last is None:
                last = next((held for step, held in steps.items() if f" {label}".endswith(f" {step}")), None)
            elif _leads(sentence[max(0, match.start() - BEFORE) : match.start()], then):
                path, at = last
                onward = [k for k in range(at + 1, len(path)) if _ends(label, _folded(path[k]))]
                if not onward or onward[0] != at + 1:
                    yield f"{path[at]} > {match[0]}"
                    break
                last = path, onward[0]


def _leads(before: str, then: Phrases) -> bool:
    """Return whether the words just before a label are one for "then", with at most two others between."""
    line = tokens(fold(before))[-6:]
    return any(len(line) - at - size <= 3 for at, _, size in then.find(line))


def _arguments(command: str) -> str:
    """Return a command without the words of its sentence: behind PLAIN words only what looks like an argument."""
    words = command.split()
    flagged = False
    for at, word in enumerate(words):
        if at >= PLAIN and not _ARGUMENT.search(word) and not flagged:
            words = words[:at]
            break
        flagged = word.startswith("-")
    return " ".join(words).rstrip(".,:!?)")
