"""What is cut in all windows over the demo fleet: python -m tests.desktop.looks [--text 2] [--rtl] [--save DIRECTORY]

A JSON object: for each window and page, the texts that nobody can read whole. QT_SCALE_FACTOR is the caller's.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.pseudolocale import cut
from virtmonitor.assets import asset
from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.hosts import Hosts
from virtmonitor.desktop.observers import Observers
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine

PAGES = ("overview", "resources", "devices", "snapshots", "xml", "events")
HOSTS = (
    HostSettings("demo", f"test://{asset('resources', 'demo', 'fleet.xml')}", demo=True),
    HostSettings("nowhere", "qemu+unix:///system?socket=/nowhere/libvirt-sock", confirmed=True),
)


class Looks:
    """The windows, one after the other."""

    def __init__(self, home: Path) -> None:
        self.engine = DataEngine()
        settings = Settings(home / "settings.toml")
        self.face = Face(settings)
        hosts = Hosts(self.engine, settings, lambda _: HOSTS)
        self.face.set_hosts(hosts)
        self.observers = Observers(self.engine, settings, home / "journal.sqlite", lambda *_: None)
        self.face.set_journal(self.observers.journal)
        self.windows = Windows(self.engine, self.face)
        hosts.apply()
        while not any(record.detailed for record in self.engine.records()):
            QTest.qWait(20)
        self.machine = next(
            record.source for record in self.engine.records() if record.name == "win11-office"
        )

    def shown(self) -> Iterator[tuple[str, QQuickWindow]]:
        """Each, laid out."""
        for number, page in enumerate(PAGES, 1):
            self.windows.show_window(self.machine)
            QTest.keyClick(
                self.windows.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier
            )
            yield page, self.windows.window
        self.windows.show_window("demo")
        yield "host", self.windows.window
        QTest.keyClick(self.windows.window, Qt.Key.Key_F1)
        yield "shortcuts", self.windows.window
        self.windows.window.hide()
        self.windows.popup.show()
        yield "popup", self.windows.popup
        rows = self.windows.popup.findChild(QObject, "list")
        rows.reveal(self.machine)  # type: ignore[attr-defined]
        yield "unfolded", self.windows.popup
        self.windows.popup.hide()
        self.windows.show_settings()
        self.windows.show_journal()
        self.windows.show_hosts()
        for name in ("SettingsWindow", "JournalWindow", "HostsWindow"):
            window = self.windows.made(name)
            assert window is not None
            yield name, window

    def close(self) -> None:
        """Take it all down."""
        self.windows.close()
        self.observers.end()
        self.engine.close()
        self.observers.close()


def main() -> int:
    """Look at all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--text", type=float, default=1.0)
    parser.add_argument("--rtl", action="store_true")
    parser.add_argument("--save", type=Path)
    wanted = parser.parse_args()
    application = QApplication([])
    QAccessible.setActive(True)
    font = application.font()
    font.setPointSizeF(font.pointSizeF() * wanted.text)
    application.setFont(font)
    if wanted.rtl:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    found: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as home:
        looks = Looks(Path(home))
        for name, window in looks.shown():
            QTest.qWait(700)  # what is read comes, and layouts settle over more than one frame
            picture = window.grabWindow()
            found[name] = cut(window)
            if wanted.save is not None:
                picture.save(str(wanted.save / f"{name}.png"))
        looks.close()
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
