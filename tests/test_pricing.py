"""Sums whose right answer is known from the price list."""

from decimal import Decimal

import pytest

from closum_help.knowledge import open_knowledge
from closum_help.pricing import Catalog, assumed, difference, quote, send_hours, texts
from closum_help.types import Needs


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return open_knowledge().catalog


def needs(**amounts: int) -> Needs:
    return Needs(amounts)


@pytest.mark.parametrize(
    ("wanted", "plan", "best", "total"),
    [
        (needs(emails=2500), "", "zero", "0"),
        (needs(emails=2501), "", "growth", "12"),
        (needs(emails=8000, automations=3), "", "growth", "17"),
        (needs(automations=10), "zero", "zero", "10"),
        (needs(automations=16), "advanced", "advanced", "50"),
        (needs(pages=19), "advanced", "advanced", "50"),
        (needs(emails=10_000, pages=4, automations=1, people=1), "", "growth", "27"),
        (needs(days=31), "", "advanced", "35"),
        (needs(hourly=5001), "", "advanced", "35"),
        (needs(people=3, pages=12, automations=5, emails=10_000), "", "advanced", "35"),
        (needs(people=2), "growth", "growth", "21"),
        (needs(people=4), "advanced", "advanced", "44"),
        (needs(pages=1), "zero", "zero", "15"),
        (needs(pages=8), "growth", "growth", "42"),
        (needs(pages=8), "", "zero", "30"),
        (needs(sms=3000), "advanced", "advanced", "77"),
        (needs(emails=10_000, sms=1500), "", "growth", "33"),
    ],
)
def test_the_cheapest_valid_combination(catalog: Catalog, wanted: Needs, plan: str, best: str, total: str) -> None:
    result = quote(wanted, catalog, plan=plan)
    assert result.best is not None
    assert (result.best.plan.key, result.best.total) == (best, Decimal(total))
    assert result.best.total == sum(line.unit * line.times for line in result.best.lines)


def test_more_counts_on_top_of_what_the_plan_holds(catalog: Catalog) -> None:
    result = quote(Needs(extra={"people": 1, "pages": 4}), catalog, plan="advanced")
    assert result.best is not None and result.best.total == Decimal(59)


def test_packs_named_are_bought_even_where_nothing_asks_for_them(catalog: Catalog) -> None:
    result = quote(Needs(packs={"pages": 1, "automations": 1}), catalog, plan="growth")
    assert result.best is not None and result.best.total == Decimal(32)


def test_a_plan_that_cannot_hold_the_needs_is_named_with_its_limit(catalog: Catalog) -> None:
    result = quote(needs(emails=8000), catalog, plan="zero")
    assert [(m.plan.key, m.limit, m.has, m.needs) for m in result.misfits] == [("zero", "emails", 2500, 8000)]
    assert result.best is not None and result.best.plan.key == "growth"


def test_nothing_is_invented_beyond_the_largest_plan(catalog: Catalog) -> None:
    result = quote(needs(emails=50_000), catalog)
    assert result.best is None and len(result.misfits) == len(catalog.plans)


def test_for_the_same_money_the_larger_plan_comes_first(catalog: Catalog) -> None:
    result = quote(needs(emails=10_000, people=3, automations=4), catalog)
    assert result.best is not None and (result.best.plan.key, result.best.total) == ("advanced", Decimal(35))


@pytest.mark.parametrize(
    ("wanted", "plan", "taken"),
    [
        (needs(people=2), "growth", ("people",)),
        (needs(people=4), "advanced", ()),
        (needs(pages=8), "growth", ("stack",)),
        (needs(pages=4), "growth", ()),
    ],
)
def test_what_the_documents_do_not_say_is_assumed_aloud(
    catalog: Catalog, wanted: Needs, plan: str, taken: tuple[str, ...]
) -> None:
    best = quote(wanted, catalog, plan=plan).best
    assert best is not None and tuple(assumed(best)) == taken


def test_texts_alone_have_a_floor_price(catalog: Catalog) -> None:
    assert texts(needs(sms=5000), catalog) == (5000, Decimal("70.000"))


def test_the_difference_of_two_plans(catalog: Catalog) -> None:
    found = difference(catalog, ("advanced", "growth"))
    assert found is not None and found[2] == Decimal(23)
    assert difference(catalog, ("growth",)) is None


@pytest.mark.parametrize(("recipients", "plan", "hours"), [(10_000, "growth", 2), (2500, "zero", 3), (1, "zero", 1)])
def test_hours_to_send(catalog: Catalog, recipients: int, plan: str, hours: int) -> None:
    assert send_hours(recipients, catalog.plan(plan)) == hours
