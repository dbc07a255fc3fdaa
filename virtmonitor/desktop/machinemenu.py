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

    def __init__(self, engine: DataEngine, source: str) -> None:
        super().__init__()
        self._engine, self._source = engine, source
        self._key: tuple[object, ...] = ()
        self._colour: QColor | None = None
        self._actions = {name: self._add(name) for name in OPERATIONS_SHOWN}
        self._line = self.addSeparator()
        show = self.addAction(QCoreApplication.translate("tray", "Show"))
        show.triggered.connect(lambda: self.shown.emit(source))

    def update_from(self, record: DomainRecord, colour: QColor, *, sni: bool) -> None:
        """Its name, its state and what can be done now, symbols in that colour; what is the same is left alone."""
        key = (record.name, record.state, record.reason, colour.rgba(), sni)
        if key != self._key:
            self._key = key
            self.setTitle(f"{menu_label(record.name, sni=sni)} — {state_text(record)}")
            self.setIcon(symbol(_glyph(record.state), colour))
        if colour != self._colour:
            self._colour = colour
            for name, action in self._actions.items():
                action.setIcon(symbol(_GLYPHS.get(name, name), colour))
        service = self._engine.serviceForSource(self._source)
        for name, action in self._actions.items():
            action.setVisible(service.isOperationEnabled(name))
        self._line.setVisible(any(action.isVisible() for action in self._actions.values()))

    def _add(self, name: str) -> QAction:
        label = QCoreApplication.translate("", OPERATIONS[name].label)
        action = self.addAction(label)
        action.triggered.connect(lambda: self._call(name))
        return action

    def _call(self, operation: str) -> None:
        # Asked for by UUID when it fires: the menu may be older than what it shows.
        self._engine.serviceForSource(self._source).call(operation)


def _glyph(state: DomainState) -> str:
    return "state-unknown" if state is DomainState.NOSTATE else f"state-{state.word}"
