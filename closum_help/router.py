"""Which reply a question gets, and about which entries: learned weights, exact signals, no I/O, no clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from math import log
from operator import itemgetter

from closum_help.knowledge import Knowledge
from closum_help.model import softmax
from closum_help.phrases import Phrases
from closum_help.scoring import Scored, evidence, marks, weighed
from closum_help.text import LEAST, clauses, features, fold, tokens
from closum_help.types import Candidate, Decision, Question

CLEAR = 0.9  # probability from which the learned weights need no second opinion
READ = 7.0  # weight of the second opinion, by the words of the entries; 4 to 10 measured alike
NAME_BONUS = 0.4  # on the score of an entry whose exact name is in the question
TOGETHER = 0.3  # probability, as a share of the best's, from which an entry told with it elsewhere is told here
ELSE = ("decline/out_of_scope", "clarify")  # what a question is that is not ours and nothing worse
REFUSE = 0.5  # probability from which a refusal that blames the reader stands against an answer nearly as likely
OURS = 0.35  # calibrated probability below which a question is not taken for one of ours
SURE = 0.35  # probability from which a part of the question is a topic of its own
KIN = 0.1  # the same, where another part is of its family
SWAY = 0.7  # probability from which a part of ours makes an answer of what would be handed off
RECENT = 8  # texts whose scores are kept
PLAIN = 0.6  # probability from which what the whole question is about is told, whatever its parts say
PARTS = 4  # a text of more parts is a document, not several questions
FAMILY = 4  # at most so many members of one family in an answer


class Router:
    """Routes questions with one knowledge; holds no state of a conversation."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        learned = knowledge.meta["router"]
        self._labels: list[str] = learned["labels"]
        self._temperature: Mapping[str, float] = learned["temperature"]
        self._heads: Mapping[str, list[float]] = learned["heads"]
        # A keeper's own folder may lack entries that the weights know.
        self._area = {
            name: str(knowledge.entries[name]["area"])
            for head, _, name in (label.partition(":") for label in self._labels)
            if head == "entry" and name in knowledge.entries
        }
        self._together: Mapping[str, list[str]] = learned["together"]
        self._scored = lru_cache(RECENT)(self._score)  # a turn that follows is scored to find that out

    def score(self, text: str, spoken: str) -> Scored:
        """Return the scores of one text on its own, read in the language that is spoken."""
        return self._scored(text, spoken)

    def _score(self, text: str, spoken: str) -> Scored:
        knowledge = self._knowledge
        signals = marks(text, knowledge.signals, knowledge.plan_names, knowledge.reader(spoken))
        blocks = features(fold(text), signals)
        scores = knowledge.router.scores(blocks)
        by_head: dict[str, dict[str, float]] = {}
        for label, value in zip(self._labels, scores, strict=True):
            head, _, name = label.partition(":")
            by_head.setdefault(head, {})[name] = value
        names = {id_ for _, id_, _ in knowledge.names.find(tokens(fold(text)))}
        areas = self._probabilities("area", by_head["area"])
        leaning = {area: log(p) for area, p in areas.items()}
        heat, scored = self._temperature["entry"], by_head["entry"]
        entries = {
            id_: (scored[id_] + NAME_BONUS * (id_ in names)) / heat + leaning[area] for id_, area in self._area.items()
        }
        learned = dict(zip(entries, softmax(list(entries.values()), 1.0), strict=True))
        acts = self._probabilities("act", by_head["act"])
        read = self._read(learned, blocks[0]) if max(learned.values()) < CLEAR else learned
        return Scored(
            acts,
            self._probabilities("goal", by_head["goal"]),
            read,
            learned[max(read, key=read.__getitem__)],
            evidence(acts, list(learned.values()), knowledge.router.known(blocks[0]), len(blocks[0]) // 2),
            tuple(n for n in names if n in entries),
            tuple(dict.fromkeys(id_ for _, id_, _ in knowledge.called.find(tokens(fold(text))))),
            tuple(signals),
        )

    def _read(self, learned: Mapping[str, float], block: set[int]) -> dict[str, float]:
        """Return the entries' probabilities with what their own words say to the question (BM25, best entry 1)."""
        found = self._knowledge.found(block)
        top = max(found.values(), default=1.0)
        odds = [log(max(p, 1e-9)) + READ * found.get(id_, 0.0) / top for id_, p in learned.items()]
        return dict(zip(learned, softmax(odds, 1.0), strict=True))

    def _probabilities(self, head: str, scores: Mapping[str, float]) -> dict[str, float]:
        values = softmax(list(scores.values()), self._temperature[head])
        return dict(zip(scores, values, strict=True))

    def route(self, question: Question) -> Decision:
        """Return what to do with the question."""
        if question.chosen and not question.follows:
            return self._picked(question.chosen)
        decision = self._decide(self.score(question.text, question.spoken))
        parts = self._parts(question.turn or question.text, question)
        if not 1 < len(parts) <= PARTS:
            return decision
        return self._several(decision, [self.score(part, question.spoken) for part in parts])

    def _parts(self, text: str, question: Question) -> list[str]:
        """Return the parts of a turn that ask on their own, each with the channel that was named before it."""
        context = question.text
        signals, parts = self._knowledge.signals, []
        opening = tokens(context) if context != text else []
        before = [opening[at : at + n] for at, name, n in signals.find(opening) if name.startswith("channels.")]
        channel = " ".join(before[0]) if before else ""
        for line in self._joined(clauses(text), self._knowledge.reader(question.spoken).phrases("joins")):
            part = " ".join(line)
            named = [line[at : at + n] for at, name, n in signals.find(line) if name.startswith("channels.")]
            parts.append(part if named else f"{channel} {part}".strip())
            channel = " ".join(named[-1]) if named else channel
        return parts

    def _joined(self, parts: Sequence[str], joins: Phrases) -> Iterator[list[str]]:
        """Yield the tokens of the parts, a part that joins a second question to the first as two."""
        for part in parts:
            line = tokens(part)
            start = 0
            for at, _, size in joins.find(line):
                if at - start >= LEAST and len(line) - at - size >= LEAST:
                    yield line[start:at]
                    start = at
            yield line[start:]

    def _picked(self, chosen: Mapping[str, str]) -> Decision:
        """Return the decision for options picked by letter: the entry of the area and goal, or to ask on."""
        intake = self._knowledge.meta["intake"]
        picked = {name: next(o for o in intake[name] if o["value"] == value) for name, value in chosen.items()}
        goal = chosen.get("goal", "other")
        entry = next((o["entry"] for o in picked.values() if "entry" in o), "")
        entry = picked.get("area", {}).get("goals", {}).get(goal, entry)
        if not entry:
            return Decision("clarify", 1.0, goal=goal)
        area = chosen.get("area", self._knowledge.entries[entry]["area"])
        return Decision("answer", 1.0, area, goal, topics=((entry,),))

    def _decide(self, scored: Scored) -> Decision:
        act = self._policy(scored)
        kind, _, name = act.partition("/")
        decision = Decision(
            kind="answer",
            confidence=weighed(self._heads["right"], scored.signs),
            goal=max(scored.goals, key=lambda g: scored.goals[g]),
            signals=scored.signals,
            candidates=_likeliest(scored.acts),
            entries=_likeliest(scored.entries),
        )
        if kind == "answer":
            return self._about(decision, self._family(scored))
        if kind == "handoff":
            return decision._replace(kind="handoff", skill=name)
        if kind == "decline":
            return decision._replace(kind="decline", code=name)
        return decision._replace(kind="clarify")

    def _policy(self, scored: Scored) -> str:
        """Return the act: what is learned, but a middleware that is named goes to its sibling (design.md section 1)."""
        act = scored.act
        if (
            act.startswith("decline")
            and act not in ELSE
            and scored.acts[act] < REFUSE
            and scored.acts["answer"] > scored.acts[act] / 2
        ):
            return "answer"
        if act == "answer" and weighed(self._heads["ours"], scored.signs) < OURS:
            act = max((a for a in scored.acts if a in ELSE), key=scored.acts.__getitem__, default=act)
        middleware = any(s.startswith("middleware.") for s in scored.signals)
        if act == "answer" and middleware and not any(s.startswith("own-marketplace.") for s in scored.signals):
            return str(self._knowledge.meta["router"]["middleware"])
        return act

    def _about(self, decision: Decision, topic: tuple[str, ...]) -> Decision:
        return decision._replace(area=str(self._knowledge.entries[topic[0]]["area"]), topics=(topic,))

    def _family(self, scored: Scored) -> tuple[str, ...]:
        """Return the best entry, then those told together with it, then members of its family that are named too."""
        best = scored.entry
        floor = TOGETHER * scored.entries[best]
        told = [
            e for e in self._together.get(best, []) if scored.entries.get(e, 0.0) >= floor and not self._same(best, e)
        ]
        stem = _stem(best)
        named = [e for e in scored.named if _stem(e) == stem]
        if len(called := [e for e in scored.called if _stem(e) == stem]) > 1:
            return tuple(called)[:FAMILY]
        return tuple(dict.fromkeys([best, *told, *sorted(named, key=lambda e: -scored.entries[e])]))[:FAMILY]

    def _same(self, one: str, other: str) -> bool:
        """Return whether one entry corrects a false belief by saying what the other says."""
        entries = self._knowledge.entries
        return len({entries[e].get("corrects", e) for e in (one, other)}) == 1

    def _several(self, whole: Decision, parts: Sequence[Scored]) -> Decision:
        """Return the decision for a question of several parts: at most two topics of ours; siblings for the rest."""
        sure = {_stem(p.entry) for p in parts if p.act == "answer" and p.surety >= SURE}
        ours = [p for p in parts if p.act == "answer" and p.surety >= KIN and _stem(p.entry) in sure]
        theirs = [p.act.partition("/")[2] for p in parts if p.act.startswith("handoff/") and p.acts[p.act] >= SURE]
        if not ours or (len(ours) == 1 and whole.kind == "answer"):
            return whole
        best = max(ours, key=lambda p: p.surety)
        agnostic = any(s.startswith("theory.") for s in whole.signals)
        if whole.kind == "decline" or (whole.kind == "handoff" and (agnostic or best.surety < SWAY)):
            return whole
        if whole.kind != "answer":
            goal = max(best.goals, key=lambda g: best.goals[g])
            whole = self._about(whole._replace(kind="answer", skill="", goal=goal), self._family(best))
        topics = [self._family(p) for p in ours]
        if whole.topics and whole.entries[0].probability >= PLAIN:
            topics.insert(0, whole.topics[0])
        return whole._replace(topics=_merged(topics), also=tuple(dict.fromkeys(theirs)))


def _stem(id_: str) -> str:
    """Return the family of an entry: the file that it stands in."""
    return id_.partition("/")[0]


def _likeliest(probabilities: Mapping[str, float], most: int = 5) -> tuple[Candidate, ...]:
    return tuple(Candidate(name, round(p, 3)) for name, p in nlargest(most, probabilities.items(), key=itemgetter(1)))


def _merged(topics: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return at most two topics; those of one family become one."""
    by_stem: dict[str, dict[str, None]] = {}
    for topic in topics:
        by_stem.setdefault(_stem(topic[0]), {}).update(dict.fromkeys(topic))
    return tuple(tuple(held)[:FAMILY] for held in by_stem.values())[:2]
