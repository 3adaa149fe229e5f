"""Words that are one slip of the finger away from a known one: letters only, never figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

SHORTEST = 4  # letters of a word that is repaired; shorter ones have too many neighbours

_WORD = re.compile(r"(?<![\w./@-])[^\W\d_]{4,}(?![\w/@])")

Shelves = Mapping[str, Sequence[str]]  # known words by first letter, those most often used first


def shelve(counts: Mapping[str, int]) -> dict[str, list[str]]:
    """Return the words by first letter, those most often used first."""
    shelves: dict[str, list[str]] = {}
    for word in sorted(counts, key=lambda w: (-counts[w], w)):
        shelves.setdefault(word[0], []).append(word)
    return shelves


def repair(folded: str, shelves: Shelves) -> str:
    """Return the folded text with every unknown word that is one slip from a known one as that word.

    A slip is a letter too many, too few, wrong, or two letters swapped; where several words are one slip away, one
    that swaps letters wins, else the one most often used.
    """

    def mended(match: re.Match[str]) -> str:
        word = match[0]
        if not word.isascii() or word in shelves.get(word[0], ()):
            return word
        near = [w for w in _shelf(word, shelves) if abs(len(w) - len(word)) <= 1 and one_slip(word, w)]
        swapped = [w for w in near if sorted(w) == sorted(word)]
        return (swapped or near or [word])[0]

    return _WORD.sub(mended, folded)


def _shelf(word: str, shelves: Shelves) -> list[str]:
    """Return the words that start like this one, as it stands or with its first two letters swapped."""
    return [w for first in dict.fromkeys(word[:2]) for w in shelves.get(first, ())]


def one_slip(word: str, known: str) -> bool:
    """Return whether the words differ by one letter added, left out or changed, or by two neighbours swapped."""
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    rest, other = word[start:], known[start:]
    return bool(rest or other) and (
        rest[1:] == other[1:]
        or rest[1:] == other
        or rest == other[1:]
        or (rest[:2] == other[1::-1] and len(other) > 1 and rest[2:] == other[2:])
    )
