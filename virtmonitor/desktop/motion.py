"""Whether the desktop wants things to move: KDE's and GTK's settings files, read when the first window is made.

Sources: kdeglobals(5), KDE's AnimationDurationFactor, 0 is "instant"; GTK's gtk-enable-animations, of settings.ini.
"""

from __future__ import annotations

import configparser
import os
from pathlib import Path

_GTK = (Path("gtk-4.0", "settings.ini"), Path("gtk-3.0", "settings.ini"))


def desktop_wants_none(config: Path | None = None) -> bool:
    """True where the user told the desktop that nothing shall move. `config`: the XDG directory of configuration."""
    home = config if config is not None else _config_home()
    if _value(home / "kdeglobals", "KDE", "AnimationDurationFactor") in ("0", "0.0"):
        return True
    return any(_value(home / file, "Settings", "gtk-enable-animations") in ("0", "false") for file in _GTK)


def _config_home() -> Path:
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def _value(file: Path, group: str, key: str) -> str:
    """The value, in lower case; "" where there is none: other programs' files may be anything."""
    reader = configparser.RawConfigParser(strict=False, delimiters=("=",))
    try:
        reader.read_string(file.read_text("utf-8"))
        return reader.get(group, key).strip().lower()
    except (OSError, ValueError, configparser.Error):
        return ""
