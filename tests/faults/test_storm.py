"""Storms of changes and events that get lost: at the end the picture is what virsh says, and memory is what it was."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import libvirt
import pytest

from tests.faults.conftest import Watched, scaled
from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.engine.hoststate import HostState

pytestmark = pytest.mark.live
COUNT = int(scaled(300, 2000))

# Another process, as virsh would be 10,000 of them: defines, starts, renames, stops, undefines; some stay.
CHURN = """
import sys, libvirt
uri, count, first = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
xml = "<domain type='test'><name>{}</name><memory>1024</memory><os><type>hvm</type></os></domain>"
conn = libvirt.open(uri)
for i in range(first, first + count):
    domain = conn.defineXML(xml.format(f"storm-{i}"))
    domain.create()
    if i % 5 == 0:
        domain.suspend()
    if i % 3:
        domain.destroy()
        domain.rename(f"renamed-{i}")
    if i % 2:
        if domain.isActive():
            domain.destroy()
        domain.undefine()
conn.close()
"""
AWAY = """
import sys, libvirt
conn = libvirt.open(sys.argv[1])
for domain in conn.listAllDomains():
    if domain.name().startswith(("storm-", "renamed-")):
        if domain.isActive():
            domain.destroy()
        domain.undefine()
conn.close()
"""


def run(script: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", script, *arguments])


def picture(state: HostState) -> dict[str, tuple[str, str]]:
    return {record.uuid: (record.name, record.state.word) for record in state.records.values()}


def truth(uri: str) -> dict[str, tuple[str, str]]:
    words = ("nostate", "running", "blocked", "paused", "shutdown", "shutoff", "crashed", "pmsuspended")
    conn = libvirt.open(uri)
    found = {d.UUIDString(): (d.name(), words[d.state()[0]]) for d in conn.listAllDomains()}
    conn.close()
    return found


def resident() -> int:
    """KiB of memory in use."""
    gc.collect()
    line = next(
        line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS")
    )
    return int(line.split()[1])


def test_a_storm_of_domains(watched: Watched, own_libvirtd: PrivateLibvirtd) -> None:
    uri = own_libvirtd.test_uri()
    state = watched.up("h", uri)
    sizes = []
    for turn in range(3):
        churn = run(CHURN, uri, str(COUNT), str(turn * COUNT))
        watched.until(lambda churn=churn: churn.poll() is not None, 300)
        assert churn.returncode == 0
        expected = truth(uri)
        assert len(expected) > COUNT / 3
        watched.until(lambda expected=expected: picture(state) == expected, 60)
        away = run(AWAY, uri)
        watched.until(lambda away=away: away.poll() is not None, 300)
        watched.until(lambda: len(state.records) == 1, 60)
        assert picture(state) == truth(uri)
        sizes.append(resident())
    # The first turn warms up; what the later ones leave behind is less than a domain's record each.
    assert sizes[2] - sizes[1] < max(COUNT, 2000), sizes


def test_lost_events_are_found_while_somebody_looks(
    watched: Watched, own_libvirtd: PrivateLibvirtd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("virtmonitor.hypervisor.hostreader.CHECK_SECONDS", 1.0)
    # What libvirt says of domains never arrives.
    monkeypatch.setattr("virtmonitor.hypervisor.mailbox.Mailbox.hear", lambda *_: None)
    uri = own_libvirtd.test_uri()
    state = watched.up("h", uri)
    churn = run(CHURN, uri, "12", "0")
    watched.until(lambda: churn.poll() is not None)
    watched.during(3)
    assert len(state.records) == 1, "nobody looks: nothing is asked"
    watched.look("h", interval=1000)
    watched.until(lambda: picture(state) == truth(uri))
    watched.until(lambda: all(record.detailed for record in state.records.values()))
    conn = libvirt.open(uri)
    conn.lookupByName("storm-0").resume()
    conn.close()
    watched.until(lambda: picture(state) == truth(uri))


def test_the_check_is_cheap(
    watched: Watched, own_libvirtd: PrivateLibvirtd, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When nothing was lost, it reads no XML and publishes the list once."""
    monkeypatch.setattr("virtmonitor.hypervisor.hostreader.CHECK_SECONDS", 0.5)
    uri = own_libvirtd.test_uri()
    churn = run(CHURN, uri, "12", "0")
    watched.until(lambda: churn.poll() is not None)
    state = watched.up("h", uri)
    read: list[str] = []
    monkeypatch.setattr("virtmonitor.hypervisor.domainxml.details", lambda xml: read.append(xml) or {})
    changes: list[object] = []
    watched.engine.rowsChanged.connect(changes.append)
    checked: list[object] = []
    state.link.domainsRead.connect(checked.append)
    watched.look("h", interval=1000)
    watched.until(lambda: len(checked) >= 2)
    assert (read, changes) == ([], [])
