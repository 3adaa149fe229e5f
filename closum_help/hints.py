"""Small learned hints, read before the router: which language a text is in, and whether a plan that it names is its
writer's own. Each is a linear model over hashed features, one byte a weight (research/routing.md section 5a)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from math import sqrt
from typing import Any
from zlib import crc32

from closum_help.model import softmax
from closum_help.quantities import STOPS, Reader
from closum_help.text import is_han

SIZE = 1 << 14  # buckets of each label
BEFORE, BEHIND = 10, 6  # tokens around a plan that tell whose it is
CUE = 8  # tokens that a turn of speech such as "we're on" may stand before the plan
NEAR = 3  # of those, the ones whose place counts
OWN, OTHER, SUBJECT, PLAN = "own", "other", "subject", "<plan>"


class Hints:
    """The weights of one hint: `labels` with their biases, `scale` of a weight, SIZE bytes a label."""

    def __init__(self, learned: Mapping[str, Any], weights: memoryview) -> None:
        self._labels: Sequence[str] = learned["labels"]
        self._biases: Sequence[float] = learned["biases"]
        self._scale: float = learned["scale"]
        self._weights = weights

    def probabilities(self, *blocks: Iterable[str]) -> dict[str, float]:
        """Return the probability of each label, each block of features counting as much as another."""
        held = weighed(blocks)
        sums = [
            bias + self._scale * sum(value * self._weights[at * SIZE + b] for b, value in held.items())
            for at, bias in enumerate(self._biases)
        ]
        return dict(zip(self._labels, softmax(sums, 1.0), strict=True))


def weighed(blocks: Iterable[Iterable[str]]) -> dict[int, float]:
    """Return {bucket: weight} of the features, each block of length 1."""
    found: dict[int, float] = {}
    for block in blocks:
        buckets = {crc32(f.encode("utf-8", "replace")) & (SIZE - 1) for f in block}
        for bucket in buckets:
            found[bucket] = found.get(bucket, 0.0) + 1 / sqrt(len(buckets))
    return found


def language_features(text: str) -> Iterator[str]:
    """Yield what tells a language: words, and their pieces of one to four letters; accents count."""
    for word in "".join(c if c.isalpha() or c == "'" else " " for c in text.casefold()).split():
        yield f"={word}"
        edged = f" {word} "
        for size in (2, 3, 4):
            for at in range(len(edged) - size + 1):
                yield edged[at : at + size]


def plan_blocks(
    line: Sequence[str], at: int, size: int, plans: Mapping[int, int], reader: Reader
) -> tuple[list[str], list[str]]:
    """Return what tells whose plan stands at a place: the words around it in its sentence, and the turns of speech.

    `plans` is {start: length} of every plan of the line; the others count as one word each.
    """
    masked = {k: PLAN if k == start else "" for start, n in plans.items() for k in range(start, start + n)}
    sentence = [masked.get(k, word) for k, word in enumerate(line)]
    before = [w for w in reversed(list(takewhile(_inside, reversed(sentence[max(0, at - BEFORE) : at])))) if w]
    behind = [w for w in takewhile(_inside, sentence[at + size : at + size + BEHIND]) if w]
    ended = sentence[at + size + len(behind) : at + size + len(behind) + 1]
    around = [*_around("<", before[::-1], "^"), *_around(">", behind, *ended[: len(behind) < BEHIND])]
    return around, list(_turns(line, at, size, reader))


def _inside(word: str) -> bool:
    return word not in STOPS


def _around(side: str, near: Sequence[str], *edge: str) -> Iterator[str]:
    """Yield the words of one side, the nearest first: with their place, without it, in pairs, in threes of Chinese."""
    line = [*near, *edge]
    yield from (f"{side}{place}{word}" for place, word in enumerate(line[:NEAR]))
    yield from (f"{side}{word}" for word in line)
    yield from (f"{side}{one}_{two}" for one, two in pairwise(line))
    yield from (f"{side}{a}{b}{c}" for a, b, c in zip(line, line[1:], line[2:], strict=False) if is_han(b))


def _turns(line: Sequence[str], at: int, size: int, reader: Reader) -> Iterator[str]:
    """Yield the turns of speech around a plan: the nearest that speaks of ownership or of a choice, and links to it."""
    start = max((k + 1 for k in range(max(0, at - CUE), at) if line[k] in STOPS), default=max(0, at - CUE))
    before = line[start:at]
    cues = [name for _, name, _ in reader.phrases(OWN, OTHER, SUBJECT).find(before)]
    nearest = ""
    for name in cues:
        nearest = name if name != SUBJECT or nearest != OTHER else nearest
    links = reader.phrases("link")
    linked = nearest == SUBJECT and any(k + n == len(before) for k, _, n in links.find(before))
    held = any(len(before) - k - n <= 1 for k, _, n in reader.phrases("possessive").find(before))
    after = next(reader.phrases("own-after").find(line[at + size : at + size + 4]), None) is not None
    aside = any(word in "(（" for word in line[max(0, at - 2) : at])
    aside = aside or (line[max(0, at - 2) : at - 1] == [","] and bool(links.at(line, at - 1)[1]))  # "agency, on ..."
    yield f"near {nearest}"
    yield f"first {cues[0] if cues else ''}"
    yield f"linked {linked}"
    yield f"held {held}"
    yield f"after {after}"
    yield f"aside {aside}"
    yield f"own {nearest == OWN or held or linked or after or aside}"
