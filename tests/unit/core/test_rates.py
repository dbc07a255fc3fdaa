"""Two samples into percentages and bytes a second: right where known, unknown where they cannot be known."""

from dataclasses import replace
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtmonitor.core.rates import NANO, DomainUsage, HostUsage, host_rates, memory_used, rates
from virtmonitor.core.sample import (
    CpuReading,
    DeviceCounter,
    DomainSample,
    HostSample,
    MemoryReading,
    TrafficReading,
    VcpuReading,
    Want,
)
from virtmonitor.core.traffic import FASTEST
from virtmonitor.core.vocabulary import BY_NAME, names

GIB = 1 << 30


def sample(at=100.0, **groups):
    return DomainSample("u", at, groups.pop("run", 1), Want.EVERYTHING, **groups)


def cpu(at, seconds, count=2):
    return CpuReading(at, int(seconds * NANO), count)


def disk(target, read, written):
    return DeviceCounter(target, read, written, source=f"/images/{target}")


def disks(at, *devices):
    return TrafficReading(at, sum(d.inward for d in devices), sum(d.outward for d in devices), devices)


def test_usage_is_named_as_the_vocabulary_names_it():
    values = DomainUsage().values()
    assert set(values) <= set(names("domain"))
    assert set(HostUsage().values()) <= set(names("host"))
    measured = {"cpu", "memory", "disk", "network"}
    told_by_xml = {"vcpuCurrent", "vcpuMaximum", "memoryCurrent", "memoryMaximum"}
    assert set(values) == {n for n in names("domain") if BY_NAME[n].group in measured} - told_by_xml


def test_only_asked_groups_are_told():
    assert set(DomainUsage().values(Want.CPU)) == {"cpuTime", "cpuUsage", "cpuHostUsage"}
    assert set(DomainUsage().values(Want.DISK)) == {"diskReadRate", "diskWriteRate"}
    assert set(DomainUsage().values(Want.DISKS)) == {"diskReadRate", "diskWriteRate", "disks"}
    assert DomainUsage().values(Want.NOTHING) == {}


def test_cpu_is_measured_between_its_own_two_readings_not_between_ticks():
    before = sample(100.0, cpu=cpu(100.0, 50))
    after = sample(102.0, cpu=cpu(104.0, 52))  # its reading came two seconds late
    usage = rates(before, after, host_cpus=4)
    assert usage.cpuUsage == pytest.approx(25.0)  # 2 s of CPU in 4 s on 2 vCPUs
    assert usage.cpuHostUsage == pytest.approx(12.5)
    assert usage.cpuTime == 52


def test_each_vcpu_at_its_place_with_holes_for_those_offline():
    before = sample(vcpus=VcpuReading(10.0, ((0, 0), (1, 0))))
    after = sample(vcpus=VcpuReading(12.0, ((0, 2 * NANO), (2, NANO), (3, NANO))))
    assert rates(before, after).vcpuUsage == [pytest.approx(100.0), None, None, None]


def test_cpu_over_a_vcpu_hotplug_counts_the_larger_number():
    usage = rates(sample(cpu=cpu(10, 0, count=1)), sample(cpu=cpu(11, 2, count=2)), host_cpus=8)
    assert usage.cpuUsage == pytest.approx(100.0)


def test_first_sample_tells_what_needs_no_second():
    memory = MemoryReading(1.0, current=GIB, available=GIB, usable=GIB // 4, resident=GIB // 2)
    usage = rates(None, sample(cpu=cpu(100, 50), memory=memory))
    assert (usage.cpuTime, usage.cpuUsage) == (50, None)
    assert (usage.memoryUsed, usage.memoryResident) == (GIB // 4 * 3, GIB // 2)


@pytest.mark.parametrize("change", [{"run": 2}, {"uuid": "other"}])
def test_another_run_or_domain_starts_anew(change):
    before = sample(cpu=cpu(100, 50))
    usage = rates(before, replace(sample(cpu=cpu(102, 60)), **change))
    assert usage.cpuUsage is None


def test_a_counter_that_went_back_is_no_rate():
    before = sample(cpu=cpu(100, 50), disks=disks(100.0, disk("vda", 1000, 10)))
    after = sample(cpu=cpu(102, 1), disks=disks(102.0, disk("vda", 500, 20)))
    usage = rates(before, after)
    assert (usage.cpuUsage, usage.diskReadRate, usage.diskWriteRate) == (None, None, 5.0)


def test_a_vanished_device_takes_its_bytes_along_and_hides_no_other():
    before = sample(disks=disks(100.0, disk("vda", 1000, 0), disk("vdb", 9_000_000, 0)))
    after = sample(disks=disks(102.0, disk("vda", 3000, 0)))
    usage = rates(before, after)
    assert usage.diskReadRate == 1000.0
    assert [d["target"] for d in usage.disks] == ["vda"]


def test_a_new_device_has_no_rate_yet():
    before = sample(interfaces=disks(100.0, disk("vnet0", 1000, 0)))
    after = sample(interfaces=disks(102.0, disk("vnet0", 3000, 0), disk("vnet1", 10**15, 0)))
    usage = rates(before, after)
    assert usage.netReceiveRate == 1000.0
    assert [i["receiveRate"] for i in usage.interfaces] == [1000.0, None]


def test_from_the_sum_to_each_disk_the_sum_goes_on():
    before = sample(disks=TrafficReading(100.0, 1000, 0))
    usage = rates(before, sample(disks=disks(102.0, disk("vda", 3000, 0))))
    assert (usage.diskReadRate, usage.disks[0]["readRate"]) == (1000.0, None)


def test_without_devices_nothing_moves():
    usage = rates(sample(interfaces=disks(100.0)), sample(interfaces=disks(102.0)))
    assert (usage.netReceiveRate, usage.netTransmitRate, usage.interfaces) == (0.0, 0.0, [])


def test_unknown_is_not_zero():
    usage = rates(sample(), sample())
    assert set(usage.values().values()) == {None}


@pytest.mark.parametrize(
    ("available", "usable", "used"),
    [(100, 40, 60), (None, 40, None), (100, None, None), (40, 100, None), (100, 100, 0)],
)
def test_memory_used_is_available_minus_usable_or_unknown(available, usable, used):
    assert memory_used(MemoryReading(0.0, available=available, usable=usable)) == used


def test_host_share_is_of_all_cpu_time_that_passed():
    before = HostSample(0.0, cpu_busy=100, cpu_idle=1000, cpu_count=4, memory_total=8, memory_free=3)
    after = HostSample(2.0, cpu_busy=130, cpu_idle=1090, cpu_count=4, memory_total=8, memory_free=3)
    assert host_rates(before, after) == HostUsage(4, pytest.approx(25.0), 8, 3)
    assert host_rates(None, after).hostCpuUsage is None
    assert host_rates(after, before).hostCpuUsage is None


# Counters as bad drivers, restarts, hotplug and 64-bit wraps make them.
COUNTERS = st.none() | st.integers(-1, 2**64) | st.integers(-(2**63), 2**63)
TIMES = st.floats(0, 1e9) | st.floats(100.0, 100.2)
DEVICES = st.lists(
    st.builds(DeviceCounter, st.sampled_from(["vda", "vdb", "", "vnet0"]), COUNTERS, COUNTERS), max_size=4
)
TRAFFIC = st.none() | st.builds(TrafficReading, TIMES, COUNTERS, COUNTERS, st.none() | DEVICES.map(tuple))
VCPUS = st.dictionaries(st.integers(0, 5), st.integers(0, 2**64)).map(lambda times: tuple(times.items()))
SAMPLES = st.builds(
    DomainSample,
    st.sampled_from(["u", "v"]),
    TIMES,
    st.integers(1, 2),
    st.just(Want.EVERYTHING),
    cpu=st.none() | st.builds(CpuReading, TIMES, st.integers(0, 2**64), st.none() | st.integers(0, 300)),
    vcpus=st.none() | st.builds(VcpuReading, TIMES, VCPUS),
    memory=st.none() | st.builds(MemoryReading, TIMES, COUNTERS, COUNTERS, COUNTERS, COUNTERS),
    disks=TRAFFIC,
    interfaces=TRAFFIC,
)


def numbers_of(value):
    if isinstance(value, list):
        return [number for each in value for number in numbers_of(each)]
    if isinstance(value, dict):
        return [number for key, each in value.items() if key.endswith("Rate") for number in numbers_of(each)]
    return [value] if isinstance(value, int | float) else []


@given(SAMPLES, SAMPLES, st.none() | st.integers(1, 512))
def test_no_two_samples_make_an_absurd_number(before, after, host_cpus):
    values = rates(before, after, host_cpus).values()
    values.pop("memoryResident")  # handed on as it was read
    for name, value in values.items():
        for number in numbers_of(value):
            assert isfinite(number)
            assert number >= 0
            if BY_NAME[name].unit == "%":
                assert number <= 100
            if name.endswith("Rate"):
                assert number <= FASTEST * 4  # a sum of at most four devices


@given(st.lists(st.none() | st.integers(0, 2**64), min_size=2, max_size=20))
def test_a_device_that_vanishes_and_returns_is_never_billed_for_its_absence(counters):
    steps = [
        sample(disks=disks(2.0 * i, *([] if c is None else [disk("vda", c, 0)])))
        for i, c in enumerate(counters)
    ]
    for i in range(1, len(steps)):
        rate = rates(steps[i - 1], steps[i]).diskReadRate
        a, b = counters[i - 1], counters[i]
        if a is None and b is not None:
            assert rate is None
        elif b is None:
            assert rate == 0
        elif b < a:
            assert rate is None
        else:
            assert rate == (b - a) / 2 or (rate is None and (b - a) / 2 > FASTEST)


@given(st.floats(0.1, 3600), st.floats(0, 1), st.integers(1, 64))
def test_what_was_put_in_comes_out(seconds, share, count):
    used = int(share * count * seconds * NANO)
    usage = rates(sample(cpu=CpuReading(0.0, 0, count)), sample(cpu=CpuReading(seconds, used, count)), count)
    assert usage.cpuUsage == pytest.approx(share * 100, abs=1e-3)
    assert usage.cpuHostUsage == usage.cpuUsage
