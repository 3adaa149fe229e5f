"""What the router learns from: utterances with their labels, and how sure it may be (development only)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from closum_help.calibration import calibrate
from closum_help.phrases import Phrases
from closum_help.quantities import Reader
from closum_help.scoring import marks
from closum_help.text import features, fold
from closum_help.training import Sample, train

FOLDS = {"act": 5, "area": 5, "goal": 5, "entry": 2}  # by head; an entry has few groups, and many entries take long


def act_of(group: Mapping[str, Any]) -> str:
    """Return the act that a group of utterances is labelled with."""
    if "answers" in group:
        return "answer"
    if "skill" in group:
        return f"handoff/{group['skill']}"
    return f"decline/{group['decline']}" if "decline" in group else "clarify"


def samples(groups: Sequence[Mapping[str, Any]], meta: Mapping[str, Any], languages: Sequence[str]) -> list[Sample]:
    """Return every utterance with its features and its label for each head."""
    reader = Reader(meta["phrases"], meta["languages"])
    signals, plans = Phrases(meta["phrases"]["signals"]), Phrases(meta["phrases"]["plans"])
    found = []
    for number, group in enumerate(groups):
        labels = {"act": act_of(group)}
        if "answers" in group:
            first = group["answers"][0]
            labels |= {"goal": group["goal"], "entry": first, "area": meta["entries"][first]["area"]}
        for code in languages:
            for text in group[code]:
                needs = reader.needs(text)
                units = sorted({*needs.amounts, *needs.extra, *needs.packs})
                found.append(Sample(features(fold(text), marks(text, signals, plans, units)), number, labels))
    return found


def teach(
    groups: Sequence[Mapping[str, Any]],
    meta: Mapping[str, Any],
    languages: Sequence[str],
    progress: Callable[[str], None],
) -> tuple[dict[str, Any], bytes]:
    """Return (what the router must know beside its weights, the weights)."""
    taught = samples(groups, meta, languages)
    trained = train(taught, FOLDS, progress)
    learned = {
        "labels": trained.labels,
        "scales": trained.scales,
        "biases": trained.biases,
        "temperature": trained.temperature,
        "heads": calibrate(taught, trained, meta, progress),
        "together": _together(groups),
        "middleware": _middleware(groups, meta),
    }
    return learned, trained.weights


def _together(groups: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return {entry: entries that some group names after it}."""
    told: dict[str, dict[str, None]] = {}
    for group in groups:
        first, *rest = group.get("answers", [""])
        told.setdefault(first, {}).update(dict.fromkeys(rest))
    return {first: list(rest) for first, rest in told.items() if rest}


def _middleware(groups: Sequence[Mapping[str, Any]], meta: Mapping[str, Any]) -> str:
    """Return the act of most groups whose utterances name a middleware."""
    signals = Phrases(meta["phrases"]["signals"])
    counts: dict[str, int] = {}
    for group in groups:
        texts = [u for value in group.values() if isinstance(value, list) for u in value]
        if any(m.startswith("middleware.") for t in texts for m in marks(t, signals, Phrases(), ())):
            counts[act_of(group)] = counts.get(act_of(group), 0) + 1
    return max((a for a in counts if a.startswith("handoff/")), key=lambda a: counts[a], default="answer")
