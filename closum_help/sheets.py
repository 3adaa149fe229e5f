"""A knowledge folder as it stands, good or bad: every file with the faults of its YAML and of its shape."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from closum_help.shapes import SHAPES, groups_in
from closum_help.strict_yaml import Loaded, Problem, Where, load

DEFAULTS = ("source", "checked", "area")
_SHOULD_BE = {  # pydantic's word -> what the value should be, what to do
    "string_type": ("text", "put it in double quotes"),
    "list_type": ("a list", "write one item a line, each after '- '"),
    "dict_type": ("a mapping", "write `key: value` lines under it"),
    "dataclass_type": ("a mapping", "write `key: value` lines under it"),
    "int_type": ("a whole number", "write digits alone, without quotes"),
    "float_type": ("a number", "write digits and a point alone, without quotes"),
    "bool_type": ("true or false", "write true or false, without quotes"),
}


@dataclass(frozen=True)
class Sheet:
    """One file: its name in problems, the shape it should have, its data, its faults and the parts without shape."""

    name: str
    kind: str
    loaded: Loaded
    faults: tuple[Problem, ...] = ()
    broken: frozenset[Where] = frozenset()

    @property
    def stem(self) -> str:
        """Return the file's name without folder and suffix: the first half of an id."""
        return Path(self.name).stem

    def problem(self, where: Where, what: str, fix: str) -> Problem:
        """Return a finding at a value's place."""
        return Problem(self.name, *self.loaded.at(where), what, fix)

    def sound(self, where: Where) -> bool:
        """Return whether the value and all around it have their shape, so that a check may read it."""
        return self.loaded.data is not None and not any(where[:n] in self.broken for n in range(len(where) + 1))

    def parts(self) -> Iterator[tuple[Where, Any]]:
        """Yield (place, data) of each entry, group or other part that has its shape; an entry with its defaults."""
        data = self.loaded.data
        if self.kind != "entries" and self.sound(()):
            held = enumerate(data) if isinstance(data, list) else data.items()
            yield from (((key,), part) for key, part in held if self.sound((key,)))
        elif self.kind == "entries" and self.sound(("entries",)):
            defaults = {key: data[key] for key in DEFAULTS if key in data and self.sound((key,))}
            for key, entry in data["entries"].items():
                if self.sound(("entries", key)):
                    yield ("entries", key), defaults | entry


@dataclass(frozen=True)
class Folder:
    """All files, and the names that they give to each other; a set is None where its file cannot be read."""

    name: str
    sheets: tuple[Sheet, ...]
    languages: tuple[str, ...]

    def of(self, kind: str) -> list[Sheet]:
        """Return the files of a kind."""
        return [s for s in self.sheets if s.kind == kind]

    def parts(self, kind: str) -> Iterator[tuple[Sheet, Where, Any]]:
        """Yield (file, place, data) of every part that has its shape, in files of a kind."""
        for sheet in self.of(kind):
            for where, part in sheet.parts():
                yield sheet, where, part

    def entries(self) -> Iterator[tuple[Sheet, Where, str, dict[str, Any]]]:
        """Yield (file, place, id, entry with its file's defaults) of every entry that has its shape."""
        for sheet, where, entry in self.parts("entries"):
            yield sheet, where, f"{sheet.stem}/{where[1]}", entry

    @cached_property
    def ids(self) -> dict[str, Any]:
        """Return {id: entry}, also of those that lack their shape: a reference to them is right."""
        held = {s.stem: s.loaded.data for s in self.of("entries") if isinstance(s.loaded.data, dict)}
        return {
            f"{stem}/{key}": entry
            for stem, data in held.items()
            if isinstance(data.get("entries"), dict)
            for key, entry in data["entries"].items()
        }

    @cached_property
    def unread(self) -> frozenset[str]:
        """Return the stems of files whose ids are unknown because they cannot be read."""
        return frozenset(s.stem for s in self.of("entries") if not s.sound(("entries",)))

    @cached_property
    def figures(self) -> dict[str, dict[str, float]]:
        """Return {id: its figures} of the entries that have some."""
        held = {id_: entry.get("figures") for id_, entry in self.ids.items() if isinstance(entry, dict)}
        return {
            id_: {name: value for name, value in figures.items() if isinstance(value, int | float)}
            for id_, figures in held.items()
            if isinstance(figures, dict)
        }

    @cached_property
    def lints(self) -> dict[str, Any]:
        """Return what lints.yaml holds."""
        return {str(where[0]): part for _, where, part in self.parts("lints")}

    @cached_property
    def sources(self) -> frozenset[str] | None:
        """Return the keys of sources.yaml."""
        held = [s.loaded.data for s in self.of("sources") if isinstance(s.loaded.data, dict)]
        return frozenset(held[0]) if held else None

    @cached_property
    def areas(self) -> frozenset[str] | None:
        """Return the areas of intake.yaml."""
        asks = [ask for _, where, ask in self.parts("intake") if where == ("area",)]
        return frozenset(option["value"] for option in asks[0]["options"]) if asks else None

    @cached_property
    def plans(self) -> frozenset[str] | None:
        """Return the keys of the plans."""
        return self._keys("plans", "label")

    @cached_property
    def skills(self) -> frozenset[str] | None:
        """Return the bare names of the sibling skills."""
        return self._keys("skills", "title")

    def _keys(self, stem: str, holding: str) -> frozenset[str] | None:
        if stem in self.unread:
            return None
        ids = (id_.split("/") for id_, entry in self.ids.items() if isinstance(entry, dict) and holding in entry)
        return frozenset(key for of, key in ids if of == stem)


def suggest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return "did you mean 'x'?", or what else to do where nothing known is near."""
    near = get_close_matches(word, sorted(known), n=1)
    return f"did you mean {near[0]!r}?" if near else otherwise


def brief(value: Any) -> str:
    """Return a value as a problem quotes it: escaped and short."""
    shown = repr(value)
    return shown if len(shown) <= 50 else shown[:46] + "..." + shown[0]


def read(root: Path) -> Folder:
    """Return every YAML file of the folder with its faults; files are named from the folder's own name on."""
    base = root.resolve().name
    paths = [p.relative_to(root) for p in sorted(root.rglob("*.yaml"))]
    names = {path: f"{base}/{path.as_posix()}" for path in paths}
    found = {path: load(root / path, name) for path, name in names.items()}
    spoken = found.get(Path("languages.yaml"), Loaded(None)).data
    languages = tuple(spoken) if isinstance(spoken, dict) else ()
    sheets = (_sheet(names[path], _kind(path), loaded, languages) for path, loaded in found.items())
    return Folder(base, tuple(sheets), languages)


def _kind(path: Path) -> str:
    if path.parts[0] == "intents":
        return "intents"
    return path.stem if path.stem in SHAPES and len(path.parts) == 1 else "entries"


def _sheet(name: str, kind: str, loaded: Loaded, languages: tuple[str, ...]) -> Sheet:
    if loaded.data is None or (kind == "intents" and not languages):
        return Sheet(name, kind, loaded, loaded.problems, frozenset({()}))
    noted = {p.line for p in loaded.problems}  # what the YAML got wrong has no shape either: said once
    faults, broken = list(loaded.problems), set()
    for where, what, fix in shape_faults(kind, loaded.data, languages):
        problem = Problem(name, *loaded.at(where), what, fix)
        faults += [problem] if problem.line not in noted else []
        broken.add(where[: 2 if kind == "entries" and where[:1] == ("entries",) else 1])
    return Sheet(name, kind, loaded, tuple(faults), frozenset(broken))


@lru_cache
def _adapter(kind: str, languages: tuple[str, ...]) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(groups_in(languages) if kind == "intents" else SHAPES[kind])


def shape_faults(kind: str, data: Any, languages: tuple[str, ...]) -> Iterator[tuple[Where, str, str]]:
    """Yield (place, what, what to do) wherever data lacks the shape of its kind of file."""
    from pydantic import ValidationError

    adapter = _adapter(kind, languages)
    try:
        adapter.validate_json(json.dumps(data), strict=True)  # strict Python input would have to be dataclasses
    except ValidationError as error:
        for fault in error.errors():
            yield fault["loc"], *_in_words(fault, adapter)


def _in_words(fault: Mapping[str, Any], adapter: Any) -> tuple[str, str]:
    kind, last, value = fault["type"], next(reversed(fault["loc"]), ""), fault["input"]
    if kind == "unexpected_keyword_argument":
        schema = adapter.json_schema()
        known = {key for shape in (schema, *schema["$defs"].values()) for key in shape.get("properties", ())}
        return f"unknown key {brief(last)}", suggest(str(last), known - {last}, "remove it")
    if kind == "missing":
        return f"key {last!r} is missing", "add it"
    if kind == "literal_error":
        choices = fault["ctx"]["expected"].removeprefix("'', ")  # "" stands for an absent key
        return f"{brief(value)} is none of {choices}", "choose one of them"
    if kind in _SHOULD_BE:
        wanted, fix = _SHOULD_BE[kind]
        return f"{brief(value)} should be {wanted}", fix
    return fault["msg"].removeprefix("Value error, "), "mend it"
