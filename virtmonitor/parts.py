"""What stands behind the tray icon: built, wired and torn down here. Nothing else knows all parts."""

from __future__ import annotations

import argparse

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from virtmonitor.core.paths import consent_path, journal_path, settings_path, window_sizes_path
from virtmonitor.desktop import i18n
from virtmonitor.desktop.appearance import Appearance
from virtmonitor.desktop.commands import Commands
from virtmonitor.desktop.consent import Consent
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.hosts import Hosts
from virtmonitor.desktop.icons import application_icon
from virtmonitor.desktop.observers import Observers
from virtmonitor.desktop.onceonly import first_time
from virtmonitor.desktop.portalsettings import PortalSettings
from virtmonitor.desktop.serving import Serving
from virtmonitor.desktop.session import SystemSession
from virtmonitor.desktop.sessionend import SessionEnd
from virtmonitor.desktop.sessionmanager import SessionManager
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.shortcut import Shortcut
from virtmonitor.desktop.tray import Tray
from virtmonitor.desktop.windows import Windows
from virtmonitor.desktop.windowsizes import WindowSizes
from virtmonitor.ending import end_now
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.hosts import chosen


class Parts:
    """Built at once; `begin` connects the hosts, `serve` starts what nobody waits for. GUI thread only."""

    def __init__(self, app: QApplication, tray: Tray, options: argparse.Namespace) -> None:
        self.app, self.tray = app, tray
        app.setWindowIcon(application_icon())
        self.settings = Settings(settings_path())
        self._translators = i18n.install(self.settings.record.desktop.language)
        self.engine = DataEngine()
        self.portal = PortalSettings()
        self.face = Face(self.settings, WindowSizes(window_sizes_path()), self.portal)
        self.hosts = Hosts(self.engine, self.settings, lambda kept: chosen(options.uris, kept))
        self.face.set_hosts(self.hosts)
        self.session = SystemSession()
        self.session_manager = SessionManager()
        self.session_end = SessionEnd(self.engine, self.settings, self.session, self.session_manager)
        self.face.set_session_end(self.session_end)
        self.consent = Consent(self.settings, consent_path())
        self.appearance = Appearance(self.settings, self.portal)
        self.serving = Serving(self.engine, self.settings)
        self.windows = Windows(self.engine, self.face)
        self.shortcut = Shortcut(self.settings)
        self.commands = Commands(self.engine, self.windows, self.app.quit, lambda: self.tray.is_available)
        self.tray.follow(self.engine, self.settings)
        self.observers: Observers | None = None
        self._left_behind = self._without_tray = False
        self._wire()

    def begin(self) -> None:
        """Journal and notices, so that they hear of all; then connect the hosts. Look for a tray."""
        self.observers = Observers(self.engine, self.settings, journal_path(), self.tray.show_message)
        self.observers.machineRequested.connect(self.windows.show_window)
        self.observers.logRequested.connect(self.windows.show_journal)
        self.session.woke.connect(self.observers.woke)
        self.face.set_journal(self.observers.journal)
        self.hosts.apply()
        self.tray.look()

    def close(self) -> None:
        """The faces, before what they show; the engine; at last the journal, which hears of all."""
        self.windows.close()
        self.serving.close()
        self.shortcut.close()
        self.portal.close()
        self.consent.close()
        if self.observers is not None:
            self.observers.end()
        self._left_behind = not self.engine.close()
        if self.observers is not None:
            self.observers.close()
        self.session_manager.close()
        self.session.close()

    def end(self) -> None:
        """Ends the process where a thread hangs in a call, which nothing else would end."""
        if self._left_behind:
            end_now(0)

    def serve(self) -> None:
        """What nobody waits for: the bus, the shortcut, the computer's sleep."""
        self.serving.apply()
        self.consent.apply()
        self.shortcut.apply()
        self.session.start()

    def show_without_tray(self) -> None:
        """Never an invisible program: then it is its window, which says so once. Not in the way of the popup."""
        self._without_tray = True
        if not self.windows.any_visible:
            self.windows.show_window()
        window = self.windows.made("MainWindow")
        if window is not None and window.isVisible() and first_time("no-tray"):
            told = QCoreApplication.translate(
                "tray",
                "This desktop has no tray for icons: virtmonitor is here as long as this window is open.",
            )
            self.face.told.emit(told)

    def _popup_hidden(self) -> None:
        if self._without_tray and not self.tray.is_available:
            self.show_without_tray()

    def _window_closed(self) -> None:
        """Without a tray icon nobody could find a hidden program again."""
        if not (self.settings.record.desktop.close_to_tray and self.tray.is_available):
            self.quit()

    def quit(self) -> None:
        """As a person asks for it. Who ends the session, or sends SIGTERM, is not asked back."""
        if self.engine.runningJobs:
            self.windows.ask_to_quit()
        else:
            self.app.quit()

    def _wire(self) -> None:
        self.face.windowRequested.connect(self.windows.show_window)
        self.face.quitRequested.connect(self.quit)
        self.face.quitConfirmed.connect(self.app.quit)
        self.face.hostsRequested.connect(self.windows.show_hosts)
        self.face.settingsRequested.connect(self.windows.show_settings)
        self.face.journalRequested.connect(self.windows.show_journal)
        self.session_end.asked.connect(self.windows.ask_for_session_end)
        self.session_manager.over.connect(self.app.quit)
        self.shortcut.pressed.connect(lambda token: self.windows.toggle_popup(token=token))
        self.engine.credentialsWanted.connect(self.windows.ask_credentials)
        # Connections are dead after a sleep, though nobody has noticed.
        self.session.woke.connect(self.engine.retryAll)
        self.session.networkBack.connect(self.engine.retryAll)
        self.app.lastWindowClosed.connect(self._window_closed)
        self.windows.popupHidden.connect(self._popup_hidden)
