"""The first guard: what a text states that its passages do not. It judges; it never rewrites.

It checks what is written, not what is meant: a right figure beside the wrong name, a negation, an invented rule
without any figure pass.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from closum_help.claims import MARKS, TIMES, Words, clean, dates, figures, places
from closum_help.text import fold, tokens


def quantities(text: str, words: Words) -> frozenset[Decimal]:
    """Return every number of a text, whatever it counts; times in days."""
    return frozenset(figure.value for figure in figures(clean(text), words))


def violations(
    text: str, allowed_texts: Iterable[str], own_quantities: Collection[Decimal], words: Words
) -> tuple[str, ...]:
    """Return the figures, dates, links and endpoints that the text may not hold, one line each; () for none.

    Allowed is what stands in `allowed_texts`; `own_quantities` are the user's, allowed as anything but money. A small
    number in letters that counts nothing of ours ("two ways") is no figure.
    """
    text, allowed = clean(text), clean("\n".join(allowed_texts))
    wrong = [*_places(text, allowed, words), *_dates(text, allowed), *_figures(text, allowed, own_quantities, words)]
    return tuple(dict.fromkeys(f"not in the passages: {what}" for what in wrong))


def _places(text: str, allowed: str, words: Words) -> Iterator[str]:
    known = set(places(allowed))
    listed = {place for _, place in known}
    for method, place in places(text):
        units, _ = words.units.at(tokens(fold(place)), 1)
        rate = place.startswith("/") and not TIMES.isdisjoint(units)  # EUR 12 /month
        if not rate and not any(_within(place, other, listed) for other in listed):
            yield place
        elif method and not any(m == method and (p.endswith(place) or place.endswith(p)) for m, p in known):
            yield f"{method} {place}"


def _within(place: str, known: str, listed: Collection[str]) -> bool:
    """Return whether a place is a known one, the folder of one, the endpoint at its end, or two known ones joined."""
    if place.startswith("/"):
        return known.endswith(place)
    joined = place.startswith(known) and place[len(known) :] in listed
    return known == place or known.startswith(place + "/") or joined


def _dates(text: str, allowed: str) -> Iterator[str]:
    known = set(dates(allowed))
    yield from (date for date in dates(text) if not any(k.startswith(date) for k in known))


def _figures(text: str, allowed: str, own: Collection[Decimal], words: Words) -> Iterator[str]:
    known: dict[Decimal, set[str]] = {Decimal(date[:4]): {""} for date in dates(allowed)}
    for figure in figures(allowed, words):
        known.setdefault(figure.value, set()).add(figure.unit)
    for figure in figures(text, words):
        vague = figure.spelled and (not figure.unit or figure.value == 1)
        if not vague and not _agrees(figure.unit, known.get(figure.value, set()), own=figure.value in own):
            yield str(figure)


def _agrees(unit: str, known: set[str], *, own: bool) -> bool:
    """Return whether a number of that unit may stand where the same number is known with those units."""
    if unit in MARKS:
        return unit in known or (own and unit == "%")
    return own or any(not u or not unit or u == unit for u in known - MARKS.keys())
