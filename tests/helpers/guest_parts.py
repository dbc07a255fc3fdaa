"""The kernel and the initial RAM disk of the test guest, made once for each kernel and init.

The parts are Debian's cloud kernel and static busybox: those of the machine, or else those that `./dev test`
unpacked (not installed: a test must not change what a machine boots) below .cache/parts.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"
_INIT = Path(__file__).with_name("guest_init.sh")
_MODULES = (
    "virtio_pci",
    "virtio_balloon",
    "virtio_blk",
    "virtio_net",
    "virtio_console",
    "evdev",
    "button",
    "e1000",
)
_DIRECTORIES = ("bin", "sbin", "proc", "sys", "dev", "hold", "modules", "etc", "tmp", "var/run")
_AGENTS = (CACHE / "agent/usr/sbin/qemu-ga", Path("/usr/sbin/qemu-ga"), Path("/usr/bin/qemu-ga"))
# The agent has it shut down by this program of that name, with these arguments: -h, then -P or -r.
_SHUTDOWN = '#!/bin/busybox sh\ncase " $* " in *" -r "*) reboot -f ;; *) poweroff -f ;; esac\n'
_RELEASE = 'ID=tiny\nNAME=Tiny\nPRETTY_NAME="Tiny Guest 1.0"\nVERSION_ID=1.0\n'


class GuestParts(NamedTuple):
    """What QEMU boots."""

    kernel: Path
    initrd: Path
    agent_initrd: Path  # with QEMU's guest agent in it; larger, so it boots more slowly


class _Sources(NamedTuple):
    version: str
    kernel: Path
    module_root: Path  # what modprobe takes as --dirname
    busybox: Path


def _sources() -> _Sources | None:
    for root in (CACHE / "parts", Path("/")):
        busybox = root / "bin" / "busybox"
        for kernel in sorted(root.glob("boot/vmlinuz-*cloud*"), reverse=True):
            version = kernel.name.removeprefix("vmlinuz-")
            if (root / "lib/modules" / version / "modules.dep").exists() and _is_static(busybox):
                return _Sources(version, kernel, root, busybox)
    return None


def _is_static(program: Path) -> bool:
    if not program.exists():
        return False
    with program.open("rb") as file:
        return b"/ld-linux" not in file.read(4096)


def why_not() -> str:
    """Why no guest can be made here: a sentence, "" when it can."""
    if _sources() is None:
        return "A test guest needs Debian's cloud kernel and busybox-static; `./dev test` brings them."
    missing = [
        program
        for program in ("cpio", "modprobe")
        if shutil.which(program, path="/usr/bin:/usr/sbin:/bin:/sbin") is None
    ]
    if missing:
        return f"A test guest needs {', '.join(missing)}."
    return "" if _agent() else "A test guest needs qemu-guest-agent; `./dev test` brings it."


def guest_parts() -> GuestParts:
    """The parts, made when they are not in the cache yet. Safe when two test runs do it at once."""
    sources = _sources()
    assert sources is not None, why_not()
    mark = hashlib.sha256(_INIT.read_bytes() + Path(__file__).read_bytes()).hexdigest()[:12]
    directory = CACHE / "guest" / f"{sources.version}-{mark}"
    if not directory.exists():
        directory.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=directory.parent) as scratch:
            made = Path(scratch) / "made"
            _make(sources, made)
            if not directory.exists():
                os.rename(made, directory)
    return GuestParts(directory / "vmlinuz", directory / "initrd.gz", directory / "initrd-agent.gz")


def _make(sources: _Sources, directory: Path) -> None:
    tree = directory / "tree"
    for name in _DIRECTORIES:
        (tree / name).mkdir(parents=True)
    shutil.copy(sources.busybox, tree / "bin")
    shutil.copy(_INIT, tree / "init")
    (tree / "init").chmod(0o755)
    modules = _modules(sources)
    for module in modules:
        shutil.copy(module, tree / "modules")
    (tree / "modules" / "order").write_text("".join(f"{module.name}\n" for module in modules))
    (directory / "initrd.gz").write_bytes(gzip.compress(_archive(tree)))
    _add_agent(tree)
    (directory / "initrd-agent.gz").write_bytes(gzip.compress(_archive(tree)))
    shutil.copy(sources.kernel, directory / "vmlinuz")
    shutil.rmtree(tree)


def _agent() -> Path | None:
    return next((path for path in _AGENTS if path.exists()), None)


def _add_agent(tree: Path) -> None:
    """The agent, the libraries that it loads, and what it runs and reads in a guest."""
    agent = _agent()
    assert agent is not None, why_not()
    shutil.copy(agent, tree / "bin" / "qemu-ga")
    told = subprocess.run(["ldd", str(agent)], capture_output=True, text=True, check=True).stdout
    for library in re.findall(r"(/\S+) \(0x", told):
        place = tree / library.lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library, place)
    (tree / "sbin" / "shutdown").write_text(_SHUTDOWN)
    (tree / "sbin" / "shutdown").chmod(0o755)
    (tree / "etc" / "os-release").write_text(_RELEASE)


def _modules(sources: _Sources) -> list[Path]:
    """The files of the modules in the order they have to be loaded; what is built in has none."""
    found: dict[Path, None] = {}
    for module in _MODULES:
        argv = ["modprobe", "--dirname", str(sources.module_root), "--set-version", sources.version]
        argv += ["--show-depends", module]
        environment = {"PATH": "/usr/sbin:/sbin:/usr/bin:/bin"}
        shown = subprocess.run(argv, capture_output=True, text=True, check=False, env=environment)
        for line in shown.stdout.splitlines():
            if line.startswith("insmod "):
                found[Path(line.split()[1])] = None
    return list(found)


def _archive(tree: Path) -> bytes:
    names = sorted(str(path.relative_to(tree)) for path in tree.rglob("*"))
    argv = ["cpio", "--create", "--format=newc", "--quiet", "--owner=0:0"]
    return subprocess.run(
        argv, input="\n".join(names).encode(), cwd=tree, stdout=subprocess.PIPE, check=True
    ).stdout
