"""The tray icon's menu: favourites and what runs first.

It is brought up to date a moment after something changed, and only what differs is changed: a menu that gets or loses
entries while it opens is closed again by lxqt's panel (seen).
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QMenu

from virtmonitor.core.domain import DomainRecord
from virtmonitor.desktop.machinemenu import MachineMenu
from virtmonitor.desktop.settings import Settings
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.rowview import natural

MACHINES: Final = 25
"""Machines in the menu; the window shows the rest."""
CALM: Final = 500
"""Milliseconds in which all changes are one."""


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
        self._make_fixed_entries()
        self.menu.aboutToShow.connect(self.refresh)
        self._soon = QTimer(self, singleShot=True, interval=CALM)
        self._soon.timeout.connect(self.refresh)
        engine.rowsChanged.connect(self._changed)
        settings.changed.connect(self._changed)

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
        shown = in_order(self._engine.records(), self._settings.record.machines.favourites, MACHINES)
        self._drop(self._machines.keys() - {record.source for record in shown})
        for record in shown:
            self._machine(record).update_from(record, sni=self.sni)
        self._arrange([record.source for record in shown])
        left = self._engine.states().total() - len(shown)
        self._more.setText(QCoreApplication.translate("tray", "%1 more…").replace("%1", str(left)))
        self._more.setVisible(left > 0)

    @Slot(object)
    def _changed(self, _changes: object = None) -> None:
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
            colour = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
            machine = self._machines[record.source] = MachineMenu(self._engine, record.source, colour)
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


def in_order(records: Iterable[DomainRecord], favourites: tuple[str, ...], most: int) -> list[DomainRecord]:
    """The first of: favourites in their order, then what is active, then the rest, by name."""
    place = {uuid: number for number, uuid in enumerate(favourites)}
    last = len(place)
    return nsmallest(
        most, records, key=lambda r: (place.get(r.uuid, last), not r.active, natural(r.name), r.uuid)
    )
