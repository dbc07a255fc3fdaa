"""The test driver in this process: each test:///default connection has the same one host."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import libvirt
import pytest

from virtmonitor.core.errors import Failure, VirtmonitorError
from virtmonitor.hypervisor import commands
from virtmonitor.hypervisor.xmlarchive import XmlArchive

XML = """<domain type='test'><name>{name}</name><uuid>{uuid}</uuid><title>old</title>
<memory unit='MiB'>1024</memory><currentMemory unit='MiB'>512</currentMemory><vcpu current='1'>4</vcpu>
<os><type arch='x86_64'>hvm</type></os></domain>"""
UUID = "11111111-2222-4333-8444-555555555555"


@pytest.fixture(name="connection")
def _connection() -> Iterator[libvirt.virConnect]:
    connection = libvirt.open("test:///default")
    yield connection
    connection.close()


@pytest.fixture(name="archive")
def _archive(tmp_path: Path) -> XmlArchive:
    return XmlArchive("test", tmp_path / "xml")


@pytest.fixture(name="domain")
def _domain(connection: libvirt.virConnect) -> Iterator[libvirt.virDomain]:
    """A persistent domain, shut off."""
    yield connection.defineXML(XML.format(name="web1", uuid=UUID))
    remove(connection, UUID)


@pytest.fixture(name="do")
def _do(connection: libvirt.virConnect, archive: XmlArchive) -> Callable[..., Any]:
    """do("start", paused=True): executes on the domain."""
    return lambda operation, **values: commands.execute(connection, UUID, operation, values, archive)


@pytest.fixture(name="refuse")
def _refuse(do: Callable[..., Any]) -> Callable[..., Failure]:
    """As `do`, for what has to fail; returns the failure."""

    def refuse(operation: str, **values: object) -> Failure:
        with pytest.raises(VirtmonitorError) as caught:
            do(operation, **values)
        return caught.value.failure

    return refuse


def remove(connection: libvirt.virConnect, uuid: str) -> None:
    try:
        domain = connection.lookupByUUIDString(uuid)
    except libvirt.libvirtError:
        return
    if domain.isActive():
        domain.destroy()
    if uuid in [d.UUIDString() for d in connection.listAllDomains()]:
        domain.undefineFlags(
            libvirt.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | libvirt.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA
        )
