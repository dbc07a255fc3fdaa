"""What happened to a domain, as libvirt's events tell it: frozen records with libvirt's own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """virDomainEventID, the ones that somebody here uses."""

    LIFECYCLE = "lifecycle"
    REBOOT = "reboot"
    WATCHDOG = "watchdog"
    IO_ERROR = "ioError"
    BLOCK_JOB = "blockJob"
    BALLOON = "balloonChange"
    DEVICE_ADDED = "deviceAdded"
    DEVICE_REMOVED = "deviceRemoved"
    TUNABLE = "tunable"
    AGENT = "agentLifecycle"
    JOB_COMPLETED = "jobCompleted"
    METADATA = "metadataChange"
    BLOCK_THRESHOLD = "blockThreshold"
    MEMORY_FAILURE = "memoryFailure"
    PM_WAKEUP = "pmWakeup"
    PM_SUSPEND = "pmSuspend"
    DISK_CHANGE = "diskChange"
    TRAY_CHANGE = "trayChange"


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One event of one domain. `detail` is libvirt's word for what happened, `reason` for why ("" if it has none).

    `name` is the domain's name when it happened, `time` the Unix time in seconds at which it was heard.
    """

    host: str
    uuid: str
    name: str
    kind: EventKind
    time: float
    detail: str = ""
    reason: str = ""
