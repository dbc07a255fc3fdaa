"""Reads what a guest tells of itself: slow, so only when it is shown, and by guests that may hang.

Addresses come from the network's leases, the guest agent and the host's ARP table; names, system and file
systems from the agent. The agent is asked only while the XML says that it is connected: one that is
configured and dead costs 5 s a call. Source: virDomainInterfaceAddresses, virDomainGetGuestInfo,
virDomainGetHostname, virDomainGetFSInfo.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

import libvirt

from virtmonitor.core import guest
from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.guest import GuestFacts
from virtmonitor.hypervisor import calls, domainxml
from virtmonitor.hypervisor.asking import Asker, Step
from virtmonitor.hypervisor.failures import failure_of
from virtmonitor.hypervisor.lines import Another, Line, Lines
from virtmonitor.hypervisor.safexml import parse

#: Seconds for all that is asked of one guest; libvirt itself gives a dead agent 5.
DEADLINE: Final = 12.0

_AGENT: Final = "org.qemu.guest_agent.0"
_TOLD: Final = (
    libvirt.VIR_DOMAIN_GUEST_INFO_OS
    | libvirt.VIR_DOMAIN_GUEST_INFO_HOSTNAME
    | libvirt.VIR_DOMAIN_GUEST_INFO_FILESYSTEM
)
_LEASE: Final = libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE
_AGENT_SOURCE: Final = libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT
_ARP: Final = libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP


class GuestReader:
    """Reads the facts of one guest after the other. Blocks up to DEADLINE a guest: give it a thread of its
    own.

    `connection` is best one that nothing else uses, `another` is as in `Sampler`. A guest that hangs is not
    asked again before its call has returned.
    """

    def __init__(self, connection: libvirt.virConnect, another: Another | None = None) -> None:
        """Raises VirtmonitorError."""
        try:
            has_monitors = connection.getType() == "QEMU"
            trip = calls.round_trip(connection)
        except libvirt.libvirtError as error:
            raise VirtmonitorError(failure_of(error, "reach the host")) from error
        self._lines = Lines(connection, another if has_monitors else None, trip)
        self._asker = Asker(self._lines, may_hang=has_monitors)
        self._has_agents = has_monitors

    def read(self, uuid: str) -> GuestFacts | None:
        """The facts of an active domain; None when it is not active, or it does not answer.

        Raises VirtmonitorError when the connection is lost.
        """
        self._asker.reap()
        if any(uuid in outcome.step.uuids for outcome in self._asker.lost):
            return None
        step = Step((uuid,), partial(_read_on, uuid, not self._has_agents), DEADLINE)
        outcome = self._asker.ask([step])[0]
        facts = outcome.result() if outcome.done else None
        return facts if isinstance(facts, GuestFacts) else None

    def rest(self) -> None:
        """Nobody looks: lets go of the domains and of the other connection."""
        self._lines.rest()


def _read_on(uuid: str, always: bool, line: Line) -> GuestFacts | None:
    return next((read_facts(domain, always) for domain in line.active([uuid]).values()), None)


def read_facts(domain: libvirt.virDomain, always: bool = False) -> GuestFacts:
    """All facts of one domain. Asks its agent where it is connected, or `always`. Blocks; raises nothing."""
    xml = calls.timed(domain.XMLDesc).value or ""
    agent = always or agent_connected(xml)
    told = _told(domain) if agent else {}
    told_addresses = _addresses(domain, agent) if not always or _survives(domain, xml) else ()
    return GuestFacts(
        addresses=guest.addresses(told_addresses) or None,
        hostname=guest.name(told.get("hostname")) or guest.name(_hostname(domain, agent)),
        osName=guest.system_name(told),
        filesystems=guest.filesystems_of(told),
        displays=domainxml.devices(xml)["displays"],
    )


def agent_connected(xml: str) -> bool:
    """True when a domain's live XML says that a guest agent is listening."""
    try:
        targets = parse(xml).iterfind("devices/channel/target")
    except VirtmonitorError:
        return False
    return any(target.get("name") == _AGENT and target.get("state") == "connected" for target in targets)


def _survives(domain: libvirt.virDomain, xml: str) -> bool:
    """False where the question for addresses would end the process that answers it.

    testDomainInterfaceAddressFromNet of libvirt 9.0 reads the first address of a network that may have none; the test
    driver lives in this process.
    """
    connection = domain.connect()
    if calls.timed(connection.getType).value != "TEST":
        return True
    try:
        sources = [one.find("source") for one in parse(xml).iterfind("devices/interface")]
        names = [source.get("network") if source is not None else None for source in sources]
        return all(name and _has_address(connection, name) for name in names)
    except VirtmonitorError:
        return False


def _has_address(connection: libvirt.virConnect, network: str) -> bool:
    found = calls.timed(connection.networkLookupByName, network).value
    xml = calls.timed(found.XMLDesc).value if found is not None else None
    return xml is not None and parse(xml).find("ip") is not None


def _addresses(domain: libvirt.virDomain, agent: bool) -> Iterator[object]:
    """All that is told, unchecked.

    The ARP table only where nothing else is known: it may be long out of date.
    """
    found = False
    for source in (_LEASE, _AGENT_SOURCE, _ARP):
        if (source == _AGENT_SOURCE and not agent) or (source == _ARP and found):
            continue
        told = calls.timed(domain.interfaceAddresses, source).value
        for address in _each_address(told):
            found = True
            yield address


def _each_address(told: object) -> Iterator[object]:
    """From {interface: {"addrs": [{"addr": ...}]}}, where anything may be None."""
    interfaces = told.values() if isinstance(told, dict) else ()
    for interface in interfaces:
        for address in (interface or {}).get("addrs") or ():
            yield address.get("addr")


def _told(domain: libvirt.virDomain) -> Mapping[str, Any]:
    told: Mapping[str, Any] | None = calls.timed(domain.guestInfo, _TOLD).value
    if told is not None:
        return told
    # A driver or an agent too old for guestInfo.
    mounts = calls.timed(domain.fsInfo).value or ()
    return {"fs.count": len(mounts)} | {f"fs.{i}.mountpoint": mount[0] for i, mount in enumerate(mounts)}


def _hostname(domain: libvirt.virDomain, agent: bool) -> object:
    if agent:
        told = calls.timed(domain.hostname, 0).value
        if told:
            return told
    return calls.timed(domain.hostname, libvirt.VIR_DOMAIN_GET_HOSTNAME_LEASE).value
