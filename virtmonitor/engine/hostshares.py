"""Who eats the host: the domains that take the most of its CPUs and of its memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from virtmonitor.core.domain import DomainRecord
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.numbertext import format_bytes, format_percent
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

INTERVAL: Final = 3000
"""Milliseconds between two samples."""
GATHER: Final = 250
"""Milliseconds in which values are gathered before they are told."""
GROUPS: Final = ("cpu", "memory")


@QmlElement
class HostShares(QObject):
    """Looks at all active domains of `source`, a host, while `active`.

    `cpu` and `memory` are lists of at most `most` maps, the largest first: source, name, share (0..1 of the host) and
    text; one more, whose source is "", sums up the others. What is unknown is in none. The engine's thread only.
    """

    engineChanged = Signal()
    sourceChanged = Signal()
    activeChanged = Signal()
    mostChanged = Signal()
    sharesChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: DataEngine | None = None
        self._source = ""
        self._active = True
        self._most = 4
        self._looked_at: set[str] = set()
        self._data: dict[str, dict[str, Any]] = {}
        self._shares: dict[str, list[dict[str, Any]]] = {"cpu": [], "memory": []}
        self._gather = QTimer(self, singleShot=True, interval=GATHER)
        self._gather.timeout.connect(self._tell)

    def _set_engine(self, engine: DataEngine | None) -> None:
        if engine is self._engine:
            return
        self._leave(tuple(self._looked_at))
        if self._engine is not None:
            self._engine.rowsChanged.disconnect(self._rows_changed)
        self._engine = engine
        if engine is not None:
            engine.rowsChanged.connect(self._rows_changed)
        self._look()
        self.engineChanged.emit()

    engine = Property(DataEngine, lambda self: self._engine, _set_engine, notify=engineChanged)

    def _set_source(self, source: str) -> None:
        if source != self._source:
            self._leave(tuple(self._looked_at))
            self._source = source
            self._look()
            self.sourceChanged.emit()

    source = Property(str, lambda self: self._source, _set_source, notify=sourceChanged)
    """The host."""

    def _set_active(self, active: bool) -> None:
        if active != self._active:
            self._active = active
            self._look()
            self.activeChanged.emit()

    active = Property(bool, lambda self: self._active, _set_active, notify=activeChanged)
    """False while nobody sees it: then nothing is measured for it."""

    def _set_most(self, most: int) -> None:
        if most != self._most:
            self._most = most
            self._tell()
            self.mostChanged.emit()

    most = Property(int, lambda self: self._most, _set_most, notify=mostChanged)
    cpu = Property(list, lambda self: self._shares["cpu"], notify=sharesChanged)
    memory = Property(list, lambda self: self._shares["memory"], notify=sharesChanged)

    @Slot(str, dict)
    def dataUpdated(self, source: str, data: dict[str, Any]) -> None:
        """The engine's delivery."""
        self._data[source] = data
        self._tell_soon()

    def _look(self) -> None:
        host = self._engine.host(self._source) if self._engine is not None and self._active else None
        self._follow(host.records.values() if host is not None else ())
        if host is None:
            self._leave(tuple(self._looked_at))

    def _follow(self, records: Iterable[DomainRecord]) -> None:
        for record in records:
            if record.active and record.source not in self._looked_at:
                self._looked_at.add(record.source)
                assert self._engine is not None
                self._engine.connectSource(record.source, self, INTERVAL, GROUPS)
            elif not record.active:
                self._leave((record.source,))

    def _leave(self, sources: Iterable[str]) -> None:
        for source in sources:
            self._data.pop(source, None)
            if source in self._looked_at and self._engine is not None:
                self._looked_at.discard(source)
                self._engine.disconnectSource(source, self)
        self._tell_soon()

    @Slot(object)
    def _rows_changed(self, changes: RowChanges) -> None:
        if changes.host == self._source and self._active:
            self._leave(record.source for record in changes.removed)
            self._follow((*changes.added, *changes.changed))

    def _tell_soon(self) -> None:
        if not self._gather.isActive():
            self._gather.start()

    @Slot()
    def _tell(self) -> None:
        shares = {"cpu": self._largest("cpuHostUsage", 100.0), "memory": self._largest_memory()}
        if shares != self._shares:
            self._shares = shares
            self.sharesChanged.emit()

    def _largest_memory(self) -> list[dict[str, Any]]:
        """What the host pays for it; where that is not told, what it was given."""
        host = self._engine.host(self._source) if self._engine is not None else None
        facts = host.status.facts if host is not None else None
        total = facts.memory_total if facts is not None else None
        return self._largest("memoryResident", total) or self._largest("memoryCurrent", total)

    def _largest(self, name: str, total: float | None) -> list[dict[str, Any]]:
        known = [(data[name], source) for source, data in self._data.items() if data.get(name) is not None]
        if not known or not total:
            return []
        text = format_percent if name == "cpuHostUsage" else format_bytes
        known.sort(reverse=True)
        shown = [
            {
                "source": source,
                "name": self._data[source].get("name"),
                "share": amount / total,
                "text": text(amount),
            }
            for amount, source in known[: self._most]
        ]
        rest = sum(amount for amount, _ in known[self._most :])
        if len(known) > self._most:
            count = len(known) - self._most
            others = QCoreApplication.translate("shares", "%n other(s)", "machines", count)
            shown.append({"source": "", "name": others, "share": rest / total, "text": text(rest)})
        return shown
