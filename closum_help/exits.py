"""The replies that are no answer: hand off to a sibling, ask, decline."""

from __future__ import annotations

from closum_help.formats import Format
from closum_help.knowledge import Knowledge
from closum_help.prompts import render, wording
from closum_help.types import Ask, Decision, Handoff, Option, Question, Reply

TONES = ("thanks", "greeting")  # kinds of small talk, by the words of quantities.yaml
TROUBLE = "troubleshoot"
OURS = "product.ours"  # the signal that the product is named


def handoff(question: Question, decision: Decision, knowledge: Knowledge) -> Reply:
    """Return a handoff: why, our side of it, the request restated so that it can be pasted, the install line."""
    language = question.language
    say = wording(language)
    sibling = knowledge.entry(f"skills/{decision.skill}", language)
    ours = OURS in decision.signals or question.follows
    plan = Format(knowledge, language).plan(question.plan) if question.plan else ""
    prompt = say("request", question.said, plan, ours)
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
        ours=sibling.get("ours", ""),
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
        sources=tuple(knowledge.source(i, language) for i in (*sibling.get("side", ()), sibling["id"])),
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
