"""The tray icon: how many machines run at a glance, its menu, and what a click does."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.desktop.icons import status_icon, symbol
from virtmonitor.desktop.traytext import menu_label, tooltip_line
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.rowview import natural
from virtmonitor.engine.statetext import connection_text, state_text

MENU_MACHINES: Final = 25
"""Machines in the menu; the window shows the rest."""
MENU_OPERATIONS: Final = ("start", "resume", "suspend", "shutdown", "reboot")


def _tr(text: str) -> str:
    return QCoreApplication.translate("tray", text)


class Tray(QObject):
    """The icon. `popupRequested` at a left click, `windowRequested(source)` at a middle click or from the menu."""

    popupRequested = Signal()
    windowRequested = Signal(str)
    quitRequested = Signal()

    def __init__(self, engine: DataEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._menu = QMenu()
        self._menu.aboutToShow.connect(self._fill_menu)
        self._fill_menu()
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        # A burst of changes is one new icon.
        self._show_soon = QTimer(self, singleShot=True, interval=50)
        self._show_soon.timeout.connect(self._show_status)
        engine.rowsChanged.connect(self._changed)
        engine.connectionChanged.connect(self._changed)
        self._show_status()
        self._icon.show()

    @property
    def icon(self) -> QSystemTrayIcon:
        """Qt's icon."""
        return self._icon

    @property
    def menu(self) -> QMenu:
        """The context menu."""
        return self._menu

    def close(self) -> None:
        """Take the icon away."""
        self._icon.hide()
        self._menu.deleteLater()

    @Slot(object)
    def _changed(self, _change: object) -> None:
        self._show_soon.start()

    @Slot()
    def _show_status(self) -> None:
        states = [record.state for record in self._engine.records()]
        colour = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
        self._icon.setIcon(status_icon(self._status(states), colour))
        self._icon.setToolTip(self._tooltip(states))

    def _status(self, states: list[DomainState]) -> str:
        if DomainState.CRASHED in states:
            return "attention"
        if DomainState.RUNNING in states or DomainState.BLOCKED in states:
            return "running"
        if DomainState.PAUSED in states:
            return "paused"
        hosts = [self._engine.host(name) for name in self._engine.hosts]
        return "none" if any(host and host.live for host in hosts) else "disconnected"

    def _tooltip(self, states: list[DomainState]) -> str:
        running = sum(state in (DomainState.RUNNING, DomainState.BLOCKED) for state in states)
        lines = [_tr("%1 of %2 machines run").replace("%1", str(running)).replace("%2", str(len(states)))]
        for name in self._engine.hosts:
            host = self._engine.host(name)
            if host and host.status.state is not ConnectionState.CONNECTED:
                lines.append(f"{tooltip_line(name)}: {connection_text(host.status.state)}")
        return "\n".join(lines)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.popupRequested.emit()
        elif reason is QSystemTrayIcon.ActivationReason.MiddleClick:
            self.windowRequested.emit("")

    @Slot()
    def _fill_menu(self) -> None:
        """Built when it is about to be shown: a menu that nobody opens costs nothing."""
        menu = self._menu
        menu.clear()
        menu.addAction(_tr("Open virtmonitor")).triggered.connect(lambda: self.windowRequested.emit(""))
        menu.addSeparator()
        records = sorted(self._engine.records(), key=lambda r: (not r.active, natural(r.name), r.uuid))
        for record in records[:MENU_MACHINES]:
            self._add_machine(record)
        if len(records) > MENU_MACHINES:
            more = menu.addAction(_tr("%1 more…").replace("%1", str(len(records) - MENU_MACHINES)))
            more.triggered.connect(lambda: self.windowRequested.emit(""))
        menu.addSeparator()
        menu.addAction(_tr("Quit")).triggered.connect(self.quitRequested)

    def _add_machine(self, record: DomainRecord) -> None:
        colour = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
        label = f"{menu_label(record.name, sni=True)} — {state_text(record)}"
        menu = self._menu.addMenu(symbol(_state_symbol(record.state), colour), label)
        source = record.source
        service = self._engine.serviceForSource(source)
        for name in MENU_OPERATIONS:
            if service.isOperationEnabled(name):
                action = menu.addAction(symbol(name, colour), _tr(OPERATIONS[name].label))
                action.triggered.connect(lambda _=False, name=name: self._call(source, name))
        menu.addSeparator()
        menu.addAction(_tr("Show")).triggered.connect(lambda: self.windowRequested.emit(source))

    def _call(self, source: str, operation: str) -> None:
        # Asked for by UUID when it fires: the menu may be older than what it shows.
        self._engine.serviceForSource(source).call(operation)


def _state_symbol(state: DomainState) -> str:
    return "state-unknown" if state is DomainState.NOSTATE else f"state-{state.word}"
