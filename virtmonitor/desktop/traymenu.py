"""The tray icon's menu: favourites and what runs first, with what can be done with each and nothing that loses data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QMenu

from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.desktop.icons import symbol
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.traytext import menu_label
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.rowview import natural
from virtmonitor.engine.statetext import state_text

MACHINES: Final = 25
"""Machines in the menu; the window shows the rest."""
OPERATIONS_SHOWN: Final = ("start", "resume", "suspend", "shutdown", "reboot", "managedSave")
_GLYPHS: Final = {"managedSave": "save"}


class TrayMenu(QObject):
    """Owns the QMenu, which is filled when somebody is about to see it. GUI thread only.

    Attributes:
        sni: the menu is drawn by a panel that reads it over D-Bus, and takes underscores for mnemonics.
    """

    windowRequested = Signal(str)
    settingsRequested = Signal()
    quitRequested = Signal()

    def __init__(self, engine: DataEngine, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._settings = engine, settings
        self.sni = False
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self.fill)
        self.fill()

    def close(self) -> None:
        """Away with it."""
        self.menu.deleteLater()

    @Slot()
    def fill(self) -> None:
        """Build it anew: a menu that nobody opens costs nothing."""
        menu = self.menu
        menu.clear()
        menu.addAction(_tr("Open virtmonitor")).triggered.connect(lambda: self.windowRequested.emit(""))
        menu.addSeparator()
        records = in_order(self._engine.records(), self._settings.record.machines.favourites)
        colour = QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
        for record in records[:MACHINES]:
            self._add_machine(record, colour)
        if len(records) > MACHINES:
            more = menu.addAction(_tr("%1 more…").replace("%1", str(len(records) - MACHINES)))
            more.triggered.connect(lambda: self.windowRequested.emit(""))
        menu.addSeparator()
        menu.addAction(_tr("Settings…")).triggered.connect(self.settingsRequested)
        menu.addAction(_tr("Quit")).triggered.connect(self.quitRequested)

    def _add_machine(self, record: DomainRecord, colour: QColor) -> None:
        label = f"{menu_label(record.name, sni=self.sni)} — {state_text(record)}"
        menu = self.menu.addMenu(symbol(_state_symbol(record.state), colour), label)
        source = record.source
        service = self._engine.serviceForSource(source)
        for name in OPERATIONS_SHOWN:
            if service.isOperationEnabled(name):
                glyph = symbol(_GLYPHS.get(name, name), colour)
                action = menu.addAction(glyph, QCoreApplication.translate("", OPERATIONS[name].label))
                action.triggered.connect(lambda _=False, name=name: self._call(source, name))
        menu.addSeparator()
        menu.addAction(_tr("Show")).triggered.connect(lambda: self.windowRequested.emit(source))

    def _call(self, source: str, operation: str) -> None:
        # Asked for by UUID when it fires: the menu may be older than what it shows.
        self._engine.serviceForSource(source).call(operation)


def in_order(records: Iterable[DomainRecord], favourites: tuple[str, ...]) -> list[DomainRecord]:
    """Favourites in their order, then what is active, then the rest, by name."""
    place = {uuid: number for number, uuid in enumerate(favourites)}
    last = len(place)
    return sorted(records, key=lambda r: (place.get(r.uuid, last), not r.active, natural(r.name), r.uuid))


def _state_symbol(state: DomainState) -> str:
    return "state-unknown" if state is DomainState.NOSTATE else f"state-{state.word}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("tray", text)
