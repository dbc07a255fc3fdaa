"""How the program looks, as the settings have it: the style of the controls, light or dark."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

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
        settings.changed.connect(self.apply)
        self.apply()

    @Slot()
    def apply(self) -> None:
        """Light or dark."""
        scheme = _SCHEMES[self._settings.record.desktop.colours]
        QGuiApplication.styleHints().setColorScheme(scheme)


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
