"""Which language a text is in, by script, and the way a language writes numbers and sums."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from closum_help.text import is_han

Spec = Mapping[str, Any]


def identify(text: str, specs: Mapping[str, Spec], before: str = "") -> str:
    """Return the language of the text, one of `specs`; `before` where the text shows none (figures, a bare letter)."""
    han = sum(is_han(c) for c in text)
    latin = sum(c.isascii() and c.isalpha() for c in text)
    by_script = {spec["script"]: code for code, spec in reversed(list(specs.items()))}
    if han and "han" in by_script and (han >= 2 or han * 3 >= latin):
        return str(by_script["han"])
    if before and (latin < 3 or len(text.split()) < 2):
        return before
    return str(by_script["latin"])


def number(value: float, spec: Spec) -> str:
    """Return the number as the language writes it: 10,000 or 10000; decimals as they are."""
    whole, _, fraction = format(Decimal(str(value)).normalize(), "f").partition(".")
    grouped = f"{int(whole):,}".replace(",", spec["thousands"])
    return grouped + (spec["decimal"] + fraction if fraction else "")


def money(value: float, spec: Spec) -> str:
    """Return a sum in euro as the language writes it: EUR 12, EUR 12.50, 12欧元."""
    amount = Decimal(str(value))
    if amount != amount.to_integral_value() and -amount.as_tuple().exponent < 2:  # type: ignore[operator]
        amount = amount.quantize(Decimal("0.01"))
        whole, _, fraction = format(amount, "f").partition(".")
        return str(spec["money"]).format(number(int(whole), spec) + spec["decimal"] + fraction)
    return str(spec["money"]).format(number(value, spec))
