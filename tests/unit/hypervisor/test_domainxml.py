"""What is read out of domain XML."""

import libvirt
import pytest

from virtmonitor.core.domain import DomainRecord
from virtmonitor.core.sizes import unit_bytes
from virtmonitor.hypervisor.domainxml import details, devices

FULL = """
<domain type='kvm' id='3'>
  <name>web1</name>
  <title>Web &amp; mail</title>
  <description>two
lines</description>
  <memory unit='MiB'>1024</memory>
  <currentMemory>524288</currentMemory>
  <vcpu placement='static' current='1'>4</vcpu>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/><source file='/images/web1.qcow2'/><target dev='vda' bus='virtio'/>
    </disk>
    <disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>
    <disk type='volume'><source pool='fast' volume='data'/><target dev='vdb'/></disk>
    <disk type='network'><source protocol='rbd' name='pool/image'/><target dev='vdc'/></disk>
    <interface type='bridge'>
      <mac address='52:54:00:00:00:01'/><source bridge='br0'/><target dev='vnet0'/><model type='virtio'/>
    </interface>
    <graphics type='vnc' port='5901' passwd='secret'><listen type='address' address='::1'/></graphics>
    <graphics type='spice' port='-1' tlsPort='5902' listen='127.0.0.1'/>
    <graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'/>
    <graphics type='vnc'><listen type='socket' socket='/run/vnc.sock'/></graphics>
  </devices>
</domain>
"""


def test_details_are_fields_of_the_record() -> None:
    assert details(FULL) == {
        "title": "Web & mail",
        "description": "two\nlines",
        "os_type": "hvm",
        "arch": "x86_64",
        "virt_type": "kvm",
        "vcpu_current": 1,
        "vcpu_maximum": 4,
        "memory_current": 512 * 1024**2,
        "memory_maximum": 1024**3,
    }
    assert DomainRecord("host", "uuid", "web1", **details(FULL)).vcpu_maximum == 4  # type: ignore[arg-type]


def test_current_is_the_maximum_where_nothing_else_is_said() -> None:
    read = details("<domain><memory unit='GiB'>2</memory><vcpu>3</vcpu></domain>")
    assert (read["memory_current"], read["vcpu_current"]) == (2 * 1024**3, 3)


@pytest.mark.parametrize(
    "xml", ["", "<domain/>", "<domain", "\0", "\ud800", "<!DOCTYPE d><domain type='x'/>"]
)
def test_quiet_where_things_are_missing(xml: str) -> None:
    assert set(details(xml).values()) == {"", None}
    assert devices(xml) == {"disks": [], "interfaces": [], "displays": []}


@pytest.mark.parametrize(
    ("unit", "size"),
    [
        ("b", 1), ("bytes", 1), ("Byte", 1), ("KB", 1000), ("k", 1024), ("KiB", 1024), ("kib", 1024),
        ("MB", 10**6), ("M", 2**20), ("GB", 10**9), ("GiB", 2**30), ("TiB", 2**40), ("PB", 10**15),
        ("E", 2**60), ("", None), ("x", None), ("kk", None), ("iB", None),
    ],
)  # fmt: skip
def test_units(unit: str, size: int | None) -> None:
    assert unit_bytes(unit) == size


@pytest.mark.parametrize("unit", ["b", "bytes", "KB", "k", "KiB", "MB", "M", "MiB", "GB", "G", "GiB", "TB"])
def test_units_as_libvirt_reads_them(unit: str) -> None:
    """libvirt normalises to KiB: what it made of a unit is the judge of ours."""
    amount = 4 * 1024**3 // (unit_bytes(unit) or 1) or 1
    connection = libvirt.open("test:///default")
    memory = f"<memory unit='{unit}'>{amount}</memory>"
    xml = f"<domain type='test'><name>m</name>{memory}<os><type>hvm</type></os></domain>"
    domain = connection.defineXML(xml)
    normalised = domain.XMLDesc()
    domain.undefine()
    connection.close()
    ours, theirs = details(xml)["memory_maximum"], details(normalised)["memory_maximum"]
    assert isinstance(ours, int)
    assert theirs == -(-ours // 1024) * 1024


def test_devices() -> None:
    read = devices(FULL)
    assert [(d["target"], d["source"], d["device"], d["readOnly"]) for d in read["disks"]] == [
        ("vda", "/images/web1.qcow2", "disk", False),
        ("sda", "", "cdrom", True),
        ("vdb", "fast/data", "disk", False),
        ("vdc", "pool/image", "disk", False),
    ]
    network = {"mac": "52:54:00:00:00:01", "source": "br0", "model": "virtio", "type": "bridge"}
    assert read["interfaces"] == [{"target": "vnet0"} | network]
    assert read["displays"] == [
        {"type": "vnc", "address": "[::1]:5901"},
        {"type": "spice", "address": "127.0.0.1:5902"},
        {"type": "vnc", "address": ""},
        {"type": "vnc", "address": "/run/vnc.sock"},
    ]
    assert "secret" not in str(read)
