"""The line: a question and a state in, one of four replies and the next state out. Read this file first.

text, State -> Question -> Decision -> Passages -> Brief -> blocks -> Reply
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

from closum_help import session
from closum_help.brief import Brief, gather
from closum_help.engines import choice
from closum_help.errors import ConfigError, EngineError, HelpError
from closum_help.exits import clarify, decline, handoff
from closum_help.knowledge import open_knowledge
from closum_help.prompts import wording
from closum_help.redaction import redact
from closum_help.retrieval import Retriever
from closum_help.router import Router
from closum_help.terminal import safe
from closum_help.types import Decision, Degraded, Question, Reply, State

if TYPE_CHECKING:
    from closum_help.prompting import Mode
    from closum_help.settings import Settings
    from closum_help.streaming import Draft

DEADLINE = 30.0  # seconds that a model has for its words


class Assistant:
    """Answers with one knowledge and one engine; the conversation itself is the State that you hand in.

    `engine` is offline, openai, auto, which leaves it to the settings, or a function of your own (engines/choice.py);
    `today` (YYYY-MM-DD, else the clock's) tells which sources are due to be read again; `trace` is called with what
    each stage of the line came to. Where a model was asked in vain for the last answer, `engine_error` says why;
    ConfigError is raised at once where one is demanded that cannot be asked.
    """

    def __init__(
        self,
        *,
        engine: str | choice.Engine = "auto",
        knowledge: Path | None = None,
        settings: Settings | None = None,
        language: str = "",
        plan: str = "",
        deadline: float = DEADLINE,
        today: str = "",
        trace: Callable[[dict[str, Any]], None] | None = None,
    ) -> None:
        self.knowledge = open_knowledge(knowledge)
        self.engine = engine if isinstance(engine, str) else "custom"
        self.settings = settings
        self.engine_error: HelpError | None = None
        self._model = choice.service(engine, settings)
        self._compose = choice.chosen(engine, self._model, deadline)
        self._trace = trace
        self._began = 0.0
        self._language = language
        self._plan = plan
        self._today = today or time.strftime("%Y-%m-%d")
        self._router = Router(self.knowledge)
        self._retriever = Retriever(self.knowledge)

    def answer(self, text: str, state: State | None = None, draft: Draft | None = None) -> tuple[Reply, State]:
        """Return the reply to a turn, and the state for the next one; a draft is shown its text as it comes to be."""
        self._began = time.perf_counter()
        self.engine_error = None
        state = state or State()
        question = self.read(text, state)
        self._stage("read", language=question.language, plan=question.plan, named=question.named)
        decision = self.decide(question)
        self._stage("route", kind=decision.kind, confidence=decision.confidence, topics=decision.topics)
        reply = self._reply(question, decision, draft)
        if question.foreign:
            ours = [str(spec["own"]) for spec in self.knowledge.meta["languages"].values()]
            reply = reply._replace(text=f"{reply.text}\n\n{wording(reply.language)('foreign', ours)}")
        if redact(safe(text)) != safe(text):
            note = wording(reply.language)("redacted")
            reply = reply._replace(text=f"{reply.text}\n\n{note}", caveats=(*reply.caveats, note))
        if draft:
            draft.finish(reply.text, wording(reply.language)("checked"))
        reply = reply._replace(
            confidence=round(decision.confidence, 3),
            elapsed_ms=round(self._elapsed()),
            explain=_explained(question, decision),
        )
        self._stage("reply", kind=reply.kind, engine=reply.engine, degraded=reply.degraded and reply.degraded.code)
        return reply, session.after(state, question, decision, reply)

    def _elapsed(self) -> float:
        return 1000 * (time.perf_counter() - self._began)

    def _stage(self, name: str, **facts: Any) -> None:
        """Tell what a stage came to, and after how many milliseconds; no user's text, no key."""
        if self._trace:
            self._trace({"stage": name, "ms": round(self._elapsed(), 1), **facts})

    def read(self, text: str, state: State) -> Question:
        """Return the turn as it is understood: cleaned, without secrets, completed by what went before."""
        clean = redact(safe(text))
        return session.read(clean, state, self.knowledge, self._router, plan=self._plan, language=self._language)

    def decide(self, question: Question) -> Decision:
        """Return which reply the question gets."""
        return self._router.route(question)

    def brief(self, question: Question, decision: Decision) -> Brief:
        """Return all that an answer may say."""
        return gather(question, decision, self._retriever.passages(question, decision), self.knowledge, self._today)

    def messages(self, text: str, state: State | None = None, mode: Mode | None = None) -> list[dict[str, str]]:
        """Return the messages that a model would get for a turn; none where the reply is no answer."""
        question = self.read(text, state or State())
        decision = self.decide(question)
        return self._messages(self.brief(question, decision), mode) if decision.kind == "answer" else []

    def _messages(self, brief: Brief, mode: Mode | None = None) -> list[dict[str, str]]:
        from closum_help import prompting

        return prompting.messages(brief, self.knowledge, mode or prompting.mode_for(self._model or self.settings))

    def _reply(self, question: Question, decision: Decision, draft: Draft | None) -> Reply:
        match decision.kind:
            case "answer":
                return self._answer(question, decision, draft)
            case "handoff":
                return handoff(question, decision, self.knowledge)
            case "clarify":
                return clarify(question, decision, self.knowledge)
            case "decline":
                return decline(question, decision)
            case kind:
                assert_never(kind)

    def _answer(self, question: Question, decision: Decision, draft: Draft | None) -> Reply:
        brief = self.brief(question, decision)
        self._stage("retrieve", passages=[passage.id for passage in brief.passages])
        text = "\n\n".join(block for block in (brief.body(), brief.tail()) if block)
        offline = Reply(
            kind="answer",
            language=question.language,
            text=text,
            area=decision.area,
            goal=decision.goal,
            plan=question.plan or "unknown",
            questions=brief.asks,
            sources=brief.sources,
            assumptions=brief.assumptions,
            caveats=brief.caveats,
            related_skills=brief.related_skills,
            suggestions=brief.suggestions,
        )
        return self._worded(brief, offline, self._compose, draft) if self._compose else offline

    def _worded(self, brief: Brief, offline: Reply, compose: choice.Compose, draft: Draft | None) -> Reply:
        """Return the answer in the model's words; where it fails or states what it may not, the offline one, marked."""
        from closum_help.composing import checked
        from closum_help.prompting import token_estimate

        messages = self._messages(brief)
        self._stage("prompt", tokens=token_estimate(messages))
        try:
            said, wrong = checked(compose(messages), brief, self.knowledge, draft)
        except (ConfigError, EngineError) as error:
            self.engine_error = error
            self._stage("model", fault=error.code)
            caveat = wording(offline.language)("fallback")
            return offline._replace(degraded=Degraded(error.code), caveats=(*offline.caveats, caveat))
        self._stage("model", model=said.model, characters=len(said.text), usage=said.usage)
        asked = offline._replace(model=said.model or None, usage=said.usage)
        self._stage("guard", violations=wrong)
        if wrong:
            return asked._replace(degraded=Degraded("violation", wrong))
        text = "\n\n".join(block for block in (brief.sums(), said.text, brief.tail()) if block)
        return asked._replace(engine="custom" if self.engine == "custom" else "openai", text=text)


def _explained(question: Question, decision: Decision) -> dict[str, Any]:
    """Return why the reply is what it is: how the turn was read, the signals, what was told and what was left out."""
    told = [id_ for topic in decision.topics for id_ in topic]
    return {
        "read": question.text,
        "follows": question.follows,
        "signals": list(decision.signals),
        "acts": [list(c) for c in decision.candidates],
        "told": told,
        "left_out": [list(c) for c in decision.entries if c.label not in told],
    }


def ask(text: str, *, plan: str | None = None, lang: str | None = None, engine: str | choice.Engine = "auto") -> Reply:
    """Return the reply to one question on its own."""
    return Assistant(engine=engine, language=lang or "", plan=plan or "").answer(text)[0]
