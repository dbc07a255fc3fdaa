"""What happened to one machine, for its page: the journal, and since when it is as it is."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.core import clock
from virtmonitor.core.journalrules import STATES
from virtmonitor.desktop.journal import JournalModel
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Desktop"
QML_IMPORT_MAJOR_VERSION = 1


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
        entry = next((entry for entry in self._entries if entry.kind in STATES), None)
        if entry is None or self._journal is None:
            return math.nan
        moment = self._journal.moment_of(entry)
        ahead = moment > clock.now() + clock.JUMP  # the computer's clock was, when it was written
        return math.nan if ahead else moment

    since = Property(float, _get_since, notify=entriesChanged)
    """When its state changed last, as far as was heard; by core.clock, NaN when nobody heard of it."""

    @Slot()
    def _tell(self) -> None:
        self.entriesChanged.emit()
