"""Text as the router reads it: folded, split into tokens, turned into hashed features."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from zlib import crc32

BUCKETS = 1 << 16
PIECES = (3, 5)  # letters of a piece of a word; 4 beside them told nothing more
LEAST = 4  # tokens of what asks on its own

_TOKEN = re.compile(r"\d+(?:[.,  ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[a-z_]+(?:'[a-z]+)*|[㐀-鿿]|[^\s\w]")
_HAN = re.compile(r"[㐀-鿿]")
_QUOTES = str.maketrans("‘’ʼ`´“”", "'''''\"\"")
_LISTED = str.maketrans(dict.fromkeys("①②③④⑤⑥⑦⑧⑨", ";"))  # a wide form of digits to Unicode, a list mark to people


def fold(text: str) -> str:
    """Return the text in one case, width and quote style, without accents; positions are not kept."""
    text = unicodedata.normalize("NFKC", text.translate(_LISTED)).translate(_QUOTES).casefold()
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def tokens(folded: str) -> list[str]:
    """Return words, numbers with their separators, single Chinese characters and punctuation marks, in order."""
    return _TOKEN.findall(folded)


def is_han(token: str) -> bool:
    """Return whether the token is a Chinese character."""
    return _HAN.match(token) is not None


def words(folded: str) -> list[str]:
    """Return the tokens that carry meaning for the router: a number is `0` whatever its value."""
    return ["0" if t[0].isdigit() else t for t in tokens(folded) if t[0].isalnum() or t[0] == "_"]


def features(folded: str, marks: Iterable[str] = ()) -> list[set[int]]:
    """Return three blocks of buckets: words and word pairs; pieces of words (PIECES letters, 2-3 Chinese); marks.

    Whoever weighs them gives each block the length 1, so that a long word does not outweigh a short one.
    """
    found = words(folded)
    blocks = (_word_features(found), _piece_features(found), (f"#{m}" for m in marks))
    return [{crc32(f.encode("utf-8", "replace")) & (BUCKETS - 1) for f in block} for block in blocks]


def _word_features(found: list[str]) -> Iterator[str]:
    previous = "^"
    for word in found:
        yield word
        yield f"{previous}_{word}"
        previous = word


def _piece_features(found: list[str]) -> Iterator[str]:
    han: list[str] = []
    for word in [*found, ""]:
        if word and is_han(word):
            han.append(word)
            continue
        run = "".join(han)
        for size in (2, 3):
            for i in range(len(run) - size + 1):
                yield run[i : i + size]
        han.clear()
        edged = f"<{word}>"
        for size in PIECES:
            for i in range(len(edged) - size + 1):
                yield edged[i : i + size]


def clauses(text: str) -> list[str]:
    """Return the parts of a text that ask on their own: between question marks, semicolons, slashes and list marks.

    A statement stays with the question that it leads to, and a few words behind a question mark with it; what announces
    a list ("two things:") asks nothing.
    """
    parts: list[str] = []
    for piece in re.split(r"[;；]+|(?:^|\s)\(?[1-5][.)]\s|\n\s*[-*•]\s|\s[/+]\s", text):
        asked: list[str] = []
        for question in re.split(r"[?？]+", piece):
            said = question.strip()
            if said and asked and len(tokens(said)) < LEAST:
                asked[-1] += f" {said}"
            elif sum(c.isalnum() for c in said) > 2 and not said.endswith(":"):
                asked.append(said)
        parts += asked
    return parts
