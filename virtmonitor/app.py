"""The composition root of the desktop program: builds, wires and tears down. Nothing else knows all parts."""

from __future__ import annotations

import argparse
import sys

from virtmonitor.desktop.display import has_display
from virtmonitor.hosts import chosen


def run(options: argparse.Namespace) -> int:
    """The tray and the window; on a terminal without a display, the live table."""
    if not has_display():
        from virtmonitor.cli_watch import watch

        sys.stderr.write("virtmonitor: there is no display; this is the live table.\n")
        options.json = False
        return watch(options)
    return Desktop(options).run()


class Desktop:
    """One run of the desktop program."""

    def __init__(self, options: argparse.Namespace) -> None:
        from PySide6.QtWidgets import QApplication, QSystemTrayIcon

        from virtmonitor.desktop.face import Face
        from virtmonitor.desktop.icons import APP_ID, application_icon
        from virtmonitor.desktop.tray import Tray
        from virtmonitor.desktop.windows import Windows
        from virtmonitor.engine.dataengine import DataEngine
        from virtmonitor.engine.signals import QuitSignals

        self.app = QApplication(sys.argv[:1])
        self.app.setApplicationName("virtmonitor")
        self.app.setApplicationDisplayName("virtmonitor")
        self.app.setDesktopFileName(APP_ID)
        self.app.setWindowIcon(application_icon())
        self._signals = QuitSignals(self.app.quit)
        self.engine = DataEngine()
        self.face = Face()
        self.windows = Windows(self.engine, self.face)
        self.tray = Tray(self.engine) if QSystemTrayIcon.isSystemTrayAvailable() else None
        self.app.setQuitOnLastWindowClosed(self.tray is None)
        self._wire()
        for settings in chosen(options.uris):
            self.engine.addHost(settings)
        if options.window or self.tray is None or not options.minimized:
            self.windows.show_window()

    def run(self) -> int:
        """Until somebody quits; the machines go on."""
        status = self.app.exec()
        self.close()
        return status

    def close(self) -> None:
        """The faces first, then the engine, then the process."""
        if self.tray is not None:
            self.tray.close()
        self.windows.close()
        self.engine.close()
        self._signals.close()

    def _wire(self) -> None:
        self.face.windowRequested.connect(self.windows.show_window)
        self.face.quitRequested.connect(self.app.quit)
        if self.tray is not None:
            self.tray.windowRequested.connect(self.windows.show_window)
            self.tray.popupRequested.connect(lambda: self.windows.toggle_popup())
            self.tray.quitRequested.connect(self.app.quit)
