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

SIGNS = {  # what a mark is beside its words in quantities.yaml
    "EUR": ("eur", "€"),
    "USD": ("usd", "$", "us$"),
    "GBP": ("gbp", "£"),
    "BRL": ("brl", "r$"),
    "CNY": ("cny", "rmb", "¥"),
    "cent": ("¢",),
    "%": ("%",),
}
MARKS = SIGNS.keys()
TIMES = {*PER_TIME, "hours"}  # units that count right behind their number only: further off they are a rate
MEASURES = frozenset("个名位份条封张项次-")  # what may stand between a number and such a unit
STOPS = SOFT_STOPS | frozenset(":()")
METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE"})
SCRIPTS = ("javascript:", "data:", "file:", "vbscript:")

_WORD = re.compile(r"[^\s<>()\[\]\"'|,;、。「」《》“”‘’…\u2e80-\u9fff\uf900-\ufaff]+")
_EDGES = ".:!?_{}=+&"
_STARRED = re.compile(r"(?m)^[ \t]*\*[ \t]+")
MARKER = re.compile(r"(?mi)^[ \t>#]{0,8}(?:[-•+]\s|(?:step |第)?\d{1,2}(?:[.)、:]\s|步))")
_NAME = re.compile(  # GA4, B2B, 2nd; but EUR5 is a figure
    r"(?i)(?<![a-z])(?!(?:eur|usd|gbp|brl|cny|rmb)\d)[a-z]++\d(?!\d)[a-z]*+|(?<!\d)\d{1,2}(?:st|nd|rd|th)\b"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[-/.年]\s?(?P<m>0?[1-9]|1[0-2])(?!\d)"
    r"(?:\s?[-/.月]\s?(?P<d>\d{1,2})(?!\d))?[月日]?"
    r"|(?<![\d/.])(?P<d3>\d{1,2})[/.](?P<m3>0?[1-9]|1[0-2])[/.](?P<y3>(?:19|20)\d\d)(?!\d)"
)
_NAMED = (  # 5 March 2026, March 5, 2026, 5 de marzo de 2026
    rf"|(?:(?P<d1>{_DAY})\s(?:[a-z]{{2,3}}\s)?)?\b(?P<name>NAMES)\b\.?\s(?:[a-z]{{2,3}}\s)?"
    rf"(?:(?P<d2>{_DAY}),?\s)?(?P<y2>(?:19|20)\d\d)(?!\d)"
)
SMALL = 20  # a greater number in letters is a figure, whatever it counts


class Words(NamedTuple):
    """How a language writes numbers, {word: value} and {word: factor}, what joins them, months, and phrases by kind.

    `cues` tell whose a number is, `extras` make a unit an add-on, `then` leads to a next step, `plans` names the plans.
    """

    numbers: Mapping[str, float]
    multipliers: Mapping[str, float]
    joins: frozenset[str]
    months: Mapping[str, int]
    units: Phrases
    marks: Phrases
    periods: Phrases
    cues: Phrases
    extras: Phrases
    then: Phrases
    plans: Phrases


class Figure(NamedTuple):
    """A number with what it counts: one of MARKS, a unit of quantities.yaml, or "" where none is named.

    Times are in days; `said` is the number as it is written. `loose`: in letters, and none of ours where it counts
    nothing of ours ("two ways").
    """

    value: Decimal
    unit: str
    said: Decimal
    loose: bool = False

    def __str__(self) -> str:
        return f"{self.value.normalize():f} {self.unit}".strip()


class Placed(NamedTuple):
    """A figure, and the tokens from `start` to before `end` that are its number and mark."""

    figure: Figure
    start: int
    end: int


def words_of(knowledge: Knowledge, language: str) -> Words:
    """Return the words with which a text in that language is read."""
    held, reader = knowledge.texts(language)["words"], knowledge.reader(language)
    phrases = held["phrases"]
    return Words(
        held["numbers"],
        held["multipliers"],
        frozenset(held["and"]),
        {name: int(numbers[""][0]) for name, numbers in phrases["calendar"].items() if "" in numbers},
        reader.phrases("units"),
        Phrases(phrases["marks"], index(SIGNS)),
        reader.phrases("periods"),
        reader.phrases("theirs", "against", "history", "yearly", "step"),
        reader.phrases("packs", "extra"),
        reader.phrases("then"),
        knowledge.plan_names,
    )


def clean(text: str) -> str:
    """Return the text as its reader sees it: entities and widths resolved, no unseen characters, no Markdown marks."""
    text = unicodedata.normalize("NFKC", html.unescape(text))
    text = "".join(c for c in text if unicodedata.category(c) != "Cf" and not "\ufe00" <= c <= "\ufe0f")
    return re.sub(r"[*`\\]|(?<=\d)_+(?=\d)", "", _STARRED.sub("- ", text))


def places(text: str) -> Iterator[tuple[str, str]]:
    """Yield (HTTP method or "", place) of every link, e-mail address and endpoint of a cleaned text.

    A method counts up to REACH words before its place: a GET request to /list.
    """
    method, since = "", 0
    for word in _WORD.findall(text):
        since += 1
        if word.strip(_EDGES) in METHODS:
            method, since = word.strip(_EDGES), 0
        elif place := _place(word):
            yield method if since <= REACH else "", place
            method = ""


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


def dates(text: str, words: Words) -> Iterator[str]:
    """Yield every date of a cleaned text as 2026-03 or 2026-03-05."""
    for found in _dated(tuple(words.months)).finditer(fold(text)):
        named = found.groupdict()
        year, day = named["y"] or named["y2"] or named["y3"], named["d"] or named["d1"] or named["d2"] or named["d3"]
        month = named["m"] or named["m3"] or words.months[named["name"]]
        yield f"{int(year)}-{int(month):02}" + (f"-{int(day.rstrip('stndrh')):02}" if day else "")


@cache
def _dated(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_DATE + _NAMED.replace("NAMES", "|".join(map(re.escape, names))))


def line_of(text: str, words: Words) -> list[str]:
    """Return the tokens of a cleaned text; links, dates and names with digits in them are left out."""
    text = fold(_WORD.sub(lambda word: "," if _place(word[0]) else word[0], MARKER.sub("", text)))
    return tokens(_NAME.sub(" ", _dated(tuple(words.months)).sub(",", text)))


def figures(text: str, words: Words) -> Iterator[Figure]:
    """Yield the numbers of a cleaned text, times in days; those of links, dates, list marks and names are left out."""
    return (placed.figure for placed in scan(line_of(text, words), words))


def scan(line: Sequence[str], words: Words) -> Iterator[Placed]:
    """Yield the numbers of a line of tokens with their places."""
    before = {start + size: (start, name) for start, name, size in words.marks.find(line)}
    steps = {start + size for start, name, size in words.cues.find(line) if name == "step"}
    at = taken = 0
    while at < len(line):
        value, size = _number(line, at, words)
        end = at + (size or 1)
        if size and at not in steps:
            marks, width = words.marks.at(line, end)
            start, ahead = before.get(at, (at, ""))
            start, ahead = (start, ahead) if start >= taken and not marks else (at, "")
            spelled = not line[at][0].isdigit()
            unit = marks[0] if marks else ahead or _unit(line, end, words, spelled=spelled)
            loose = spelled and (value <= SMALL or line[at] in words.multipliers)
            days = PER_TIME.get(unit)
            yield Placed(Figure(value * (days or 1), "days" if days else unit, value, loose), start, end + width)
            taken = end + width
        at = end


def _number(line: Sequence[str], at: int, words: Words) -> tuple[Decimal, int]:
    """Return (value, tokens used) of the number that starts here, (0, 0) where none does."""
    digits = line[at][0].isdigit()
    whole, part, last = Decimal(0), _value(line[at]) if digits else Decimal(0), Decimal(0)
    size = int(digits)

    def joins(word: str, more: float) -> bool:
        return word == "-" or (word in words.joins and _goes_on(whole, part, more))

    while at + size < len(line):
        word, after = line[at + size], line[at + size + 1 : at + size + 2]
        if word in words.numbers and not digits:
            part += Decimal(words.numbers[word])
        elif word in words.multipliers and (size or len(word) > 3 or word == "十"):
            factor = Decimal(words.multipliers[word])
            whole = (whole + part) * factor if factor > last and whole + part else whole + (part or 1) * factor
            part, last = Decimal(0), factor
        elif digits or not size or not words.numbers.keys() & {*after} or not joins(word, words.numbers[after[0]]):
            break
        size += 1
    return whole + part, size


def _goes_on(whole: Decimal, part: Decimal, more: float) -> bool:
    """Return whether the number that a joining word leads to is part of the one before it: noventa y siete."""
    return (part >= SMALL and part % (100 if part >= 100 else 10) == 0 and more < part) or bool(whole and not part)


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
