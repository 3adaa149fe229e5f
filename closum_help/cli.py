"""The door from the shell: streams, signals, exit codes; whatever goes wrong is one line, never a traceback."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from errno import ENOSPC
from signal import SIGTERM, signal
from types import FrameType

from closum_help import __version__, terminal
from closum_help.errors import HelpError, OutputError
from closum_help.paths import PROGRAM

INTERRUPTED = 130
TERMINATED = 143


def main() -> None:
    """Run what was typed and leave at once: taking the interpreter down in order costs a seventh of an answer."""
    gc.set_threshold(50_000)  # one answer is over before there is anything worth collecting
    code = run([_decoded(argument) for argument in sys.argv[1:]])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError):  # AttributeError: the stream was closed before we began
            stream.flush()
    os._exit(code)


def _decoded(argument: str) -> str:
    """Return the argument as the UTF-8 that it was typed in, also where the locale has no such characters."""
    try:
        argument.encode()
    except UnicodeEncodeError:
        return os.fsencode(argument).decode("utf-8", "replace")
    return argument


def run(arguments: list[str]) -> int:
    """Run what was typed and return the exit code."""
    try:
        terminal.prepare()
        signal(SIGTERM, _terminated)
        os.environ.pop("OPENAI_LOG", None)  # with it the SDK writes its own lines to our stderr
        if arguments == ["--version"]:
            terminal.write(f"{PROGRAM} {__version__}")
            return 0
        from closum_help import commands

        return commands.run(arguments)
    except terminal.Closed:
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except HelpError as error:
        return _report(error, as_json="--json" in arguments)
    except Exception as error:
        from closum_help.envelope import internal

        full = isinstance(error, OSError) and error.errno == ENOSPC
        fault = OutputError("There is no space left.", "Free some.") if full else internal(error)
        return _report(fault, as_json="--json" in arguments)


def _terminated(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(TERMINATED)


def _report(error: HelpError, *, as_json: bool) -> int:
    """Say what went wrong, on stdout if JSON was asked for and can be written there; return the exit code."""
    if as_json and not isinstance(error, OutputError):
        from closum_help.envelope import error_dict, to_json

        try:
            terminal.write(to_json(error_dict(error), ascii_only=terminal.ascii_only()))
            return error.exit_code
        except (OutputError, terminal.Closed):
            pass
    terminal.warn(f"{PROGRAM}: {error}")
    return error.exit_code


if __name__ == "__main__":
    main()
