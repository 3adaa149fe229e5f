"""What a text states that can be checked: numbers with what they count, dates, links; in whatever way it writes them.

Read alike: EUR 12.50 and 12,50 €; 2,500, 2 500 and 2.500; 10k; twenty-five; 一万二; wide digits; Markdown in a number.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from closum_help.knowledge import Knowledge
from closum_help.phrases import Phrases, index
from closum_help.quantities import PER_TIME, REACH, SOFT_STOPS
from closum_help.text import fold, is_han, tokens

MARKS = {
    "EUR": ("eur", "€", "euro", "euros", "欧元", "欧"),
    "USD": ("usd", "$", "us$", "dollar", "dollars", "美元"),
    "GBP": ("gbp", "£", "pound", "pounds", "英镑"),
    "BRL": ("brl", "r$", "reais"),
    "CNY": ("cny", "rmb", "¥", "yuan", "元", "人民币"),
    "cent": ("cent", "cents", "¢", "欧分"),
    "%": ("%", "percent", "per cent", "百分之"),
}
TIMES = {*PER_TIME, "hours"}  # units that count right behind their number only: further off they are a rate
MEASURES = frozenset("个名位份条封张项次-")  # what may stand between a number and such a unit
STOPS = SOFT_STOPS | frozenset(":()")
METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE"})
SCRIPTS = ("javascript:", "data:", "file:", "vbscript:")

_WORD = re.compile(r"[^\s<>()\[\]\"'|,;、。「」《》“”‘’…\u2e80-\u9fff\uf900-\ufaff]+")
_EDGES = ".:!?_{}=+&"
_MARKER = re.compile(r"(?mi)^[ \t>#]{0,8}(?:[-•+]\s|(?:step |第)?\d{1,2}(?:[.)、:]\s|步))")
_NAME = re.compile(  # GA4, B2B, 2nd; but EUR5 is a figure
    r"(?i)(?<![a-z])(?!(?:eur|usd|gbp|brl|cny|rmb)\d)[a-z]++\d(?!\d)[a-z]*+|(?<!\d)\d{1,2}(?:st|nd|rd|th)\b"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    r"(?i)(?<!\d)(?P<y>(?:19|20)\d\d)\s?[-/.年]\s?(?P<m>0?[1-9]|1[0-2])(?!\d)"
    r"(?:\s?[-/.月]\s?(?P<d>\d{1,2})(?!\d))?[月日]?"
    rf"|(?:(?P<d1>{_DAY})\s)?\b(?P<name>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?\s"
    rf"(?:(?P<d2>{_DAY}),?\s)?(?P<y2>(?:19|20)\d\d)(?!\d)"
)


class Words(NamedTuple):
    """How a language writes numbers, {word: value} and {word: factor}, and the phrases for what is counted, by unit."""

    numbers: Mapping[str, float]
    multipliers: Mapping[str, float]
    units: Phrases


class Figure(NamedTuple):
    """A number with what it counts: one of MARKS, a unit of quantities.yaml, or "" where none is named."""

    value: Decimal
    unit: str
    spelled: bool = False

    def __str__(self) -> str:
        return f"{self.value.normalize():f} {self.unit}".strip()


def words_of(knowledge: Knowledge, language: str) -> Words:
    """Return the words with which a text in that language is read."""
    spec = knowledge.meta["languages"][language]
    return Words(
        {str(word): value for word, value in spec["numbers"].items()},
        {str(word): factor for word, factor in spec["multipliers"].items()},
        knowledge.reader(language).phrases("units"),
    )


def clean(text: str) -> str:
    """Return the text as its reader sees it: entities and widths resolved, no unseen characters, no Markdown marks."""
    text = unicodedata.normalize("NFKC", html.unescape(text))
    text = "".join(c for c in text if unicodedata.category(c) != "Cf" and not "\ufe00" <= c <= "\ufe0f")
    return re.sub(r"[*`\\]|(?<=\d)_+(?=\d)", "", text)


def places(text: str) -> Iterator[tuple[str, str]]:
    """Yield (HTTP method or "", place) of every link, e-mail address and endpoint of a cleaned text."""
    before = ""
    for word in _WORD.findall(text):
        if place := _place(word):
            yield before if before in METHODS else "", place
        before = word


def _place(word: str) -> str:
    """Return a link, e-mail address or endpoint in its one form; "" for any other word."""
    lower = word.strip(_EDGES).lower()
    if lower.startswith(SCRIPTS):
        return lower
    if "://" in lower:
        scheme = re.search(r"[a-z]{1,20}://", lower)
        return lower[scheme.start() if scheme else 0 :].removeprefix("https://").rstrip("/")
    if "@" in lower:
        return lower.removeprefix("mailto:")
    if lower.startswith("/"):
        return lower.rstrip("/") if lower[1:2].isalpha() else ""
    labels = re.split(r"[/?#:]", lower, maxsplit=1)[0].split(".")
    host = len(labels) > 1 and len(labels[-1]) > 1 and labels[-1].isalpha()
    return lower.rstrip("/") if host and all(label.replace("-", "").isalnum() for label in labels) else ""


def dates(text: str) -> Iterator[str]:
    """Yield every date of a cleaned text as 2026-03 or 2026-03-05."""
    for found in _DATE.finditer(text):
        year, day = found["y"] or found["y2"], found["d"] or found["d1"] or found["d2"]
        month = found["m"] or _MONTHS.index(found["name"].lower()) + 1
        yield f"{int(year)}-{int(month):02}" + (f"-{int(day.lower().rstrip('stndrh')):02}" if day else "")


def figures(text: str, words: Words) -> Iterator[Figure]:
    """Yield the numbers of a cleaned text, times in days; those of links, dates, list marks and names are left out."""
    text = _WORD.sub(lambda word: "," if _place(word[0]) else word[0], _MARKER.sub("", text))
    line = tokens(fold(_NAME.sub(" ", _DATE.sub(",", text))))
    before = {start + size: (start, name) for start, name, size in _marks().find(line)}
    at = taken = 0
    while at < len(line):
        value, size = _number(line, at, words)
        end = at + (size or 1)
        if size and line[at - 1 : at] != ["第"]:
            marks, width = _marks().at(line, end)
            start, ahead = before.get(at, (-1, ""))
            spelled = not line[at][0].isdigit()
            mark = marks[0] if marks else ahead if start >= taken else ""
            unit = mark or _unit(line, end, words, spelled=spelled)
            yield Figure(value * PER_TIME.get(unit, 1), "days" if unit in PER_TIME else unit, spelled)
            taken = end + width
        at = end


@cache
def _marks() -> Phrases:
    return Phrases(index(MARKS))


def _number(line: Sequence[str], at: int, words: Words) -> tuple[Decimal, int]:
    """Return (value, tokens used) of the number that starts here, (0, 0) where none does."""
    digits = line[at][0].isdigit()
    whole, part, last = Decimal(0), _value(line[at]) if digits else Decimal(0), Decimal(0)
    size = int(digits)
    while at + size < len(line):
        word, after = line[at + size], line[at + size + 1 : at + size + 2]
        if word in words.numbers and not digits:
            part += Decimal(words.numbers[word])
        elif word in words.multipliers and (size or len(word) > 3 or word == "十"):
            factor = Decimal(words.multipliers[word])
            whole = (whole + part) * factor if factor > last and whole + part else whole + (part or 1) * factor
            part, last = Decimal(0), factor
        elif word != "-" or digits or not size or not words.numbers.keys() >= {*after}:
            break
        size += 1
    return whole + part, size


def _value(token: str) -> Decimal:
    """Return the value of digits with separators: three behind one are thousands, unless the number begins with 0."""
    *head, tail = re.split(r"[.,\s]", token)
    if head and (len(tail) != 3 or head[0] == "0"):
        return Decimal("".join(head) + "." + tail)
    return Decimal("".join(head) + tail)


def _unit(line: Sequence[str], end: int, words: Words, *, spelled: bool) -> str:
    """Return what is counted, named at most REACH tokens behind the number; "" where nothing is."""
    for at in range(end, min(end + REACH, len(line))):
        if line[at] in STOPS or line[at][0].isdigit():
            return ""
        units, _ = words.units.at(line, at)
        if units:
            return units[0] if units[0] not in TIMES or MEASURES.issuperset(line[end:at]) else ""
        if spelled and is_han(line[at]) and line[at] not in MEASURES:
            return ""
    return ""
