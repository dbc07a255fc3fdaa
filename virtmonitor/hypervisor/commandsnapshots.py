"""Snapshots. Source: virDomainSnapshotCreateXML and its neighbours, formatsnapshot.html."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import libvirt
from lxml import etree

from virtmonitor.core.errors import FailureKind
from virtmonitor.hypervisor.commandtarget import Parameters, Target, refused
from virtmonitor.hypervisor.failures import translated

_AFTERWARDS: Final = MappingProxyType(
    {
        "snapshot": 0,
        "running": libvirt.VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING,
        "paused": libvirt.VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED,
    }
)


def create(target: Target, parameters: Parameters) -> dict[str, str]:
    """Takes a snapshot. Result: `name`, which libvirt chooses when none is given."""
    flags = 0
    if parameters["diskOnly"]:  # atomic: several disks, or none
        flags |= libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY | libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC
    if parameters["quiesce"]:
        flags |= libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE
    with translated(f"take a snapshot of {target.name}"):
        snapshot = target.domain.snapshotCreateXML(_xml(parameters), flags)
        return {"name": snapshot.getName()}


def revert(target: Target, parameters: Parameters) -> None:
    """Returns to a snapshot, which replaces the definition too."""
    snapshot = _find(target, parameters["name"])
    if target.persistent():
        target.keep("snapshotRevert")
    flags = _AFTERWARDS[parameters["state"]]
    flags |= libvirt.VIR_DOMAIN_SNAPSHOT_REVERT_FORCE if parameters["force"] else 0
    with translated(f"return {target.name} to its snapshot {parameters['name']}"):
        target.domain.revertToSnapshot(snapshot, flags)


def delete(target: Target, parameters: Parameters) -> None:
    """Deletes a snapshot, with or without those made from it."""
    if parameters["children"] and parameters["childrenOnly"]:
        raise refused(FailureKind.PARAMETER, "The parameters children and childrenOnly exclude each other.")
    snapshot = _find(target, parameters["name"])
    flags = libvirt.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN if parameters["children"] else 0
    flags |= libvirt.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY if parameters["childrenOnly"] else 0
    flags |= libvirt.VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY if parameters["metadataOnly"] else 0
    with translated(f"delete the snapshot {parameters['name']} of {target.name}"):
        snapshot.delete(flags)


def _find(target: Target, name: str) -> libvirt.virDomainSnapshot:
    with translated(f"find the snapshot {name} of {target.name}"):
        return target.domain.snapshotLookupByName(name)


def _xml(parameters: Parameters) -> str:
    root = etree.Element("domainsnapshot")
    for field in ("name", "description"):
        if parameters[field]:
            etree.SubElement(root, field).text = parameters[field]
    return etree.tostring(root, encoding="unicode")
