"""How the program looks, as the settings have it: the style of the controls, light or dark."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuickControls2 import QQuickStyle

from virtmonitor.desktop.settings import Settings

_SCHEMES: Final = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "system": Qt.ColorScheme.Unknown,
}


class Appearance(QObject):
    """Applies it at once, the style at the next start. GUI thread only; made before the first QML is loaded."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        style = settings.record.desktop.style
        # Qt ends the process for a style that is not there.
        if style in styles():
            QQuickStyle.setStyle(style)
        settings.changed.connect(self.apply)
        self.apply()

    @Slot()
    def apply(self) -> None:
        """Light or dark."""
        scheme = _SCHEMES[self._settings.record.desktop.colours]
        QGuiApplication.styleHints().setColorScheme(scheme)


def styles() -> list[str]:
    """The styles that this Qt has."""
    home = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.QmlImportsPath)) / "QtQuick" / "Controls"
    return sorted(path.parent.name for path in home.glob("*/qmldir") if path.parent.name[:1].isupper())
