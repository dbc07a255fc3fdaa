"""The DataEngine: every domain and host of every connection as a Source, fed by events. Plasma's contract in Python."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from PySide6.QtCore import SIGNAL, QObject, Signal, Slot

from virtmonitor.core import passwords, properties
from virtmonitor.core.batch import ConnectionStatus, DomainBatch
from virtmonitor.core.connection import HostSettings
from virtmonitor.core.domain import DomainRecord, DomainState, split_source
from virtmonitor.core.passwords import KeyringAsker
from virtmonitor.engine.credentials import CredentialsRequest, PersonAsker
from virtmonitor.engine.eventloop import event_loop
from virtmonitor.engine.garbage import collect_garbage_here
from virtmonitor.engine.hostlink import HostLink
from virtmonitor.engine.hostlooks import HostLooks
from virtmonitor.engine.hoststate import HostState, RowChanges
from virtmonitor.engine.lazysampling import LazySampling
from virtmonitor.engine.qmlelement import QmlElement, QmlUncreatable
from virtmonitor.engine.qt import Property
from virtmonitor.engine.runningjobs import RunningJobs
from virtmonitor.engine.service import Service
from virtmonitor.engine.servicejob import ServiceJob
from virtmonitor.engine.services import Services
from virtmonitor.engine.source import DomainSource, HostSource, Source
from virtmonitor.engine.sourceengine import SourceEngine
from virtmonitor.hypervisor.host import KEEPALIVE_INTERVAL

log = logging.getLogger("virtmonitor.dataengine")

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1

ROW_INTERVAL, DETAIL_INTERVAL = 2000, 1000
"""Milliseconds between two samples of what faces show, unless the user wants others."""
JOIN_SECONDS = 0.5
"""How long `close` waits for the hosts' threads to say goodbye; one that hangs is left behind."""


@QmlElement
@QmlUncreatable("The application makes the engine.")
class DataEngine(SourceEngine):
    """All Sources of all hosts. The thread that made it only; nothing here waits for a host.

    Signals, beside SourceEngine's: `hostsChanged`;
    `rowsChanged(RowChanges)` for models; `eventsHeard(tuple[EventRecord])`; `connectionChanged(ConnectionStatus)`;
    `jobStarted(ServiceJob)` and `jobFinished(ServiceJob)` of all its Services; `runningJobsChanged`;
    `credentialsWanted(CredentialsRequest)`: a host that a person lets authenticate asks for something;
    `measured(source, values)`: what was sampled, also of domains that have no Source now (see `sample`).
    """

    hostsChanged = Signal()
    rowsChanged = Signal(object)
    eventsHeard = Signal(object)
    connectionChanged = Signal(object)
    jobStarted = Signal(QObject)
    jobFinished = Signal(QObject)
    runningJobsChanged = Signal()
    credentialsWanted = Signal(QObject)
    measured = Signal(str, dict)
    intervalsChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        event_loop()
        collect_garbage_here()
        self._hosts: dict[str, HostState] = {}
        self._services = Services(self)
        self._jobs = RunningJobs(self._services, self)
        self._jobs.started.connect(self.jobStarted)
        self._jobs.finished.connect(self.jobFinished)
        self._jobs.changed.connect(self.runningJobsChanged)
        self._services.measured.connect(self._set)
        self.relays.tick.connect(self._tick)
        self._sampling = LazySampling(self)
        self._sampling.measured.connect(self._measured)
        self._sampling.measured.connect(self.measured)
        self._sampling.answered.connect(self.relays.answered)
        self._host_looks = HostLooks()
        self._keepalive = float(KEEPALIVE_INTERVAL)
        self._row_interval, self._detail_interval = ROW_INTERVAL, DETAIL_INTERVAL
        self._asker = PersonAsker(self)
        self._asker.wanted.connect(self._ask_credentials)

    # Hosts

    def _get_hosts(self) -> list[str]:
        return list(self._hosts)

    hosts = Property(list, _get_hosts, notify=hostsChanged)
    """The short names of all hosts, in the order in which they were added."""

    def addHost(self, settings: HostSettings, *, connect: bool = True) -> None:
        """Take in a connection under its short name, which must be new; it is opened on a thread of its own."""
        if settings.name in self._hosts:
            raise ValueError(f"There is a host named {settings.name} already.")
        state = HostState(settings, self, keepalive=self._keepalive)
        self._hosts[settings.name] = state
        self._services.drop_host(settings.name)
        self._sampling.add_host(state)
        self._host_looks.add_host(state)
        state.link.connectionChanged.connect(self._connection_changed)
        state.link.domainsRead.connect(self._domains_read)
        if connect:
            state.link.start()
        self.hostsChanged.emit()
        self.sourceAdded.emit(settings.name)

    def removeHost(self, name: str) -> None:
        """Disconnect a host; its Sources go."""
        state = self._hosts.get(name)
        if state is None:
            return
        state.close()
        self._apply(RowChanges(name, removed=tuple(state.records.values())))
        self.sourceRemoved.emit(name)
        self._drop_container(name)
        self._sampling.remove_host(name)
        self._host_looks.remove_host(name)
        del self._hosts[name]
        self._services.drop_host(name)
        self.hostsChanged.emit()

    def host(self, name: str) -> HostState | None:
        """What is known of a host."""
        return self._hosts.get(name)

    @Slot(str)
    def retryHost(self, name: str) -> None:
        """Connect now, as a person asks for it."""
        state = self._hosts.get(name)
        if state is not None:
            state.link.retry()

    @Slot()
    def retryAll(self) -> None:
        """The network is back, or the computer woke up: connect where there is no connection, check where there is."""
        for state in self._hosts.values():
            if state.link.started:
                state.link.retry()

    @Slot(str)
    def authenticateHost(self, name: str) -> None:
        """Connect anew with all rights, as a person asks for it; what the host asks comes as `credentialsWanted`.

        polkit asks by a dialog of its own.
        """
        state = self._hosts.get(name)
        if state is not None:
            keyring = passwords.installed()
            uri = state.settings.uri
            state.link.authenticate(KeyringAsker(uri, self._asker) if keyring else self._asker)

    def setKeepalive(self, seconds: float) -> None:
        """A host that is silent for three times this is lost. For connections that are opened from now on."""
        self._keepalive = seconds
        for state in self._hosts.values():
            state.link.set_keepalive(seconds)

    def setIntervals(self, rows: float, details: float, guest: float) -> None:
        """Seconds between two samples of what faces show as rows and in detail, and between questions to a guest."""
        self._row_interval, self._detail_interval = round(rows * 1000), round(details * 1000)
        self._sampling.set_guest_seconds(guest)
        self.intervalsChanged.emit()

    rowInterval = Property(int, lambda self: self._row_interval, notify=intervalsChanged)
    """How often (ms) a face looks at what it shows as one of many rows."""
    detailInterval = Property(int, lambda self: self._detail_interval, notify=intervalsChanged)
    """How often (ms) a face looks at the one thing that it shows in detail."""

    def watchHosts(self, watched: bool) -> None:
        """A face that shows everything without looking at single Sources is there now, or has gone."""
        self._host_looks.watch_all(watched)

    @property
    def runningJobs(self) -> list[ServiceJob]:
        """The operations under way, in the order in which they were started: to be named before the program ends."""
        return self._jobs.jobs

    runningJobTexts = Property(
        "QStringList", lambda self: self._jobs.texts(self.record), notify=runningJobsChanged
    )
    """The same for people: what is done to which machine."""

    def close(self) -> bool:
        """Disconnect all hosts; after it the engine is of no use. Waits a moment, never for a host that hangs.

        False when a thread was left behind in a call.
        """
        self._asker.give_up()
        for state in self._hosts.values():
            state.close()
        until = time.monotonic() + JOIN_SECONDS
        hanging = [
            link.name
            for link in self.findChildren(HostLink)  # also those of hosts that were removed
            if not link.join(max(0.0, until - time.monotonic())) or link.left_behind
        ]
        for name in hanging:
            log.info("%s hangs in a call and is left behind", name)
        self._sampling.close()
        return not hanging

    # Sources

    def sources(self) -> list[str]:
        """The names of all Sources: hosts, and domains as HOST/UUID."""
        names = list(self._hosts)
        for state in self._hosts.values():
            names.extend(record.source for record in state.records.values())
        return names

    def record(self, source: str) -> DomainRecord | None:
        """What is known of a domain, without making its Source."""
        host, uuid = split_source(source)
        state = self._hosts.get(host)
        return state.records.get(uuid) if state is not None and uuid is not None else None

    def records(self) -> Iterable[DomainRecord]:
        """All domains of all hosts."""
        for state in self._hosts.values():
            yield from state.records.values()

    def states(self) -> Counter[DomainState]:
        """How many domains of all hosts are in each state."""
        return sum((state.states for state in self._hosts.values()), Counter[DomainState]())

    @property
    def needing_attention(self) -> int:
        """How many domains of all hosts a person should look at."""
        return sum(state.needing_attention for state in self._hosts.values())

    @Slot(str, result=QObject)
    def serviceForSource(self, source: str) -> Service:
        """The Service that acts on a Source; a NullService, whose jobs all fail, when there is no such host.

        That of a domain that is not there (any more) can still restore a definition that was kept.
        """
        return self._services.of(source, self._hosts.get(split_source(source)[0]))

    @Slot(QObject)
    def _ask_credentials(self, request: CredentialsRequest) -> None:
        if self.receivers(SIGNAL("credentialsWanted(QObject*)")):
            self.credentialsWanted.emit(request)
        else:
            request.cancel()  # there is no face that could ask

    # What hosts say

    @Slot(object)
    def _connection_changed(self, status: Any) -> None:
        state = self._hosts.get(status.host)
        if state is None:
            return
        self._take_status(state, status)
        self.connectionChanged.emit(status)

    def _take_status(self, state: HostState, status: ConnectionStatus) -> None:
        was = state.live, state.read_only, state.refusal
        state.take_status(status)
        self._set(status.host, state.host_data())
        if (state.live, state.read_only, state.refusal) != was:
            self._stale_changed(state)

    def _stale_changed(self, state: HostState) -> None:
        prefix = f"{state.settings.name}/"
        for name in [name for name in self._containers if name.startswith(prefix)]:
            self._set(name, {"stale": not state.live})
        self.rowsChanged.emit(RowChanges(state.settings.name, stale=True))
        self._services.refresh_host(state.settings.name)

    @Slot(object)
    def _domains_read(self, batch: DomainBatch) -> None:
        state = self._hosts.get(batch.host)
        if state is None:
            return
        if batch.status is not None:
            self._take_status(state, batch.status)
        changes = state.take(batch)
        if changes:
            self._apply(changes)
        for record in batch.records:
            if record.source in self._containers:
                self._set(record.source, {"updatedAt": batch.time, "stale": not state.live})
        if batch.host in self._containers:
            self._set(batch.host, state.host_data())
        if batch.events:
            self.eventsHeard.emit(batch.events)

    def _apply(self, changes: RowChanges) -> None:
        for record in changes.removed:
            self.sourceRemoved.emit(record.source)
        self._sampling.domains_changed(changes.host, changes.changed)
        for record in changes.changed:
            if record.source in self._containers:
                self._set(record.source, properties.of_domain(record))
        self.rowsChanged.emit(changes)
        self._services.refresh(record.source for record in (*changes.changed, *changes.added))
        for record in changes.removed:
            self._drop(record.source)
        for record in changes.added:
            self.sourceAdded.emit(record.source)

    # Containers

    def _make(self, source: str) -> Source | None:
        host, uuid = split_source(source)
        state = self._hosts.get(host)
        if state is None:
            return None
        container: Source
        if uuid is None:
            container = HostSource(source, demo=state.settings.demo, parent=self)
            container.setData(state.host_data())
        elif uuid in state.records:
            container = DomainSource(source, self)
            container.setData(properties.of_domain(state.records[uuid]))
            container.setData({"stale": not state.live, "updatedAt": state.read_at})
        else:
            return None
        container.keep_history(self._sampling.history(source))
        return container

    def _drop(self, source: str) -> None:
        self._drop_container(source)
        self._services.lose(source)

    def _drop_container(self, source: str) -> None:
        super()._drop_container(source)
        self._host_looks.look(source, looked_at=False)

    @Slot(str)
    def _looks_changed(self, source: str) -> None:
        container = self._containers.get(source)
        if container is not None:
            self._sampling.looks_changed(container)
            self._host_looks.look(source, looked_at=any(look.interval for look in container.looks))

    @Slot(int, list)
    def _tick(self, _interval: int, sources: list[str]) -> None:
        self._sampling.tick(self._containers[source] for source in sources if source in self._containers)

    def sample(self, sources: Iterable[str], groups: Collection[str]) -> None:
        """Measure these groups of these domains once, as soon as may be; `measured` tells.

        For lists that sort thousands: no Source is made, and no history is kept.
        """
        self._sampling.ask(sources, groups)

    @Slot(str, dict)
    def _measured(self, source: str, values: dict[str, Any]) -> None:
        container = self._containers.get(source)
        if container is not None:
            self._set(source, values)
            container.keep_history(self._sampling.history(source))
