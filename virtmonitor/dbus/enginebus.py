"""The engine on the session bus: every program of the session may look, and do what loses and reveals nothing.

Nothing here waits: what is known is told at once, an operation is a job, and what changed is sent in slices.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from jeepney import DBusAddress, Message, MessageType, new_signal
from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.dbus import paths
from virtmonitor.dbus.busaddress import session_address
from virtmonitor.dbus.busclient import BusClient, is_from, value
from virtmonitor.dbus.clients import Clients
from virtmonitor.dbus.dispatch import Dispatch
from virtmonitor.dbus.interfaces import DOMAIN, ENGINE, HOST, JOB, NAME, PROPERTIES_INTERFACE, ROOT, Interface
from virtmonitor.dbus.jobs import Jobs
from virtmonitor.dbus.objects import BusObject, EngineObject, JobObject, SourceObject
from virtmonitor.dbus.outbox import Outbox
from virtmonitor.dbus.told import Told
from virtmonitor.dbus.values import Variant, mapping, typed
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.hoststate import RowChanges

_BUS: Final = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
_ALLOW_REPLACEMENT: Final = 1
_REPLACE_EXISTING: Final = 2
_DO_NOT_QUEUE: Final = 4
_OWNER: Final = (1, 4)  # DBUS_REQUEST_NAME_REPLY_PRIMARY_OWNER, ..._ALREADY_OWNER


class EngineBus(QObject):
    """Serves while it is started. GUI thread only.

    Signals:
        nameLost: another one serves now, or the bus has gone.
        called: somebody called a method.
    """

    nameLost = Signal()
    called = Signal()

    def __init__(
        self,
        engine: DataEngine,
        allowed: Iterable[str] = (),
        address: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`allowed`: operations beyond the harmless ones that other programs may call."""
        super().__init__(parent)
        self._engine = engine
        self._allowed = frozenset(allowed)
        self._dispatch = Dispatch(self)
        self._bus = BusClient(session_address() if address is None else address, self, serve=self._answer)
        self._bus.signalReceived.connect(self._heard)
        self._bus.lost.connect(self._lost)
        self._outbox = Outbox(self._bus.send_all, self)
        self._told = Told(engine)
        self._jobs = Jobs(self)
        self._clients = Clients(engine, self._bus, self)
        self._object = EngineObject(engine, self._told, self._clients)
        self._wire()

    @property
    def is_serving(self) -> bool:
        """True while the name is ours."""
        return self._serving

    @property
    def is_wanted(self) -> bool:
        """True while somebody looks, or waits for a job."""
        return bool(self._clients.names) or self._jobs.any_running

    @property
    def clients(self) -> Clients:
        """Who looks."""
        return self._clients

    def start(self, *, replaceable: bool = False) -> bool:
        """Take the name, from who let it be taken; False where there is no bus. `replaceable`: let it be taken."""
        flags = _DO_NOT_QUEUE | (_ALLOW_REPLACEMENT if replaceable else _REPLACE_EXISTING)
        if not self._bus.open():
            return False
        self._bus.call(_BUS, "RequestName", "su", (NAME, flags), self._requested)
        return True

    def set_allowed(self, operations: Iterable[str]) -> None:
        """Other programs may call these too."""
        self._allowed = frozenset(operations)

    def close(self) -> None:
        """Leave the bus."""
        self._serving = False
        self._outbox.clear()
        self._clients.close()
        self._bus.close()

    # The objects, for the dispatch

    def at(self, path: str) -> BusObject | None:
        """The object of that path."""
        if path == ROOT:
            return self._object
        job = self._jobs.at(path)
        if job is not None:
            return JobObject(job)
        source = paths.source_of(path)
        if source is None or self._told.now(source) is None:
            return None
        return SourceObject(self._engine, self._told, self._jobs, source, self._allowed)

    def below(self, path: str) -> list[str]:
        """The next elements of paths below it."""
        prefix = "/" if path == "/" else f"{path}/"
        if ROOT.startswith(prefix):
            return [ROOT.removeprefix(prefix).partition("/")[0]]
        known = list(self._jobs.paths) if path in (ROOT, paths.JOBS) else []
        if path in (ROOT, paths.SOURCES) or paths.source_of(path) in self._engine.hosts:
            known += [paths.of_source(source) for source in self._engine.sources()]
        return sorted({one.removeprefix(prefix).partition("/")[0] for one in known if one.startswith(prefix)})

    def _answer(self, message: Message) -> Message:
        self.called.emit()
        return self._dispatch.reply(message)

    # What changed

    def _wire(self) -> None:
        self._serving = False
        self._engine.rowsChanged.connect(self._rows_changed)
        self._engine.connectionChanged.connect(lambda status: self._changed(status.host))
        self._engine.sourceAdded.connect(self._added)
        self._engine.sourceRemoved.connect(self._removed)
        self._engine.hostsChanged.connect(self._hosts_changed)
        self._clients.heard.connect(self._measured)
        self._clients.lookBegan.connect(self._told.look)
        self._clients.lookEnded.connect(self._look_ended)
        self._jobs.changed.connect(self._job_changed)
        self._jobs.finished.connect(self._job_finished)

    @Slot(object)
    def _rows_changed(self, changes: RowChanges) -> None:
        for record in changes.changed:
            self._changed(record.source)
        if changes.stale:
            for source in self._engine.sources():
                if source.startswith(f"{changes.host}/"):
                    self._changed(source)
        self._changed(changes.host)  # how many machines it has

    @Slot(str, dict)
    def _measured(self, source: str, data: dict[str, Any]) -> None:
        self._told.measure(source, data)
        self._changed(source)

    @Slot(str)
    def _look_ended(self, source: str) -> None:
        self._told.look_away(source)
        self._changed(source)

    def _changed(self, source: str) -> None:
        if self._serving:
            self._outbox.put(lambda: self._news(source), source)

    def _news(self, source: str) -> Message | None:
        changed, gone = self._told.news(source)
        kind = DOMAIN if self._engine.record(source) is not None else HOST
        return self._properties_changed(paths.of_source(source), kind, changed, gone)

    def _properties_changed(
        self, path: str, interface: Interface, changed: dict[str, Any], gone: list[str]
    ) -> Message | None:
        known = {prop.name for prop in interface.properties}
        lost = [name for name in gone if name in known]
        return self._signal_of_changes(path, interface, typed(interface, changed), lost)

    def _signal_of_changes(
        self, path: str, interface: Interface, changed: dict[str, Variant], lost: list[str]
    ) -> Message | None:
        if not changed and not lost:
            return None
        address = DBusAddress(path, interface=PROPERTIES_INTERFACE.name)
        return new_signal(address, "PropertiesChanged", "sa{sv}as", (interface.name, changed, lost))

    @Slot(str)
    def _added(self, source: str) -> None:
        self._told.begin(source)
        self._tell("SourceAdded", source)

    @Slot(str)
    def _removed(self, source: str) -> None:
        self._outbox.drop(source)
        self._clients.forget(source)
        self._told.forget(source)
        self._tell("SourceRemoved", source)

    def _tell(self, member: str, source: str) -> None:
        if self._serving:
            body = (source, paths.of_source(source))
            self._outbox.put(lambda: new_signal(_HERE, member, "so", body))

    @Slot()
    def _hosts_changed(self) -> None:
        if self._serving:
            self._outbox.put(
                lambda: self._properties_changed(ROOT, ENGINE, {"Hosts": self._engine.hosts}, []), ROOT
            )

    @Slot(str)
    def _job_changed(self, path: str) -> None:
        self._outbox.put(lambda: self._signal_of_changes(path, JOB, *self._jobs.news(path)), path)

    @Slot(str)
    def _job_finished(self, path: str) -> None:
        job = self._jobs.at(path)
        if job is None:
            return
        error = job.failure.kind.value if job.failure else ""
        result = mapping({"value": job.result})
        finished = (error, job.errorText, result)
        told = (path, job.destination, job.operation, error, job.errorText)
        self._outbox.put(
            lambda: new_signal(DBusAddress(path, interface=JOB.name), "Finished", "ssa{sv}", finished)
        )
        self._outbox.put(lambda: new_signal(_HERE, "JobFinished", "ossss", told))

    # The name

    def _requested(self, reply: Message | None) -> None:
        if value(reply, 0) in _OWNER:
            for source in self._engine.sources():
                self._told.begin(source)
            self._serving = True
        else:
            self.close()
            self.nameLost.emit()

    @Slot(object)
    def _heard(self, message: Message) -> None:
        if message.header.message_type is MessageType.signal and is_from(message, NAME_OF_BUS, "NameLost"):
            self._lost()

    @Slot()
    def _lost(self) -> None:
        if self._serving:
            self.close()
            self.nameLost.emit()


NAME_OF_BUS: Final = "org.freedesktop.DBus"
_HERE: Final = DBusAddress(ROOT, interface=ENGINE.name)
