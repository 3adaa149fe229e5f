"""The labelled questions of tests/cases, answered and scored: a keeper's view of what the knowledge gets right.

A case passes when kind, sibling, language, every fact of `must` and none of `must_not` are as labelled, in at most
WORDS_MAX words. `swap`: how often a reply would also satisfy the facts of other cases; dumping raises it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from closum_help import terminal
from closum_help.errors import UsageError
from closum_help.paths import PACKAGE

if TYPE_CHECKING:
    from closum_help.types import Reply

WORDS_MAX = 350
CASES = PACKAGE.parent / "tests" / "cases"
NO_QUESTIONS = "grounding.yaml"  # stands beside them: what the guard of a model's words lets pass
COLUMNS = ("pass", "kind", "skill", "area", "goal", "plan", "language", "facts")

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

_FIGURE = r"\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,4})?"
_EURO = r"(?:€|euros?(?![a-z])|eur(?![a-z])|欧|歐)"
_MONEY = re.compile(rf"(?:€|(?<![a-z])eur)\s*({_FIGURE})|({_FIGURE})\s*{_EURO}")
_FOLDED = str.maketrans("‘’ʼ“”‐‑‒–—", "'''\"\"-----")


class Verdict(NamedTuple):
    """One case, scored: a check that does not apply is missing from `checks`."""

    id: str
    checks: Mapping[str, bool]
    facts: tuple[bool, ...]
    false: tuple[str, ...]
    words: int


def load(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the cases of YAML files, or of the *.yaml in folders but NO_QUESTIONS."""
    from closum_help.strict_yaml import load as load_yaml

    files = [f for p in paths for f in (sorted(set(p.glob("*.yaml")) - {p / NO_QUESTIONS}) if p.is_dir() else [p])]
    if not files or not all(f.is_file() for f in files):
        raise UsageError("There are no cases.", "Name a YAML file of labelled questions, or a folder of them.")
    loaded = [load_yaml(file) for file in files]
    problems = [str(problem) for one in loaded for problem in one.problems]
    if problems:
        raise UsageError(f"{problems[0]} ({len(problems)} in all).", "Mend the cases.")
    return [case for one in loaded for case in one.data]


def plain(text: str) -> str:
    """Return the text folded for matching: width, case, emphasis, quotes, dashes and spaces."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"\*\*|__|`", "", text).translate(_FOLDED)
    return f" {' '.join(text.split())} "


def holds(needle: str, text: str) -> bool:
    """Return whether a folded text holds the needle: `money:12` in any spelling, digits as whole numbers only."""
    if needle.startswith("money:"):
        wanted = Decimal(needle.removeprefix("money:"))
        return any(_amount(before or after) == wanted for before, after in _MONEY.findall(text))
    core = plain(needle)[1:-1]
    pattern = re.escape(core)
    if core[:1].isdigit():
        pattern = r"(?<![0-9])(?<![0-9][.,])" + pattern
    if core[-1:].isdigit():
        pattern += r"(?![0-9])(?![.,][0-9])"
    if len(core) <= 3 and core.isascii() and core.isalpha():
        pattern = rf"\b{pattern}\b"
    return re.search(pattern, text) is not None


def _amount(raw: str) -> Decimal:
    *head, last = re.split(r"[., ]", raw)
    if head and not (len(last) == 3 and head[0] != "0"):
        return Decimal("".join(head) + "." + last)
    return Decimal("".join([*head, last]))


def score(case: Mapping[str, Any], reply: Reply) -> Verdict:
    """Return how a reply compares with its labels."""
    text = plain(reply.text)
    checks = {"kind": reply.kind in _listed(case["kind"])}
    if case.get("skill") and reply.handoff:
        checks["skill"] = reply.handoff.skill in _listed(case["skill"])
    if reply.kind == "answer":
        checks |= {k: getattr(reply, k) in _listed(case[k]) for k in ("area", "goal") if case.get(k)}
    if case.get("plan"):
        checks["plan"] = reply.plan == case["plan"]
    checks["language"] = reply.language == case["lang"]
    facts = tuple(any(holds(n, text) for n in group) for group in case.get("must", ()))
    false = tuple(n for n in case.get("must_not", ()) if holds(n, text))
    words = round(0.6 * len(re.findall(r"[一-鿿]", text)) + len(re.findall(r"[^\W一-鿿]+", text)))
    right = checks["kind"] and checks.get("skill", True) and checks["language"] and all(facts) and not false
    return Verdict(case["id"], {"pass": right and words <= WORDS_MAX, **checks}, facts, false, words)


def swap(cases: Sequence[Mapping[str, Any]], replies: Mapping[str, Reply]) -> float:
    """Return how often, in percent, an answer also holds all facts that another question of its language asks for."""
    asked = [c for c in cases if c.get("must") and "answer" in _listed(c["kind"])]
    hits = tries = 0
    for case in asked:
        if replies[case["id"]].kind != "answer":
            continue
        text = plain(replies[case["id"]].text)
        for other in asked:
            if other["lang"] == case["lang"] and other is not case and other["must"] != case["must"]:
                tries += 1
                hits += all(any(holds(n, text) for n in group) for group in other["must"])
    return 100 * hits / tries if tries else 0.0


def table(verdicts: Sequence[Verdict]) -> list[str]:
    """Return the rows of the table: a set of cases each, by the first part of their ids, all of them last."""
    sets: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        sets.setdefault(verdict.id.rpartition("-")[0], []).append(verdict)
    rows = [f"{'set':<10}{'items':>6}" + "".join(f"{c:>9}" for c in COLUMNS) + f"{'false':>7}{'words':>7}"]
    for name, held in [*sorted(sets.items()), ("all", list(verdicts))]:
        cells = [_rate([v.checks[c] for v in held if c in v.checks]) for c in COLUMNS[:-1]]
        cells.append(_rate([f for v in held for f in v.facts]))
        median = sorted(v.words for v in held)[len(held) // 2]
        false = sum(bool(v.false) for v in held)
        rows.append(f"{name:<10}{len(held):>6}" + "".join(f"{c:>9}" for c in cells) + f"{false:>7}{median:>7}")
    return rows


def _rate(values: Sequence[bool]) -> str:
    return f"{100 * sum(values) / len(values):.1f}" if values else "-"


def _listed(value: Any) -> Sequence[str]:
    return value if isinstance(value, list) else [value]


def answered(cases: Sequence[Mapping[str, Any]]) -> Iterable[tuple[Mapping[str, Any], Reply]]:
    """Yield every case with the reply to its last turn."""
    from closum_help.assistant import Assistant
    from closum_help.types import State

    assistants = {plan: Assistant(engine="offline", plan=plan) for plan in {c.get("plan_flag") or "" for c in cases}}
    for case in cases:
        state = State()
        for turn in case["turns"]:
            reply, state = assistants[case.get("plan_flag") or ""].answer(turn, state)
        yield case, reply


@app.command()
def evaluate(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="CASES", help="YAML files or folders.")] = None,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="A line for every case that fails.")] = False,
) -> int:
    """Answer the labelled questions and print what share is right."""
    from closum_help.knowledge import open_knowledge

    every = load(paths or [CASES])
    cases = [c for c in every if c["lang"] in open_knowledge().languages]
    replies: dict[str, Reply] = {}
    verdicts = []
    for case, reply in _shown(answered(cases), len(cases)):
        replies[case["id"]] = reply
        verdicts.append(score(case, reply))
        if verbose and not verdicts[-1].checks["pass"]:
            terminal.write(terminal.safe(_failure(case, reply, verdicts[-1])))
    for row in table(verdicts):
        terminal.write(row)
    terminal.write(f"swap {swap(cases, replies):.1f} % (focused answers stay under 8)")
    if len(cases) < len(every):
        terminal.write(f"{len(every) - len(cases)} cases are in languages that are not in force")
    return 0


def _failure(case: Mapping[str, Any], reply: Reply, verdict: Verdict) -> str:
    missing = [g[:3] for g, ok in zip(case.get("must", ()), verdict.facts, strict=True) if not ok]
    got = reply.handoff.skill if reply.handoff else reply.area
    wrong = [k for k, ok in verdict.checks.items() if not ok and k != "pass"]
    what = f"wrong {wrong} missing {missing} false {list(verdict.false)}"
    return f"{case['id']}: {reply.kind}/{got} {what} | {case['turns'][-1][:120]}"


def _shown(pairs: Iterable[Any], total: int) -> Iterable[Any]:
    """Return the pairs, counted by a bar where stderr is a terminal."""
    import sys

    if not terminal.is_terminal(sys.stderr):
        return pairs
    from rich.console import Console
    from rich.progress import track

    return track(pairs, "answering", total, console=Console(stderr=True), transient=True)
