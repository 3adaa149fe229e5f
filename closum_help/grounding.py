"""The first guard: what a text states that its passages do not. It judges; it never rewrites.

It checks what is written, not what is meant: a right figure beside the wrong name, a negation, an invented rule
without any figure pass.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from closum_help.bindings import Claim, claims
from closum_help.claims import MARKS, TIMES, Words, clean, dates, figures, places
from closum_help.instructions import unknown
from closum_help.quantities import PLURAL
from closum_help.text import fold, tokens


def quantities(text: str, words: Words) -> frozenset[Decimal]:
    """Return every number of a text, whatever it counts; times in days."""
    return frozenset(figure.value for figure in figures(clean(text), words))


def violations(
    text: str, allowed_texts: Iterable[str], own_quantities: Collection[Decimal], words: Words
) -> tuple[str, ...]:
    """Return the figures, dates, links, menu paths and commands that the text may not hold, one line each; () for none.

    Allowed is what stands in `allowed_texts`, of whom and for which period it stands there; `own_quantities` are the
    user's, allowed where they are no plan's, and anywhere behind a word that gives them to the user.
    """
    written, grounds = text, "\n".join(allowed_texts)
    text, allowed = clean(written), clean(grounds)
    wrong = [
        *_places(text, allowed, words),
        *_dates(text, allowed, words),
        *_figures(text, allowed, own_quantities, words),
        *unknown(written, grounds, words.then),
    ]
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


def _dates(text: str, allowed: str, words: Words) -> Iterator[str]:
    known = set(dates(allowed, words))
    yield from (date for date in dates(text, words) if not any(k.startswith(date) for k in known))


def _figures(text: str, allowed: str, own: Collection[Decimal], words: Words) -> Iterator[str]:
    known: dict[Decimal, list[Claim]] = {}
    for claim in claims(allowed, words):
        known.setdefault(claim.figure.value, []).append(claim)
    years = {Decimal(date[:4]) for date in dates(allowed, words)}
    typed = {(o, c.figure.unit) for held in known.values() for c in held for o in c.owners if c.figure.unit}
    for claim in claims(text, words):
        figure, owners = claim.figure, claim.owners
        if figure.loose and (not figure.unit or figure.value == 1):
            continue
        if figure.value in own and _may_be_own(claim):
            continue
        if not figure.unit and figure.value in years:
            continue
        if figure.unit == "days" and claim.paid and any(not c.figure.unit for c in known.get(figure.said, ())):
            continue  # 12 months, where 12 x EUR 12 is known
        if figure.said == 1 and figure.unit in ("", *PLURAL) and not any(_is_plan(o) for o in owners):
            continue  # 1 more, each
        held = known.get(figure.value, [])
        if claim.role == "wrong" or not _stands(claim, held, typed):
            yield str(figure)
        elif not _in_period(claim, held):
            yield f"{figure} a {claim.period}"


def _is_plan(owner: str) -> bool:
    return ":" not in owner


def _may_be_own(claim: Claim) -> bool:
    """Return whether a number of the user's may stand here: behind `your`, or as no money and no plan's figure."""
    if claim.theirs or claim.against:
        return True
    return (claim.figure.unit not in MARKS or claim.figure.unit == "%") and not any(map(_is_plan, claim.owners))


def _stands(claim: Claim, known: Sequence[Claim], typed: Collection[tuple[str, str]]) -> bool:
    """Return whether passages say the number of one of its owners, or of nobody; terms of a sum in any unit."""
    if claim.role == "term":
        return bool(known)
    if claim.role == "result":
        return True
    for other in known:
        strict = any((owner, claim.figure.unit) in typed for owner in claim.owners)
        if _agrees(claim, other, strict=strict) and (
            claim.against or not claim.owners or not other.owners or claim.owners & other.owners
        ):
            return True
    return False


def _agrees(claim: Claim, other: Claim, *, strict: bool) -> bool:
    """Return whether the same number may be the other one by what they count; `strict`: a bare one will not do."""
    unit, known = claim.figure.unit, other.figure.unit
    if unit in MARKS or known in MARKS:
        return unit == known or (not unit and known in claim.units) or (not known and unit in other.units)
    return unit == known or not unit or (not known and not strict)


def _in_period(claim: Claim, known: Iterable[Claim]) -> bool:
    """Return whether the number stands for its period where passages give it one."""
    periods = {c.period for c in known if c.period and c.figure.unit in (claim.figure.unit, "")}
    return not claim.period or not periods or claim.period in periods
