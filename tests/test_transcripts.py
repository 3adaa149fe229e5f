"""What is kept of a conversation, by which door, and that no fault of storage costs an answer."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from test_chat import Typist
from test_store import DROP

from closum_help.assistant import Assistant
from closum_help.errors import UsageError
from closum_help.store import Store, Turn
from closum_help.transcripts import Log, clean, conversation, markdown, replayed, turned
from closum_help.types import State

ROOT = Path(__file__).parent.parent
QUESTION = "What does the Growth plan cost a month?"
SECRETS = {
    "token": "sk-proj-abcdefghijklmnop",
    "bearer": "Authorization: Bearer abc123def456ghi789",
    "api-key": "api-key: 9f8e7d6c5b4a3928",
    "api_pw": "?api_pw=s3cr3tword",
    "jwt": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc-def_123",
    "login": "https://maria:hunter2pw@api.example.com/v2",
    "pem": "-----BEGIN PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END PRIVATE KEY-----",
    "card": "4111 1111 1111 1111",
    "iban": "PT50 0002 0123 1234 5678 9015 4",
    "mail": "maria@loja.example.pt",
    "phone": "+351 253 204 870",
}
SHOWN = ("abcdefghijklmnop", "abc123def456ghi789", "9f8e7d6c5b4a3928", "s3cr3tword", "eyJ", "hunter2pw", "MIIE")
SHOWN += ("4111 1111", "0002 0123", "maria@", "253 204")


def closum(*arguments: str, text: str = "", prefix: tuple[str, ...] = (), **options: Any) -> Any:
    return subprocess.run(
        [sys.executable, *prefix, "-m", "closum_help.cli", *arguments],
        cwd=ROOT, input=text, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False, **options,
    )  # fmt: skip


@pytest.fixture
def kept(sealed: Path) -> Store:
    """Return where the program that the test runs keeps its turns."""
    return Store(sealed / ".local" / "state" / "closum-help" / "transcripts.db", 90)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(engine="offline")


def turn(assistant: Assistant, said: str, before: State | None = None, *, contacts: bool = False) -> Turn:
    before = before or State()
    return turned("c", 1, said, assistant.answer(said, before)[0], before, contacts=contacts)


def test_a_turn_holds_what_a_keeper_needs(assistant: Assistant) -> None:
    state = assistant.answer("We are on Growth.", State())[1]
    held = turn(assistant, "and how many e-mails an hour can we send?", state)
    assert (held.kind, held.area, held.plan, held.language, held.engine) == (
        "answer", "email", "growth", "en", "offline"
    )  # fmt: skip
    assert "5,000" in held.reply and held.entries and 0 < held.confidence < 1
    assert turn(assistant, "whats a good recipe for pasteis de nata").code == "out_of_scope"
    assert turn(assistant, "and on Advanced?", state).follows


def test_a_suggestion_is_kept_in_its_words(assistant: Assistant) -> None:
    reply, state = assistant.answer("How many e-mails can I send?", State())
    assert turn(assistant, "/1", state).question == reply.suggestions[0]


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_R01_R02_no_secret_is_stored(secret: str, kept: Store) -> None:
    done = closum("-q", f"zapier: new lead should create a deal, write to {secret} about it", "--log")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(kept.turns()) == 1
    files = b"".join(path.read_bytes() for path in kept.path.parent.iterdir())
    assert not [part for part in SHOWN if part.encode() in files]
    assert b"[redacted]" in files


def test_R02_contacts_stay_where_the_setting_keeps_them(kept: Store) -> None:
    closum("-q", "my mail is maria@loja.example.pt", "--log", env={**os.environ, "CLOSUM_HELP_LOG_CONTACTS": "1"})
    assert "maria@loja.example.pt" in kept.turns()[0].question
    assert clean("ligue +351 253 204 870", contacts=False) == "ligue [redacted]"


def test_R02_our_own_contacts_stay_in_the_reply(assistant: Assistant) -> None:
    reply = assistant.answer(QUESTION)[0]._replace(text="Write to help@closum.example.")
    assert turned("c", 1, "maria@loja.pt", reply, State(), contacts=False).reply == "Write to help@closum.example."
    passed_on = reply._replace(kind="handoff", text="> write to maria@loja.pt")
    assert turned("c", 1, "", passed_on, State(), contacts=False).reply == "> write to [redacted]"


@pytest.mark.parametrize("text", ["\ud800 half", "nul \x00 byte", "\udcff", "\x1b[2J escape"])
def test_S10_what_no_text_may_hold_is_stored_and_read_back(text: str, assistant: Assistant, tmp_path: Path) -> None:
    store = Store(tmp_path / "t.db", 90)
    reply = assistant.answer("hi")[0]._replace(text=text)
    Log(store, "c").add(text, reply, State())
    (held,) = store.turns()
    assert held.question == held.reply == clean(text, contacts=True)
    assert json.loads(closum("history", "export", "--format", "json", env=_at(tmp_path, store)).stdout)


def _at(folder: Path, store: Store) -> dict[str, str]:
    """Return an environment whose transcripts are a copy of the store's."""
    target = folder / "state" / "closum-help"
    target.mkdir(parents=True)
    (target / "transcripts.db").write_bytes(store.path.read_bytes())
    return {**os.environ, "XDG_STATE_HOME": str(folder / "state")}


def test_one_question_is_kept_only_where_that_was_asked_for(kept: Store, sealed: Path) -> None:
    assert closum("-q", QUESTION).returncode == 0
    assert not kept.path.parent.exists()
    assert closum("ask", QUESTION, "--log").stderr == ""
    assert closum("-q", QUESTION, env={**os.environ, "CLOSUM_HELP_LOG": "1"}).stderr == ""
    config = sealed / ".config" / "closum-help" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("log = true")
    assert closum(text=QUESTION).stderr == ""
    assert closum("-q", QUESTION, "--no-log").stderr == ""
    assert [held.question for held in kept.turns()] == [QUESTION] * 3
    assert len({held.conversation for held in kept.turns()}) == 3


def test_an_answer_is_shown_before_it_is_stored(kept: Store) -> None:
    kept.add([Turn("c", 0, int(time.time()), "q", "r", "answer")])
    command = [sys.executable, "-m", "closum_help.cli", "-q", QUESTION, "--log"]
    with closing(sqlite3.connect(kept.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
            assert process.stdout and b"EUR 12" in process.stdout.readline()
            assert process.poll() is None
            other.execute("commit")
    assert (process.returncode, len(kept.turns())) == (0, 2)


def test_an_answer_that_could_not_be_shown_is_not_stored(kept: Store) -> None:
    with open("/dev/full", "wb") as full_device:
        command = [sys.executable, "-m", "closum_help.cli", "-q", QUESTION, "--log"]
        assert subprocess.run(command, cwd=ROOT, stdout=full_device, stderr=subprocess.PIPE).returncode == 6
    assert kept.turns() == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_batch_keeps_a_conversation_a_line(jobs: str, kept: Store) -> None:
    lines = [{"turns": ["We are on Growth.", "how many e-mails an hour can I send?"]}, {"turns": ["hi"]}] * 4
    text = "\n".join(map(json.dumps, lines))
    plain = closum("batch", "-", "--jobs", jobs, text=text)
    assert kept.turns() == []
    logged = closum("batch", "-", "--jobs", jobs, "--log", text=text)
    assert (logged.returncode, logged.stderr, logged.stdout.count("\n")) == (0, "", plain.stdout.count("\n"))
    turns = kept.turns()
    assert [held.number for held in turns] == [1, 2, 1] * 4
    assert len({held.conversation for held in turns}) == 8
    assert all("5,000" in held.reply for held in turns if held.number == 2)


def full(limit: int) -> Callable[[], None]:
    def within() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return within


def no_home(home: Path) -> dict[str, Any]:
    return {"env": {name: value for name, value in os.environ.items() if name != "HOME"}}


def blank_home(home: Path) -> dict[str, Any]:
    return {"env": {**os.environ, "HOME": ""}}


def locked_home(home: Path) -> dict[str, Any]:
    home.chmod(0o500)
    return {"prefix": ("-c", DROP)}


def no_space(home: Path) -> dict[str, Any]:
    return {"preexec_fn": full(10_000)}


def linked(home: Path) -> dict[str, Any]:
    folder = home / ".local" / "state" / "closum-help"
    folder.mkdir(parents=True)
    (folder / "transcripts.db").symlink_to(home / "elsewhere")
    return {}


def in_the_way(home: Path) -> dict[str, Any]:
    (home / ".local").write_text("a file")
    return {}


FAULTS = [no_home, blank_home, locked_home, no_space, linked, in_the_way]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("door", ["one question", "batch"])
def test_S03_S05_S06_a_fault_of_storage_is_one_line_and_costs_no_answer(
    fault: Callable[[Path], dict[str, Any]], door: str, sealed: Path
) -> None:
    arguments, text = (("-q", QUESTION), "")
    if door == "batch":
        arguments, text = ("batch", "-"), json.dumps({"turns": [QUESTION]}) + "\n" + json.dumps({"turns": ["hi"]})
    before = closum(*arguments, text=text).stdout
    done = closum(*arguments, "--log", text=text, **fault(sealed))
    sealed.chmod(0o700)
    assert done.returncode == 0
    assert _timeless(done.stdout) == _timeless(before)
    (line,) = done.stderr.splitlines()
    assert line.startswith("closum-help: This is not kept in the transcript.")
    assert not (sealed / "elsewhere").exists()


def _timeless(out: str) -> list[str]:
    return [line.partition('"elapsed_ms"')[0] for line in out.splitlines()]


def test_S04_a_damaged_file_costs_a_warning(kept: Store) -> None:
    kept.path.parent.mkdir(parents=True)
    kept.path.write_bytes(b"no database " * 99)
    done = closum("-q", QUESTION, "--log")
    assert (done.returncode, "EUR 12" in done.stdout) == (0, True)
    (line,) = done.stderr.splitlines()
    assert "damaged" in line and len(kept.turns()) == len(kept.damaged()) == 1


def test_the_chat_keeps_its_turns_unless_it_is_told_not_to(kept: Store) -> None:
    for arguments, environment in ((("chat", "--no-log"), {}), (("--no-log",), {}), ((), {"CLOSUM_HELP_LOG": "0"})):
        typist = Typist(*arguments, "--plain-ui", **environment)
        typist.types(QUESTION)
        assert typist.leaves(b"\x04") == 0
        assert kept.turns() == []
    typist = Typist("--plain-ui")
    typist.types(QUESTION)
    typist.types("/help")
    assert typist.leaves(b"\x04") == 0
    assert [held.question for held in kept.turns()] == [QUESTION]


@pytest.mark.parametrize("fault", [no_home, locked_home, no_space], ids=lambda f: f.__name__)
def test_S03_S05_the_chat_says_once_that_nothing_is_kept_and_goes_on(
    fault: Callable[[Path], dict[str, Any]], sealed: Path
) -> None:
    options = fault(sealed)
    environment = {"HOME": ""} if fault is no_home else {}
    typist = Typist("--plain-ui", prefix=options.get("prefix", ()), before=options.get("preexec_fn"), **environment)
    assert "EUR 12" in typist.types(QUESTION)
    assert "EUR 35" in typist.types("What does the Advanced plan cost a month?")
    assert typist.leaves(b"\x04") == 0
    sealed.chmod(0o700)
    assert typist.raw.count(b"not kept in the transcript") == 1


def test_S02_a_chat_that_is_killed_is_resumed_with_every_turn_that_was_answered(kept: Store) -> None:
    typist = Typist("--plain-ui")
    for line in ("We are on Growth.", "Which CRMs does it connect to?"):
        typist.types(line)
    os.kill(typist.process, 9)
    os.close(typist.screen)
    os.waitpid(typist.process, 0)
    assert len(kept.turns()) == 2
    typist = Typist("chat", "--resume", "--plain-ui")
    assert "> Which CRMs does it connect to?" in typist.raw.decode()
    assert "On Growth you can send 5,000" in typist.types("how many e-mails an hour can I send?")
    assert typist.leaves(b"\x04") == 0
    turns = kept.turns()
    assert [(held.number, held.plan) for held in turns] == [(1, "growth"), (2, "growth"), (3, "growth")]
    assert len({held.conversation for held in turns}) == 1


def test_a_conversation_is_resumed_by_the_beginning_of_its_id(kept: Store) -> None:
    kept.add([Turn("aa11", 0, int(time.time()), "hi", "Hello.", "clarify")])
    kept.add([Turn("bb22", 0, int(time.time()), QUESTION, "EUR 12.", "answer")])
    typist = Typist("chat", "--resume", "aa", "--plain-ui")
    assert "Salesforce" in typist.types("J")  # a letter answers the question of the turn before
    assert typist.leaves(b"\x04") == 0
    assert [held.question for held in kept.turns() if held.conversation == "aa11"] == ["hi", "J"]


def test_a_conversation_that_there_is_not_is_not_resumed(kept: Store) -> None:
    with pytest.raises(UsageError, match=r"There is no conversation\. "):
        conversation([], "")
    turns = [Turn(id_, 1, 1, "q", "r", "answer") for id_ in ("ab", "ac")]
    with pytest.raises(UsageError, match="no conversation 'x'"):
        conversation(turns, "x")
    with pytest.raises(UsageError, match="2 conversations begin with 'a'"):
        conversation(turns, "a")
    done = closum("chat", "abc")
    assert (done.returncode, "chat --resume abc" in done.stderr) == (2, True)


def test_a_state_is_rebuilt_with_the_plan_and_language_of_each_turn(assistant: Assistant) -> None:
    def make(**options: str) -> Assistant:
        return Assistant(**options)

    state, turns = State(), []
    spoken = Assistant(engine="offline", language="zh", plan="growth")
    for said in ("How many e-mails can I send?", "we also need 3 automations", "and 20,000 mails a month"):
        reply, after = spoken.answer(said, state)
        turns.append(turned("c", 1, said, reply, state, contacts=False))
        state = after
    assert replayed(turns, make) == state


def test_a_mark_belongs_to_the_turn_that_was_kept_last(assistant: Assistant, tmp_path: Path) -> None:
    log = Log(Store(tmp_path / "t.db", 90))
    assert not log.mark("good")
    log.add(QUESTION, assistant.answer(QUESTION)[0], State())
    assert log.mark("bad", "not for sk-proj-abcdefghijklmnop")
    assert [(held.mark, held.reason) for held in log.store.turns()] == [("bad", "not for [redacted]")]  # type: ignore[union-attr]
    assert "*[bad]* not for [redacted]" in markdown(log.store.turns())  # type: ignore[union-attr]
    assert not Log(None).mark("good")
