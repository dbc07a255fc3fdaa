"""The sampler on libvirt's test driver: no bulk statistics, no monitors; values all the same."""

import threading

import libvirt
import pytest

from virtmonitor.core.sample import Want
from virtmonitor.hypervisor.statistics import Sampler


@pytest.fixture
def connection():
    connection = libvirt.open("test:///default")
    yield connection
    assert connection.close() == 0


@pytest.fixture
def uuid(connection):
    return connection.lookupByName("test").UUIDString()


@pytest.fixture
def sampler(connection):
    sampler = Sampler(connection)
    yield sampler
    assert sampler.close() == 0


def test_every_group_is_told_though_there_is_no_bulk(sampler, uuid):
    (sample,) = sampler.sample({uuid: Want.EVERYTHING})
    assert sample.uuid == uuid
    assert sample.answering
    assert sample.cpu.count == 2
    assert [number for number, _ in sample.vcpus.times] == [0, 1]
    assert sample.memory.current == 2 << 30
    assert (sample.memory.available, sample.memory.usable) == (2 << 30, 1 << 30)
    assert sample.memory.resident == 1 << 30
    assert [(disk.target, disk.source) for disk in sample.disks.devices] == [("vda", "/guest/diskimage1")]
    assert [(i.target, i.mac, i.source) for i in sample.interfaces.devices] == [
        ("testnet0", "aa:bb:cc:dd:ee:ff", "default")
    ]


@pytest.mark.parametrize("want", [Want.CPU, Want.VCPU, Want.MEMORY, Want.DISK, Want.NETWORK])
def test_what_was_not_asked_is_unknown(sampler, uuid, want):
    (sample,) = sampler.sample({uuid: want})
    readings = {
        Want.CPU: sample.cpu,
        Want.VCPU: sample.vcpus,
        Want.MEMORY: sample.memory,
        Want.DISK: sample.disks,
        Want.NETWORK: sample.interfaces,
    }
    assert {group for group, reading in readings.items() if reading is not None} == {want}


def test_counters_grow(sampler, uuid):
    wants = {uuid: Want.CPU | Want.DISK | Want.NETWORK}
    (before,), (after,) = sampler.sample(wants), sampler.sample(wants)
    assert after.run == before.run
    assert after.cpu.at > before.cpu.at
    assert after.cpu.time > before.cpu.time
    assert after.disks.inward > before.disks.inward


def test_inactive_and_unknown_domains_are_left_out(sampler, connection, uuid):
    off = connection.defineXML(
        "<domain type='test'><name>off</name><memory>1</memory><os><type>hvm</type></os></domain>"
    )
    try:
        wants = dict.fromkeys([off.UUIDString(), uuid, "00000000-0000-4000-8000-000000000000"], Want.CPU)
        assert [sample.uuid for sample in sampler.sample(wants)] == [uuid]
        off.create()
        assert len(sampler.sample(wants)) == 2
        off.destroy()
        sampler.forget(off.UUIDString())
        assert len(sampler.sample(wants)) == 1
    finally:
        off.undefine()
        del off


def test_a_domain_that_stopped_unheard_of_is_left_out_too(sampler, connection, uuid):
    domain = connection.lookupByUUIDString(uuid)
    assert sampler.sample({uuid: Want.CPU})
    domain.destroy()
    try:
        assert sampler.sample({uuid: Want.CPU | Want.MEMORY | Want.DISK}) == []
        assert sampler.sample({uuid: Want.MEMORY}) == []
    finally:
        domain.create()
        del domain
    (sample,) = sampler.sample({uuid: Want.CPU})
    assert sample.cpu is not None


def test_no_thread_is_left_when_nothing_hangs(sampler, uuid):
    before = threading.active_count()
    sampler.sample({uuid: Want.EVERYTHING})
    assert threading.active_count() == before


def test_cpu_alone_needs_no_thread_at_all(sampler, uuid, monkeypatch):
    sampler.sample({uuid: Want.CPU})
    monkeypatch.setattr(threading.Thread, "start", lambda thread: pytest.fail("a thread was started"))
    assert sampler.sample({uuid: Want.CPU})


def test_rest_lets_go_and_the_next_sample_begins_anew(sampler, connection, uuid):
    sampler.begin_memory(uuid)
    sampler.sample({uuid: Want.EVERYTHING})
    sampler.end_memory(uuid)
    sampler.rest()
    (sample,) = sampler.sample({uuid: Want.EVERYTHING})
    assert sample.memory is not None
