"""The keeper's commands."""

import json
import shutil
from pathlib import Path

import pytest

from closum_help.cli import run
from closum_help.knowledge import open_knowledge
from closum_help.paths import data_dir


def test_the_real_knowledge_has_no_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kb", "check"]) == 0
    assert capsys.readouterr().out == ""


def test_a_problem_is_exit_5_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "knowledge"
    shutil.copytree(data_dir("knowledge"), root)
    plans = root / "plans.yaml"
    plans.write_text(plans.read_text("utf-8").replace("    label: Growth", "    labell: Growth"), "utf-8")
    assert run(["kb", "check", "--knowledge", str(root)]) == 5
    assert "plans.yaml:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["show", "plans/growth"], 0, '"price": 12'),
        (["show", "plans/none"], 2, "plans/"),
        (["try", "gotchas/landing-pages"], 0, "[zh]"),
        (["search", "exit", "intent"], 0, "landing-pages/popups"),
        (["search", "退出意图"], 0, "landing-pages/popups"),
        (["schema", "entries"], 0, '"title"'),
        (["schema", "nonsense"], 2, "entries"),
        (["export"], 2, "--json"),
        (["stats"], 0, "utterances in zh"),
        (["check", "--knowledge", "/nowhere"], 2, "/nowhere"),
    ],
)
def test_commands(arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kb", *arguments]) == code
    captured = capsys.readouterr()
    assert said in captured.out + captured.err


def test_an_export_is_one_list_with_every_text_filled_in_every_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kb", "export", "--json"]) == 0
    printed = capsys.readouterr().out
    entries = json.loads(printed)
    knowledge = open_knowledge()
    assert [e["id"] for e in entries] == list(knowledge.entries)
    assert all(set(e["title"]) == set(knowledge.languages) for e in entries)
    assert "[[" not in printed
    install = [e["install"] for e in entries if e["id"].startswith("skills/")]
    assert len(install) == 6 and all(line.startswith("npx skills add ") and " --skill " in line for line in install)
