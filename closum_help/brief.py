"""What an answer is made of, gathered before anyone words it: entries, sums, what bites, what was assumed, sources."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from closum_help import pricing
from closum_help.formats import Format
from closum_help.knowledge import Knowledge
from closum_help.premises import Premise, wrong
from closum_help.prompts import render, wording
from closum_help.types import Ask, Decision, Option, Passage, Question, Source

SUM, PRICE, TIME = "sum", "price", "time"  # what an entry computes: always, when a price is asked, a sending time
SMS, CONTACTS, PRICING = "sms", "contacts", "pricing"
SEND = ("emails", CONTACTS, "people")  # what a sending time is counted over


class Brief(NamedTuple):
    """All that an answer may say, for one reader."""

    question: Question
    decision: Decision
    passages: tuple[Passage, ...]
    format: Format
    premises: tuple[Premise, ...] = ()
    quote: pricing.Quote | None = None
    texts: tuple[int, Decimal] | None = None
    duration: tuple[int, tuple[tuple[pricing.Plan, int], ...]] | None = None
    difference: tuple[pricing.Plan, pricing.Plan, Decimal] | None = None
    gotchas: tuple[Passage, ...] = ()
    assumptions: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    asks: tuple[Ask, ...] = ()
    suggestions: tuple[str, ...] = ()
    related_skills: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[dict[str, Any], ...]:
        """Return the entries to render: none that a computed sum stands for."""
        computed = {SUM: self.quote, TIME: self.duration}
        return tuple(p.data for p in self.passages if not computed.get(p.data.get("computes", "")))

    @property
    def blocks(self) -> bool:
        """Return whether the gotchas stand in the way of steps on the reader's own plan: then they come first."""
        return bool(self.question.plan) and any("steps" in p.data for p in self.passages)

    def body(self) -> str:
        """Return what the knowledge says to the question."""
        return render(
            "body",
            self.question.language,
            f=self.format,
            entries=() if self.quote and self._priced_only() else self.shown,
            view=self.question.view,
            labelled=len(self.decision.topics) > 1,
            blocking=[g.data["short"] for g in self.gotchas] if self.blocks else [],
            **self._computed(),
        )

    def _priced_only(self) -> bool:
        """Return whether the sum alone answers: the question was about prices and limits, and so are the entries."""
        return self.decision.goal == PRICING and len(self.decision.topics) == 1

    def sums(self) -> str:
        """Return the computed lines alone: they are ours, whoever words the rest."""
        return render(
            "body",
            self.question.language,
            f=self.format,
            entries=(),
            view="",
            labelled=False,
            blocking=[],
            **self._computed(),
        )

    def _computed(self) -> dict[str, Any]:
        return {
            "premises": self.premises,
            "quote": self.quote,
            "texts": self.texts,
            "duration": self.duration,
            "difference": self.difference,
        }

    def tail(self) -> str:
        """Return what follows every answer."""
        by_source: dict[tuple[str, str], list[str]] = {}
        for passage_source in self.sources:
            by_source.setdefault((passage_source.title, passage_source.checked), []).append(passage_source.id)
        titles = {p.id: p.title for p in (*self.passages, *self.gotchas)}
        rows = [
            {"title": title, "date": date, "titles": [titles[i] for i in ids if i in titles][:2]}
            for (title, date), ids in by_source.items()
        ]
        return render(
            "tail",
            self.question.language,
            gotchas=[] if self.blocks else [g.data["short"] for g in self.gotchas],
            assumptions=list(self.assumptions),
            caveats=list(self.caveats),
            also=list(self.decision.also)[:1],
            related=[s for s in self.related_skills if s not in self.decision.also][:1],
            sources=rows,
            asks=self.asks,
        )


def gather(question: Question, decision: Decision, passages: tuple[Passage, ...], knowledge: Knowledge) -> Brief:
    """Return the brief of an answer; sums are computed here, from the needs and the plans alone."""
    form = Format(knowledge, question.language)
    quote = _quote(question, decision, passages, knowledge)
    if not quote:
        passages = _without_sum(question, passages, knowledge)
    duration = _duration(question, passages, knowledge)
    difference = _difference(question, decision, passages, knowledge)
    gotchas = _gotchas(question, passages, knowledge, bool(quote))
    told = (*passages, *gotchas)
    computed = quote.ids if quote else ()
    ids = tuple(dict.fromkeys([*computed, *(p.id for p in told)]))
    priced = bool(quote or difference) or any(knowledge.entries[p.id].get("priced") for p in told)
    say = wording(question.language)
    return Brief(
        question,
        decision,
        (
            *(_passage(i, question.language, knowledge) for i in computed if i not in {p.id for p in passages}),
            *passages,
        ),
        form,
        _premises(question, quote, knowledge),
        quote,
        _texts(question, decision, knowledge) if not quote else None,
        duration,
        difference,
        gotchas,
        tuple(say("assumed", a) for a in (quote.assumed if quote else ())),
        (say("prices", knowledge.as_of),) if priced else (),
        tuple(knowledge.source(i, question.language) for i in ids),
        _asks(question, passages, quote, knowledge),
        _suggestions(question, passages, knowledge),
        tuple(dict.fromkeys([*decision.also, *(s for p in passages for s in p.data.get("skills", ()))])),
    )


def _premises(question: Question, quote: pricing.Quote | None, knowledge: Knowledge) -> tuple[Premise, ...]:
    """Return the false figures of the question; beside a sum, how many of what an add-on brings is a wish, no claim."""
    found = wrong(question.text, knowledge.catalog, knowledge.plan_names, knowledge.reader)
    return tuple(p for p in found if not (quote and p.limit in knowledge.catalog.addons))


def _passage(id_: str, language: str, knowledge: Knowledge) -> Passage:
    data = knowledge.entry(id_, language)
    return Passage(id_, data["title"], data["area"], data, (id_,))


def _quote(
    question: Question, decision: Decision, passages: Sequence[Passage], knowledge: Knowledge
) -> pricing.Quote | None:
    """Return the sum that the question asks for: by its topic, or where a price is asked and quantities are given."""
    needs, plan = question.needs, question.view
    computes = {p.data.get("computes") for p in passages}
    priced = decision.goal == PRICING
    settled = any("corrects" in p.data for p in passages[:1])  # a false belief is put right, not priced
    asked = bool(plan) and (knowledge.reader.says("pay", question.text) or (needs.months > 1 and not settled))
    wanted = PRICE in computes or "hourly" in needs.amounts or asked
    if TIME in computes or not (SUM in computes or question.sums or (priced and wanted)):
        return None
    countable = {
        k for k in (*needs.amounts, *needs.extra, *needs.packs) if k not in (CONTACTS, *(() if plan else (SMS,)))
    }
    if not plan and set(needs.packs.values()) == {1} and countable == set(needs.packs):
        return None  # the add-on itself was asked about
    if not countable and not (plan and needs.months > 1):
        return None
    named = question.named if len(question.named) > 1 else ()
    cheapest = knowledge.reader.says("cheapest", question.text)
    return pricing.quote(needs, knowledge.catalog, plan=plan, cheapest=cheapest, among=named)


def _without_sum(question: Question, passages: tuple[Passage, ...], knowledge: Knowledge) -> tuple[Passage, ...]:
    """Return the passages where a sum was asked for without quantities: the plan spoken of, or all plans, instead."""
    if not any(p.data.get("computes") == SUM for p in passages):
        return passages
    others = tuple(p for p in passages if p.data.get("computes") != SUM)
    if question.view:
        return (_passage(knowledge.catalog.plan(question.view).id, question.language, knowledge), *others)
    comparing = next(id_ for id_, entry in knowledge.entries.items() if entry.get("compares"))
    return (*others, _passage(comparing, question.language, knowledge), *passages[:1])[:2]


def _texts(question: Question, decision: Decision, knowledge: Knowledge) -> tuple[int, Decimal] | None:
    """Return (how many SMS, their price at least) where that is all that was asked."""
    texts = pricing.texts(question.needs, knowledge.catalog)
    asked = decision.goal == PRICING or knowledge.reader.says("pay", question.text)
    return texts if texts[0] > 1 and asked else None


def _duration(
    question: Question, passages: Sequence[Passage], knowledge: Knowledge
) -> tuple[int, tuple[tuple[pricing.Plan, int], ...]] | None:
    recipients = next((question.needs.amounts[k] for k in SEND if k in question.needs.amounts), 0)
    if not recipients or not any(p.data.get("computes") == TIME for p in passages):
        return None
    plans = [p for p in knowledge.catalog.plans if p.key == question.view] or knowledge.catalog.plans
    return recipients, tuple((p, pricing.send_hours(recipients, p)) for p in plans)


def _difference(
    question: Question, decision: Decision, passages: Sequence[Passage], knowledge: Knowledge
) -> tuple[pricing.Plan, pricing.Plan, Decimal] | None:
    about_plans = any("emails" in p.data.get("figures", {}) or p.data.get("compares") for p in passages)
    named = question.named
    if len(named) == 1 and knowledge.reader.says("difference", question.text):
        named = (*named, question.plan)
    return pricing.difference(knowledge.catalog, named) if decision.goal == PRICING and about_plans else None


def _gotchas(
    question: Question, passages: Sequence[Passage], knowledge: Knowledge, summed: bool
) -> tuple[Passage, ...]:
    """Return the gotcha that bites this reader, the first of each topic's first entry; none where a sum says it all."""
    if summed:
        return ()
    told = {p.id for p in passages}
    found: dict[str, None] = {}
    for passage in passages[:2]:
        for id_ in passage.data.get("gotchas", ()):
            bites = knowledge.entries[id_]["bites"]
            if id_ not in told and (question.plan in bites or not question.plan):
                found[id_] = None
    limit = 2 if any("steps" in p.data for p in passages) else 1
    return tuple(_passage(id_, question.language, knowledge) for id_ in list(found)[:limit])


def _asks(
    question: Question, passages: Sequence[Passage], quote: pricing.Quote | None, knowledge: Knowledge
) -> tuple[Ask, ...]:
    """Return the one question whose answer would change this reply: the plan, where it matters and is not known."""
    if question.view or quote or not any("by_plan" in p.data for p in passages):
        return ()
    return (ask_plan(question.language, knowledge),)


def ask_plan(language: str, knowledge: Knowledge) -> Ask:
    """Return the short form of the plan question."""
    form, say = Format(knowledge, language), wording(language)
    options = [Option(p, form.plan(p)) for p in knowledge.plans]
    options.append(Option("unknown", say("not_sure")))
    return Ask("plan", say("ask_plan", [o.label for o in options]), tuple(options))


def _suggestions(question: Question, passages: Sequence[Passage], knowledge: Knowledge) -> tuple[str, ...]:
    told = {p.id for p in passages}
    ids = dict.fromkeys(s for p in passages for s in p.data.get("see", ()) if s not in told)
    return tuple(knowledge.texts(question.language)["entries"][i]["title"] for i in list(ids)[:3])
