"""What `kb build` compiled, read once and lazily: entries per language, words, sources, the catalog of prices."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from closum_help.errors import KnowledgeError
from closum_help.hints import SIZE, Hints
from closum_help.language import identify
from closum_help.model import Linear
from closum_help.paths import PROGRAM, compiled_dir
from closum_help.phrases import Phrases
from closum_help.pricing import Catalog, read_catalog
from closum_help.quantities import Reader
from closum_help.spelling import Shelves
from closum_help.types import Source


class Knowledge:
    """The compiled knowledge of one folder; every part is read from disk on first use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._texts: dict[str, Mapping[str, Any]] = {}
        self._readers: dict[str, Reader] = {}
        self._hints: dict[str, Hints] = {}

    def _json(self, name: str) -> Any:
        try:
            return json.loads((self.folder / name).read_bytes())
        except (OSError, ValueError) as error:
            raise KnowledgeError(
                f"The compiled knowledge cannot be read ({name}).", f"Run `{PROGRAM} kb build`, or install it again."
            ) from error

    @cached_property
    def meta(self) -> Mapping[str, Any]:
        """Return what does not depend on a language."""
        meta: Mapping[str, Any] = self._json("meta.json")
        return meta

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the codes of the languages in force, the first the fallback."""
        return tuple(self.meta["languages"])

    @property
    def plans(self) -> tuple[str, ...]:
        """Return the keys of the plans, cheapest first."""
        return tuple(p.key for p in self.catalog.plans)

    @property
    def areas(self) -> tuple[str, ...]:
        """Return the areas in the order of their letters."""
        return tuple(o["value"] for o in self.meta["intake"]["area"])

    @property
    def goals(self) -> tuple[str, ...]:
        """Return the goals in the order of their letters."""
        return tuple(o["value"] for o in self.meta["intake"]["goal"])

    @property
    def skills(self) -> tuple[str, ...]:
        """Return the bare names of the sibling skills."""
        return tuple(id_.partition("/")[2] for id_ in self.entries if id_.startswith("skills/"))

    @property
    def digest(self) -> str:
        """Return the hash of the folder that was compiled, and of the builder."""
        return str(self.meta["digest"])

    @property
    def as_of(self) -> str:
        """Return the date of the source that the prices are from, as year and month."""
        return str(self.meta["as_of"])

    @property
    def entries(self) -> Mapping[str, Mapping[str, Any]]:
        """Return {id: what an entry holds beside its texts}."""
        entries: Mapping[str, Mapping[str, Any]] = self.meta["entries"]
        return entries

    @cached_property
    def catalog(self) -> Catalog:
        """Return plans and add-ons with their figures."""
        return read_catalog({i: e for i, e in self.entries.items() if "figures" in e})

    def reader(self, language: str) -> Reader:
        """Return the reader of what is said in a language."""
        if language not in self._readers:
            self._readers[language] = Reader(self.texts(language)["words"])
        return self._readers[language]

    def hints(self, name: str) -> Hints:
        """Return a small learned hint: language, own."""
        if name not in self._hints:
            learned = self.meta["hints"][name]
            at = learned["at"]
            weights = memoryview((self.folder / "hints.bin").read_bytes()).cast("b")
            self._hints[name] = Hints(learned, weights[at : at + SIZE * len(learned["labels"])])
        return self._hints[name]

    def identify(self, text: str, before: str = "") -> str:
        """Return the language of a text, "" for none of ours; `before` is that of the conversation."""
        return identify(text, self.meta["languages"], self.hints("language"), before)

    @cached_property
    def signals(self) -> Phrases:
        """Return the words that a domain expert recognises, named `group.name`."""
        return Phrases(self.meta["phrases"]["signals"])

    @cached_property
    def names(self) -> Phrases:
        """Return the exact words that single an entry out, named by its id."""
        return Phrases(self.meta["phrases"]["names"])

    @cached_property
    def called(self) -> Phrases:
        """Return the words that name an entry among its family, named by its id."""
        return Phrases(self.meta["phrases"]["called"])

    @cached_property
    def plan_names(self) -> Phrases:
        """Return the names that people give the plans, named by the plan's key."""
        return Phrases(self.meta["phrases"]["plans"])

    def vocabulary(self, language: str) -> Shelves:
        """Return the words that are known in a language, on shelves for `spelling.repair`."""
        shelves: Shelves = self.texts(language)["words"]["vocabulary"]
        return shelves

    @cached_property
    def router(self) -> Linear:
        """Return the router's weights."""
        learned = self.meta["router"]
        return Linear(self.folder / "router.bin", learned["scales"], learned["biases"])

    @cached_property
    def _search(self) -> tuple[Linear, list[str]]:
        return Linear(self.folder / "search.bin", ()), list(self.entries)

    def found(self, block: set[int]) -> dict[str, float]:
        """Return {entry: BM25 score} of the entries that share a word with a text, by its block of word features."""
        index, ids = self._search
        return {ids[at]: score for at, score in index.touched(block).items()}

    def texts(self, language: str) -> Mapping[str, Any]:
        """Return {"entries": {id: texts}, "intake": ..., "sources": ...} of one language, figures filled in."""
        if language not in self._texts:
            self._texts[language] = self._json(f"{language}.json")
        return self._texts[language]

    def entry(self, id_: str, language: str) -> dict[str, Any]:
        """Return an entry's texts and properties together; KeyError for an unknown id."""
        return {**self.entries[id_], **self.texts(language)["entries"][id_], "id": id_}

    def source(self, id_: str, language: str) -> Source:
        """Return where an entry is from."""
        key = self.entries[id_]["source"]
        source = self.meta["sources"][key]
        title = self.texts(language)["sources"][key]
        return Source(id_, title, source["url"], source["date"])


@cache
def open_knowledge(folder: Path | None = None) -> Knowledge:
    """Return the compiled knowledge of the program, or of a keeper's own folder."""
    return Knowledge(folder or compiled_dir())
