"""A user without rights: everything is shown, nothing can be done, the reason is told, and nobody is asked for a
password before the person wants to give it. Real polkit, with its own agent on a terminal, is the witness.
"""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import libvirtd as private
from tests.helpers import polkit
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.needs import skip_for
from tests.helpers.polkit import Polkit

pytestmark = pytest.mark.live
NOBODY = 65534
ROOT = Path(__file__).parents[2]
DOMAIN = (
    "<domain type='qemu'><name>seen</name><memory unit='MiB'>32</memory><os><type>hvm</type></os></domain>"
)
PUBLIC = "/mnt"
ALLOW = (
    'polkit.addRule(function(action, subject) { if (subject.user == "nobody") return polkit.Result.YES; });'
)


@pytest.fixture
def desktop_daemon(request: pytest.FixtureRequest) -> Iterator[tuple[PrivateLibvirtd, Polkit]]:
    """A daemon as a desktop has it: polkit decides who manages, everybody may look."""
    skip_for(private.why_not(), polkit.why_not())
    mode, auth = getattr(request, "param", ("0777", "polkit"))
    with PrivateLibvirtd(mode, auth=auth) as daemon, Polkit(daemon) as rights:
        (daemon.directory / "seen.xml").write_text(DOMAIN)
        daemon.virsh("define", f"{daemon.directory}/seen.xml")
        # A checkout below /root is closed to others; this mount is seen by the daemon and who is beside it.
        rights.run("mount", "--bind", str(ROOT), PUBLIC)
        yield daemon, rights


def run_as_nobody(daemon: PrivateLibvirtd, *steps: str) -> tuple[list[dict[str, Any]], str]:
    """What the program told, and what else came to its terminal."""
    home = daemon.directory / "nobody"
    home.mkdir(exist_ok=True)
    os.chown(home, NOBODY, NOBODY)
    env = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": PUBLIC,
    }
    python = sys.executable.replace(str(ROOT), PUBLIC, 1)
    argv = [*daemon.inside(NOBODY), python, "-m", "tests.faults.unprivileged", *steps]
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        ["setsid", "--ctty", "--wait", *argv], stdin=terminal, stdout=terminal, stderr=terminal, env=env
    )
    os.close(terminal)
    said = b""
    with contextlib.suppress(OSError):  # EIO: the terminal has no other end any more
        while chunk := os.read(controller, 65536):
            said += chunk
            if b"Password:" in said[-200:]:
                os.write(controller, b"not the password\n")
    os.close(controller)
    assert process.wait(60) == 0, said
    text = said.decode()
    told = [json.loads(line) for line in re.findall(r"\{.*\}", text)]
    return told, re.sub(r"\{.*\}", "", text).strip()


def test_nobody_is_asked_before_the_person_wants_it(desktop_daemon: tuple[PrivateLibvirtd, Polkit]) -> None:
    told, other = run_as_nobody(desktop_daemon[0], "agent", "retry", "retry", "end")
    assert other == ""
    assert len(told) == 3
    for seen in told:
        assert (seen["connection"], seen["names"], seen["canAuthenticate"]) == ("readOnly", ["seen"], True)
        assert "without a password" in seen["error"]
        assert "group libvirt" in seen["error"]
        assert seen["reasons"]["start"] == seen["error"]
        assert all(seen["reasons"].values())


def test_the_person_authenticates(desktop_daemon: tuple[PrivateLibvirtd, Polkit]) -> None:
    """polkit asks, the answer is wrong: it stays read-only, and is not asked again."""
    told, other = run_as_nobody(desktop_daemon[0], "agent", "authenticate", "retry", "end")
    assert "org.libvirt.unix.manage" in other
    assert [seen["connection"] for seen in told] == ["readOnly"] * 3
    assert other.count("AUTHENTICATING") == 1


def test_with_the_right_nobody_is_asked(desktop_daemon: tuple[PrivateLibvirtd, Polkit]) -> None:
    _, rights = desktop_daemon
    rights.run("sh", "-c", f"echo '{ALLOW}' >/etc/polkit-1/rules.d/60-libvirt.rules")
    rights.until_allowed(NOBODY)
    told, other = run_as_nobody(desktop_daemon[0], "agent", "end")
    assert other == ""
    assert (told[0]["connection"], told[0]["error"], told[0]["canAuthenticate"]) == ("connected", None, False)
    assert told[0]["reasons"]["start"] == ""


@pytest.mark.parametrize("desktop_daemon", [("0700", "none")], indirect=True)
def test_a_socket_that_only_a_group_may_use(desktop_daemon: tuple[PrivateLibvirtd, Polkit]) -> None:
    told, other = run_as_nobody(desktop_daemon[0], "agent", "end")
    assert other == ""
    assert (told[0]["connection"], told[0]["names"]) == ("readOnly", ["seen"])
    assert "group libvirt" in told[0]["error"]
    assert told[0]["reasons"]["start"] == told[0]["error"]


@pytest.mark.parametrize("desktop_daemon", [("0777", "none")], indirect=True)
def test_a_socket_that_everybody_may_use(desktop_daemon: tuple[PrivateLibvirtd, Polkit]) -> None:
    """No polkit, no question, no read-only."""
    told, other = run_as_nobody(desktop_daemon[0], "agent", "end")
    assert (other, told[0]["connection"]) == ("", "connected")
