"""What a question takes for granted about a plan, and has wrong: a limit or a price that plans.yaml does not hold."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from closum_help.phrases import Phrases
from closum_help.pricing import Catalog, Plan
from closum_help.quantities import STOPS, Reader
from closum_help.text import fold, tokens

REACH = 9  # tokens between a plan's name and the figure said of it
PRICE = "price"


class Premise(NamedTuple):
    """A figure said of a plan that is not so: the limit (or `price`), what was said, what is true."""

    plan: Plan
    limit: str
    said: Decimal
    true: Decimal


def wrong(text: str, catalog: Catalog, plans: Phrases, reader: Reader) -> tuple[Premise, ...]:
    """Return the false figures that a text says of plans, one a plan and limit; wishes ("we need ...") are none."""
    line = tokens(fold(text))
    found: dict[tuple[str, str], Premise] = {}
    for at, key, size in plans.find(line):
        plan = catalog.plan(key)
        for start, end, value, limit in reader.stated(line):
            true = plan.price if limit == PRICE else Decimal(plan.limits.get(limit, -1))
            if true < 0 or true == value or not _said_of(line, (at, at + size), (start, end), reader):
                continue
            found[key, limit] = Premise(plan, limit, Decimal(value), true)
    return tuple(found.values())


def _said_of(line: list[str], plan: tuple[int, int], figure: tuple[int, int], reader: Reader) -> bool:
    """Return whether a claim joins the plan's name and the figure, in one sentence, and no wish stands around it."""
    (first, last), ahead = sorted((plan, figure)), plan < figure
    between = line[first[1] : last[0]]
    if last[0] - first[1] > REACH or STOPS & set(between):
        return False
    begin = max((i + 1 for i in range(first[0]) if line[i] in STOPS), default=0)
    if next(reader.phrases("wish").find(line[begin : last[1]]), None):
        return False
    kind = "has" if ahead else "within"
    return next(reader.phrases(kind).find(between), None) is not None
