"""The replies that are no answer: hand off to a sibling, ask, decline."""

from __future__ import annotations

from closum_help.brief import Format
from closum_help.knowledge import Knowledge
from closum_help.prompts import render, wording
from closum_help.types import Ask, Decision, Handoff, Option, Question, Reply

SIDE = 2  # lines of our own side of a handoff


def handoff(question: Question, decision: Decision, knowledge: Knowledge) -> Reply:
    """Return a handoff: why, our side of it, the request restated so that it can be pasted, the install line."""
    language = question.language
    say = wording(language)
    sibling = knowledge.entry(f"skills/{decision.skill}", language)
    side = [knowledge.entry(i, language) for i in sibling.get("side", ())][:SIDE]
    prompt = say("request", question.said)
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
        side=[e.get("text") or e["lead"] for e in side],
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


def clarify(question: Question, knowledge: Knowledge) -> Reply:
    """Return what can be asked, as the lettered questions of the intake that are still open."""
    language = question.language
    intake = knowledge.texts(language)["intake"]
    asks = tuple(
        Ask(name, intake[name]["question"], tuple(Option(v, label) for v, label in intake[name]["labels"].items()))
        for name in ("area", "goal")
        if name not in question.chosen
    )
    text = render("clarify", language, asks=asks)
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
