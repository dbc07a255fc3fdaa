"""The tray icon: how many machines run at a glance, and what a click does. StatusNotifierItem or XEmbed, Qt chooses.

Qt chooses when the icon is made, and never again: made before the panel, on X11, it would stay an XEmbed icon that no
panel of today shows (seen). So it is made anew when a StatusNotifierWatcher comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from virtmonitor.desktop import panel
from virtmonitor.desktop.icons import status_icon

if TYPE_CHECKING:
    from virtmonitor.core.notices import Urgency
    from virtmonitor.desktop.settings import Settings
    from virtmonitor.desktop.traymenu import TrayMenu
    from virtmonitor.desktop.traystatus import TrayStatus
    from virtmonitor.engine.dataengine import DataEngine

WATCHER: Final = "org.kde.StatusNotifierWatcher"
PATIENCE: Final = 10_000
"""Milliseconds that a session or a panel that restarts gets to show a tray, before the window is shown instead."""


class Tray(QObject):
    """The icon; of an engine that is to come, until `follow`: it is there before anything else is. GUI thread only.

    Signals:
        popupRequested: (place) a left click; the icon's rectangle, None when the panel keeps it to itself.
        windowRequested: (source) a middle click, or from the menu.
        unavailable: `look` found no tray, after a while of patience.
    """

    popupRequested = Signal(object)
    windowRequested = Signal(str)
    settingsRequested = Signal()
    quitRequested = Signal()
    unavailable = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._status: TrayStatus | None = None
        self._menu: TrayMenu | None = None
        self._context = QMenu()
        self._sni = False
        self._looks: tuple[object, ...] | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._look_again)
        self._watcher = QDBusServiceWatcher(
            WATCHER,
            QDBusConnection.sessionBus(),
            QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange,
            self,
        )
        self._watcher.serviceOwnerChanged.connect(self._watcher_changed)
        # The colours come with the scheme, but not before it: drawn at once, it would have those of before (seen).
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_status)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._soon.start)
        self._icon: QSystemTrayIcon
        self._make()

    def follow(self, engine: DataEngine, settings: Settings) -> None:
        """Show what the engine knows from now on."""
        from virtmonitor.desktop.traymenu import TrayMenu
        from virtmonitor.desktop.traystatus import TrayStatus

        self._status = TrayStatus(engine, self)
        self._status.changed.connect(self._show_status)
        self._menu = TrayMenu(engine, settings, self, menu=self._context)
        self._menu.sni = self._sni
        self._menu.windowRequested.connect(self.windowRequested)
        self._menu.settingsRequested.connect(self.settingsRequested)
        self._menu.quitRequested.connect(self.quitRequested)
        self._show_status()

    @property
    def is_available(self) -> bool:
        """True when there is a tray that can show it."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def look(self) -> None:
        """Wait for a tray, for a while: it may start after us."""
        if not self.is_available:
            self._patience.start()

    def show_message(self, title: str, text: str, urgency: Urgency) -> None:
        """A balloon, where there is no notification service."""
        critical = urgency.name == "CRITICAL"
        kinds = QSystemTrayIcon.MessageIcon
        self._icon.showMessage(title, text, kinds.Critical if critical else kinds.Information)

    def close(self) -> None:
        """Take the icon away."""
        self._patience.stop()
        self._icon.hide()
        if self._menu is not None:
            self._menu.close()

    def _make(self) -> None:
        bus = QDBusConnection.sessionBus()
        names = bus.interface() if bus.isConnected() else None
        self._sni = bool(names is not None and names.isServiceRegistered(WATCHER).value())
        if self._menu is not None:
            self._menu.sni = self._sni
        self._icon = QSystemTrayIcon(self)
        self._looks = None
        self._icon.setContextMenu(self._context)
        self._icon.activated.connect(self._activated)
        self._show_status()
        # Wayland has no other tray: there Qt would ask a watcher that is not there, and say so.
        if self._sni or QGuiApplication.platformName() != "wayland":
            self._icon.show()

    @Slot(str, str, str)
    def _watcher_changed(self, _name: str, _old: str, new: str) -> None:
        if new:
            self._icon.hide()
            self._icon.deleteLater()
            self._make()
        self.look()

    @Slot()
    def _look_again(self) -> None:
        if not self.is_available:
            self.unavailable.emit()

    @Slot()
    def _show_status(self) -> None:
        colour = panel.ink(sni=self._sni)
        status = self._status
        word = "disconnected" if status is None else status.word
        count = status.running if status is not None and word == "running" else 0
        looks = (word, colour.rgba(), min(count, 100), self._sni)
        if looks != self._looks:  # drawn in six sizes
            self._looks = looks
            self._icon.setIcon(status_icon(word, colour, count))
        if status is not None:
            self._icon.setToolTip(status.tooltip)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if self._status is not None:
            self._status.seen()
        # Two quick clicks come as a click and a double click: the second closes what the first opened.
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            place = self._icon.geometry()
            self.popupRequested.emit(None if place.isEmpty() else place)
        elif reason is QSystemTrayIcon.ActivationReason.MiddleClick:
            self.windowRequested.emit("")
