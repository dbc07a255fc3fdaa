"""Statistics of a host, on libvirt's test driver: what a driver does not tell is unknown, and not asked again."""

import libvirt

from virtmonitor.hypervisor.hoststats import HostSampler, _cpu, _memory


def test_a_driver_without_memory_statistics():
    connection = libvirt.open("test:///default")
    sampler = HostSampler()
    first, second = sampler.sample(connection), sampler.sample(connection)
    assert first.cpu_count == second.cpu_count == 16
    assert first.memory_total == 3 << 30
    assert first.memory_free is not None
    assert None not in (first.cpu_busy, first.cpu_idle)
    assert connection.close() == 0


def test_waiting_for_a_disk_is_idle_and_caches_are_free():
    assert _cpu({"kernel": 1, "user": 2, "idle": 10, "iowait": 5, "intr": 3}) == (6, 15)
    assert _cpu({"utilization": 40}) == (None, None)
    assert _memory({"total": 100, "free": 10, "buffers": 5, "cached": 25}) == (100 * 1024, 40 * 1024)
    assert _memory({}) == (None, None)
