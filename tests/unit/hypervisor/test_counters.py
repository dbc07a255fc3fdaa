"""Bulk records of a real QEMU guest, and what drivers leave out of theirs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.core.sample import CpuReading, DeviceCounter, MemoryReading, VcpuReading
from virtmonitor.hypervisor import counters

RECORD = {
    "cpu.time": 4142639000,
    "cpu.user": 3327852000,
    "balloon.current": 98304,
    "balloon.maximum": 98304,
    "balloon.unused": 34124,
    "balloon.available": 62020,
    "balloon.usable": 40532,
    "balloon.last-update": 1795374124,
    "balloon.rss": 202576,
    "vcpu.current": 2,
    "vcpu.maximum": 4,
    "vcpu.0.time": 3560000000,
    "vcpu.2.time": 10,
    "net.count": 1,
    "net.0.name": "vnet0",
    "net.0.rx.bytes": 1000,
    "net.0.tx.bytes": 2000,
    "block.count": 2,
    "block.0.name": "vda",
    "block.0.path": "/images/a.qcow2",
    "block.0.rd.bytes": 4608,
    "block.0.wr.bytes": 0,
    "block.0.capacity": 4194304,
    "block.0.allocation": 12,
    "block.1.name": "sda",
}
READERS = (
    lambda record: counters.cpu_of_record(record, 1, 0.0),
    lambda record: counters.vcpus_of_record(record, 0.0),
    lambda record: counters.disks_of_record(record, 0.0),
    lambda record: counters.interfaces_of_record(record, 0.0),
)


def test_a_guest_that_tells_all():
    assert counters.cpu_of_record(RECORD, 2, 5.0) == CpuReading(5.0, 4142639000, 2)
    assert counters.vcpus_of_record(RECORD, 5.0) == VcpuReading(5.0, ((0, 3560000000), (2, 10)))
    stats = counters.balloon_stats(RECORD)
    assert stats["last_update"] == 1795374124
    assert counters.memory_of_stats(stats, 5.0) == MemoryReading(
        5.0, current=98304 << 10, available=62020 << 10, usable=40532 << 10, resident=202576 << 10
    )
    interfaces = counters.interfaces_of_record(RECORD, 5.0)
    assert (interfaces.inward, interfaces.outward) == (1000, 2000)
    assert interfaces.devices == (DeviceCounter("vnet0", 1000, 2000),)


def test_a_disk_that_tells_nothing_hides_no_other():
    disks = counters.disks_of_record(RECORD, 5.0)
    assert (disks.inward, disks.outward) == (4608, 0)
    assert disks.devices == (
        DeviceCounter("vda", 4608, 0, "/images/a.qcow2", capacity=4194304, allocation=12),
        DeviceCounter("sda", None, None),
    )


def test_the_same_from_single_calls():
    assert counters.cpu_of_info([1, 98304, 98304, 2, 7], 1.0) == CpuReading(1.0, 7, 2)
    vcpus = ([(0, 1, 3560000000, 1), (3, 1, 10, 0)], [(True, True), (True, True)])
    assert counters.vcpus_of_call(vcpus, 1.0).times == ((0, 3560000000), (3, 10))
    assert counters.memory_of_stats({"actual": 4, "rss": 2}, 1.0) == MemoryReading(1.0, 4096, resident=2048)
    both = counters.disks_of_calls([("vda", "a", (1, 10, 2, 20, -1)), ("vdb", "b", (1, -1, 2, 5, -1))], 1.0)
    assert (both.inward, both.outward) == (10, 25)
    assert [disk.inward for disk in both.devices] == [10, None]
    assert counters.disks_of_call((-1, -1, -1, -1, -1), 1.0).inward is None
    received, sent = (
        getattr(counters.interfaces_of_calls([("v", (1, 0, 0, 0, 2, 0, 0, 0))], 1.0), way)
        for way in ("inward", "outward")
    )
    assert (received, sent) == (1, 2)


@pytest.mark.parametrize("read", READERS)
def test_what_is_not_in_the_record_is_unknown(read):
    assert read({}) is None
    assert read({"state.state": 1}) is None


@given(st.dictionaries(st.sampled_from(sorted(RECORD)), st.integers(-1, 2**64)))
def test_no_record_breaks_the_reading(record):
    for read in READERS:
        read(record)
    counters.memory_of_stats(counters.balloon_stats(record), 0.0)
