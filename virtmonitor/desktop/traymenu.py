"""The tray icon's menu: favourites and what runs first.

It is brought up to date a moment after something changed, and only what differs is changed: a menu that gets or loses
entries while it opens is closed again by lxqt's panel (seen).
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from virtmonitor.core.domain import DomainRecord
from virtmonitor.desktop import panel
from virtmonitor.desktop.machinemenu import MachineMenu
from virtmonitor.desktop.settings import Settings
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.rowview import natural

MACHINES: Final = 25
"""Machines in the menu at most; the window shows the rest."""
CALM: Final = 500
"""Milliseconds in which all changes are one."""


_Place = tuple[int, bool, str, str]


class TrayMenu(QObject):
    """Owns the QMenu. GUI thread only.

    Attributes:
        menu: Qt's.
        sni: it is drawn by a panel that reads it over D-Bus.
    """

    windowRequested = Signal(str)
    settingsRequested = Signal()
    quitRequested = Signal()

    def __init__(
        self,
        engine: DataEngine,
        settings: Settings,
        parent: QObject | None = None,
        *,
        menu: QMenu | None = None,
    ) -> None:
        """`menu`: an empty one that the icon has already."""
        super().__init__(parent)
        self._engine, self._settings = engine, settings
        self.sni = False
        self.menu = QMenu() if menu is None else menu
        self._machines: dict[str, MachineMenu] = {}
        self._order = _Order(())
        self._places: dict[str, _Place] = {}  # of those in the menu
        self._most = MACHINES
        self._order_is_due = True
        self._make_fixed_entries()
        self.menu.aboutToShow.connect(self.refresh)
        self._soon = QTimer(self, singleShot=True, interval=CALM)
        self._soon.timeout.connect(self.refresh)
        engine.rowsChanged.connect(self._rows_changed)
        settings.changed.connect(self._settings_changed)
        # A panel that reads it over D-Bus shows what it got, until it is told that it is another.
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._changed)

    def close(self) -> None:
        """Away with it."""
        self._soon.stop()
        self.menu.deleteLater()
        for machine in self._machines.values():
            machine.deleteLater()

    @Slot()
    def refresh(self) -> None:
        """Bring it up to date."""
        self._soon.stop()
        if self._order_is_due:
            self._sort()
        colour = panel.ink(sni=self.sni)
        for source, machine in self._machines.items():
            record = self._engine.record(source)
            if record is not None:
                machine.update_from(record, colour, sni=self.sni)
        left = self._engine.states().total() - len(self._machines)
        self._more.setText(QCoreApplication.translate("tray", "%1 more…").replace("%1", str(left)))
        self._more.setVisible(left > 0)

    def _sort(self) -> None:
        """Have the first ones in the menu, in their order; dear with thousands, so only when it may be another."""
        self._order_is_due = False
        self._order = _Order(self._settings.record.machines.favourites)
        self._most = panel.machines_shown(MACHINES, sni=self.sni)
        shown = nsmallest(self._most, self._engine.records(), key=self._order.place)
        self._places = {record.source: self._order.place(record) for record in shown}
        self._drop(self._machines.keys() - self._places.keys())
        for record in shown:
            self._machine(record)
        self._arrange([record.source for record in shown])

    @Slot(object)
    def _rows_changed(self, changes: RowChanges) -> None:
        self._order_is_due = self._order_is_due or self._concerns_order(changes)
        self._changed()

    def _concerns_order(self, changes: RowChanges) -> bool:
        if any(record.source in self._places for record in changes.removed):
            return True
        last = max(self._places.values()) if len(self._places) == self._most else None
        for record in (*changes.added, *changes.changed):
            place, before = self._order.place(record), self._places.get(record.source)
            if place != before and (before is not None or last is None or place < last):
                return True
        return False

    @Slot()
    def _settings_changed(self) -> None:
        self._order_is_due = True
        self._changed()

    @Slot()
    def _changed(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _make_fixed_entries(self) -> None:
        menu = self.menu
        menu.addAction(QCoreApplication.translate("tray", "Open virtmonitor")).triggered.connect(
            lambda: self.windowRequested.emit("")
        )
        menu.addSeparator()
        self._more = menu.addAction("…")
        self._more.setVisible(False)
        self._more.triggered.connect(lambda: self.windowRequested.emit(""))
        menu.addSeparator()
        menu.addAction(QCoreApplication.translate("tray", "Settings…")).triggered.connect(
            self.settingsRequested
        )
        menu.addAction(QCoreApplication.translate("tray", "Quit")).triggered.connect(self.quitRequested)

    def _machine(self, record: DomainRecord) -> MachineMenu:
        machine = self._machines.get(record.source)
        if machine is None:
            machine = self._machines[record.source] = MachineMenu(self._engine, record.source)
            machine.shown.connect(self.windowRequested)
        return machine

    def _drop(self, sources: Iterable[str]) -> None:
        for source in tuple(sources):
            machine = self._machines.pop(source)
            self.menu.removeAction(machine.menuAction())
            machine.deleteLater()

    def _arrange(self, sources: list[str]) -> None:
        """Put each where it belongs, unless it is there."""
        for place, source in enumerate(sources, start=2):
            wanted, there = self._machines[source].menuAction(), self.menu.actions()[place]
            if wanted is not there:
                self.menu.insertAction(there, wanted)


class _Order:
    """Favourites in their order, then what is active, then the rest, by name."""

    def __init__(self, favourites: Iterable[str]) -> None:
        self._favourites = {uuid: number for number, uuid in enumerate(favourites)}

    def place(self, record: DomainRecord) -> _Place:
        """The smaller, the nearer to the top."""
        favourite = self._favourites.get(record.uuid, len(self._favourites))
        return favourite, not record.active, natural(record.name), record.uuid
