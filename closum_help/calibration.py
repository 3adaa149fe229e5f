"""How sure the router may be: two logistic heads over held-out scores (development only; routing.md section 4).

"ours": is the question one that we answer? "right": are the act and, for an answer, the entry right? Both see only
scores from machines that never saw the utterance's group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import log
from typing import Any

from closum_help.model import softmax
from closum_help.scoring import evidence
from closum_help.training import Sample, Trained


def calibrate(
    samples: Sequence[Sample], trained: Trained, meta: Mapping[str, Any], progress: Callable[[str], None]
) -> dict[str, list[float]]:
    """Return {head: weights of `router.evidence`}; the calibration error that `progress` is told is cross-validated."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_predict

    signs, ours, right, groups = [], [], [], []
    for sample, known, (acts, entries, hit) in _held_out(samples, trained, meta):
        signs.append(evidence(acts, entries, known, len(sample.blocks[0]) // 2))
        ours.append(sample.labels["act"] == "answer")
        right.append(hit)
        groups.append(sample.group)
    heads = {}
    for name, truth in (("ours", np.array(ours)), ("right", np.array(right))):
        machine = LogisticRegression(C=10.0, fit_intercept=False, max_iter=1000)
        said = cross_val_predict(machine, signs, truth, groups=groups, cv=GroupKFold(5), method="predict_proba")[:, 1]
        progress(f"{name}: calibration error {100 * _error(said, truth):.1f} points")
        heads[name] = [round(float(w), 4) for w in machine.fit(signs, truth).coef_[0]]
    return heads


def _held_out(
    samples: Sequence[Sample], trained: Trained, meta: Mapping[str, Any]
) -> Iterator[tuple[Sample, float, tuple[dict[str, float], list[float], bool]]]:
    """Yield (sample, share of known words, (acts, entries, right)) of the utterances that every head held out, as the
    router would have them without their group."""
    act, area, entry = (trained.held_out[head] for head in ("act", "area", "entry"))
    area_of = [area.names.index(meta["entries"][e]["area"]) for e in entry.names]
    for row in (act.rows & area.rows & entry.rows).nonzero()[0]:
        sample = samples[row]
        acts = dict(zip(act.names, softmax(list(act.scores[row]), trained.temperature["act"]), strict=True))
        areas = softmax(list(area.scores[row]), trained.temperature["area"])
        scores = zip(entry.scores[row], area_of, strict=True)
        entries = softmax([s / trained.temperature["entry"] + log(areas[a]) for s, a in scores], 1.0)
        best = entry.names[max(range(len(entries)), key=entries.__getitem__)]
        right = max(acts, key=acts.__getitem__) == sample.labels["act"]
        hit = right and best == sample.labels.get("entry", best)
        yield sample, trained.known[row], (acts, entries, hit)


def _error(said: Any, truth: Any, bins: int = 10) -> float:
    """Return the expected calibration error: the mean gap between said and true, by bins of equal size."""
    import numpy as np

    order = np.argsort(said)
    return float(sum(len(b) * abs(said[b].mean() - truth[b].mean()) for b in np.array_split(order, bins)) / len(said))
