"""What the router learns from: utterances with their labels, and how sure it may be (development only)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from closum_help.calibration import calibrate
from closum_help.phrases import Phrases
from closum_help.quantities import Reader
from closum_help.scoring import marks
from closum_help.text import features, fold, tokens
from closum_help.training import Sample, train

FOLDS = {"act": (4, 4), "area": (4, 4), "goal": (4, 4), "entry": (2, 1)}  # by head; many entries take long


def act_of(group: Mapping[str, Any]) -> str:
    """Return the act that a group of utterances is labelled with."""
    if "answers" in group:
        return "answer"
    if "skill" in group:
        return f"handoff/{group['skill']}"
    return f"decline/{group['decline']}" if "decline" in group else "clarify"


def samples(
    groups: Sequence[Mapping[str, Any]], meta: Mapping[str, Any], readers: Mapping[str, Reader]
) -> list[Sample]:
    """Return every utterance with its features and its label for each head."""
    signals, plans = Phrases(meta["phrases"]["signals"]), Phrases(meta["phrases"]["plans"])
    found = []
    for number, group in enumerate(groups):
        labels = {"act": act_of(group)}
        if "answers" in group:
            first = group["answers"][0]
            labels |= {"goal": group["goal"], "entry": first, "area": meta["entries"][first]["area"]}
        for code, reader in readers.items():
            for text in group.get(code, ()):
                found.append(Sample(features(fold(text), marks(text, signals, plans, reader)), number, labels))
    return found


def teach(
    groups: Sequence[Mapping[str, Any]],
    meta: Mapping[str, Any],
    readers: Mapping[str, Reader],
    progress: Callable[[str], None],
) -> tuple[dict[str, Any], bytes]:
    """Return (what the router must know beside its weights, the weights); `readers` by language."""
    taught = samples(groups, meta, readers)
    trained = train(taught, FOLDS, progress)
    signals = Phrases(meta["phrases"]["signals"])
    learned = {
        "labels": trained.labels,
        "scales": trained.scales,
        "biases": trained.biases,
        "temperature": trained.temperature,
        "heads": calibrate(taught, trained, meta, progress),
        "together": _together(groups),
        "middleware": _middleware(groups, signals),
    }
    return learned, trained.weights


def _together(groups: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return {entry: entries that some group names after it}."""
    told: dict[str, dict[str, None]] = {}
    for group in groups:
        first, *rest = group.get("answers", [""])
        told.setdefault(first, {}).update(dict.fromkeys(rest))
    return {first: list(rest) for first, rest in told.items() if rest}


def _middleware(groups: Sequence[Mapping[str, Any]], signals: Phrases) -> str:
    """Return the act of most groups whose utterances name a middleware."""
    counts: dict[str, int] = {}
    for group in groups:
        texts = [u for value in group.values() if isinstance(value, list) for u in value]
        if any(n.startswith("middleware.") for t in texts for _, n, _ in signals.find(tokens(fold(t)))):
            counts[act_of(group)] = counts.get(act_of(group), 0) + 1
    return max((a for a in counts if a.startswith("handoff/")), key=lambda a: counts[a], default="answer")
