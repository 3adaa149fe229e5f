"""The turns of all conversations in one SQLite file, a row each.

Every call opens the file, works and closes it: a chat that is killed loses nothing, and a purge waits for none.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from closum_help.errors import OutputError
from closum_help.paths import PROGRAM
from closum_help.terminal import warn

if TYPE_CHECKING:
    from sqlite3 import Connection, DatabaseError

SCHEMA = 1
WAIT = 5.0  # seconds for another process to be done
DAY = 86_400
DAMAGED = (11, 26)  # SQLITE_CORRUPT, SQLITE_NOTADB
FIX = "Check its permissions and the free space."
SIDES = ("", "-wal", "-shm")  # the file, and the two that SQLite puts beside it

_TABLE = """
create table turns (
    id integer primary key, conversation text not null, number integer not null, time integer not null,
    question text not null, reply text not null, kind text not null, area text not null, goal text not null,
    plan text not null, language text not null, confidence real not null, engine text not null,
    degraded text not null, violations text not null, code text not null, entries text not null,
    follows integer not null, mark text not null, reason text not null, unique (conversation, number)
)
"""

T = TypeVar("T")


class Turn(NamedTuple):
    """One question and its reply as they are kept; `time` in seconds since 1970, `number` from 1 (0: not stored yet).

    `degraded` and `violations` say why a model's words were not used, `code` why the question was declined; `entries`
    is what was told, `follows` whether the turn was read with the one before; `mark` is good, bad or nothing, with the
    reader's `reason`.
    """

    conversation: str
    number: int
    time: int
    question: str
    reply: str
    kind: str
    area: str = "other"
    goal: str = "other"
    plan: str = "unknown"
    language: str = "en"
    confidence: float = 0.0
    engine: str = "offline"
    degraded: str = ""
    violations: tuple[str, ...] = ()
    code: str = ""
    entries: tuple[str, ...] = ()
    follows: bool = False
    mark: str = ""
    reason: str = ""


_INSERT = f"insert into turns ({', '.join(Turn._fields)}) values ({', '.join('?' * len(Turn._fields))})"
_SELECT = f"select {', '.join(Turn._fields)} from turns"


class Store:
    """The turns in one file; `days` is how long they are kept. Every method raises OutputError where storage fails."""

    def __init__(self, path: Path, days: int) -> None:
        self.path = path
        self._days = days

    def add(self, turns: Sequence[Turn]) -> int:
        """Store turns of one conversation and moment, drop what is too old, and return the number of the last."""

        def work(db: Connection) -> int:
            last = db.execute("select max(number) from turns where conversation = ?", [turns[0].conversation])
            number: int = last.fetchone()[0] or 0
            rows = [_row(turn._replace(number=n)) for n, turn in enumerate(turns, number + 1)]
            db.executemany(_INSERT, rows)
            db.execute("delete from turns where time < ?", [turns[-1].time - self._days * DAY])
            return number + len(turns)

        return self._write(work)

    def mark(self, conversation: str, number: int, mark: str, reason: str) -> int:
        """Mark a turn as good or bad; return 1, or 0 where it is no longer there."""
        line = "update turns set mark = ?, reason = ? where conversation = ? and number = ?"
        return self._write(lambda db: db.execute(line, [mark, reason, conversation, number]).rowcount)

    def turns(self) -> list[Turn]:
        """Return every turn in the order of storing; nothing where there is no file."""
        if not self.path.exists():
            return []
        return self._run(lambda db: [_turn(row) for row in db.execute(f"{_SELECT} order by id")])

    def purge(self, conversation: str = "", *, before: float = float("inf")) -> int:
        """Forget a conversation, or all turns before a time; return how many turns. Nothing of them stays in a file."""
        if not self.path.exists():
            return 0
        line = "delete from turns where time < ? and (conversation = ? or ? = '')"
        count = self._write(lambda db: db.execute(line, [before, conversation, conversation]).rowcount)
        if self._run(lambda db: db.execute("pragma wal_checkpoint(truncate)").fetchone()[0]):
            raise OutputError("Another process reads the transcripts.", "Purge again when it is done.")
        return count

    def damaged(self) -> list[Path]:
        """Return the files that were moved aside."""
        return sorted(self.path.parent.glob(f"{self.path.name}.corrupt-*"))

    def _write(self, work: Callable[[Connection], T]) -> T:
        def within(db: Connection) -> T:
            db.execute("begin immediate")  # a transaction that reads first cannot wait for its turn to write
            done = work(db)
            db.execute("commit")
            return done

        return self._run(within, reading=False)

    def _run(self, work: Callable[[Connection], T], *, reading: bool = True) -> T:
        """Return what `work` does with the open file; one that is damaged is moved aside first, with a warning."""
        with _told(self.path):
            import sqlite3

            for _ in range(2):  # the second look is for a process that has just begun a new file
                try:
                    return self._opened(work, reading=reading)
                except sqlite3.DatabaseError as error:
                    if not _damaged(error):
                        raise
            self._move_aside()
            return self._opened(work, reading=reading)

    def _opened(self, work: Callable[[Connection], T], *, reading: bool) -> T:
        import sqlite3

        locked = (
            reading and self.path.exists() and not all(os.access(p, os.W_OK) for p in (self.path, self.path.parent))
        )
        if not locked:
            _create(self.path)
        # A file in a folder that cannot be written to can be read only by one who promises that nobody writes.
        name = f"{self.path.absolute().as_uri()}?mode={'ro&immutable=1' if locked else 'rw'}"
        with closing(sqlite3.connect(name, WAIT, isolation_level=None, uri=True)) as db:
            _prepare(db)
            return work(db)

    def _move_aside(self) -> None:
        """Rename the file and those beside it, to a name that is free: never deleted, never written over."""
        stamp = time.strftime("corrupt-%Y%m%d-%H%M%S")
        names = (f"{self.path.name}.{stamp}{n}" for n in ("", *(f"-{n}" for n in range(2, 100))))
        target = next(self.path.with_name(name) for name in names if not self.path.with_name(name).exists())
        for side in SIDES:
            with suppress(FileNotFoundError):
                self.path.with_name(self.path.name + side).rename(target.with_name(target.name + side))
        warn(f"{PROGRAM}: The transcripts were damaged; they are now in {target}, and a new file is begun.")


def _row(turn: Turn) -> Turn:
    return turn._replace(violations="\n".join(turn.violations), entries="\n".join(turn.entries))  # type: ignore[arg-type]


def _turn(row: Sequence[str]) -> Turn:
    turn = Turn(*row)  # type: ignore[arg-type]
    violations, entries = (tuple(filter(None, str(v).split("\n"))) for v in (turn.violations, turn.entries))
    return turn._replace(violations=violations, entries=entries, follows=bool(turn.follows))


def _create(path: Path) -> None:
    """Make the folder and an empty file, for the owner alone; SQLite gives the files beside it the same mode."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600))


def _prepare(db: Connection) -> None:
    """Make the tables where there are none; OutputError where a newer program made them."""
    db.execute("pragma secure_delete = on")
    version = db.execute("pragma user_version").fetchone()[0]
    if version > SCHEMA:
        raise OutputError(f"The transcripts are of a newer {PROGRAM} (version {version}).", "Update this one.")
    if version == SCHEMA:
        return
    db.execute("pragma journal_mode = wal")
    db.execute("begin immediate")
    if db.execute("pragma user_version").fetchone()[0] == 0:  # nobody was faster
        db.execute(_TABLE)
        db.execute("create index turns_time on turns (time)")
        db.execute(f"pragma user_version = {SCHEMA}")
    db.execute("commit")


def _damaged(error: DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGED


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what storage raises into one line for a person."""
    try:
        yield
    except ImportError as error:
        raise OutputError("This Python has no sqlite3.", "Install it.") from error
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror}.", FIX) from error
    except Exception as error:
        if type(error).__module__ != "sqlite3":
            raise
        raise OutputError(f"{path}: {error}.", FIX) from error
