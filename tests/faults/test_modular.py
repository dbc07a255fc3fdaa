"""A host whose daemons are split (virtqemud): found by their socket, lost and found again.

Debian builds libvirtd alone (11.3 of Debian 13 too), so the daemon that answers at the socket of virtqemud here is
libvirtd: what is shown is the way that libvirt's client and this program choose, not the other daemon. By hand all of
this was seen with a virtqemud built of the same source too.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.test_daemon import DOMAIN
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.processes import children, start, stop
from tests.helpers.waiting import listens, until

pytestmark = pytest.mark.live
NOBODY = 65534
PUBLIC = "/mnt"
ROOT = Path(__file__).parents[2]
LINK = "mkdir -p /run/libvirt; for end in -sock -sock-ro; do ln -sf $1/libvirt$end /run/libvirt/virtqemud$end; done"


@pytest.fixture
def modular(own_libvirtd: PrivateLibvirtd) -> PrivateLibvirtd:
    """A daemon that answers where virtqemud does, and nobody where libvirtd does."""
    argv = [*own_libvirtd.inside(), "sh", "-c", LINK, "sh", str(own_libvirtd.socket.parent)]
    subprocess.run(argv, check=True)
    (own_libvirtd.directory / "one.xml").write_text(DOMAIN.format("one"))
    own_libvirtd.virsh("define", f"{own_libvirtd.directory}/one.xml")
    return own_libvirtd


@pytest.fixture
def watching(modular: PrivateLibvirtd) -> Iterator[subprocess.Popen[str]]:
    """`virtmonitor watch` where the daemon is; it was given no URI."""
    argv = [*modular.inside(), sys.executable, "-m", "virtmonitor", "watch", "--json"]
    process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    yield process
    for child in children(process.pid):
        os.kill(child, signal.SIGKILL)
    process.communicate(timeout=20)


def test_the_split_daemon_is_found_lost_and_found_again(
    modular: PrivateLibvirtd, watching: subprocess.Popen[str]
) -> None:
    assert watching.stdout is not None
    # Those of machines: beside them it tells how the host is.
    lines = (told for told in map(json.loads, watching.stdout) if "/" in told["source"])
    first = next(lines)
    assert (first["event"], first["data"]["name"], first["data"]["stale"]) == ("added", "one", False)
    modular.kill9()
    assert next(lines)["data"]["stale"] is True
    modular.start()
    assert next(lines)["data"]["stale"] is False
    modular.virsh("undefine", "one")
    assert next(lines)["event"] == "removed"


def test_a_daemon_of_the_user_s_own_is_found(own_libvirtd: PrivateLibvirtd) -> None:
    """Where none of the system answers; GNOME Boxes keeps its machines so."""
    names = ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    home = {name: own_libvirtd.directory / name.lower() for name in names}
    for directory in home.values():
        directory.mkdir(mode=0o700)
        os.chown(directory, NOBODY, NOBODY)
    env = ["env", *(f"{name}={value}" for name, value in home.items())]
    daemon = start([*own_libvirtd.inside(NOBODY), *env, "libvirtd"], own_libvirtd.directory / "session")
    socket = home["XDG_RUNTIME_DIR"] / "libvirt" / "libvirt-sock"
    until(lambda: listens(socket), what="the daemon of the session listens")
    (own_libvirtd.directory / "mine.xml").write_text(DOMAIN.format("mine"))
    uri = f"qemu+unix:///session?socket={socket}"
    own_libvirtd.virsh("define", f"{own_libvirtd.directory}/mine.xml", uri=uri)
    # A checkout below /root is closed to others; this mount is seen by who is beside the daemon.
    subprocess.run([*own_libvirtd.inside(), "mount", "--bind", str(ROOT), PUBLIC], check=True)
    python = [
        f"PYTHONPATH={PUBLIC}",
        "PYTHONDONTWRITEBYTECODE=1",
        sys.executable.replace(str(ROOT), PUBLIC, 1),
    ]
    listing = [*own_libvirtd.inside(NOBODY), *env, *python, "-m", "virtmonitor", "list", "--json"]
    done = subprocess.run(listing, capture_output=True, text=True, timeout=60, check=False)
    stop(daemon)
    assert done.stderr == ""
    assert [(told["host"], told["name"]) for told in json.loads(done.stdout)] == [("qemu-session", "mine")]
