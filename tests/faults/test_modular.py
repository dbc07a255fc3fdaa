"""A host whose daemons are split (virtqemud): found by their socket, lost and found again.

Debian builds libvirtd alone (11.3 of Debian 13 too), so the daemon that answers at the socket of virtqemud here is
libvirtd: what is shown is the way that libvirt's client and this program choose, not the other daemon.
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
from tests.helpers.processes import children

pytestmark = pytest.mark.live
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
