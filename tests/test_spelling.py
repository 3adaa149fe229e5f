"""Slips of the finger."""

import pytest

from closum_help.spelling import one_slip, repair, shelve

WORDS = ("growth", "automation", "landing", "month", "price", "prices", "emails", "email")
SHELVES = shelve({word: len(WORDS) - at for at, word in enumerate(WORDS)})


@pytest.mark.parametrize(
    ("word", "known", "slip"),
    [
        ("grwoth", "growth", True),
        ("gowth", "growth", True),
        ("groowth", "growth", True),
        ("grawth", "growth", True),
        ("growth", "growth", False),
        ("gorwht", "growth", False),
        ("ab", "ba", True),
    ],
)
def test_one_slip(word: str, known: str, slip: bool) -> None:
    assert one_slip(word, known) is slip


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("grwoth costs per mnth", "growth costs per month"),
        ("autmation and rgowth", "automation and growth"),
        ("the pric", "the price"),
        ("emaile", "emails"),  # email is one slip away too, but rarer
        ("10000 emials", "10000 emails"),
        ("growth", "growth"),
        ("api.closum.com/landin landin_x x@landin", "api.closum.com/landin landin_x x@landin"),
        ("邮件 价格", "邮件 价格"),
    ],
)
def test_repair(text: str, mended: str) -> None:
    assert repair(text, SHELVES) == mended
