"""What the documents show is what the program does."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SHOWN = re.findall(r"<!-- run: (.*?) -->\n```console\n\$ closum-help (.*?)\n(.*?)```", README, re.DOTALL)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "closum_help.cli", *arguments], capture_output=True, text=True, encoding="utf-8"
    )


def test_the_transcripts_are_an_answer_a_sum_a_dispute_and_a_handoff() -> None:
    assert len(SHOWN) == 4


@pytest.mark.parametrize(("command", "typed", "output"), SHOWN)
def test_a_transcript_is_what_is_printed(command: str, typed: str, output: str) -> None:
    done = run(*shlex.split(command))
    assert (typed, done.stdout, done.stderr) == (command, output, "")


def test_every_file_of_the_tour_exists() -> None:
    links = re.findall(r"\]\((?!https?:)([^)]+)\)", README)
    assert (
        links and [link for link in links if not any((d / link).exists() for d in (ROOT, ROOT / "closum_help"))] == []
    )


def test_every_command_of_the_table_exists() -> None:
    named = set(re.findall(r"^\| `closum-help (\w+)", README, re.MULTILINE))
    listed = run("--help").stdout
    assert named and all(re.search(rf"^  {name}\b", listed, re.MULTILINE) for name in named)


@pytest.mark.parametrize("example", sorted((ROOT / "examples").glob("*.py")), ids=lambda p: p.stem)
def test_examples_run_and_are_short(example: Path) -> None:
    assert len(example.read_text("utf-8").splitlines()) <= 30
    done = subprocess.run([sys.executable, str(example)], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0 and done.stdout.strip() and not done.stderr


def test_the_handoff_example_hands_off() -> None:
    done = subprocess.run([sys.executable, "examples/handoff.py"], capture_output=True, text=True, cwd=ROOT)
    assert "--skill sales-cadence" in done.stdout
