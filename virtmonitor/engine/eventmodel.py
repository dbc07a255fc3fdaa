"""What happened since the window was made, the latest first: libvirt's events and the operations that ended."""

from __future__ import annotations

import time
from collections import deque
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

from virtmonitor.core import journalrules
from virtmonitor.core.domain import split_source
from virtmonitor.core.events import EventRecord
from virtmonitor.core.journal import JournalEntry
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.qt import Property
from virtmonitor.engine.servicejob import ServiceJob

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

MOST: Final = 1000
"""Entries kept; a journal on the disk keeps more."""

Index = QModelIndex | QPersistentModelIndex


@QmlElement
class EventModel(QAbstractListModel):
    """The entries of one Source (`source`: HOST/UUID, HOST or "" for all). The engine's thread only."""

    class Role(IntEnum):
        """The roles; their names in QML are these in lower case."""

        Time = Qt.ItemDataRole.UserRole + 1
        Name = Qt.ItemDataRole.UserRole + 2
        Kind = Qt.ItemDataRole.UserRole + 3
        Text = Qt.ItemDataRole.UserRole + 4

    engineChanged = Signal()
    sourceChanged = Signal()
    countChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: DataEngine | None = None
        self._source = ""
        self._all: deque[JournalEntry] = deque(maxlen=MOST)
        self._shown: list[JournalEntry] = []

    def _set_engine(self, engine: DataEngine | None) -> None:
        if engine is self._engine:
            return
        if self._engine is not None:
            self._engine.eventsHeard.disconnect(self._heard)
            self._engine.jobFinished.disconnect(self._job_finished)
        self._engine = engine
        if engine is not None:
            engine.eventsHeard.connect(self._heard)
            engine.jobFinished.connect(self._job_finished)
        self.engineChanged.emit()

    engine = Property(DataEngine, lambda self: self._engine, _set_engine, notify=engineChanged)

    def _set_source(self, source: str) -> None:
        if source != self._source:
            self._source = source
            self.beginResetModel()
            self._shown = [entry for entry in reversed(self._all) if self._is_shown(entry)]
            self.endResetModel()
            self.sourceChanged.emit()
            self.countChanged.emit()

    source = Property(str, lambda self: self._source, _set_source, notify=sourceChanged)
    count = Property(int, lambda self: len(self._shown), notify=countChanged)

    # QAbstractListModel

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._shown)

    def roleNames(self) -> dict[int, QByteArray]:
        """See QAbstractItemModel."""
        return {int(role): QByteArray(role.name.lower().encode()) for role in self.Role}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractItemModel."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        entry = self._shown[index.row()]
        told = {
            self.Role.Time: entry.time,
            self.Role.Name: entry.name,
            self.Role.Kind: entry.kind,
            self.Role.Text: journalrules.sentence(entry),
        }
        return told.get(self.Role(role)) if role in told else None

    # What happens

    @Slot(object)
    def _heard(self, events: tuple[EventRecord, ...]) -> None:
        for event in events:
            self._add(journalrules.of_event(event))

    @Slot(QObject)
    def _job_finished(self, job: ServiceJob) -> None:
        record = self._engine.record(job.destination) if self._engine is not None else None
        name = record.name if record is not None else split_source(job.destination)[1] or ""
        self._add(
            journalrules.of_operation(
                job.destination, name, job.operation, job.parameters, job.failure, time.time()
            )
        )

    def _add(self, entry: JournalEntry | None) -> None:
        if entry is None:
            return
        self._all.append(entry)
        if self._is_shown(entry):
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._shown.insert(0, entry)
            self.endInsertRows()
        if len(self._shown) > MOST:
            self.beginRemoveRows(QModelIndex(), MOST, len(self._shown) - 1)
            del self._shown[MOST:]
            self.endRemoveRows()
        self.countChanged.emit()

    def _is_shown(self, entry: JournalEntry) -> bool:
        host, uuid = split_source(self._source)
        return host in ("", entry.host) and uuid in (None, entry.uuid)
