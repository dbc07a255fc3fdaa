"""Take the pictures of README and AppStream again: python resources/pictures/take.py [DIRECTORY [SECONDS]]

SECONDS is how long each window gathers statistics before its picture is taken. The real windows over the demo fleet,
drawn offscreen at twice the size: neither a display nor a daemon is needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2", "QT_QUICK_CONTROLS_STYLE": "Fusion"}
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from PySide6.QtGui import QColor, QPalette  # noqa: E402
from PySide6.QtQuick import QQuickWindow  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from virtmonitor.assets import asset  # noqa: E402
from virtmonitor.core.connection import HostSettings  # noqa: E402
from virtmonitor.desktop.face import Face  # noqa: E402
from virtmonitor.desktop.windows import Windows  # noqa: E402
from virtmonitor.engine.dataengine import DataEngine  # noqa: E402

MACHINE = "win11-office"

# Breeze Dark's, the colours that most dark desktops of this program's users have.
_DARK = {
    "Window": "#202326", "WindowText": "#fcfcfc", "Base": "#141618", "AlternateBase": "#1d1f22", "Text": "#fcfcfc",
    "PlaceholderText": "#a1a9b1", "Button": "#292c30", "ButtonText": "#fcfcfc", "ToolTipBase": "#292c30",
    "ToolTipText": "#fcfcfc", "Highlight": "#3daee9", "HighlightedText": "#fcfcfc", "Light": "#40464c",
    "Midlight": "#363b40", "Mid": "#222528", "Dark": "#191c1e", "Shadow": "#000000",
}  # fmt: skip


def dark() -> QPalette:
    """A dark desktop's palette."""
    palette = QPalette()
    for role, colour in _DARK.items():
        palette.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    return palette


def main(directory: Path, seconds: float) -> None:
    """Write window.png, window-dark.png, popup.png and popup-dark.png."""
    application = QApplication([])
    engine = DataEngine()
    face = Face()
    engine.addHost(HostSettings("rack1", f"test://{asset('resources', 'demo', 'fleet.xml')}", demo=True))
    windows = Windows(engine, face)
    while not any(record.detailed for record in engine.records()):
        QTest.qWait(50)
    shown: dict[str, Callable[[], QQuickWindow]] = {
        "window": lambda: windows.window,
        "popup": lambda: windows.popup,
    }
    for suffix, palette in (("", QPalette()), ("-dark", dark())):
        application.setPalette(palette)
        for name, window in shown.items():
            window().show()
            # A machine's page, not the host's: that one shows where the fleet's file is.
            face.sourceRequested.emit(next((r.source for r in engine.records() if r.name == MACHINE), ""))
            QTest.qWait(round(seconds * 1000))
            window().grabWindow().save(str(directory / f"{name}{suffix}.png"))
            window().hide()
    windows.close()
    engine.close()


if __name__ == "__main__":
    given = dict(enumerate(sys.argv[1:]))
    main(Path(given.get(0, HERE)), float(given.get(1, 5)))
