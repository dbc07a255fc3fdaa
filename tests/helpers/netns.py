"""A host of its own on a network of its own: a network namespace, joined to this machine by a pair of interfaces."""

from __future__ import annotations

import itertools
import os
import subprocess
from types import TracebackType
from typing import Self

from tests.helpers.processes import lacking

_NUMBERS = itertools.count(1)


def why_not() -> str:
    """Why no network namespace can be had here: a sentence, "" when it can."""
    if os.geteuid() != 0:
        return "Network namespaces need root."
    if missing := lacking("ip"):
        return f"Network namespaces need {', '.join(missing)}."
    probe = f"vmt-probe-{os.getpid()}"
    done = subprocess.run(["ip", "netns", "add", probe], capture_output=True, text=True, check=False)
    if done.returncode:
        return f"Network namespaces cannot be made here: {done.stderr.strip()}"
    _ip("netns", "del", probe)
    return ""


class NetworkHost:
    """One namespace. `cut` drops all packets silently, as a pulled cable or a firewall does; `mend` undoes it.

    Attributes:
        name: of the namespace, for `ip netns exec`.
        address: at which this machine reaches it.
    """

    def __init__(self) -> None:
        number = next(_NUMBERS)
        self.name = f"vmt-{os.getpid()}-{number}"
        self._near, self._far = f"vmt{os.getpid() % 10000}n{number}", f"vmt{os.getpid() % 10000}f{number}"
        net = f"10.{200 + os.getpid() % 50}.{number}"
        self.gateway, self.address = f"{net}.1", f"{net}.2"

    def __enter__(self) -> Self:
        _ip("netns", "add", self.name)
        _ip("link", "add", self._near, "type", "veth", "peer", "name", self._far, "netns", self.name)
        _ip("addr", "add", f"{self.gateway}/30", "dev", self._near)
        _ip("link", "set", self._near, "up")
        self._inside("addr", "add", f"{self.address}/30", "dev", self._far)
        self._inside("link", "set", self._far, "up")
        self._inside("link", "set", "lo", "up")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        subprocess.run(["ip", "netns", "del", self.name], capture_output=True, check=False)
        subprocess.run(["ip", "link", "del", self._near], capture_output=True, check=False)

    def cut(self) -> None:
        """Answers of the host go nowhere: to this machine it is silent, and nothing tells it so."""
        self._inside("route", "add", "blackhole", f"{self.gateway}/32")

    def mend(self) -> None:
        """The host is heard again."""
        self._inside("route", "del", "blackhole", f"{self.gateway}/32")

    def _inside(self, *arguments: str) -> None:
        _ip("-n", self.name, *arguments)


def _ip(*arguments: str) -> None:
    done = subprocess.run(["ip", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise ChildProcessError(f"ip {' '.join(arguments)}: {done.stderr.strip()}")
