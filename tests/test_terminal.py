"""What may reach a terminal, and what is left of what may not."""

import codecs
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closum_help import terminal
from closum_help.terminal import drawn, dressed, plain, safe

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
RAINBOW = "\U0001f3f3\ufe0f\u200d\U0001f308"


@pytest.mark.parametrize(
    ("hostile", "left"),
    [
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("a\x1b[2J\x1b[1;1Hb", "ab"),
        ("a\x1b[?25l\x1b[6 qb", "ab"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;https://evil.example\x1b\\label\x1b]8;;\x1b\\", "label"),
        ("\x1b]52;c;ZXZpbA==\x07copied", "copied"),
        ("\x1bP1$r0m\x1b\\dcs", "dcs"),
        ("\x1b_apc\x1b\\\x1b^pm\x1b\\\x1bXsos\x1b\\x", "x"),
        ("\x9b31mred", "red"),
        ("\x9d0;title\x9cx", "x"),
        ("\x90q\x9cx", "x"),
        ("\x1bcreset", "reset"),
        ("\x1b(Bset", "set"),
        ("bell\x07 back\x08 nul\x00 del\x7f", "bell back nul del"),
        ("one\r\ntwo", "one\ntwo"),
        ("shown\rhidden", "shownhidden"),
        ("tab\tstays\nline stays", "tab\tstays\nline stays"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("zero\u200bwidth\u2060\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("tag\U000e0061\U000e007f", "tag"),
        ("hidden\U000e0100\U000e01ef", "hidden"),
        ("a\u200db\u200cc", "abc"),
        ("lines\u2028and\u2029paragraphs", "lines\nand\nparagraphs"),
        ("lone\ud800x\udfff", "lone\ufffdx\ufffd"),
        ("byte\udcff", "byte\ufffd"),
        ("\x1b]0;never ended", "0;never ended"),
        ("\x1b[31", "31"),
    ],
)
def test_what_a_terminal_would_obey_or_an_eye_would_miss_is_removed(hostile: str, left: str) -> None:
    assert safe(hostile) == left


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "é č ñ ã ü €",
        "短信多少钱？发3000条。",
        "مرحبا",
        "می\u200cخواهم",
        "क्\u200dष",
        FAMILY,
        RAINBOW,
        "❤\ufe0f ✔ → ①",
        "[bold] [/red] arr[0] :smile: a\\ {{ 7*7 }} <API_KEY>",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert safe(text) == text


NASTY = st.sampled_from(
    [
        *"a[]0;mP\\^_Xc \n\t\r\x1b\x07\x9b\x9d\x90\x9c\x00\u200d\u200c\ufe0f\u202e\u00ad\ud800\udc00\u0645é中",
        *("\U0001f468", "\U000e0041", "\x1b[31m", "\x1b]8;;", "\x1b\\"),
    ]
)


@settings(database=None, deadline=None)
@given(st.lists(NASTY, max_size=40).map("".join))
def test_safe_leaves_nothing_behind_and_nothing_to_do(text: str) -> None:
    once = safe(text)
    assert not FORBIDDEN.search(once)
    assert safe(once) == once


@pytest.mark.parametrize(
    "piece", ["\x1b]", "\x9d", "\x1b[0", "\x1bP", "\x1b ", "\u200d", "\ud800", "\x1b[;", "a\u202e"]
)
def test_safe_takes_linear_time(piece: str) -> None:
    began = time.perf_counter()
    safe(piece * (200_000 // len(piece)))
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Growth** costs `EUR 12`", "Growth costs EUR 12"),
        ("- one\n- two\n\n1. first", "- one\n- two\n\n1. first"),
        ("see [Pricing](https://closum.com/pricing).", "see Pricing (https://closum.com/pricing)."),
        ("[https://x.example](https://x.example)", "https://x.example"),
        ("![logo](https://x.example/l.png)", "logo (https://x.example/l.png)"),
        ("<https://x.example/a>", "https://x.example/a"),
        ("## Steps", "Steps"),
        ("send `<API_KEY>` as Bearer <token>", "send <API_KEY> as Bearer <token>"),
        ("```sh\nls **/*.py\n```\nafter", "ls **/*.py\nafter"),
        ("arr[0](x) [/red] a*b", "arr[0](x) [/red] a*b".replace("[0](x)", "0 (x)")),
    ],
)
def test_off_a_terminal_markdown_reads_as_text(markdown: str, text: str) -> None:
    assert plain(markdown) == text


@pytest.mark.parametrize(
    ("environment", "terminal_", "accessible", "drawn_"),
    [
        ({}, True, False, True),
        ({}, False, False, False),
        ({}, True, True, False),
        ({"TERM": "dumb"}, True, False, False),
        ({"NO_COLOR": "1"}, True, False, True),
        ({"FORCE_COLOR": "1"}, False, False, True),
        ({"FORCE_COLOR": "0"}, False, False, False),
        ({"FORCE_COLOR": ""}, False, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False, False, False),
        ({"FORCE_COLOR": "1"}, False, True, False),
    ],
)
def test_when_a_reply_is_drawn(
    environment: dict[str, str],
    terminal_: bool,
    accessible: bool,
    drawn_: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(terminal, "is_terminal", lambda stream: terminal_)
    assert dressed(accessible=accessible) is drawn_


@pytest.mark.parametrize("literal", ["<API_KEY>", "[/red]", "[bold]", "arr[0]", ":smile:", "[link=https://x.example]"])
def test_drawing_keeps_what_looks_like_markup(literal: str) -> None:
    assert literal in uncoloured(drawn(f"Use {literal} here"))


def test_drawing_spells_links_out() -> None:
    page = drawn("[closum.com](https://evil.example/?q=1) and <https://other.example>")
    assert "https://evil.example/?q=1" in uncoloured(page)
    assert "https://other.example" in uncoloured(page)
    assert "\x1b]" not in page


def test_no_color_draws_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    assert re.search(r"\x1b\[[0-9;]*3[0-9]", drawn("`code`"))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", drawn("`code`"))


@pytest.mark.parametrize("columns", ["0", "1", "-5", "abc", "", "１２", "999999"])
def test_whatever_columns_says_the_answer_is_whole(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = uncoloured(drawn("Growth costs EUR 12 a month, " * 10)).splitlines()
    assert " ".join(" ".join(lines).split()).count("Growth costs EUR 12 a month,") == 10
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("text", ["[" * 6000, "`" * 6000, "".join("  " * i + "- x\n" for i in range(100)), "**" * 3000])
def test_drawing_ends_soon(text: str) -> None:
    began = time.perf_counter()
    drawn(text)
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("naïve café", b"naive cafe"),
        ("Zero – “free” → EUR 0…", b'Zero - "free" -> EUR 0...'),
        ("€12", b"EUR12"),
        ("短信", b"\\u77ed\\u4fe1"),
        ("😀", b"\\U0001f600"),
    ],
)
def test_an_encoding_without_the_character_gets_a_likeness(text: str, readable: bytes) -> None:
    terminal.prepare()
    assert codecs.encode(text, "ascii", "readable") == readable


def uncoloured(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)
