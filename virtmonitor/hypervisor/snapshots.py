"""Which snapshots a domain has, and keeping what libvirt knows of them.

The snapshots themselves are in the disk images; what libvirt knows of them is XML, which can be put back.
Source: virDomainListAllSnapshots, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE. Blocking; any thread.
"""

from __future__ import annotations

import libvirt
from lxml import etree

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.snapshot import SnapshotRecord
from virtmonitor.hypervisor.failures import failure_of, suppress_unsupported, translated
from virtmonitor.hypervisor.safexml import parse


def snapshots(connection: libvirt.virConnect, uuid: str) -> tuple[SnapshotRecord, ...]:
    """The snapshots of a domain, parents before children; none where its driver has no such thing.

    One look-up for each snapshot. Raises VirtmonitorError.
    """
    elements: list[etree._Element] = []
    with translated("read the snapshots of the domain"), suppress_unsupported():
        elements += _elements(connection.lookupByUUIDString(uuid), 0)
    return tuple(map(record_of, elements))


def snapshots_xml(domain: libvirt.virDomain) -> str:
    """What libvirt knows of all snapshots, with secrets, for `redefine`; "" for none. Raises libvirtError."""
    root = etree.Element("snapshots")
    root.extend(_elements(domain, libvirt.VIR_DOMAIN_SNAPSHOT_XML_SECURE))
    return etree.tostring(root, encoding="unicode") if len(root) else ""


def redefine(domain: libvirt.virDomain, xml: str) -> int:
    """Makes the snapshots of `snapshots_xml` known to libvirt again; how many.

    Raises VirtmonitorError (PARTIAL) where libvirt refuses one: those before it are known again.
    """
    elements = list(parse(xml)) if xml else []
    for element in elements:
        flags = libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE
        if element.attrib.pop("current", ""):
            flags |= libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT
        try:
            domain.snapshotCreateXML(etree.tostring(element, encoding="unicode"), flags)
        except libvirt.libvirtError as error:
            raise _not_all(error, element.findtext("name") or "") from error
    return len(elements)


def record_of(element: etree._Element) -> SnapshotRecord:
    """The record of a <domainsnapshot>. Pure."""
    created = element.findtext("creationTime") or ""
    return SnapshotRecord(
        element.findtext("name") or "",
        element.findtext("parent/name") or "",
        element.get("current") == "yes",
        element.findtext("description") or "",
        element.findtext("state") or "",
        float(created) if created.isdecimal() else None,
    )


def _elements(domain: libvirt.virDomain, flags: int) -> list[etree._Element]:
    """Each <domainsnapshot>, parents before children; the current one marked by an attribute."""
    elements = []
    for snapshot in domain.listAllSnapshots(libvirt.VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL):
        element = parse(snapshot.getXMLDesc(flags))
        if snapshot.isCurrent():
            element.set("current", "yes")
        elements.append(element)
    return elements


def _not_all(error: libvirt.libvirtError, name: str) -> VirtmonitorError:
    inner = failure_of(error, f"make its snapshot {name} known again")
    message = f"The definition was restored, not all of its snapshots. {inner.message}"
    return VirtmonitorError(Failure(FailureKind.PARTIAL, message, "", inner.code, inner.domain))
