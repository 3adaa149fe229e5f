"""Settings: a flag goes before the environment, the environment before config.toml; checked before any call."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from closum_help.errors import ConfigError, UsageError
from closum_help.paths import ENV_PREFIX, config_file

DEFAULT_BASE_URL = "https://api.openai.com/v1"
DEFAULT_MODEL = "gpt-4.1-mini"
SHARED_KEY = "OPENAI_API_KEY"
MOST_DAYS = 36_500
ENGINES = ("auto", "offline", "openai")
PROMPTS = ("auto", "book", "slice")
THEMES = ("auto", "light", "dark", "none")

_TEXTS = ("api_key", "base_url", "model", "engine", "prompt", "plan", "lang", "theme")
_SWITCHES = ("log", "log_contacts", "accessible")
_NUMBERS = {"timeout": (3600, "seconds", float), "log_days": (36_500, "days", int)}  # above 0, at most so many of what
_NAMES = (*_TEXTS, *_SWITCHES, *_NUMBERS)
_CHOICES = {"engine": ENGINES, "prompt": PROMPTS, "theme": THEMES}
_FILE_NAMES = {"key" if name == "api_key" else name: name for name in _NAMES}
_NEVER_BLANK = ("api_key", "base_url")  # set to nothing, they are a slip to be told of; others are as if unset
_WORDS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}

Value = str | bool | float
Found = dict[str, tuple[Value, str]]  # a setting's value, and where it was found


class Settings(NamedTuple):
    """The settings in force; `api_key` and `base_url` are None where nobody set them, `plan` and `lang` as typed.

    `timeout` is how many seconds a model has for an answer, None where each door has its own. `log`: whether
    transcripts are kept, None for the chat's alone; `log_days`: for how long; `log_contacts`: with e-mail addresses and
    phone numbers. `origins` pairs a setting with the flag, variable or line of the file that it came from, so that an
    error can name it. The representation leaves the key out.
    """

    api_key: str | None = None
    base_url: str | None = None
    model: str = DEFAULT_MODEL
    engine: str = "auto"
    log: bool | None = None
    log_days: int = 90
    log_contacts: bool = False
    accessible: bool = False
    plan: str | None = None
    lang: str | None = None
    theme: str = "auto"
    timeout: float | None = None
    prompt: str = "auto"
    origins: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        key = "" if self.api_key is None else "..."
        return f"Settings(api_key={key!r}, base_url={self.base_url!r}, model={self.model!r}, engine={self.engine!r})"

    def origin(self, name: str) -> str:
        """Return where a setting was found, or its name where it was handed in."""
        return dict(self.origins).get(name, name)

    @property
    def configured(self) -> bool:
        """Return whether a model was set up for this program: a key of its own, or a base URL."""
        return self.api_key is not None or self.base_url is not None

    @property
    def uses_model(self) -> bool:
        """Return whether a model is to be asked: demanded, or `auto` with one configured."""
        return self.engine == "openai" or (self.engine == "auto" and self.configured)

    def checked(self) -> Settings:
        """Return the settings as a call needs them, with a bare key and a base URL; ConfigError names what is wrong."""
        if not self.configured:
            raise ConfigError("No key for the model service.", f"Set {ENV_PREFIX}API_KEY, or use the offline engine.")
        key = None if self.api_key is None else _key(self.api_key, self.origin("api_key"))
        url = DEFAULT_BASE_URL if self.base_url is None else _url(self.base_url, self.origin("base_url"))
        return self._replace(api_key=key, base_url=url)


def read(
    *,
    engine: str | None = None,
    model: str | None = None,
    base_url: str | None = None,
    prompt: str | None = None,
    plan: str | None = None,
    lang: str | None = None,
    log: bool | None = None,
    accessible: bool = False,
) -> Settings:
    """Return the settings in force, given the flags that were typed.

    UsageError for an unknown engine or prompt as a flag; ConfigError for a file or variable that cannot be understood.
    Key and base URL are not looked at here: `Settings.checked` does, for those who mean to call.
    """
    flags = {"engine": engine, "model": model, "base_url": base_url, "prompt": prompt, "plan": plan, "lang": lang}
    typed: Found = {name: (value, "--" + name.replace("_", "-")) for name, value in flags.items() if value is not None}
    if log is not None:
        typed["log"] = (log, "--log" if log else "--no-log")
    if accessible:
        typed["accessible"] = (True, "--plain-ui")
    file = _file()
    found = file | _environment() | typed
    for name, allowed in _CHOICES.items():
        value, origin = found.get(name, (allowed[0], ""))
        if value not in allowed:
            kind = UsageError if name in typed else ConfigError
            raise kind(f"{origin}: unknown {name} {value!r}.", f"Use {_either(allowed)}.")
    if "api_key" in file and found["api_key"] == file["api_key"] and _host(found) != _host(file):
        del found["api_key"]
    if "api_key" not in found and found.get("engine", ("",))[0] == "openai" and _host(found) == DEFAULT_BASE_URL:
        shared = os.environ.get(SHARED_KEY)
        found |= {} if shared is None else {"api_key": (shared, SHARED_KEY)}
    values = {name: value for name, (value, _) in found.items()}
    return Settings(**values, origins=tuple((name, origin) for name, (_, origin) in found.items()))  # type: ignore[arg-type]


def _host(found: Found) -> str:
    """Return the base URL that a key found with it is meant for: no key goes to another."""
    return str(found.get("base_url", (DEFAULT_BASE_URL,))[0]).rstrip("/")


def _environment() -> Found:
    found: Found = {}
    for name in _NAMES:
        variable = ENV_PREFIX + name.upper()
        text = os.environ.get(variable)
        if text is None or (not text and name not in _NEVER_BLANK):
            continue
        value: object = text
        if name in _SWITCHES:
            value = _WORDS.get(text.strip().lower())
        elif name in _NUMBERS:
            with suppress(ValueError):
                value = float(text)
        found[name] = (_fitting(name, value, variable), variable)
    return found


def _file() -> Found:
    path = config_file()
    found: Found = {}
    for key, value in _toml(path).items() if path else ():
        if key not in _FILE_NAMES:
            raise ConfigError(f"{path}: unknown key {key!r}.", f"Use {_either(tuple(_FILE_NAMES))}.")
        name, origin = _FILE_NAMES[key], f"{path}: {key}"
        found[name] = (_fitting(name, value, origin), origin)
    return found


def _fitting(name: str, value: object, origin: str) -> Value:
    """Return the value where it is of the setting's kind; ConfigError names where it was found."""
    if name in _TEXTS:
        if isinstance(value, str):
            return value
        raise ConfigError(f"{origin} is no text.", "Use quotes.")
    if name in _SWITCHES:
        if isinstance(value, bool):
            return value
        raise ConfigError(f"{origin} is neither on nor off.", "Set it to true or false.")
    most, unit, kind = _NUMBERS[name]
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= most and kind(value) == value:
        return int(value) if kind is int else value
    raise ConfigError(f"{origin} is no number of {unit}.", f"Use one above 0, at most {most:,}.")


def _toml(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            import tomllib

            return tomllib.load(file)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}).", "Check its permissions.") from error
    except ValueError as error:
        raise ConfigError(f"{path}: not valid TOML ({error}).", "Correct it or remove it.") from error


def _key(key: str, name: str) -> str:
    """Return the key without blank edges; no message shows the key."""
    bare = key.strip()
    if not bare:
        raise ConfigError(f"{name} is empty.", "Give it a key, or unset it.")
    if not (bare.isascii() and bare.isprintable()) or " " in bare:
        raise ConfigError(f"{name} holds characters that no key has.", "Copy the key again, without quotes or spaces.")
    return bare


def _url(url: str, name: str) -> str:
    """Return the base URL without a final slash; no message shows it, for it may hold a password."""
    from urllib.parse import urlsplit

    problem = ""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ConfigError(f"{name} is not a valid URL.", "Give it as https://HOST/v1.") from None
    if not url.isprintable() or " " in url or not url:
        problem = "is empty or holds spaces or control characters"
    elif parts.scheme not in ("http", "https"):
        problem = "needs https:// in front"
    elif not host or port == 0:
        problem = "has no host" if not host else "has a port that cannot be"
    elif parts.username is not None or parts.password is not None:
        problem = "holds a user name or password"
    elif parts.query or parts.fragment:
        problem = "holds more than a path"
    elif parts.scheme == "http" and not _loopback(host):
        problem = "is http, which sends the key in the clear to another machine"
    if problem:
        raise ConfigError(f"{name} {problem}.", "Give it as https://HOST/v1.")
    return url.rstrip("/")


def _loopback(host: str) -> bool:
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _either(names: tuple[str, ...]) -> str:
    return ", ".join(names[:-1]) + " or " + names[-1]
