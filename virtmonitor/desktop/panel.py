"""What the panel that shows the icon is like: it tells nothing of itself, but the desktop has a name.

Seen with GNOME Shell 48 and its extension for AppIndicators: the top bar and its menus are dark in the light scheme
too, and a menu that is higher than the screen is cut off, with submenus of no height.
"""

from __future__ import annotations

import os
from typing import Final

from PySide6.QtGui import QColor, QGuiApplication

_OTHER_PANELS: Final = frozenset({"Budgie", "GNOME-Classic", "GNOME-Flashback"})
_WHITE: Final = (255, 255, 255)
_ROW: Final = 40
"""Logical pixels of a row of GNOME's menus, a little more."""
_OTHER_ROWS: Final = 12
"""Rows of GNOME's menu that are no machines: its fixed entries, the operations of a machine, the bar."""


def is_gnome_shell() -> bool:
    """True on GNOME and what is made of it (Ubuntu's, Pop!_OS's), not on desktops that share only parts of it."""
    names = _names()
    return "GNOME" in names and not names & _OTHER_PANELS


def _names() -> frozenset[str]:
    return frozenset(os.environ.get("XDG_CURRENT_DESKTOP", "").split(":"))


def ink(*, sni: bool) -> QColor:
    """The colour to draw in for it. `sni`: a panel of the desktop's own draws icon and menu, over D-Bus."""
    if sni and is_gnome_shell():
        return QColor(*_WHITE)
    return QGuiApplication.palette().windowText().color()


def machines_shown(most: int, *, sni: bool) -> int:
    """For how many machines its menu has room, and not more than `most`."""
    screen = QGuiApplication.primaryScreen()
    if not sni or not is_gnome_shell() or screen is None:
        return most
    return min(most, max(3, screen.geometry().height() // _ROW - _OTHER_ROWS))
