"""A guest whose hypervisor hangs is alone: the others go on ticking, it says that it does not answer, and recovers."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest

from tests.faults.conftest import Watched, scaled
from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd

pytestmark = pytest.mark.live
INTERVAL = 500


def test_one_of_five_guests_hangs(
    watched: Watched, own_libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest]
) -> None:
    guests = [
        make_guest(f"guest-{i}", daemon=own_libvirtd, boots=False).start(wait=False) for i in range(1, 6)
    ]
    state = watched.up("h", own_libvirtd.qemu_uri)
    sources = [f"h/{guest.uuid}" for guest in guests]
    watched.look(*sources, interval=INTERVAL)
    shown = watched.looker.shown
    watched.until(lambda: all(shown.get(source, {}).get("cpuUsage") is not None for source in sources), 60)

    hung, others = sources[0], sources[1:]
    pid = guests[0].pid
    os.kill(pid, signal.SIGSTOP)
    try:
        watched.until(lambda: shown[hung].get("answering") is False, 60)
        times = dict(watched.looker.times)
        seconds = scaled(5, 60)
        watched.during(seconds)
        ticked = [watched.looker.times[source] - times[source] for source in others]
        # Each tick that came late is missing here: the fewest of the four shows the slowest.
        assert min(ticked) >= seconds * 1000 / INTERVAL / 2, ticked
        assert all(shown[source]["answering"] is True for source in others)
        # The host's own reading goes on too: what virsh does to another guest is seen.
        own_libvirtd.virsh("suspend", guests[1].uuid)
        watched.until(lambda: state.records[guests[1].uuid].state.word == "paused")
        assert state.live
    finally:
        os.kill(pid, signal.SIGCONT)
    watched.until(lambda: shown[hung].get("answering") is True, 60)
