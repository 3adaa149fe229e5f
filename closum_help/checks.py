"""Everything wrong in a knowledge folder, at once: what `kb check` lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, get_args

from closum_help.lints import LINTS
from closum_help.shapes import OWN
from closum_help.sheets import DEFAULTS, Folder, Sheet, brief, read, suggest
from closum_help.strict_yaml import Problem, Where
from closum_help.types import Goal

NEEDED = ("concepts", "intake", "languages", "lints", "quantities", "signals", "sources")
DISPUTES = ("supersedes", "conflicts_with")
SEE = 3  # entries suggested next, at most
_KEY = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_MONTH, _DAY = re.compile(r"\d{4}-\d\d"), re.compile(r"\d{4}-\d\d-\d\d")


def problems(root: Path) -> list[Problem]:
    """Return every problem of a knowledge folder, by file and line; an empty list when all is well."""
    folder = read(root)
    found = chain(_files(folder), *(s.faults for s in folder.sheets), *(check(folder) for check in (*CHECKS, *LINTS)))
    return sorted(set(found))


def warnings(root: Path, today: date) -> list[Problem]:
    """Return the sources that were to be looked at again by now."""
    return [
        sheet.problem((*where, "review_after"), f"to be reviewed after {source['review_after']}", "read the url again")
        for sheet, where, source in read(root).parts("sources")
        if _due(source, today)
    ]


def _due(source: dict[str, Any], by: date) -> bool:
    day = _date(source["review_after"], _DAY)
    return day is not None and day < by


def stale(root: Path, by: date) -> list[tuple[str, dict[str, Any], list[str]]]:
    """Return (key, source, entries by the day on which they were last held against it) of the sources due by a day."""
    folder = read(root)
    entries = sorted(folder.entries(), key=lambda e: (e[3].get("checked", ""), e[2]))
    due = [(str(where[0]), source) for _, where, source in folder.parts("sources") if _due(source, by)]
    due.sort(key=lambda d: d[1]["review_after"])
    return [(key, source, [id_ for _, _, id_, e in entries if e.get("source") == key]) for key, source in due]


def _date(text: str, *forms: re.Pattern[str]) -> date | None:
    """Return the date, that of a month being its first day; None for one that has none of the forms or never was."""
    if not any(form.fullmatch(text) for form in forms):
        return None
    try:
        return date.fromisoformat(f"{text}-01"[:10])
    except ValueError:
        return None


def _dated(sheet: Sheet, where: Where, text: str, *forms: re.Pattern[str]) -> Iterator[Problem]:
    if not _date(text, *forms):
        yield sheet.problem(where, f"{brief(text)} is no date", f"write YYYY-MM-DD{' or YYYY-MM' * (_MONTH in forms)}")


def _known(sheet: Sheet, where: Where, kind: str, word: str, known: Collection[str] | None) -> Iterator[Problem]:
    """Yield a problem where the word is not known; None stands for names that could not be read."""
    if known is not None and word not in known:
        listed = f"use one of {', '.join(sorted(known))}" if len(known) < 15 else "look at the ids of that file"
        yield sheet.problem(where, f"unknown {kind} {brief(word)}", suggest(word, known, listed))


def _id(folder: Folder, sheet: Sheet, where: Where, id_: str) -> Iterator[Problem]:
    if id_.partition("/")[0] not in folder.unread:
        yield from _known(sheet, where, "id", id_, folder.ids)


def _files(folder: Folder) -> Iterator[Problem]:
    for kind in NEEDED:
        if not folder.of(kind):
            yield Problem(f"{folder.name}/{kind}.yaml", 1, 1, "the file is missing", "every folder needs one")
    first: dict[str, str] = {}
    for sheet in folder.of("entries"):
        if first.setdefault(sheet.stem, sheet.name) != sheet.name:
            yield sheet.problem((), f"the stem {sheet.stem!r} is that of {first[sheet.stem]}", "rename one of them")


def _entries(folder: Folder) -> Iterator[Problem]:
    for sheet, where, id_, entry in folder.entries():
        if not _KEY.fullmatch(str(where[-1])):
            yield sheet.problem(where, f"the key {brief(where[-1])} cannot be part of an id", "use a-z, 0-9 and '-'")
        yield from _pointers(folder, sheet, where, entry)
        yield from _disputes(folder, sheet, where, entry)
        yield from _own(sheet, where, entry)
        yield from _figures(folder, sheet, where, entry)
        for key in DEFAULTS:
            if key not in entry and key not in sheet.loaded.data:
                yield sheet.problem(where, f"{id_} has no {key}", f"add `{key}:` to it or to the top of the file")
        if not (entry.get("text") or (entry.get("lead") and (entry.get("steps") or entry.get("points")))):
            yield sheet.problem(where, f"{id_} has no answer", "add `text`, or `lead` with `steps` or `points`")


def _place(sheet: Sheet, where: Where, key: str) -> Where:
    """Return where an entry's value stands: in the entry, or among the defaults of its file."""
    own = (*where, key)
    return own if own in sheet.loaded.positions else (key,)


def _pointers(folder: Folder, sheet: Sheet, where: Where, entry: dict[str, Any]) -> Iterator[Problem]:
    for key in ("see", "gotchas", "side", *DISPUTES):
        for i, target in enumerate(entry.get(key, ())):
            yield from _id(folder, sheet, (*where, key, i), target)
            if key == "gotchas" and not target.startswith("gotchas/"):
                yield sheet.problem((*where, key, i), f"{target} is no gotcha", "list ids of gotchas.yaml here")
    if len(entry.get("see", ())) > SEE:
        yield sheet.problem((*where, "see"), f"more than {SEE} entries to see", "keep the likeliest")
    if "corrects" in entry:
        yield from _id(folder, sheet, (*where, "corrects"), entry["corrects"])
    for i, skill in enumerate(entry.get("skills", ())):
        yield from _known(sheet, (*where, "skills", i), "skill", skill, folder.skills)
    for plan in entry.get("by_plan", ()):
        yield from _known(sheet, (*where, "by_plan", plan), "plan", plan, folder.plans)
    for i, plan in enumerate(entry.get("bites", ())):
        yield from _known(sheet, (*where, "bites", i), "plan", plan, folder.plans)
    if "area" in entry:
        yield from _known(sheet, _place(sheet, where, "area"), "area", entry["area"], folder.areas)
    if "source" in entry:
        yield from _known(sheet, _place(sheet, where, "source"), "source", entry["source"], folder.sources)
    if "checked" in entry:
        yield from _dated(sheet, _place(sheet, where, "checked"), entry["checked"], _DAY)


def _disputes(folder: Folder, sheet: Sheet, where: Where, entry: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is missing for both sides of a disagreement to be told."""
    others = [id_ for key in DISPUTES for id_ in entry.get(key, ())]
    if others:
        for key in sorted({"claim", "because"} - entry.keys()):
            yield sheet.problem(
                where, f"key {key!r} is missing", "say what the source says, and which to trust and why"
            )
    for id_ in others:
        if "claim" not in folder.ids.get(id_, {"claim": ""}):
            yield sheet.problem(where, f"{id_} has no claim", "add `claim:` to it: what its source says, in a line")


def _own(sheet: Sheet, where: Where, entry: dict[str, Any]) -> Iterator[Problem]:
    for stem, keys in OWN.items():
        if sheet.stem != stem:
            for key in keys & entry.keys():
                yield sheet.problem((*where, key), f"key {key!r} belongs in {stem}.yaml", "move the entry")
        elif stem != "plans":
            for key in sorted(keys - entry.keys()):
                yield sheet.problem(where, f"key {key!r} is missing", f"every entry of {stem}.yaml needs it")
    install = entry.get("install", "").split()
    if install and install[-2:] != ["--skill", where[-1]]:  # `--skills NAME` installs every skill there is
        fix = f"end it with `--skill {where[-1]}`"
        yield sheet.problem((*where, "install"), "this does not install this skill alone", fix)


def _figures(folder: Folder, sheet: Sheet, where: Where, entry: dict[str, Any]) -> Iterator[Problem]:
    for figure in entry.get("figures", ()):
        yield from _known(sheet, (*where, "figures", figure), "figure", figure, folder.lints.get("units"))
    needed: set[str] = set()
    if "label" in entry:  # a plan: all plans are compared figure by figure
        needed = {figure for plan in folder.plans or () for figure in folder.figures.get(f"plans/{plan}", ())}
    if "adds" in entry:
        needed = {"price", entry["adds"]}
    for figure in sorted(needed - entry.get("figures", {}).keys()):
        yield sheet.problem(where, f"figure {figure!r} is missing", "add it to `figures`")


def _groups(folder: Folder) -> Iterator[Problem]:
    for sheet, where, group in folder.parts("intents"):
        for i, target in enumerate(group.get("answers", ())):
            yield from _id(folder, sheet, (*where, "answers", i), target)
        if "skill" in group:
            yield from _known(sheet, (*where, "skill"), "skill", group["skill"], folder.skills)


def _intake(folder: Folder) -> Iterator[Problem]:
    for sheet, where, ask in folder.parts("intake"):
        for i, option in enumerate(ask["options"] if isinstance(ask, dict) else ()):
            at = (*where, "options", i)
            if "entry" in option:
                yield from _id(folder, sheet, (*at, "entry"), option["entry"])
            for goal, target in option.get("goals", {}).items():
                yield from _id(folder, sheet, (*at, "goals", goal), target)
            known = {"goal": get_args(Goal), "plan": folder.plans and {*folder.plans, "unknown"}}.get(str(where[0]))
            yield from _known(sheet, (*at, "value"), str(where[0]), option["value"], known)
        if where == ("source",):
            yield from _known(sheet, where, "source", ask, folder.sources)
        if where == ("checked",):
            yield from _dated(sheet, where, ask, _DAY)


def _sources(folder: Folder) -> Iterator[Problem]:
    for sheet, where, source in folder.parts("sources"):
        yield from _dated(sheet, (*where, "date"), source["date"], _DAY, _MONTH)
        yield from _dated(sheet, (*where, "review_after"), source["review_after"], _DAY)
        if not source["url"].startswith("https://"):
            yield sheet.problem((*where, "url"), f"{brief(source['url'])} is no address", "begin with https://")


def _allowed(folder: Folder) -> Iterator[Problem]:
    for sheet, where, part in folder.parts("lints"):
        if where == ("allowed",):
            for id_ in part:
                yield from _id(folder, sheet, (*where, id_), id_)


CHECKS = (_entries, _groups, _intake, _sources, _allowed)
