"""Statistics of real guests: beside what the kernel, the guest itself and virsh say of the same moment."""

import contextlib
import os
import re
import signal
import subprocess
import threading
import time
from pathlib import Path

import libvirt
import pytest

from bench.wire import wire
from tests.helpers.waiting import until
from virtmonitor.core.rates import NANO, rates
from virtmonitor.core.sample import Want
from virtmonitor.hypervisor.costs import Form
from virtmonitor.hypervisor.statistics import Sampler

pytestmark = pytest.mark.live

EVERYTHING = Want.EVERYTHING & ~Want.DISKS & ~Want.INTERFACES
TICKS = os.sysconf("SC_CLK_TCK")


@pytest.fixture
def make_sampler():
    """A maker of samplers; their connections must close without anything left."""
    made = []

    def make(uri, read_only=False, apart=True):
        connect = libvirt.openReadOnly if read_only else libvirt.open
        connection = connect(uri)
        sampler = Sampler(connection, (lambda: connect(uri)) if apart else None)
        made.append((sampler, connection))
        return sampler

    yield make
    for sampler, connection in made:
        until(lambda sampler=sampler: sampler.close() == 0, 60, "no call is stuck any more")
        assert connection.close() == 0


def thread_seconds(pid, name):
    """CPU time in s of a process's threads of that name, as the kernel counts it."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        if re.fullmatch(name, (task / "comm").read_text().strip()):
            fields = (task / "stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
    return total / TICKS


def test_a_guest_that_burns_a_vcpu_reads_what_the_kernel_gave_it(libvirtd, make_guest, make_sampler):
    """100 % on an idle host. A busy one gives less than a core, so the kernel's own count is the measure."""
    guest = make_guest(vcpus=2, burn=True).start()
    sampler = make_sampler(libvirtd.qemu_uri)
    wants = {guest.uuid: Want.CPU | Want.VCPU}
    process = guest.pid
    (before,) = sampler.sample(wants)
    began, used = time.monotonic(), thread_seconds(process, ".*")
    time.sleep(4)  # the interval that is measured, not a wait for something
    (after,) = sampler.sample(wants)
    seconds, used = time.monotonic() - began, thread_seconds(process, ".*") - used
    usage = rates(before, after, host_cpus=os.cpu_count())
    given = used / seconds * 100
    assert usage.cpuUsage == pytest.approx(min(given / 2, 100), abs=3)
    assert usage.cpuHostUsage == pytest.approx(given / os.cpu_count(), abs=3)
    assert usage.cpuTime == pytest.approx(thread_seconds(process, ".*"), abs=0.5)
    assert len(usage.vcpuUsage) == 2
    assert sum(usage.vcpuUsage) == pytest.approx(min(given, 200), abs=8)  # TCG works outside its vCPUs too


def test_memory_used_is_what_the_guest_itself_says(libvirtd, make_guest, make_sampler):
    guest = make_guest(memory=256).start()
    sampler = make_sampler(libvirtd.qemu_uri)
    sampler.begin_memory(guest.uuid)

    def used():
        (sample,) = sampler.sample({guest.uuid: Want.MEMORY})
        return rates(None, sample).memoryUsed

    def agree():
        total, available = guest.memory()
        return used() is not None and abs(used() - (total - available) * 1024) <= total * 1024 * 0.05

    until(agree, 60, "the balloon agrees with the serial console")
    little = used()
    guest.tell("alloc 100")
    until(lambda: used() > little + (80 << 20), 60, "the allocated memory is seen")
    until(agree, 60, "they agree again")
    sampler.end_memory(guest.uuid)


def test_the_period_is_set_while_somebody_looks_and_put_back(libvirtd, make_guest, make_sampler):
    guest = make_guest()
    guest.daemon.virsh("undefine", guest.uuid)
    guest.xml = guest.xml.replace('<stats period="1"/>', "")
    guest.define().start()
    sampler = make_sampler(libvirtd.qemu_uri)

    def period():
        return re.search(r"<stats period='(\d+)'", libvirtd.virsh("dumpxml", guest.uuid))

    assert period() is None
    (sample,) = sampler.sample({guest.uuid: Want.MEMORY})
    assert rates(None, sample).memoryUsed is None
    sampler.begin_memory(guest.uuid)
    until(lambda: rates(None, sampler.sample({guest.uuid: Want.MEMORY})[0]).memoryUsed, 30, "it is told")
    assert period()[1] == "2"
    assert libvirtd.virsh("dumpxml", "--inactive", guest.uuid).count("<stats") == 0
    sampler.end_memory(guest.uuid)
    assert period() is None


def test_read_only_reads_what_it_may(libvirtd, make_guest, make_sampler):
    guest = make_guest(disk=4).start()
    uri = libvirtd.qemu_uri.replace("libvirt-sock", "libvirt-sock-ro")
    sampler = make_sampler(uri, read_only=True)
    sampler.begin_memory(guest.uuid)
    (sample,) = sampler.sample({guest.uuid: EVERYTHING})
    assert None not in (sample.cpu, sample.vcpus, sample.memory, sample.disks, sample.interfaces)
    sampler.end_memory(guest.uuid)


@pytest.mark.parametrize("wants", [Want.DISK, Want.DISKS])
def test_disk_rates_agree_with_virsh(libvirtd, make_guest, make_sampler, wants):
    guest = make_guest(disk=64).start()
    sampler = make_sampler(libvirtd.qemu_uri)

    def virsh():
        text = libvirtd.virsh("domblkstat", guest.uuid, "vda")
        return {key: int(re.search(rf"{key} (\d+)", text)[1]) for key in ("rd_bytes", "wr_bytes")}

    sampler.sample({guest.uuid: wants})  # finds out what is cheapest
    (before,), old = sampler.sample({guest.uuid: wants}), virsh()
    guest.tell("write 32")
    guest.tell("read 16")
    (after,), new = sampler.sample({guest.uuid: wants}), virsh()
    usage, seconds = rates(before, after), after.disks.at - before.disks.at
    assert new["wr_bytes"] - old["wr_bytes"] >= 32 << 20
    assert usage.diskWriteRate * seconds == pytest.approx(new["wr_bytes"] - old["wr_bytes"])
    assert usage.diskReadRate * seconds == pytest.approx(new["rd_bytes"] - old["rd_bytes"])
    if wants is Want.DISKS:
        (disk,) = usage.disks
        assert (disk["target"], disk["source"], disk["capacity"]) == ("vda", str(guest.disk), 64 << 20)
        assert disk["writeRate"] == usage.diskWriteRate


@pytest.fixture
def tap():
    """A network card of the host that leads to one guest, at the address that the guest pings."""
    name = f"vmt{os.getpid() % 100000}"
    ip = ["ip"]
    subprocess.run([*ip, "tuntap", "add", name, "mode", "tap"], check=True)
    subprocess.run([*ip, "address", "add", "10.0.2.2/24", "dev", name], check=True)
    subprocess.run([*ip, "link", "set", name, "up"], check=True)
    yield name
    subprocess.run([*ip, "link", "delete", name], check=True)


def test_network_rates_agree_with_the_host_s_own_counters(libvirtd, make_guest, make_sampler, tap):
    guest = make_guest(define=False)
    mac = "52:54:00:aa:bb:cc"
    card = f"<interface type='ethernet'><mac address='{mac}'/><target dev='{tap}' managed='no'/>"
    guest.xml = guest.xml.replace("</devices>", f"{card}<model type='virtio'/></interface></devices>")
    guest.define().start()
    sampler = make_sampler(libvirtd.qemu_uri)
    wants = {guest.uuid: Want.NETWORK | Want.INTERFACES}

    def counters():
        directory = Path(f"/sys/class/net/{tap}/statistics")
        return [int((directory / f"{way}_bytes").read_text()) for way in ("tx", "rx")]

    (before,), old = sampler.sample(wants), counters()
    guest.tell("send 50")
    (after,), new = sampler.sample(wants), counters()
    usage, seconds = rates(before, after), after.interfaces.at - before.interfaces.at
    received, sent = (b - a for a, b in zip(old, new, strict=True))
    assert sent > 50 * 1400
    assert usage.netTransmitRate * seconds == pytest.approx(sent, rel=0.02)
    assert usage.netReceiveRate * seconds == pytest.approx(received, rel=0.02)
    (interface,) = usage.interfaces
    assert (interface["target"], interface["mac"]) == (tap, mac)


def test_a_restart_begins_anew(libvirtd, make_guest, make_sampler):
    guest = make_guest(burn=True, disk=4).start()
    sampler = make_sampler(libvirtd.qemu_uri)
    wants = {guest.uuid: EVERYTHING}
    until(lambda: sampler.sample(wants)[0].cpu.time > NANO, 60, "it has used a second of CPU")
    (before,) = sampler.sample(wants)
    libvirtd.virsh("destroy", guest.uuid)
    assert sampler.sample(wants) == []
    libvirtd.virsh("start", guest.uuid)
    (after,) = sampler.sample(wants)
    assert after.run != before.run
    usage = rates(before, after)
    assert (usage.cpuUsage, usage.diskReadRate) == (None, None)
    assert usage.cpuTime is not None


@pytest.fixture
def five(libvirtd, make_guest):
    """Five running domains without a system: their monitors answer, and that is all that is needed."""
    return [make_guest(boots=False, disk=1).start(wait=False) for _ in range(5)]


@pytest.fixture
def hang():
    """Stops processes, and lets them go on at the end at the latest."""
    stopped = []

    def stop(guest):
        stopped.append(guest.pid)
        os.kill(stopped[-1], signal.SIGSTOP)

    yield stop
    for pid in stopped:
        with contextlib.suppress(ProcessLookupError):  # a test may have killed it
            os.kill(pid, signal.SIGCONT)


def test_far_away_all_domains_are_read_in_a_call_or_two(libvirtd, five, make_sampler):
    """20 ms there and back: what is cheapest is found out there, not assumed."""
    with wire(libvirtd.socket, 20.0) as far:
        sampler = make_sampler(f"qemu+unix:///system?socket={far.socket}")
        wants = {guest.uuid: EVERYTHING for guest in five}

        def calls():
            before = far.counts()["sent call"]
            assert all(None not in (s.cpu, s.memory, s.disks, s.interfaces) for s in sampler.sample(wants))
            return far.counts()["sent call"] - before

        until(lambda: calls() <= 2, 60, "a tick of at most two calls")
        sampler.rest()


def answering(samples):
    return [sample.answering for sample in samples]


@pytest.mark.parametrize("bulk", [False, True])
def test_a_guest_that_hangs_is_alone(libvirtd, five, make_sampler, hang, bulk):
    """In whichever form it is asked: each by itself, as is cheapest here, or all in one call."""
    sampler = make_sampler(libvirtd.qemu_uri)
    if bulk:
        only_bulk(sampler)
    wants = {guest.uuid: EVERYTHING for guest in five}
    assert answering(sampler.sample(wants)) == [True] * 5
    for victim in (4, 1):
        hang(five[victim])
        sampler.sample(wants)
    samples = sampler.sample(wants)
    assert answering(samples) == [True, False, True, True, False]
    for sample in samples:
        assert (sample.disks is not None) is sample.answering
        assert sample.interfaces is not None
    assert sum(thread.name == "ask guests" for thread in threading.enumerate()) == 2
    go_on(five)
    until(lambda: all(answering(sampler.sample(wants))), 60, "all are taken back")
    assert all(sample.disks is not None for sample in sampler.sample(wants))
    until(lambda: not any(thread.name == "ask guests" for thread in threading.enumerate()), 30)


def only_bulk(sampler):
    """As on a host so far away that one call for all is the cheapest."""
    for group in (Want.CPU, Want.VCPU, Want.MEMORY, Want.DISK):
        sampler._costs.learn(group, Form.SERIES, 1.0, time.monotonic())


def go_on(guests):
    for guest in guests:
        os.kill(guest.pid, signal.SIGCONT)


def test_of_a_guest_that_hangs_the_host_still_knows_its_cpu(libvirtd, five, make_sampler, hang):
    sampler = make_sampler(libvirtd.qemu_uri)
    wants = {guest.uuid: Want.CPU | Want.MEMORY for guest in five[:2]}
    hang(five[0])
    first, second = sampler.sample(wants)
    assert (first.answering, second.answering) == (False, True)
    assert first.cpu is not None
    assert first.memory is None
    assert second.memory is not None
    go_on(five)


def test_a_guest_that_hangs_on_a_connection_without_another(libvirtd, five, make_sampler, hang):
    """As when no second connection can be had: libvirt 9.0 may wait for a keepalive, so only the end counts."""
    sampler = make_sampler(libvirtd.qemu_uri, apart=False)
    wants = {guest.uuid: Want.MEMORY for guest in five[:2]}
    hang(five[0])
    until(lambda: answering(sampler.sample(wants)) == [False, True], 60, "the one that hangs is found")
    go_on(five)
    until(lambda: all(answering(sampler.sample(wants))), 60, "it is taken back")


def test_a_hung_guest_that_is_killed_is_left_out(libvirtd, five, make_sampler, hang):
    sampler = make_sampler(libvirtd.qemu_uri)
    wants = {guest.uuid: EVERYTHING for guest in five[:2]}
    hang(five[0])
    assert answering(sampler.sample(wants)) == [False, True]
    os.kill(five[0].pid, signal.SIGKILL)
    until(lambda: len(sampler.sample(wants)) == 1, 60, "the dead one is gone")
