"""The data of a DataSource as rows for views: Plasma's DataModel."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
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

from virtmonitor.core.vocabulary import PROPERTIES
from virtmonitor.engine.datasource import DataSource
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

SOURCE_ROLE: Final = "dataEngineSource"
"""The role that names the Source of a row. (Plasma's begins with a capital: no required property can.)"""

Index = QModelIndex | QPersistentModelIndex
Row = dict[str, Any]


@QmlElement
class DataModel(QAbstractListModel):
    """One row a connected Source of `dataSource`, or, with a `keyRoleFilter`, one row an entry of such a key.

    Roles: `dataEngineSource` and each key of the data. Filters are regular expressions for the whole name.
    Rows are inserted, changed and removed; a reset happens only when roles come that were not known before: with a
    `keyRoleFilter` at the first data. The engine's thread only.
    """

    dataSourceChanged = Signal()
    filterChanged = Signal()
    countChanged = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._data_source: DataSource | None = None
        self._key_filter = ""
        self._source_filter = ""
        self._flat: list[Row] = []
        self._counts: dict[str, int] = {}
        self._starts: dict[str, int] | None = {}
        self._roles: dict[int, str] = {}
        self._known_roles: dict[str, int] = {}
        self._add_roles([SOURCE_ROLE, *(p.name for p in PROPERTIES)])

    def _set_data_source(self, source: DataSource | None) -> None:
        before = self._data_source
        if source is before:
            return
        if before is not None:
            before.newData.disconnect(self._data_came)
            before.sourceDisconnected.disconnect(self._source_left)
            before.engineChanged.disconnect(self._rebuild)
        self._data_source = source
        if source is not None:
            source.newData.connect(self._data_came)
            source.sourceDisconnected.connect(self._source_left)
            source.engineChanged.connect(self._rebuild)
        self._rebuild()
        self.dataSourceChanged.emit()

    dataSource = Property(
        DataSource, lambda self: self._data_source, _set_data_source, notify=dataSourceChanged
    )

    def _set_key_filter(self, text: str) -> None:
        if text != self._key_filter:
            self._key_filter = text
            self._rebuild()
            self.filterChanged.emit()

    keyRoleFilter = Property(str, lambda self: self._key_filter, _set_key_filter, notify=filterChanged)
    """Which keys hold the rows: a list of maps (`disks`: one row a disk) or a map. "": a row is a Source."""

    def _set_source_filter(self, text: str) -> None:
        if text != self._source_filter:
            self._source_filter = text
            self._rebuild()
            self.filterChanged.emit()

    sourceFilter = Property(str, lambda self: self._source_filter, _set_source_filter, notify=filterChanged)
    """Which Sources are shown; "" for all."""

    count = Property(int, lambda self: len(self._flat), notify=countChanged)

    @Slot(int, result="QVariantMap")
    def get(self, row: int) -> Row:
        """All values of a row; empty when there is no such row."""
        return dict(self._flat[row]) if 0 <= row < len(self._flat) else {}

    @Slot(str, result=int)
    def rowOf(self, source: str) -> int:
        """The first row of a Source; -1 when it has none."""
        return self._first(source) if self._counts.get(source) else -1

    # QAbstractListModel

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._flat)

    def roleNames(self) -> dict[int, QByteArray]:
        """See QAbstractItemModel."""
        return {role: QByteArray(name.encode()) for role, name in self._roles.items()}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractItemModel."""
        if not index.isValid() or index.row() >= len(self._flat):
            return None
        name = "name" if role == Qt.ItemDataRole.DisplayRole else self._roles.get(role, "")
        return self._flat[index.row()].get(name)

    # Changes

    @Slot(str, dict)
    def _data_came(self, source: str, data: Row) -> None:
        rows = self._rows_of(source, data)
        if any(key not in self._known_roles for row in rows for key in row):
            self.beginResetModel()
            self._add_roles([key for row in rows for key in row])
            self._put(source, rows)
            self.endResetModel()
            self.countChanged.emit()
            return
        self._replace(source, rows)

    @Slot(str)
    def _source_left(self, source: str) -> None:
        self._replace(source, [])
        self._counts.pop(source, None)

    @Slot()
    def _rebuild(self) -> None:
        """Another DataSource, another engine or another filter: other rows altogether."""
        for source in list(self._counts):
            self._source_left(source)
        if self._data_source is not None:
            for source in self._data_source.connectedSources:
                data = self._data_source.dataFor(source)
                if data:
                    self._data_came(source, data)

    def _replace(self, source: str, rows: list[Row]) -> None:
        """The rows of a Source are these now: change those that stay, then insert or remove the difference."""
        first, before = self._first(source), self._counts.get(source, 0)
        for number, row in enumerate(rows[:before], first):
            changed = [
                key
                for key in row.keys() | self._flat[number].keys()
                if row.get(key) != self._flat[number].get(key)
            ]
            if changed:
                self._flat[number] = row
                self.dataChanged.emit(
                    self.index(number), self.index(number), [self._known_roles[key] for key in changed]
                )
        if len(rows) > before:
            self.beginInsertRows(QModelIndex(), first + before, first + len(rows) - 1)
            self._put(source, rows)
            self.endInsertRows()
        elif len(rows) < before:
            self.beginRemoveRows(QModelIndex(), first + len(rows), first + before - 1)
            self._put(source, rows)
            self.endRemoveRows()
        if len(rows) != before:
            self.countChanged.emit()
        elif source not in self._counts:
            self._put(source, rows)  # it has its place from now on

    def _put(self, source: str, rows: list[Row]) -> None:
        first, before = self._first(source), self._counts.get(source)
        self._flat[first : first + (before or 0)] = rows
        self._counts[source] = len(rows)
        if before is None and self._starts is not None:
            self._starts[source] = first  # a new one stands at the end
        elif before != len(rows) and source != next(reversed(self._counts)):
            self._starts = None  # those behind it have moved

    def _first(self, source: str) -> int:
        """Where the rows of a Source begin; for a new one, the end."""
        if source not in self._counts:
            return len(self._flat)
        if self._starts is None:
            self._starts = dict(zip(self._counts, accumulate(self._counts.values(), initial=0), strict=False))
        return self._starts[source]

    def _rows_of(self, source: str, data: Row) -> list[Row]:
        if self._source_filter and not _matches(self._source_filter, source):
            return []
        named: Row = {SOURCE_ROLE: source}
        if not self._key_filter:
            return [data | named]
        rows: list[Row] = []
        for key, value in data.items():
            if _matches(self._key_filter, key):
                entries = value if isinstance(value, list) else [value]
                rows.extend(entry | named for entry in entries if isinstance(entry, dict))
        return rows

    def _add_roles(self, names: Iterable[str]) -> None:
        for name in names:
            if name not in self._known_roles:
                self._known_roles[name] = Qt.ItemDataRole.UserRole + 1 + len(self._known_roles)
        self._roles = {role: name for name, role in self._known_roles.items()}


def _matches(pattern: str, name: str) -> bool:
    """The whole name; a pattern that is no regular expression is a name."""
    try:
        return re.fullmatch(pattern, name) is not None
    except re.error:
        return pattern == name
