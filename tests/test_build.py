"""From YAML to what every door reads."""

import json
import shutil
from pathlib import Path

import pytest

from closum_help import build as builder
from closum_help.assistant import Assistant
from closum_help.cli import run
from closum_help.knowledge import open_knowledge
from closum_help.paths import compiled_dir, data_dir


@pytest.fixture
def folder(tmp_path: Path) -> tuple[Path, Path]:
    """Return a copy of knowledge/ and of what was compiled from it."""
    root, out = tmp_path / "knowledge", tmp_path / "compiled"
    shutil.copytree(data_dir("knowledge"), root)
    shutil.copytree(compiled_dir(), out)
    return root, out


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_what_is_committed_is_compiled_from_what_is_committed() -> None:
    assert open_knowledge().digest == builder.digest(data_dir("knowledge"))
    assert open_knowledge().meta["router"]["digest"] == builder._taught(data_dir("knowledge"))


def test_a_price_changed_once_shows_everywhere(folder: tuple[Path, Path]) -> None:
    root, out = folder
    edit(root / "plans.yaml", "price: 12,", "price: 13,")
    assert builder.build(root, out, weights=False)
    for question, before, after in [
        ("What does the Growth plan cost?", "EUR 12", "EUR 13"),
        ("Growth套餐多少钱", "12欧元", "13欧元"),
        ("compare all plans with their prices", "EUR 12", "EUR 13"),
        ("8000 emails a month and 3 automations, the cheapest?", "EUR 17", "EUR 18"),
        ("Growth付一整年一共多少", "144欧元", "156欧元"),
    ]:
        old = Assistant(engine="offline").answer(question)[0].text
        new = Assistant(engine="offline", knowledge=out).answer(question)[0].text
        assert before in old and after in new and before not in new, question


def test_a_second_build_does_nothing(folder: tuple[Path, Path]) -> None:
    root, out = folder
    assert not builder.build(root, out)


def test_a_text_is_rebuilt_without_the_weights(folder: tuple[Path, Path]) -> None:
    root, out = folder
    weights = (out / "router.bin").read_bytes()
    edit(root / "modules" / "telegram.yaml", "title: {", "title: { ")
    assert builder.build(root, out, weights=False)
    assert (out / "router.bin").read_bytes() == weights


def test_every_reference_is_filled_in_the_readers_format() -> None:
    spec = {"thousands": ".", "decimal": ",", "money": "{} €"}
    entries = {"plans/x": {"figures": {"price": 0.5, "emails": 12500}}}
    value = {"xx": ["[[plans/x.emails]] for [[plans/x.price]]"]}
    assert builder.fill(value, "xx", entries, spec) == ["12.500 for 0,50 €"]


def test_compiled_files_are_what_they_say() -> None:
    meta = json.loads((compiled_dir() / "meta.json").read_bytes())
    assert set(meta["languages"]) == {p.stem for p in compiled_dir().glob("??.json")}
    assert {label.partition(":")[2] for label in meta["router"]["labels"] if label.startswith("entry:")} <= set(
        meta["entries"]
    )


def test_a_keepers_own_folder_answers(folder: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    root, _ = folder
    edit(root / "plans.yaml", "price: 12,", "price: 19,")
    shutil.copytree(compiled_dir(), root / ".compiled")
    assert run(["-q", "What does the Growth plan cost?", "--knowledge", str(root)]) == 0
    assert "EUR 19" in capsys.readouterr().out
