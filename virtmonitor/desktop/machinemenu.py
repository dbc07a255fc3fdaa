"""One machine in the tray icon's menu: what can be done with it now, and nothing that loses data."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QMenu

from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.desktop.icons import symbol
from virtmonitor.desktop.traytext import menu_label
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.statetext import state_text

OPERATIONS_SHOWN: Final = ("start", "resume", "suspend", "shutdown", "reboot", "managedSave")
_GLYPHS: Final = {"managedSave": "save"}


class MachineMenu(QMenu):
    """Its entries stay the same objects: a panel has them by number, and closes a menu whose entries all go."""

    shown = Signal(str)

    def __init__(self, engine: DataEngine, source: str, colour: QColor) -> None:
        super().__init__()
        self._engine, self._source, self._colour = engine, source, colour
        self._key: tuple[object, ...] = ()
        self._actions = {name: self._add(name) for name in OPERATIONS_SHOWN}
        self._line = self.addSeparator()
        show = self.addAction(QCoreApplication.translate("tray", "Show"))
        show.triggered.connect(lambda: self.shown.emit(source))

    def update_from(self, record: DomainRecord, *, sni: bool) -> None:
        """Its name, its state and what can be done now; what is the same is left alone."""
        key = (record.name, record.state, record.reason, sni)
        if key != self._key:
            self._key = key
            self.setTitle(f"{menu_label(record.name, sni=sni)} — {state_text(record)}")
            self.setIcon(symbol(_glyph(record.state), self._colour))
        service = self._engine.serviceForSource(self._source)
        for name, action in self._actions.items():
            action.setVisible(service.isOperationEnabled(name))
        self._line.setVisible(any(action.isVisible() for action in self._actions.values()))

    def _add(self, name: str) -> QAction:
        label = QCoreApplication.translate("", OPERATIONS[name].label)
        action = self.addAction(symbol(_GLYPHS.get(name, name), self._colour), label)
        action.triggered.connect(lambda: self._call(name))
        return action

    def _call(self, operation: str) -> None:
        # Asked for by UUID when it fires: the menu may be older than what it shows.
        self._engine.serviceForSource(self._source).call(operation)


def _glyph(state: DomainState) -> str:
    return "state-unknown" if state is DomainState.NOSTATE else f"state-{state.word}"
