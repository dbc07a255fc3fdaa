"""The lines of the list of jobs as a model; how they come and go is JobModel's."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt, Signal

from virtmonitor.engine.jobrow import JobPhase, JobRow
from virtmonitor.engine.qt import Property

Index = QModelIndex | QPersistentModelIndex


class JobList(QAbstractListModel):
    """Lines in the order in which they came. The engine's thread only."""

    class Role(IntEnum):
        """The roles; their names in QML are these with a small first letter."""

        Key = Qt.ItemDataRole.UserRole + 1
        Source = Qt.ItemDataRole.UserRole + 2
        Name = Qt.ItemDataRole.UserRole + 3
        Operation = Qt.ItemDataRole.UserRole + 4
        Label = Qt.ItemDataRole.UserRole + 5
        Phase = Qt.ItemDataRole.UserRole + 6
        Text = Qt.ItemDataRole.UserRole + 7
        Progress = Qt.ItemDataRole.UserRole + 8
        Cancellable = Qt.ItemDataRole.UserRole + 9
        Seconds = Qt.ItemDataRole.UserRole + 10
        Stopping = Qt.ItemDataRole.UserRole + 11

    countChanged = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: list[JobRow] = []

    count = Property(int, lambda self: len(self._rows), notify=countChanged)
    running = Property(int, lambda self: self._number(JobPhase.Running), notify=countChanged)
    """How many are under way."""
    failed = Property(int, lambda self: self._number(JobPhase.Failed), notify=countChanged)
    """How many failed and were not dismissed."""

    # QAbstractListModel

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        """See QAbstractItemModel."""
        return {int(role): QByteArray(role.name.lower().encode()) for role in self.Role}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractItemModel."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        read = _VALUES.get(role)
        return read(self._rows[index.row()]) if read is not None else None

    # Changes

    def _append(self, row: JobRow) -> None:
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
        self._rows.append(row)
        self.endInsertRows()
        self.countChanged.emit()

    def _remove(self, row: JobRow) -> None:
        place = self._rows.index(row)
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()
        self.countChanged.emit()

    def _changed(self, row: JobRow) -> None:
        index = self.index(self._rows.index(row))
        self.dataChanged.emit(index, index)
        self.countChanged.emit()

    def _number(self, phase: JobPhase) -> int:
        return sum(row.phase is phase for row in self._rows)

    def _row(self, key: int) -> JobRow | None:
        return next((row for row in self._rows if row.key == key), None)


_R: Final = JobList.Role
_VALUES: Final[dict[int, Callable[[JobRow], Any]]] = {
    _R.Key: lambda row: row.key,
    _R.Source: lambda row: row.source,
    _R.Name: lambda row: row.name,
    _R.Operation: lambda row: row.operation,
    _R.Label: lambda row: row.label,
    _R.Phase: lambda row: int(row.phase),
    _R.Text: lambda row: row.text,
    _R.Progress: lambda row: row.job.progress if row.job is not None else -1.0,
    _R.Cancellable: lambda row: row.job is not None and row.job.cancellable,
    _R.Seconds: lambda row: row.seconds,
    _R.Stopping: lambda row: row.job is not None and row.job.stopping,
}
