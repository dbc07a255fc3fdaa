"""A real small guest on a private libvirtd: does what a test tells it over its serial console."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

from tests.helpers.guest_parts import CACHE, guest_parts
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.processes import start, stop
from tests.helpers.waiting import until

READY = "GUEST-READY"
BOOT_DEADLINE = 240.0  # seconds; a guest without KVM on a busy machine


class Guest:
    """One guest, defined but not started.

    Attributes:
        name, uuid: as libvirt knows it.
        log: the file with all that its serial console printed.
    """

    def __init__(
        self,
        daemon: PrivateLibvirtd,
        name: str = "guest",
        *,
        memory: int = 96,
        vcpus: int = 1,
        vcpus_maximum: int = 0,
        burn: bool = False,
        disk: int = 0,
        network: Literal["none", "user"] = "none",
        pm: bool = False,
        display: bool = False,
        title: str = "",
        boots: bool = True,
        agent: bool = False,
    ) -> None:
        """`memory` and `disk` are MiB; `burn`: one vCPU is busy from the start.

        `display`: VNC on a socket and a graphics card (for screenshots); `boots=False`: no kernel, the
        firmware finds nothing to start, which is the cheapest running domain. `agent`: QEMU's guest agent
        runs in it.
        """
        self.daemon, self.name, self.uuid = daemon, name, str(uuid.uuid4())
        self._base = daemon.directory / self.uuid[:8]
        self.log = self._base.with_suffix(".log")
        self.xml = _definition(
            self,
            memory=memory,
            vcpus=(vcpus, vcpus_maximum or vcpus),
            burn=burn,
            disk=disk,
            network=network,
            pm=pm,
            display=display,
            title=title,
            boots=boots,
            agent=agent,
        )

    @property
    def console(self) -> Path:
        """The socket of its serial console."""
        return self._base.with_suffix(".tty")

    @property
    def disk(self) -> Path:
        """The file of its disk."""
        return self._base.with_suffix(".img")

    def define(self) -> Guest:
        """Make it known to libvirt (persistent, not started)."""
        self.daemon.virsh("define", str(self._write_xml()))
        return self

    def start(self, *, wait: bool = True) -> Guest:
        """Start it; with `wait` return when its init has come up."""
        self.daemon.virsh("start", self.uuid)
        return self.wait_ready() if wait else self

    def create(self, *, wait: bool = True) -> Guest:
        """Start it as a transient domain, gone when it stops."""
        self.daemon.virsh("create", str(self._write_xml()))
        return self.wait_ready() if wait else self

    def wait_ready(self, boots: int = 1) -> Guest:
        """Wait until it has come up `boots` times."""
        until(lambda: self.serial().count(READY) >= boots, BOOT_DEADLINE, f"{self.name} comes up")
        return self

    def serial(self) -> str:
        """All that its serial console printed so far."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def memory(self) -> tuple[int, int]:
        """The last MemTotal and MemAvailable that the guest itself told, in KiB."""
        told = re.findall(r"^MEM (\d+) (\d+)\s*$", self.serial(), re.MULTILINE)
        assert told, f"{self.name} has not told its memory yet"
        return int(told[-1][0]), int(told[-1][1])

    def tell(self, command: str, *, answer: bool = True) -> None:
        """Give it a command of guest_init.sh; with `answer` wait for it and check its exit status."""
        verb = command.split()[0]
        done = re.compile(rf"^DONE {verb} (\d+)\s*$", re.MULTILINE)
        before = len(done.findall(self.serial()))
        with socket.socket(socket.AF_UNIX) as console:
            console.connect(str(self.console))
            console.sendall(f"{command}\n".encode())
            if answer:
                until(lambda: len(done.findall(self.serial())) > before, 120, f"{self.name} does {command}")
        assert not answer or done.findall(self.serial())[-1] == "0", (
            f"{self.name} could not {command}: …{self.serial()[-600:]}"
        )

    def state(self) -> str:
        """virsh's word for its state: "running", "shut off", "paused"..."""
        return self.daemon.virsh("domstate", self.uuid)

    @property
    def pid(self) -> int:
        """Its QEMU's process id as the machine sees it; to SIGSTOP it is how a guest hangs."""
        return until(lambda: list(self._processes()), what=f"the process of {self.name}")[0]

    def destroy(self) -> None:
        """End it by force and forget it, with its managed save and snapshots. Safe to repeat."""
        for argv in (
            ("destroy", self.uuid),
            ("undefine", self.uuid, "--managed-save", "--snapshots-metadata"),
        ):
            try:
                self.daemon.virsh(*argv)
            except AssertionError as refused:
                if not re.search("not running|get domain|not found|transient", str(refused)):
                    raise

    def _processes(self) -> Iterator[int]:
        for pid in self.daemon.processes():
            try:
                command = Path(f"/proc/{pid}/cmdline").read_text()
            except OSError:
                continue
            if self.uuid in command and "qemu-system" in command:
                yield pid

    def _write_xml(self) -> Path:
        path = self._base.with_suffix(".xml")
        path.write_text(self.xml)
        return path


def _definition(
    guest: Guest,
    *,
    memory: int,
    vcpus: tuple[int, int],
    burn: bool,
    disk: int,
    network: str,
    pm: bool,
    display: bool,
    title: str,
    boots: bool,
    agent: bool,
) -> str:
    return f"""<domain type="{accelerator()}">
  <name>{escape(guest.name)}</name>
  <uuid>{guest.uuid}</uuid>
  {f"<title>{escape(title)}</title>" if title else ""}
  <memory unit="MiB">{memory}</memory>
  <vcpu current="{vcpus[0]}">{vcpus[1]}</vcpu>
  <os><type arch="x86_64" machine="pc">hvm</type>{_kernel(burn, agent) if boots else ""}</os>
  <features><acpi/></features>
  {"<pm><suspend-to-mem enabled='yes'/></pm>" if pm else ""}
  <devices>
    <serial type="unix"><source mode="bind" path="{guest.console}"/><log file="{guest.log}"/></serial>
    <controller type="usb" model="none"/>
    <memballoon model="virtio"><stats period="1"/></memballoon>
    {_disk(guest.disk, disk) if disk else ""}
    {"<interface type='user'><model type='virtio'/></interface>" if network == "user" else ""}
    {_display(guest.console.with_suffix(".vnc")) if display else ""}
    {_AGENT if agent else ""}
  </devices>
</domain>
"""


_AGENT = """<channel type="unix"><target type="virtio" name="org.qemu.guest_agent.0"/></channel>"""


def _kernel(burn: bool, agent: bool) -> str:
    parts = guest_parts()
    initrd = parts.agent_initrd if agent else parts.initrd
    words = "console=ttyS0 quiet panic=-1 no_timer_check" + (" guest.burn" if burn else "")
    return f"<kernel>{parts.kernel}</kernel><initrd>{initrd}</initrd><cmdline>{words}</cmdline>"


def _disk(image: Path, size: int) -> str:
    with image.open("wb") as file:
        file.truncate(size << 20)
    return f"""<disk type="file" device="disk"><driver name="qemu" type="raw"/>
      <source file="{image}"/><target dev="vda" bus="virtio"/></disk>"""


def _display(socket_path: Path) -> str:
    return f"""<graphics type="vnc"><listen type="socket" socket="{socket_path}"/></graphics>
    <video><model type="vga"/></video>"""


def accelerator() -> Literal["kvm", "qemu"]:
    """ "kvm" only where a guest has really come up with it, since /dev/kvm may open and still not boot one.

    The answer is kept until the machine is booted again.
    """
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    known = CACHE / "guest" / "accelerator.json"
    try:
        answers: dict[str, bool] = json.loads(known.read_text())
    except (OSError, ValueError):
        answers = {}
    if boot not in answers:
        answers = {boot: Path("/dev/kvm").exists() and _boots_with_kvm()}
        known.parent.mkdir(parents=True, exist_ok=True)
        known.write_text(json.dumps(answers))
    return "kvm" if answers[boot] else "qemu"


def _boots_with_kvm() -> bool:
    parts = guest_parts()
    with tempfile.TemporaryDirectory(prefix="kvm-") as directory:
        log = Path(directory) / "serial"
        process = start(_probe_argv(parts.kernel, parts.initrd), log)
        try:
            return until(lambda: READY in log.read_text(errors="replace") or _must_live(process), 12)
        except (TimeoutError, ChildProcessError):
            return False
        finally:
            stop(process)


def _probe_argv(kernel: Path, initrd: Path) -> list[str]:
    machine = [
        "qemu-system-x86_64",
        "-accel",
        "kvm",
        "-m",
        "96",
        "-display",
        "none",
        "-nodefaults",
        "-no-user-config",
    ]
    return [
        *machine,
        "-serial",
        "stdio",
        "-kernel",
        str(kernel),
        "-initrd",
        str(initrd),
        "-append",
        "console=ttyS0 quiet",
    ]


def _must_live(process: subprocess.Popen[bytes]) -> bool:
    if process.poll() is not None:
        raise ChildProcessError("QEMU ended")
    return False
