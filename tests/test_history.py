"""The commands for what is kept, typed as a person types them."""

import json
import time
from pathlib import Path

import pytest

from closum_help.cli import run
from closum_help.store import DAY, Store, Turn

NOW = int(time.time())
OLD = NOW - 40 * DAY


@pytest.fixture
def kept(sealed: Path) -> Store:
    store = Store(sealed / ".local" / "state" / "closum-help" / "transcripts.db", 90)
    store.add([Turn("aa11", 0, OLD, "How many e-mails?", "**2,500** a month.", "answer")])
    store.add([Turn("bb22", 0, NOW - 60, "¿Cuánto cuesta Growth?\n" + "x" * 90, "12 €", "answer", language="es")])
    store.add([Turn("aa11", 0, OLD, "and an hour?", "200", "answer", mark="bad", reason="no")])
    return store


def typed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> tuple[str, str]:
    assert run(["history", *arguments]) == code
    return capsys.readouterr()


def test_conversations_are_listed_with_their_first_question(kept: Store, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = typed(capsys, "list")
    one, two = out.splitlines()
    assert one.split()[0] == "aa11" and "2  How many e-mails?" in one
    assert two.split()[0] == "bb22" and "1  ¿Cuánto cuesta Growth? xxx" in two and two.endswith(" …")
    assert err == ""


def test_a_conversation_is_shown_by_the_beginning_of_its_id(kept: Store, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = typed(capsys, "show", "aa")
    assert "> How many e-mails?\n\n2,500 a month.\n\n> and an hour?\n\n200\n\n*[bad]* no" in out
    assert "12 €" in typed(capsys, "show")[0]  # the latest


def test_a_search_finds_turns_that_hold_all_the_words(kept: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(capsys, "search", "CUANTO", "growth")[0].split()[:2] == ["bb22", "1"]
    assert len(typed(capsys, "search", "h")[0].splitlines()) == 3
    assert typed(capsys, "search", "growth", "hour") == ("", "")


def test_an_export_is_markdown_or_json(kept: Store, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert typed(capsys, "export", "aa")[0].startswith("# closum-help aa11, 20")
    rows = json.loads(typed(capsys, "export", "--all", "--format", "json")[0])
    assert [(row["conversation"], row["number"]) for row in rows] == [("aa11", 1), ("bb22", 1), ("aa11", 2)]
    assert rows[0]["time"].endswith("Z") and rows[0]["reply"] == "**2,500** a month."
    target = tmp_path / "out.md"
    assert typed(capsys, "export", "--all", "-o", str(target)) == ("", "")
    assert target.read_text("utf-8").count("# closum-help ") == 2
    assert target.stat().st_mode & 0o077 == 0
    assert "cannot be written" in typed(capsys, "export", "-o", "/nowhere/x", code=6)[1]


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (("aa",), ["bb22"]),
        (("--older", "30"), ["bb22"]),
        (("--older", "90"), ["aa11", "bb22", "aa11"]),
        (("--all",), []),
    ],
)
def test_a_purge_forgets_what_is_named(
    arguments: tuple[str, ...], left: list[str], kept: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = typed(capsys, "purge", *arguments)
    assert (out, err) == ("", f"closum-help: {3 - len(left)} turns forgotten.\n")
    assert [turn.conversation for turn in kept.turns()] == left


def test_a_purge_of_everything_names_what_was_moved_aside(kept: Store, capsys: pytest.CaptureFixture[str]) -> None:
    aside = kept.path.with_name("transcripts.db.corrupt-20260101-000000")
    aside.write_bytes(b"x")
    assert str(aside) in typed(capsys, "purge", "--all")[1]
    assert aside.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("purge",), 2, "--all"),
        (("purge", "aa", "--all"), 2, "what to forget"),
        (("purge", "zz"), 2, "no conversation 'zz'"),
        (("show", "zz"), 2, "history list"),
        (("export", "--format", "pdf"), 2, "md or json"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: tuple[str, ...], code: int, said: str, kept: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = typed(capsys, *arguments, code=code)
    assert out == "" and said in err
    assert len(kept.turns()) == 3


def test_without_a_file_there_is_nothing_and_none_is_made(sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(capsys, "list") == ("", "")
    assert "0 turns" in typed(capsys, "purge", "--all")[1]
    assert list(sealed.iterdir()) == []


def test_S08_transcripts_of_a_newer_program_are_refused(kept: Store, capsys: pytest.CaptureFixture[str]) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(kept.path)) as db:
        db.execute("pragma user_version = 99")
    assert "newer" in typed(capsys, "list", code=6)[1]


def test_without_a_home_there_is_no_history(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HOME")
    assert "HOME" in typed(capsys, "list", code=6)[1]
