"""A host's networks and storage pools, to look at. Blocking; any thread; raises VirtmonitorError."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import libvirt
from lxml import etree

from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.hypervisor.failures import translated
from virtmonitor.hypervisor.safexml import parse

_POOL_STATES: Final = MappingProxyType(
    {
        libvirt.VIR_STORAGE_POOL_INACTIVE: "inactive",
        libvirt.VIR_STORAGE_POOL_BUILDING: "building",
        libvirt.VIR_STORAGE_POOL_RUNNING: "running",
        libvirt.VIR_STORAGE_POOL_DEGRADED: "degraded",
        libvirt.VIR_STORAGE_POOL_INACCESSIBLE: "inaccessible",
    }
)


def networks(connection: libvirt.virConnect) -> list[dict[str, object]]:
    """Each network by name: name, active, persistent, autostart, bridge, forward ("" isolated), addresses."""
    try:
        with translated("read the networks"):
            found = [_network(network) for network in connection.listAllNetworks(0)]
    except VirtmonitorError as error:
        return _without(error)
    return sorted(found, key=lambda each: str(each["name"]))


def pools(connection: libvirt.virConnect) -> list[dict[str, object]]:
    """Each storage pool by name: name, type, state, autostart, path, capacity, allocation, available (bytes)."""
    try:
        with translated("read the storage pools"):
            found = [_pool(pool) for pool in connection.listAllStoragePools(0)]
    except VirtmonitorError as error:
        return _without(error)
    return sorted(found, key=lambda each: str(each["name"]))


def _without(error: VirtmonitorError) -> list[dict[str, object]]:
    """A driver that knows no such thing has none."""
    if error.failure.kind is FailureKind.UNSUPPORTED:
        return []
    raise error


def _network(network: libvirt.virNetwork) -> dict[str, object]:
    root = parse(network.XMLDesc(0))
    bridge, forward = root.find("bridge"), root.find("forward")
    return {
        "name": network.name(),
        "active": bool(network.isActive()),
        "persistent": bool(network.isPersistent()),
        "autostart": bool(network.autostart()),
        "bridge": "" if bridge is None else bridge.get("name", ""),
        "forward": "" if forward is None else forward.get("mode", "nat"),
        "addresses": [_with_prefix(ip) for ip in root.iterfind("ip") if ip.get("address")],
    }


def _with_prefix(ip: etree._Element) -> str:
    length = ip.get("prefix") or ip.get("netmask")
    return f"{ip.get('address')}/{length}" if length else str(ip.get("address"))


def _pool(pool: libvirt.virStoragePool) -> dict[str, object]:
    root = parse(pool.XMLDesc(0))
    state, capacity, allocation, available = pool.info()
    known = state in (libvirt.VIR_STORAGE_POOL_RUNNING, libvirt.VIR_STORAGE_POOL_DEGRADED)
    return {
        "name": pool.name(),
        "type": root.get("type", ""),
        "state": _POOL_STATES.get(state, "unknown"),
        "autostart": bool(pool.autostart()),
        "path": root.findtext("target/path") or "",
        "capacity": capacity if known else None,
        "allocation": allocation if known else None,
        "available": available if known else None,
    }
