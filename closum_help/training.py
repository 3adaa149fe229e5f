"""The router's weights from the utterances: linear support vector machines by scikit-learn (development only).

Each head (act, area, goal, entry) is one-against-rest. Calibration sees held-out scores only: five folds, a group of
paraphrases always whole in one of them (random folds flattered by 9.5 points: research/routing.md section 2d).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from math import log
from typing import Any, NamedTuple

from closum_help.model import IDF_UNIT, share_known, weigh
from closum_help.text import BUCKETS

COST = 1.0  # of a margin that is missed; 0.25 to 1 measured alike
KEEP = 0.06  # weights below this share of a label's largest are noise


class Sample(NamedTuple):
    """One utterance: its feature blocks, its paraphrase group, and {head: label}."""

    blocks: list[set[int]]
    group: int
    labels: Mapping[str, str]


class HeldOut(NamedTuple):
    """Scores of every sample by machines that never saw its group: the names of the labels, samples x labels."""

    names: list[str]
    scores: Any


class Trained(NamedTuple):
    """The weights as bytes, the labels in their order with scale and bias, the temperature of each head.

    `held_out` is by head; `known` says of each sample how much of its words other groups have too, 0 to 1.
    """

    weights: bytes
    labels: list[str]
    scales: list[float]
    biases: list[float]
    temperature: dict[str, float]
    held_out: dict[str, HeldOut]
    known: list[float]


class _Task(NamedTuple):
    design: Any
    truth: Any
    labels: int


def train(samples: Sequence[Sample], folds_of: Mapping[str, int], progress: Callable[[str], None]) -> Trained:
    """Return the trained model; `folds_of` names each head and in how many folds its groups are held out."""
    import numpy as np

    idf = _idf(samples)
    design = _design(samples, idf)
    scattered = np.array([s.group for s in samples]) * 2654435761 % 2**32 // 1024  # fixed, so that runs compare
    tasks: list[_Task] = []
    plan: list[tuple[str, list[str], Any, Any, int]] = []
    for head, folds in folds_of.items():
        kept = np.array([head in s.labels for s in samples])
        names = list(dict.fromkeys(s.labels[head] for s in samples if head in s.labels))
        truth = np.array([names.index(s.labels[head]) if head in s.labels else -1 for s in samples])
        runs = [kept] + [kept & (scattered % folds != f) for f in range(folds)]
        plan.append((head, names, truth, kept, folds))
        tasks += [_Task(design[run], truth[run], len(names)) for run in runs]
    progress(f"{len(samples)} utterances")
    with ProcessPoolExecutor() as pool:
        fitted = iter(list(pool.map(_fit, tasks)))
    columns: list[Any] = []
    labels: list[str] = []
    temperature: dict[str, float] = {}
    held_out: dict[str, HeldOut] = {}
    for head, names, truth, kept, folds in plan:
        columns.append(next(fitted))
        labels += [f"{head}:{name}" for name in names]
        scores = np.empty((len(samples), len(names)))
        for fold in range(folds):
            held = scattered % folds == fold
            fold_weights = next(fitted)
            scores[held] = design[held] @ fold_weights[:-1] + fold_weights[-1]
        held_out[head] = HeldOut(names, scores)
        temperature[head] = _temperature(scores[kept], truth[kept])
        right = (scores[kept].argmax(axis=1) == truth[kept]).mean()
        progress(f"{head}: {100 * right:.1f} % right with the group left out")
    stacked = np.hstack(columns)
    packed, scales = _pack(stacked[:-1], idf)
    biases = [round(float(b), 4) for b in stacked[-1]]
    return Trained(packed, labels, scales, biases, temperature, held_out, _known(samples, idf))


def _known(samples: Sequence[Sample], idf: Sequence[int]) -> list[float]:
    """Return for each sample how much of its words some other group has too."""
    groups: dict[int, set[int]] = {}
    for sample in samples:
        for bucket in sample.blocks[0]:
            groups.setdefault(bucket, set()).add(sample.group)
    return [share_known(s.blocks[0], idf, lambda b, g=s.group: bool(groups[b] - {g})) for s in samples]  # type: ignore[misc]


def _fit(task: _Task) -> Any:
    """Return the weights of one head, features x labels, the bias last; a label that a fold lacks is never right."""
    import numpy as np
    from sklearn.svm import LinearSVC

    machine = LinearSVC(C=COST, random_state=0).fit(task.design, task.truth)
    full = np.zeros((task.design.shape[1] + 1, task.labels), dtype=np.float32)
    full[-1] = -1.0
    full[:-1, machine.classes_] = machine.coef_.T
    full[-1, machine.classes_] = machine.intercept_
    # One against rest gives a word a little against every label; a softmax does not see what all labels have in common.
    full[:-1] -= np.median(full[:-1], axis=1, keepdims=True)
    return full


def _design(samples: Sequence[Sample], idf: Sequence[int]) -> Any:
    from scipy.sparse import csr_matrix

    rows, columns, values = [], [], []
    for at, sample in enumerate(samples):
        for block in sample.blocks:
            for bucket, value in weigh(block, idf).items():
                rows.append(at)
                columns.append(bucket)
                values.append(value)
    return csr_matrix((values, (rows, columns)), shape=(len(samples), BUCKETS))


def _idf(samples: Sequence[Sample]) -> bytearray:
    counts: dict[int, int] = {}
    for sample in samples:
        for bucket in set().union(*sample.blocks):
            counts[bucket] = counts.get(bucket, 0) + 1
    idf = bytearray([round(IDF_UNIT * log(1 + len(samples)))]) * BUCKETS
    for bucket, count in counts.items():
        idf[bucket] = max(1, min(255, round(IDF_UNIT * log(1 + len(samples) / count))))
    return idf


def _temperature(scores: Any, truth: Any) -> float:
    """Return the softmax temperature under which the held-out truth is likeliest."""
    import numpy as np

    def loss(temperature: float) -> float:
        odds = scores / temperature
        odds -= odds.max(axis=1, keepdims=True)
        return float(-(odds[np.arange(len(truth)), truth] - np.log(np.exp(odds).sum(axis=1))).mean())

    return float(min(np.geomspace(0.05, 3.0, 60), key=loss))


def _pack(weights: Any, idf: bytearray) -> tuple[bytes, list[float]]:
    """Return the file of model.py and the scale of each label; weights are rounded to a byte, small ones dropped."""
    import numpy as np

    top = np.abs(weights).max(axis=0)
    top[top == 0] = 1
    small = np.rint(127 * weights / top).astype(np.int8)
    small[np.abs(small) < 127 * KEEP] = 0
    buckets, labels = np.nonzero(small)
    starts = np.searchsorted(buckets, np.arange(BUCKETS + 1)).astype("<u4")
    packed = bytes(idf) + starts.tobytes() + labels.astype("<u2").tobytes() + small[buckets, labels].tobytes()
    return packed + struct.pack("x"), [float(t) / 127 for t in top]
