"""Fleets to measure on, each on a private libvirtd: simulated ones of any size, and real small guests."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator

import libvirt

from tests.helpers import guest_parts
from tests.helpers import libvirtd as private
from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd


def why_not() -> str:
    """Why nothing can be measured here; "" when it can."""
    return private.why_not()


def why_no_guests() -> str:
    """Why no real guests can be measured here; "" when they can."""
    return guest_parts.why_not()


@contextlib.contextmanager
def simulated(daemon: PrivateLibvirtd, number: int) -> Iterator[list[str]]:
    """That many running domains on the daemon's test driver (`test:///default`); their UUIDs, defined order."""
    connection = libvirt.open(daemon.test_uri())
    there: dict[str, libvirt.virDomain] = {}
    try:
        wanted = [_identity(i) for i in range(number)]
        there |= {domain.UUIDString(): domain for domain in connection.listAllDomains()}
        for name in there.keys() - set(wanted):
            _remove(there[name])
        for i, name in enumerate(wanted):
            if name not in there:
                _create(connection, i)
        yield wanted
    finally:
        there.clear()
        connection.close()


def _remove(domain: libvirt.virDomain) -> None:
    if domain.isActive():
        domain.destroy()
    if domain.isPersistent():
        domain.undefine()


def _identity(number: int) -> str:
    return str(uuid.UUID(int=(0x5EED << 112) + (4 << 76) + (8 << 60) + number))


def _create(connection: libvirt.virConnect, number: int) -> None:
    connection.createXML(_domain(number))


def _domain(number: int) -> str:
    return (
        f"<domain type='test'><name>sim-{number:05d}</name><uuid>{_identity(number)}</uuid>"
        "<memory>1048576</memory><vcpu>2</vcpu><os><type>hvm</type></os><devices>"
        f"<disk type='file' device='disk'><source file='/images/{number}'/><target dev='vda' bus='virtio'/></disk>"
        f"<interface type='network'><source network='default'/><target dev='sim{number}'/></interface>"
        "</devices></domain>"
    )


def node(first: int, number: int) -> str:
    """The file of a host of the test driver, with that many running domains from number `first` on."""
    return f"<node>{''.join(_domain(first + i) for i in range(number))}</node>"


@contextlib.contextmanager
def real(daemon: PrivateLibvirtd, number: int) -> Iterator[list[str]]:
    """That many small guests that run and are idle; their UUIDs."""
    guests = [Guest(daemon, f"bench-{i:02d}", disk=1).define() for i in range(number)]
    try:
        for start in range(0, number, 4):  # a few at a time: they boot without KVM
            few = guests[start : start + 4]
            for guest in few:
                guest.start(wait=False)
            for guest in few:
                guest.wait_ready()
        yield [guest.uuid for guest in guests]
    finally:
        for guest in guests:
            guest.destroy()
