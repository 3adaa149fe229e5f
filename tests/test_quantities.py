"""What a text says it needs."""

import pytest

from closum_help.knowledge import open_knowledge
from closum_help.text import tokens
from closum_help.types import Needs


def needs(text: str) -> Needs:
    knowledge = open_knowledge()
    return knowledge.reader(knowledge.identify(text) or "en").needs(text)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("two shops on growth and one on advanced", [("growth", 2, {}), ("advanced", 1, {})]),
        ("3 x growth", [("growth", 3, {})]),
        (
            "4 clients on growth, 2 on advanced with 20 landing pages",
            [("growth", 4, {}), ("advanced", 2, {"pages": 20})],
        ),
        ("两个growth加一个advanced", [("growth", 2, {}), ("advanced", 1, {})]),
        ("one on growth", []),
        ("growth or advanced for 3 people", []),
        ("5 automations on growth", []),
        ("growth for 12 euro and 3 advanced", []),
    ],
)
def test_accounts(text: str, counted: list[tuple[str, int, dict[str, int]]]) -> None:
    knowledge = open_knowledge()
    line = tokens(text)
    reader = knowledge.reader(knowledge.identify(text) or "en")
    found = reader.counted(line, list(knowledge.plan_names.find(line)))
    assert [(plan, times, dict(n.amounts)) for plan, times, n in found] == counted


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("8k mails a month and 3 automations", {"emails": 8000, "automations": 3}),
        ("9,500 e-mails, two landing pages, four logins", {"emails": 9500, "pages": 2, "people": 4}),
        ("around 2 500 emails monthly", {"emails": 2500}),
        ("twenty five workflows please", {"automations": 25}),
        ("a dozen landing pages for a dozen shops", {"pages": 12}),
        ("we fire 40,000 an hour at peak", {"hourly": 40_000}),
        ("7000 emails per hour", {"hourly": 7000}),
        ("keep reports for 4 months", {"days": 120}),
        ("half a year of statistics", {"days": 180}),
        ("三个人，一万封邮件，4个自动化", {"people": 3, "emails": 10_000, "automations": 4}),
        ("落地页总共要18个", {"pages": 18}),
        ("one landing page for each of our 12 dealers", {"pages": 12}),
        ("12 dealers, 3 people", {"people": 3}),
        ("uma página de destino por cada loja, são 7 lojas", {"pages": 7}),
        ("somos 4 e mandamos 9 mil e-mails", {"people": 4, "emails": 9000}),
        ("vinte e cinco automações", {"automations": 25}),
        ("dos mil quinientos correos y una landing page", {"emails": 2500, "pages": 1}),
        ("每小时发2万封", {"hourly": 20_000}),
        ("数据想保留90天", {"days": 90}),
        ("两千五百条短信", {"sms": 2500}),
        ("十二个流程", {"automations": 12}),
        ("一共有一些问题想一起问一下", {}),
        ("how do I write an email", {}),
        ("error 401 on the api", {}),
        ("in 2 days", {}),
    ],
)
def test_amounts(text: str, amounts: dict[str, int]) -> None:
    assert dict(needs(text).amounts) == amounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("and 2 more colleagues", Needs(extra={"people": 2})),
        ("four extra landing pages", Needs(extra={"pages": 4})),
        ("再加3个自动化", Needs(extra={"automations": 3})),
        ("plus two landing page packs", Needs(packs={"pages": 2})),
        ("with the automation add-on", Needs(packs={"automations": 1})),
        ("what is it over a full year", Needs(months=12)),
        ("付一整年", Needs(months=12)),
    ],
)
def test_what_comes_on_top(text: str, expected: Needs) -> None:
    found = needs(text)
    wanted = dict(expected.extra), dict(expected.packs), expected.months
    assert (dict(found.extra), dict(found.packs), found.months) == wanted
