"""Where the program's own files are: beside the package in a checkout, inside it when installed."""

import os
from pathlib import Path

PROGRAM = "closum-help"
ENV_PREFIX = PROGRAM.upper().replace("-", "_") + "_"
PACKAGE = Path(__file__).parent


def data_dir(name: str) -> Path:
    """Return knowledge/ or prompts/: inside an installed package, or beside it in a checkout."""
    bundled = PACKAGE / name
    return bundled if bundled.is_dir() else PACKAGE.parent / name


def compiled_dir() -> Path:
    """Return the folder that `kb build` fills and every door reads."""
    return PACKAGE / "compiled"


def config_file() -> Path | None:
    """Return where config.toml would be, or None where there is no home folder at all."""
    named = os.environ.get(ENV_PREFIX + "CONFIG")
    if named:
        return Path(named)
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME")
    if base:
        return Path(base) / PROGRAM / "config.toml"
    home = os.environ.get("HOME")
    return Path(home) / ".config" / PROGRAM / "config.toml" if home else None


def state_dir() -> Path | None:
    """Return the folder of what is kept between runs, or None where there is no home folder at all."""
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_STATE_HOME")
    if base:
        return Path(base) / PROGRAM
    home = os.environ.get("HOME")
    return Path(home) / ".local" / "state" / PROGRAM if home else None
