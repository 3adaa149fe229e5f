"""What a text says it needs: numbers with their units, read by the words of quantities.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from closum_help.phrases import Index, Phrases
from closum_help.text import fold, is_han, tokens
from closum_help.types import Needs

PER_TIME = {"days": 1, "months": 30, "years": 365}
MEASURES = frozenset("个条份名位")
MONEY = frozenset(("eur", "euro", "euros", "€", "欧", "欧元"))
STOPS = frozenset(".;!?。；！？\n")
SOFT_STOPS = STOPS | frozenset(",，、+&")
REACH = 4  # how many words a number may stand from its unit
OFTEN = 31  # e-mails a month to each reader; more is a quantity of e-mails
MOST_ACCOUNTS = 99
LONGEST_AHEAD = 3  # tokens of what names a unit ahead of its number
RECEIVERS = ("people", "contacts")
PLURAL = ("automations", "pages", "people")  # what is bought in packs
REACH_BACK = 8  # characters, where the unit comes first as it does in Chinese


class Item(NamedTuple):
    """A token, or a number with its value."""

    word: str
    value: float | None = None
    width: int = 1


class _Found:
    def __init__(self) -> None:
        self.amounts: dict[str, int] = {}
        self.extra: dict[str, int] = {}
        self.packs: dict[str, int] = {}
        self.months = 1
        self.unit = ""


class Reader:
    """Reads what is said in one language; built once from its compiled words, used for every question."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words: Mapping[str, Index] = words["phrases"]
        self._made: dict[tuple[str, ...], Phrases] = {}
        self._numbers: Mapping[str, float] = words["numbers"]
        self._multipliers: Mapping[str, float] = words["multipliers"]
        self._and: Sequence[str] = words["and"]

    def phrases(self, *kinds: str) -> Phrases:
        """Return the phrases of those kinds of quantities.yaml, each named by its kind."""
        if kinds not in self._made:
            self._made[kinds] = Phrases(*(self._words.get(kind, {}) for kind in kinds))
        return self._made[kinds]

    def says(self, kind: str, text: str) -> bool:
        """Return whether the text has a phrase of that kind: history, yearly, half-year, cheapest."""
        return next(self.phrases(kind).find(tokens(fold(text))), None) is not None

    def needs(self, text: str) -> Needs:
        """Return what the text says it needs; nothing where it gives no quantity."""
        items = self._items(tokens(fold(text)))
        line = [i.word for i in items]
        found = _Found()
        for at, item in enumerate(items):
            if item.value is not None and not _is_money(line, at):
                self._place(items, line, at, found)
        each = self.says("each", text)
        self._unnumbered(items, line, found, each=each)
        if self.says("half-year", text):
            if self.says("history", text):
                found.amounts["days"] = 6 * PER_TIME["months"]
            else:
                found.months = 6
        elif self.says("yearly", text) and "days" not in found.amounts:
            found.months = 12
        if self.says("companions", text) and "people" not in found.amounts | found.extra:
            found.extra["people"] = 1
        if each:
            self._multiplied(items, found)
        if self.says("in-total", text):
            found.extra = {k: n for k, n in found.extra.items() if k not in found.amounts}
        mails, readers = found.amounts.get("emails", 0), found.amounts.get("contacts", 0)
        if 0 < mails <= OFTEN < readers:
            found.amounts["emails"] = mails * readers  # "3,000 readers, two mails a month"
        return Needs(found.amounts, found.extra, found.packs, found.months)

    def bare(self, text: str) -> int:
        """Return the number that a text holds if it is the only one and counts nothing that is named, else 0."""
        items = self._items(tokens(fold(text)))
        line = [i.word for i in items]
        values = [(at, int(i.value)) for at, i in enumerate(items) if i.value is not None]
        return values[0][1] if len(values) == 1 and not _is_money(line, values[0][0]) else 0

    def money(self, text: str) -> int:
        """Return the largest sum of money that a text names, 0 where it names none."""
        items = self._items(tokens(fold(text)))
        line = [i.word for i in items]
        return max(
            (int(i.value) for at, i in enumerate(items) if i.value is not None and _is_money(line, at)), default=0
        )

    def counted(self, line: list[str], mentions: Sequence[tuple[int, str, int]]) -> list[tuple[str, int, Needs]]:
        """Return (plan, how many accounts of it, what each needs) where every plan named is counted, else nothing.

        A count stands before its plan, with nothing but words for accounts between: two shops on ..., 3 x ...; what an
        account needs stands behind its plan.
        """
        items = self._items(line)
        places = list(accumulate((i.width for i in items), initial=0))
        counts = [self._count(items, places.index(at)) if at in places else None for at, _, _ in mentions]
        if None in counts or sum(c[1] for c in counts if c) < 2:
            return []
        starts = [places[c[0]] for c in counts if c]
        found = []
        for (at, plan, size), count, end in zip(mentions, counts, [*starts[1:], len(line)], strict=True):
            found.append((plan, count[1] if count else 1, self.needs(" ".join(line[at + size : end]))))
        return found

    def _count(self, items: list[Item], at: int) -> tuple[int, int] | None:
        """Return (where, value) of the count of accounts before the plan at `at`."""
        words = self.phrases("accounts", "link")
        line = [i.word for i in items]
        covered = {k + n for start, _, size in words.find(line) for k, n in [(start, j) for j in range(size)]}
        for k in range(at - 1, max(at - 2 - REACH, -1), -1):
            value = items[k].value
            if value is not None:
                return (k, int(value)) if 0 < value <= MOST_ACCOUNTS and not _is_money(line, k) else None
            if k not in covered:
                return None
        return None

    def stated(self, line: list[str]) -> Iterator[tuple[int, int, int, str]]:
        """Yield (start, end, value, unit) of every number that counts something; `price` where it is a sum of money."""
        items = self._items(line)
        words = [i.word for i in items]
        at = 0
        for index_, item in enumerate(items):
            width = item.width
            if item.value is not None:
                unit, _, end = self._unit(items, words, index_)
                if _is_money(words, index_):
                    yield at, at + width, int(item.value), "price"
                elif unit in PER_TIME:
                    if self._of_history(words, index_):
                        yield at, at + width + 1, int(item.value) * PER_TIME[unit], "days"
                elif unit:
                    near = set(self._near(words, index_, end))
                    yield at, at + width + 1, int(item.value), "hourly" if "hourly" in near else unit
            at += width

    def _items(self, line: list[str]) -> list[Item]:
        barred = {at + k for at, _, size in self.phrases("not-numbers").find(line) for k in range(size)}
        items: list[Item] = []
        at = 0
        while at < len(line):
            value, size = (None, 0) if at in barred else self._number(line, at)
            items.append(Item(line[at], value, size or 1))
            at += size or 1
        return items

    def _number(self, line: list[str], at: int) -> tuple[float | None, int]:
        """Return (value, tokens used) of the number that starts here: 2,500 · 10k · twenty five · 一万五 · a dozen."""
        total: float = 0
        current: float | None = None
        size = 0
        while at + size < len(line):
            token = line[at + size]
            if token[0].isdigit() and size == 0:
                current = _digits(token)
            elif token in self._numbers and (current is None or not line[at + size - 1][0].isdigit()):
                value = self._numbers[token]
                current = value if current is None else current * value if value == 12 else current + value
            elif token in self._multipliers and (current is not None or self._alone(token, size)):
                total, current = self._multiply(total, 1 if current is None else current, token)
            elif not (size and token in self._and and self._goes_on(line, at + size)):
                break
            size += 1
        if not size:
            return None, 0
        return total + (current or 0), size

    def _alone(self, token: str, size: int) -> bool:
        """Return whether a multiplier stands for itself: mil, thousand, 十; not an m or a k."""
        return size == 0 and (len(token) > 1 or token == "十")

    def _goes_on(self, line: list[str], at: int) -> bool:
        """Return whether the "and" at a place stands inside a number: vinte e cinco."""
        return line[at + 1 : at + 2] != [] and line[at + 1] in self._numbers and not line[at - 1][0].isdigit()

    def _multiply(self, total: float, current: float, token: str) -> tuple[float, float]:
        factor = self._multipliers[token]
        if total and factor > total:
            return (total + current) * factor, 0
        return total + current * factor, 0

    def _place(self, items: list[Item], line: list[str], at: int, found: _Found) -> None:
        """Give the number at `at` its unit, and put it where its neighbours say: amount, extra, pack, hourly."""
        value = int(items[at].value or 0)
        unit, start, end = self._unit(items, line, at)
        if not unit and {*line[at + 1 : at + 2]} <= MEASURES and line[at + 1 : at + 2]:
            unit = self._before(line, at) or found.unit  # "自动化也得够用，总共要有6条"
        found.unit = unit or found.unit
        near = set(self._near(line, at, end))
        if "hourly" in near and unit in ("", "emails", "contacts", "hours", "sms") and value >= 100:
            found.amounts["hourly"] = value
        elif unit in PER_TIME:
            self._time(line, start, value, unit, found)
        elif not unit or unit == "hours":
            return
        elif "packs" in near and unit in PLURAL:
            found.packs[unit] = value
        elif "extra" in near:
            found.extra[unit] = found.extra.get(unit, 0) + value
        else:
            found.amounts[unit] = max(value, found.amounts.get(unit, 0))

    def _unit(self, items: list[Item], line: list[str], at: int) -> tuple[str, int, int]:
        """Return (unit, where it starts, where it ends) of a number: after it, else before it as in `pages: 18`."""
        for start in range(at + 1, min(at + 1 + REACH, len(line))):
            if line[start] in SOFT_STOPS or items[start].value is not None:
                break
            units, size = self.phrases("units").at(line, start)
            if units:
                return units[0], start, start + size
        for start in range(max(at - LONGEST_AHEAD, 0), at):
            units, size = self.phrases("ahead").at(line, start)
            if units and start + size == at:
                return units[0], start, at + 1  # "somos 4"
        for start in range(at - 1, max(at - 1 - REACH_BACK, -1), -1):
            if line[start] in SOFT_STOPS or items[start].value is not None:
                break
            units, size = self.phrases("units").at(line, start)
            if units and start + size <= at and (":" in line[start:at] or not line[start].isascii()):
                return units[0], start, at + 1
        return "", at, at + 1

    def _before(self, line: list[str], at: int) -> str:
        """Return the unit named last before a place in its sentence, "" where none is."""
        start = max((k + 1 for k in range(at) if line[k] in STOPS), default=0)
        named = [unit for _, unit, _ in self.phrases("units").find(line[start:at]) if unit not in PER_TIME]
        return named[-1] if named else ""

    def _near(self, line: list[str], at: int, end: int) -> Iterator[str]:
        """Yield the cue words just before the number, between it and its unit, and just after."""
        for start in range(max(0, at - 4), min(end + 3, len(line))):
            names, size = self.phrases("packs", "extra", "hourly", "beyond").at(line, start)
            name = names[0] if names else ""
            if size == 1 and is_han(line[start]) and start != at - 1:
                continue  # one character is part of many words: 加3个, but 加到10个 and 多少
            between = line[min(start, at) : at] if start < at else line[end:start]
            if name and not STOPS & set(between) and not (name == "packs" and start < at):
                if name == "extra" and start < at - 2:
                    continue
                yield name

    def _time(self, line: list[str], at: int, value: int, unit: str, found: _Found) -> None:
        """Take a time as days of history where such is spoken of, else months as those to pay for."""
        if self._of_history(line, at):
            found.amounts["days"] = max(value * PER_TIME[unit], found.amounts.get("days", 0))
        elif unit == "months" and 1 < value <= 36 and next(self.phrases("pay").find(line), None):
            found.months = value

    def _multiplied(self, items: list[Item], found: _Found) -> None:
        """Multiply "a landing page for each consultant, we are 19": those who each get one are no log-ins."""
        ones = [unit for unit in PLURAL if found.amounts.get(unit) == 1]
        counts = {int(i.value) for i in items if i.value is not None and i.value > 1}
        if len(ones) == 1 and len(counts) == 1:
            count = counts.pop()
            found.amounts = {unit: n for unit, n in found.amounts.items() if n != count or unit not in RECEIVERS}
            found.amounts[ones[0]] = count

    def _of_history(self, line: Sequence[str], at: int) -> bool:
        """Return whether the time at a place is one for which data is kept."""
        return next(self.phrases("history").find(line[max(0, at - 9) : at + 8]), None) is not None

    def _unnumbered(self, items: list[Item], line: list[str], found: _Found, *, each: bool) -> None:
        """Count what is named without a number: a pack of a unit, and "a landing page" beside other quantities."""
        packs, singles = self.phrases("packs"), self.phrases("single")
        for start, unit, size in self.phrases("units").find(line):
            if unit in found.packs or any(i.value is not None for i in items[max(0, start - 3) : start]):
                continue
            behind = any(packs.at(line, start + size + k)[1] for k in (0, 1))
            ahead = any(packs.at(line, start - k)[1] for k in (1, 2) if k <= start)
            if unit in PLURAL and (behind or ahead):
                found.packs[unit] = 1
            elif singles.at(line, start - 1)[1] == 1 and start and unit not in found.amounts | found.extra:
                if unit in PLURAL and (found.amounts or found.packs or each):
                    found.amounts[unit] = 1
                elif unit == "emails" and found.amounts.get("contacts", 0) > 1:
                    found.amounts[unit] = 1  # a mail to each reader


def _is_money(line: Sequence[str], at: int) -> bool:
    """Return whether a sum of money stands at a place: a currency just before or behind it."""
    return bool({*line[max(0, at - 1) : at], *line[at + 1 : at + 2]} & MONEY)


def _digits(token: str) -> float:
    parts = token.replace(" ", ",").replace(".", ",").split(",")
    if len(parts) > 1 and len(parts[-1]) == 3 and parts[0] != "0":
        return float("".join(parts))
    return float(".".join(["".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0])
