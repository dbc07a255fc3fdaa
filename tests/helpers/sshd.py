"""A private sshd on loopback, and an `ssh` that knows only what a test lets it know."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.helpers.guest_parts import CACHE
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.processes import lacking, start, stop
from tests.helpers.waiting import until

_SSHD = """
Port {port}
ListenAddress 127.0.0.1
HostKey {home}/hostkey
AuthorizedKeysFile {home}/authorized
PidFile {home}/pid
StrictModes no
UsePAM no
PasswordAuthentication yes
KbdInteractiveAuthentication no
PermitRootLogin yes
"""
# libvirt finds ssh in PATH: this one reads no file of the user's.
_SSH = """#!/bin/sh
echo "$@" >>{home}/calls
exec {ssh} -F {home}/ssh_config "$@"
"""
_CONFIG = """
UserKnownHostsFile {home}/known_hosts
GlobalKnownHostsFile /dev/null
IdentityFile {home}/identity
IdentitiesOnly yes
IdentityAgent none
"""


_PARTS = CACHE / "sshd"


def _find(name: str) -> str | None:
    """The program as it is installed, else as ./dev test unpacked it."""
    unpacked = _PARTS / "usr/sbin" / name
    return shutil.which(name, path="/usr/sbin:/sbin") or (str(unpacked) if unpacked.exists() else None)


def why_not() -> str:
    """Why it cannot be had here: a sentence, "" when it can."""
    if os.geteuid() != 0:
        return "A private sshd needs root."
    missing = [] if _find("sshd") else ["sshd"]
    missing += lacking("ssh", "ssh-keygen", "virt-ssh-helper")
    return f"A private sshd needs {', '.join(missing)}." if missing else ""


class PrivateSshd:
    """One sshd, on the machine as `daemon` sees it: that is where its clients find libvirt.

    By default its key is known and ours is accepted; `forget`, `pretend`, `lock_out` undo that.

    Attributes:
        environment: PATH with our ssh in front.
        authority: USER@HOST:PORT for a URI.
    """

    def __init__(self, daemon: PrivateLibvirtd) -> None:
        self._daemon = daemon
        self.home = Path(tempfile.mkdtemp(prefix="sshd-"))
        self.home.chmod(0o755)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.authority = f"root@127.0.0.1:{self._port}"
        self.environment = {"PATH": f"{self.home}/bin:{os.environ['PATH']}"}
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        Path("/run/sshd").mkdir(exist_ok=True)  # sshd wants it, and puts nothing there
        for key in ("hostkey", "identity"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(self.home / key)], check=True
            )
        (self.home / "bin").mkdir()
        ssh = self.home / "bin" / "ssh"
        ssh.write_text(_SSH.format(home=self.home, ssh=shutil.which("ssh")))
        ssh.chmod(0o755)
        (self.home / "ssh_config").write_text(_CONFIG.format(home=self.home))
        config = _SSHD.format(home=self.home, port=self._port)
        for option, name in (("SshdSessionPath", "sshd-session"), ("SshdAuthPath", "sshd-auth")):
            program = _PARTS / "usr/lib/openssh" / name  # OpenSSH 9.8 and newer
            config += f"{option} {program}\n" if program.exists() else ""
        (self.home / "sshd_config").write_text(config)
        users = self._daemon.directory / "passwd"
        if "sshd:" not in users.read_text():
            with users.open("a") as file:
                file.write("sshd:x:64056:65534::/run/sshd:/usr/sbin/nologin\n")
        self.let_in()
        self.know()
        self.serve(self._daemon.socket)
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.die()
        shutil.rmtree(self.home, ignore_errors=True)

    def start(self) -> None:
        """Start it, or start it again after `die`."""
        sshd = _find("sshd")
        assert sshd is not None
        argv = [*self._daemon.inside(), sshd, "-D", "-e", "-f", f"{self.home}/sshd_config"]
        self._process = start(argv, self.home / "log")
        until(self._accepts, what="sshd accepts connections")

    def die(self) -> None:
        """It and all its sessions end."""
        if self._process is not None:
            for pid in _descendants(self._process.pid):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            stop(self._process)
            self._process = None

    def serve(self, socket_: Path) -> None:
        """Whoever comes in finds libvirt's daemon at that socket."""
        argv = [*self._daemon.inside(), "ln", "-sfn", str(socket_), "/run/libvirt/libvirt-sock"]
        subprocess.run(argv, check=True)

    def know(self) -> None:
        """Its host key is known to ssh."""
        key = (self.home / "hostkey.pub").read_text()
        (self.home / "known_hosts").write_text(f"[127.0.0.1]:{self._port} {key}")

    def forget(self) -> None:
        """Its host key is not known."""
        (self.home / "known_hosts").write_text("")

    def pretend(self) -> None:
        """Another key is known for it."""
        key = (self.home / "identity.pub").read_text()
        (self.home / "known_hosts").write_text(f"[127.0.0.1]:{self._port} {key}")

    def let_in(self) -> None:
        """Our key is accepted."""
        shutil.copy(self.home / "identity.pub", self.home / "authorized")

    def lock_out(self) -> None:
        """Only a password would do."""
        (self.home / "authorized").write_text("")

    def calls(self) -> list[str]:
        """The arguments of each call of ssh."""
        calls = self.home / "calls"
        return calls.read_text().splitlines() if calls.exists() else []

    def _accepts(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self._port)) == 0


def _descendants(pid: int) -> list[int]:
    try:
        found = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return [each for child in found for each in (child, *_descendants(child))]
