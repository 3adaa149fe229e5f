"""What each command does once it is clear what was asked: settings, assistant, reply, output, exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from closum_help import request, terminal
from closum_help.errors import ConfigError, EngineError, OutputError, UsageError
from closum_help.paths import PROGRAM
from closum_help.settings import Settings, read
from closum_help.types import State

if TYPE_CHECKING:
    from closum_help.assistant import Assistant
    from closum_help.knowledge import Knowledge
    from closum_help.types import Reply


class Setup(NamedTuple):
    """What a run was told to use; None where nothing was said."""

    plan: str | None = None
    lang: str | None = None
    engine: str | None = None
    model: str | None = None
    base_url: str | None = None
    plain_ui: bool = False
    log: bool | None = None
    knowledge: Path | None = None
    verbose: bool = False
    prompt: str | None = None

    def found(self) -> Settings:
        """Return the settings as they were found, not yet fit for a call."""
        return read(
            engine=self.engine,
            model=self.model,
            base_url=self.base_url,
            prompt=self.prompt,
            plan=self.plan,
            lang=self.lang,
            log=self.log,
            accessible=self.plain_ui,
        )

    def settings(self) -> Settings:
        """Return the settings in force; under `auto` a bad key or URL is a line on stderr, and the engine offline."""
        found = self.found()
        try:
            return found.checked() if found.uses_model else found._replace(engine="offline")
        except ConfigError as error:
            if found.engine == "openai":
                raise
            terminal.warn(f"{PROGRAM}: {error} This is the offline answer.")
            return found._replace(engine="offline")

    def make(self, settings: Settings) -> partial[Assistant]:
        """Return what makes assistants, given engine, language and plan."""
        from closum_help.assistant import Assistant

        trace = stage if self.verbose else None
        return partial(Assistant, settings=settings, knowledge=self.folder(), trace=trace)

    def folder(self) -> Path | None:
        """Return the compiled form of the folder that was named, None for the program's own."""
        if self.knowledge is None:
            return None
        from closum_help.build import compiled_for

        if not self.knowledge.is_dir():
            raise UsageError(f"{self.knowledge} is not a folder.", "Name a folder of YAML files.")
        return compiled_for(self.knowledge)

    def assistant(self, settings: Settings, **options: float) -> Assistant:
        """Return the assistant that was asked for; UsageError or ConfigError for a plan or language that is none."""
        from closum_help.knowledge import open_knowledge

        knowledge = open_knowledge(self.folder())
        language = _named("lang", request.language, settings, knowledge)
        plan = _named("plan", request.plan, settings, knowledge)
        return self.make(settings)(engine=settings.engine, language=language, plan=plan, **options)


def _named(name: str, check: Callable[[str | None, Knowledge], str], settings: Settings, knowledge: Knowledge) -> str:
    """Return the setting as the knowledge calls it; where it was not typed, an error says where it was found."""
    try:
        return check(getattr(settings, name), knowledge)
    except UsageError as error:
        if settings.origin(name).startswith("--"):
            raise
        raise ConfigError(f"{settings.origin(name)}: {error.message}", error.fix) from None


def stage(facts: dict[str, object]) -> None:
    """Write what a stage of the line came to on stderr, as one line of JSON."""
    from closum_help.envelope import to_json

    terminal.warn(to_json(facts, ascii_only=True))


def answer(text: str | None, setup: Setup, *, as_json: bool, explain: bool) -> int:
    """Print the reply to one question, stdin's where no text is given; return the exit code."""
    question = request.question(_stdin() if text is None else text)
    settings = setup.settings()
    assistant = setup.assistant(settings)
    live = settings.uses_model and not as_json and terminal.is_terminal(sys.stdout)
    reply, broken = _live(assistant, question, settings) if live else (assistant.answer(question)[0], False)
    if as_json or explain:
        from closum_help.envelope import to_dict

        data = to_dict(reply, assistant.knowledge, explain=explain)
    if as_json:
        _write_json(data)
    elif not live:
        terminal.show(reply.text, accessible=settings.accessible)
    if explain and not as_json:
        for key, value in data["explain"].items():
            terminal.warn(f"{key}: {value}")
    if settings.log:
        from closum_help import transcripts

        transcripts.start(settings, always=False).add(question, reply, State())
    if not reply.degraded:
        return 0
    from closum_help.envelope import failed, shortfall

    if note := shortfall(reply, assistant.engine_error, told=broken):
        terminal.warn(f"{PROGRAM}: {note}")
    return EngineError.exit_code if settings.engine == "openai" and failed(reply) else 0


def _live(assistant: Assistant, question: str, settings: Settings) -> tuple[Reply, bool]:
    """Print the reply while it comes to be; return it, and whether what was shown broke off."""
    from closum_help.pages import Page
    from closum_help.streaming import Draft

    try:
        with Page(accessible=settings.accessible, waits=True) as page:
            draft = Draft(page.show)
            reply, _ = assistant.answer(question, draft=draft)
    except KeyboardInterrupt:
        terminal.write("")  # what is typed next stands on a line of its own
        raise
    return reply, draft.broken


def _write_json(data: dict[str, object]) -> None:
    from closum_help.envelope import to_json

    indent = 2 if terminal.is_terminal(sys.stdout) else None
    terminal.write(to_json(data, ascii_only=terminal.ascii_only(), indent=indent))


def _stdin() -> str:
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("There is no question.", f'Ask with {PROGRAM} -q "...", or put it on stdin.')
    return request.read(sys.stdin.buffer)


def check(setup: Setup, *, as_json: bool) -> int:
    """Print what is in force and whether the model service works; return the exit code of what is amiss."""
    from closum_help import doctor
    from closum_help.knowledge import open_knowledge

    report, code = doctor.examine(setup.found(), open_knowledge(setup.folder()))
    if as_json:
        _write_json(report)
    else:
        terminal.write(terminal.safe(doctor.text(report)))
    return code


def talk(setup: Setup, *, resume: str | None = None) -> int:
    """Chat, on from an earlier conversation where `resume` is its id ("" for the latest); return the exit code."""
    from closum_help import chat, transcripts

    if not (terminal.is_terminal(sys.stdin) and terminal.is_terminal(sys.stdout)):
        raise UsageError("A chat needs a terminal.", f'Ask with {PROGRAM} -q "...", or many with {PROGRAM} batch.')
    settings = setup.settings()
    assistant = setup.assistant(settings, deadline=chat.DEADLINE)
    language = request.language(settings.lang, assistant.knowledge)
    if resume is None:
        return chat.run(assistant, settings, transcripts.start(settings, always=True), language=language)
    past = transcripts.conversation(transcripts.opened(settings).turns(), resume)
    log = transcripts.start(settings, always=True, conversation=past[0].conversation)
    state = transcripts.replayed(past, setup.make(settings))
    opening = transcripts.markdown(past[-1:])
    return chat.run(assistant, settings, log, language=language, state=state, opening=opening)


def prompt(text: str | None, setup: Setup, *, as_json: bool) -> int:
    """Print the messages that a model would get, and about how many tokens they are; nothing is called."""
    from closum_help.prompting import token_estimate

    question = request.question(_stdin() if text is None else text)
    messages = setup.assistant(setup.found()._replace(engine="offline")).messages(question)
    tokens = token_estimate(messages)
    if as_json:
        _write_json({"messages": messages, "tokens": tokens})
    elif messages:
        parts = [f"[{message['role']}]\n{message['content']}\n" for message in messages]
        terminal.write(terminal.safe("\n".join([*parts, f"[about {tokens:,} tokens]"])))
    else:
        terminal.warn(f"{PROGRAM}: No model is asked: the reply to this is no answer.")
    return 0


def many(source: Path, target: Path | None, setup: Setup, *, jobs: int) -> int:
    """Answer a file of questions (`-` is stdin) into a file or on stdout; return the exit code."""
    from closum_help import batch, transcripts

    settings = setup.settings()
    ascii_only = target is None and terminal.ascii_only()
    with _input(source) as lines, _output(target) as put, _progress(put, settings, drawn=target is not None) as seen:
        make, log = setup.make(settings), transcripts.start(settings, always=False)
        return batch.run(lines, seen, make, engine=settings.engine, jobs=jobs, ascii_only=ascii_only, log=log)


@contextmanager
def _input(source: Path) -> Iterator[BinaryIO]:
    if str(source) == "-":
        if sys.stdin is None:
            raise UsageError("stdin is closed.", "Name a file of JSON lines.")
        yield sys.stdin.buffer
        return
    try:
        file = source.open("rb")
    except OSError as error:
        raise UsageError(f"{source} cannot be read ({error.strerror}).", "Name a file of JSON lines.") from error
    with file:
        yield file


@contextmanager
def _output(target: Path | None) -> Iterator[Callable[[str], None]]:
    if target is None:
        yield terminal.write
        return
    try:
        with target.open("w", encoding="utf-8", newline="\n") as file:
            yield lambda line: print(line, file=file)
    except OSError as error:
        raise OutputError(f"{target} cannot be written ({error.strerror}).", "Name another file.") from error


@contextmanager
def _progress(put: Callable[[str], None], settings: Settings, *, drawn: bool) -> Iterator[Callable[[str], None]]:
    """Yield `put`; where stderr is a terminal that the replies do not go to, one that counts them there."""
    free = drawn or not terminal.is_terminal(sys.stdout)
    if settings.accessible or not free or not terminal.is_terminal(sys.stderr):
        yield put
        return
    from rich.console import Console
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.completed} answered"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False) as progress:
        task = progress.add_task("")

        def counted(line: str) -> None:
            put(line)
            progress.advance(task)

        yield counted
