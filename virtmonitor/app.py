"""The composition root of the desktop program: builds, wires and tears down. Nothing else knows all parts."""

from __future__ import annotations

import argparse
import logging
import sys
from typing import TYPE_CHECKING

from virtmonitor import qtimport
from virtmonitor.cli_desktop import wanted
from virtmonitor.core.paths import consent_path, journal_path, settings_path, window_sizes_path
from virtmonitor.dbus.busaddress import settle_session_address
from virtmonitor.desktop.display import has_display
from virtmonitor.desktop.forward import forward
from virtmonitor.ending import end_now
from virtmonitor.hosts import chosen

if TYPE_CHECKING:
    from virtmonitor.desktop.observers import Observers

log = logging.getLogger("virtmonitor.app")


def run(options: argparse.Namespace) -> int:
    """The tray and the window, or a command for the instance that runs; without a display the live table."""
    settle_session_address()
    command, arguments = wanted(options)
    if command == "serve":
        from virtmonitor.service import serve

        return serve(options)
    display = has_display()
    # On a terminal without a display nobody would see what the instance on the screen shows.
    if (display or command != "activate") and _handed_over(command, arguments, options):
        return 0
    if command == "quit":
        return 0
    if not display:
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


class Desktop:
    """One run of the desktop program."""

    def __init__(self, options: argparse.Namespace, command: str, arguments: tuple[str, ...]) -> None:
        qtimport.load()
        from PySide6.QtWidgets import QApplication

        from virtmonitor.desktop.icons import APP_ID, application_icon
        from virtmonitor.desktop.instance import SingleInstance
        from virtmonitor.engine.signals import QuitSignals

        self._options, self._command, self._arguments = options, command, arguments
        self.app = QApplication(sys.argv[:1])
        self.app.setApplicationName("virtmonitor")
        self.app.setApplicationDisplayName("virtmonitor")
        self.app.setDesktopFileName(APP_ID)
        self.app.setWindowIcon(application_icon())
        self._signals = QuitSignals(self.app.quit)
        self.instance = SingleInstance()

    def run(self) -> int:
        """Until somebody quits; the machines go on."""
        if not self.instance.claim():
            # Two were started together, and the other one was quicker.
            _handed_over(self._command, self._arguments, self._options)
            return 0
        self._build()
        self._wire()
        self._begin()
        status = self.app.exec()
        self.close()
        return status

    def close(self) -> None:
        """No more commands; the faces, before what they show; the engine; at last the journal, which hears of all."""
        self.instance.release()
        self.tray.close()
        self.windows.close()
        self.serving.close()
        self.shortcut.close()
        self.consent.close()
        if self.observers is not None:
            self.observers.end()
        left_behind = not self.engine.close()
        if self.observers is not None:
            self.observers.close()
        self._signals.close()
        self.session.close()
        if left_behind:
            end_now(0)

    def _build(self) -> None:
        from virtmonitor.desktop import i18n
        from virtmonitor.desktop.appearance import Appearance
        from virtmonitor.desktop.commands import Commands
        from virtmonitor.desktop.consent import Consent
        from virtmonitor.desktop.face import Face
        from virtmonitor.desktop.hosts import Hosts
        from virtmonitor.desktop.serving import Serving
        from virtmonitor.desktop.session import SystemSession
        from virtmonitor.desktop.sessionend import SessionEnd
        from virtmonitor.desktop.settings import Settings
        from virtmonitor.desktop.shortcut import Shortcut
        from virtmonitor.desktop.tray import Tray
        from virtmonitor.desktop.windows import Windows
        from virtmonitor.desktop.windowsizes import WindowSizes
        from virtmonitor.engine.dataengine import DataEngine

        self.settings = Settings(settings_path())
        self._translators = i18n.install(self.settings.record.desktop.language)
        self.engine = DataEngine()
        self.face = Face(self.settings, WindowSizes(window_sizes_path()))
        self.hosts = Hosts(self.engine, self.settings, lambda kept: chosen(self._options.uris, kept))
        self.face.set_hosts(self.hosts)
        self.session = SystemSession()
        self.session_end = SessionEnd(self.engine, self.settings, self.session)
        self.face.set_session_end(self.session_end)
        self.consent = Consent(self.settings, consent_path())
        self.appearance = Appearance(self.settings)
        self.serving = Serving(self.engine, self.settings)
        self.windows = Windows(self.engine, self.face)
        self.tray = Tray(self.engine, self.settings)
        self.shortcut = Shortcut(self.settings)
        self.commands = Commands(self.engine, self.windows, self.app.quit)
        self.observers: Observers | None = None

    def _wire(self) -> None:
        from PySide6.QtCore import QTimer

        self.instance.commandReceived.connect(self.commands.carry_out)
        self.face.windowRequested.connect(self.windows.show_window)
        self.face.quitRequested.connect(self._quit)
        self.face.quitConfirmed.connect(self.app.quit)
        self.face.hostsRequested.connect(self.windows.show_hosts)
        self.face.settingsRequested.connect(self.windows.show_settings)
        self.face.journalRequested.connect(self.windows.show_journal)
        self.session_end.asked.connect(self.windows.ask_for_session_end)
        self.shortcut.pressed.connect(lambda token: self.windows.toggle_popup(token=token))
        self.tray.settingsRequested.connect(self.windows.show_settings)
        self.engine.credentialsWanted.connect(self.windows.ask_credentials)
        # Connections are dead after a sleep, though nobody has noticed.
        self.session.woke.connect(self.engine.retryAll)
        self.session.networkBack.connect(self.engine.retryAll)
        self.tray.windowRequested.connect(self.windows.show_window)
        self.tray.popupRequested.connect(self.windows.toggle_popup)
        self.tray.quitRequested.connect(self._quit)
        self.app.setQuitOnLastWindowClosed(False)
        self.app.lastWindowClosed.connect(self._window_closed)
        QTimer.singleShot(0, self.app, self._begin_observing)

    def _begin(self) -> None:
        self.hosts.apply()
        self.tray.unavailable.connect(self._no_tray)
        self.tray.look()
        if self._command not in ("minimized", "dbus"):
            self.commands.carry_out(self._command, list(self._arguments), "")

    def _begin_observing(self) -> None:
        """Journal and notices, when the tray icon is there."""
        from virtmonitor.desktop.observers import Observers

        self.serving.apply()
        self.consent.apply()
        self.shortcut.apply()
        self.session.start()
        self.observers = Observers(self.engine, self.settings, journal_path(), self.tray.show_message)
        self.observers.machineRequested.connect(self.windows.show_window)
        self.observers.logRequested.connect(self.windows.show_journal)
        self.face.set_journal(self.observers.journal)

    def _no_tray(self) -> None:
        """Never an invisible program: then it is its window, which says so once."""
        from PySide6.QtCore import QCoreApplication

        from virtmonitor.desktop.onceonly import first_time

        if not self.windows.any_visible:
            self.windows.show_window()
        if first_time("no-tray"):
            told = QCoreApplication.translate(
                "tray",
                "This desktop has no tray for icons: virtmonitor is here as long as this window is open.",
            )
            self.face.told.emit(told)

    def _window_closed(self) -> None:
        """Without a tray icon nobody could find a hidden program again."""
        if not (self.settings.record.desktop.close_to_tray and self.tray.is_available):
            self._quit()

    def _quit(self) -> None:
        """As a person asks for it. Who ends the session, or sends SIGTERM, is not asked back."""
        if self.engine.runningJobs:
            self.windows.ask_to_quit()
        else:
            self.app.quit()
