"""How the program looks, as the settings have it: the style of the controls, light or dark."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QObject, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from virtmonitor.desktop.settings import Settings

_SCHEMES: Final = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "system": Qt.ColorScheme.Unknown,
}


class Appearance(QObject):
    """Light or dark, applied at once. GUI thread only."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._dark = False
        settings.changed.connect(self.apply)
        self.apply()

    @Slot()
    def apply(self) -> None:
        """Light or dark."""
        scheme = _SCHEMES[self._settings.record.desktop.colours]
        hints = QGuiApplication.styleHints()
        hints.setColorScheme(scheme)
        # Where the desktop has no theme that Qt knows (LXQt, sway, a bare window manager), that changes nothing.
        self._darken(scheme is Qt.ColorScheme.Dark and hints.colorScheme() is Qt.ColorScheme.Unknown)

    def _darken(self, dark: bool) -> None:
        if dark != self._dark:
            self._dark = dark
            QGuiApplication.setPalette(dark_palette() if dark else QPalette())


def dark_palette() -> QPalette:
    """Dark colours, as Fusion has them."""
    palette = QPalette(QColor(50, 50, 50))
    palette.setColor(QPalette.ColorRole.Base, QColor(36, 36, 36))
    palette.setColor(QPalette.ColorRole.AlternateBase, QColor(43, 43, 43))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(48, 140, 198))
    palette.setColor(QPalette.ColorRole.Link, QColor(48, 140, 198))
    return palette


def set_style(style: str) -> None:
    """The style of the controls; one that is not there is no style. Before the first QML is loaded, once."""
    from PySide6.QtQuickControls2 import QQuickStyle

    # Qt ends the process for a style that is not there.
    if style in styles():
        QQuickStyle.setStyle(style)


def styles() -> list[str]:
    """The styles that this Qt has."""
    home = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.QmlImportsPath)) / "QtQuick" / "Controls"
    return sorted(path.parent.name for path in home.glob("*/qmldir") if path.parent.name[:1].isupper())
