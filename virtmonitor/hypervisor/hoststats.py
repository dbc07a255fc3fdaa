"""Statistics of a host itself: its CPUs and its memory. Two or three calls that ask no guest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import libvirt

from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.core.sample import HostSample
from virtmonitor.hypervisor import calls
from virtmonitor.hypervisor.calls import Timed
from virtmonitor.hypervisor.failures import failure_of

_KIB: Final = 1024
_MIB: Final = 1024 * 1024
#: Waiting for a disk is idle: the CPU can do something else meanwhile.
_IDLE: Final = ("idle", "iowait")


class HostSampler:
    """Samples one host. Blocks; one thread at a time."""

    def __init__(self) -> None:
        self._refused: set[str] = set()
        self._info: tuple[int | None, int | None] | None = None

    def sample(self, connection: libvirt.virConnect) -> HostSample:
        """One sample; what the driver does not tell is None. Raises VirtmonitorError (CONNECTION)."""
        cpu = self._asked(connection, "getCPUStats", libvirt.VIR_NODE_CPU_STATS_ALL_CPUS)
        memory = self._asked(connection, "getMemoryStats", libvirt.VIR_NODE_MEMORY_STATS_ALL_CELLS)
        count, size = self._node(connection)
        total, free = _memory(memory.value or {})
        busy, idle = _cpu(cpu.value or {})
        return HostSample(
            cpu.at,
            cpu_busy=busy,
            cpu_idle=idle,
            cpu_count=count,
            memory_total=size if total is None else total,
            # Drivers that cannot tell say 0 without an error.
            memory_free=(self._asked(connection, "getFreeMemory").value or None) if free is None else free,
        )

    def _node(self, connection: libvirt.virConnect) -> tuple[int | None, int | None]:
        """CPUs online and bytes of memory, read once."""
        if self._info is None:
            info = self._asked(connection, "getInfo").value
            self._info = (info[2] or None, info[1] * _MIB) if info else (None, None)
        return self._info

    def _asked(self, connection: libvirt.virConnect, method: str, *arguments: int) -> Timed:
        """A call, not repeated once the driver refused it."""
        if method in self._refused:
            return Timed(None, calls.now(), calls.now())
        answer = calls.timed(getattr(connection, method), *arguments)
        if answer.error is not None:
            failure = failure_of(answer.error, "read the host's statistics")
            if failure.kind is FailureKind.CONNECTION:
                raise VirtmonitorError(failure) from answer.error
            self._refused.add(method)
        return answer


def _cpu(stats: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Busy and idle ns of all CPUs; unknown where a driver tells no idle time."""
    if "idle" not in stats:
        return None, None
    idle = sum(stats.get(key, 0) for key in _IDLE)
    times = (value for key, value in stats.items() if key in ("user", "kernel", "intr"))
    return sum(times), idle


def _memory(stats: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Total and free bytes; what the host keeps as cache counts as free."""
    if "total" not in stats or "free" not in stats:
        return None, None
    free = stats["free"] + stats.get("buffers", 0) + stats.get("cached", 0)
    return stats["total"] * _KIB, free * _KIB
