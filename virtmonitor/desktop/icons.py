"""Our icons: the desktop's theme first, where they are installed; else the files that come with us."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from virtmonitor.assets import asset

APP_ID: Final = "org.virtmonitor.VirtMonitor"
TRAY_SIZES: Final = (16, 22, 24, 32, 48, 64)
_RIM_OPACITY: Final = 0.8
# Not Qt.GlobalColor: PySide6 makes all enums of `Qt` when it is first named, and the icon need not wait for them.
_CLEAR: Final = (0, 0, 0, 0)
_BLACK: Final = (0, 0, 0)
_WHITE: Final = (255, 255, 255)


def application_icon() -> QIcon:
    """The program's icon."""
    path = asset("resources", f"icons/hicolor/scalable/apps/{APP_ID}.svg")
    return QIcon.fromTheme(APP_ID, QIcon(str(path)))


def symbol(name: str, colour: QColor) -> QIcon:
    """One of our symbols in a colour, for menus. GUI thread only."""
    return _symbol(name, colour.rgba())


@lru_cache(maxsize=64)
def _symbol(name: str, rgba: int) -> QIcon:
    path = asset("resources", f"icons/symbolic/{name}.svg")
    return _painted(path.read_bytes(), QColor.fromRgba(rgba), (16, 32))


def status_icon(status: str, colour: QColor, count: int = 0) -> QIcon:
    """The tray icon of a status (none, running, paused, attention, disconnected), for a panel of that text colour.

    `count` is drawn into it. Not by name, though panels could then draw it in their own colours: where it was installed
    after its panel started, Plasma 6.3 draws it dark on dark, and GNOME 48 three dots instead (seen).
    """
    name = f"{APP_ID}-{status}-symbolic"
    svg = asset("resources", f"icons/hicolor/symbolic/apps/{name}.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(svg))
    icon = QIcon()
    for size in TRAY_SIZES:
        icon.addPixmap(_with_halo(_counted(_shape(renderer, size, colour), count, colour), colour))
    return icon


def _painted(svg: bytes, colour: QColor, sizes: tuple[int, ...]) -> QIcon:
    renderer = QSvgRenderer(QByteArray(svg))
    icon = QIcon()
    for size in sizes:
        icon.addPixmap(_shape(renderer, size, colour))
    return icon


def _shape(renderer: QSvgRenderer, size: int, colour: QColor) -> QPixmap:
    """Symbolic icons are shapes: whatever they are drawn in becomes the colour."""
    pixmap = _empty(size)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), colour)
    painter.end()
    return pixmap


def _counted(pixmap: QPixmap, count: int, colour: QColor) -> QPixmap:
    """A number in the lower right corner, on a hole of its own; small icons have room for one digit."""
    if not count:
        return pixmap
    size = pixmap.width()
    most = 9 if size < 32 else 99
    text = str(count) if count <= most else f"{most}+" if size >= 22 else "+"
    font = QFont()
    font.setBold(True)
    font.setPixelSize(max(9, round(size * (0.5 if len(text) < 3 else 0.4))))
    extent = QFontMetrics(font).tightBoundingRect(text)
    gap = max(1, size // 16)
    place = QRect(0, 0, extent.width() + 2 * gap, extent.height() + 2 * gap)
    place.moveBottomRight(pixmap.rect().bottomRight() + QPoint(gap, gap))
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.fillRect(place, QColor(*_CLEAR))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(place.topLeft() + QPoint(gap, gap) - extent.topLeft(), text)
    painter.end()
    return pixmap


def _with_halo(pixmap: QPixmap, colour: QColor) -> QPixmap:
    """A thin rim of the opposite lightness: nobody tells the colour of the panel."""
    rim = QColor(*(_BLACK if colour.lightnessF() > 0.5 else _WHITE))
    shadow = QPixmap(pixmap)
    painter = QPainter(shadow)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(shadow.rect(), rim)
    painter.end()
    whole = _empty(pixmap.width())
    painter = QPainter(whole)
    # As wide at every size: panels scale the largest picture down too.
    width = max(1, pixmap.width() // 16)
    for x, y in ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)):
        painter.drawPixmap(x * width, y * width, shadow)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(whole.rect(), QColor(0, 0, 0, round(255 * _RIM_OPACITY)))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return whole


def _empty(size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(QColor(*_CLEAR))
    return pixmap
