"""Which hosts somebody looks at now: only those are searched for lost events."""

from __future__ import annotations

from virtmonitor.core.domain import split_source
from virtmonitor.engine.hoststate import HostState


class HostLooks:
    """Tells each host's link whether anybody looks. The engine's thread only."""

    def __init__(self) -> None:
        self._sources: dict[str, set[str]] = {}
        self._hosts: dict[str, HostState] = {}
        self._watched = False

    def add_host(self, host: HostState) -> None:
        """A host came."""
        name = host.settings.name
        self._hosts[name], self._sources[name] = host, set()
        self._tell(name)

    def remove_host(self, name: str) -> None:
        """A host goes."""
        del self._hosts[name], self._sources[name]

    def watch_all(self, watched: bool) -> None:
        """A face that shows everything without looking at single Sources is there now, or has gone."""
        self._watched = watched
        for name in self._hosts:
            self._tell(name)

    def look(self, source: str, *, looked_at: bool) -> None:
        """Somebody looks at a Source at an interval, or nobody does any more."""
        name = split_source(source)[0]
        sources = self._sources.get(name)
        if sources is not None:
            (sources.add if looked_at else sources.discard)(source)
            self._tell(name)

    def _tell(self, name: str) -> None:
        self._hosts[name].link.look(self._watched or bool(self._sources[name]))
