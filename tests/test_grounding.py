"""What the guard lets through, and what it stops: figures, dates, links and endpoints, right and disguised."""

import time
from decimal import Decimal

import pytest

from closum_help.claims import Words, words_of
from closum_help.grounding import quantities, violations
from closum_help.knowledge import Knowledge, open_knowledge
from closum_help.prompts import render

ALLOWED = (
    "Growth costs EUR 12 a month: 10,000 e-mails a month, 5,000 an hour, 1 automation, 30 days of data.",
    "Advanced costs EUR 35 a month: 5 automations, 15 landing pages, 3 team members, 180 days of data.",
    "SMS starts at EUR 0.014 each. Half of the 20% discount ended in 2026-03. The add-on brings 5 more for EUR 5.",
    "1. Call `GET /audience-list` under `https://api.closum.com/api`.\n2. Then `POST /lead-audience-list`.",
    "Ask at closum.com or mailto:hello@closum.com; the code is at github.com/Closum/closum-api. GA4 is supported.",
)
ALLOWED_CHINESE = ("增长版每月12欧元，每月10000封邮件，数据保留30天，5个自动化流。",)
RIGHT = [
    "Growth costs €12.",
    "Growth costs 12 EUR, or 12 euros, or EUR12.",
    "Growth costs **EUR 12** a month.",
    "It is 12€/month.",
    "It is EUR 12 /month.",
    "You get 10.000 e-mails, or 10 000 e-mails, or 10k emails.",
    "You get ten thousand emails a month.",
    "You get 5,000 e-mails per hour.",
    "Reports go back 180 days, which is 6 months.",
    "A 30-day history; thirty days.",
    "There are five automations on Advanced, and 5 workflows with the add-on.",
    "3 people may log in.",
    "Each SMS is €0.014.",
    "The discount was 20 percent.",
    "That was in March 2026.",
    "1. Open Settings.\n2. Save.\n3. Send.\n10. Done.",
    "Step 1: open it.\nStep 2: save it.",
    "There are two ways, and one of them is quick; both of the three steps matter.",
    "Send your 40,000 subscribers one campaign, 40k in all.",
    "Your list of forty thousand contacts fits.",
    "GA4 and a B2B list are fine; 2nd, test it.",
    "See https://github.com/Closum/closum-api, or closum.com.",
    "See [the site](https://closum.com/).",
    "Write to hello@closum.com.",
    "Use GET /audience-list, the full address is https://api.closum.com/api/audience-list.",
    "Use `POST https://api.closum.com/api/lead-audience-list`.",
    "SPF/DKIM/DMARC and/or forms, e.g. pop-ups i.e. windows.",
    "The host is api.closum.com.",
]
WRONG = [
    ("Growth costs EUR 49.", "49 EUR"),
    ("Growth costs 12 dollars.", "12 USD"),
    ("Growth costs $12.", "12 USD"),
    ("Growth costs EUR 30.", "30 EUR"),
    ("Growth costs 12.50 EUR.", "12.5 EUR"),
    ("Growth costs EUR 40,000.", "40000 EUR"),
    ("Growth costs EUR １３.", "13 EUR"),
    ("Growth costs EUR 4**5**.", "45 EUR"),
    ("Growth costs EUR 4\u200b5.", "45 EUR"),
    ("Growth costs EUR &#52;5.", "45 EUR"),
    ("Growth costs EUR 4\\5.", "45 EUR"),
    ("Growth costs twelve dollars.", "12 USD"),
    ("Growth costs forty-nine euros.", "49 EUR"),
    ("Growth costs 7 a month.", "7"),
    ("You get 25.000 e-mails.", "25000 emails"),
    ("You get fifty thousand e-mails.", "50000 emails"),
    ("You get 30 automations.", "30 automations"),
    ("You get 15 e-mails.", "15 emails"),
    ("You get two automations.", "2 automations"),
    ("Data is kept for a fourteen day trial.", "14 days"),
    ("Data is kept for 2 years.", "730 days"),
    ("Opens rise by 35%.", "35 %"),
    ("Opens rise by 35 per cent.", "35 %"),
    ("Since April 2026.", "2026-04"),
    ("Since 2026-03-17.", "2026-03-17"),
    ("Since 17 March 2026.", "2026-03-17"),
    ("Support is there 24/7.", "24"),
    ("Call +351 253 204 870.", "351253204870"),
    ("See https://closum.com.evil.io/.", "closum.com.evil.io"),
    ("See https://closum.com@evil.io/.", "closum.com@evil.io"),
    ("See http://closum.com.", "http://closum.com"),
    ("See closum.com/secret.", "closum.com/secret"),
    ("See [closum.com](https://evil.io).", "evil.io"),
    ("See ![x](javascript:alert).", "javascript:alert"),
    ("See \u0441losum.com.", "\u0441losum.com"),
    ("Write to help@closum.com.", "help@closum.com"),
    ("Use GET /contacts.", "/contacts"),
    ("Use DELETE /audience-list.", "DELETE /audience-list"),
    ("Use https://api.closum.com/v2/audience-list.", "api.closum.com/v2/audience-list"),
]
CHINESE = [
    ("增长版每月12欧元，1万封邮件，保留三十天。", ()),
    ("第二步：打开设置。两种方式都可以，第三方也行。", ()),
    ("有五个自动化流，请访问closum.com，然后保存。", ()),
    ("增长版每月49欧元。", ("49 EUR",)),
    ("增长版有两万封邮件。", ("20000 emails",)),
    ("增长版有二十五个自动化流。", ("25 automations",)),
    ("请访问evil.io。", ("evil.io",)),
    ("2026年4月起生效。", ("2026-04",)),
]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return open_knowledge()


@pytest.fixture(scope="module")
def english(knowledge: Knowledge) -> Words:
    return words_of(knowledge, "en")


def stopped(text: str, words: Words, allowed: tuple[str, ...] = ALLOWED) -> tuple[str, ...]:
    own = quantities("we mail 40k subscribers", words)
    return tuple(v.removeprefix("not in the passages: ") for v in violations(text, allowed, own, words))


@pytest.mark.parametrize("text", RIGHT)
def test_what_the_passages_hold_passes_in_any_spelling(text: str, english: Words) -> None:
    assert stopped(text, english) == ()


@pytest.mark.parametrize(("text", "what"), WRONG)
def test_what_they_do_not_hold_is_stopped_in_any_disguise(text: str, what: str, english: Words) -> None:
    assert what in stopped(text, english)


@pytest.mark.parametrize(("text", "what"), CHINESE)
def test_chinese(text: str, what: tuple[str, ...], knowledge: Knowledge) -> None:
    assert stopped(text, words_of(knowledge, "zh"), (*ALLOWED, *ALLOWED_CHINESE)) == what


def test_every_violation_is_named_once(english: Words) -> None:
    assert violations("EUR 1, EUR 1 and https://a.io", (), (), english) == (
        "not in the passages: a.io",
        "not in the passages: 1 EUR",
    )


def test_the_users_numbers_are_read_whatever_they_count(english: Words) -> None:
    assert quantities("10k contacts, 3 of us, EUR 20, half a year", english) == {Decimal(n) for n in (10_000, 3, 20)}


def test_every_entry_keeps_to_itself(knowledge: Knowledge) -> None:
    class Plans:
        plan = staticmethod(str)

    for language in knowledge.languages:
        words = words_of(knowledge, language)
        for id_ in knowledge.entries:
            text = render("book", language, entry=knowledge.entry(id_, language), f=Plans)
            assert violations(text, (text,), (), words) == (), f"{id_} in {language}"


@pytest.mark.parametrize("piece", ["1,", "a.", "a@", "http://", "/a", "jan 1 ", "2026-", "- ", "one ", "第一"])
def test_time_grows_with_the_text_and_no_faster(piece: str, english: Words) -> None:
    def seconds(text: str) -> float:
        began = time.process_time()
        violations(text, ALLOWED, (), english)
        return time.process_time() - began

    assert seconds(piece * 32_000) < 8 * seconds(piece * 8_000) + 0.2
