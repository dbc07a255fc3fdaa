"""What was measured on: a number without its machine says little."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def machine() -> dict[str, str]:
    """The machine, its load and the versions that matter."""
    return {
        "machine": f"{os.cpu_count()} x {_cpu()}, {_memory()} MiB, Linux {platform.release()}",
        "load before": " ".join(f"{load:.2f}" for load in os.getloadavg()),
        "libvirt": _said("libvirtd", "--version"),
        "peers": f"virt-manager {_said('virt-manager', '--version')}, virsh {_said('virsh', '--version')}",
        "QEMU": _said("qemu-system-x86_64", "--version"),
        "Python": platform.python_version(),
        "packages": ", ".join(
            f"{name} {_package(name)}" for name in ("libvirt-python", "PySide6-Essentials")
        ),
    }


def _cpu() -> str:
    found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return found[1] if found else platform.machine()


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20


def _said(*argv: str) -> str:
    try:
        done = subprocess.run(argv, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "not here"
    return done.stdout.splitlines()[0].strip()


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not here"
