"""The computer's clock is set while the program runs: nothing that is shown, awaited or kept goes by it.

Real programs under libfaketime, which sets the clock of the one program alone.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.display import DesktopSession
from tests.helpers.enginebus import HOST, NAME, EngineClient
from tests.helpers.faketime import FakeTime
from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.program import Program
from tests.helpers.screen import Screen
from tests.helpers.waiting import until

pytestmark = [pytest.mark.live, pytest.mark.desktop]
DAY = 86400
JUMPS = (3600, -2 * 3600, DAY, -365 * DAY, 365 * DAY)
DOMAIN = "<domain type='qemu'><name>{}</name><memory unit='MiB'>32</memory><os><type>hvm</type></os></domain>"


def test_ages_and_the_way_back(
    desktop: DesktopSession, own_libvirtd: PrivateLibvirtd, tmp_path: Path
) -> None:
    """A host is lost, and the clock jumps: its age goes on by what has passed, and the tries to come back too."""
    xml = tmp_path / "seen.xml"
    xml.write_text(DOMAIN.format("seen"))
    own_libvirtd.virsh("define", str(xml))
    clock = FakeTime(tmp_path)
    screen = Screen(desktop, "--window", "-c", own_libvirtd.qemu_uri, env=clock.env)
    screen.once("^seen")
    own_libvirtd.kill9()
    said = screen.once(r"Last read .* ago.*Next try: ")
    for seconds in JUMPS:
        clock.set(seconds)
        said = screen.once("Last read .* ago", said)  # it was told anew since
        assert re.search(r" \d+ (s|min) ago", said), said
        assert not re.search(r"Next try: in (\d+ (h|d)|([2-9]|\d\d+) min)", said), said
    own_libvirtd.start()
    # The tries may be a minute apart by now.
    until(lambda: "Last read" not in " ".join(screen.texts()), 150, "it is connected again", every=0.3)
    own_libvirtd.virsh("undefine", "seen")
    until(lambda: not any(text.startswith("seen") for text in screen.texts()), what="events flow", every=0.3)


def test_how_long_a_machine_is_as_it_is(
    desktop: DesktopSession, own_libvirtd: PrivateLibvirtd, make_guest: Callable[..., Guest], tmp_path: Path
) -> None:
    guest = make_guest("runner", daemon=own_libvirtd, boots=False)
    clock = FakeTime(tmp_path)
    screen = Screen(desktop, "--window", "-c", own_libvirtd.qemu_uri, env=clock.env)
    screen.once("^runner")
    guest.start(wait=False)
    screen.program.tell("--show", "runner")
    screen.once(r"since .* \((now|\d+ s ago)\)")
    for seconds in JUMPS:
        clock.set(seconds)
        year = time.strftime("%Y", time.localtime(time.time() + seconds))
        said = screen.once(rf"since .*{year}.* \(")
        assert re.search(r"\((now|\d+ (s|min) ago)\)", said), said


def test_a_host_that_falls_silent_after_the_clock_was_set_back(
    session_bus: DesktopSession, own_libvirtd: PrivateLibvirtd, tmp_path: Path
) -> None:
    """Nobody looks: what finds it is libvirt's keepalive."""
    settings = Path(session_bus.env["XDG_CONFIG_HOME"]) / "virtmonitor" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("version = 1\n[intervals]\nkeepalive = 1.0\n")
    clock = FakeTime(tmp_path)
    program = Program(
        *(session_bus, "--serve", "--allow-commands", "-c", own_libvirtd.qemu_uri), env=clock.env, name=NAME
    )
    with EngineClient(session_bus) as client:
        (host,) = client.engine("Sources")
        path = client.engine("Object", "s", host)
        until(lambda: client.all_properties(path, HOST)["connection"] == "connected", what="it is connected")
        for seconds in (-DAY, -365 * DAY):
            clock.set(seconds)
            own_libvirtd.sigstop()
            client.wait_until(path, "connection", "unresponsive")
            told = client.all_properties(path, HOST)
            assert abs(told["updatedAt"] - (time.time() + seconds)) < 600
            own_libvirtd.sigcont()
            client.wait_until(path, "connection", "connected")
    assert program.process.poll() is None
