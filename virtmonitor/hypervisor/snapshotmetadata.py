"""What libvirt knows of a domain's snapshots, as one XML: to be kept before it goes, and put back.

The snapshots themselves are in the disk images and stay there. Source: VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE.
Blocking; any thread.
"""

from __future__ import annotations

import libvirt
from lxml import etree

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.hypervisor.failures import failure_of
from virtmonitor.hypervisor.safexml import parse


def snapshots_xml(domain: libvirt.virDomain) -> str:
    """All snapshots of the domain, parents before children; "" when there are none. Raises libvirtError."""
    listed = domain.listAllSnapshots(libvirt.VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL)
    if not listed:
        return ""
    root = etree.Element("snapshots")
    for snapshot in listed:
        element = parse(snapshot.getXMLDesc(libvirt.VIR_DOMAIN_SNAPSHOT_XML_SECURE))
        if snapshot.isCurrent():
            element.set("current", "yes")
        root.append(element)
    return etree.tostring(root, encoding="unicode")


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
            inner = failure_of(error, f"make its snapshot {element.findtext('name')} known again")
            message = f"The definition was restored, not all of its snapshots. {inner.message}"
            raise VirtmonitorError(
                Failure(FailureKind.PARTIAL, message, "", inner.code, inner.domain)
            ) from error
    return len(elements)
