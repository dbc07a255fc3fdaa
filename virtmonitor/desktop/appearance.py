"""How the program looks, as the settings have it: the style of the controls, light or dark."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from virtmonitor.desktop.portalsettings import PortalSettings
from virtmonitor.desktop.settings import Settings

_SCHEMES: Final = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "system": Qt.ColorScheme.Unknown,
}
# Qt asks for it only where it knows the desktop's theme, and on GNOME follows it by half: the hint, not the colours.
_PREFERENCE: Final = ("org.freedesktop.appearance", "color-scheme")
_PREFERRED: Final = {1: Qt.ColorScheme.Dark, 2: Qt.ColorScheme.Light}


class Appearance(QObject):
    """Light or dark, applied at once. GUI thread only."""

    def __init__(
        self, settings: Settings, portal: PortalSettings | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._portal = portal or PortalSettings(parent=self)
        self._asked = (Qt.ColorScheme.Unknown, Qt.ColorScheme.Unknown)
        self._has_palette = False
        # Themes that Qt knows change the colours in a later turn of the event loop.
        self._insisting = QTimer(self, singleShot=True, interval=0)
        self._insisting.timeout.connect(self._insist)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        settings.changed.connect(self.apply)
        self._portal.changed.connect(self.apply)
        self.apply()

    @Slot()
    def apply(self) -> None:
        """As the settings have it, else as the desktop tells programs."""
        own = scheme = _SCHEMES[self._settings.record.desktop.colours]
        if own is Qt.ColorScheme.Unknown:
            scheme = _PREFERRED.get(self._portal.value(_PREFERENCE), Qt.ColorScheme.Unknown)
        if (own, scheme) != self._asked:
            self._asked = (own, scheme)
            self._set_palette(None)
            QGuiApplication.styleHints().setColorScheme(own)
            self._insisting.start()

    def _is_wrong(self) -> bool:
        scheme = self._asked[1]
        return scheme is not Qt.ColorScheme.Unknown and _is_dark() != (scheme is Qt.ColorScheme.Dark)

    @Slot()
    def _insist(self) -> None:
        """GNOME's theme follows the desktop by half: the hint is right then, and the colours are not."""
        if self._is_wrong():
            QGuiApplication.styleHints().setColorScheme(self._asked[1])
            self._settling.start()

    @Slot()
    def _settle(self) -> None:
        """Qt has no theme for LXQt, sway or a bare window manager, and changes nothing there."""
        if self._is_wrong():
            dark = self._asked[1] is Qt.ColorScheme.Dark
            self._set_palette(dark_palette() if dark else QPalette(QColor(239, 239, 239)))

    def _set_palette(self, palette: QPalette | None) -> None:
        if palette is not None or self._has_palette:
            self._has_palette = palette is not None
            QGuiApplication.setPalette(palette or QPalette())


def _is_dark() -> bool:
    palette = QGuiApplication.palette()
    window, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
    return window.lightness() < text.lightness()


def dark_palette() -> QPalette:
    """Dark colours, as Fusion has them where Qt knows the desktop's theme."""
    palette = QPalette(QColor(50, 50, 50))
    role = QPalette.ColorRole
    for which, shade in (
        (role.Base, QColor(36, 36, 36)),
        (role.AlternateBase, QColor(43, 43, 43)),
        (role.Highlight, QColor(48, 140, 198)),
        (role.Accent, QColor(48, 140, 198)),
        (role.Link, QColor(48, 140, 198)),
        (role.ToolTipBase, QColor(66, 66, 66)),
        (role.ToolTipText, palette.color(role.WindowText)),
    ):
        palette.setColor(which, shade)
    return with_disabled(palette)


def with_disabled(palette: QPalette) -> QPalette:
    """The palette, with grey for what is disabled: left to Qt, it would be enabled's, or darker than what is dark."""
    disabled, role = QPalette.ColorGroup.Disabled, QPalette.ColorRole
    back, ink = palette.color(role.Window), palette.color(role.WindowText)
    grey = QColor.fromRgb(
        (back.red() + ink.red()) // 2, (back.green() + ink.green()) // 2, (back.blue() + ink.blue()) // 2
    )
    for which in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(disabled, which, grey)
    palette.setColor(disabled, role.Base, back)
    for which in (role.Highlight, role.Accent):
        palette.setColor(disabled, which, grey)
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
