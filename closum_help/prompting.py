"""The messages that a model gets: standing orders and knowledge first, this turn behind them, the user's text apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from typing import Literal

from closum_help.brief import Brief
from closum_help.knowledge import Knowledge
from closum_help.paths import PROGRAM
from closum_help.prompts import render
from closum_help.retrieval import Retriever
from closum_help.settings import DEFAULT_BASE_URL, Settings
from closum_help.text import is_han

Mode = Literal["book", "slice"]

SLICE = 8_000  # characters of knowledge in a slice
NEIGHBOURS = 24  # entries by words alone that may fill a slice up
SMALL = ("gpt-3.5", "gpt-4-0", "gpt-4-32k")  # how models of the default host begin that cannot hold a book
HAN, OTHER, MESSAGE = 1.5, 0.25, 4  # tokens a Chinese character, any other character, and around a message


def mode_for(settings: Settings | None) -> Mode:
    """Return what was set; else the book where its 31,000 to 45,000 tokens are sure to fit, the slice elsewhere.

    The default host holds it, its oldest models apart, and caches it; how much others hold is not known.
    """
    settings = settings or Settings()
    if settings.prompt != "auto":
        return "book" if settings.prompt == "book" else "slice"
    small = settings.model == "gpt-4" or settings.model.startswith(SMALL)
    return "book" if settings.base_url in (None, DEFAULT_BASE_URL) and not small else "slice"


def messages(brief: Brief, knowledge: Knowledge, mode: Mode) -> list[dict[str, str]]:
    """Return the system and the user message of a turn, as role and content.

    `book` shows every entry of the language, always in the same order, so that a provider can cache all that stands
    before the turn; `slice` shows the turn's passages, what else it may be about, and their neighbours in words, at
    most SLICE characters.
    """
    orders = render(
        "system.md",
        brief.question.language,
        program=PROGRAM,
        tongue=knowledge.meta["languages"][brief.question.language]["name"],
        as_of=knowledge.as_of,
        knowledge="\n\n".join(
            _slice(brief, knowledge) if mode == "slice" else _entries(knowledge.entries, brief, knowledge)
        ),
    )
    return [
        {"role": "system", "content": f"{orders}\n\n{_turn(brief)}"},
        {"role": "user", "content": brief.question.said},
    ]


def grounds(brief: Brief, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the texts whose figures and links an answer may hold: its passages, and what we would say ourselves."""
    return (*_entries(_told(brief), brief, knowledge), brief.body(), brief.tail())


def token_estimate(messages: Iterable[Mapping[str, str]]) -> int:
    """Return about how many tokens the messages are, rather too many than too few: no tokenizer is asked."""
    return ceil(sum(MESSAGE + sum(HAN if is_han(c) else OTHER for c in m["content"]) for m in messages))


def _told(brief: Brief) -> list[str]:
    return [passage.id for passage in (*brief.passages, *brief.gotchas)]


def _entries(ids: Iterable[str], brief: Brief, knowledge: Knowledge) -> Iterator[str]:
    language = brief.question.language
    for id_ in ids:
        yield render("book", language, entry=knowledge.entry(id_, language), f=brief.format)


def _slice(brief: Brief, knowledge: Knowledge) -> Iterator[str]:
    near = [id_ for id_, _ in Retriever(knowledge).search(brief.question.text, NEIGHBOURS)]
    likely = [candidate.label for candidate in brief.decision.entries]
    left = SLICE
    for text in _entries(dict.fromkeys([*_told(brief), *likely, *near]), brief, knowledge):
        if len(text) <= left:
            left -= len(text) + 2  # the blank line between two
            yield text


def _turn(brief: Brief) -> str:
    question, name = brief.question, brief.format.plan
    return render(
        "question.md",
        question.language,
        passages=_told(brief),
        plan=name(question.plan) if question.plan else "",
        view=name(question.view) if question.view else "",
        chosen=question.chosen,
        above=brief.sums(),
        below=brief.tail(),
    )
