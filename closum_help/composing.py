"""An answer in a model's words, each block of them held against the knowledge before anyone sees it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from closum_help.brief import Brief
from closum_help.claims import words_of
from closum_help.engines.choice import Words
from closum_help.engines.wire import Completion
from closum_help.grounding import quantities, violations
from closum_help.knowledge import Knowledge
from closum_help.prompting import grounds
from closum_help.streaming import Draft


class _Heard:
    """The words of a model; `whole` is what they end with."""

    def __init__(self, words: Words) -> None:
        self.whole = Completion("", "")
        self._words = words

    def __iter__(self) -> Iterator[str]:
        self.whole = yield from self._words


def checked(
    words: Words, brief: Brief, knowledge: Knowledge, draft: Draft | None
) -> tuple[Completion, tuple[str, ...]]:
    """Return what a model said and what of it may not be stated, () for nothing; EngineError where it fails.

    With a draft the words are shown by checked block, below our sums. No more are heard once one is wrong: what they
    cost, and by which model, is not known then.
    """
    read = words_of(knowledge, brief.question.language)
    allowed, own = grounds(brief, knowledge), quantities(brief.question.said, read)

    def check(text: str) -> tuple[str, ...]:
        return violations(text, allowed, own, read)

    with closing(words):
        heard = _Heard(words)
        if draft:
            text, wrong = draft.write(heard, check, brief.sums())
            return heard.whole._replace(text=text), wrong
        for _ in heard:
            pass
        return heard.whole, check(heard.whole.text)
