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
    domain = connection.listAllDomains()[0]
    reader = GuestReader(connection)
    facts = reader.read(domain.UUIDString())
    reader.rest()
    (network,) = domain.interfaceAddresses(libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE).values()
    # Not a number written here: the driver gives another one at each start, and other tests start it too.
    assert facts.addresses == [network["addrs"][0]["addr"]]
    assert facts.addresses[0].startswith("192.168.122.")
    assert facts.hostname == "testhost"
    assert [each["mountpoint"] for each in facts.filesystems] == ["/", "/boot"]
    assert facts.osName is None


def test_an_inactive_or_unknown_domain_tells_nothing(connection):
    reader = GuestReader(connection)
    assert reader.read("00000000-0000-4000-8000-000000000000") is None
    reader.rest()


@pytest.mark.parametrize(
    "interface",
    [
        "<interface type='network'><source network='bare'/></interface>",
        "<interface type='network'><source network='nowhere'/></interface>",
        "<interface type='user'/>",
        "<interface type='bridge'><source bridge='br0'/></interface>",
    ],
)
def test_a_network_without_an_address_does_not_end_the_process(tmp_path, interface):
    """The test driver of libvirt 9.0 dies of this question, and it lives in this process."""
    domain = "<domain type='test'><name>on-it</name><memory>1024</memory><os><type>hvm</type></os>"
    domain += f"<devices>{interface}</devices></domain>"
    file = tmp_path / "node.xml"
    file.write_text(f"<node><network><name>bare</name><bridge name='b'/></network>{domain}</node>")
    connection = libvirt.open(f"test://{file}")
    reader = GuestReader(connection)
    facts = reader.read(connection.listAllDomains()[0].UUIDString())
    reader.rest()
    connection.close()
    assert facts.addresses is None
    assert facts.hostname == "on-ithost"


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
