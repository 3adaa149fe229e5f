"""Word sequences with names: what an expert recognises, names of entries and plans, turns of speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from closum_help.text import fold, tokens

LONGEST = 12  # tokens of a phrase

Index = Mapping[str, Mapping[str, Sequence[str]]]  # {first token: {the others, joined by spaces: names}}


class Phrases:
    """Word sequences with their names, from what `index` makes; `find` gives the longest at each place."""

    def __init__(self, *indices: Index) -> None:
        self._indices = indices

    def at(self, line: Sequence[str], start: int) -> tuple[Sequence[str], int]:
        """Return (names, length) of the longest phrase at `start`, or ((), 0)."""
        best: Sequence[str] = ()
        length = 0
        token = line[start] if start < len(line) else ""
        for held in self._indices:
            rests = held.get(token)
            if rests is None:
                continue
            for size in range(min(LONGEST, len(line) - start), max(length - 1, 0), -1):
                names = rests.get(" ".join(line[start + 1 : start + size]))
                if names is not None:
                    best, length = (*best, *names) if size == length else names, size
                    break
        return best, length

    def find(self, line: Sequence[str]) -> Iterator[tuple[int, str, int]]:
        """Yield (start, name, length) of every phrase, none inside another."""
        start = 0
        while start < len(line):
            names, size = self.at(line, start)
            for name in names:
                yield start, name, size
            start += size or 1


def index(named: Mapping[str, Iterable[str]], nothing: Iterable[str] = ()) -> dict[str, dict[str, list[str]]]:
    """Return phrases as people write them by their first token; of what is longer than LONGEST tokens the start.

    `nothing` are phrases that name nothing, though a shorter one inside them would.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for phrase in nothing:
        first, *rest = tokens(fold(phrase))[:LONGEST]
        found.setdefault(first, {})[" ".join(rest)] = []
    for name, phrases in named.items():
        for phrase in phrases:
            first, *rest = tokens(fold(phrase))[:LONGEST] or [""]
            names = found.setdefault(first, {}).setdefault(" ".join(rest), [])
            if name not in names:
                names.append(name)
    return found
