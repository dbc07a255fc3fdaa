"""Hosts over ssh: what keeps somebody out is one sentence with the next step, and no terminal is asked."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import Watched
from tests.helpers import sshd
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.needs import skip_for
from tests.helpers.sshd import PrivateSshd
from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.uris import ssh_target
from virtmonitor.engine.hoststate import HostState

pytestmark = pytest.mark.live
ROOT = Path(__file__).parents[2]


@pytest.fixture
def host(libvirtd: PrivateLibvirtd, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateSshd]:
    """An sshd; libvirt's ssh is ours."""
    skip_for(sshd.why_not())
    with PrivateSshd(libvirtd) as it:
        monkeypatch.setenv("PATH", it.environment["PATH"])
        yield it


def uri(host: PrivateSshd) -> str:
    return f"qemu+ssh://{host.authority}/system"


def failure(state: HostState) -> str:
    return str(state.status.failure)


def test_a_host_over_ssh(watched: Watched, host: PrivateSshd) -> None:
    """It is read, it dies, it comes back."""
    state = watched.up("h", uri(host))
    assert state.status.state is ConnectionState.CONNECTED
    host.die()
    watched.until(lambda: not state.live)
    assert state.status.state is ConnectionState.RECONNECTING
    watched.until(lambda: "lets nobody in by ssh now" in failure(state))
    host.start()
    watched.engine.retryAll()
    watched.until(lambda: watched.is_read("h"))
    assert all("-o BatchMode=yes" in call for call in host.calls())


@pytest.mark.parametrize(
    ("keep_out", "sentence", "step", "let_in"),
    [
        ("forget", "host key of {host} is not known", "Run `ssh {ssh}` once in a terminal", "know"),
        ("pretend", "another host key than before", "Ask its administrator", "know"),
        ("lock_out", "{host} wants a password", "ssh-copy-id {ssh}", "let_in"),
    ],
)
def test_what_keeps_out_is_told(
    watched: Watched,
    host: PrivateSshd,
    keep_out: str,
    sentence: str,
    step: str,
    let_in: str,
) -> None:
    getattr(host, keep_out)()
    state = watched.add("h", uri(host))
    watched.until(lambda: state.status.state is ConnectionState.FAILED)
    assert sentence.format(host=host.authority) in failure(state)
    assert step.format(ssh=ssh_target(uri(host))) in failure(state)
    assert not state.can_authenticate
    # It is not tried again and again: that would lock the user out of some hosts.
    tried = len(host.calls())
    watched.during(3)
    assert len(host.calls()) == tried == 1
    # Once the person has done it, one press is enough.
    getattr(host, let_in)()
    watched.engine.retryHost("h")
    watched.until(lambda: watched.is_read("h"))


def test_a_host_without_libvirt(watched: Watched, host: PrivateSshd) -> None:
    host.serve(Path("/nonexistent"))
    state = watched.add("h", uri(host))
    watched.until(lambda: state.status.failure is not None)
    assert "its libvirt daemon does not answer" in failure(state)
    assert state.status.state is ConnectionState.RECONNECTING


def test_a_host_that_cannot_pass_the_connection_on(watched: Watched, host: PrivateSshd) -> None:
    """netcat is what old libvirt passes it on with; here it has another name than any program."""
    state = watched.add("h", f"{uri(host)}?proxy=netcat&netcat=no-such-netcat")
    watched.until(lambda: state.status.failure is not None)
    assert "has no libvirt" in failure(state)


def test_a_name_that_nobody_knows(watched: Watched, host: PrivateSshd) -> None:
    state = watched.add("h", "qemu+ssh://no-such-host.invalid/system")
    watched.until(lambda: state.status.failure is not None)
    assert "No host named no-such-host.invalid can be found" in failure(state)


@pytest.mark.parametrize("keep_out", ["forget", "lock_out"])
def test_nothing_is_asked_on_a_terminal(host: PrivateSshd, keep_out: str) -> None:
    """The whole program on a terminal of its own: ssh would ask there, and by a program named in SSH_ASKPASS."""
    getattr(host, keep_out)()
    askpass = host.home / "askpass"
    askpass.write_text(f"#!/bin/sh\ntouch {host.home}/asked\n")
    askpass.chmod(0o755)
    env = dict(os.environ) | {"SSH_ASKPASS": str(askpass), "SSH_ASKPASS_REQUIRE": "force", "DISPLAY": ":9"}
    argv = ["-m", "virtmonitor", "list", "-c", uri(host)]
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        ["setsid", "--ctty", "--wait", sys.executable, *argv],
        stdin=terminal,
        stdout=terminal,
        stderr=subprocess.PIPE,
        env=env,
        cwd=ROOT,
        text=True,
    )
    _, errors = process.communicate(timeout=60)
    os.close(terminal)
    os.set_blocking(controller, False)
    try:
        said = os.read(controller, 65536)
    except (BlockingIOError, OSError):
        said = b""
    os.close(controller)
    assert said == b""
    assert process.returncode == 3
    assert host.authority in errors
    assert not (host.home / "asked").exists()
