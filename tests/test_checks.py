"""Faults planted in a copy of the real knowledge: each is found at its line, with what to do, and nothing else is."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from closum_help.checks import problems, warnings
from closum_help.knowledge import open_knowledge
from closum_help.shapes import SHAPES, json_schemas, write_schemas
from closum_help.strict_yaml import Problem, load

ROOT = Path(__file__).parent.parent
KNOWLEDGE = ROOT / "knowledge"
SCHEMAS = ROOT / "closum_help" / "schemas"

ENTRY = """
  planted:
    title: {en: A, zh: 甲}
    text: {en: "Yes.", zh: "是。"}
"""
GROUP = """
- answers: [plans/zero]
  goal: other
  by: author
  en: [quite unlike the others]
  zh: [与众不同的一句话]
"""
SOURCE = """
planted:
  title: {en: A, zh: 甲}
  url: https://example.org
  date: "2026-03"
  review_after: "2027-03-31"
"""


def bilingual(text: str) -> str:
    """Return a file without what it says in other languages than the two that faults are planted in."""

    def kept(value: Any) -> Any:
        if isinstance(value, list):
            return [kept(v) for v in value]
        return {k: kept(v) for k, v in value.items() if k not in OTHERS} if isinstance(value, dict) else value

    return yaml.safe_dump(kept(yaml.safe_load(text)), allow_unicode=True, sort_keys=False, width=9999)


OTHERS = open_knowledge().languages[2:]
GOTCHAS = bilingual((KNOWLEDGE / "gotchas.yaml").read_text("utf-8"))

Edit = Callable[[str], str]


def more(*lines: str, of: str = ENTRY) -> Edit:
    return lambda text: text + of + "".join(f"{line}\n" for line in lines)


def instead(old: str, new: str, of: str = ENTRY) -> Edit:
    assert old in of
    return lambda text: text + of.replace(old, new)


def note(en: str, zh: str = '"是。"') -> Edit:
    return more("    note:", f"      en: {en}", f"      zh: {zh}")


def allowing(line: str) -> Edit:
    return lambda text: re.sub(r"(?m)^allowed:\n|\Z", f"allowed:\n  {line}\n", text, count=1)


def change(folder: Path, file: str, edit: Edit) -> str:
    path = folder / file
    text = edit(path.read_text("utf-8") if path.exists() else "")
    path.write_text(text, "utf-8")
    return text


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in two languages and without most utterances, which would only take time."""
    copy = tmp_path_factory.mktemp("pristine") / "knowledge"
    shutil.copytree(KNOWLEDGE, copy, ignore=lambda folder, names: names if folder.endswith("intents") else [])
    shutil.copy(KNOWLEDGE / "intents" / "clarify.yaml", copy / "intents")
    for path in copy.rglob("*.yaml"):
        path.write_text(bilingual(path.read_text("utf-8")), "utf-8")
    lints = (copy / "lints.yaml").read_text("utf-8")
    (copy / "lints.yaml").write_text(re.sub(r"(?m)^barred:.*\n", "barred: {en: [usted]}\n", lints), "utf-8")
    return copy


@pytest.fixture(scope="module")
def before(pristine: Path) -> set[Problem]:
    """What a keeper has not mended yet; `test_the_knowledge_has_no_problem` tells them."""
    return set(problems(pristine))


@pytest.fixture
def folder(pristine: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pristine, tmp_path / "knowledge"))


@pytest.fixture
def found(folder: Path, before: set[Problem]) -> Callable[[], list[str]]:
    return lambda: [str(p) for p in problems(folder) if p not in before]


FAULTS: list[tuple[str, Edit, str, str]] = [  # file, edit, a piece of the line (its last occurrence), the problem there
    # keys and shapes
    ("platform.yaml", more("    tilte: x"), "tilte", "unknown key 'tilte'; did you mean 'title'?"),
    ("platform.yaml", more("    zzz: x"), "zzz", "unknown key 'zzz'; remove it"),
    ("platform.yaml", instead("    title: {en: A, zh: 甲}\n", ""), "planted", "key 'title' is missing; add it"),
    ("platform.yaml", more("    see: plans/zero"), "see:", "'plans/zero' should be a list; write one item a line"),
    ("platform.yaml", more("    note: Yes."), "note:", "'Yes.' should be a mapping; write `key: value`"),
    ("platform.yaml", note("12"), "en: 12", "12 should be text; put it in double quotes"),
    ("platform.yaml", note("[[plans/zero.price]]"), "en: [[", "should be text; put it in double quotes"),
    ("platform.yaml", more("  about:", "    title: {}"), "  about:", "duplicate key 'about', first at line"),
    ("platform.yaml", note("&x Yes."), "&x", "anchor &x"),
    ("platform.yaml", more("    bites: [zero]"), "bites", "key 'bites' belongs in gotchas.yaml"),
    (
        "platform.yaml",
        instead("planted", "Planted entry"),
        "Planted",
        "the key 'Planted entry' cannot be part of an id",
    ),
    ("platform.yaml", instead('    text: {en: "Yes.", zh: "是。"}\n', ""), "planted", "platform/planted has no answer"),
    ("gotchas.yaml", more("    bites: [zero]"), "planted", "key 'short' is missing; every entry of gotchas.yaml needs"),
    ("plans.yaml", more("    figures: {prise: 3}"), "prise", "unknown figure 'prise'; did you mean 'price'?"),
    ("plans.yaml", more("    figures: {price: '3'}"), "price: '3'", "'3' should be a number; write digits"),
    ("plans.yaml", more("    figures: {price: 3.10}"), "3.10", "'3.10' should be a number"),
    ("plans.yaml", more("    figures: {price: 3}", "    adds: pages"), "planted", "figure 'pages' is missing"),
    ("platform.yaml", more("    computes: rice"), "rice", "'rice' is none of 'sum', 'price' or 'time'; choose one of"),
    ("plans.yaml", more("    compares: yes"), "compares", "'yes' should be true or false"),
    # ids and names
    (
        "platform.yaml",
        more("    see: [plans/gorwth]"),
        "gorwth",
        "unknown id 'plans/gorwth'; did you mean 'plans/growth'?",
    ),
    ("platform.yaml", more("    gotchas: [gotchas/nope]"), "nope", "unknown id 'gotchas/nope'"),
    ("platform.yaml", more("    gotchas: [plans/zero]"), "gotchas:", "plans/zero is no gotcha"),
    (
        "platform.yaml",
        more("    skills: [sales-funel]"),
        "funel",
        "unknown skill 'sales-funel'; did you mean 'sales-funnel'?",
    ),
    ("platform.yaml", more("    area: emial"), "emial", "unknown area 'emial'; did you mean 'email'?"),
    ("platform.yaml", more("    source: hearsay"), "hearsay", "unknown source 'hearsay'"),
    ("platform.yaml", more('    checked: "2026-13-45"'), "13-45", "'2026-13-45' is no date; write YYYY-MM-DD"),
    ("platform.yaml", more("    by_plan: {gorwth: {en: a, zh: b}}"), "gorwth", "unknown plan 'gorwth'; did you mean"),
    (
        "misconceptions.yaml",
        more("    belief: {en: a, zh: b}", "    corrects: plans/zer"),
        "zer",
        "unknown id 'plans/zer'",
    ),
    (
        "skills.yaml",
        more("    reason: {en: a, zh: b}", "    side: []", "    install: npx skills add x --skills planted"),
        "--skills planted",
        "this does not install this skill alone; end it with `--skill planted`",
    ),
    ("intake.yaml", more("  - {value: gold, label: {en: a, zh: b}}", of=""), "gold", "unknown plan 'gold'"),
    (
        "intake.yaml",
        more("  - {value: zero, label: {en: a, zh: b}, entry: plans/x}", of=""),
        "plans/x}",
        "unknown id 'plans/x'",
    ),
    ("sources.yaml", instead("2027-03-31", "2027-03-32", of=SOURCE), "03-32", "'2027-03-32' is no date"),
    (
        "sources.yaml",
        instead("2026-03", "March", of=SOURCE),
        "March",
        "'March' is no date; write YYYY-MM-DD or YYYY-MM",
    ),
    ("sources.yaml", instead("https://", "", of=SOURCE), "url: ex", "'example.org' is no address; begin with https://"),
    ("sources.yaml", instead('  date: "2026-03"\n', "", of=SOURCE), "planted", "key 'date' is missing"),
    # texts
    ("platform.yaml", more("    note: {en: Yes.}"), "note:", "'note' is missing in 'zh'; write it: zh: ..."),
    ("platform.yaml", more("    note: {en: a, zh: b, fr: c}"), "fr:", "unknown language 'fr'"),
    ("platform.yaml", note('" "'), '" "', "an empty text"),
    ("platform.yaml", more("    points: {en: [a, b], zh: [c]}"), "points:", "'points' differs in length (en 2, zh 1)"),
    ("platform.yaml", note("Use # sign"), "Use", "what follows ' #' is not part of the text; put the text in double"),
    ("platform.yaml", note('"[[plans/growth.prise]]"'), "prise", "unknown figure 'prise'; did you mean 'price'?"),
    (
        "platform.yaml",
        note('"[[plans/gorwth.price]]"'),
        "gorwth",
        "unknown id 'plans/gorwth'; did you mean 'plans/growth'?",
    ),
    ("platform.yaml", note('"[[plans/growth]]"'), "growth]]", "a broken [[reference]]; write [[file/key.figure]]"),
    ("platform.yaml", note("It costs EUR 12."), "EUR 12", "'EUR 12' is typed; write [[plans/growth.price]]"),
    ("platform.yaml", note("Some 2,500 e-mails."), "2,500 e", "'2,500 e-mails' is typed; write [[plans/zero.emails]]"),
    ("platform.yaml", note("Up to 5000 per hour."), "5000", "'5000 per hour' is typed; write [[plans/growth.hourly]]"),
    (
        "platform.yaml",
        note("You get 15 landing pages."),
        "15",
        "'15 landing pages' is typed; write [[plans/advanced.pages]]",
    ),
    ("platform.yaml", note("Data stays 180 days."), "180", "'180 days' is typed; write [[plans/advanced.days]]"),
    ("platform.yaml", note("Yes.", "每月2500封。"), "2500", "'2500封' is typed; write [[plans/zero.emails]]"),
    ("platform.yaml", note("Yes.", "0.014欧元起。"), "0.014", "'0.014欧元' is typed; write [[plans/sms.price]]"),
    (
        "gotchas.yaml",
        more("    bites: []", "    short: {en: EUR 7, zh: 七}"),
        "EUR 7",
        "'EUR 7' is typed; write [[plans/KEY.price]]",
    ),
    # utterances
    ("intents/clarify.yaml", more("  gaol: x", of=GROUP), "gaol", "unknown key 'gaol'; did you mean 'goal'?"),
    ("intents/clarify.yaml", instead("goal: other", "goal: setpu", of=GROUP), "setpu", "'setpu' is none of 'setup', "),
    ("intents/clarify.yaml", instead("plans/zero", "plans/zer0", of=GROUP), "zer0", "unknown id 'plans/zer0'"),
    ("intents/clarify.yaml", instead("answers: [plans/zero]", "skill: x", of=GROUP), "skill: x", "unknown skill 'x'"),
    ("intents/clarify.yaml", instead("answers: [plans/zero]", "decline: rude", of=GROUP), "rude", "'rude' is none of"),
    (
        "intents/clarify.yaml",
        more("  clarify: true", of=GROUP),
        "answers:",
        "exactly one of answers, skill, clarify, decline",
    ),
    ("intents/clarify.yaml", instead("- answers: [plans/zero]\n ", "-", of=GROUP), "goal:", "exactly one of answers"),
    (
        "intents/clarify.yaml",
        instead("  en: [quite unlike the others]\n  zh: [与众不同的一句话]\n", "", of=GROUP),
        "answers:",
        "a group needs utterances in one of en, zh",
    ),
    ("intents/clarify.yaml", instead("[quite", '[{"a": b}, quite', of=GROUP), "quite", "{'a': 'b'} should be text"),
    ("intents/clarify.yaml", instead("[quite", '["", quite', of=GROUP), "quite", "an empty utterance"),
    (
        "intents/clarify.yaml",
        instead("quite", "x" * 500, of=GROUP),
        "xxx",
        "an utterance of 518 characters; keep to 500",
    ),
    (
        "intents/clarify.yaml",
        instead("[quite", "[HELLO there!, quite", of=GROUP),
        "HELLO",
        "too, for clarify True; keep it in",
    ),
    ("platform.yaml", note("Ask usted about it."), "usted", "'usted' is barred in 'en'; see `barred` in lints.yaml"),
    ("concepts.yaml", more("planted: {en: [x]}", of=""), "planted", "'planted' is missing in 'zh'"),
    ("quantities.yaml", more("planted: {words: {en: [x]}}", of=""), "planted", "'words' is missing in 'zh'"),
    ("signals.yaml", more("planted: [x]", of=""), "planted", "['x'] should be a mapping"),
    (
        "languages.yaml",
        lambda text: text.replace("own: 中文", "own: 中文\n  owm: x"),
        "owm",
        "unknown key 'owm'; did you mean 'own'?",
    ),
    (
        "lints.yaml",
        allowing("plans/x: [y]"),
        "plans/x",
        "unknown id",
    ),
    # files
    ("modules/gotchas.yaml", lambda _: GOTCHAS, "source:", "the stem 'gotchas' is that of knowledge/gotchas.yaml"),
    ("modules/new.yaml", lambda _: "entries:\n\tx: 1\n", "x: 1", "the indentation holds U+0009"),
]


@pytest.mark.parametrize(("file", "edit", "at", "problem"), FAULTS)
def test_a_planted_fault_is_the_one_problem_found(
    folder: Path, found: Callable[[], list[str]], file: str, edit: Edit, at: str, problem: str
) -> None:
    text = change(folder, file, edit)
    line = text.count("\n", 0, text.rindex(at)) + 1
    (only,) = found()
    assert only.startswith(f"knowledge/{file}:{line}:") and problem in only


def test_all_faults_of_all_files_come_at_once_by_file_and_line(folder: Path, found: Callable[[], list[str]]) -> None:
    change(folder, "sources.yaml", lambda _: "a: [\n")
    for file in ("platform.yaml", "gotchas.yaml"):
        change(folder, file, more("    see: [plans/x]", "    tilte: y"))
    assert [re.sub(r":\d+:\d+|;.*", "", line) for line in found()] == [
        "knowledge/gotchas.yaml: unknown key 'tilte'",
        "knowledge/platform.yaml: unknown key 'tilte'",
        "knowledge/sources.yaml: not YAML: did not find expected node content",
    ]


@pytest.mark.parametrize(
    "file", ["plans", "gotchas", "skills", "sources", "intake", "languages", "lints", "intents/clarify"]
)
@pytest.mark.parametrize("content", ["a: b: c", "a:1", ""])
def test_what_a_broken_file_would_have_named_is_not_called_unknown(
    folder: Path, found: Callable[[], list[str]], file: str, content: str
) -> None:
    change(folder, f"{file}.yaml", lambda _: content)
    (only,) = found()
    assert only.startswith(f"knowledge/{file}.yaml:1:")


def test_a_fault_in_an_entry_leaves_references_to_it_alone(folder: Path, found: Callable[[], list[str]]) -> None:
    change(folder, "plans.yaml", lambda text: text.replace("\n  growth:\n", "\n  growth:\n    zzz: 1\n"))
    (only,) = found()
    assert "unknown key 'zzz'" in only


def test_a_missing_file_is_named(folder: Path, found: Callable[[], list[str]]) -> None:
    (folder / "sources.yaml").unlink()
    assert found() == ["knowledge/sources.yaml:1:1: the file is missing; every folder needs one"]


def test_a_typed_quantity_that_is_no_plans_can_be_allowed(folder: Path, found: Callable[[], list[str]]) -> None:
    change(folder, "platform.yaml", note("Wait 1 day after 40,000 e-mails."))
    (only,) = found()
    assert "'40,000 e-mails' is typed" in only
    change(folder, "lints.yaml", allowing("platform/planted: ['40,000 e-mails']"))
    assert found() == []


def test_a_false_belief_may_hold_a_figure(folder: Path, found: Callable[[], list[str]]) -> None:
    belief = "    belief: {en: Growth costs EUR 10., zh: Growth每月10欧元。}"
    change(folder, "misconceptions.yaml", more(belief, "    corrects: plans/growth"))
    assert found() == []


def test_an_utterance_cut_by_a_comment_explains_why_the_rest_is_not_yaml(
    folder: Path, found: Callable[[], list[str]]
) -> None:
    change(folder, "intents/clarify.yaml", instead("[quite", "[use #1, quite", of=GROUP))
    assert [re.sub(r".*\d: |;.*", "", line) for line in found()] == [
        "what follows ' #' is not part of the text",
        "not YAML: did not find expected ',' or ']'",
    ]


def test_the_same_utterance_in_two_groups_of_one_label_is_no_problem(
    folder: Path, found: Callable[[], list[str]]
) -> None:
    change(folder, "intents/clarify.yaml", lambda text: text + GROUP + GROUP)
    assert found() == []


def test_sources_past_their_review_are_warned_of(folder: Path) -> None:
    line = change(folder, "sources.yaml", instead("2027-03-31", "2000-01-31", of=SOURCE)).count("\n")
    assert [str(w) for w in warnings(folder, date(2000, 2, 1))] == [
        f"knowledge/sources.yaml:{line}:3: to be reviewed after 2000-01-31; read the url again"
    ]
    assert warnings(folder, date(2000, 1, 31)) == []


def test_the_knowledge_has_no_problem() -> None:
    assert [str(p) for p in problems(KNOWLEDGE)] == []


def test_the_shipped_schemas_are_those_of_the_shapes(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    for name in SHAPES:
        made, shipped = ((folder / f"{name}.json").read_text("utf-8") for folder in (tmp_path, SCHEMAS))
        assert made == shipped, f"{name}.json is stale: call closum_help.shapes.write_schemas()"


def test_every_file_names_the_schema_that_it_keeps_to() -> None:
    validators = {name: Draft202012Validator(schema) for name, schema in json_schemas().items()}
    for path in sorted(KNOWLEDGE.rglob("*.yaml")):
        first = path.read_text("utf-8").partition("\n")[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named, f"{path}: {first}"
        kind = "intents" if path.parent.name == "intents" else path.stem if path.stem in SHAPES else "entries"
        assert (path.parent / named[1]).resolve() == SCHEMAS / f"{kind}.json", path
        assert [e.message for e in validators[kind].iter_errors(load(path).data)] == [], path
