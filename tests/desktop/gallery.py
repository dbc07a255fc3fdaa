"""The gallery of components as a picture, for eyes and tests: python -m tests.desktop.gallery FILE --dark"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QPalette
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtWidgets import QApplication

from virtmonitor.assets import asset

_ROLES = QPalette.ColorRole
_DARK = {
    _ROLES.Window: "#2a2e32",
    _ROLES.WindowText: "#fcfcfc",
    _ROLES.Base: "#1b1e20",
    _ROLES.AlternateBase: "#232629",
    _ROLES.Text: "#fcfcfc",
    _ROLES.PlaceholderText: "#a1a9b1",
    _ROLES.Button: "#31363b",
    _ROLES.ButtonText: "#fcfcfc",
    _ROLES.BrightText: "#ffffff",
    _ROLES.ToolTipBase: "#31363b",
    _ROLES.ToolTipText: "#fcfcfc",
    _ROLES.Highlight: "#3daee9",
    _ROLES.HighlightedText: "#fcfcfc",
    _ROLES.Light: "#40464c",
    _ROLES.Midlight: "#363b40",
    _ROLES.Mid: "#222528",
    _ROLES.Dark: "#191c1e",
    _ROLES.Shadow: "#000000",
}


def palette(colours: Mapping[QPalette.ColorRole, str]) -> QPalette:
    """The standard palette with these colours in it."""
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    return made


def dark_palette() -> QPalette:
    """A dark desktop's."""
    return palette(_DARK)


class Gallery:
    """The gallery's engine and window; close it when done, the engine must go before the application."""

    def __init__(self, **properties: Any) -> None:
        self.engine = QQmlApplicationEngine()
        self.engine.addImportPath(str(asset("qml")))
        self.engine.setInitialProperties(properties)
        self.engine.load(QUrl.fromLocalFile(str(Path(__file__).with_name("Gallery.qml"))))
        window = self.engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        self.window = window

    def close(self) -> None:
        """Take the window down."""
        self.window.close()
        shiboken6.delete(self.engine)


def main() -> int:
    """Draw it, write the picture, leave."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--rtl", action="store_true")
    parser.add_argument("--text", type=float, default=1.0, help="factor for the application's font")
    parser.add_argument("--foreign", default="web-1")
    parser.add_argument("--size", type=int, nargs=2, default=(960, 900))
    wanted = parser.parse_args()
    application = QApplication([])
    font = application.font()
    font.setPointSizeF(font.pointSizeF() * wanted.text)
    application.setFont(font)
    gallery = Gallery(rightToLeft=wanted.rtl, foreign=wanted.foreign)
    gallery.window.resize(*wanted.size)
    if wanted.dark:
        application.setPalette(dark_palette())
    for _ in range(20):  # a few frames: layouts settle over more than one
        gallery.window.grabWindow()
        application.processEvents()
    written = gallery.window.grabWindow().save(wanted.file)
    gallery.close()
    return 0 if written else 1


if __name__ == "__main__":
    sys.exit(main())
