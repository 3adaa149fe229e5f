"""The router's weights from the utterances: linear support vector machines by scikit-learn (development only).

Each head (act, area, goal, entry) is one-against-rest. Calibration sees held-out scores only: five folds, a group of
paraphrases always whole in one of them (random folds flattered by 9.5 points: research/routing.md section 2d).
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from math import log
from typing import Any, NamedTuple

from closum_help.model import IDF_UNIT, share_known, weigh
from closum_help.text import BUCKETS

COST = 1.0  # of a margin that is missed; 0.25 to 1 measured alike
ITERATIONS = 4  # of the solver; 1,000 told 1 % more of the entries and took twice as long
SHARE = 64  # labels that one process fits at a time
KEEP = 0.06  # weights below this share of a label's largest are noise


class Sample(NamedTuple):
    """One utterance: its feature blocks, its paraphrase group, and {head: label}."""

    blocks: list[set[int]]
    group: int
    labels: Mapping[str, str]


class HeldOut(NamedTuple):
    """Scores by machines that never saw a sample's group: the names of the labels, samples x labels.

    `rows` are the samples that were held out: all of them, but for a head whose training takes long.
    """

    names: list[str]
    scores: Any
    rows: Any


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
    """One head, or a share of its labels, to fit; the samples of the other labels are what it is held against."""

    rows: Any
    truth: Any
    labels: int


def train(
    samples: Sequence[Sample], folds_of: Mapping[str, tuple[int, int]], progress: Callable[[str], None]
) -> Trained:
    """Return the trained model; `folds_of` tells of each head in how many folds its groups are, and how many of those
    are held out."""
    import numpy as np

    idf = _idf(samples)
    design = _design(samples, idf)
    scattered = np.array([s.group for s in samples]) * 2654435761 % 2**32 // 1024  # fixed, so that runs compare
    progress(f"{len(samples)} utterances")
    with ProcessPoolExecutor(initializer=_share, initargs=(design,)) as pool:
        runs = {head: _runs(head, samples, scattered, folds, pool) for head, folds in folds_of.items()}
        fitted = {head: [_joined(parts) for parts in run.weights] for head, run in runs.items()}
    labels: list[str] = []
    temperature: dict[str, float] = {}
    held_out: dict[str, HeldOut] = {}
    for head, run in runs.items():
        labels += [f"{head}:{name}" for name in run.names]
        scores = np.full((len(samples), len(run.names)), np.nan)
        for held, weights in zip(run.held, fitted[head][1:], strict=True):
            scores[held] = design[held] @ weights[:-1] + weights[-1]
        rows = np.logical_or.reduce(run.held)
        held_out[head] = HeldOut(run.names, scores, rows)
        asked = rows & (run.truth >= 0)
        temperature[head] = _temperature(scores[asked], run.truth[asked])
        right = (scores[asked].argmax(axis=1) == run.truth[asked]).mean()
        progress(f"{head}: {100 * right:.1f} % right with the group left out")
    stacked = np.hstack([fitted[head][0] for head in runs])
    packed, scales = _pack(stacked[:-1], idf)
    biases = [round(float(b), 4) for b in stacked[-1]]
    return Trained(packed, labels, scales, biases, temperature, held_out, _known(samples, idf))


class _Run(NamedTuple):
    """What is fitted for a head: the weights on all samples first, then those of each fold left out."""

    names: list[str]
    truth: Any
    held: list[Any]
    weights: list[list[Future[Any]]]


def _runs(
    head: str, samples: Sequence[Sample], scattered: Any, folds: tuple[int, int], pool: ProcessPoolExecutor
) -> _Run:
    import numpy as np

    names = list(dict.fromkeys(s.labels[head] for s in samples if head in s.labels))
    number = {name: i for i, name in enumerate(names)}
    truth = np.array([number.get(s.labels.get(head, ""), -1) for s in samples])
    held = [scattered % folds[0] == fold for fold in range(folds[1])]
    weights = []
    for rows in (truth >= 0, *((truth >= 0) & ~h for h in held)):
        shares = [range(at, min(at + SHARE, len(names))) for at in range(0, len(names), SHARE)]
        weights.append(
            [pool.submit(_fit, _Task(np.flatnonzero(rows), _within(truth[rows], s), len(s))) for s in shares]
        )
    return _Run(names, truth, held, weights)


def _within(truth: Any, share: range) -> Any:
    """Return the labels of a share counted from 0, the others -1."""
    import numpy as np

    return np.where((truth >= share.start) & (truth < share.stop), truth - share.start, -1)


def _joined(parts: Sequence[Future[Any]]) -> Any:
    """Return the weights of a head, features x labels, the bias last, from those of its shares.

    One against rest gives a word a little against every label; a softmax does not see what all labels have in common.
    """
    import numpy as np

    full = np.hstack([part.result() for part in parts])
    full[:-1] -= np.median(full[:-1], axis=1, keepdims=True)
    return full


_DESIGN: list[Any] = []  # of a worker process, so that it is sent once


def _share(design: Any) -> None:
    _DESIGN[:] = [design]


def _fit(task: _Task) -> Any:
    """Return the weights of a head's share, the bias last; a label that a fold lacks is never right."""
    import numpy as np
    from sklearn.svm import LinearSVC

    machine = LinearSVC(C=COST, max_iter=ITERATIONS, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it stopped early is meant
        machine.fit(_DESIGN[0][task.rows], task.truth)
    full = np.zeros((_DESIGN[0].shape[1] + 1, task.labels), dtype=np.float32)
    full[-1] = -1.0
    coefficients, biases = machine.coef_, machine.intercept_
    if len(machine.classes_) == 2:
        coefficients, biases = np.vstack([-coefficients[0], coefficients[0]]), np.array([-biases[0], biases[0]])
    kept = machine.classes_ >= 0
    full[:-1, machine.classes_[kept]] = coefficients[kept].T
    full[-1, machine.classes_[kept]] = biases[kept]
    return full


def _known(samples: Sequence[Sample], idf: Sequence[int]) -> list[float]:
    """Return for each sample how much of its words some other group has too."""
    groups: dict[int, set[int]] = {}
    for sample in samples:
        for bucket in sample.blocks[0]:
            groups.setdefault(bucket, set()).add(sample.group)
    return [share_known(s.blocks[0], idf, lambda b, g=s.group: bool(groups[b] - {g})) for s in samples]  # type: ignore[misc]


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
