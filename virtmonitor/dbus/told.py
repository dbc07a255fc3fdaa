"""What the bus was told of each Source: only what differs from it is told again."""

from __future__ import annotations

from typing import Any, Final

from virtmonitor.core import properties
from virtmonitor.core.domain import DomainRecord
from virtmonitor.engine.dataengine import DataEngine

Data = dict[str, Any]
_UNTOLD: Final = "updatedAt"
"""Another at each re-read: it can be read, and is no news by itself."""


class Told:
    """Remembers: a record for each machine, all values only of hosts and of what is looked at. GUI thread only."""

    def __init__(self, engine: DataEngine) -> None:
        self._engine = engine
        self._machines: dict[str, DomainRecord] = {}
        self._stale: set[str] = set()
        self._whole: dict[str, Data] = {}
        self._measured: dict[str, Data] = {}

    def now(self, source: str) -> Data | None:
        """All that is known of a Source; None when there is none of that name."""
        record, host = self._engine.record(source), self._engine.host(source)
        if record is not None:
            known = self._of(record, self._is_stale(record))
        elif host is not None:
            known = host.host_data()
        else:
            return None
        # What was measured may be older where both tell.
        return self._measured.get(source, {}) | known

    def news(self, source: str) -> tuple[Data, list[str]]:
        """What is another than was told, and the names of what is unknown now; it counts as told then."""
        after = self.now(source)
        if after is None:
            return {}, []
        before = self._before(source)
        self._remember(source, after)
        changed = {
            key: value
            for key, value in after.items()
            if key != _UNTOLD and value is not None and before.get(key) != value
        }
        gone = [key for key, value in before.items() if value is not None and after.get(key) is None]
        return changed, gone

    def begin(self, source: str) -> None:
        """It is there: what is known of it now is no news."""
        record = self._engine.record(source)
        if record is not None and source not in self._measured:
            # Nothing is put together of what nobody asks for: a first list may have thousands.
            self._keep(record)
            self._whole.pop(source, None)
            return
        after = self.now(source)
        if after is not None:
            self._remember(source, after)

    def measure(self, source: str, data: Data) -> None:
        """Who looks at it was given this."""
        self._measured[source] = data

    def look(self, source: str) -> None:
        """Somebody looks at it from now on: all values are remembered."""
        self._whole.setdefault(source, self._before(source))

    def look_away(self, source: str) -> None:
        """Nobody looks any more: after the next `news` only its record is remembered."""
        self._measured.pop(source, None)

    def forget(self, source: str) -> None:
        """It has gone."""
        self._stale.discard(source)
        for known in (self._machines, self._whole, self._measured):
            known.pop(source, None)

    def _remember(self, source: str, after: Data) -> None:
        record = self._engine.record(source)
        if record is not None:
            self._keep(record)
        if record is None or source in self._measured:
            self._whole[source] = after
        else:
            self._whole.pop(source, None)

    def _before(self, source: str) -> Data:
        if source in self._whole:
            return self._whole[source]
        record = self._machines.get(source)
        return self._of(record, source in self._stale) if record is not None else {}

    def _keep(self, record: DomainRecord) -> None:
        self._machines[record.source] = record
        if self._is_stale(record):
            self._stale.add(record.source)
        else:
            self._stale.discard(record.source)

    def _of(self, record: DomainRecord, stale: bool) -> Data:
        host = self._engine.host(record.host)
        read_at = host.read_at if host is not None else None
        return properties.of_domain(record) | {"stale": stale, _UNTOLD: read_at}

    def _is_stale(self, record: DomainRecord) -> bool:
        host = self._engine.host(record.host)
        return host is None or not host.live
