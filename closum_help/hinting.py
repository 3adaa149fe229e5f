"""The weights of hints.py by scikit-learn (development only): languages from utterances, owners from sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from typing import Any, NamedTuple

from closum_help.hints import OWN, SIZE, language_features, plan_blocks, weighed
from closum_help.phrases import Phrases
from closum_help.quantities import Reader
from closum_help.text import fold, tokens

FOLDS = 5
PENALTY = {"language": 0.03, OWN: 0.1}
NO_LANGUAGE = "other"
MOST = 20_000  # texts of a language; more did not tell more

_PLACE = re.compile(r"\{(own|other)\}")


class Example(NamedTuple):
    """One text to learn from: its weighed buckets, its label, its group, which is never split between folds."""

    weights: Mapping[int, float]
    label: str
    group: int


def language_examples(texts: Mapping[str, Sequence[str]], foreign: Mapping[str, Sequence[str]]) -> list[Example]:
    """Return an example a text and one more of it without accents; `foreign` are languages that are not ours."""
    labelled = [(text, code) for code, held in texts.items() for text in _spread(held)]
    labelled += [(text, NO_LANGUAGE) for held in foreign.values() for text in held]
    return [
        Example(weighed([language_features(form)]), label, group)
        for group, (text, label) in enumerate(labelled)
        for form in dict.fromkeys((text, fold(text)))
    ]


def _spread(texts: Sequence[str]) -> Sequence[str]:
    return texts[:: max(1, len(texts) // MOST)]


def own_examples(
    sentences: Mapping[str, Sequence[str]], labels: Sequence[str], plans: Phrases, readers: Mapping[str, Reader]
) -> list[Example]:
    """Return an example a plan that a sentence names, by language; the plans take turns in its places."""
    found: list[Example] = []
    turn = cycle(labels)
    group = 0
    for code, reader in readers.items():
        for sentence in sentences.get(code, ()):
            group += 1
            owners = _PLACE.findall(sentence)
            line = tokens(fold(_PLACE.sub(lambda _: next(turn), sentence)))
            places = {at: size for at, _, size in plans.find(line)}
            if len(places) == len(owners):  # else a name ran into the words around it
                for label, (at, size) in zip(owners, places.items(), strict=True):
                    weights = weighed(plan_blocks(line, at, size, places, reader))
                    found.append(Example(weights, label, group))
    return found


def learn(name: str, examples: Sequence[Example], progress: Callable[[str], None]) -> tuple[dict[str, Any], bytes]:
    """Return (what a hint must know beside its weights, the weights); `progress` is told how often it is right."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import SGDClassifier

    rows = [row for row, e in enumerate(examples) for _ in e.weights]
    columns = [bucket for e in examples for bucket in e.weights]
    values = [value for e in examples for value in e.weights.values()]
    design = csr_matrix((values, (rows, columns)), shape=(len(examples), SIZE))
    truth = np.array([e.label for e in examples])
    held = np.array([e.group % FOLDS == 0 for e in examples])
    machine = SGDClassifier("log_loss", alpha=PENALTY[name] / len(examples), max_iter=50, random_state=0)
    said = machine.fit(design[~held], truth[~held]).predict(design[held])
    progress(f"{name}: {100 * (said == truth[held]).mean():.1f} % of {held.sum()} right with the group left out")
    machine.fit(design, truth)
    weights, biases = machine.coef_, machine.intercept_
    if len(weights) == 1:  # two labels share one line of weights
        weights, biases = np.vstack([-weights[0] / 2, weights[0] / 2]), np.array([-biases[0] / 2, biases[0] / 2])
    scale = float(np.abs(weights).max()) / 127
    packed = np.rint(weights / scale).astype(np.int8).tobytes()
    labels = [str(label) for label in machine.classes_]
    return {"labels": labels, "biases": [round(float(b), 4) for b in biases], "scale": scale}, packed
