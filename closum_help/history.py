"""The commands for what is kept: list, show, search, export and purge conversations."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from closum_help import settings, terminal, transcripts
from closum_help.errors import OutputError, UsageError
from closum_help.paths import PROGRAM
from closum_help.store import DAY, Store, Turn
from closum_help.text import fold

HEAD = 60  # characters of a question in a list
FORMATS = {"md": transcripts.markdown, "json": transcripts.as_json}

app = typer.Typer(
    help="Look at what was asked and answered on this machine.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Id = Annotated[str, typer.Argument(metavar="[ID]", help="The beginning of an id; else the latest conversation.")]


@app.command("list")
def list_() -> int:
    """List the conversations, the latest last."""
    for id_, turns in transcripts.conversations(_store().turns()).items():
        terminal.write(f"{id_}  {transcripts.clock(turns[-1].time)} {len(turns):4}  {_head(turns[0])}")
    return 0


@app.command()
def show(id_: Id = "") -> int:
    """Print a conversation."""
    text = transcripts.markdown(transcripts.conversation(_store().turns(), id_))
    terminal.show(text, accessible=settings.read().accessible)
    return 0


@app.command()
def search(words: Annotated[list[str], typer.Argument(metavar="WORDS")]) -> int:
    """List the turns in which all the words occur, in the question or the reply."""
    wanted = [fold(word) for word in words]
    for turn in _store().turns():
        text = fold(f"{turn.question}\n{turn.reply}")
        if all(word in text for word in wanted):
            terminal.write(f"{turn.conversation} {turn.number:4}  {transcripts.clock(turn.time)}  {_head(turn)}")
    return 0


@app.command()
def export(
    id_: Id = "",
    every: Annotated[bool, typer.Option("--all", help="Every conversation.")] = False,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="md or json.")] = "md",
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Instead of stdout.")] = None,
) -> int:
    """Print a conversation, or all of them, as Markdown or JSON."""
    if form not in FORMATS:
        raise UsageError(f"Unknown format {form!r}.", "Use md or json.")
    turns = _store().turns()
    text = FORMATS[form](turns if every else transcripts.conversation(turns, id_))
    if output is None:
        terminal.write(text)
        return 0
    save(text, output)
    return 0


def save(text: str, path: Path) -> None:
    """Write a document for its owner alone; OutputError where that cannot be."""
    try:
        path.touch(0o600)
        path.write_text(f"{text}\n", "utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error.strerror}).", "Name another file.") from error


@app.command()
def purge(
    id_: Annotated[str, typer.Argument(metavar="[ID]", help="The beginning of an id.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Every conversation.")] = False,
    days: Annotated[int | None, typer.Option("--older", metavar="DAYS", min=1, help="What is older than this.")] = None,
) -> int:
    """Forget conversations; nothing of their text stays in the file."""
    if (bool(id_), every, days is not None).count(True) != 1:
        raise UsageError("It is not said what to forget.", "Name an id, --all or --older DAYS.")
    store = _store()
    if id_:
        count = store.purge(transcripts.conversation(store.turns(), id_)[0].conversation)
    else:
        count = store.purge(before=float("inf") if days is None else time.time() - days * DAY)
    terminal.warn(f"{PROGRAM}: {count} turn{'' if count == 1 else 's'} forgotten.")
    for path in store.damaged() if every else ():
        terminal.warn(f"{PROGRAM}: {path} was moved aside when it was damaged; delete it yourself.")
    return 0


def _store() -> Store:
    return transcripts.opened(settings.read())


def _head(turn: Turn) -> str:
    line = " ".join(terminal.safe(turn.question).split())
    return line if len(line) <= HEAD else line[: HEAD - 2] + " …"
