"""The libvirt calls behind the table of operations.

Blocking: each may take as long as libvirt does. Any thread; operations run beside each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import libvirt

from virtmonitor.core.operations import checked
from virtmonitor.hypervisor import (
    commandconfig,
    commanddefinition,
    commanddevices,
    commandjobs,
    commandresources,
    commandsnapshots,
    commandstates,
)
from virtmonitor.hypervisor.commanddefinition import definition
from virtmonitor.hypervisor.commandjobs import abort, job_progress
from virtmonitor.hypervisor.commandtarget import Parameters, Target, find
from virtmonitor.hypervisor.snapshots import snapshots
from virtmonitor.hypervisor.xmlarchive import XmlArchive

__all__ = ["abort", "definition", "execute", "job_progress", "snapshots"]

Command = Callable[[Target, Parameters], object]

#: Every operation of the table; restoreXml alone is not here, since its domain may be gone.
COMMANDS: Final[Mapping[str, Command]] = MappingProxyType(
    {
        "start": commandstates.start,
        "shutdown": commandstates.shutdown,
        "reboot": commandstates.reboot,
        "powerOff": commandstates.power_off,
        "reset": commandstates.reset,
        "suspend": commandstates.suspend,
        "resume": commandstates.resume,
        "pmSuspend": commandstates.pm_suspend,
        "pmWakeup": commandstates.pm_wakeup,
        "managedSave": commandstates.managed_save,
        "managedSaveRemove": commandstates.managed_save_remove,
        "setVcpus": commandresources.set_vcpus,
        "setMemory": commandresources.set_memory,
        "setAutostart": commandconfig.set_autostart,
        "rename": commandconfig.rename,
        "setTitle": commandconfig.set_title,
        "setDescription": commandconfig.set_description,
        "defineXml": commanddefinition.define_xml,
        "undefine": commanddefinition.undefine,
        "snapshotCreate": commandsnapshots.create,
        "snapshotRevert": commandsnapshots.revert,
        "snapshotDelete": commandsnapshots.delete,
        "screenshot": commanddevices.screenshot,
        "sendKey": commanddevices.send_key,
        "injectNmi": commanddevices.inject_nmi,
        "abortJob": lambda target, _: commandjobs.abort(target.connection, target.uuid),
    }
)


def execute(
    conn: libvirt.virConnect, uuid: str, operation: str, parameters: Mapping[str, Any], archive: XmlArchive
) -> object:
    """Does one operation on the domain of that UUID, with parameters as `checked` takes them.

    Returns what the operation tells (a map that JSON takes; a screenshot's `data` is bytes) or None.
    Raises VirtmonitorError. What it replaces goes into `archive` first.
    """
    values = checked(operation, parameters)
    if operation == "restoreXml":
        return commanddefinition.restore_xml(conn, uuid, archive, str(values["entry"]))
    return COMMANDS[operation](find(conn, uuid, archive), values)
