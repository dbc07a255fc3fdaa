"""Guest facts on libvirt's test driver, which answers as a guest with an agent would."""

import libvirt
import pytest

from virtmonitor.hypervisor.guestfacts import GuestReader, agent_connected


@pytest.fixture
def connection():
    connection = libvirt.open("test:///default")
    yield connection
    assert connection.close() == 0


def test_addresses_names_and_mounts(connection):
    uuid = connection.listAllDomains()[0].UUIDString()
    reader = GuestReader(connection)
    facts = reader.read(uuid)
    reader.rest()
    assert facts.addresses == ["192.168.122.3"]
    assert facts.hostname == "testhost"
    assert [each["mountpoint"] for each in facts.filesystems] == ["/", "/boot"]
    assert facts.osName is None


def test_an_inactive_or_unknown_domain_tells_nothing(connection):
    reader = GuestReader(connection)
    assert reader.read("00000000-0000-4000-8000-000000000000") is None
    reader.rest()


def channel(state):
    return (
        "<domain><devices><channel type='unix'>"
        f"<target type='virtio' name='org.qemu.guest_agent.0' {state}/></channel></devices></domain>"
    )


def test_an_agent_is_asked_only_while_it_listens():
    assert agent_connected(channel("state='connected'"))
    assert not agent_connected(channel("state='disconnected'"))
    assert not agent_connected(channel(""))
    assert not agent_connected("<domain/>")
    assert not agent_connected("no xml")
