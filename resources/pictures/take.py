"""Take the pictures of README and AppStream again: python resources/pictures/take.py [DIRECTORY [SECONDS [NAME...]]]

SECONDS is how long statistics are gathered before each picture, NAME which pictures are taken (all). The real windows
over the demo fleet, drawn offscreen at twice the size: neither a display nor a daemon is needed. Where ImageMagick is
there, the files are made small.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

HOME = tempfile.TemporaryDirectory(prefix="demo-")
# Room for the popup to grow, at twice the size.
SCREEN = {"name": "", "x": 0, "y": 0, "width": 2800, "height": 2000, "logicalDpi": 96, "dpr": 1}
(Path(HOME.name) / "screens.json").write_text(json.dumps({"screens": [SCREEN]}))
os.environ |= {"QT_QPA_PLATFORM": f"offscreen:configfile={HOME.name}/screens.json", "QT_SCALE_FACTOR": "2"}
os.environ |= {"QT_QUICK_CONTROLS_STYLE": "Fusion"}
os.environ |= {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from PySide6.QtCore import (
    QEventLoop,
    QLocale,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from virtmonitor.assets import asset
from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop.appearance import with_disabled
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.hosts import Hosts
from virtmonitor.desktop.observers import Observers
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine

MACHINE = "win11-office"
KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier

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
    return with_disabled(palette)


def wait(seconds: float) -> None:
    """Serve events for so long. QTest.qWait lets no other thread of Python work meanwhile: nothing would be sampled."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


class Studio:
    """The program's windows over the demo fleet, with something that happened to it."""

    def __init__(self, home: Path, seconds: float) -> None:
        self.seconds = seconds
        self.engine = DataEngine()
        self.settings = Settings(home / "settings.toml")
        self.face = Face(self.settings)
        fleet = Path(shutil.copy(asset("resources", "demo", "fleet.xml"), home))
        self.hosts = [HostSettings("rack1", f"test://{fleet}", demo=True)]
        self.face.set_hosts(Hosts(self.engine, self.settings, lambda _: tuple(self.hosts)))
        self.observers = Observers(self.engine, self.settings, home / "journal.sqlite", lambda *_: None)
        self.face.set_journal(self.observers.journal)
        self.face.hosts.apply()
        self.windows = Windows(self.engine, self.face)
        self.until(lambda: any(record.detailed for record in self.engine.records()))
        self._live()
        self.page(1)
        wait(3 * seconds)  # lines that began a while ago say more

    def _live(self) -> None:
        """What a day brings: some of it stays as it is then."""
        self.face.setFavourite(self._source("db-primary").partition("/")[2], True)
        self.face.setTags(self._source("web-1").partition("/")[2], "shop")
        self.face.setTags(self._source("web-2").partition("/")[2], "shop")
        for name, operation, given in (
            ("web-2", "reboot", {}),
            (MACHINE, "setMemory", {"bytes": 6 << 30, "scope": "live"}),
            (MACHINE, "suspend", {}),
            (MACHINE, "resume", {}),
            ("web-3", "snapshotCreate", {"name": "before the update", "description": "Works with PHP 8.2"}),
            ("web-3", "start", {}),
            ("web-3", "snapshotCreate", {"name": "with PHP 8.4"}),
            ("web-3", "shutdown", {}),
            (MACHINE, "snapshotCreate", {"name": "before the update", "description": "All programs work"}),
            (MACHINE, "snapshotCreate", {"name": "updated"}),
        ):
            job = self.engine.serviceForSource(self._source(name)).call(operation, given)
            self.until(lambda job=job: not job.running)

    def _source(self, name: str) -> str:
        return next((record.source for record in self.engine.records() if record.name == name), "")

    def until(self, condition: Callable[[], object]) -> None:
        """Serve events until it is so."""
        while not condition():
            wait(0.02)

    def page(self, number: int) -> QQuickWindow:
        """The window, with that page of the machine."""
        del self.hosts[1:]
        self.face.hosts.apply()
        self.windows.show_window(self._source(MACHINE))
        QTest.keyClick(self.windows.window, KEY(KEY.Key_0 + number), ALT)
        return self.windows.window

    def host(self) -> QQuickWindow:
        """The window, with the page of the host."""
        self.windows.show_window("rack1")
        return self.windows.window

    def popup(self) -> QQuickWindow:
        """The popup."""
        self.windows.popup.show()
        return self.windows.popup

    def unfolded(self) -> QQuickWindow:
        """The popup, with a row unfolded."""
        popup = self.popup()
        self.windows.popup.findChild(QObject, "list").reveal(self._source(MACHINE))
        return popup

    def several_hosts(self) -> None:
        """One more that is there, and one that is not."""
        self.hosts += [
            HostSettings("lab", "test:///default", colour="#1d99f3"),
            HostSettings("cellar", "qemu+unix:///system?socket=/run/cellar/libvirt-sock", confirmed=True),
        ]
        self.face.hosts.apply()
        self.windows.show_hosts()

    def other(self, name: str, show: Callable[[], None]) -> QQuickWindow:
        """A window of its own."""
        show()
        made = self.windows.made(name)
        assert made is not None
        return made

    def scenes(self) -> dict[str, Callable[[], QQuickWindow]]:
        """What is photographed, by the names of the files."""
        windows = self.windows
        pages = ("window", "resources", "devices", "snapshots", "xml", "events")
        return {
            **{name: lambda number=number: self.page(number) for number, name in enumerate(pages, 1)},
            "host": self.host,
            "popup": self.popup,
            "popup-unfolded": self.unfolded,
            "settings": lambda: self.other("SettingsWindow", windows.show_settings),
            "journal": lambda: self.other("JournalWindow", windows.show_journal),
            "hosts": lambda: self.other("HostsWindow", self.several_hosts),
        }

    def make_all(self) -> None:
        """Every window is there."""
        for show in (self.windows.show_settings, self.windows.show_journal, self.windows.show_hosts):
            show()
        for window in (
            self.windows.popup,
            *map(self.windows.made, ("SettingsWindow", "JournalWindow", "HostsWindow")),
        ):
            if window is not None:
                window.hide()

    def take(self, names: list[str]) -> Iterator[tuple[str, QImage]]:
        """The pictures of these names; all when there are none."""
        before: QQuickWindow | None = None
        for name, show in self.scenes().items():
            if names and name not in names:
                continue
            window = show()
            if before is not None and before is not window:
                before.hide()  # what is not seen is not measured
            before = window
            wait(self.seconds)
            yield name, window.grabWindow()

    def close(self) -> None:
        """Take it all down."""
        self.windows.close()
        self.observers.end()
        self.engine.close()
        self.observers.close()


def shrink(path: Path) -> None:
    """256 colours are enough for windows, and a quarter of the size."""
    program = shutil.which("convert")
    if program is not None:
        argv = [program, str(path), "+dither", "-colors", "256", "-strip", f"PNG8:{path}"]
        subprocess.run(argv, check=True)


def main(directory: Path, seconds: float, names: list[str]) -> None:
    """Write NAME.png and NAME-dark.png of each."""
    application = QApplication([])
    application.setApplicationName("virtmonitor")
    qInstallMessageHandler(heard)
    QLocale.setDefault(QLocale("en_GB"))
    pictures: dict[str, QImage] = {}
    for suffix, palette in (("", QPalette()), ("-dark", dark())):
        home = Path(HOME.name) / f"rack1{suffix}"
        home.mkdir()
        studio = Studio(home, seconds)
        studio.make_all()
        application.setPalette(palette)  # with windows there: those follow it
        pictures |= {f"{name}{suffix}.png": picture for name, picture in studio.take(names)}
        studio.close()
    for name, picture in pictures.items():
        picture.save(str(directory / name))
        shrink(directory / name)


def heard(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Offscreen no window can be raised; everything else is told."""
    if "does not support raise" not in text:
        sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    given = dict(enumerate(sys.argv[1:3]))
    main(Path(given.get(0, HERE)), float(given.get(1, 5)), sys.argv[3:])
