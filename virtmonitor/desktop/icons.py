"""Our icons: the desktop's theme first, where they are installed; else the files that come with us."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from virtmonitor.assets import asset

APP_ID: Final = "org.virtmonitor.VirtMonitor"
TRAY_SIZES: Final = (16, 22, 24, 32, 48, 64)


def application_icon() -> QIcon:
    """The program's icon."""
    path = asset("resources", f"icons/hicolor/scalable/apps/{APP_ID}.svg")
    return QIcon.fromTheme(APP_ID, QIcon(str(path)))


def symbol(name: str, colour: QColor) -> QIcon:
    """One of our symbols in a colour, for menus."""
    return _painted(asset("resources", f"icons/symbolic/{name}.svg").read_bytes(), colour, (16, 32))


def status_icon(status: str, colour: QColor) -> QIcon:
    """The tray icon of a status (none, running, paused, attention, disconnected), for a panel of that text colour."""
    path = asset("resources", f"icons/hicolor/symbolic/status/{APP_ID}-{status}-symbolic.svg")
    return _painted(path.read_bytes(), colour, TRAY_SIZES)


def _painted(svg: bytes, colour: QColor, sizes: tuple[int, ...]) -> QIcon:
    """Symbolic icons are shapes: whatever they are drawn in becomes the colour."""
    renderer = QSvgRenderer(QByteArray(svg))
    icon = QIcon()
    for size in sizes:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), colour)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
