"""A libvirtd of the test's own, apart from the system's: own sockets, own state, own processes.

It lives in a mount namespace with empty /etc/libvirt, /var/lib/libvirt and so on, and in a process namespace
whose end is the end of all its guests. The system's D-Bus is hidden from it, so no polkit, no machined and no
firewall of the machine is touched.
"""

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

from tests.helpers.processes import children, lacking, start
from tests.helpers.waiting import until

_UNSHARE = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
_HOLDER = """
set -e
for directory in /run/libvirt /run/dbus /etc/libvirt /var/lib/libvirt /var/cache/libvirt /var/log/libvirt; do
    mkdir -p "$directory"
    mount -t tmpfs tmpfs "$directory"
done
cp "$1/qemu.conf" /etc/libvirt/
for table in passwd group; do  # the QEMU driver wants its default user, the system may lack it
    cp "/etc/$table" "$1/$table"
    grep -q ^libvirt-qemu: "$1/$table" || cat "$1/$table.more" >>"$1/$table"
    mount --bind "$1/$table" "/etc/$table"
done
touch "$1/ready"
# The first process of the namespace inherits the orphans; as it ignores their ends, the kernel reaps them.
exec env --ignore-signal=CHLD sleep infinity
"""

_LIBVIRTD_CONF = """
unix_sock_dir = "{directory}/sock"
unix_sock_rw_perms = "{mode}"
auth_unix_rw = "{auth}"
auth_unix_ro = "none"
log_outputs = "3:file:{directory}/libvirtd.log"
"""

# As root, and without changing owners, guests can use files wherever a test puts them. Control groups are the
# machine's: those of two private daemons would collide.
_QEMU_CONF = """
user = "root"
group = "root"
dynamic_ownership = 0
remember_owner = 0
security_driver = "none"
stdio_handler = "file"
cgroup_controllers = []
"""

_USER = "libvirt-qemu:x:64055:64055::/nonexistent:/usr/sbin/nologin\n"
_GROUP = "libvirt-qemu:x:64055:\n"


def why_not() -> str:
    """Why a private libvirtd cannot run here: a sentence, "" when it can."""
    if os.geteuid() != 0:
        return "A private libvirtd needs root."
    if missing := lacking("libvirtd", "virsh", "qemu-system-x86_64", "unshare", "nsenter", "setpriv"):
        return f"A private libvirtd needs {', '.join(missing)}."
    return ""


class PrivateLibvirtd:
    """One private daemon. Guests outlive `kill9` and `restart`, as they do in life, but not `stop`.

    Attributes:
        directory: its files; short, so that the paths of sockets fit in what the kernel allows.
        socket, socket_ro: where it listens; put them behind `?socket=` in a URI.
    """

    def __init__(
        self, socket_mode: str = "0700", settings: str = "", *, auth: str = "none", network: str = ""
    ) -> None:
        """`socket_mode`, `auth`: permissions and authentication of the read-write socket.

        `settings`: more lines for libvirtd.conf; with listen_tcp it listens. `network`: a network namespace for it.
        """
        self.directory = Path(tempfile.mkdtemp(prefix="libvirtd-"))
        self.directory.chmod(0o755)
        (self.directory / "sock").mkdir()
        self.socket = self.directory / "sock" / "libvirt-sock"
        self.socket_ro = self.directory / "sock" / "libvirt-sock-ro"
        self._settings = _LIBVIRTD_CONF.format(directory=self.directory, mode=socket_mode, auth=auth)
        self._settings += settings
        self._network = ["ip", "netns", "exec", network] if network else []
        self._holder: subprocess.Popen[bytes] | None = None
        self._daemon: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def qemu_uri(self) -> str:
        """Its QEMU driver, over the socket."""
        return f"qemu+unix:///system?socket={self.socket}"

    def test_uri(self, path: str = "/default") -> str:
        """Its test driver, over the socket; only "/default" is one host shared by all clients."""
        return f"test+unix://{path}?socket={self.socket}"

    @property
    def pid(self) -> int:
        """The daemon's process id as the machine sees it."""
        assert self._daemon is not None, "the daemon is not running"
        return until(lambda: children(self._daemon_pid()), what="libvirtd starts")[0]

    @property
    def runs(self) -> bool:
        """False when it has ended, whatever ended it."""
        return self._daemon is not None and self._daemon.poll() is None

    def start(self) -> None:
        """Start it, or start it again after `kill9`; returns when it accepts connections."""
        if self._holder is None:
            self._hold()
        files = [
            "--config",
            f"{self.directory}/libvirtd.conf",
            "--pid-file",
            f"{self.directory}/libvirtd.pid",
        ]
        listen = ["--listen"] if "listen_tcp" in self._settings else []
        argv = [*self._network, *self.inside(), "libvirtd", *files, *listen]
        self._daemon = start(argv, self.directory / "output")
        try:
            until(self._accepts, 60, "libvirtd accepts connections")
        except (TimeoutError, ChildProcessError):
            self.stop()
            raise

    def inside(self, user: int = 0) -> list[str]:
        """What to put before an argv so that it runs beside the daemon, as it sees the machine, as that user."""
        target = str(self._first_process())
        enter = ["nsenter", "--target", target, "--mount", "--pid", "--root", "--"]
        rights = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--"] if user else []
        return [*enter, *rights]

    def stop(self) -> None:
        """End the daemon and its guests, whatever state they are in, and remove its files. Safe to repeat."""
        if self._daemon is not None and self._daemon.poll() is None:
            self._end(signal.SIGKILL)
        if self._holder is not None:
            for first in children(self._holder.pid):
                os.kill(first, signal.SIGKILL)  # and with it, before it is gone, all of its namespace
            self._holder.wait(60)
        self._daemon = self._holder = None
        shutil.rmtree(self.directory, ignore_errors=True)

    def restart(self) -> None:
        """An orderly end and a new start, as an upgrade of the package does it."""
        self._end(signal.SIGTERM)
        self.start()

    def kill9(self) -> None:
        """The daemon dies at once; its guests and its state stay for the next `start`."""
        self._end(signal.SIGKILL)

    def sigstop(self) -> None:
        """The daemon hangs: connections stay open and nothing is answered."""
        os.kill(self.pid, signal.SIGSTOP)

    def sigcont(self) -> None:
        """The daemon goes on where `sigstop` held it."""
        for pid in (*children(self._daemon_pid()), self._daemon_pid()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)

    def virsh(self, *arguments: str, uri: str = "") -> str:
        """What `virsh ARGUMENTS` prints, on `uri` or the QEMU driver. Raises with its stderr if it fails."""
        argv = ["virsh", "--quiet", "--connect", uri or self.qemu_uri, *arguments]
        done = subprocess.run(argv, capture_output=True, text=True, check=False)
        if done.returncode:
            raise AssertionError(f"virsh {' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout.strip()

    def log(self) -> str:
        """All that the daemon said, for messages about failures."""
        files = (self.directory / name for name in ("output", "libvirtd.log"))
        return "\n".join(file.read_text(errors="replace") for file in files if file.exists())

    def processes(self) -> list[int]:
        """The guests' and the daemon's process ids as the machine sees them."""
        return self._namespace_members()

    def _hold(self) -> None:
        (self.directory / "libvirtd.conf").write_text(self._settings)
        (self.directory / "qemu.conf").write_text(_QEMU_CONF)
        (self.directory / "passwd.more").write_text(_USER)
        (self.directory / "group.more").write_text(_GROUP)
        self._holder = start(
            [*_UNSHARE, "sh", "-c", _HOLDER, "sh", str(self.directory)],
            self.directory / "output",
        )
        until(
            lambda: (self.directory / "ready").exists() or self._failed(self._holder), 30, "namespaces made"
        )

    def _first_process(self) -> int:
        assert self._holder is not None
        return until(lambda: children(self._holder.pid if self._holder else 0), what="the holder runs")[0]

    def _daemon_pid(self) -> int:
        assert self._daemon is not None, "the daemon is not running"
        return self._daemon.pid

    def _end(self, number: signal.Signals) -> None:
        assert self._daemon is not None, "the daemon is not running"
        os.kill(self.pid, number)
        # nsenter stops when the daemon does; it has to go on until it has reaped the daemon.
        until(self._has_ended, 60, "libvirtd ends")

    def _has_ended(self) -> bool:
        self.sigcont()
        return self._daemon is None or self._daemon.poll() is not None

    def _accepts(self) -> bool:
        self._failed(self._daemon)
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.socket)) == 0

    def _failed(self, process: subprocess.Popen[bytes] | None) -> bool:
        if process is not None and process.poll() is not None:
            raise ChildProcessError(f"libvirtd did not start:\n{self.log()}")
        return False

    def _namespace_members(self) -> list[int]:
        own = os.readlink(f"/proc/{self._first_process()}/ns/pid")
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    if os.readlink(entry / "ns" / "pid") == own:
                        found.append(int(entry.name))
                except OSError:
                    continue  # it ended meanwhile
        return sorted(found)
