"""The rows of all domains as a model: filtered and sorted here, because that is a hundred times faster than
a QSortFilterProxyModel that asks Python for each comparison.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import QByteArray, Qt, Signal, Slot

from virtmonitor.core.domain import DomainRecord
from virtmonitor.engine import rowcounts
from virtmonitor.engine.addresssearch import AddressSearch
from virtmonitor.engine.calm import Calm
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.domainroles import VALUES, Role
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.liverows import Index, LiveRows
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property
from virtmonitor.engine.rowcounts import STATE_FILTERS
from virtmonitor.engine.rowview import Key, Marks, RowFilter, natural
from virtmonitor.engine.sortcolumns import ColumnLooks, is_measured, sort_key

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

CALM: Final = 200
"""Milliseconds in which other counts are told once."""


def _filter_property(name: str, changed: Any) -> Property:
    """A property that is one of the model's filters."""
    return Property(
        str,
        lambda self: self._filters[name],
        lambda self, value: self._set_filter(name, value),
        notify=changed,
    )


@QmlElement
class DomainModel(LiveRows):
    """All domains of an engine that the filter wants. Rows are lean: values that change by the second are of Sources.

    Sorted by a measured column (cpu, memory, disk, network, address) it looks at all active domains that it shows,
    while `live`. The engine's thread only.
    """

    engineChanged = Signal()
    filterChanged = Signal()
    sortChanged = Signal()
    countChanged = Signal()
    countsChanged = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._engine: DataEngine | None = None
        self._filter = RowFilter()
        self._marks = Marks()
        self._filters: dict[str, str] = dict.fromkeys(("text", "state", "host", "tag"), "")
        self._column = ""
        self._descending = False
        self._live = True
        self._held = False
        self._waiting: set[str] = set()
        self._counts: dict[str, int] | None = None
        self._calm = Calm(CALM, self)
        self._calm.due.connect(self.countsChanged)
        self._looks = ColumnLooks(self)
        self._looks.changed.connect(self._values_changed)
        self._search = AddressSearch(self)
        self._search.changed.connect(self._addresses_changed)

    def _set_engine(self, engine: DataEngine | None) -> None:
        if engine is self._engine:
            return
        if self._engine is not None:
            self._engine.rowsChanged.disconnect(self._rows_changed)
        self._engine = engine
        if engine is not None:
            engine.rowsChanged.connect(self._rows_changed)
        self._forget_counts()
        self._rebuild()
        self.engineChanged.emit()

    engine = Property(DataEngine, lambda self: self._engine, _set_engine, notify=engineChanged)

    # What is shown

    def _set_filter(self, name: str, value: str) -> None:
        if value != self._filters[name]:
            self._filters[name] = value
            self._refilter()

    filterText = _filter_property("text", filterChanged)
    """Words that must stand in the name, the title, the state, the UUID, the tags or the addresses."""
    stateFilter = _filter_property("state", filterChanged)
    """"" for all, "active", "inactive", "running", "paused", "attention", "favourites"."""
    hostFilter = _filter_property("host", filterChanged)
    """The only host to show; "" for all."""
    tagFilter = _filter_property("tag", filterChanged)
    """The tag that shown machines have; "" for all."""

    def _set_favourites(self, sources: list[str]) -> None:
        self._set_marks(Marks(frozenset(sources), self._marks.tags))

    favourites = Property(
        "QStringList",
        lambda self: sorted(self._marks.favourites),
        _set_favourites,
        notify=filterChanged,
    )
    """UUIDs (or Sources) that stand first among those of their host."""

    def _set_tags(self, tags: dict[str, list[str]]) -> None:
        read = {uuid: tuple(str(tag) for tag in named) for uuid, named in tags.items()}
        self._set_marks(Marks(self._marks.favourites, MappingProxyType(read)))

    tags = Property(
        dict,
        lambda self: {uuid: list(tags) for uuid, tags in self._marks.tags.items()},
        _set_tags,
        notify=filterChanged,
    )
    """The tags of machines, lists by UUID."""

    def _set_marks(self, marks: Marks) -> None:
        if marks != self._marks:
            self._marks = marks
            self._forget_counts()
            self._refilter()

    # In which order

    def _set_column(self, column: str) -> None:
        if column != self._column:
            self._column = column
            self._resort()

    sortColumn = Property(str, lambda self: self._column, _set_column, notify=sortChanged)
    """name, title, state, host, uptime, cpu, memory, disk, network, address; "": by host, favourites, running, name."""

    def _set_descending(self, descending: bool) -> None:
        if descending != self._descending:
            self._descending = descending
            self._resort()

    sortDescending = Property(bool, lambda self: self._descending, _set_descending, notify=sortChanged)

    def _set_live(self, live: bool) -> None:
        if live != self._live:
            self._live = live
            self._watch_all(self._rows.records)
            self.sortChanged.emit()

    live = Property(bool, lambda self: self._live, _set_live, notify=sortChanged)
    """False while nobody sees the rows: then nothing is measured for their order."""

    def _set_held(self, held: bool) -> None:
        if held != self._held:
            self._held = held
            if not held:
                waiting, self._waiting = self._waiting, set()
                self._values_changed(waiting)
            self.sortChanged.emit()

    held = Property(bool, lambda self: self._held, _set_held, notify=sortChanged)
    """True while measured values shall move no row: somebody is about to click on one."""

    count = Property(int, lambda self: len(self._rows), notify=countChanged)

    def _get_counts(self) -> dict[str, int]:
        if self._counts is None:
            self._counts = rowcounts.by_filter(self._engine, self._marks)
        return self._counts

    counts = Property(dict, _get_counts, notify=countsChanged)
    """How many domains there are in each of the filters of `stateFilter`, whatever is shown."""
    tagCounts = Property(dict, lambda self: rowcounts.by_tag(self._engine, self._marks), notify=countsChanged)
    """How many domains have each tag."""
    hostCounts = Property(dict, lambda self: rowcounts.by_host(self._engine), notify=countsChanged)
    """How many domains each host has."""

    # QAbstractListModel

    def roleNames(self) -> dict[int, QByteArray]:
        """See QAbstractItemModel."""
        return {int(role): QByteArray(f"{role.name[0].lower()}{role.name[1:]}".encode()) for role in Role}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractItemModel."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        record = self._rows.records[index.row()]
        value = VALUES.get(role)
        if value is not None:
            return value(record)
        if role == Role.Stale:
            state = self._engine.host(record.host) if self._engine else None
            return state is None or not state.live
        if role == Role.Favourite:
            return self._marks.is_favourite(record)
        if role == Role.Tags:
            return list(self._marks.tags_of(record))
        return None

    # Changes

    @Slot(object)
    def _rows_changed(self, changes: RowChanges) -> None:
        before = len(self._rows)
        self._take(changes)
        self._forget_counts(soon=not changes.added and not changes.removed)
        if len(self._rows) != before:
            self.countChanged.emit()

    def _forget_counts(self, *, soon: bool = False) -> None:
        """They are counted when they are read, and read when that is told: in a storm (`soon`) not each time."""
        self._counts = None
        self._calm.tell(soon=soon)

    def _refilter(self) -> None:
        state, host = self._filters["state"], self._filters["host"]
        words = tuple(self._filters["text"].casefold().split())
        self._search.search(self._engine, words)
        self._filter = RowFilter(
            words,
            STATE_FILTERS.get(state, frozenset()),
            frozenset({host} if host else ()),
            attention=state == "attention",
            favourites=state == "favourites",
            tag=self._filters["tag"],
            marks=self._marks,
            texts=self._search.text,
        )
        before = len(self._rows)
        self._rebuild()
        self.filterChanged.emit()
        if len(self._rows) != before:
            self.countChanged.emit()

    @Slot(object)
    def _addresses_changed(self, sources: Iterable[str]) -> None:
        known = map(self._engine.record, sources) if self._engine else ()
        self._rows_changed(RowChanges("", changed=tuple(filter(None, known))))

    def _resort(self) -> None:
        self._rebuild()
        self.sortChanged.emit()

    def _wants(self, record: DomainRecord) -> bool:
        return self._filter.wants(record)

    def _all(self) -> Iterable[DomainRecord]:
        return self._engine.records() if self._engine else ()

    def _watch(self, record: DomainRecord, *, shown: bool) -> None:
        self._looks.follow(record, wanted=shown and self._live)

    def _watch_all(self, shown: Iterable[DomainRecord]) -> None:
        column = self._column if self._live and is_measured(self._column) else ""
        self._looks.look(self._engine, column, shown if column else ())

    @Slot(object)
    def _values_changed(self, sources: Iterable[str]) -> None:
        """What rows are sorted by was measured again."""
        if self._held:
            self._waiting.update(sources)
            return
        self._keys_changed(sources)

    def _key(self, record: DomainRecord) -> Key:
        """By the column; without one by host, favourites first, then what runs, then by name."""
        if self._column:
            value = self._looks.value(record.source)
            return sort_key(record, self._column, value, descending=self._descending)
        return (
            record.host,
            not self._marks.is_favourite(record),
            not record.active,
            natural(record.name),
            record.uuid,
        )
