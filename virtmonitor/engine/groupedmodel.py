"""The rows of all domains under their hosts, for a list that folds and that holds still under the pointer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any, Final, cast

from PySide6.QtCore import QByteArray, QModelIndex, Qt, Signal, Slot

from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainRecord
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.domainmodel import DomainModel
from virtmonitor.engine.domainroles import Role
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.liverows import Index
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property
from virtmonitor.engine.rowview import Key, Marks

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1


class GroupRole(IntEnum):
    """The roles that it has beside those of DomainModel."""

    Kind = Qt.ItemDataRole.UserRole + 100
    Folded = Qt.ItemDataRole.UserRole + 101


@dataclass(frozen=True, slots=True)
class HostRow:
    """The row above those of a host; it stands among the records."""

    host: str

    @property
    def source(self) -> str:
        """The host's Source."""
        return self.host


@QmlElement
class GroupedModel(DomainModel):
    """As DomainModel, with a row of `kind` "host" above those of each host where there is more than one host.

    While `frozen` no row comes, goes or moves: what happens meanwhile is shown in the rows that are there, and the
    rest is done when it thaws. A change of the filter is what a person asked for, and is done at once. While a filter
    is set nothing is folded, and a host without a match has no row. The engine's thread only.
    """

    choiceChanged = Signal()
    foldedChanged = Signal()
    frozenChanged = Signal()
    emptyReasonChanged = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._hosts_of: DataEngine | None = None
        self._folded: frozenset[str] = frozenset()
        self._frozen = False
        self._inactive = self._favourites_first = True
        self._late: dict[str, DomainRecord] = {}
        self._late_removed: dict[str, DomainRecord] = {}
        self._empty_reason = ""
        self.engineChanged.connect(self._engine_changed)
        for signal in (self.countChanged, self.countsChanged, self.filterChanged):
            signal.connect(self._read_empty_reason)

    def _set_folded(self, hosts: Iterable[str]) -> None:
        if frozenset(hosts) != self._folded:
            self._folded = frozenset(hosts)
            self._rebuild()
            self.foldedChanged.emit()

    folded = Property("QStringList", lambda self: sorted(self._folded), _set_folded, notify=foldedChanged)
    """The hosts whose machines are hidden."""

    @Slot(str)
    def toggle(self, host: str) -> None:
        """Fold a host, or unfold it; not while a filter is set, which shows all that it lets through."""
        if not self._filter.narrows:
            self._set_folded(self._folded ^ {host})

    @Slot(result=int)
    def firstMachine(self) -> int:
        """The first row that is no host's; -1 when there is none."""
        rows: list[Any] = self._rows.records
        return next((row for row, record in enumerate(rows) if not isinstance(record, HostRow)), -1)

    def _set_frozen(self, frozen: bool) -> None:
        if frozen != self._frozen:
            self._frozen = frozen
            self.frozenChanged.emit()
            if not frozen:
                self._catch_up()

    frozen = Property(bool, lambda self: self._frozen, _set_frozen, notify=frozenChanged)

    def _set_inactive(self, inactive: bool) -> None:
        if inactive != self._inactive:
            self._inactive = inactive
            self._rebuild()
            self.choiceChanged.emit()

    inactive = Property(bool, lambda self: self._inactive, _set_inactive, notify=choiceChanged)
    """False: those that are shut off are shown only while a filter is set."""

    def _set_favourites_first(self, first: bool) -> None:
        if first != self._favourites_first:
            self._favourites_first = first
            self._rebuild()
            self.choiceChanged.emit()

    favouritesFirst = Property(
        bool, lambda self: self._favourites_first, _set_favourites_first, notify=choiceChanged
    )
    """Favourites stand above the others of their host."""

    emptyReason = Property(str, lambda self: self._empty_reason, notify=emptyReasonChanged)
    """Why there is no row: "hosts" (there are none), "filter", "inactive" (none runs), "connecting", "failed",
    "machines"; "" with rows."""

    # QAbstractListModel

    def roleNames(self) -> dict[int, QByteArray]:
        """See QAbstractItemModel."""
        own = {int(role): QByteArray(role.name.lower().encode()) for role in GroupRole}
        return super().roleNames() | own

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractItemModel."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row: Any = self._rows.records[index.row()]
        if isinstance(row, HostRow):
            return self._host_data(row.host, role)
        return "domain" if role == GroupRole.Kind else super().data(index, role)

    def _host_data(self, host: str, role: int) -> Any:
        if role == GroupRole.Kind:
            return "host"
        if role == GroupRole.Folded:
            return host in self._folded and not self._filter.narrows
        return host if role in _HOST_ROLES else None

    # Hosts

    @Slot()
    def _engine_changed(self) -> None:
        if self._hosts_of is not None:
            self._hosts_of.hostsChanged.disconnect(self._rebuild)
            self._hosts_of.connectionChanged.disconnect(self._read_empty_reason)
        self._hosts_of = self._engine
        if self._hosts_of is not None:
            self._hosts_of.hostsChanged.connect(self._rebuild)
            self._hosts_of.connectionChanged.connect(self._read_empty_reason)

    @property
    def _host_names(self) -> list[str]:
        names: list[str] = self._engine.hosts if self._engine is not None else []
        return names if len(names) > 1 else []

    @Slot()
    def _read_empty_reason(self) -> None:
        reason = "" if len(self._rows) else self._reason_of_emptiness()
        if reason != self._empty_reason:
            self._empty_reason = reason
            self.emptyReasonChanged.emit()

    def _reason_of_emptiness(self) -> str:
        hosts = [] if self._engine is None else [self._engine.host(name) for name in self._engine.hosts]
        known = [host for host in hosts if host is not None]
        if not known:
            return "hosts"
        if any(host.records for host in known):
            return "filter" if self._filter.narrows else "inactive"
        if any(host.live and host.listed for host in known):
            return "machines"
        states = {host.status.state for host in known}
        return (
            "connecting" if ConnectionState.CONNECTING in states or any(h.live for h in known) else "failed"
        )

    # Changes

    @Slot(object)
    def _rows_changed(self, changes: RowChanges) -> None:
        if not self._frozen:
            super()._rows_changed(changes)
            return
        for record in (*changes.added, *changes.changed):
            self._late[record.source] = record
            self._late_removed.pop(record.source, None)
            row = self._rows.index(record.source)
            if row is not None:
                self._fresh.replace(row, record)
        self._fresh.tell()
        for record in changes.removed:
            self._late_removed[record.source] = record
            self._late.pop(record.source, None)
        if changes.stale:
            super()._rows_changed(RowChanges(changes.host, stale=True))
        self._forget_counts(soon=not changes.added and not changes.removed)

    def _catch_up(self) -> None:
        changed, removed = tuple(self._late.values()), tuple(self._late_removed.values())
        self._forget_late()
        if changed or removed:
            super()._rows_changed(RowChanges("", changed=changed, removed=removed))

    def _set_marks(self, marks: Marks) -> None:
        """A new favourite goes to its place as any row does that changes: it waits while the rows are frozen."""
        if self._filter.narrows:
            super()._set_marks(marks)
            return
        touched = self._marks.favourites ^ marks.favourites
        self._marks = marks
        self._filter = replace(self._filter, marks=marks)
        self.filterChanged.emit()
        self._fresh.all_roles()
        records = (record for record in self._all() if {record.uuid, record.source} & touched)
        self._rows_changed(RowChanges("", changed=tuple(records)))

    def _forget_late(self) -> None:
        self._late.clear()
        self._late_removed.clear()

    def _wants(self, record: DomainRecord) -> bool:
        if not self._filter.wants(record):
            return False
        if not (self._inactive or record.active or self._filter.narrows):
            return False
        return self._filter.narrows or record.host not in self._folded or not self._host_names

    def _key(self, record: DomainRecord) -> Key:
        key = super()._key(record)
        return key if self._favourites_first or self._column else (key[0], False, *key[2:])

    def _take_out(self, record: DomainRecord) -> None:
        super()._take_out(record)
        if self._filter.narrows:
            self._show_host(record.host)

    def _put_in(self, record: DomainRecord) -> None:
        super()._put_in(record)
        if self._filter.narrows:
            self._show_host(record.host)

    def _show_host(self, host: str) -> None:
        """While a filter is set a host has its row when it has a match."""
        place = self._rows.place((host,))
        has_row = self._rows.index(host) is not None
        below = place + has_row
        has_match = below < len(self._rows) and self._rows.records[below].host == host
        wanted = has_match and host in self._host_names
        if wanted and not has_row:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, (host,), cast(Any, HostRow(host)))
            self.endInsertRows()
        elif has_row and not wanted:
            self.beginRemoveRows(QModelIndex(), place, place)
            self._rows.remove(place)
            self.endRemoveRows()

    @Slot()
    def _rebuild(self) -> None:
        before = len(self._rows)
        self.beginResetModel()
        self._fresh.forget()
        self._forget_late()
        records = [record for record in self._all() if self._wants(record)]
        matched = {record.host for record in records} if self._filter.narrows else self._host_names
        rows: list[tuple[Key, Any]] = [
            ((host,), HostRow(host)) for host in self._host_names if host in matched
        ]
        rows += [(self._key(record), record) for record in records]
        self._rows.fill(rows)
        self.endResetModel()
        if len(self._rows) != before:
            self.countChanged.emit()
        self._read_empty_reason()


_HOST_ROLES: Final = frozenset({Qt.ItemDataRole.DisplayRole, Role.Source, Role.Host, Role.Name})
