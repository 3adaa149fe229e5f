"""The replies that are no answer: hand off to a sibling, ask, decline."""

from __future__ import annotations

import re

from closum_help.formats import Format
from closum_help.knowledge import Knowledge
from closum_help.prompts import render, wording
from closum_help.types import Ask, Decision, Handoff, Option, Question, Reply

SIDE = 2  # lines of our own side of a handoff
NEAR = 0.4  # probability from which an entry is our side of it
TONES = ("thanks", "greeting")  # kinds of small talk, by the words of quantities.yaml
TROUBLE = "troubleshoot"
OURS = "product.ours"  # the signal that the product is named
UNSAID = ("misconceptions/", "undocumented/")  # these are answers to other questions


def first_sentence(text: str) -> str:
    """Return a text up to its first full stop."""
    return re.split(r"(?<=[.!?])\s|(?<=[。！？])", text, maxsplit=1)[0].strip()


def handoff(question: Question, decision: Decision, knowledge: Knowledge) -> Reply:
    """Return a handoff: why, our side of it, the request restated so that it can be pasted, the install line."""
    language = question.language
    say = wording(language)
    sibling = knowledge.entry(f"skills/{decision.skill}", language)
    near = [e.label for e in decision.entries if e.probability >= NEAR and not e.label.startswith(UNSAID)]
    side = [knowledge.entry(i, language) for i in (near or sibling.get("side", ()))][:SIDE]
    ours = OURS in decision.signals or question.follows
    prompt = say("request", question.said) if ours else question.said
    if question.plan:
        prompt += say("request_plan", Format(knowledge, language).plan(question.plan))
    others = [c.label.partition("/")[2] for c in decision.candidates if c.label.startswith("handoff/")]
    passed_on = Handoff(
        decision.skill,
        sibling["reason"],
        prompt,
        {"language": language, "plan": question.plan or "unknown"},
        sibling["install"],
        tuple(o for o in others if o != decision.skill),
    )
    text = render(
        "handoff",
        language,
        skill=decision.skill,
        reason=sibling["reason"],
        side=[first_sentence(e["text"]) for e in side if "text" in e],
        prompt=prompt,
        install=sibling["install"],
    )
    return Reply(
        kind="handoff",
        language=language,
        text=text,
        area=decision.area,
        goal=decision.goal,
        plan=question.plan or "unknown",
        handoff=passed_on,
        sources=tuple(knowledge.source(e["id"], language) for e in (*side, sibling)),
        related_skills=passed_on.alternatives,
    )


def clarify(question: Question, decision: Decision, knowledge: Knowledge) -> Reply:
    """Return a human line, and as lettered questions what is still open: the goal is not asked where it is plain."""
    language = question.language
    reader = knowledge.reader(question.spoken)
    tone = next((t for t in TONES if reader.says(t, question.said)), "")
    trouble = not tone and decision.goal == TROUBLE
    intake = knowledge.texts(language)["intake"]
    asks = tuple(
        Ask(name, intake[name]["question"], tuple(Option(v, label) for v, label in intake[name]["labels"].items()))
        for name in (("area",) if trouble or tone == "thanks" else ("area", "goal"))
        if name not in question.chosen
    )
    text = render("clarify", language, tone=TROUBLE if trouble else tone, asks=asks)
    return Reply(kind="clarify", language=language, text=text, plan=question.plan or "unknown", questions=asks)


def decline(question: Question, decision: Decision) -> Reply:
    """Return a refusal in one line, and what is ours."""
    text = render("decline", question.language, code=decision.code, also=())
    return Reply(
        kind="decline",
        language=question.language,
        text=text,
        plan=question.plan or "unknown",
        decline=decision.code,
        suggest=wording(question.language)("covers"),
    )
