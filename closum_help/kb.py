"""The keeper's commands: check, build and look at the knowledge."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from closum_help import terminal
from closum_help.errors import KnowledgeError, UsageError
from closum_help.knowledge import Knowledge, open_knowledge
from closum_help.paths import PROGRAM, compiled_dir, data_dir

app = typer.Typer(
    help="Check, build and look at the knowledge.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Folder = Annotated[Path | None, typer.Option("--knowledge", metavar="DIR", help="A folder of YAML of your own.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="An entry, such as plans/growth.")]


@app.command()
def check(knowledge: Folder = None) -> int:
    """List every problem in the YAML; exit 5 if there is one."""
    from datetime import date

    from closum_help.checks import problems, warnings

    root = knowledge or data_dir("knowledge")
    if not root.is_dir():
        raise UsageError(f"{root} is not a folder.", "Name a folder of YAML files.")
    for warning in warnings(root, date.today()):
        terminal.warn(f"warning: {warning}")
    found = problems(root)
    for problem in found:
        terminal.write(str(problem))
    if found:
        raise KnowledgeError(f"{len(found)} problem(s) in the knowledge.", "Mend what is listed above.")
    return 0


@app.command()
def stale(
    by: Annotated[str, typer.Option("--by", metavar="DATE", help="As of a day, YYYY-MM-DD; else today.")] = "",
    knowledge: Folder = None,
) -> int:
    """List the sources to read again, each with the entries to hold against it."""
    from datetime import date

    from closum_help import checks

    try:
        day = date.fromisoformat(by) if by else date.today()
    except ValueError as error:
        raise UsageError(f"{by} is no day.", "Write it YYYY-MM-DD.") from error
    for key, source, entries in checks.stale(knowledge or data_dir("knowledge"), day):
        terminal.write(f"{key}  read {source['date']}, due {source['review_after']}  {source['url']}")
        for id_ in entries:
            terminal.write(f"  {id_}")
    return 0


@app.command()
def build(
    text_only: Annotated[bool, typer.Option("--text-only", help="Leave the router's weights as they are.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say nothing when nothing was stale.")] = False,
    knowledge: Folder = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="DIR", help="Where to put it.")] = None,
) -> int:
    """Compile what is stale."""
    from closum_help.build import build as compile_folder

    root, target = knowledge or data_dir("knowledge"), output or compiled_dir()
    changed = compile_folder(root, target, weights=not text_only, progress=terminal.warn)
    if changed or not quiet:
        terminal.warn(f"compiled into {target}" if changed else "nothing was stale")
    return 0


@app.command()
def show(id_: Id) -> int:
    """Print an entry as compiled, in every language."""
    knowledge = open_knowledge()
    _known(id_, knowledge)
    terminal.write(_json(_exported(id_, knowledge)))
    return 0


@app.command("try")
def try_(id_: Id) -> int:
    """Print an entry as each language's reader sees it, for every plan that changes it."""
    from closum_help.brief import gather
    from closum_help.retrieval import Retriever
    from closum_help.types import Decision, Question

    knowledge = open_knowledge()
    _known(id_, knowledge)
    entry = knowledge.entries[id_]
    decision = Decision("answer", 1.0, entry["area"], "other", topics=((id_,),))
    for language in knowledge.languages:
        plans = ["", *knowledge.texts(language)["entries"][id_].get("by_plan", {})]
        for plan in plans:
            question = Question("", "", language, language, plan)
            brief = gather(question, decision, Retriever(knowledge).passages(question, decision), knowledge, "")
            head = f"[{language}{', ' + plan if plan else ''}]"
            terminal.write(f"{head}\n{terminal.safe(brief.body())}\n\n{terminal.safe(brief.tail())}\n")
    return 0


@app.command()
def search(words: Annotated[list[str], typer.Argument(metavar="WORDS")]) -> int:
    """Print the entries that share words with what is typed, best first."""
    from closum_help.retrieval import Retriever

    knowledge = open_knowledge()
    text = " ".join(words)
    language = knowledge.identify(text) or knowledge.languages[0]
    for id_, score in Retriever(knowledge).search(text):
        terminal.write(f"{score:6.1f}  {id_:<36} {knowledge.texts(language)['entries'][id_]['title']}")
    return 0


@app.command()
def export(as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> int:
    """Print every entry, every text filled in, every language."""
    if not as_json:
        raise UsageError("There is one format.", f"Use {PROGRAM} kb export --json.")
    knowledge = open_knowledge()
    terminal.write(_json([_exported(id_, knowledge) for id_ in knowledge.entries]))
    return 0


@app.command()
def schema(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Which; all where none is named.")] = None,
) -> int:
    """Print the JSON Schema of the YAML files."""
    from closum_help.shapes import json_schemas

    schemas = json_schemas()
    if name is not None and name not in schemas:
        raise UsageError(f"Unknown schema {name!r}.", f"Use one of: {', '.join(schemas)}.")
    terminal.write(_json(schemas[name] if name else schemas))
    return 0


@app.command()
def stats() -> int:
    """Print how much is known: entries by file, utterances by language."""
    from closum_help.build import groups, read_folder
    from closum_help.indexing import utterances

    knowledge = open_knowledge()
    by_file: dict[str, int] = {}
    for id_ in knowledge.entries:
        by_file[id_.partition("/")[0]] = by_file.get(id_.partition("/")[0], 0) + 1
    for stem, count in by_file.items():
        terminal.write(f"{count:6}  {stem}")
    found = groups(read_folder(data_dir("knowledge")))
    terminal.write(f"{len(knowledge.entries):6}  entries in all\n{len(found):6}  groups of utterances")
    for language in knowledge.languages:
        terminal.write(f"{sum(len(utterances(g, [language])) for g in found):6}  utterances in {language}")
    return 0


def _known(id_: str, knowledge: Knowledge) -> None:
    if id_ not in knowledge.entries:
        from closum_help.retrieval import Retriever

        near = [i for i, _ in Retriever(knowledge).search(id_.replace("/", " ").replace("-", " "), 3)]
        raise UsageError(f"There is no entry {terminal.safe(id_)[:60]!r}.", f"Near it: {', '.join(near) or 'none'}.")


def _exported(id_: str, knowledge: Knowledge) -> dict[str, Any]:
    texts: dict[str, dict[str, Any]] = {}
    for language in knowledge.languages:
        for key, value in knowledge.texts(language)["entries"][id_].items():
            texts.setdefault(key, {})[language] = value
    return {"id": id_, **knowledge.entries[id_], **texts}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
