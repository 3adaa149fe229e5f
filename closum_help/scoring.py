"""What the router sees in one text: exact signals, probabilities by head, and the evidence for how sure it may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import exp, log
from typing import NamedTuple

from closum_help.phrases import Phrases
from closum_help.quantities import Reader
from closum_help.text import fold, tokens


def marks(text: str, signals: Phrases, plans: Phrases, reader: Reader) -> list[str]:
    """Return the exact signals of a text: `group.name` of signals.yaml, `concept.NAME`, `plan` when one is named, and
    `need.UNIT`."""
    line = tokens(fold(text))
    found = {name for phrases in (signals, reader.phrases("concepts")) for _, name, _ in phrases.find(line)}
    needs = reader.needs(text)
    if next(plans.find(line), None):
        found.add("plan")
    return sorted(found | {f"need.{unit}" for unit in {*needs.amounts, *needs.extra, *needs.packs}})


class Scored(NamedTuple):
    """One text, scored: probabilities of acts, of goals and of entries; `surety` is the best entry's as learned,
    before its words were read, `signs` what the calibrated heads weigh.

    `named` are entries that the text names outright, `called` those named by a word that is one's among its family.
    """

    acts: Mapping[str, float]
    goals: Mapping[str, float]
    entries: Mapping[str, float]
    surety: float
    signs: list[float]
    named: tuple[str, ...]
    called: tuple[str, ...]
    signals: tuple[str, ...]

    @property
    def act(self) -> str:
        """Return the likeliest act."""
        return max(self.acts, key=lambda a: self.acts[a])

    @property
    def entry(self) -> str:
        """Return the best entry."""
        return max(self.entries, key=lambda e: self.entries[e])


def evidence(acts: Mapping[str, float], entries: Sequence[float], known: float, size: int) -> list[float]:
    """Return what the two calibrated heads weigh: odds of the acts, lead of the best entry, known words, length."""
    ours = acts["answer"]
    away = max(p for a, p in acts.items() if a != "answer")
    first, second = nlargest(2, entries)
    return [1.0, _logit(ours), _logit(away), _logit(first), first - second, known, min(size, 30) / 30]


def _logit(p: float) -> float:
    p = min(max(p, 1e-4), 1 - 1e-4)
    return log(p / (1 - p)) / 5


def weighed(weights: Sequence[float], signs: Sequence[float]) -> float:
    """Return the probability that a calibrated head gives."""
    return 1 / (1 + exp(-sum(w * s for w, s in zip(weights, signs, strict=True))))
