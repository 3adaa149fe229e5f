"""Which entries a question needs, and no others: those of its topics; by words alone where it has none."""

from __future__ import annotations

from heapq import nlargest
from operator import itemgetter

from closum_help.knowledge import Knowledge
from closum_help.text import features, fold
from closum_help.types import Decision, Passage, Question


class Retriever:
    """Finds entries in one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def search(self, text: str, most: int = 8) -> list[tuple[str, float]]:
        """Return (entry id, BM25 score), best first, of the entries that share words with the text."""
        found = self._knowledge.found(features(fold(text))[0])
        return nlargest(most, found.items(), key=itemgetter(1))

    def passages(self, question: Question, decision: Decision) -> tuple[Passage, ...]:
        """Return the entries of the decision's topics as the reader is told them, most important first."""
        ids = dict.fromkeys(id_ for topic in decision.topics for id_ in topic)
        return tuple(self.passage(id_, question.language) for id_ in ids)

    def passage(self, id_: str, language: str) -> Passage:
        """Return one entry in one language."""
        data = self._knowledge.entry(id_, language)
        return Passage(id_, data["title"], data["area"], data, (id_,))
