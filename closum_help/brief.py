"""What an answer is made of, gathered before anyone words it: entries, sums, what bites, what was assumed, sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from closum_help import pricing
from closum_help.formats import Format
from closum_help.knowledge import Knowledge
from closum_help.premises import Premise, wrong
from closum_help.prompts import render, wording
from closum_help.text import tokens
from closum_help.types import NOTHING, Ask, Decision, Option, Passage, Question, Source

SUM, PRICE, TIME = "sum", "price", "time"  # what an entry computes: always, when a price is asked, a sending time
SMS, CONTACTS, PRICING = "sms", "contacts", "pricing"
DISPUTES = ("supersedes", "conflicts_with")
SEND = ("emails", CONTACTS, "people")  # what a sending time is counted over


class Dispute(NamedTuple):
    """What two sources say of one thing, the older first, and which of them to trust."""

    claims: tuple[tuple[Source, str], ...]
    because: str


class Brief(NamedTuple):
    """All that an answer may say, for one reader."""

    question: Question
    decision: Decision
    passages: tuple[Passage, ...]
    format: Format
    premises: tuple[Premise, ...] = ()
    quote: pricing.Quote | None = None
    accounts: tuple[pricing.Account, ...] = ()
    texts: tuple[int, Decimal] | None = None
    budget: tuple[int, int] | None = None
    duration: tuple[int, tuple[tuple[pricing.Plan, int], ...]] | None = None
    difference: tuple[pricing.Plan, pricing.Plan, Decimal, int] | None = None
    titles: Mapping[str, str] = NOTHING
    disputes: tuple[Dispute, ...] = ()
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
        computed = {SUM: self.quote or self.accounts, TIME: self.duration}
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
            entries=() if (self.quote or self.accounts) and self._priced_only() else self.shown,
            disputes=self.disputes,
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
            disputes=(),
            view="",
            labelled=False,
            blocking=[],
            **self._computed(),
        )

    def _computed(self) -> dict[str, Any]:
        return {
            "premises": self.premises,
            "quote": self.quote,
            "accounts": self.accounts,
            "texts": self.texts,
            "budget": self.budget,
            "duration": self.duration,
            "difference": self.difference,
        }

    def tail(self) -> str:
        """Return what follows every answer."""
        by_source: dict[tuple[str, str], list[str]] = {}
        for passage_source in self.sources:
            by_source.setdefault((passage_source.title, passage_source.checked), []).append(passage_source.id)
        rows = [
            {"title": title, "date": date, "titles": [self.titles[i] for i in ids][:2]}
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


def gather(
    question: Question, decision: Decision, passages: tuple[Passage, ...], knowledge: Knowledge, today: str
) -> Brief:
    """Return the brief of an answer; sums are computed here, from the needs and the plans alone."""
    form = Format(knowledge, question.language)
    question = _without_claims(question, knowledge)
    accounts = _accounts(question, decision, knowledge)
    quote = _quote(question, decision, passages, knowledge) if not accounts else None
    if not quote and not accounts:
        passages = _without_sum(question, passages, knowledge)
    duration = _duration(question, passages, knowledge)
    difference = _difference(question, decision, passages, knowledge)
    gotchas = _gotchas(question, passages, knowledge, bool(quote or accounts))
    told = (*passages, *gotchas)
    computed = quote.ids if quote else tuple(dict.fromkeys(line.id for a in accounts for line in a.offer.lines))
    disputes = _disputes(passages, question.language, knowledge)
    disputing = (source.id for dispute in disputes for source, _ in dispute.claims)
    ids = tuple(dict.fromkeys([*computed, *(p.id for p in told), *disputing]))
    priced = bool(quote or accounts or difference) or any(knowledge.entries[p.id].get("priced") for p in told)
    offers = [quote.best] if quote and quote.best else [a.offer for a in accounts]
    assumed = dict.fromkeys(a for offer in offers for a in pricing.assumed(offer))
    say = wording(question.language)
    return Brief(
        question,
        decision,
        (
            *(_passage(i, question.language, knowledge) for i in computed if i not in {p.id for p in passages}),
            *passages,
        ),
        form,
        _premises(question, bool(quote or accounts), knowledge),
        quote,
        accounts,
        _texts(question, decision, knowledge) if not quote else None,
        _budget(question, knowledge) if not quote else None,
        duration,
        difference,
        {id_: knowledge.texts(question.language)["entries"][id_]["title"] for id_ in ids},
        disputes,
        gotchas,
        tuple(say("assumed", a) for a in assumed),
        (*([say("prices", knowledge.as_of)] if priced else ()), *_stale(ids, question.language, knowledge, today)),
        tuple(knowledge.source(i, question.language) for i in ids),
        _asks(question, passages, bool(quote or accounts), knowledge),
        _suggestions(question, passages, knowledge),
        tuple(dict.fromkeys([*decision.also, *(s for p in passages for s in p.data.get("skills", ()))])),
    )


def _without_claims(question: Question, knowledge: Knowledge) -> Question:
    """Return the question without the quantities that it says of a plan and has wrong: they are no needs."""
    if not question.needs.amounts:
        return question
    found = wrong(question.text, knowledge.catalog, knowledge.plan_names, knowledge.reader(question.spoken))
    said = {p.limit for p in found if p.limit not in knowledge.catalog.addons}
    kept = {k: n for k, n in question.needs.amounts.items() if k not in said}
    return question._replace(needs=question.needs._replace(amounts=kept))


def _premises(question: Question, summed: bool, knowledge: Knowledge) -> tuple[Premise, ...]:
    """Return the false figures of the question; beside a sum, how many of what an add-on brings is a wish, no claim."""
    found = wrong(question.text, knowledge.catalog, knowledge.plan_names, knowledge.reader(question.spoken))
    return tuple(p for p in found if not (summed and p.limit in knowledge.catalog.addons))


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
    if settled and not knowledge.reader(question.spoken).says("pay", question.text):
        return None
    asked = bool(plan) and (
        knowledge.reader(question.spoken).says("pay", question.text) or (needs.months > 1 and not settled)
    )
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
    cheapest = knowledge.reader(question.spoken).says("cheapest", question.text)
    return pricing.quote(needs, knowledge.catalog, plan=plan, cheapest=cheapest, among=named)


def _accounts(question: Question, decision: Decision, knowledge: Knowledge) -> tuple[pricing.Account, ...]:
    """Return the sum over several accounts, where a price is asked and every plan named has its count."""
    if decision.goal != PRICING:
        return ()
    line = tokens(question.text)
    mentions = list(knowledge.plan_names.find(line))
    return pricing.accounts(knowledge.reader(question.spoken).counted(line, mentions), knowledge.catalog)


def _disputes(passages: Sequence[Passage], language: str, knowledge: Knowledge) -> tuple[Dispute, ...]:
    """Return what sources say against each other about the first entry of the answer."""
    found = []
    for passage in passages[:1]:
        pairs = [(id_, passage.id) for id_ in passage.data.get("superseded", ())]
        pairs += [(passage.id, id_) for key in DISPUTES for id_ in passage.data.get(key, ())]
        pairs.sort(key=lambda pair: knowledge.source(pair[0], language).checked, reverse=True)
        for newer, older in pairs[:1]:
            texts = knowledge.texts(language)["entries"]
            claims = ((knowledge.source(id_, language), texts[id_]["claim"]) for id_ in (older, newer))
            found.append(Dispute(tuple(claims), texts[newer]["because"]))
    return tuple(found)


def _stale(ids: Sequence[str], language: str, knowledge: Knowledge, today: str) -> list[str]:
    """Return a caveat for the sources that were to be read again before today."""
    sources = {key: knowledge.meta["sources"][key] for key in (knowledge.entries[id_]["source"] for id_ in ids)}
    past = sorted(s["date"] for s in sources.values() if s["review_after"] < today)
    return [str(wording(language)("stale", past[0]))] if past else []


def _without_sum(question: Question, passages: tuple[Passage, ...], knowledge: Knowledge) -> tuple[Passage, ...]:
    """Return the passages where a sum was asked for without quantities: the plan spoken of, or all plans, instead."""
    if not any(p.data.get("computes") == SUM for p in passages):
        return passages
    others = tuple(p for p in passages if p.data.get("computes") != SUM)
    view = next((p for p in question.named if p != question.plan), "") if question.plan else ""
    if view := view or question.view:
        return (_passage(knowledge.catalog.plan(view).id, question.language, knowledge), *others)
    comparing = next(id_ for id_, entry in knowledge.entries.items() if entry.get("compares"))
    return (*others, _passage(comparing, question.language, knowledge), *passages[:1])[:2]


def _texts(question: Question, decision: Decision, knowledge: Knowledge) -> tuple[int, Decimal] | None:
    """Return (how many SMS, their price at least) where that is all that was asked."""
    texts = pricing.texts(question.needs, knowledge.catalog)
    asked = decision.goal == PRICING or knowledge.reader(question.spoken).says("pay", question.text)
    return texts if texts[0] > 1 and asked else None


def _budget(question: Question, knowledge: Knowledge) -> tuple[int, int] | None:
    """Return (a sum of money, how many SMS it buys at most) where that is what was asked."""
    reader = knowledge.reader(question.spoken)
    money = reader.money(question.text)
    asked = money and reader.says("how-many", question.text)
    return (money, int(money / knowledge.catalog.sms)) if asked else None


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
) -> tuple[pricing.Plan, pricing.Plan, Decimal, int] | None:
    """Return (cheaper plan, dearer plan, difference a month, months asked for) where two plans are compared."""
    about_plans = any("label" in p.data or p.data.get("compares") for p in passages)
    named = question.named
    if len(named) == 1 and knowledge.reader(question.spoken).says("difference", question.text):
        named = (*named, question.plan)
    found = pricing.difference(knowledge.catalog, named) if decision.goal == PRICING and about_plans else None
    return found and (*found, question.needs.months)


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


def _asks(question: Question, passages: Sequence[Passage], summed: bool, knowledge: Knowledge) -> tuple[Ask, ...]:
    """Return the one question whose answer would change this reply: the plan, where it matters and is not known."""
    if question.view or summed or not any("by_plan" in p.data for p in passages):
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
