"""The program as a process: streams, signals, exit codes, and one line for whatever goes wrong."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from closum_help import __version__, doors
from closum_help.cli import run
from closum_help.doors import Setup
from closum_help.errors import EngineError
from closum_help.knowledge import open_knowledge
from closum_help.types import Degraded, Reply

ROOT = Path(__file__).parent.parent
PROGRAM = [sys.executable, "-m", "closum_help.cli"]
QUESTION = "What does the Growth plan cost a month?"


def closum(*arguments: str | bytes, text: bytes | None = None, shell: str = "", **environment: str) -> Any:
    """Run the program and return the finished process; `shell` is a redirection, `text` goes to stdin."""
    environ = {**os.environ, **environment}
    command: list[Any] = [*PROGRAM, *arguments]
    if shell:
        command = ["sh", "-c", f'"$@" {shell}', "sh", *command]
    stdin = {"input": text} if text is not None else {"stdin": subprocess.DEVNULL}
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, timeout=60, check=False, **stdin)


def one_line(stderr: bytes) -> str:
    """Return the one line of ours that stderr holds."""
    (line,) = stderr.decode().splitlines()
    assert line.startswith("closum-help: ")
    return line


def test_an_answer_alone_on_stdout_and_nothing_on_stderr() -> None:
    done = closum("-q", QUESTION)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"EUR 12" in done.stdout
    assert b"\x1b" not in done.stdout
    assert b"**" not in done.stdout


@pytest.mark.parametrize(
    "arguments", [("-q", QUESTION), ("--question", QUESTION), ("ask", QUESTION), ("ask", *QUESTION.split())]
)
def test_ways_to_ask(arguments: tuple[str, ...]) -> None:
    assert b"EUR 12" in closum(*arguments).stdout


@pytest.mark.parametrize("arguments", [(), ("ask",), ("ask", "-")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_question_from_stdin(arguments: tuple[str, ...], encoding: str) -> None:
    done = closum(*arguments, text=f"{QUESTION}\r\n".encode(encoding))
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"EUR 12" in done.stdout


def test_json_is_one_object() -> None:
    done = closum("-q", QUESTION, "--json", FORCE_COLOR="1")
    reply = json.loads(done.stdout)
    assert (done.returncode, done.stderr, reply["kind"]) == (0, b"", "answer")
    assert "explain" not in reply
    assert "explain" in json.loads(closum("-q", QUESTION, "--json", "--explain").stdout)


def test_plan_and_language_count_as_said() -> None:
    reply = json.loads(
        closum("-q", "How many e-mails can I send?", "--plan", "Growth", "--lang", "zh_TW", "--json").stdout
    )
    assert (reply["intent"]["plan"], reply["language"]) == ("growth", "zh")


@pytest.mark.parametrize(
    ("arguments", "text", "code", "said"),
    [
        (("-q", ""), None, 2, "empty"),
        (("-q", " \t\n"), None, 2, "empty"),
        (("-q", "\x1b[31m\u200b"), None, 2, "empty"),
        ((), b"", 2, "empty"),
        ((), b" " * 20_000, 2, "empty"),
        (("-q", "x" * 8_001), None, 2, "8,000"),
        (("ask", "x" * 100_000), None, 2, "8,000"),
        ((), b"x" * 50_000_000, 2, "8,000"),
        (("-q", QUESTION, "--plan", "gold"), None, 2, "'gold'"),
        (("-q", QUESTION, "--lang", "fr"), None, 2, "'fr'"),
        (("-q", QUESTION, "--lang", ""), None, 2, "language"),
        (("-q", QUESTION, "--engine", "gpt"), None, 2, "'gpt'"),
        (("-q", QUESTION, "--plna", "x"), None, 2, "--plan"),
        (("-q",), None, 2, "-q"),
        (("bach",), None, 2, "'batch'"),
        ((QUESTION,), None, 2, "-q"),
        (("--explain", "batch", "x"), None, 2, "command"),
        (("--plan", "zero", "ask", "x"), None, 2, "command"),
        (("ask", "-what is it"), None, 2, "-q"),
        (("chat",), b"hi", 2, "terminal"),
        (("batch", "/nowhere"), None, 2, "/nowhere"),
        (("batch", "-", "--jobs", "0"), None, 2, "--jobs"),
        (("batch",), None, 2, "FILE"),
        (("-q", QUESTION, "--engine", "openai"), None, 3, "CLOSUM_HELP_API_KEY"),
        (("-q", QUESTION, "--engine", "openai", "--base-url", "ftp://x"), None, 3, "--base-url"),
        (("-q", QUESTION, "--knowledge", "/nowhere"), None, 2, "not a folder"),
        (("batch", "-", "-o", "/nowhere/x"), b"", 6, "/nowhere/x"),
    ],
)
def test_what_cannot_be_used_is_one_line(arguments: tuple[str, ...], text: bytes | None, code: int, said: str) -> None:
    done = closum(*arguments, text=text)
    assert (done.returncode, done.stdout) == (code, b"")
    assert said in one_line(done.stderr)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("-q", "", "--json"), "usage"),
        (("-q", QUESTION, "--lang", "fr", "--json"), "usage"),
        (("-q", QUESTION, "--plna", "--json"), "usage"),
        (("-q", QUESTION, "--engine", "openai", "--json"), "config"),
        (("-q", QUESTION, "--knowledge", "/nowhere", "--json"), "usage"),
    ],
)
def test_with_json_an_error_is_json_and_stands_alone(arguments: tuple[str, ...], code: str) -> None:
    done = closum(*arguments)
    assert json.loads(done.stdout)["error"]["code"] == code
    assert done.stderr == b""
    assert done.returncode == {"usage": 2, "config": 3}[code]


@pytest.mark.parametrize(
    "question",
    [
        b"\x1b[31mWhat does \x1b]0;t\x07the Growth plan cost a month?",
        b"What does the Growth plan cost a month? \xff\xfe",
        b"What does the Growth plan cost a month? [/red] [bold] :smile:",
        b"What does the Growth plan cost a month? {{ 7*7 }} {% raw %}",
        b"-- What does the Growth plan cost a month?",
        "What does\u202e the\u200b Growth plan cost a month?\U000e0041".encode(),
    ],
)
def test_a_strange_question_is_cleaned_and_answered(question: bytes) -> None:
    for done in (closum("-q", question), closum(text=question)):
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"EUR 12" in done.stdout
        assert b"\x1b" not in done.stdout


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"HOME": ""},
        {"HOME": "/nowhere"},
        {"TERM": "dumb"},
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        {"FORCE_COLOR": "0"},
        {"COLUMNS": "0"},
        {"OPENAI_API_KEY": "sk-other-tools", "OPENAI_BASE_URL": "https://other.example"},
    ],
)
def test_in_a_strange_environment_it_answers(environment: dict[str, str]) -> None:
    for question in (QUESTION, "Growth套餐一个月多少钱？"):
        done = closum("-q", question, **environment)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"12" in done.stdout
        assert b"\x1b" not in done.stdout
        assert json.loads(closum("-q", question, "--json", **environment).stdout)["kind"] == "answer"


def test_force_color_draws_in_a_pipe() -> None:
    assert b"\x1b[" in closum("-q", "How do I set up an SMS campaign?", FORCE_COLOR="1", TERM="xterm").stdout


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"CLOSUM_HELP_API_KEY": " "}, "CLOSUM_HELP_API_KEY"),
        ({"CLOSUM_HELP_API_KEY": "sk-“secret”"}, "CLOSUM_HELP_API_KEY"),
        ({"CLOSUM_HELP_BASE_URL": "http://maria:secret@h.example"}, "CLOSUM_HELP_BASE_URL"),
    ],
)
def test_under_auto_a_bad_setting_is_a_line_and_the_offline_answer(environment: dict[str, str], named: str) -> None:
    done = closum("-q", QUESTION, **environment)
    assert (done.returncode, b"EUR 12" in done.stdout) == (0, True)
    assert named in one_line(done.stderr)
    assert "secret" not in one_line(done.stderr)
    assert closum("-q", QUESTION, "--engine", "offline", **environment).stderr == b""
    demanded = closum("-q", QUESTION, "--engine", "openai", **environment)
    assert (demanded.returncode, demanded.stdout) == (3, b"")


def test_a_wrong_line_of_the_file_is_named(sealed: Path) -> None:
    file = sealed / "config.toml"
    file.write_text("modle = 'x'")
    done = closum("-q", QUESTION, CLOSUM_HELP_CONFIG=str(file))
    assert (done.returncode, done.stdout) == (3, b"")
    assert str(file) in one_line(done.stderr)


@pytest.mark.parametrize(
    ("arguments", "shell", "code"),
    [
        (("-q", QUESTION), ">/dev/full", 6),
        (("-q", QUESTION, "--json"), ">/dev/full", 6),
        (("-q", "", "--json"), ">/dev/full", 2),
        (("schema",), ">/dev/full", 6),
        (("--version",), ">/dev/full", 6),
        (("--help",), ">/dev/full", 6),
        (("batch", "-", "-o", "/dev/full"), "", 6),
        (("-q", QUESTION), ">&-", 6),
        ((), "<&-", 2),
        (("ask", "-"), "<&-", 2),
        (("chat",), "<&-", 2),
        (("batch", "-"), "<&-", 2),
    ],
)
def test_a_stream_that_is_full_or_closed_is_one_line(arguments: tuple[str, ...], shell: str, code: int) -> None:
    done = closum(*arguments, shell=shell, text=b'{"turns": ["hi"]}\n')
    assert (done.returncode, done.stdout) == (code, b"")
    one_line(done.stderr)


@pytest.mark.parametrize("shell", ["2>&-", "2>/dev/full", "2>&- >&-", "2>&- <&-"])
def test_without_stderr_the_exit_code_is_the_same(shell: str) -> None:
    done = closum("-q", "", shell=shell)
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


@pytest.mark.parametrize("arguments", [("-q", QUESTION), ("schema",), ("batch", "-"), ("batch", "-", "--jobs", "2")])
def test_a_reader_that_leaves_is_no_error(arguments: tuple[str, ...]) -> None:
    lines = b'{"turns": ["hi"]}\n' * 200
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.Popen(
        [*PROGRAM, *arguments], cwd=ROOT, stdin=subprocess.PIPE, stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    _, stderr = process.communicate(lines, timeout=60)
    assert (process.returncode, stderr) == (0, b"")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("arguments", [(), ("batch", "-"), ("batch", "-", "--jobs", "2")])
def test_a_signal_ends_it_without_a_word(arguments: tuple[str, ...], number: int, code: int) -> None:
    process = subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdin
    process.stdin.write(b'{"turns": ["hi"]}\n')
    process.stdin.flush()
    time.sleep(1.5)
    os.killpg(process.pid, number)
    _, stderr = process.communicate(timeout=30)
    assert (process.returncode, stderr) == (code, b"")


def test_batch_writes_a_file(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": 1, "turns": ["Growth套餐多少钱？"]}\nbad\n{"id": 2, "turns": ["hi"]}\n', "utf-8")
    done = closum("batch", str(source), "-o", str(target))
    assert [json.loads(line)["id"] for line in target.read_text("utf-8").splitlines()] == [1, 2]
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"line 2: not JSON; ")


@pytest.mark.parametrize("command", [(), ("ask",), ("chat",), ("batch",), ("prompt",), ("schema",), ("kb",), ("eval",)])
def test_every_command_has_a_help_without_colours(command: tuple[str, ...]) -> None:
    done = closum(*command, "--help", FORCE_COLOR="1")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Usage: closum-help" in done.stdout
    assert b"\x1b" not in done.stdout


def test_a_group_without_a_command_lists_its_own() -> None:
    done = closum("kb")
    assert (done.returncode, done.stderr) == (2, b"")
    assert b"Commands:" in done.stdout


def test_version_and_schema() -> None:
    assert closum("--version").stdout.decode() == f"closum-help {__version__}\n"
    assert closum("--json", "--version").stdout.decode() == f"closum-help {__version__}\n"
    assert json.loads(closum("schema").stdout)["type"] == "object"


def test_prompt_prints_what_a_model_would_get_and_calls_nobody() -> None:
    done = closum("prompt", "-q", QUESTION, CLOSUM_HELP_API_KEY="sk-x", CLOSUM_HELP_BASE_URL="http://127.0.0.1:9")
    assert (done.returncode, done.stderr) == (0, b"")
    assert QUESTION in done.stdout.decode()
    printed = json.loads(closum("prompt", "-q", QUESTION, "--json").stdout)
    assert printed["messages"][0]["role"] == "system"
    assert printed["messages"][-1] == {"role": "user", "content": QUESTION}
    assert f"[about {printed['tokens']:,} tokens]" in closum("prompt", "-q", QUESTION).stdout.decode()
    of_ones_own = closum("prompt", "-q", QUESTION, "--base-url", "http://127.0.0.1:9/v1").stdout
    assert of_ones_own == closum("prompt", "-q", QUESTION, "--prompt", "slice").stdout
    assert len(of_ones_own) < len(closum("prompt", "-q", QUESTION, CLOSUM_HELP_PROMPT="book").stdout) / 5
    no_answer = closum("prompt", "-q", "hi")
    assert (no_answer.returncode, no_answer.stdout) == (0, b"")
    one_line(no_answer.stderr)


def test_one_answer_imports_nothing_that_it_does_not_need() -> None:
    heavy = "argparse dataclasses openai prompt_toolkit pydantic rich yaml closum_help.batch closum_help.kb"
    code = f"""
import sys
from closum_help.cli import run
assert run(["-q", {QUESTION!r}]) == 0
print(sorted(set({heavy!r}.split()) & set(sys.modules)))"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


class Scripted:
    """An assistant with one reply."""

    engine_error = EngineError("The model service did not answer in time.")
    knowledge = open_knowledge()

    def __init__(self, degraded: Degraded | None) -> None:
        self.reply = Reply(kind="clarify", language="en", text="What about?", degraded=degraded)

    def answer(self, _text: str) -> tuple[Reply, None]:
        return self.reply, None


@pytest.mark.parametrize(
    ("engine", "degraded", "code", "said"),
    [
        ("openai", None, 0, ""),
        ("openai", Degraded("timeout"), 4, "in time"),
        ("openai", Degraded("guard", ("EUR 13",)), 0, "sources"),
        ("auto", Degraded("timeout"), 0, "in time"),
    ],
)
def test_a_failed_service_is_a_failure_only_where_it_was_demanded(
    engine: str,
    degraded: Degraded | None,
    code: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(Setup, "assistant", lambda self, settings: Scripted(degraded))
    monkeypatch.setenv("CLOSUM_HELP_API_KEY", "sk-x")
    assert run(["-q", QUESTION, "--engine", engine]) == code
    out, err = capsys.readouterr()
    assert out == "What about?\n"
    assert said in err
    assert bool(err) is bool(said)


def test_how_it_came_about_goes_to_stderr(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    scripted = Scripted(None)
    scripted.reply = scripted.reply._replace(explain={"signals": ("plan", "price\x1b[31m")})
    monkeypatch.setattr(Setup, "assistant", lambda self, settings: scripted)
    assert run(["-q", QUESTION, "--explain"]) == 0
    assert capsys.readouterr() == ("What about?\n", "signals: ['plan', 'price']\n")


def test_a_fault_of_ours_is_one_line_without_data(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fault(*_: object, **__: object) -> int:
        raise ZeroDivisionError("sk-secret")

    monkeypatch.setattr(doors, "answer", fault)
    assert run(["-q", QUESTION]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "ZeroDivisionError at test_cli.py:" in one_line(err.encode())
    assert "secret" not in err
    assert run(["-q", QUESTION, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "error"
