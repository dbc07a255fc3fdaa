"""The Services of an engine: one for each Source that somebody acts on."""

from __future__ import annotations

import uuid as uuids
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.core.domain import split_source
from virtmonitor.core.errors import Failure, FailureKind
from virtmonitor.engine.hoststate import HostState
from virtmonitor.engine.service import HostService, NullService, Service

MOST_LOST: Final = 100
"""Services kept for Sources that are not there (any more): a definition may be restored, somebody may hold one."""


class Services(QObject):
    """Makes Services and keeps them: the same for the same Source, as long as the Source is there.

    Passes on the signals of all. The engine's thread only.
    """

    jobStarted = Signal(QObject)
    jobFinished = Signal(QObject)
    measured = Signal(str, dict)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services: dict[str, Service] = {}
        self._lost: dict[str, None] = {}

    def of(self, source: str, host: HostState | None) -> Service:
        """The Service of a Source of that host; a NullService when there is no host, or no UUID in the name."""
        service = self._services.get(source)
        if service is None:
            service = self._make(source, host)
            self._services[source] = service
            service.jobStarted.connect(self.jobStarted)
            service.jobFinished.connect(self.jobFinished)
            service.measured.connect(self.measured)
            service.driverLearnt.connect(self._driver_learnt)
            service.unused.connect(self._forget_lost)
            uuid = split_source(source)[1]
            if host is None or (uuid is not None and uuid not in host.records):
                self.lose(source)
        return service

    def refresh(self, sources: Iterable[str]) -> None:
        """These Sources may be others, or there again: their Services tell what that changes."""
        for source in tuple(sources):
            service = self._services.get(source)
            if service is not None:
                self._lost.pop(source, None)
                service.refresh()

    def refresh_host(self, name: str) -> None:
        """The host may be another."""
        for source, service in tuple(self._services.items()):
            if split_source(source)[0] == name:
                service.refresh()
                service.give_up_if_lost()

    def lose(self, source: str) -> None:
        """The Source is not there (any more)."""
        service = self._services.get(source)
        if service is not None:
            service.refresh()
            self._lost[source] = None
            self._forget_lost()

    def drop_host(self, name: str) -> None:
        """The host comes or goes: what was handed out for its Sources is of no use any more."""
        for source in [source for source in self._services if split_source(source)[0] == name]:
            service = self._services.pop(source)
            self._lost.pop(source, None)
            service.give_up(Failure(FailureKind.CONNECTION, f"{name} was removed."))
            if service.busy:
                service.unused.connect(service.deleteLater)
            else:
                service.deleteLater()

    def _make(self, source: str, host: HostState | None) -> Service:
        uuid = split_source(source)[1]
        if host is None or (uuid is not None and not _is_uuid(uuid)):
            return NullService(source, self)
        return HostService(source, host, self) if uuid is None else Service(source, host, self)

    @Slot()
    def _forget_lost(self) -> None:
        for source in tuple(self._lost)[: max(0, len(self._lost) - MOST_LOST)]:
            service = self._services[source]
            if not service.busy:
                del self._services[source], self._lost[source]
                service.deleteLater()

    @Slot()
    def _driver_learnt(self) -> None:
        sender = self.sender()
        if isinstance(sender, Service):
            self.refresh_host(split_source(sender.destination)[0])


def _is_uuid(text: str) -> bool:
    try:
        return str(uuids.UUID(text)) == text
    except ValueError:
        return False
