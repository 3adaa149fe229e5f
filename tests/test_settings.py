"""Where a setting comes from, and what is refused before any call."""

from pathlib import Path

import pytest

from closum_help.errors import ConfigError, UsageError
from closum_help.paths import config_file
from closum_help.settings import DEFAULT_BASE_URL, DEFAULT_MODEL, Settings, read

KEY = "CLOSUM_HELP_API_KEY"
URL = "CLOSUM_HELP_BASE_URL"


@pytest.fixture
def config(sealed: Path) -> Path:
    file = sealed / ".config" / "closum-help" / "config.toml"
    file.parent.mkdir(parents=True)
    return file


def test_nothing_set_means_offline() -> None:
    settings = read()
    assert settings == Settings()
    assert not settings.configured
    assert not settings.uses_model


def test_a_flag_goes_before_the_environment_and_that_before_the_file(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text('model = "file"\nengine = "offline"\nbase_url = "https://file.example/v1"\nlog = true\n')
    assert read().model == "file"
    monkeypatch.setenv("CLOSUM_HELP_MODEL", "variable")
    monkeypatch.setenv(URL, "https://variable.example/v1")
    assert read().model == "variable"
    settings = read(model="flag", engine="auto", prompt="book")
    assert (settings.model, settings.engine, settings.prompt, settings.log) == ("flag", "auto", "book", True)
    assert settings.base_url == "https://variable.example/v1"
    assert settings.origin("model") == "--model"
    assert settings.origin("base_url") == URL
    assert settings.origin("log") == f"{config}: log"
    assert settings.origin("accessible") == "accessible"


@pytest.mark.parametrize(
    ("environment", "engine", "key", "uses_model"),
    [
        ({KEY: "own"}, None, "own", True),
        ({KEY: "own"}, "offline", "own", False),
        ({URL: "http://localhost:1/v1"}, None, None, True),
        ({"OPENAI_API_KEY": "shared"}, None, None, False),
        ({"OPENAI_API_KEY": "shared"}, "auto", None, False),
        ({"OPENAI_API_KEY": "shared"}, "openai", "shared", True),
        ({"OPENAI_API_KEY": "shared", KEY: "own"}, "openai", "own", True),
        ({"OPENAI_API_KEY": "shared", URL: "https://other.example/v1"}, "openai", None, True),
        ({"OPENAI_API_KEY": "shared", URL: f"{DEFAULT_BASE_URL}/"}, "openai", "shared", True),
        ({"OPENAI_BASE_URL": "https://other.example/v1"}, None, None, False),
        ({"CLOSUM_HELP_ENGINE": "openai", "OPENAI_API_KEY": "shared"}, None, "shared", True),
        ({"CLOSUM_HELP_ENGINE": ""}, None, None, False),
    ],
)
def test_whose_key_is_used_and_when(
    environment: dict[str, str],
    engine: str | None,
    key: str | None,
    uses_model: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    settings = read(engine=engine)
    assert settings.api_key == key
    assert settings.uses_model is uses_model


@pytest.mark.parametrize(
    "key", ["", "   ", "\n", "sk-secret\nx", "sk-\x00secret", "ｓecret-key", "“sk-secret”", "Bearer secret"]
)
def test_a_key_that_cannot_be_is_refused_and_never_shown(key: str) -> None:
    settings = Settings(api_key=key, origins=(("api_key", KEY),))
    with pytest.raises(ConfigError) as caught:
        settings.checked()
    assert KEY in str(caught.value)
    assert "secret" not in str(caught.value).replace(KEY, "")
    assert caught.value.__cause__ is None


def test_a_key_loses_its_blank_edges_and_is_not_in_the_representation() -> None:
    settings = Settings(api_key=" sk-secret\n").checked()
    assert settings.api_key == "sk-secret"
    assert settings.base_url == DEFAULT_BASE_URL
    assert "secret" not in repr(settings)


def test_no_key_is_fine_where_a_base_url_is_given() -> None:
    assert Settings(base_url="http://localhost:11434/v1/").checked().base_url == "http://localhost:11434/v1"
    with pytest.raises(ConfigError, match=KEY):
        Settings(engine="openai").checked()


@pytest.mark.parametrize(
    "url",
    [
        "",
        " ",
        "api.example.com/v1",
        "ftp://api.example.com",
        "file:///etc/passwd",
        "https://",
        "https:///v1",
        "https://h.example:99999/v1",
        "https://h.example:0/v1",
        "https://h.example:port/v1",
        "https://h.example/v1\n",
        "https://h.ex ample/v1",
        "https://maria:hunter2@h.example/v1",
        "https://maria@h.example/v1",
        "http://h.example/v1",
        "http://127.evil.example/v1",
        "http://10.0.0.1/v1",
        "https://[::1/v1",
        "https://h.example/v1?key=hunter2",
        "https://h.example/v1#hunter2",
    ],
)
def test_a_base_url_that_cannot_be_is_refused_by_the_name_of_its_setting(url: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Settings(base_url=url, origins=(("base_url", "--base-url"),)).checked()
    assert str(caught.value).startswith("--base-url ")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "https://h.example/v1",
        "https://h.example:8443",
        "http://localhost:8080/v1",
        "http://127.0.0.1:1",
        "http://[::1]:9",
    ],
)
def test_a_base_url_that_can_be_is_kept(url: str) -> None:
    assert Settings(base_url=url).checked().base_url == url


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        ('modle = "x"', "'modle'"),
        ("model = 3", "model"),
        ('log = "yes"', "log"),
        ("accessible = 1", "accessible"),
        ("key = [1]", "key"),
        ('api_key = "x"', "'api_key'"),
        ('theme = "pink"', "theme"),
        ("plan = true", "plan"),
        ("timeout = 0", "timeout"),
        ("timeout = true", "timeout"),
        ("timeout = inf", "timeout"),
        ('timeout = "5"', "timeout"),
        ('engine = "gpt"', "engine"),
        ('prompt = "novel"', "prompt"),
        ("model =\n", "line 1"),
        ('[openai]\nmodel = "x"', "'openai'"),
    ],
)
def test_a_wrong_line_of_the_file_is_named(toml: str, named: str, config: Path) -> None:
    config.write_text(toml)
    with pytest.raises(ConfigError) as caught:
        read()
    assert str(config) in str(caught.value)
    assert named in str(caught.value)


def test_a_file_that_is_not_text_or_no_file_is_named(config: Path) -> None:
    config.write_bytes(b'model = "\xff"')
    with pytest.raises(ConfigError, match="not valid TOML"):
        read()
    config.unlink()
    config.mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        read()


def test_every_setting_can_stand_in_the_file(config: Path) -> None:
    lines = 'engine = "openai"', 'model = "m"', 'base_url = "https://h.example/v1"', 'key = "sk-1"', 'plan = "zero"'
    config.write_text(
        "\n".join([*lines, 'lang = "pt"', 'theme = "dark"', "log = true", "timeout = 120", 'prompt = "book"'])
    )
    assert read()[:4] == ("sk-1", "https://h.example/v1", "m", "openai")
    assert (read().log, read().plan, read().lang, read().theme) == (True, "zero", "pt", "dark")
    assert (read().timeout, read().prompt) == (120, "book")
    assert read().origin("api_key") == f"{config}: key"


def test_every_setting_can_stand_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"ENGINE": "openai", "MODEL": "m", "BASE_URL": "https://h.example", "API_KEY": "sk-1", "PLAN": "zero"}
    values |= {"LANG": "pt", "THEME": "dark", "LOG": "on", "TIMEOUT": "1.5", "PROMPT": "slice"}
    for name, value in values.items():
        monkeypatch.setenv(f"CLOSUM_HELP_{name}", value)
    assert read()[:4] == ("sk-1", "https://h.example", "m", "openai")
    assert (read().log, read().plan, read().lang, read().theme) == (True, "zero", "pt", "dark")
    assert (read().timeout, read().prompt) == (1.5, "slice")
    typed = read(plan="growth", lang="es", accessible=True)
    assert (typed.accessible, typed.plan, typed.lang) == (True, "growth", "es")
    assert read(accessible=True).origin("accessible") == "--plain-ui"


@pytest.mark.parametrize("url", ["https://h.example/v1", "https://h.example/v1/"])
def test_a_key_of_the_file_is_for_the_host_of_the_file(config: Path, url: str) -> None:
    config.write_text(f'key = "sk-1"\nbase_url = "{url}"')
    assert read().api_key == read(base_url="https://h.example/v1").api_key == "sk-1"
    assert read(base_url="https://other.example/v1").api_key is None
    config.write_text('key = "sk-1"')
    assert read().api_key == read(base_url=DEFAULT_BASE_URL).api_key == "sk-1"
    assert read(base_url="https://other.example/v1").api_key is None


@pytest.mark.parametrize("value", ["0", "-1", "soon", "nan", "inf", "4000"])
def test_a_time_that_cannot_be_is_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOSUM_HELP_TIMEOUT", value)
    with pytest.raises(ConfigError, match="CLOSUM_HELP_TIMEOUT"):
        read()


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"HOME": "/h"}, "/h/.config"),
        ("linux", {"HOME": "/h", "XDG_CONFIG_HOME": "/x"}, "/x"),
        ("linux", {"HOME": "/h", "APPDATA": "/a"}, "/h/.config"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support"),
        ("win32", {"APPDATA": "/a"}, "/a"),
    ],
)
def test_the_file_is_where_the_platform_keeps_such_files(
    platform: str, environment: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert config_file() == Path(folder) / "closum-help" / "config.toml"


@pytest.mark.parametrize(("value", "on"), [("1", True), ("TRUE", True), ("0", False), ("off", False), ("", False)])
def test_a_switch_in_the_environment(value: str, on: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOSUM_HELP_ACCESSIBLE", value)
    assert read().accessible is on
    assert read(accessible=True).accessible is True


def test_what_is_neither_on_nor_off_or_no_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="gpt"):
        read(engine="gpt")
    with pytest.raises(UsageError, match="novel"):
        read(prompt="novel")
    monkeypatch.setenv("CLOSUM_HELP_PROMPT", "book")
    assert read().prompt == "book"
    monkeypatch.setenv("CLOSUM_HELP_ENGINE", "gpt")
    with pytest.raises(ConfigError, match="CLOSUM_HELP_ENGINE"):
        read()
    monkeypatch.setenv("CLOSUM_HELP_ENGINE", "auto")
    monkeypatch.setenv("CLOSUM_HELP_LOG", "perhaps")
    with pytest.raises(ConfigError, match="CLOSUM_HELP_LOG"):
        read()


def test_without_a_home_there_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    assert read() == Settings()
    assert read().model == DEFAULT_MODEL


def test_what_is_kept_and_for_how_long(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (read().log, read().log_days, read().log_contacts) == (None, 90, False)
    config.write_text("log = false\nlog_days = 7\nlog_contacts = true")
    assert (read().log, read().log_days, read().log_contacts) == (False, 7, True)
    monkeypatch.setenv("CLOSUM_HELP_LOG_DAYS", "30")
    assert (read().log_days, read(log=True).log) == (30, True)


@pytest.mark.parametrize("days", ["0", "-1", "1.5", "ten", "99999999"])
def test_a_number_of_days_that_cannot_be_is_refused(days: str, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOSUM_HELP_LOG_DAYS", days)
    with pytest.raises(ConfigError, match="CLOSUM_HELP_LOG_DAYS is no number of days"):
        read()
    monkeypatch.delenv("CLOSUM_HELP_LOG_DAYS")
    config.write_text(f"log_days = {days if days != 'ten' else 'true'}")
    with pytest.raises(ConfigError, match="log_days"):
        read()
