"""What happened to one machine, for its page: the journal, and since when it is as it is."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.core.journalrules import STATE
from virtmonitor.desktop.journal import JournalModel
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Desktop"
QML_IMPORT_MAJOR_VERSION = 1

_STATES: Final = frozenset(
    {"started", "suspended", "resumed", "stopped", "shutdown", "pmsuspended", "crashed", STATE}
)


@QmlElement
class MachineJournal(JournalModel):
    """A JournalModel that knows how many entries it has read and when the latest change of state was. GUI thread."""

    entriesChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.journalChanged.connect(self.reload)
        for signal in (self.modelReset, self.rowsInserted):
            signal.connect(self._tell)

    count = Property(int, lambda self: len(self._entries), notify=entriesChanged)
    """The entries that were read so far."""

    def _get_since(self) -> float:
        return next((entry.time for entry in self._entries if entry.kind in _STATES), math.nan)

    since = Property(float, _get_since, notify=entriesChanged)
    """When its state changed last, as far as was heard; Unix time in seconds, NaN when nobody heard of it."""

    @Slot()
    def _tell(self) -> None:
        self.entriesChanged.emit()
