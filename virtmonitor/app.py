"""The desktop program: one instance, its tray icon at once, then the parts behind it, a few at a turn of the loop."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from virtmonitor import qtimport
from virtmonitor.cli_desktop import wanted
from virtmonitor.dbus.busaddress import settle_session_address
from virtmonitor.desktop.display import has_display, take_session_manager
from virtmonitor.desktop.forward import forward

if TYPE_CHECKING:
    from virtmonitor.parts import Parts


def run(options: argparse.Namespace) -> int:
    """The tray and the window, or a command for the instance that runs; without a display the live table."""
    settle_session_address()
    command, arguments = wanted(options)
    if command == "serve":
        qtimport.load()
        from virtmonitor.service import serve

        return serve(options)
    display = has_display()
    # On a terminal without a display nobody would see what the instance on the screen shows.
    if (display or command != "activate") and _handed_over(command, arguments, options):
        return 0
    if command == "quit":
        return 0
    if not display:
        qtimport.load()
        from virtmonitor.cli_watch import watch

        sys.stderr.write("virtmonitor: there is no display; this is the live table.\n")
        options.json = False
        return watch(options)
    return Desktop(options, command, arguments).run()


def _handed_over(command: str, arguments: tuple[str, ...], options: argparse.Namespace) -> bool:
    """True when another instance does it. Before Qt is loaded: a keyboard shortcut must not wait for it."""
    if command == "dbus":
        return False  # the bus starts who is not there
    done = forward(command, arguments)
    if done and options.uris:
        sys.stderr.write(
            "virtmonitor runs already and keeps its connections; `virtmonitor --quit` ends it.\n"
        )
    return done


SETTLED: Final = 1000
"""Milliseconds after which what nobody waits for begins: until then the first lists are read and shown."""


class Desktop:
    """One run of the desktop program."""

    def __init__(self, options: argparse.Namespace, command: str, arguments: tuple[str, ...]) -> None:
        qtimport.load()
        from PySide6.QtWidgets import QApplication

        from virtmonitor.desktop.icons import APP_ID
        from virtmonitor.desktop.instance import SingleInstance
        from virtmonitor.engine.signals import QuitSignals

        self._options, self._command, self._arguments = options, command, arguments
        take_session_manager()
        self.app = QApplication(sys.argv[:1])
        self.app.setApplicationName("virtmonitor")
        self.app.setApplicationDisplayName("virtmonitor")
        self.app.setDesktopFileName(APP_ID)
        self.app.setQuitOnLastWindowClosed(False)
        self._signals = QuitSignals(self.app.quit)
        self.instance = SingleInstance()
        self._parts: Parts | None = None
        self._ready = False
        self._wishes: list[Callable[[Parts], object]] = []

    def run(self) -> int:
        """Until somebody quits; the machines go on."""
        if not self.instance.claim():
            # Two were started together, and the other one was quicker.
            _handed_over(self._command, self._arguments, self._options)
            return 0
        self._show_icon()
        status = self.app.exec()
        self.close()
        return status

    def close(self) -> None:
        """No more commands; then the parts, if they are there already."""
        self.instance.release()
        self.tray.close()
        if self._parts is not None:
            self._parts.close()
        self._signals.close()
        if self._parts is not None:
            self._parts.end()

    def _show_icon(self) -> None:
        from virtmonitor.desktop.tray import Tray

        self.tray = Tray()
        self.instance.commandReceived.connect(
            lambda *command: self._wish(lambda parts: parts.commands.carry_out(*command))
        )
        self.tray.popupRequested.connect(
            lambda place: self._wish(lambda parts: parts.windows.toggle_popup(place))
        )
        self.tray.windowRequested.connect(
            lambda source: self._wish(lambda parts: parts.windows.show_window(source))
        )
        self.tray.settingsRequested.connect(lambda: self._wish(lambda parts: parts.windows.show_settings()))
        self.tray.quitRequested.connect(lambda: self._wish(lambda parts: parts.quit()))
        self.tray.unavailable.connect(lambda: self._wish(lambda parts: parts.show_without_tray()))
        self._then(self._load)

    def _wish(self, wish: Callable[[Parts], object]) -> None:
        """Now, or when all is there: the icon can be clicked before."""
        if self._parts is not None and self._ready:
            wish(self._parts)
        else:
            self._wishes.append(wish)

    # One after the other, each in a turn of its own: between them the icon is painted.

    def _then(self, step: Callable[[], object], after: int = 0) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(after, self.app, step)

    def _load(self) -> None:
        import virtmonitor.engine.dataengine  # noqa: F401 - the longest of all imports

        self._then(self._build)

    def _build(self) -> None:
        from virtmonitor.parts import Parts

        self._parts = Parts(self.app, self.tray, self._options)
        self._then(self._begin)

    def _begin(self) -> None:
        if self._parts is None:
            return
        self._parts.begin()
        if self._command not in ("minimized", "dbus"):
            self._parts.commands.carry_out(self._command, list(self._arguments), "")
        self._ready = True
        for wish in self._wishes:
            wish(self._parts)
        self._wishes.clear()
        # The bus starts who is to be asked at once.
        self._then(self._parts.serve, 0 if self._command == "dbus" else SETTLED)
