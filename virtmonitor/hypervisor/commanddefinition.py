"""Definitions: replacing, deleting and restoring them. What they replace is kept first.

Source: virDomainDefineXMLFlags, virDomainUndefineFlags.
"""

from __future__ import annotations

import uuid as uuids
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import libvirt

from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.hypervisor.commandtarget import DEFINITION, Parameters, Target, find, refused
from virtmonitor.hypervisor.failures import translated
from virtmonitor.hypervisor.safexml import parse
from virtmonitor.hypervisor.snapshots import redefine
from virtmonitor.hypervisor.xmlarchive import ArchiveEntry, XmlArchive
from virtmonitor.hypervisor.xmlform import digest

_WITH: Final = MappingProxyType(
    {
        "managedSave": libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE,
        "snapshots": libvirt.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA,
        "checkpoints": libvirt.VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA,
        "nvram": libvirt.VIR_DOMAIN_UNDEFINE_NVRAM,
    }
)


def define_xml(target: Target, parameters: Parameters) -> dict[str, str]:
    """Replaces its definition. Result: `kept`, the archive's entry of what was replaced."""
    _same_domain(target, parameters["xml"])
    current = target.definition()
    if parameters["base"]:
        _unchanged(target, current, parameters["base"])
    kept = target.archive.keep(target.uuid, current, "defineXml")
    flags = libvirt.VIR_DOMAIN_DEFINE_VALIDATE if parameters["validate"] else 0
    with translated(f"change the definition of {target.name}"):
        target.connection.defineXMLFlags(parameters["xml"], flags)
    return {"kept": kept.entry}


def undefine(target: Target, parameters: Parameters) -> dict[str, str]:
    """Deletes its definition; what the flags do not name stays. Result: `kept`, to be restored."""
    kept = target.keep_all("undefine")
    flags = _undefine_flags(target.definition(), parameters)
    try:
        with translated(f"delete {target.name}"):
            target.domain.undefineFlags(flags)
    except VirtmonitorError as error:
        raise _with_hint(error) from error
    return {"kept": kept.entry}


def restore_xml(
    connection: libvirt.virConnect, uuid: str, archive: XmlArchive, entry: str
) -> dict[str, object]:
    """Puts a kept definition back, also of a domain that is gone. `entry` "": the latest that differs.

    An old name comes back too, and what libvirt knew of the snapshots where that was deleted. Result: `restored`,
    the entry, and `snapshots`, how many. Raises VirtmonitorError.
    """
    target = _existing(connection, uuid, archive)
    restored = archive.find(uuid, entry) if entry else _latest_other(archive, uuid, target)
    xml = archive.read(restored)
    if target is not None:
        target.keep("restoreXml")
        _rename_back(target, xml)
    with translated("restore the definition"):
        domain = connection.defineXMLFlags(xml, 0)
        known = set(domain.snapshotListNames()) if archive.snapshots(restored) else set()
    again = 0 if known else redefine(domain, archive.snapshots(restored))
    return {"restored": restored.entry, "snapshots": again}


def definition(connection: libvirt.virConnect, uuid: str, *, secrets: bool = True) -> str:
    """The definition to edit: hand it back as `base` of defineXml. Blocking; any thread.

    Without `secrets` it is only to be looked at, which a read-only connection allows too. Raises
    VirtmonitorError.
    """
    with translated("read the definition"):
        domain = connection.lookupByUUIDString(uuid)
        return str(domain.XMLDesc(DEFINITION if secrets else libvirt.VIR_DOMAIN_XML_INACTIVE))


def _same_domain(target: Target, xml: str) -> None:
    root = parse(xml)
    try:
        same = uuids.UUID(root.findtext("uuid", "").strip()) == uuids.UUID(target.uuid)
    except ValueError:
        same = False
    if not same:
        raise refused(FailureKind.PARAMETER, f"The XML has not the UUID of {target.name} ({target.uuid}).")
    if root.findtext("name") != target.name:
        sentence = f"The XML has not the name of {target.name}; renaming is an operation of its own."
        raise refused(FailureKind.PARAMETER, sentence)


def _unchanged(target: Target, current: str, base: str) -> None:
    read = base if base.startswith("sha256:") else digest(base)
    if read != digest(current):
        sentence = f"The definition of {target.name} has changed since it was read; nothing was replaced."
        raise refused(FailureKind.CHANGED, sentence, "Read it again and repeat the change.")


def _undefine_flags(xml: str, parameters: Parameters) -> int:
    """The flags that are asked for, and those that keep what they do not name.

    KEEP_NVRAM and KEEP_TPM are given only where there is one: drivers refuse flags that they do not know.
    """
    root = parse(xml)
    flags = sum(flag for name, flag in _WITH.items() if parameters[name])
    if root.find("os/nvram") is not None and not parameters["nvram"]:
        flags |= libvirt.VIR_DOMAIN_UNDEFINE_KEEP_NVRAM
    if root.find("devices/tpm") is not None:
        # Since libvirt 8.9; older ones keep it by themselves
        word = "VIR_DOMAIN_UNDEFINE_TPM" if parameters["tpm"] else "VIR_DOMAIN_UNDEFINE_KEEP_TPM"
        flags |= getattr(libvirt, word, 0)
    return int(flags)


def _with_hint(error: VirtmonitorError) -> VirtmonitorError:
    """Names the parameter that would take along what libvirt refuses to leave behind."""
    for word, parameter in (
        ("managed save", "managedSave"),
        ("snapshot", "snapshots"),
        ("checkpoint", "checkpoints"),
    ):
        if error.failure.kind is FailureKind.STATE and word in error.failure.message:
            return VirtmonitorError(
                replace(error.failure, hint=f"The parameter {parameter} deletes that too.")
            )
    return error


def _existing(connection: libvirt.virConnect, uuid: str, archive: XmlArchive) -> Target | None:
    try:
        return find(connection, uuid, archive)
    except VirtmonitorError as error:
        if error.failure.kind is FailureKind.NO_SOURCE:
            return None
        raise


def _latest_other(archive: XmlArchive, uuid: str, target: Target | None) -> ArchiveEntry:
    """The latest that is not in force. What is not persistent has no definition in force."""
    now = digest(target.definition()) if target is not None and target.persistent() else ""
    for entry in archive.entries(uuid):
        with suppress(VirtmonitorError):  # a file that was damaged is none to restore
            if digest(archive.read(entry)) != now:
                return entry
    raise refused(FailureKind.PARAMETER, "No other definition of it was kept.")


def _rename_back(target: Target, xml: str) -> None:
    """libvirt does not define another name for a UUID that it has; renaming does, of a stopped domain."""
    name = parse(xml).findtext("name") or ""
    if name != target.name:
        with translated(f"give {target.name} its old name {name} back"):
            target.domain.rename(name)
