"""Bringing a window to the front, with the token by which the compositor allows it, and taking it out of the way."""

from __future__ import annotations

import os
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow

_MINIMIZED: Final = "minimizedByProgram"
_STATES: Final = Qt.WindowState


def raise_window(window: QWindow, token: str = "") -> None:
    """Show `window` in front of the others. `token`: XDG activation token of who asked for it, "" if none.

    Qt's Wayland plugin takes the token from the environment at requestActivate and removes it there.
    """
    if token:
        os.putenv("XDG_ACTIVATION_TOKEN", token)  # not os.environ: programs started later must not inherit it
    if window.property(_MINIMIZED) or window.visibility() is QWindow.Visibility.Minimized:
        if QGuiApplication.platformName() == "wayland":
            window.hide()  # nobody but the person brings back what is minimized there; what is new comes
        window.setWindowStates(window.windowStates() & ~_STATES.WindowMinimized)
    window.setVisible(True)  # QWindow.show() would take it out of being maximized
    window.setProperty(_MINIMIZED, False)
    window.raise_()
    window.requestActivate()


def minimize_window(window: QWindow) -> None:
    """Show it where minimized windows are; on Wayland Qt does not know afterwards that it is."""
    window.setWindowStates(window.windowStates() | _STATES.WindowMinimized)
    window.setVisible(True)
    window.setProperty(_MINIMIZED, True)
