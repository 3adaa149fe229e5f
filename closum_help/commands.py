"""The commands: what may be typed, and which door it opens."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError  # not exported, but in every version we allow
from typer.core import TyperGroup

from closum_help import __version__, doors, terminal
from closum_help.doors import Setup
from closum_help.errors import UsageError
from closum_help.paths import PROGRAM

Question = Annotated[str | None, typer.Option("-q", "--question", metavar="TEXT", help="One question.")]
Words = Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="The question; without it, stdin.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Plan = Annotated[str | None, typer.Option(metavar="NAME", help="The plan that you are on.")]
Lang = Annotated[str | None, typer.Option(metavar="CODE", help="The language of the reply.")]
Engine = Annotated[str | None, typer.Option(metavar="NAME", help="auto, offline or openai.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="The model to ask.")]
BaseUrl = Annotated[str | None, typer.Option(metavar="URL", help="An OpenAI-compatible service.")]
Prompt = Annotated[str | None, typer.Option(metavar="NAME", help="What a model reads: auto, book or slice.")]
Explain = Annotated[bool, typer.Option("--explain", help="Show how the reply came about.")]
Plain = Annotated[bool, typer.Option("--plain-ui", help="For screen readers: no colour, no boxes.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Show each stage on stderr, as JSON.")]
Log = Annotated[bool | None, typer.Option("--log/--no-log", help="Whether a transcript is kept on this machine.")]
Knowledge = Annotated[Path | None, typer.Option(metavar="DIR", help="A folder of YAML of your own.")]
Conversation = Annotated[str, typer.Argument(metavar="[ID]", help="Which one to resume; else the latest.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with an earlier conversation.")]
Jobs = Annotated[int, typer.Option(min=1, max=64, help="Processes.")]
Source = Annotated[Path, typer.Argument(metavar="FILE", help="JSON lines; - is stdin.")]
Target = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Instead of stdout.")]


def start(
    ctx: typer.Context,
    question: Question = None,
    as_json: Json = False,
    plan: Plan = None,
    lang: Lang = None,
    engine: Engine = None,
    model: Model = None,
    base_url: BaseUrl = None,
    prompt: Prompt = None,
    explain: Explain = False,
    plain_ui: Plain = False,
    log: Log = None,
    knowledge: Knowledge = None,
    verbose: Verbose = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> int:
    """Answer a question (-q, or stdin), or chat when nothing is asked on a terminal."""
    setup = Setup(plan, lang, engine, model, base_url, plain_ui, log, knowledge, verbose, prompt)
    if ctx.invoked_subcommand:
        if question is not None or as_json or explain or setup != Setup():
            raise UsageError("An option stands before the command.", "Put it behind.")
        return 0
    if version:
        terminal.write(f"{PROGRAM} {__version__}")
        return 0
    if question is None and not as_json and terminal.is_terminal(sys.stdin) and terminal.is_terminal(sys.stdout):
        return doors.talk(setup)
    return doors.answer(question, setup, as_json=as_json, explain=explain)


def ask(
    words: Words = None,
    as_json: Json = False,
    plan: Plan = None,
    lang: Lang = None,
    engine: Engine = None,
    model: Model = None,
    base_url: BaseUrl = None,
    prompt: Prompt = None,
    explain: Explain = False,
    plain_ui: Plain = False,
    log: Log = None,
    knowledge: Knowledge = None,
    verbose: Verbose = False,
) -> int:
    """Answer one question."""
    setup = Setup(plan, lang, engine, model, base_url, plain_ui, log, knowledge, verbose, prompt)
    text = None if words in (None, ["-"]) else " ".join(words or ())
    return doors.answer(text, setup, as_json=as_json, explain=explain)


def chat(
    id_: Conversation = "",
    resume: Resume = False,
    plan: Plan = None,
    lang: Lang = None,
    engine: Engine = None,
    model: Model = None,
    base_url: BaseUrl = None,
    prompt: Prompt = None,
    plain_ui: Plain = False,
    log: Log = None,
    knowledge: Knowledge = None,
    verbose: Verbose = False,
) -> int:
    """Talk on a terminal."""
    if id_ and not resume:
        raise UsageError(f"Unexpected {id_!r}.", f"To go on with a conversation: {PROGRAM} chat --resume {id_}.")
    return doors.talk(
        Setup(plan, lang, engine, model, base_url, plain_ui, log, knowledge, verbose, prompt),
        resume=id_ if resume else None,
    )


def batch(
    source: Source,
    output: Target = None,
    jobs: Jobs = 1,
    engine: Engine = None,
    model: Model = None,
    base_url: BaseUrl = None,
    plain_ui: Plain = False,
    log: Log = None,
    knowledge: Knowledge = None,
    verbose: Verbose = False,
) -> int:
    """Answer a file of questions, one JSON object a line."""
    return doors.many(
        source, output, Setup(None, None, engine, model, base_url, plain_ui, log, knowledge, verbose), jobs=jobs
    )


def prompt(
    question: Question = None,
    as_json: Json = False,
    plan: Plan = None,
    lang: Lang = None,
    model: Model = None,
    base_url: BaseUrl = None,
    prompt: Prompt = None,
    knowledge: Knowledge = None,
) -> int:
    """Print the messages that a model would get for a question; nothing is sent."""
    setup = Setup(plan, lang, model=model, base_url=base_url, knowledge=knowledge, prompt=prompt)
    return doors.prompt(question, setup, as_json=as_json)


def doctor(
    as_json: Json = False,
    plan: Plan = None,
    lang: Lang = None,
    engine: Engine = None,
    model: Model = None,
    base_url: BaseUrl = None,
    knowledge: Knowledge = None,
) -> int:
    """Show the settings in force and where each is from; ask the model service whether it works, if one is set up."""
    return doors.check(Setup(plan, lang, engine, model, base_url, knowledge=knowledge), as_json=as_json)


def schema() -> int:
    """Print the JSON Schema of a reply."""
    from closum_help.envelope import schema as text

    terminal.write(text(), end="")
    return 0


COMMANDS: dict[str, Callable[..., int] | str] = {  # a function here, or a module that has its own `app`
    "ask": ask,
    "chat": chat,
    "batch": batch,
    "prompt": prompt,
    "doctor": doctor,
    "schema": schema,
    "kb": "closum_help.kb",
    "eval": "closum_help.evaluation",
    "history": "closum_help.history",
    "gaps": "closum_help.gaps",
}


def _app(**options: Any) -> typer.Typer:
    return typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None, **options)


class Commands(TyperGroup):
    """The commands, each built, or its module imported, only when it is named."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.commands: dict[str, Any] = dict.fromkeys(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        """Return the command, or None."""
        command = COMMANDS.get(cmd_name)
        if command is None:
            return None
        if isinstance(command, str):
            return typer.main.get_command(import_module(command).app)
        app = _app()
        app.command(cmd_name)(command)
        return typer.main.get_command(app)


def run(arguments: Sequence[str]) -> int:
    """Run the command that was typed and return the exit code; UsageError for what cannot be understood."""
    app = _app(cls=Commands)
    app.callback(invoke_without_command=True)(start)
    try:
        code = typer.main.get_command(app).main(list(arguments), prog_name=PROGRAM, standalone_mode=False)
    except NoArgsIsHelpError as error:
        terminal.write(error.format_message())
        return UsageError.exit_code
    except ClickException as error:
        fix = f"A question goes behind -q; for all else see {PROGRAM} --help."
        raise UsageError(error.format_message().rstrip(".") + ".", fix) from None
    return int(code or 0)
