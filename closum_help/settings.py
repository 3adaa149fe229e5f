"""Settings: a flag goes before the environment, the environment before config.toml; checked before any call."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from closum_help.errors import ConfigError, UsageError
from closum_help.paths import ENV_PREFIX, config_file

DEFAULT_BASE_URL = "https://api.openai.com/v1"
DEFAULT_MODEL = "gpt-4.1-mini"
SHARED_KEY = "OPENAI_API_KEY"
MOST_DAYS = 36_500
ENGINES = ("auto", "offline", "openai")

_TEXTS = ("api_key", "base_url", "model", "engine")
_SWITCHES = ("log", "log_contacts", "accessible")
_NUMBERS = ("log_days",)
_NEVER_BLANK = ("api_key", "base_url")  # set to nothing, they are a slip to be told of; others are as if unset
_WORDS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}

Value = str | bool | int
Found = tuple[str, Value, str]  # a setting's name, its value, and where it was found


class Settings(NamedTuple):
    """The settings in force; `api_key` and `base_url` are None where nobody set them.

    `log`: whether transcripts are kept, None for the chat's alone; `log_days`: for how long; `log_contacts`: with
    e-mail addresses and phone numbers. `origins` pairs a setting with the flag, variable or line of the file that it
    came from, so that an error can name it. The representation leaves the key out.
    """

    api_key: str | None = None
    base_url: str | None = None
    model: str = DEFAULT_MODEL
    engine: str = "auto"
    log: bool | None = None
    log_days: int = 90
    log_contacts: bool = False
    accessible: bool = False
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
    log: bool | None = None,
    accessible: bool = False,
) -> Settings:
    """Return the settings in force, given the flags that were typed.

    UsageError for an unknown engine as a flag; ConfigError for a file or variable that cannot be understood. Key and
    base URL are not looked at here: `Settings.checked` does, for those who mean to call.
    """
    if engine is not None and engine not in ENGINES:
        raise UsageError(f"Unknown engine {engine!r}.", f"Use {_either(ENGINES)}.")
    flags = {"engine": engine, "model": model, "base_url": base_url, "log": log, "accessible": accessible or None}
    values: dict[str, Value] = {}
    origins: dict[str, str] = {}
    for source in (_file(), _environment(), _flags(flags)):
        for name, value, origin in source:
            values[name] = value
            origins[name] = origin
    if values.get("engine", "auto") not in ENGINES:
        raise ConfigError(f"{origins['engine']}: unknown engine {values['engine']!r}.", f"Use {_either(ENGINES)}.")
    if _may_share(values):
        values["api_key"] = os.environ[SHARED_KEY]
        origins["api_key"] = SHARED_KEY
    return Settings(**values, origins=tuple(origins.items()))  # type: ignore[arg-type]


def _may_share(values: dict[str, Value]) -> bool:
    """Return whether the key that was exported for other tools may be used: asked for by name, for its own host."""
    own_host = values.get("base_url", DEFAULT_BASE_URL) == DEFAULT_BASE_URL
    return values.get("engine") == "openai" and "api_key" not in values and own_host and SHARED_KEY in os.environ


def _flags(flags: Mapping[str, Value | None]) -> Iterator[Found]:
    for name, value in flags.items():
        if value is not None:
            yield name, value, "--" + name.replace("_", "-")


def _environment() -> Iterator[Found]:
    for name in _TEXTS + _SWITCHES + _NUMBERS:
        variable = ENV_PREFIX + name.upper()
        value = os.environ.get(variable)
        if value is None or (not value and name not in _NEVER_BLANK):
            continue
        if name in _TEXTS:
            yield name, value, variable
        elif name in _NUMBERS:
            yield name, _number(int(value) if value.isdecimal() else 0, variable), variable
        elif (switch := _WORDS.get(value.strip().lower())) is not None:
            yield name, switch, variable
        else:
            raise ConfigError(f"{variable} is neither on nor off.", "Set it to 1 or 0.")


def _file() -> Iterator[Found]:
    path = config_file()
    for name, value in _toml(path).items() if path else ():
        origin = f"{path}: {name}"
        if name not in _TEXTS + _SWITCHES + _NUMBERS:
            raise ConfigError(f"{path}: unknown key {name!r}.", f"Use {_either(_TEXTS + _SWITCHES + _NUMBERS)}.")
        if name in _NUMBERS:
            yield name, _number(value, origin), origin
            continue
        wanted = str if name in _TEXTS else bool
        if not isinstance(value, wanted):
            raise ConfigError(f"{origin} has the wrong type.", "Use quotes." if wanted is str else "Use true or false.")
        yield name, value, origin


def _number(value: object, origin: str) -> int:
    if type(value) is not int or not 1 <= value <= MOST_DAYS:
        raise ConfigError(f"{origin} is no number of days.", f"Use 1 to {MOST_DAYS:,}.")
    return value


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
