"""The columns by which rows can be sorted, and the looks that keep the measured ones up to date."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.engine.calm import Gathered
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.rowview import Descending, Key, natural

FIRST_INTERVAL: Final = 500
"""Milliseconds between the first two samples of what rows are sorted by; then it is the engine's rowInterval."""
GATHER: Final = 300
"""Milliseconds in which values are gathered before rows move."""

# What a person looks for first: what is broken, then what runs.
_STATE_ORDER: Final = (
    DomainState.CRASHED, DomainState.BLOCKED, DomainState.PAUSED, DomainState.RUNNING, DomainState.SHUTDOWN,
    DomainState.PMSUSPENDED, DomainState.NOSTATE, DomainState.SHUTOFF,
)  # fmt: skip

_RECORDED: Final[Mapping[str, Callable[[DomainRecord], object]]] = MappingProxyType(
    {
        "name": lambda record: natural(record.name),
        "title": lambda record: natural(record.title or ""),
        "state": lambda record: _STATE_ORDER.index(record.state),
        "host": lambda record: natural(record.host),
        # The longest time is that of the earliest start.
        "uptime": lambda record: None if record.started_at is None else -record.started_at,
    }
)
# The groups of statistics behind a column, and the properties that it is made of.
_MEASURED: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = MappingProxyType(
    {
        "cpu": (("cpu",), ("cpuUsage",)),
        "memory": (("memory",), ("memoryUsed", "memoryResident")),
        "disk": (("disk",), ("diskReadRate", "diskWriteRate")),
        "network": (("network",), ("netReceiveRate", "netTransmitRate")),
        "address": (("guest",), ("addresses",)),
    }
)


def is_measured(column: str) -> bool:
    """True for a column whose values are sampled."""
    return column in _MEASURED


class ColumnLooks(QObject):
    """Has active domains measured for one column, without making their Sources: there may be thousands.

    `changed(sources)`: these have another value. The engine's thread only; there is a timer only while it looks.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: DataEngine | None = None
        self._column = ""
        self._values: dict[str, object] = {}
        self._wanted: set[str] = set()
        self._ask = QTimer(self, singleShot=True)
        self._ask.timeout.connect(self._ask_all)
        self._fresh = Gathered(GATHER, self)
        self._fresh.due.connect(self.changed)

    def value(self, source: str) -> object | None:
        """The column's last value of that Source; None while it is unknown."""
        return self._values.get(source)

    def look(self, engine: DataEngine | None, column: str, records: Iterable[DomainRecord]) -> None:
        """From now on look at the active ones of these, for that column; "" for nothing."""
        if engine is not self._engine or column != self._column:
            if self._engine is not None and is_measured(self._column):
                self._engine.measured.disconnect(self._measured)
            if engine is not None and is_measured(column):
                engine.measured.connect(self._measured)
            self._values.clear()
            self._engine, self._column = engine, column
        measured = is_measured(column)
        self._wanted = {record.source for record in records if record.active} if measured else set()
        if self._wanted and not self._ask.isActive():
            # A rate needs two samples: the first two come soon.
            self._ask_all()
            self._ask.start(FIRST_INTERVAL)
        elif not self._wanted:
            self._ask.stop()

    def follow(self, record: DomainRecord, *, wanted: bool) -> None:
        """One domain came, changed or went."""
        if wanted and record.active and is_measured(self._column):
            self._wanted.add(record.source)
            if not self._ask.isActive():
                self._ask.start(FIRST_INTERVAL)
        else:
            self._wanted.discard(record.source)
            self._values.pop(record.source, None)

    @Slot()
    def _ask_all(self) -> None:
        if self._engine is not None and self._wanted:
            self._engine.sample(self._wanted, _MEASURED[self._column][0])
            self._ask.start(self._engine.rowInterval)

    @Slot(str, dict)
    def _measured(self, source: str, data: dict[str, Any]) -> None:
        if source not in self._wanted or data.keys().isdisjoint(_MEASURED[self._column][1]):
            return
        value = _value(self._column, data)
        if value != self._values.get(source):
            self._values[source] = value
            self._fresh.add(source)


def sort_key(record: DomainRecord, column: str, value: object | None, *, descending: bool) -> Key:
    """The key of a row sorted by that column. What is unknown comes last, whatever the direction."""
    told = _RECORDED[column](record) if column in _RECORDED else value
    turned = Descending(told) if descending else told
    return (told is None, 0 if told is None else turned, natural(record.name), record.host, record.uuid)


def _value(column: str, data: Mapping[str, Any]) -> object | None:
    names = _MEASURED[column][1] if column in _MEASURED else ()
    if column == "address":
        addresses = data.get("addresses") or ()
        return natural(str(addresses[0])) if addresses else None
    numbers = [data.get(name) for name in names]
    if column == "memory":  # what the guest uses, else what it takes of the host
        numbers = [next((number for number in numbers if number is not None), None)]
    known = [float(number) for number in numbers if number is not None and math.isfinite(number)]
    return sum(known) if known else None
