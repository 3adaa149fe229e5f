"""The chat, typed at a real terminal."""

import os
import pty
import select
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PATIENCE = 20.0  # seconds, for a machine that is busy


class Typist:
    """A person at a terminal: waits for a prompt, types, and reads what comes."""

    def __init__(
        self,
        *arguments: str,
        prefix: tuple[str, ...] = (),
        before: Callable[[], None] | None = None,
        **environment: str,
    ) -> None:
        self.process, self.screen = pty.fork()
        if not self.process:
            os.chdir(ROOT)
            os.environ.update({"TERM": "xterm-256color", "LANG": "en_US.UTF-8", **environment})
            if before:
                before()
            os.execv(sys.executable, [sys.executable, *prefix, "-m", "closum_help.cli", *arguments])
        self.prompt = b"You: " if "--plain-ui" in arguments else b"\n> "
        self.raw = b""
        self.until(self.prompt)

    def until(self, mark: bytes) -> str:
        """Return what is shown up to `mark`, or to the end of the program."""
        shown, ends = b"", time.monotonic() + PATIENCE
        while mark not in shown and time.monotonic() < ends:
            if select.select([self.screen], [], [], 0.1)[0]:
                try:
                    shown += os.read(self.screen, 65536)
                except OSError:  # Linux: the other side has gone
                    break
                shown = shown.replace(b"\r\n", b"\n")
        self.raw += shown
        return shown.decode("utf-8", "replace")

    def types(self, line: str) -> str:
        """Type a line and return what is shown up to the next prompt."""
        os.write(self.screen, line.encode("utf-8", "surrogateescape") + b"\n")
        return self.until(self.prompt)

    def presses(self, key: bytes) -> str:
        """Press a key and return what is shown up to the next prompt."""
        time.sleep(0.3)  # the prompt is shown a moment before the line is read
        os.write(self.screen, key)
        return self.until(self.prompt)

    def leaves(self, keys: bytes) -> int:
        """Press the keys and return the exit code."""
        time.sleep(0.3)
        os.write(self.screen, keys)
        self.until(b"\0 never shown")
        os.close(self.screen)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


@pytest.mark.parametrize("keys", [b"\x04", b"/exit\n", b" /quit \n"])
def test_it_says_what_it_is_and_ends_well(keys: bytes) -> None:
    typist = Typist()
    assert "unofficial" in typist.raw.decode().lower()
    assert "automatic" in typist.raw.decode().lower()
    assert typist.leaves(keys) == 0
    assert b"Traceback" not in typist.raw


def test_ctrl_c_is_asked_back_once() -> None:
    typist = Typist()
    assert "/exit" in typist.presses(b"\x03")
    typist.types("hi")
    assert "/exit" in typist.presses(b"\x03")
    assert typist.leaves(b"\x03") == 0
    assert b"Traceback" not in typist.raw


def test_a_conversation_keeps_its_state() -> None:
    typist = Typist("--plain-ui")
    assert "A) " in typist.types("hi")
    assert "Salesforce" in typist.types("J")
    typist.types("We are on Growth.")
    assert "5,000" in typist.types("how many e-mails an hour can I send?")
    assert typist.leaves(b"/exit\n") == 0


def test_a_suggestion_is_taken_by_its_number() -> None:
    typist = Typist("--plain-ui")
    offered = next(
        line for line in typist.types("How many e-mails can I send?").splitlines() if line.startswith("- /1 ")
    )
    assert offered.removeprefix("- /1 ").split()[0].lower() in typist.types("/1").lower()
    assert typist.leaves(b"\x04") == 0


def test_a_bad_line_is_told_and_the_chat_goes_on() -> None:
    typist = Typist("--plain-ui")
    assert "empty" in typist.types("\u200b")
    assert "You: " in typist.types("")
    assert "closum-help:" in typist.types("\udcff\udcfe [/red] {{ 7*7 }} price of Growth")
    assert "/exit" in typist.types("/help")
    assert typist.leaves(b"\x04") == 0
    assert b"Traceback" not in typist.raw


def test_the_screen_reader_gets_labels_and_no_escapes() -> None:
    typist = Typist("--plain-ui")
    assert "\nclosum-help:\n" in typist.types("What does Growth cost?")
    assert typist.leaves(b"\x04") == 0
    assert b"\x1b" not in typist.raw


def test_the_first_language_is_the_systems_then_the_readers() -> None:
    typist = Typist("--plain-ui", LANG="zh_CN.UTF-8")
    assert "非官方" in typist.raw.decode()
    assert "EUR 12" in typist.types("What does the Growth plan cost a month?")
    assert typist.leaves(b"\x04") == 0
    assert Typist("--plain-ui", "--lang", "zh").leaves(b"\x04") == 0
