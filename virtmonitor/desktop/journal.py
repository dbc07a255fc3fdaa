"""The journal for the window: recording from the GUI thread, and a list of what happened, the latest first."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from enum import IntEnum
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from virtmonitor.core import clock
from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.journal import JournalEntry, read
from virtmonitor.core.journalrules import STATES
from virtmonitor.core.journalwriter import JournalWriter
from virtmonitor.core.plaintext import one_line
from virtmonitor.desktop.journaltext import glyph_of_entry, text_of_entry
from virtmonitor.engine.qmlelement import QmlElement, QmlUncreatable
from virtmonitor.engine.qt import Property
from virtmonitor.engine.units import day_text

QML_IMPORT_NAME = "VirtMonitor.Desktop"
QML_IMPORT_MAJOR_VERSION = 1

_PAGE: Final = 200  # entries read at once; a page takes about a millisecond
_LONGEST: Final = 1000  # characters of a text: Qt stands still over a megabyte in one line
_LONGEST_LIST: Final = 2000  # entries shown without reading them again
_GATHER: Final = 100  # milliseconds in which new entries are gathered: in a storm a view has better to do


@QmlElement
@QmlUncreatable("The application makes it.")
class Journal(QObject):
    """Records what happens. `record` may be called on any thread; the rest on the GUI thread.

    Signals:
        recorded: these JournalEntry were taken, a tuple (queued to each receiver's thread).
        failed: a sentence for people: it cannot be written, or was damaged and begun anew.
    """

    recorded = Signal(object)
    failed = Signal(str)

    def __init__(self, path: Path | None, limit: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._writer = JournalWriter(path, limit, self.failed.emit)
        # The computer's clock, of which entries have their time, may be set while the program runs.
        self._moments: dict[tuple[str, str], tuple[float, float]] = {}

    def record(self, entry: JournalEntry | None) -> None:
        """Take an entry; None, a rule's "not worth it", is nothing."""
        self.record_all((entry,))

    def record_all(self, entries: Iterable[JournalEntry | None]) -> None:
        """Take these; None is nothing."""
        worth = tuple(entry for entry in entries if entry is not None)
        for entry in worth:
            if entry.kind in STATES:
                self._moments[entry.host, entry.uuid] = entry.time, clock.now()
            self._writer.record(entry)
        if worth:
            self.recorded.emit(worth)

    def moment_of(self, entry: JournalEntry) -> float:
        """When, by core.clock, a change of state was."""
        told, moment = self._moments.get((entry.host, entry.uuid), (math.nan, math.nan))
        return moment if told == entry.time else clock.of_wall(entry.time)

    def set_limit(self, limit: int) -> None:
        """Keep that many entries."""
        self._writer.set_limit(limit)

    def flush(self, timeout: float = 2.0) -> bool:
        """Wait until all is on the disk; False when it is not after `timeout` seconds."""
        return self._writer.flush(timeout)

    def close(self) -> None:
        """Write what waits and end; at most two seconds."""
        self._writer.close()


@QmlElement
class JournalModel(QAbstractListModel):
    """What happened, the latest first; older entries are read as the view reaches for them.

    `journal` is what it reads; `source` narrows it to one machine (HOST/UUID) or one host (HOST).
    """

    class Role(IntEnum):
        """Roles; QML knows them by their names in lower case."""

        Time = Qt.ItemDataRole.UserRole + 1
        Host = Qt.ItemDataRole.UserRole + 2
        Uuid = Qt.ItemDataRole.UserRole + 3
        Name = Qt.ItemDataRole.UserRole + 4
        Kind = Qt.ItemDataRole.UserRole + 5
        Detail = Qt.ItemDataRole.UserRole + 6
        Text = Qt.ItemDataRole.UserRole + 7
        Day = Qt.ItemDataRole.UserRole + 8
        Glyph = Qt.ItemDataRole.UserRole + 9

    journalChanged = Signal()
    sourceChanged = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal: Journal | None = None
        self._entries: list[JournalEntry] = []
        self._source = ""
        self._all_read = False
        self._begun = False
        self._read: set[JournalEntry] = set()
        self._fresh: list[JournalEntry] = []
        self._gather = QTimer(self, singleShot=True, interval=_GATHER)
        self._gather.timeout.connect(self._show_fresh)

    def _set_journal(self, journal: Journal | None) -> None:
        if journal is self._journal:
            return
        if self._journal is not None:
            self._journal.recorded.disconnect(self._add)
        self._journal = journal
        if journal is not None:
            journal.recorded.connect(self._add)
        self.beginResetModel()
        self._all_read = False
        self._forget()
        self.endResetModel()
        self.journalChanged.emit()

    journal = Property(Journal, lambda self: self._journal, _set_journal, notify=journalChanged)

    def _get_source(self) -> str:
        return self._source

    def _set_source(self, source: str) -> None:
        if source != self._source:
            self._source = source
            self.sourceChanged.emit()
            self.reload()

    source = Property(str, _get_source, _set_source, notify=sourceChanged)

    @Slot()
    def reload(self) -> None:
        """Begin again with the latest page."""
        self.beginResetModel()
        self._forget()
        self._entries += self._page()
        self.endResetModel()

    def _forget(self) -> None:
        self._begun = False
        self._entries.clear()
        self._read.clear()
        self._fresh.clear()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """The entries that were read so far."""
        return 0 if parent.isValid() else len(self._entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The entry's field of that role; the display role is a sentence."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(text_of_entry(entry), _LONGEST)
        if role == self.Role.Name:
            return one_line(entry.name, _LONGEST)
        if role == self.Role.Day:
            return day_text(entry.time)
        if role == self.Role.Glyph:
            return glyph_of_entry(entry)
        return getattr(entry, _FIELDS[role]) if role in _FIELDS else None

    def roleNames(self) -> dict[int, QByteArray]:
        """The roles' names, and "display"."""
        names = {role: QByteArray(name.encode()) for role, name in _FIELDS.items()}
        return {**names, int(Qt.ItemDataRole.DisplayRole): QByteArray(b"display")}

    def canFetchMore(self, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        """True while there may be older entries."""
        return not self._all_read and len(self._entries) < _LONGEST_LIST

    def fetchMore(self, _parent: QModelIndex | QPersistentModelIndex) -> None:
        """Read the next page."""
        page = self._page()
        if page:
            self.beginInsertRows(QModelIndex(), len(self._entries), len(self._entries) + len(page) - 1)
            self._entries += page
            self.endInsertRows()

    def _page(self) -> tuple[JournalEntry, ...]:
        """The entries before the oldest one that came from the file; the latest ones if there is none."""
        if self._journal is None:
            self._all_read = True
            return ()
        if not self._begun:
            self._begun = self._journal.flush()
        oldest = next((entry.id for entry in reversed(self._entries) if entry.id), 0)
        host, _, uuid = self._source.partition("/")
        try:
            page = read(self._journal.path, host=host, uuid=uuid, before_id=oldest, limit=_PAGE)
        except VirtmonitorError as error:
            self.failed.emit(str(error))
            page = ()
        self._all_read = len(page) < _PAGE
        if not oldest:
            self._read.update(replace(entry, id=0) for entry in page)
        return page

    @Slot(object)
    def _add(self, entries: tuple[JournalEntry, ...]) -> None:
        if not self._begun:
            return
        host, _, uuid = self._source.partition("/")
        self._fresh += [
            entry
            for entry in entries
            # What was read from the file may be told of after it.
            if host in ("", entry.host) and uuid in ("", entry.uuid) and entry not in self._read
        ]
        if self._fresh and not self._gather.isActive():
            self._gather.start()

    @Slot()
    def _show_fresh(self) -> None:
        """What came meanwhile, the latest first; as many of the oldest go as are too many."""
        fresh, self._fresh = self._fresh[: -_LONGEST_LIST - 1 : -1], []
        if fresh:
            self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
            self._entries[:0] = fresh
            self.endInsertRows()
        if len(self._entries) > _LONGEST_LIST:
            self.beginRemoveRows(QModelIndex(), _LONGEST_LIST, len(self._entries) - 1)
            del self._entries[_LONGEST_LIST:]
            self.endRemoveRows()


_FIELDS: Final[dict[int, str]] = {int(role): role.name.lower() for role in JournalModel.Role}
