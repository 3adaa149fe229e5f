"""What `doctor` and `-v` show: what is in force, from where, whether it works; never a secret."""

import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest
from loopback import KEY, Service, error, says

from closum_help.cli import run

PRICE = "what does Growth cost?"
Capture = pytest.CaptureFixture[str]


def report(capsys: Capture, *arguments: str, code: int = 0) -> Any:
    """Return what doctor tells as JSON; as text it shows no secret either."""
    assert run(["doctor", *arguments]) == code
    text = capsys.readouterr()
    assert run(["doctor", "--json", *arguments]) == code
    shown = capsys.readouterr()
    assert KEY[:8] not in text.out + shown.out and text.err + shown.err == ""
    return json.loads(shown.out)


def test_with_nothing_set_up_nobody_is_asked(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setattr(socket, "socket", None)  # whoever opens one, fails
    found = report(capsys)
    assert found["service"] is None
    assert found["settings"]["engine"] == {"value": "auto: offline", "from": "default"}
    assert found["settings"]["key"] == {"value": None, "from": "default"}
    assert found["unused"] == ["OPENAI_API_KEY"]
    run(["doctor"])
    assert "nothing was asked" in capsys.readouterr().out


def test_each_setting_is_shown_with_where_it_is_from(
    sealed: Path, service: Service, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = sealed / ".config" / "closum-help" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'key = "{KEY}"\nbase_url = "{service.url}"\nlang = "pt"\n')
    monkeypatch.setenv("CLOSUM_HELP_PLAN", "zero")
    service.script = [says("OK.", model="m-2")]
    found = report(capsys, "--model", "m-1")
    assert found["config_file"] == {"path": str(file), "exists": True}
    settings = {name: (one["value"], one["from"]) for name, one in found["settings"].items()}
    assert settings["key"] == ("set, not shown", f"{file}: key")
    assert settings["base_url"] == (service.url, f"{file}: base_url")
    assert settings["model"] == ("m-1", "--model")
    assert settings["plan"] == ("zero", "CLOSUM_HELP_PLAN")
    assert settings["lang"] == ("pt", f"{file}: lang")
    assert settings["theme"] == ("auto", "default")
    assert (found["service"]["ok"], found["service"]["model"]) == (True, "m-2")
    assert service.requests[0][1]["authorization"] == f"Bearer {KEY}"


def test_a_service_that_fails_is_told_by_line_and_code(
    service: Service, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOSUM_HELP_API_KEY", KEY)
    service.script = [error(401, "invalid_api_key", f"Incorrect key {KEY}")]
    found = report(capsys, "--base-url", service.url, code=4)
    assert (found["service"]["ok"], found["service"]["code"]) == (False, "refused_key")
    run(["doctor", "--base-url", service.url])
    assert "Check CLOSUM_HELP_API_KEY." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "value"),
    [("BASE_URL", f"https://maria:{KEY}@h.example"), ("BASE_URL", KEY), ("API_KEY", f"{KEY} x"), ("MODEL", KEY)],
)
def test_a_secret_in_the_wrong_place_is_not_shown(
    name: str, value: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"CLOSUM_HELP_{name}", value)
    found = report(capsys, code=0 if name == "MODEL" else 3)
    assert found["settings"]["key" if name == "API_KEY" else name.lower()]["from"] == f"CLOSUM_HELP_{name}"
    assert report(capsys, "--engine", "offline")["service"] is None


def test_a_model_that_is_demanded_without_a_key_is_a_setting_amiss(capsys: Capture) -> None:
    assert report(capsys, "--engine", "openai", code=3)["service"]["code"] == "config"


def test_N26_the_base_url_in_use_is_visible(service: Service, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "https://other.example/v1")
    found = report(capsys, "--base-url", service.url)
    assert found["settings"]["base_url"] == {"value": service.url, "from": "--base-url"}
    assert found["unused"] == ["OPENAI_BASE_URL"]


def stages(capsys: Capture, *arguments: str) -> dict[str, Any]:
    assert run(["-q", PRICE, *arguments]) == 0
    out, err = capsys.readouterr()
    assert "EUR 12" in out and PRICE not in err and KEY not in err
    told = [json.loads(line) for line in err.splitlines() if line.startswith("{")]
    assert [one["ms"] for one in told] == sorted(one["ms"] for one in told)
    return {one["stage"]: one for one in told}


def test_every_stage_is_a_line(service: Service, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    offline = stages(capsys, "-v")
    assert list(offline) == ["read", "route", "retrieve", "reply"]
    assert offline["route"]["kind"] == "answer" and offline["reply"]["engine"] == "offline"
    assert stages(capsys) == {}
    monkeypatch.setenv("CLOSUM_HELP_API_KEY", KEY)
    monkeypatch.setenv("CLOSUM_HELP_BASE_URL", service.url)
    service.script = [says("Growth costs EUR 12."), says("Growth costs EUR 49."), error(401, "x")]
    online = stages(capsys, "--verbose")
    assert list(online) == ["read", "route", "retrieve", "prompt", "model", "guard", "reply"]
    assert (online["guard"]["violations"], online["reply"]["engine"]) == ([], "openai")
    assert stages(capsys, "-v")["guard"]["violations"] != []
    assert stages(capsys, "-v")["model"]["fault"] == "refused_key"


def test_the_file_may_name_plan_and_language(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOSUM_HELP_PLAN", "Growth")
    monkeypatch.setenv("CLOSUM_HELP_LANG", "pt-BR")
    assert run(["-q", "How many e-mails can I send?", "--json"]) == 0
    reply = json.loads(capsys.readouterr().out)
    assert (reply["intent"]["plan"], reply["language"]) == ("growth", "pt")
    assert run(["-q", PRICE, "--plan", "zero", "--lang", "en", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["intent"]["plan"] == "zero"


@pytest.mark.parametrize(("name", "value"), [("PLAN", "gold"), ("LANG", "xx")])
def test_a_plan_or_language_that_is_none_is_named_with_its_setting(
    name: str, value: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"CLOSUM_HELP_{name}", value)
    assert run(["-q", PRICE]) == 3
    out, err = capsys.readouterr()
    assert out == "" and f"CLOSUM_HELP_{name}" in err and len(err.splitlines()) == 1
    assert run(["-q", PRICE, f"--{name.lower()}", value]) == 2


def test_a_file_that_others_can_read_and_holds_the_key_is_told(sealed: Path, service: Service, capsys: Capture) -> None:
    file = sealed / ".config" / "closum-help" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'key = "{KEY}"\nbase_url = "{service.url}"\n')
    for mode, told in ((0o644, True), (0o600, False)):
        file.chmod(mode)
        run(["doctor"])
        assert ("chmod 600" in capsys.readouterr().out) is (told and os.name == "posix")
