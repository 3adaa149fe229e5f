"""Whose figure it is: every number of a text with the plans or add-ons it is said of, as sentences and tables say it.

Known limit: an owner that only a pronoun or an earlier paragraph gives binds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, takewhile
from typing import NamedTuple

from closum_help.claims import MARKER, MARKS, Figure, Placed, Words, line_of, scan
from closum_help.quantities import PLURAL, STOPS
from closum_help.text import is_han

BESIDE = 4  # tokens between a unit and the word that makes it an add-on
CUES = ("theirs", "against")
NEAR = 5  # tokens before a number in which a word tells that it is the reader's
PER = 6  # tokens between a number and the period it is for
LONGEST = 400  # tokens of what is read as one sentence, items of a list
PAUSES = frozenset(",;，、；")
SIDES = frozenset("()[]:")
TIMES = frozenset("x×*")
MINUS = frozenset("-−–")
OPERATORS = TIMES | MINUS | {"+", "="}
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|[。！？；]\s*")
_ITEM = re.compile(r"\s*(?:[-•+]|\d{1,2}[.)、])\s")
_RULE = re.compile(r"[\s|:-]+")

Mention = tuple[int, str]  # token, owner


class Claim(NamedTuple):
    """A figure, of whom it is said (of one of them, where it is several), for which period, and how it is said.

    `units` are those that a number without one may have by its neighbours; `theirs`: a word near by says that it is the
    reader's, `against`: that it is denied or left behind; `paid`: its sentence speaks of money; `role`: see _roles.
    """

    figure: Figure
    owners: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    period: str = ""
    role: str = ""
    theirs: bool = False
    against: bool = False
    paid: bool = False


class _Number(NamedTuple):
    """Where a number starts, what it counts as far as the sentence tells, what the words before it say of it."""

    start: int
    kind: str
    cues: frozenset[str]


class _Frame(NamedTuple):
    """What stands around a piece of text: owners above it, units and period of its heads, how many items follow."""

    owners: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    period: str = ""
    listed: int = 0


def claims(text: str, words: Words) -> Iterator[Claim]:
    """Yield every number of a cleaned text with what it is said of."""
    above: frozenset[str] = frozenset()
    head: list[list[str]] = []
    rows = text.split("\n")
    for at, row in enumerate(rows):
        if row.strip().startswith("|"):
            cells = [line_of(cell, words) for cell in row.strip().strip("|").split("|")]
            if not head:
                head = cells
            elif not _RULE.fullmatch(row):
                yield from _row(head, cells, words)
            continue
        head = []
        item = _ITEM.match(row) is not None
        for sentence in _SENTENCE.split(MARKER.sub("", row)):
            line = line_of(sentence, words)
            named = frozenset(owner for _, owner in mentions(line, words))
            listed = _listed(rows[at + 1 : at + LONGEST]) if line[-1:] == [":"] else 0
            found = list(_said(line, _Frame(above if item else frozenset(), listed=listed), words))
            yield from found
            if any(":" not in owner for owner in named) or (line and not item and not found):
                above = named


def _listed(rows: Sequence[str]) -> int:
    """Return how many list items come first among the rows, blank ones aside."""
    return sum(1 for row in takewhile(_ITEM.match, (row for row in rows if row.strip())))


def mentions(line: Sequence[str], words: Words) -> list[Mention]:
    """Return the plans of a line, and the add-ons as `extra:unit`, in their order."""
    found = [(at, name) for at, name, _ in words.plans.find(line)]
    cues = _extras(line, words)
    for at, unit, size in words.units.find(line):
        near = any(-BESIDE <= start - at - size <= BESIDE or 0 <= at - end <= BESIDE for start, end in cues)
        if unit in PLURAL and near:
            found.append((at, f"extra:{unit}"))
    return sorted(found)


def _extras(line: Sequence[str], words: Words) -> list[tuple[int, int]]:
    """Return where words for an add-on start and end; a single Chinese character is part of many other words."""
    return [(at, at + size) for at, _, size in words.extras.find(line) if size > 1 or not is_han(line[at])]


def _row(head: Sequence[list[str]], cells: Sequence[list[str]], words: Words) -> Iterator[Claim]:
    """Yield the numbers of a row of a table: of the owner that the row names, else of its column's."""
    label = [*cells[0], *(head[0] if _extras(head[0], words) else ())]
    own = frozenset(owner for cell in (label, *cells[1:]) for _, owner in mentions(cell, words))
    for at, cell in enumerate(cells):
        over = head[at] if at < len(head) else []
        if at == 0 and len(cell) == 1 and cell[0].isdigit():
            continue  # the number of the row
        owners = own or frozenset(owner for _, owner in mentions(over, words))
        units = frozenset(_named(over, words)) | (frozenset(_named(cells[0], words)) if at else frozenset())
        period = next((name for line in (over, cells[0]) for _, name, _ in words.periods.find(line)), "")
        yield from _said(cell, _Frame(owners, units, period), words)


def _named(line: Sequence[str], words: Words) -> Iterator[str]:
    for phrases in (words.units, words.marks):
        yield from (name for _, name, _ in phrases.find(line))


def _said(line: Sequence[str], frame: _Frame, words: Words) -> Iterator[Claim]:
    """Yield the numbers of a sentence, or of a cell; of what is longer than any sentence in pieces."""
    for start in range(0, len(line), LONGEST):
        yield from _read(line[start : start + LONGEST], frame, words)


def _read(line: Sequence[str], frame: _Frame, words: Words) -> Iterator[Claim]:
    placed = list(scan(line, words))
    colon = line.index(":") if ":" in line[: placed[0].start if placed else 0] else 0
    units = frame.units | frozenset(_named(line[:colon], words))
    alike = [units | _neighbours(placed, at) for at in range(len(placed))]
    numbers = [
        _Number(p.start, p.figure.unit or min(near, default=""), _cued(line, p.start, words))
        for p, near in zip(placed, alike, strict=True)
    ]
    paid = any(p.figure.unit in MARKS for p in placed) or not MARKS.isdisjoint(units)
    named = mentions(line, words)
    heirs = frozenset() if _extras(line, words) else frame.owners  # an add-on without a unit is not the plan above
    owners = _bound(line, numbers, named) if named else [heirs] * len(placed)
    periods = _periods(line, placed, words)
    for at, role in enumerate(_roles(line, placed)):
        if not placed[at].figure.unit and placed[at].figure.value in _counts(line[placed[at].end :], frame.listed):
            continue
        period = periods[at] or frame.period
        theirs, against = (cue in numbers[at].cues for cue in CUES)
        yield Claim(placed[at].figure, owners[at], alike[at], period, role, theirs, against, paid)
    if not placed and _whole_year(line, words):
        yield Claim(Figure(Decimal(365), "days", Decimal(1)), frozenset(o for _, o in named) or frame.owners)


def _counts(behind: Sequence[str], listed: int) -> set[int]:
    """Return how many things are told behind a number and a colon: in the items that follow, or in its sentence."""
    if ":" not in behind[:PER]:
        return set()
    pauses = sum(word in PAUSES for word in behind[behind.index(":") :])
    return {pauses + 1, pauses + 2} if pauses else {listed}


def _neighbours(placed: Sequence[Placed], at: int) -> frozenset[str]:
    """Return the unit of the number before a bare one, else of the one behind it."""
    if placed[at].figure.unit:
        return frozenset()
    units = [p.figure.unit for p in (*placed[:at][::-1], *placed[at + 1 :]) if p.figure.unit]
    return frozenset(units[:1])


def _cued(line: Sequence[str], at: int, words: Words) -> frozenset[str]:
    """Return which of CUES stand shortly before a number, in its part of the sentence."""
    start = max(0, at - NEAR)
    start = max([k + 1 for k in range(start, at) if line[k] in PAUSES | STOPS | SIDES] or [start])
    return frozenset(name for _, name, _ in words.cues.find(line[start:at])) & {*CUES}


def _periods(line: Sequence[str], placed: Sequence[Placed], words: Words) -> list[str]:
    """Return the period of each number: named shortly behind it, else before it and behind no other number."""
    found = [""] * len(placed)
    for at, name, size in words.periods.find(line):
        behind = [k for k, p in enumerate(placed) if p.end <= at and _open(line, p.end, at)]
        ahead = [k for k, p in enumerate(placed) if p.start >= at + size and _open(line, at + size, p.start)]
        for k in (behind[-1:] or ahead[:1])[:1]:
            found[k] = found[k] or name
    return found


def _open(line: Sequence[str], start: int, end: int) -> bool:
    return end - start <= PER and (PAUSES | STOPS | SIDES).isdisjoint(line[start:end])


def _whole_year(line: Sequence[str], words: Words) -> bool:
    """Return whether a sentence without numbers says that something is kept for a year."""
    return {"history", "yearly"} <= {name for _, name, _ in words.cues.find(line)}


def _bound(line: Sequence[str], numbers: Sequence[_Number], named: Sequence[Mention]) -> list[frozenset[str]]:
    """Return of whom each number of a sentence is said that names somebody.

    Parts between pauses speak for themselves where each one with numbers names somebody; else a number belongs to who
    is named last before it, or, where the sentence begins with a number, next behind it.
    """
    everyone = frozenset(owner for _, owner in named)
    if len(everyone) == 1:
        return [everyone] * len(numbers)
    part = list(accumulate((word in PAUSES for word in line), initial=0))
    telling = {part[n.start] for n in numbers if not n.cues}
    if len(telling) == 1 or not telling <= {part[at] for at, _ in named}:
        part = [0] * len(part)
    found = []
    for number in numbers:
        here = part[number.start]
        names = [m for m in named if part[m[0]] == here] or named
        found.append(_whose(number, [n for n in numbers if part[n.start] == here and not n.cues], names))
    return found


def _whose(number: _Number, numbers: Sequence[_Number], named: Sequence[Mention]) -> frozenset[str]:
    """Return of whom a number is said among those named in its part of the sentence; in turn, where as many are."""
    groups: list[list[Mention]] = []
    for at, owner in named:
        new = not groups or any(groups[-1][-1][0] < n.start < at for n in numbers)
        groups = [*groups, [(at, owner)]] if new else [*groups[:-1], [*groups[-1], (at, owner)]]
    leads = not numbers or groups[0][0][0] < numbers[0].start
    near = [g for g in groups if (g[0][0] < number.start) is leads] or groups
    group = near[-1] if leads else near[0]
    owners = list(dict.fromkeys(owner for _, owner in group))
    upto = min((g[0][0] for g in groups if g[0][0] > number.start), default=number.start + 1 << 20)
    rivals = [n.start for n in numbers if n.kind == number.kind and group[-1][0] < n.start < upto]
    if leads and len(owners) > 1 and len(rivals) == len(owners) and number.start in rivals:
        return frozenset({owners[rivals.index(number.start)]})
    return frozenset(owners)


def _roles(line: Sequence[str], placed: Sequence[Placed]) -> list[str]:
    """Return what each number is in an equation: "term", "result" (right), "wrong" (a result), "" for none."""
    roles = [""] * len(placed)
    start = 0
    for end in range(1, len(placed) + 1):
        joined = line[placed[end - 1].end : placed[end].start] if end < len(placed) else []
        if len(joined) == 1 and joined[0] in OPERATORS:
            continue
        signs = [line[placed[k].end] for k in range(start, end - 1)]
        if "=" in signs:
            last = start + len(signs) - signs[::-1].index("=")
            right = len(set(_sides([p.figure.said for p in placed[start:end]], signs))) == 1
            roles[start:end] = ["term"] * (last - start) + ["result" if right else "wrong"] * (end - last)
        start = end
    return roles


def _sides(values: Sequence[Decimal], signs: Sequence[str]) -> Iterator[Decimal]:
    """Yield what each side of an equation comes to."""
    total, product, factor = Decimal(0), values[0], 1
    for sign, value in zip(signs, values[1:], strict=True):
        if sign in TIMES:
            product *= value
            continue
        total += factor * product
        product, factor = value, -1 if sign in MINUS else 1
        if sign == "=":
            yield total
            total = Decimal(0)
    yield total + factor * product
