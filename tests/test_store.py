"""Turns in a file that others write to, fill up, break, link and lock: what was stored stays, what was purged goes."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from closum_help.errors import OutputError
from closum_help.store import DAY, SCHEMA, SIDES, Store, Turn

NOW = 1_795_000_000
TURN = Turn("c", 0, NOW, "What does it cost?", "EUR 12.", "answer")
DROP = """
import ctypes, os, sys
libc = ctypes.CDLL(None)
for capability in (1, 2):  # root may write where it may not, unless these two are taken away
    libc.prctl(24, capability, 0, 0, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
WRITER = """
import sys
from pathlib import Path
from closum_help.store import Store, Turn
store, name = Store(Path(sys.argv[1]), 90), sys.argv[2]
sys.stdin.readline()
for n in range(int(sys.argv[3])):
    store.add([Turn(name, 0, 1_795_000_000, f"question {n}", "reply " * 50, "answer")])
    print(n, flush=True)
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "state" / "transcripts.db", 90)


def unprivileged(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python code as one who is bound by the modes of files, whoever runs the tests."""
    return subprocess.run(
        [sys.executable, "-c", DROP, "-c", code, *map(str, arguments)], capture_output=True, text=True, timeout=60
    )


def writer(store: Store, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(store.path), name, str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


def test_turns_come_back_as_they_were_and_numbered(store: Store) -> None:
    full = TURN._replace(
        violations=("EUR 13", "Pro costs"), entries=("plans/x", "email/y"), follows=True, mark="bad", reason="no"
    )
    assert store.turns() == []
    assert store.add([TURN, full]) == 2
    assert store.add([TURN._replace(conversation="d")]) == 1
    assert store.add([TURN]) == 3
    assert store.turns() == [
        TURN._replace(number=1),
        full._replace(number=2),
        TURN._replace(conversation="d", number=1),
        TURN._replace(number=3),
    ]


def test_a_turn_is_marked_where_it_is_still_there(store: Store) -> None:
    store.add([TURN, TURN])
    assert store.mark("c", 1, "bad", "wrong price") == 1
    assert [(turn.mark, turn.reason) for turn in store.turns()] == [("bad", "wrong price"), ("", "")]
    assert store.mark("c", 9, "good", "") == 0


def test_what_is_too_old_goes_with_the_next_turn(store: Store) -> None:
    store.add([TURN._replace(time=NOW - 91 * DAY), TURN._replace(time=NOW - 89 * DAY)])
    assert len(store.turns()) == 2
    store.add([TURN])
    assert [turn.number for turn in store.turns()] == [2, 3]


def test_S01_twelve_processes_of_forty_turns_are_480_rows(store: Store) -> None:
    processes = [writer(store, f"c{n}", 40) for n in range(12)]
    for process in processes:
        go(process)
    for process in processes:
        out, _ = process.communicate(timeout=120)
        assert (process.returncode, len(out.split())) == (0, 40)
    turns = store.turns()
    assert len(turns) == 480
    for n in range(12):
        assert [turn.number for turn in turns if turn.conversation == f"c{n}"] == list(range(1, 41))


def test_S02_every_acknowledged_turn_outlives_kill_9(store: Store) -> None:
    acknowledged = 0
    for n in range(20):
        process = writer(store, f"c{n}", 10_000)
        go(process)
        assert process.stdout
        for _ in range(1 + n):  # killed at another moment each time
            process.stdout.readline()
        process.kill()
        acknowledged += 1 + n + len(process.communicate()[0].split())
    turns = store.turns()
    assert acknowledged <= len(turns) <= acknowledged + 20  # stored, but killed before it could say so
    assert all(turn.reply == "reply " * 50 for turn in turns)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)


FULL = """
import resource, sys
from pathlib import Path
from closum_help.store import Store, Turn
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
store = Store(Path(sys.argv[1]), 90)
try:
    for n in range(100):
        store.add([Turn("c", 0, 1_795_000_000, "q", "x" * 9000, "answer")])
        print(n, flush=True)
except Exception as error:
    print(type(error).__name__, error, file=sys.stderr)
"""


def test_S03_what_no_longer_fits_is_told_and_what_did_fit_stays(store: Store) -> None:
    done = subprocess.run([sys.executable, "-c", FULL, str(store.path)], capture_output=True, text=True, timeout=60)
    assert done.stderr.startswith("OutputError") and "Traceback" not in done.stderr
    stored = len(done.stdout.split())
    assert 0 < stored < 100
    assert len(store.turns()) == stored
    assert store.add([TURN]) == stored + 1


def rot(data: bytes) -> bytes:
    return data[:4096] + b"\xa5" * (len(data) - 4096)


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"not a database, but text " * 500, lambda data: data[:5000], rot],
    ids=["text", "cut", "rot"],
)
@pytest.mark.parametrize("reading", [True, False], ids=["read", "written"])
def test_S04_a_damaged_file_is_moved_aside_with_one_warning(
    damage: Callable[[bytes], bytes], reading: bool, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    store.add([TURN] * 200)
    damaged = damage(store.path.read_bytes())
    store.path.write_bytes(damaged)
    assert store.turns() == [] if reading else store.add([TURN]) == 1
    store.add([TURN])
    (line,) = capsys.readouterr().err.splitlines()
    (aside,) = store.damaged()
    assert str(aside) in line
    assert aside.read_bytes() == damaged


def test_S04_a_second_damaged_file_does_not_replace_the_first(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    for text in (b"one" * 99, b"two" * 99, b"three" * 99):
        store.path.parent.mkdir(exist_ok=True)
        store.path.write_bytes(text)
        store.add([TURN])
    assert sorted(path.read_bytes()[:3] for path in store.damaged()) == [b"one", b"thr", b"two"]
    assert len(capsys.readouterr().err.splitlines()) == 3


LOCKED = """
import sys
from pathlib import Path
from closum_help.store import Store, Turn
store = Store(Path(sys.argv[1]), 90)
print(len(store.turns()))
store.add([Turn("c", 0, 1, "q", "r", "answer")])
"""


@pytest.mark.parametrize("locked", ["folder", "file"])
def test_S05_what_cannot_be_written_to_can_still_be_read(locked: str, store: Store) -> None:
    store.add([TURN])
    path, mode = (store.path.parent, 0o500) if locked == "folder" else (store.path, 0o400)
    path.chmod(mode)
    done = unprivileged(LOCKED, store.path)
    path.chmod(0o700)
    assert done.stdout == "1\n"
    assert "OutputError" in done.stderr.splitlines()[-1]
    assert len(store.turns()) == 1


def test_S06_a_link_or_a_folder_is_no_place_and_a_missing_folder_is_made(store: Store, tmp_path: Path) -> None:
    assert store.add([TURN]) == 1
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"")
    linked = Store(tmp_path / "linked.db", 90)
    linked.path.symlink_to(elsewhere)
    with pytest.raises(OutputError, match=r"linked\.db"):
        linked.add([TURN])
    with pytest.raises(OutputError, match=r"linked\.db"):
        linked.turns()
    assert elsewhere.read_bytes() == b""
    (tmp_path / "folder.db").mkdir()
    with pytest.raises(OutputError, match=r"folder\.db"):
        Store(tmp_path / "folder.db", 90).add([TURN])


def test_S07_folder_and_files_are_for_their_owner_alone(store: Store) -> None:
    before = os.umask(0o022)
    try:
        store.add([TURN])
        with closing(sqlite3.connect(store.path, isolation_level=None)) as db:  # holds the two files beside it open
            db.execute(
                "insert into turns select null, 'd', 1, 1, '', '', '', '', '', '', '', 0, '', '', '', '', '', 0, '', ''"
            )
            modes = {side: store.path.with_name(store.path.name + side).stat().st_mode & 0o777 for side in SIDES}
    finally:
        os.umask(before)
    assert modes == dict.fromkeys(SIDES, 0o600)
    assert store.path.parent.stat().st_mode & 0o777 == 0o700


def test_S08_a_file_of_a_newer_program_is_left_alone(store: Store) -> None:
    store.add([TURN])
    with closing(sqlite3.connect(store.path, isolation_level=None)) as db:
        db.execute(f"pragma user_version = {SCHEMA + 1}")
        db.execute("alter table turns rename to rows")
    before = store.path.read_bytes()
    for work in (store.turns, lambda: store.add([TURN]), lambda: store.purge()):
        with pytest.raises(OutputError, match="newer"):
            work()
    assert store.path.read_bytes() == before
    assert not store.damaged()


def test_S09_what_is_purged_is_in_none_of_the_files(store: Store) -> None:
    store.add([TURN._replace(question=f"secret{n} " * 400, reply=f"secret{n} " * 900) for n in range(30)])
    store.add([TURN._replace(conversation="kept", question="kept1")])
    store.add([TURN._replace(conversation="old", time=NOW - DAY, reason="secret")])
    reader = sqlite3.connect(store.path)  # another program has the file open, so that the -wal stays
    assert reader.execute("select count(*) from turns").fetchone() == (32,)
    assert store.purge("c") == 30
    assert store.purge(before=NOW - 10) == 1
    files = [path for side in SIDES if (path := store.path.with_name(store.path.name + side)).exists()]
    assert len(files) == 3
    assert not any(b"secret" in path.read_bytes() for path in files)
    assert [turn.question for turn in store.turns()] == ["kept1"]
    reader.close()
    assert store.purge() == 1
    assert b"kept1" not in store.path.read_bytes()


def test_S09_a_purge_that_another_reader_holds_up_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("closum_help.store.WAIT", 0.1)
    store.add([TURN])
    with closing(sqlite3.connect(store.path, isolation_level=None)) as reader:
        reader.execute("begin")
        reader.execute("select * from turns").fetchone()
        with pytest.raises(OutputError, match="Another process"):
            store.purge()
    assert store.purge() == 0
    assert b"What does it cost" not in store.path.read_bytes()
