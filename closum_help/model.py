"""A sparse linear model in plain Python: hashed features in, one score a class out (research/routing.md section 6).

File: inverse document frequency (one byte a bucket, in 1/16), where each bucket's weights start (u32, buckets + 1),
classes (u16) and weights (i8), all little-endian; the scale of a class stands in meta.json.
"""

from __future__ import annotations

import mmap
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import exp, sqrt
from pathlib import Path

from closum_help.text import BUCKETS

IDF_UNIT = 16


class Linear:
    """The weights of `kb build`, mapped into memory and read where a question has a feature."""

    def __init__(self, path: Path, scales: Sequence[float], biases: Sequence[float] = ()) -> None:
        with path.open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        offsets = BUCKETS + 4 * (BUCKETS + 1)
        self._idf = view[:BUCKETS]
        self._starts = view[BUCKETS:offsets].cast("I")
        count = self._starts[BUCKETS]
        self._classes = view[offsets : offsets + 2 * count].cast("H")
        self._weights = view[offsets + 2 * count : offsets + 3 * count].cast("b")
        self._scales = scales
        self._biases = biases or [0.0] * len(scales)

    def scores(self, blocks: Iterable[set[int]]) -> list[float]:
        """Return one score a class."""
        sums = [0.0] * len(self._scales)
        for block in blocks:
            for value, classes, weights in self._held(block):
                for label, weight in zip(classes, weights):  # noqa: B905  (equal by construction; this is the hot loop)
                    sums[label] += weight * value
        return [s * scale + bias for s, scale, bias in zip(sums, self._scales, self._biases, strict=True)]

    def touched(self, block: set[int]) -> dict[int, float]:
        """Return {class: score} of the classes that share a feature with the block: what that costs does not grow."""
        sums: dict[int, float] = {}
        for value, classes, weights in self._held(block):
            for label, weight in zip(classes, weights, strict=True):
                sums[label] = sums.get(label, 0.0) + weight * value
        return sums

    def _held(self, block: set[int]) -> Iterator[tuple[float, list[int], list[int]]]:
        """Yield (value, classes, weights) of every bucket; as lists, which are walked twice as fast as the mapping."""
        starts = self._starts
        for bucket, value in weigh(block, self._idf).items():
            first, last = starts[bucket], starts[bucket + 1]
            if first != last:
                yield value, self._classes[first:last].tolist(), self._weights[first:last].tolist()

    def known(self, block: set[int]) -> float:
        """Return how much of a block the model has learned from, 0 to 1."""
        return share_known(block, self._idf, lambda b: self._starts[b] != self._starts[b + 1])


def weigh(block: set[int], idf: Sequence[int]) -> dict[int, float]:
    """Return {bucket: weight} of length 1, rarer buckets heavier."""
    norm = sqrt(sum(idf[b] * idf[b] for b in block)) or 1.0
    return {b: idf[b] / norm for b in block}


def share_known(block: set[int], idf: Sequence[int], is_known: Callable[[int], bool]) -> float:
    """Return which share of a block's weight lies in known buckets, 0 to 1."""
    return sum(idf[b] for b in block if is_known(b)) / (sum(idf[b] for b in block) or 1)


def softmax(scores: Sequence[float], temperature: float) -> list[float]:
    """Return probabilities; a lower temperature is surer."""
    top = max(scores)
    odds = [exp((s - top) / temperature) for s in scores]
    total = sum(odds)
    return [o / total for o in odds]
