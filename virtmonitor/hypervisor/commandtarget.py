"""The domain that a command acts on: looked up by its UUID, so that a namesake is never hit.

Blocking; any thread. Everything raises VirtmonitorError.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import libvirt

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.hypervisor.failures import suppress_unsupported, translated
from virtmonitor.hypervisor.snapshots import snapshots_xml
from virtmonitor.hypervisor.xmlarchive import ArchiveEntry, XmlArchive

#: The XML that survives a stop, with its secrets: what defineXML() takes back without a loss.
DEFINITION = libvirt.VIR_DOMAIN_XML_INACTIVE | libvirt.VIR_DOMAIN_XML_SECURE

Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Target:
    """A domain as it was found for one command; lives no longer than that and stays on its thread."""

    connection: libvirt.virConnect
    uuid: str
    domain: libvirt.virDomain
    name: str
    archive: XmlArchive

    def definition(self) -> str:
        """Its inactive XML with secrets."""
        with translated(f"read the definition of {self.name}"):
            return str(self.domain.XMLDesc(DEFINITION))

    def keep(self, operation: str) -> ArchiveEntry:
        """Its definition goes into the archive. Raises when it does not: then nothing may be changed."""
        return self.archive.keep(self.uuid, self.definition(), operation)

    def keep_all(self, operation: str) -> ArchiveEntry:
        """As `keep`, with what libvirt knows of its snapshots: for what makes the whole domain go."""
        snapshots = ""
        # A driver without snapshots has none to keep.
        with translated(f"read the snapshots of {self.name}"), suppress_unsupported():
            snapshots = snapshots_xml(self.domain)
        return self.archive.keep(self.uuid, self.definition(), operation, snapshots)

    def active(self) -> bool:
        """It runs or is paused."""
        with translated(f"ask for the state of {self.name}"):
            return bool(self.domain.isActive())

    def persistent(self) -> bool:
        """It has a definition that outlives its stop."""
        with translated(f"ask for the state of {self.name}"):
            return bool(self.domain.isPersistent())


def find(connection: libvirt.virConnect, uuid: str, archive: XmlArchive) -> Target:
    """The domain of that UUID. Raises VirtmonitorError (NO_SOURCE, CONNECTION)."""
    with translated("find the domain"):
        domain = connection.lookupByUUIDString(uuid)
        return Target(connection, uuid, domain, domain.name(), archive)


def refused(kind: FailureKind, sentence: str, hint: str = "") -> VirtmonitorError:
    """A refusal of our own, without libvirt."""
    return VirtmonitorError(Failure(kind, sentence, hint))
