"""Statistics, loaded with the first look that wants some: a tray icon and a list that nobody opened pay for none."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from virtmonitor.engine.hoststate import HostState

if TYPE_CHECKING:
    from virtmonitor.core.domain import DomainRecord
    from virtmonitor.core.history import History
    from virtmonitor.engine.datacontainer import DataContainer
    from virtmonitor.engine.sampling import Sampling


class LazySampling(QObject):
    """Stands for a Sampling, and makes it when somebody first looks with an interval. The engine's thread only."""

    measured = Signal(str, dict)
    answered = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hosts: dict[str, HostState] = {}
        self._guest_seconds: float | None = None
        self._made: Sampling | None = None

    def add_host(self, host: HostState) -> None:
        """A host came."""
        self._hosts[host.settings.name] = host
        if self._made is not None:
            self._made.add_host(host)

    def remove_host(self, name: str) -> None:
        """A host goes."""
        self._hosts.pop(name, None)
        if self._made is not None:
            self._made.remove_host(name)

    def close(self) -> None:
        """The end: threads finish the call they are in."""
        if self._made is not None:
            self._made.close()

    def set_guest_seconds(self, seconds: float) -> None:
        """How often a guest is asked of itself."""
        self._guest_seconds = seconds
        if self._made is not None:
            self._made.guest_seconds = seconds

    def history(self, source: str) -> History | None:
        """See Sampling."""
        return None if self._made is None else self._made.history(source)

    def domains_changed(self, host: str, records: Iterable[DomainRecord]) -> None:
        """See Sampling."""
        if self._made is not None:
            self._made.domains_changed(host, records)

    def looks_changed(self, container: DataContainer) -> None:
        """See Sampling."""
        if self._made is not None or any(look.interval for look in container.looks):
            self._now().looks_changed(container)

    def tick(self, containers: Iterable[DataContainer]) -> None:
        """See Sampling."""
        self._now().tick(containers)

    def ask(self, sources: Iterable[str], groups: Collection[str]) -> None:
        """See Sampling."""
        self._now().ask(sources, groups)

    def _now(self) -> Sampling:
        if self._made is None:
            from virtmonitor.engine.sampling import Sampling

            self._made = Sampling(self)
            self._made.measured.connect(self.measured)
            self._made.answered.connect(self.answered)
            if self._guest_seconds is not None:
                self._made.guest_seconds = self._guest_seconds
            for host in self._hosts.values():
                self._made.add_host(host)
        return self._made
