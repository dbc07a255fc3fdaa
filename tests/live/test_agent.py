"""A real guest with a real guest agent: what only it can tell and do; virsh is the judge."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import libvirt
import pytest

from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.waiting import until
from virtmonitor.hypervisor import commands
from virtmonitor.hypervisor.guestfacts import GuestReader
from virtmonitor.hypervisor.xmlarchive import XmlArchive

pytestmark = pytest.mark.live


@pytest.fixture(name="connection")
def _connection(libvirtd: PrivateLibvirtd) -> Iterator[libvirt.virConnect]:
    connection = libvirt.open(libvirtd.qemu_uri)
    yield connection
    assert connection.close() == 0


@pytest.fixture(name="guest")
def _guest(libvirtd: PrivateLibvirtd) -> Iterator[Guest]:
    guest = Guest(libvirtd, "talks", agent=True, network="user", pm=True, memory=128).define()
    try:
        guest.start()
        answers(guest)
        yield guest
    finally:
        guest.destroy()


def answers(guest: Guest) -> None:
    """Until libvirt says that the agent is there."""
    until(lambda: "state='connected'" in guest.daemon.virsh("dumpxml", guest.uuid), 240, "its agent is there")


def do(connection: libvirt.virConnect, guest: Guest, operation: str, tmp_path: Path, **values: str) -> None:
    commands.execute(connection, guest.uuid, operation, values, XmlArchive("talks", tmp_path))


def test_it_tells_its_name_its_system_and_its_addresses(guest: Guest, connection: libvirt.virConnect) -> None:
    reader = GuestReader(connection)
    facts = reader.read(guest.uuid)
    reader.rest()
    assert facts is not None
    assert (facts.hostname, facts.osName) == ("tiny", "Tiny Guest 1.0")
    assert facts.hostname == guest.daemon.virsh("domhostname", guest.uuid, "--source", "agent")
    assert facts.addresses is not None
    assert "10.0.2.15" in facts.addresses
    told = guest.daemon.virsh("domifaddr", guest.uuid, "--source", "agent")
    assert set(facts.addresses) <= set(re.findall(r"([0-9a-f.:]+)/\d+", told))
    argv = [sys.executable, "-m", "virtmonitor", "-c", guest.daemon.qemu_uri, "show", guest.uuid, "--json"]
    shown = json.loads(subprocess.run(argv, capture_output=True, check=True).stdout)
    assert (shown["hostname"], shown["osName"]) == ("tiny", "Tiny Guest 1.0")
    assert "10.0.2.15" in shown["addresses"]


def test_it_sleeps_is_woken_reboots_and_shuts_down_when_its_agent_is_asked(
    guest: Guest, connection: libvirt.virConnect, tmp_path: Path
) -> None:
    state = lambda: guest.daemon.virsh("domstate", guest.uuid, "--reason")  # noqa: E731
    do(connection, guest, "pmSuspend", tmp_path, target="mem")
    until(lambda: state().startswith("pmsuspended"), what="it sleeps")
    do(connection, guest, "pmWakeup", tmp_path)
    until(lambda: state() == "running (event wakeup)", what="it is awake")
    until(lambda: "running" in state() and _pings(guest), 120, "its agent is awake too")
    do(connection, guest, "reboot", tmp_path, mode="agent")
    guest.wait_ready(boots=2)
    until(lambda: _pings(guest), 240, "its agent is there again")
    do(connection, guest, "shutdown", tmp_path, mode="agent")
    until(lambda: state().startswith("shut off"), what="it is shut off")


def _pings(guest: Guest) -> bool:
    try:
        guest.daemon.virsh("qemu-agent-command", guest.uuid, '{"execute":"guest-ping"}', "--timeout", "5")
    except AssertionError:
        return False
    return True
