"""The rows of all domains as a model: filtered and sorted here, because that is a hundred times faster than
a QSortFilterProxyModel that asks Python for each comparison.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

from virtmonitor.core.domain import ACTIVE_STATES, DomainRecord, DomainState
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.qt import Property
from virtmonitor.engine.rowview import Key, RowFilter, SortedRows, natural
from virtmonitor.engine.statetext import state_text

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

MANY: Final = 100
"""From so many rows on a change is announced as a reset of all: single steps would cost the view more."""

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """The roles; their names in QML are these with a small first letter."""

    Source = Qt.ItemDataRole.UserRole + 1
    Host = Qt.ItemDataRole.UserRole + 2
    Uuid = Qt.ItemDataRole.UserRole + 3
    Name = Qt.ItemDataRole.UserRole + 4
    Title = Qt.ItemDataRole.UserRole + 5
    DomainState = Qt.ItemDataRole.UserRole + 6
    StateText = Qt.ItemDataRole.UserRole + 7
    Active = Qt.ItemDataRole.UserRole + 8
    Stale = Qt.ItemDataRole.UserRole + 9
    Favourite = Qt.ItemDataRole.UserRole + 10


@QmlElement
class DomainModel(QAbstractListModel):
    """All domains of an engine that the filter wants. Rows are lean: values that change by the second are of Sources.

    The engine's thread only.
    """

    engineChanged = Signal()
    filterChanged = Signal()
    countChanged = Signal()
    countsChanged = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._engine: DataEngine | None = None
        self._rows = SortedRows()
        self._filter = RowFilter()
        self._filter_text = ""
        self._state_filter = ""
        self._host_filter = ""
        self._favourites: frozenset[str] = frozenset()

    def _get_engine(self) -> DataEngine | None:
        return self._engine

    def _set_engine(self, engine: DataEngine | None) -> None:
        if engine is self._engine:
            return
        if self._engine is not None:
            self._engine.rowsChanged.disconnect(self._rows_changed)
        self._engine = engine
        if engine is not None:
            engine.rowsChanged.connect(self._rows_changed)
        self._rebuild()
        self.engineChanged.emit()

    engine = Property(DataEngine, _get_engine, _set_engine, notify=engineChanged)

    def _get_filter_text(self) -> str:
        return self._filter_text

    def _set_filter_text(self, text: str) -> None:
        if text != self._filter_text:
            self._filter_text = text
            self._refilter()

    filterText = Property(str, _get_filter_text, _set_filter_text, notify=filterChanged)
    """Words that must stand in the name, the title, the state or the UUID."""

    def _get_state_filter(self) -> str:
        return self._state_filter

    def _set_state_filter(self, name: str) -> None:
        if name != self._state_filter:
            self._state_filter = name
            self._refilter()

    stateFilter = Property(str, _get_state_filter, _set_state_filter, notify=filterChanged)
    """"" for all, "active", "inactive", "attention", or a state's word."""

    def _get_host_filter(self) -> str:
        return self._host_filter

    def _set_host_filter(self, host: str) -> None:
        if host != self._host_filter:
            self._host_filter = host
            self._refilter()

    hostFilter = Property(str, _get_host_filter, _set_host_filter, notify=filterChanged)
    """The only host to show; "" for all."""

    def _get_favourites(self) -> list[str]:
        return sorted(self._favourites)

    def _set_favourites(self, sources: list[str]) -> None:
        self._favourites = frozenset(sources)
        self._refilter()

    favourites = Property("QStringList", _get_favourites, _set_favourites, notify=filterChanged)
    """Sources that stand first among those of their host."""

    count = Property(int, lambda self: len(self._rows), notify=countChanged)

    def _get_counts(self) -> dict[str, int]:
        """How many domains there are in each of the filters of `stateFilter`, whatever is shown."""
        now = self._engine.states() if self._engine else {}
        return {name: sum(now.get(state, 0) for state in states) for name, states in _STATE_FILTERS.items()}

    counts = Property(dict, _get_counts, notify=countsChanged)

    # QAbstractListModel

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        """See QAbstractItemModel."""
        return {int(role): QByteArray(_lower_first(role.name).encode()) for role in Role}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractItemModel."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        record = self._rows.records[index.row()]
        value = _VALUES.get(role)
        if value is not None:
            return value(record)
        if role == Role.Stale:
            state = self._engine.host(record.host) if self._engine else None
            return state is None or not state.live
        if role == Role.Favourite:
            return record.source in self._favourites
        return None

    @Slot(str, result=int)
    def rowOf(self, source: str) -> int:
        """The row of a Source; -1 when it is not shown."""
        row = self._rows.index(source)
        return -1 if row is None else row

    @Slot(int, result=str)
    def sourceAt(self, row: int) -> str:
        """The Source of a row; "" when there is no such row."""
        return self._rows.records[row].source if 0 <= row < len(self._rows) else ""

    # Changes

    @Slot(object)
    def _rows_changed(self, changes: RowChanges) -> None:
        before = len(self._rows)
        if len(changes.added) + len(changes.removed) + len(changes.changed) > MANY:
            self._rebuild()
        else:
            for record in changes.removed:
                self._take_out(record)
            for record in (*changes.changed, *changes.added):
                self._put_in(record)
            if changes.stale and self._rows.records:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [Role.Stale])
        if len(self._rows) != before:
            self.countChanged.emit()
        self.countsChanged.emit()

    def _take_out(self, record: DomainRecord) -> None:
        row = self._rows.index(record.source)
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._rows.remove(row)
            self.endRemoveRows()

    def _put_in(self, record: DomainRecord) -> None:
        wanted = self._wants(record)
        key = self._key(record)
        row = self._rows.index(record.source)
        if row is not None and wanted and self._rows.keeps(row, key):
            self._rows.records[row] = record
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        self._take_out(record)
        if wanted:
            row = self._rows.place(key)
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.insert(row, key, record)
            self.endInsertRows()

    def _refilter(self) -> None:
        states = _STATE_FILTERS.get(self._state_filter, frozenset())
        hosts = frozenset({self._host_filter} if self._host_filter else ())
        self._filter = RowFilter(tuple(self._filter_text.casefold().split()), states, hosts)
        self.filterChanged.emit()
        before = len(self._rows)
        self._rebuild()
        if len(self._rows) != before:
            self.countChanged.emit()

    def _rebuild(self) -> None:
        self.beginResetModel()
        records = self._engine.records() if self._engine else ()
        self._rows.fill((self._key(record), record) for record in records if self._wants(record))
        self.endResetModel()

    def _wants(self, record: DomainRecord) -> bool:
        return self._filter.wants(record)

    def _key(self, record: DomainRecord) -> Key:
        """By host, favourites first, then what runs, then by name."""
        return (
            record.host,
            record.source not in self._favourites,
            not record.active,
            natural(record.name),
            record.uuid,
        )


_VALUES: Final[dict[int, Any]] = {
    Role.Source: lambda record: record.source,
    Role.Host: lambda record: record.host,
    Role.Uuid: lambda record: record.uuid,
    Role.Name: lambda record: record.name,
    Role.Title: lambda record: record.title or "",
    Role.DomainState: lambda record: int(record.state),
    Role.StateText: state_text,
    Role.Active: lambda record: record.active,
    Qt.ItemDataRole.DisplayRole: lambda record: record.name,
}

_PAUSED: Final = frozenset({DomainState.PAUSED, DomainState.PMSUSPENDED})
_STATE_FILTERS: Final = {
    "all": frozenset(DomainState),
    "active": ACTIVE_STATES,
    "running": frozenset({DomainState.RUNNING, DomainState.BLOCKED, DomainState.SHUTDOWN}),
    "paused": _PAUSED,
    "inactive": frozenset(DomainState) - ACTIVE_STATES,
    "attention": frozenset({DomainState.CRASHED}),
}


def _lower_first(name: str) -> str:
    return name[0].lower() + name[1:]
