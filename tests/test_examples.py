"""The examples that ask a model, run against a real server on loopback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from loopback import DONE, Service, Step, error, says, sends, spoken, streams

ROOT = Path(__file__).parent.parent
TRUE, FALSE = "Growth costs €12 a month.", "Growth costs €49 a month."


def run(name: str, service: Service) -> list[str]:
    """Return what an example prints when its model is the service; it ends well and says nothing on stderr."""
    environ = {**os.environ, "CLOSUM_HELP_BASE_URL": service.url, "OLLAMA_HOST": service.url.removesuffix("/v1")}
    example = ROOT / "examples" / f"{name}.py"
    done = subprocess.run([sys.executable, str(example)], cwd=ROOT, env=environ, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_a_model_of_ones_own_machine_words_the_answer(service: Service) -> None:
    service.script = [streams(*spoken(TRUE), DONE)]
    assert run("ask_with_ollama", service)[:2] == ["[worded by: llama3.2]", TRUE]
    ((path, headers, body),) = service.requests
    assert (path, body["model"], headers["authorization"]) == ("/v1/chat/completions", "llama3.2", "Bearer none")


@pytest.mark.parametrize(
    ("step", "why"), [(says(FALSE), "[violation: not in the passages: 49 EUR]"), (error(404, "x"), "[no_model: ")]
)
def test_where_it_invents_or_fails_the_answer_is_ours(step: Step, why: str, service: Service) -> None:
    service.script = [step]
    first, second, *text = run("ask_with_ollama", service)
    assert first == "[worded by: us, offline]" and second.startswith(why)
    assert "EUR 12" in text[0] and FALSE not in text


@pytest.mark.parametrize(
    ("step", "degraded", "shown"),
    [
        (sends(200, json.dumps({"message": {"role": "assistant", "content": TRUE}})), "None", TRUE),
        (sends(200, json.dumps({"message": {"role": "assistant", "content": FALSE}})), "violation", "EUR 12"),
        (sends(500, "no"), "engine", "EUR 12"),
        (sends(200, "<html>"), "engine", "EUR 12"),
    ],
)
def test_an_engine_of_ones_own(step: Step, degraded: str, shown: str, service: Service) -> None:
    service.script = [step]
    how, text, *_ = run("custom_engine", service)
    assert f"degraded: {degraded}" in how and shown in text
    path, _, body = service.requests[0]
    assert (path, body["stream"]) == ("/api/chat", False)
