"""One look at a host itself: how busy its CPUs are, how much of its memory is free.

Blocks; any thread. Source: virNodeGetCPUStats, virNodeGetMemoryStats, virNodeGetInfo, virNodeGetFreeMemory.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final

import libvirt

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.sample import HostSample
from virtmonitor.hypervisor.failures import failure_of

_KIB: Final = 1024
_MIB: Final = 1024**2


def sample_host(conn: libvirt.virConnect) -> HostSample:
    """One sample; what this driver does not tell is None. Raises VirtmonitorError when the connection is lost."""
    info = _asked(conn, conn.getInfo)
    cpu = _asked(conn, lambda: conn.getCPUStats(libvirt.VIR_NODE_CPU_STATS_ALL_CPUS)) or {}
    at = time.monotonic()
    memory = _asked(conn, lambda: conn.getMemoryStats(libvirt.VIR_NODE_MEMORY_STATS_ALL_CELLS)) or {}
    return HostSample(
        at=at,
        cpu_busy=_sum(cpu, "kernel", "user"),
        cpu_idle=_sum(cpu, "idle", "iowait"),
        cpu_count=info[2] if info else None,
        memory_total=memory["total"] * _KIB if "total" in memory else info[1] * _MIB if info else None,
        memory_free=_free(conn, memory),
    )


def _free(conn: libvirt.virConnect, memory: dict[str, int]) -> int | None:
    """Buffers and cache count as free: the host gives them away when somebody needs memory."""
    if "free" in memory:
        return sum(memory.get(name, 0) for name in ("free", "buffers", "cached")) * _KIB
    free = _asked(conn, conn.getFreeMemory)
    return int(free) if free else None


def _sum(stats: dict[str, int], *names: str) -> int | None:
    known = [stats[name] for name in names if name in stats]
    return sum(known) if known else None


def _asked(conn: libvirt.virConnect, question: Callable[[], Any]) -> Any:
    try:
        return question()
    except libvirt.libvirtError as error:
        if not conn.isAlive():
            raise VirtmonitorError(failure_of(error, "read the host")) from error
        return None
