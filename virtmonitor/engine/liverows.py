"""A list of machines that stays in order while they change, row by row. Which, and in which order, a subclass says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Slot

from virtmonitor.core.domain import DomainRecord
from virtmonitor.engine.domainroles import Role
from virtmonitor.engine.freshrows import FreshRows
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.rowview import Key, SortedRows

MANY: Final = 100
"""From so many rows on a change is announced as a reset of all: single steps would cost the view more."""

Index = QModelIndex | QPersistentModelIndex


class LiveRows(QAbstractListModel):
    """Its rows are lean: values that change by the second are of Sources. The engine's thread only.

    A subclass says what there is (`_all`), what of it is shown (`_wants`), and what a row is sorted by (`_key`), and
    hears which records are shown (`_watch` one, `_watch_all`).
    """

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows = SortedRows()
        self._fresh = FreshRows(self, self._rows)

    # What a subclass says

    def _all(self) -> Iterable[DomainRecord]:
        raise NotImplementedError

    def _wants(self, record: DomainRecord) -> bool:
        raise NotImplementedError

    def _key(self, record: DomainRecord) -> Key:
        raise NotImplementedError

    def _watch(self, record: DomainRecord, *, shown: bool) -> None:
        raise NotImplementedError

    def _watch_all(self, shown: Iterable[DomainRecord]) -> None:
        raise NotImplementedError

    # What is shown

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._rows)

    @Slot(str, result=int)
    def rowOf(self, source: str) -> int:
        """The row of a Source; -1 when it is not shown."""
        row = self._rows.index(source)
        return -1 if row is None else row

    @Slot(int, result=str)
    def sourceAt(self, row: int) -> str:
        """The Source of a row; "" when there is no such row."""
        return self._rows.records[row].source if 0 <= row < len(self._rows) else ""

    @property
    def shown(self) -> tuple[DomainRecord, ...]:
        """What is shown, in its order."""
        return tuple(self._rows.records)

    # Changes

    def _rebuild(self) -> None:
        wanted = [record for record in self._all() if self._wants(record)]
        self._watch_all(wanted)
        self._fresh.forget()
        self.beginResetModel()
        self._rows.fill((self._key(record), record) for record in wanted)
        self.endResetModel()

    def _take(self, changes: RowChanges) -> None:
        if len(changes.added) + len(changes.removed) + len(changes.changed) > MANY:
            if changes.added or changes.removed or not self._take_in_place(changes.changed):
                self._rebuild()
            return
        for record in changes.removed:
            self._take_out(record)
        for record in (*changes.changed, *changes.added):
            self._put_in(record)
        self._fresh.tell()
        if changes.stale and self._rows.records:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [Role.Stale])

    def _take_in_place(self, records: tuple[DomainRecord, ...]) -> bool:
        """Many changed, and none comes, goes or moves: then the view keeps its rows. False: another way is needed."""
        rows = self._rows.unmoved(records, self._wants, self._key)
        if rows is None:
            return False
        for row, record in rows:
            self._watch(record, shown=True)
            self._fresh.replace(row, record)
        self._fresh.tell_at_once()
        return True

    def _take_out(self, record: DomainRecord) -> None:
        self._watch(record, shown=False)
        row = self._rows.index(record.source)
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._rows.remove(row)
            self.endRemoveRows()

    def _put_in(self, record: DomainRecord) -> None:
        if not self._wants(record):
            self._take_out(record)
            return
        self._watch(record, shown=True)
        key = self._key(record)
        row = self._rows.index(record.source)
        if row is None:
            row = self._rows.place(key)
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.insert(row, key, record)
            self.endInsertRows()
            return
        if not self._rows.keeps(row, key):
            row = self._move(row, key, record)
        self._fresh.replace(row, record)

    def _move(self, row: int, key: Key, record: DomainRecord) -> int:
        """Give a row another key; where it is then."""
        place = self._rows.place_without(row, key)
        if place == row:
            self._rows.move(row, place, key, record)
            return place
        parent = QModelIndex()
        self.beginMoveRows(parent, row, row, parent, place + 1 if place > row else place)
        self._rows.move(row, place, key, record)
        self.endMoveRows()
        return place

    def _keys_changed(self, sources: Iterable[str]) -> None:
        """What these are sorted by is another now."""
        rows = [row for source in sources if (row := self._rows.index(source)) is not None]
        records = [self._rows.records[row] for row in rows]
        moved = [r for row, r in zip(rows, records, strict=True) if not self._rows.keeps(row, self._key(r))]
        if len(moved) > MANY:
            self._rebuild()
            return
        for record in moved:
            row_now = self._rows.index(record.source)
            if row_now is not None:
                self._move(row_now, self._key(record), record)
