"""Whether the desktop wants things to move: by its portal, which tells of changes too, else by KDE's and GTK's files.

Sources: kdeglobals(5), KDE's AnimationDurationFactor, 0 is "instant"; GTK's gtk-enable-animations, of settings.ini;
GNOME's org.gnome.desktop.interface enable-animations; XDG Desktop Portal, org.freedesktop.appearance reduced-motion.
"""

from __future__ import annotations

import configparser
import os
from pathlib import Path
from typing import Final

from virtmonitor.desktop.portalsettings import PortalSettings

_GTK = (Path("gtk-4.0", "settings.ini"), Path("gtk-3.0", "settings.ini"))


_APPEARANCE: Final = ("org.freedesktop.appearance", "reduced-motion")
_GNOME: Final = ("org.gnome.desktop.interface", "enable-animations")
_PLASMA: Final = ("org.kde.kdeglobals.KDE", "AnimationDurationFactor")


def desktop_wants_none(portal: PortalSettings | None = None, config: Path | None = None) -> bool:
    """True where the user told the desktop that nothing shall move. `config`: the XDG directory of configuration.

    What the portal tells of a desktop has the last word over that desktop's file, which may be an old one.
    """
    home = config if config is not None else _config_home()
    general, gnome, plasma = (portal.value(key) if portal else None for key in (_APPEARANCE, _GNOME, _PLASMA))
    if plasma is None:
        plasma = _value(home / "kdeglobals", "KDE", "AnimationDurationFactor")
    if gnome is None:
        gnome = not any(_value(home / f, "Settings", "gtk-enable-animations") in ("0", "false") for f in _GTK)
    return general == 1 or gnome is False or str(plasma) in ("0", "0.0")


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
