"""Sums: the cheapest plan and add-ons for what is needed, each line with the entry that it comes from.

Every figure is read from the catalog (plans.yaml, compiled); nothing here knows a plan's name.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from math import ceil
from typing import Any, NamedTuple

from closum_help.types import Needs


class Plan(NamedTuple):
    """One plan: the entry's id, its price a month and its limits."""

    id: str
    key: str
    price: Decimal
    limits: Mapping[str, int]


class Addon(NamedTuple):
    """One add-on: what it raises, by how much, for how much a month."""

    id: str
    adds: str
    quantity: int
    price: Decimal


class Catalog(NamedTuple):
    """Plans from the cheapest up, add-ons by the limit that they raise, and the price of one SMS (a floor)."""

    plans: tuple[Plan, ...]
    addons: Mapping[str, Addon]
    sms: Decimal
    sms_id: str = ""

    def plan(self, key: str) -> Plan:
        """Return the plan of that key; KeyError where there is none."""
        return next(p for p in self.plans if p.key == key)


class Line(NamedTuple):
    """One line of a sum: `times` of an entry at `unit` each; `limit` is what it raises, `brings` by how much."""

    id: str
    times: int
    unit: Decimal
    total: Decimal
    limit: str = ""
    brings: int = 0


class Offer(NamedTuple):
    """A plan with what must be added to it, a month."""

    plan: Plan
    lines: tuple[Line, ...]
    total: Decimal
    holds: Mapping[str, int]


class Misfit(NamedTuple):
    """Why a plan does not do: a limit that no add-on raises."""

    plan: Plan
    limit: str
    has: int
    needs: int


class Quote(NamedTuple):
    """The answer to a sum: the offer asked for or the cheapest, the others by price, and the plans that do not fit.

    `best` is None where no plan fits; `own` is the offer on the plan given. `sms` is the floor of the texts' price;
    totals hold it.
    """

    needs: Needs
    best: Offer | None
    others: tuple[Offer, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    own: Offer | None = None
    compared: bool = False
    sms: Decimal = Decimal(0)
    months: int = 1

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the entries that were added up."""
        lines = self.best.lines if self.best else ()
        return tuple(dict.fromkeys(line.id for line in lines))


class Account(NamedTuple):
    """So many accounts of one make: the offer for each, and what they cost together a month."""

    times: int
    offer: Offer
    total: Decimal


def read_catalog(entries: Mapping[str, Mapping[str, Any]]) -> Catalog:
    """Return the catalog from the entries with figures: one that `adds` is an add-on, one with a `label` a plan."""
    plans: list[Plan] = []
    addons: dict[str, Addon] = {}
    sms, sms_id = Decimal(0), ""
    for id_, entry in entries.items():
        figures = dict(entry["figures"])
        price = Decimal(str(figures.pop("price")))
        if "adds" in entry:
            addons[entry["adds"]] = Addon(id_, entry["adds"], figures[entry["adds"]], price)
        elif "label" in entry:
            plans.append(Plan(id_, id_.partition("/")[2], price, figures))
        else:
            sms, sms_id = price, id_
    return Catalog(tuple(sorted(plans, key=lambda p: p.price)), addons, sms, sms_id)


def quote(
    needs: Needs, catalog: Catalog, *, plan: str = "", cheapest: bool = False, among: Sequence[str] = ()
) -> Quote:
    """Return the sum for the needs: on `plan` if one is given and holds them, else the cheapest combination.

    `cheapest` prices all plans although one is given (the given one's included limits still count for "N more");
    `among` leaves only some to choose from, and all of them are `compared`.
    """
    wanted = dict(needs.amounts)
    for limit, more in needs.extra.items():
        base = (
            catalog.plan(plan).limits.get(limit, 0)
            if plan
            else max(1, wanted.get(limit, 1))
            if limit == "people"
            else 0
        )
        wanted[limit] = max(wanted.get(limit, 0), base) + more if limit != "sms" else wanted.get(limit, 0) + more
    sms = catalog.sms * wanted.pop("sms", 0)
    asked = Needs(
        {k: v for k, v in wanted.items() if k in catalog.plans[0].limits}, needs.extra, needs.packs, needs.months
    )
    offers, misfits = [], []
    for candidate in (p for p in catalog.plans if not among or p.key in among):
        misfit = _misfit(candidate, asked.amounts, catalog.addons)
        if misfit:
            misfits.append(misfit)
        else:
            named = needs.packs if not plan or candidate.key == plan else {}
            offers.append(_offer(candidate, asked.amounts, named, catalog, sms, wanted))
    offers.sort(key=lambda o: (o.total, -o.plan.price))  # for the same money, the larger plan
    own = next((o for o in offers if o.plan.key == plan), None)
    best = own if own and not cheapest and not among else offers[0] if offers else None
    others = tuple(o for o in offers if o is not best)
    return Quote(asked, best, others, tuple(misfits), own, bool(among), sms, needs.months)


def accounts(counted: Sequence[tuple[str, int, Needs]], catalog: Catalog) -> tuple[Account, ...]:
    """Return the offer for each (plan, how many of it, what each of them needs)."""
    found = []
    for plan, times, needs in counted:
        offer = quote(needs, catalog, plan=plan).own or _offer(catalog.plan(plan), {}, {}, catalog, Decimal(0), {})
        found.append(Account(times, offer, offer.total * times))
    return tuple(found)


def texts(needs: Needs, catalog: Catalog) -> tuple[int, Decimal]:
    """Return (how many SMS, their price at least)."""
    count = needs.amounts.get("sms", 0) + needs.extra.get("sms", 0)
    return count, catalog.sms * count


def _misfit(plan: Plan, amounts: Mapping[str, int], addons: Collection[str]) -> Misfit | None:
    for limit, has in plan.limits.items():
        if limit not in addons and amounts.get(limit, 0) > has:
            return Misfit(plan, limit, has, amounts[limit])
    return None


def _offer(
    plan: Plan,
    amounts: Mapping[str, int],
    packs: Mapping[str, int],
    catalog: Catalog,
    sms: Decimal,
    wanted: Mapping[str, int],
) -> Offer:
    lines = [Line(plan.id, 1, plan.price, plan.price)]
    holds = dict(plan.limits)
    for limit, addon in catalog.addons.items():
        missing = amounts.get(limit, 0) - plan.limits[limit]
        count = max(ceil(missing / addon.quantity) if missing > 0 else 0, packs.get(limit, 0))
        if count:
            lines.append(Line(addon.id, count, addon.price, addon.price * count, limit, addon.quantity * count))
            holds[limit] += addon.quantity * count
    if sms:
        lines.append(Line(catalog.sms_id, int(sms / catalog.sms), catalog.sms, sms, "sms"))
    return Offer(plan, tuple(lines), sum((line.total for line in lines), Decimal(0)), holds)


def assumed(offer: Offer) -> list[str]:
    """Return what an offer takes for granted: `people` are sold on a plan that includes one; packs `stack`."""
    taken = []
    if any(line.limit == "people" for line in offer.lines) and offer.plan.limits["people"] == 1:
        taken.append("people")
    if any(line.times > 1 and line.limit and line.limit not in ("sms", "people") for line in offer.lines):
        taken.append("stack")
    return taken


def difference(catalog: Catalog, keys: Sequence[str]) -> tuple[Plan, Plan, Decimal] | None:
    """Return (cheaper, dearer, difference a month) of exactly two plans, else None."""
    plans = [p for p in catalog.plans if p.key in keys]
    return (plans[0], plans[1], plans[1].price - plans[0].price) if len(plans) == 2 else None


def send_hours(recipients: int, plan: Plan) -> int:
    """Return how many hours a plan needs to send to that many recipients, rounded up."""
    return ceil(recipients / plan.limits["hourly"])
