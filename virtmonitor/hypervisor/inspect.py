"""What a person who looks closely wants to know of one domain or host, beside its record: read on demand.

Every function blocks for one or more round trips, may be called on any thread with a connection of its own, and
raises VirtmonitorError. Results are plain values (maps, lists, texts, numbers; None is unknown).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import libvirt

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.hypervisor import inspecthost
from virtmonitor.hypervisor.commanddefinition import definition
from virtmonitor.hypervisor.domainxml import details, devices
from virtmonitor.hypervisor.failures import failure_of, translated
from virtmonitor.hypervisor.host import Connection
from virtmonitor.hypervisor.safexml import parse
from virtmonitor.hypervisor.xmlarchive import XmlArchive

Parameters = Mapping[str, Any]


def inspect(connection: Connection, uuid: str, kind: str, parameters: Parameters) -> object:
    """Reads that kind of thing (see KINDS). `uuid` is "" for a host."""
    read = KINDS.get(kind)
    if read is None:
        raise VirtmonitorError(
            Failure(FailureKind.PARAMETER, f"There is nothing named {kind[:40]!r} to read.")
        )
    return read(connection, uuid, parameters)


def definition_text(connection: Connection, uuid: str, parameters: Parameters) -> str:
    """The domain's definition as it starts next time; with `live` the XML of what runs now, without secrets.

    A read-only connection gives no secrets, so what it gives must not be defined again.
    """
    if not parameters.get("live") and not connection.read_only:
        return definition(connection.conn, uuid)
    flags = 0 if parameters.get("live") else libvirt.VIR_DOMAIN_XML_INACTIVE
    with translated("read the definition"):
        return str(connection.conn.lookupByUUIDString(uuid).XMLDesc(flags))


def resources(connection: Connection, uuid: str, _: Parameters) -> dict[str, object]:
    """`live` and `config` (None where there is none), each with the fields vcpuCurrent, vcpuMaximum,
    memoryCurrent, memoryMaximum; `hostVcpus`, the most vCPUs that the driver gives a domain of that type.
    """
    with translated("read the resources"):
        domain = connection.conn.lookupByUUIDString(uuid)
        active, persistent = domain.isActive(), domain.isPersistent()
        live = domain.XMLDesc(0) if active else None
        config = domain.XMLDesc(libvirt.VIR_DOMAIN_XML_INACTIVE) if persistent else None
    return {
        "live": _amounts(live),
        "config": _amounts(config),
        "hostVcpus": _optional(connection.conn.getMaxVcpus, parse(live or config or "<domain/>").get("type")),
    }


def device_lists(connection: Connection, uuid: str, _: Parameters) -> dict[str, list[dict[str, object]]]:
    """`disks` (with capacity and allocation in bytes), `interfaces`, `displays`: of what runs, else as defined."""
    with translated("read the devices"):
        domain = connection.conn.lookupByUUIDString(uuid)
        found = devices(domain.XMLDesc(0))
    for disk in found["disks"]:
        sizes = _optional(domain.blockInfo, disk["target"]) if disk["source"] else None
        disk["capacity"], disk["allocation"] = (sizes[0], sizes[1]) if sizes else (None, None)
    return found


def snapshots(connection: Connection, uuid: str, _: Parameters) -> list[dict[str, object]]:
    """All snapshots, each after the one it was made from: name, description, createdAt (Unix time, s), state (libvirt's
    word), memory (True when it holds the guest's memory), current, parent, depth.
    """
    with translated("read the snapshots"):
        domain = connection.conn.lookupByUUIDString(uuid)
        read = [_snapshot(snapshot) for snapshot in domain.listAllSnapshots(0)]
    read.sort(key=lambda each: (each["createdAt"] or 0, each["name"]))
    return _as_tree(read)


def kept_definitions(connection: Connection, uuid: str, _: Parameters) -> list[dict[str, object]]:
    """The definitions that were kept of the domain, latest first: entry, operation, keptAt (Unix time, s), name."""
    archive = XmlArchive(connection.settings.name)
    return [
        {"entry": e.entry, "operation": e.operation, "keptAt": e.kept_at, "name": archive.name_of(e)}
        for e in archive.entries(uuid)
    ]


def kept_definition(connection: Connection, uuid: str, parameters: Parameters) -> str:
    """The text of a kept definition; parameter `entry`."""
    archive = XmlArchive(connection.settings.name)
    return archive.read(archive.find(uuid, str(parameters.get("entry") or "")))


#: What can be read, by its name.
KINDS: Final[Mapping[str, Callable[[Connection, str, Parameters], object]]] = MappingProxyType(
    {
        "definition": definition_text,
        "resources": resources,
        "devices": device_lists,
        "snapshots": snapshots,
        "history": kept_definitions,
        "historyEntry": kept_definition,
        "networks": lambda connection, _uuid, _parameters: inspecthost.networks(connection.conn),
        "pools": lambda connection, _uuid, _parameters: inspecthost.pools(connection.conn),
    }
)


def _amounts(xml: str | None) -> dict[str, object] | None:
    if xml is None:
        return None
    read = details(xml)
    return {
        "vcpuCurrent": read["vcpu_current"],
        "vcpuMaximum": read["vcpu_maximum"],
        "memoryCurrent": read["memory_current"],
        "memoryMaximum": read["memory_maximum"],
    }


def _snapshot(snapshot: libvirt.virDomainSnapshot) -> dict[str, object]:
    root = parse(snapshot.getXMLDesc(0))
    memory = root.find("memory")
    created = root.findtext("creationTime") or ""
    return {
        "name": snapshot.getName(),
        "description": root.findtext("description") or "",
        "createdAt": float(created) if created.isdecimal() else None,
        "state": root.findtext("state") or "",
        "memory": memory is not None and memory.get("snapshot") not in (None, "no"),
        "current": bool(snapshot.isCurrent(0)),
        "parent": root.findtext("parent/name") or "",
    }


def _as_tree(read: list[dict[str, object]]) -> list[dict[str, object]]:
    names = {each["name"] for each in read}
    children: dict[object, list[dict[str, object]]] = {}
    for each in read:
        children.setdefault(each["parent"] if each["parent"] in names else "", []).append(each)
    ordered: list[dict[str, object]] = []
    waiting = [(each, 0) for each in reversed(children.get("", []))]
    while waiting:
        each, depth = waiting.pop()
        ordered.append(each | {"depth": depth})
        waiting += [(child, depth + 1) for child in reversed(children.get(each["name"], []))]
    return ordered


def _optional(ask: Callable[..., Any], *arguments: object) -> Any:
    try:
        return ask(*arguments)
    except libvirt.libvirtError as error:
        if failure_of(error, "read").kind is FailureKind.CONNECTION:
            raise VirtmonitorError(failure_of(error, "read the domain")) from error
        return None
