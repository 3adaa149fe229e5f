"""The lexical index over the entries, and the words that the router knows; made by `kb build`."""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import log
from operator import itemgetter
from typing import Any

from closum_help.model import IDF_UNIT
from closum_help.phrases import Index
from closum_help.spelling import SHORTEST
from closum_help.text import BUCKETS, features, fold, tokens

OFTEN = 3  # groups from which a word is known; a slip of the finger is in one
MOST = 128  # entries that a word finds; without an end to it, a word's cost would grow with the knowledge
K1, B = 1.2, 0.75  # BM25, the usual values


def utterances(group: Mapping[str, Any], languages: Sequence[str]) -> list[str]:
    """Return a group's utterances in all languages."""
    return [u for code in languages for u in group.get(code, [])]


def build_search(entries: Mapping[str, Any], found: Sequence[Mapping[str, Any]], languages: Sequence[str]) -> bytes:
    """Return BM25 weights of every entry in the format of model.py: its texts, and the utterances that name it."""
    order = {id_: i for i, id_ in enumerate(entries)}
    documents: list[dict[int, int]] = [{} for _ in order]

    def add(at: int, text: str, times: int) -> None:
        for bucket in features(fold(text))[0]:
            documents[at][bucket] = documents[at].get(bucket, 0) + times

    for id_, entry in entries.items():
        add(order[id_], " ".join(entry.get("names", [])), 3)
        for code in languages:
            add(order[id_], entry["title"][code], 3)
            body = [
                json.dumps(entry[k].get(code, ""), ensure_ascii=False)
                for k in ("text", "lead", "steps", "points")
                if k in entry
            ]
            add(order[id_], " ".join(body), 1)
    for group in found:
        for id_ in group.get("answers", [])[:1]:
            for utterance in utterances(group, languages):
                add(order[id_], utterance, 1)
    return _pack_search(documents)


def _pack_search(documents: Sequence[Mapping[int, int]]) -> bytes:
    postings: dict[int, list[tuple[int, float]]] = {}
    average = sum(sum(d.values()) for d in documents) / len(documents)
    for at, document in enumerate(documents):
        length = sum(document.values()) / average
        for bucket, count in document.items():
            postings.setdefault(bucket, []).append((at, count * (K1 + 1) / (count + K1 * (1 - B + B * length))))
    idf = bytearray([round(IDF_UNIT * log(1 + len(documents)))]) * BUCKETS
    starts, labels, weights = array("I", [0]), array("H"), array("b")
    for bucket in range(BUCKETS):
        held = postings.get(bucket, [])
        if held:
            idf[bucket] = max(1, round(IDF_UNIT * log(1 + (len(documents) - len(held) + 0.5) / (len(held) + 0.5))))
        for at, weight in nlargest(MOST, held, key=itemgetter(1)):
            labels.append(at)
            weights.append(min(127, round(50 * weight)))
        starts.append(len(labels))
    packed = bytes(idf) + starts.tobytes() + labels.tobytes() + weights.tobytes() + struct.pack("x")
    return packed


def known_words(
    found: Sequence[Mapping[str, Any]], phrases: Sequence[Index], languages: Sequence[str]
) -> dict[str, int]:
    """Return {word: groups of utterances that hold it} of Latin words: of the phrases, and those of several groups."""
    groups_of: dict[str, set[int]] = {}
    for at, group in enumerate(found):
        for utterance in utterances(group, languages):
            for word in tokens(fold(utterance)):
                groups_of.setdefault(word, set()).add(at)
    phrased = {
        word
        for index_ in phrases
        for first, rests in index_.items()
        for rest in rests
        for word in (first, *rest.split())
    }
    counts = {word: len(numbers) for word, numbers in groups_of.items() if len(numbers) >= OFTEN}
    counts |= {word: len(groups_of.get(word, ())) for word in phrased}
    return {w: n for w, n in counts.items() if w.isascii() and w.isalpha() and len(w) >= SHORTEST}
