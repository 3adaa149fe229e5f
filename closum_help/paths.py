"""Where the program's own files are: beside the package in a checkout, inside it when installed."""

import os
import sys
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
    base = _base("XDG_CONFIG_HOME", "APPDATA", ".config")
    return base / PROGRAM / "config.toml" if base else None


def state_dir() -> Path | None:
    """Return the folder of what is kept between runs, or None where there is no home folder at all."""
    base = _base("XDG_STATE_HOME", "LOCALAPPDATA", ".local/state")
    return base / PROGRAM if base else None


def _base(variable: str, on_windows: str, below_home: str) -> Path | None:
    """Return the platform's folder for files of a kind: the variable's, else the usual one of the system."""
    base, home = os.environ.get(variable), os.environ.get("HOME")
    if sys.platform == "win32":
        base = base or os.environ.get(on_windows)
    elif home and not base:
        base = f"{home}/Library/Application Support" if sys.platform == "darwin" else f"{home}/{below_home}"
    return Path(base) if base else None
