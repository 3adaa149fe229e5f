"""YAML that reads as it is typed, or is refused with its line: each trap that a keeper can fall into, once."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closum_help.strict_yaml import CAP, HIDDEN, load


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf") / "x.yaml"


def lines(path: Path, content: str | bytes) -> list[str]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [str(problem) for problem in load(path, "x.yaml").problems]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("0.014", 0.014),
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("True", "True"),
        ("no", "no"),
        ("on", "on"),
        ("off", "off"),
        ("yes", "yes"),
        ("~", "~"),
        ("3.10", "3.10"),
        ("1.0", "1.0"),
        (".5", ".5"),
        ("010", "010"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("12:30:45", "12:30:45"),
        ("00420603123456", "00420603123456"),
        ("9" * 30, "9" * 30),
        ("2026-11-22", "2026-11-22"),
        ("2024-13-45", "2024-13-45"),
        ("it's", "it's"),
        ("每月一封", "每月一封"),
        ('"12"', "12"),
        ("'true'", "true"),
        ('"a\\nb"', "a\nb"),
    ],
)
def test_a_scalar_is_text_unless_it_is_plainly_something_else(shelf: Path, typed: str, read: object) -> None:
    shelf.write_text(f"key: {typed}\n", "utf-8")
    held = load(shelf)
    assert held.problems == ()
    assert held.data == {"key": read} and type(held.data["key"]) is type(read)


def test_keys_are_always_text(shelf: Path) -> None:
    shelf.write_text("no: 1\n1: 2\ntrue: 3\n2026-11-22: 4\n", "utf-8")
    assert load(shelf).data == {"no": 1, "1": 2, "true": 3, "2026-11-22": 4}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("a: 1\nb: 2\na: 3\n", "x.yaml:3:1: duplicate key 'a', first at line 1"),
        ("a:\n  url: 1\n  url: 2\n", "x.yaml:3:3: duplicate key 'url', first at line 2"),
        ("a: {url: 1, url: 2}\n", "x.yaml:1:13: duplicate key 'url', first at line 1"),
        ("a: &x [1]\n", "x.yaml:1:4: anchor &x"),
        ("a: *x\n", "x.yaml:1:4: alias *x"),
        ("a: {<<: {b: 1}}\n", "x.yaml:1:5: merge key '<<'"),
        (
            "a: !!python/object/apply:os.system [ls]\n",
            "x.yaml:1:4: tag 'tag:yaml.org,2002:python/object/apply:os.",
        ),
        ("a: !include b.yaml\n", "x.yaml:1:4: tag '!include'"),
        ("%YAML 1.1\n---\na: 1\n", "x.yaml:1:1: a directive"),
        ("a: 1\n---\nb: 2\n", "x.yaml:2:1: a second document"),
        ("", "x.yaml:1:1: the file is empty"),
        ("# nothing yet\n", "x.yaml:1:1: the file is empty"),
        ("a:1", "x.yaml:1:1: the file holds neither a mapping nor a list"),
        ("a:\n\tb: 1\n", "x.yaml:2:1: the indentation holds U+0009; indent with spaces"),
        ("a:\n\u00a0 b: 1\n", "x.yaml:2:1: the indentation holds U+00A0"),
        ("a:\n  \u3000b: 1\n", "x.yaml:2:3: the indentation holds U+3000"),
        ("a: Settings: Products\n", "x.yaml:1:12: not YAML: mapping values are not allowed"),
        ("a: {{ price }}\n", "x.yaml:1:5: a key that is not text; put text with braces or brackets in double quotes"),
        ("? \n: 1\n", "x.yaml:1:2: an empty key"),
        ("a: 'it's'\n", "x.yaml:1:8: not YAML:"),
        ("a: [1, 2\nb: 3\n", "x.yaml:2:2: not YAML:"),
        ('a: "1\nb: 3\n', "end of stream; close the quotation mark"),
        ("a: @you\n", "x.yaml:1:4: not YAML: found character that cannot start any token; put text that starts"),
        ("a: caf\u00e9\n".encode("latin-1"), "x.yaml:1:7: byte 0xe9 is not UTF-8"),
        ("a: 1\nb: 好\n".encode("gb18030"), "x.yaml:2:4: byte 0xba is not UTF-8"),
        ("a: 1\n".encode("utf-16"), "x.yaml:1:1: the file is binary or not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0", "x.yaml:1:1: the file is binary"),
        (b"a: " + b"x" * CAP, "x.yaml:1:1: the file is larger than 512 kB"),
        ("\ufeffa: 1\n", "x.yaml:1:1: hidden character U+FEFF"),
        ("a: b\x1b[2Jc\n", "x.yaml:1:5: hidden character U+001B"),
        ("a: 1 # \u202e\n", "x.yaml:1:8: hidden character U+202E"),
        ("a:\n- 好\u200b的\n", "x.yaml:2:4: hidden character U+200B"),
        ('a: "\\e[2J"\n', "x.yaml:1:4: hidden character U+001B; delete it, also where it is written as an escape"),
        ('a: "\\u2066x"\n', "x.yaml:1:4: hidden character U+2066"),
        ('"\\u202ea": 1\n', "x.yaml:1:1: hidden character U+202E"),
        ("a: b\tc\n", "x.yaml:1:4: hidden character U+0009"),
        ('a: "\\ud800"\n', "x.yaml:1:7: not YAML:"),
        ("a: " + "[" * 100_000, "x.yaml:1:19: nested deeper than 16 levels"),
        ("- " * 100_000, "x.yaml:1:33: nested deeper than 16 levels"),
        ("{" * 100_000, "nested deeper than 16 levels"),
    ],
)
def test_a_fault_is_refused_with_its_place_and_a_remedy(shelf: Path, content: str | bytes, problem: str) -> None:
    start = time.process_time()
    found = lines(shelf, content)
    assert time.process_time() - start < 0.5
    assert any(problem in line for line in found), found
    assert all("; " in line and line.startswith("x.yaml:") for line in found)


def test_a_bomb_of_aliases_is_refused_without_being_built(shelf: Path) -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [f"{new}: &{new} [{', '.join(['*' + old] * 9)}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)]
    found = lines(shelf, "\n".join(rows))
    assert len(found) == 9 + 8 * 9
    assert len(json.dumps(load(shelf).data)) < 1000


def test_reading_goes_on_after_a_fault_that_leaves_the_rest_readable(shelf: Path) -> None:
    found = lines(shelf, "a: &x 1\nb: *x\nb: 2\nc: !t 3\nd: 4\n")
    assert [line.split(";")[0] for line in found] == [
        "x.yaml:1:4: anchor &x",
        "x.yaml:2:4: alias *x",
        "x.yaml:3:1: duplicate key 'b', first at line 2",
        "x.yaml:4:4: tag '!t'",
    ]
    assert load(shelf).data == {"a": 1, "b": None, "c": 3, "d": 4}


def test_a_file_that_is_not_there_or_not_a_file_is_a_problem_too(tmp_path: Path) -> None:
    assert "cannot be read" in str(load(tmp_path / "none.yaml").problems[0])
    assert "cannot be read" in str(load(tmp_path).problems[0])


def test_every_value_has_its_place(shelf: Path) -> None:
    shelf.write_text("entries:\n  zero:\n    text: {en: One, zh: 一}\n    see:\n    - a\n    - b\n", "utf-8")
    held = load(shelf)
    assert held.positions["entries", "zero", "text", "zh"] == (3, 21)
    assert held.positions["entries", "zero", "see", 1] == (6, 7)
    assert held.at(("entries", "zero", "text", "pt")) == (3, 5), "the nearest thing around what is missing"
    assert held.at(("nothing",)) == (1, 1)


def test_unquoted_text_before_a_comment_is_marked(shelf: Path) -> None:
    shelf.write_text("a: use # sign\nb: 'use' # sign\nc: use#sign\nd: {e: f # g\n  }\nh: [i, j] # k\n", "utf-8")
    assert load(shelf).cut == {("a",), ("d", "e")}


def test_windows_line_ends_are_read_like_others(shelf: Path) -> None:
    assert lines(shelf, "a: 1\r\nb:\r\n- x\r\n- *y\r\n") == [
        "x.yaml:4:3: alias *y; write the value out, or quote the text"
    ]


@given(st.binary(max_size=200) | st.text("ab:-[]{}#&*!|>'\"%@`,? \n\t\\x\u00a0\u202e好", max_size=60))
def test_whatever_a_file_holds_is_read_or_refused(shelf: Path, content: bytes | str) -> None:
    shelf.write_bytes(content if isinstance(content, bytes) else content.encode())
    held = load(shelf)
    assert held.data is not None or held.problems
    assert all(problem.line > 0 and problem.col > 0 for problem in held.problems)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20).filter(
    lambda text: not HIDDEN.search(text)
)


LEAF = TEXT | st.integers(-(10**14), 10**14) | st.booleans() | st.none()


@given(st.dictionaries(TEXT.filter(bool), st.recursive(LEAF, st.lists, max_leaves=9)))
def test_json_reads_as_json(shelf: Path, data: dict[str, object]) -> None:
    shelf.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    held = load(shelf)
    assert held.data == data and held.problems == ()
