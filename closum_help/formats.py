"""How one language writes figures, sums of money and plan names; handed to the templates as `f`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from closum_help import pricing
from closum_help.knowledge import Knowledge
from closum_help.language import money, number


class Format:
    """How one language writes figures, sums and plan names; handed to the templates as `f`."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        self._knowledge = knowledge
        self._spec = knowledge.meta["languages"][language]

    def money(self, value: Decimal) -> str:
        """Return a sum in euro."""
        return money(float(value), self._spec)

    def number(self, value: int) -> str:
        """Return a number."""
        return number(value, self._spec)

    def plan(self, key: str) -> str:
        """Return a plan's name as people say it."""
        return str(self._knowledge.entries[self._knowledge.catalog.plan(key).id]["label"])

    def join(self, parts: Sequence[str]) -> str:
        """Return `a, b and c`."""
        comma, last = self._spec["join"]
        return last.join([comma.join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)

    def gains(self, offer: pricing.Offer, over: pricing.Offer, unit: Callable[..., str]) -> str:
        """Return what an offer holds more of than another, in words; "" for nothing."""
        return self.join([unit(k, n, self) for k, n in offer.holds.items() if n > over.holds[k]])
