"""Which language a text is in, by script, and the way a language writes numbers and sums."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from closum_help.hints import Hints, language_features
from closum_help.text import is_han

Spec = Mapping[str, Any]

FEW = 2  # words that tell no language for certain
SWITCH = 0.9  # probability from which a conversation changes its language
DOUBT = 0.25  # probability from which one or two words are taken for the first of our languages
FOREIGN = 0.6  # probability from which a text is in none of our languages

_PASTED = re.compile(r"`[^`]*`|\"[^\"]*\"|“[^”]*”|https?://\S+|\S+@\S+|\S*[/_{}<>=]\S*")


def identify(text: str, specs: Mapping[str, Spec], hints: Hints, before: str = "") -> str:
    """Return the language of the text, one of `specs`, or "" where it is in none of them.

    `before` is the conversation's: it stays where the text shows none (figures, a bare letter), and one word or a
    pasted message in another language does not change it.
    """
    han = sum(is_han(c) for c in text)
    letters = sum(c.isalpha() for c in text)
    latin = sum(c.isalpha() and "LATIN" in unicodedata.name(c, "") for c in text if not c.isascii()) + sum(
        c.isascii() and c.isalpha() for c in text
    )
    by_script = {spec["script"]: code for code, spec in reversed(list(specs.items()))}
    kana = any("\u3040" <= c <= "\u30ff" for c in text)
    if han and not kana and "han" in by_script and (han >= 2 or han * 3 >= latin):
        return str(by_script["han"])
    if letters > 2 and latin * 2 < letters:
        return ""  # Cyrillic, Arabic, kana ...
    own = _PASTED.sub(" ", text)
    size = len(own.split())
    if before and (letters < 3 or size < 2):
        return before
    found = hints.probabilities(language_features(own if size > 1 else text))
    best = max(found, key=found.__getitem__)
    if before and best != before and (size <= FEW or found[best] < SWITCH):
        return before
    if best not in specs and (found[best] < FOREIGN or size <= FEW):
        best = max(specs, key=lambda code: found.get(code, 0.0))
    first = next(iter(specs))
    if not before and size <= FEW and found.get(best, 0.0) < SWITCH and found.get(first, 0.0) > DOUBT:
        return first
    return best if best in specs else ""


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
