"""Sources: a map of properties and, over the same data, a QObject with typed properties for bindings.

In the map an unknown value is None; as a typed property an unknown number is NaN and an unknown text is "".
Each property notifies when its own value changed, and only then. The engine's thread only.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from virtmonitor.core import operations
from virtmonitor.core.domain import DomainState
from virtmonitor.core.history import History
from virtmonitor.core.plaintext import elided
from virtmonitor.engine import sourcetext
from virtmonitor.engine.datacontainer import DataContainer
from virtmonitor.engine.qmlelement import QmlElement, QmlUncreatable
from virtmonitor.engine.qt import Property
from virtmonitor.engine.statetext import host_notice

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1


_RETRYABLE = frozenset({"reconnecting", "failed", "unresponsive"})


_WORDLESS: Final = frozenset({"updatedAt", "stale", "cpuTime"})
"""What no text tells: it changes with each reading, and every text would be read again."""

LONGEST: Final = 10_000
"""Characters of a text that bindings get: Qt lays out no megabyte. The map of data has all of it."""


def _text(name: str) -> Callable[[Source], str]:
    return lambda source: elided(source._data.get(name) or "", LONGEST)


def _number(name: str) -> Callable[[Source], float]:
    def number(source: Source) -> float:
        value = source._data.get(name)
        return math.nan if value is None else float(value)

    return number


def _flag(name: str) -> Callable[[Source], bool]:
    return lambda source: bool(source._data.get(name))


def _list(name: str) -> Callable[[Source], list[Any]]:
    return lambda source: source._data.get(name) or []


def _map(name: str) -> Callable[[Source], dict[str, Any]]:
    return lambda source: source._data.get(name) or {}


def _state(source: Source) -> int:
    return int(DomainState[(source._data.get("state") or "nostate").upper()])


def _as_text(text: Callable[[Mapping[str, Any]], str]) -> Callable[[Source], str]:
    return lambda source: text(source._data)


def _host_memory_used(source: Source) -> float:
    return math.nan if (used := sourcetext.host_memory_used(source._data)) is None else float(used)


def _primary(place: int) -> Callable[[Source], str]:
    def operation(source: Source) -> str:
        return operations.primary(DomainState(_state(source)), active=bool(source._data.get("active")))[place]

    return operation


def _series(name: str) -> Callable[[Source], list[float]]:
    return lambda source: source.series(name)


def _vcpu_series(source: Source) -> list[list[float]]:
    return [
        source.series(f"vcpuUsage.{number}") for number in range(len(source._data.get("vcpuUsage") or ()))
    ]


@QmlElement
@QmlUncreatable("Sources belong to the engine.")
class Source(DataContainer):
    """What hosts and domains have in common.

    `textsChanged` comes with any change that a text may tell, `historyChanged` when a point was measured: signals of
    the classes below, for what makes QML's types knows no inherited name in `notify`.
    """

    if TYPE_CHECKING:
        textsChanged: Signal
        historyChanged: Signal

    kindChanged = Signal()
    hostChanged = Signal()
    nameChanged = Signal()
    staleChanged = Signal()
    updatedAtChanged = Signal()
    hostnameChanged = Signal()

    kind = Property(str, _text("kind"), notify=kindChanged)
    host = Property(str, _text("host"), notify=hostChanged)
    name = Property(str, _text("name"), notify=nameChanged)
    stale = Property(bool, _flag("stale"), notify=staleChanged)
    updatedAt = Property(float, _number("updatedAt"), notify=updatedAtChanged)
    hostname = Property(str, _text("hostname"), notify=hostnameChanged)

    def setData(self, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Merge values and notify each property that changed by it; see DataContainer."""
        changed = super().setData(values)
        for name in changed:
            getattr(self, f"{name}Changed").emit()
        if not _WORDLESS.issuperset(changed):
            self.textsChanged.emit()
        return changed

    def keep_history(self, history: History | None) -> None:
        """The measured points are these from now on; called again for each new one."""
        self._history = history
        self.historyChanged.emit()

    @Slot(str, result=list)
    def series(self, name: str) -> list[float]:
        """The last points of a measured property, oldest first; NaN where it is unknown and for a gap."""
        history: History | None = getattr(self, "_history", None)
        points = history.series(name) if history is not None else ()
        return [math.nan if value is None else float(value) for _, value in points]


@QmlElement
@QmlUncreatable("Sources belong to the engine.")
class DomainSource(Source):
    """One domain. See virtmonitor.core.vocabulary for what each property is and its unit."""

    textsChanged = Signal()
    historyChanged = Signal()
    uuidChanged = Signal()
    idChanged = Signal()
    titleChanged = Signal()
    descriptionChanged = Signal()
    osTypeChanged = Signal()
    archChanged = Signal()
    virtTypeChanged = Signal()
    stateChanged = Signal()
    stateReasonChanged = Signal()
    activeChanged = Signal()
    persistentChanged = Signal()
    autostartChanged = Signal()
    hasManagedSaveChanged = Signal()
    snapshotCountChanged = Signal()
    vcpuCurrentChanged = Signal()
    vcpuMaximumChanged = Signal()
    cpuTimeChanged = Signal()
    cpuUsageChanged = Signal()
    cpuHostUsageChanged = Signal()
    vcpuUsageChanged = Signal()
    memoryCurrentChanged = Signal()
    memoryMaximumChanged = Signal()
    memoryUsedChanged = Signal()
    memoryResidentChanged = Signal()
    diskReadRateChanged = Signal()
    diskWriteRateChanged = Signal()
    disksChanged = Signal()
    netReceiveRateChanged = Signal()
    netTransmitRateChanged = Signal()
    interfacesChanged = Signal()
    addressesChanged = Signal()
    osNameChanged = Signal()
    filesystemsChanged = Signal()
    displaysChanged = Signal()
    answeringChanged = Signal()
    jobTypeChanged = Signal()
    jobProgressChanged = Signal()
    jobRemainingChanged = Signal()

    uuid = Property(str, _text("uuid"), notify=uuidChanged)
    id = Property(float, _number("id"), notify=idChanged)
    title = Property(str, _text("title"), notify=titleChanged)
    description = Property(str, _text("description"), notify=descriptionChanged)
    osType = Property(str, _text("osType"), notify=osTypeChanged)
    arch = Property(str, _text("arch"), notify=archChanged)
    virtType = Property(str, _text("virtType"), notify=virtTypeChanged)
    state = Property(int, _state, notify=stateChanged)
    stateReason = Property(str, _text("stateReason"), notify=stateReasonChanged)
    active = Property(bool, _flag("active"), notify=activeChanged)
    persistent = Property(bool, _flag("persistent"), notify=persistentChanged)
    autostart = Property(bool, _flag("autostart"), notify=autostartChanged)
    hasManagedSave = Property(bool, _flag("hasManagedSave"), notify=hasManagedSaveChanged)
    snapshotCount = Property(float, _number("snapshotCount"), notify=snapshotCountChanged)
    vcpuCurrent = Property(float, _number("vcpuCurrent"), notify=vcpuCurrentChanged)
    vcpuMaximum = Property(float, _number("vcpuMaximum"), notify=vcpuMaximumChanged)
    cpuTime = Property(float, _number("cpuTime"), notify=cpuTimeChanged)
    cpuUsage = Property(float, _number("cpuUsage"), notify=cpuUsageChanged)
    cpuHostUsage = Property(float, _number("cpuHostUsage"), notify=cpuHostUsageChanged)
    vcpuUsage = Property(list, _list("vcpuUsage"), notify=vcpuUsageChanged)
    memoryCurrent = Property(float, _number("memoryCurrent"), notify=memoryCurrentChanged)
    memoryMaximum = Property(float, _number("memoryMaximum"), notify=memoryMaximumChanged)
    memoryUsed = Property(float, _number("memoryUsed"), notify=memoryUsedChanged)
    memoryResident = Property(float, _number("memoryResident"), notify=memoryResidentChanged)
    diskReadRate = Property(float, _number("diskReadRate"), notify=diskReadRateChanged)
    diskWriteRate = Property(float, _number("diskWriteRate"), notify=diskWriteRateChanged)
    disks = Property(list, _list("disks"), notify=disksChanged)
    netReceiveRate = Property(float, _number("netReceiveRate"), notify=netReceiveRateChanged)
    netTransmitRate = Property(float, _number("netTransmitRate"), notify=netTransmitRateChanged)
    interfaces = Property(list, _list("interfaces"), notify=interfacesChanged)
    addresses = Property(list, _list("addresses"), notify=addressesChanged)
    osName = Property(str, _text("osName"), notify=osNameChanged)
    filesystems = Property(list, _list("filesystems"), notify=filesystemsChanged)
    displays = Property(list, _list("displays"), notify=displaysChanged)
    answering = Property(bool, _flag("answering"), notify=answeringChanged)
    jobType = Property(str, _text("jobType"), notify=jobTypeChanged)
    jobProgress = Property(float, _number("jobProgress"), notify=jobProgressChanged)
    jobRemaining = Property(float, _number("jobRemaining"), notify=jobRemainingChanged)

    stateText = Property(str, _as_text(sourcetext.state), notify=textsChanged)
    cpuText = Property(str, _as_text(sourcetext.cpu), notify=textsChanged)
    memoryText = Property(str, _as_text(sourcetext.memory), notify=textsChanged)
    memoryBrief = Property(str, _as_text(sourcetext.memory_brief), notify=textsChanged)
    diskText = Property(str, _as_text(sourcetext.disk), notify=textsChanged)
    networkText = Property(str, _as_text(sourcetext.network), notify=textsChanged)
    vcpuText = Property(str, _as_text(sourcetext.vcpus), notify=textsChanged)
    addressText = Property(str, _as_text(sourcetext.addresses), notify=textsChanged)
    subtitle = Property(str, _as_text(sourcetext.subtitle), notify=textsChanged)

    primaryOperation = Property(str, _primary(0), notify=textsChanged)
    """What most people want to do with it now: the one button of a row."""
    strongOperation = Property(str, _primary(1), notify=textsChanged)
    """The stronger operation behind it, which the same button does when it is held; "" for none."""

    cpuHistory = Property(list, _series("cpuUsage"), notify=historyChanged)
    vcpuHistories = Property(list, _vcpu_series, notify=historyChanged)
    """One list a vCPU, by its number; empty while nobody looks at single vCPUs."""
    memoryHistory = Property(list, _series("memoryUsed"), notify=historyChanged)
    diskReadHistory = Property(list, _series("diskReadRate"), notify=historyChanged)
    diskWriteHistory = Property(list, _series("diskWriteRate"), notify=historyChanged)
    netReceiveHistory = Property(list, _series("netReceiveRate"), notify=historyChanged)
    netTransmitHistory = Property(list, _series("netTransmitRate"), notify=historyChanged)


@QmlElement
@QmlUncreatable("Sources belong to the engine.")
class HostSource(Source):
    """One host and its connection. See virtmonitor.core.vocabulary."""

    textsChanged = Signal()
    historyChanged = Signal()
    noticeChanged = Signal()

    def __init__(self, name: str, *, demo: bool = False, parent: QObject | None = None) -> None:
        super().__init__(name, parent)
        self._demo = demo
        self.connectionChanged.connect(self.noticeChanged)
        self.errorChanged.connect(self.noticeChanged)

    def _get_notice(self) -> str:
        return host_notice(self._data, demo=self._demo)

    demo = Property(bool, lambda self: self._demo, constant=True)
    """True for the built-in fleet."""
    notice = Property(str, _get_notice, notify=noticeChanged)
    """What there is to tell people of this connection, as sentences; "" when all is well."""
    retryable = Property(bool, lambda self: self._data.get("connection") in _RETRYABLE, notify=noticeChanged)
    """True when it makes sense that a person tries to connect now."""

    uriChanged = Signal()
    connectionChanged = Signal()
    errorChanged = Signal()
    nextRetryAtChanged = Signal()
    canAuthenticateChanged = Signal()
    versionChanged = Signal()
    cpuCountChanged = Signal()
    hostCpuUsageChanged = Signal()
    memoryTotalChanged = Signal()
    memoryFreeChanged = Signal()
    domainCountChanged = Signal()
    countsChanged = Signal()

    uri = Property(str, _text("uri"), notify=uriChanged)
    connection = Property(str, _text("connection"), notify=connectionChanged)
    error = Property(str, _text("error"), notify=errorChanged)
    canAuthenticate = Property(bool, _flag("canAuthenticate"), notify=canAuthenticateChanged)
    """True when a password would give more rights: see DataEngine.authenticateHost."""
    nextRetryAt = Property(float, _number("nextRetryAt"), notify=nextRetryAtChanged)
    version = Property(str, _text("version"), notify=versionChanged)
    cpuCount = Property(float, _number("cpuCount"), notify=cpuCountChanged)
    hostCpuUsage = Property(float, _number("hostCpuUsage"), notify=hostCpuUsageChanged)
    memoryTotal = Property(float, _number("memoryTotal"), notify=memoryTotalChanged)
    memoryFree = Property(float, _number("memoryFree"), notify=memoryFreeChanged)
    domainCount = Property(float, _number("domainCount"), notify=domainCountChanged)
    counts = Property(dict, _map("counts"), notify=countsChanged)

    connectionText = Property(str, _as_text(sourcetext.connection), notify=textsChanged)
    glyph = Property(str, _as_text(sourcetext.connection_glyph), notify=textsChanged)
    """The symbol of the connection's state."""
    countText = Property(str, _as_text(sourcetext.running), notify=textsChanged)
    """How many of its machines run."""
    cpuText = Property(str, _as_text(sourcetext.host_cpu), notify=textsChanged)
    memoryText = Property(str, _as_text(sourcetext.host_memory), notify=textsChanged)
    memoryBrief = Property(str, _as_text(sourcetext.host_memory_brief), notify=textsChanged)
    memoryUsed = Property(float, _host_memory_used, notify=textsChanged)
    cpuHistory = Property(list, _series("hostCpuUsage"), notify=historyChanged)
