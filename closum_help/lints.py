"""What is wrong in the texts themselves: a missing language, a figure typed twice, a doubtful utterance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from closum_help.shapes import LABELS, LISTS, TEXTS
from closum_help.sheets import Folder, Sheet, brief, suggest
from closum_help.strict_yaml import Problem, Where
from closum_help.text import fold

LONGEST = 500  # characters an utterance
FREE = ("plans", "belief")  # the file that figures stand in, the key that may hold a false one
REFERENCE = re.compile(r"\[\[([a-z0-9_-]+/[a-z0-9_-]+)\.([a-z_]+)\]\]")
_NUMBER = re.compile(r"\d+(?:[., \u00a0\u202f]\d{3})*(?:[.,]\d+)?[k+]?")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|[。！？；\n]")

Spoken = tuple[Sheet, Where, Mapping[str, Any]]  # a text or a list of texts, in every language
Pattern = tuple[str, re.Pattern[str], re.Pattern[str]]  # a unit, a number beside its words, what must be near


def _spoken(folder: Folder) -> Iterator[Spoken]:
    """Yield everything that is written once a language, utterances apart."""
    for sheet, where, _, entry in folder.entries():
        for key in (*TEXTS, *LISTS):
            if key in entry:
                yield sheet, (*where, key), entry[key]
        for plan, text in entry.get("by_plan", {}).items():
            yield sheet, (*where, "by_plan", plan), text
    for sheet, where, ask in folder.parts("intake"):
        if isinstance(ask, dict):
            yield sheet, (*where, "question"), ask["question"]
            for i, option in enumerate(ask["options"]):
                yield sheet, (*where, "options", i, "label"), option["label"]
    for sheet, where, source in folder.parts("sources"):
        yield sheet, (*where, "title"), source["title"]
    yield from folder.parts("concepts")
    for sheet, where, words in folder.parts("quantities"):
        for key, by_language in words.items():
            yield sheet, (*where, key), by_language


def _lines(where: Where, by_language: Mapping[str, Any]) -> Iterator[tuple[Where, str]]:
    """Yield (place, text) of every single text."""
    for code, held in by_language.items():
        if isinstance(held, str):
            yield (*where, code), held
        else:
            yield from (((*where, code, i), line) for i, line in enumerate(held))


def _languages(folder: Folder) -> Iterator[Problem]:
    for sheet, where, by_language in _spoken(folder) if folder.languages else ():
        for code in folder.languages:
            if code not in by_language:
                yield sheet.problem(where, f"{where[-1]!r} is missing in {code!r}", f"write it: {code}: ...")
        for code in by_language.keys() - folder.languages:
            yield sheet.problem((*where, code), f"unknown language {brief(code)}", "see languages.yaml")
        if where[-1] in LISTS and len({len(held) for held in by_language.values()}) > 1:
            sizes = ", ".join(f"{code} {len(held)}" for code, held in by_language.items())
            yield sheet.problem(where, f"{where[-1]!r} differs in length ({sizes})", "say the same in every language")
        for place, text in _lines(where, by_language):
            if not text.strip():
                yield sheet.problem(place, "an empty text", "write it or drop it")


def _references(folder: Folder) -> Iterator[Problem]:
    for sheet, where, by_language in _spoken(folder):
        for place, text in _lines(where, by_language):
            for found in REFERENCE.finditer(text):
                if wrong := _dangling(folder, found[1], found[2]):
                    yield sheet.problem(place, f"{found[0]}: {wrong[0]}", wrong[1])
            if re.search(r"\[\[|\]\]", REFERENCE.sub("", text)):
                yield sheet.problem(place, "a broken [[reference]]", "write [[file/key.figure]]")


def _dangling(folder: Folder, id_: str, figure: str) -> tuple[str, str] | None:
    """Return what is wrong with a reference and what to do, or None."""
    if id_.partition("/")[0] in folder.unread:
        return None
    if id_ not in folder.ids:
        return f"unknown id {id_!r}", suggest(id_, folder.figures, "look at the ids of that file")
    known = folder.figures.get(id_, {})
    if figure not in known:
        return f"unknown figure {figure!r}", suggest(figure, known, f"{id_} has {', '.join(known) or 'none'}")
    return None


def _typed(folder: Folder) -> Iterator[Problem]:
    """Yield the figures that are typed where they should be referred to."""
    units: Mapping[str, Any] = folder.lints.get("units", {})
    patterns = [(unit, _figure(words), _near(words.get("near", ()))) for unit, words in units.items()]
    holders = {(name, value): id_ for id_, held in folder.figures.items() for name, value in held.items()}
    for sheet, where, by_language in _spoken(folder):
        if sheet.kind not in ("entries", "intake") or sheet.stem in FREE or where[-1] in FREE:
            continue
        allowed = folder.lints.get("allowed", {}).get(f"{sheet.stem}/{where[1]}", ())
        for place, text in _lines(where, by_language):
            for unit, typed in _finds(text, patterns, allowed):
                ref = f"[[{holders.get((unit, _amount(typed)), 'plans/KEY')}.{unit}]]"
                fix = f"write {ref}, or allow it in lints.yaml if it is no plan's"
                yield sheet.problem(place, f"{typed!r} is typed", fix)


def _finds(text: str, patterns: Iterable[Pattern], allowed: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (unit, the words) of each number beside a unit, in a sentence that is near enough to its matter."""
    text = REFERENCE.sub("", text)
    for piece in allowed:
        text = text.replace(piece, "")
    for sentence in _SENTENCE.split(text):
        for unit, figure, near in patterns:
            if near.search(sentence):
                yield from ((unit, found[0].strip()) for found in figure.finditer(sentence))


def _amount(typed: str) -> float:
    found = _NUMBER.search(typed)
    return float(re.sub(r"[ ,\u00a0\u202f](?=\d{3})|[k+]", "", found[0]).replace(",", ".")) if found else 0.0


def _near(words: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of one of the words, whole if it is written in letters; that of anything for none."""
    return re.compile(rf"(?<![a-z])(?:{_either(words)})(?![a-z])" if words else "", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _figure(words: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """Return the pattern of a number beside one of a unit's words; an adjective may stand between."""
    before = rf"(?:{_either(words.get('before', ()))})\s?{_NUMBER.pattern}"
    after = rf"{_NUMBER.pattern}[\s-]?(?:[a-z][a-z-]*\s)?(?:{_either(words.get('after', ()))})(?![a-z])"
    return re.compile(rf"{before}|(?<![a-z\d.,/-]){after}", re.IGNORECASE)


def _utterances(folder: Folder) -> Iterator[Problem]:
    first: dict[str, tuple[str, Problem]] = {}  # folded text -> its labels, where it stands
    for sheet, where, group in folder.parts("intents"):
        labels = ", ".join(f"{key} {group[key]}" for key in LABELS if key in group)
        for place, text in _lines(where, {code: group[code] for code in folder.languages if code in group}):
            folded = re.sub(r"[\W_]+", " ", fold(text)).strip() or text.strip()
            here = sheet.problem(place, "", "")
            held, there = first.setdefault(folded, (labels, here))
            if not folded:
                yield sheet.problem(place, "an empty utterance", "write it or drop it")
            elif held != labels:
                what = f"{brief(text)} stands at {there.path}:{there.line} too, for {held}"
                yield sheet.problem(place, what, "keep it in one group")
            if len(text) > LONGEST:
                yield sheet.problem(place, f"an utterance of {len(text)} characters", f"keep to {LONGEST}")


def _comments(folder: Folder) -> Iterator[Problem]:
    """Yield the texts that ` #` may have cut short."""
    for sheet in folder.sheets:
        for place in sheet.loaded.cut:
            if {"names", *folder.languages} & set(place):
                yield sheet.problem(place, "what follows ' #' is not part of the text", "put the text in double quotes")


def _foreign(folder: Folder) -> Iterator[Problem]:
    """Yield the words that a language's texts do not use: those of another country, another form of address."""
    barred = {code: _whole(words) for code, words in folder.lints.get("barred", {}).items()}
    for sheet, where, by_language in _spoken(folder):
        if sheet.kind not in ("entries", "intake"):
            continue
        for code in barred.keys() & by_language.keys():
            for place, text in _lines(where, {code: by_language[code]}):
                for found in barred[code].finditer(re.sub(r"`[^`]*`", "", text)):
                    yield sheet.problem(place, f"{found[0]!r} is barred in {code!r}", "see `barred` in lints.yaml")


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(words)})(?!\w)", re.IGNORECASE)


LINTS = (_languages, _references, _typed, _utterances, _comments, _foreign)
