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
    base, home = os.environ.get("XDG_CONFIG_HOME"), os.environ.get("HOME")
    if sys.platform == "win32":
        base = base or os.environ.get("APPDATA")
    elif home and not base:
        base = f"{home}/Library/Application Support" if sys.platform == "darwin" else f"{home}/.config"
    return Path(base) / PROGRAM / "config.toml" if base else None
