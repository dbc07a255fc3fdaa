"""Bringing a window to the front, with the token by which the compositor allows it."""

from __future__ import annotations

import os

from PySide6.QtGui import QWindow


def raise_window(window: QWindow, token: str = "") -> None:
    """Show `window` in front of the others. `token`: XDG activation token of who asked for it, "" if none.

    Qt's Wayland plugin takes the token from the environment at requestActivate and removes it there.
    """
    if token:
        os.putenv("XDG_ACTIVATION_TOKEN", token)  # not os.environ: programs started later must not inherit it
    if window.visibility() is QWindow.Visibility.Minimized:
        window.showNormal()
    else:
        window.show()
    window.raise_()
    window.requestActivate()
