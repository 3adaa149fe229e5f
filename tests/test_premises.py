"""What a question has wrong about a plan."""

import pytest

from closum_help.knowledge import open_knowledge
from closum_help.premises import wrong
from closum_help.text import fold


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("since Growth comes with 5 automations, how do I build the second?", [("growth", "automations", 5, 1)]),
        ("with the 90 days of history in Zero", [("zero", "days", 90, 30)]),
        ("Growth is 20 euro a month, right?", [("growth", "price", 20, 12)]),
        ("the 12 landing pages on Advanced", [("advanced", "pages", 12, 15)]),
        ("Growth自带4个落地页对吧", [("growth", "pages", 4, 0)]),
        ("Advanced includes 5 automations", []),
        ("Growth is 12 euro", []),
        ("we're on Growth and need 5 automations", []),
        ("what would Advanced cost with 20 automations", []),
        ("I have 5 automations. Growth is nice", []),
        ("no plan, 5 automations", []),
    ],
)
def test_false_figures(text: str, found: list[tuple[str, str, int, int]]) -> None:
    knowledge = open_knowledge()
    reader = knowledge.reader(knowledge.identify(text) or "en")
    premises = wrong(fold(text), knowledge.catalog, knowledge.plan_names, reader)
    assert [(p.plan.key, p.limit, int(p.said), int(p.true)) for p in premises] == found
