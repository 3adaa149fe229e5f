"""Folding, tokens and the parts of a question."""

import pytest

from closum_help.text import clauses, fold, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [("AÇÃO Über", "acao uber"), ("Ｇｒｏｗｔｈ", "growth"), ("don’t", "don't"), ("邮件", "邮件"), ("", "")],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10,000 mails/mo", ["10,000", "mails", "/", "mo"]),
        ("0.014 eur", ["0.014", "eur"]),
        ("8k", ["8", "k"]),
        ("发3000条", ["发", "3000", "条"]),
        ("don't e-mail", ["don't", "e", "-", "mail"]),
    ],
)
def test_tokens(text: str, found: list[str]) -> None:
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We have a shop. What is it?", ["we have a shop. what is it"]),
        ("What is A? And what is B?", ["what is a", "and what is b"]),
        ("two: 1) the price 2) the address", ["the price", "the address"]),
        ("①多少钱 ②要不要装", ["多少钱", "要不要装"]),
        ("add a tag / drop a tag", ["add a tag", "drop a tag"]),
        ("https://a.b/c", ["https://a.b/c"]),
    ],
)
def test_clauses(text: str, parts: list[str]) -> None:
    assert clauses(fold(text)) == parts
