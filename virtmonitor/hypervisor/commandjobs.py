"""libvirt's long work on a domain: how far it is, and stopping it.

Source: virDomainGetJobStats, virDomainAbortJob.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import libvirt

from virtmonitor.core.job import JobRecord
from virtmonitor.hypervisor.failures import translated

_TYPES: Final = MappingProxyType(
    {libvirt.VIR_DOMAIN_JOB_BOUNDED: "bounded", libvirt.VIR_DOMAIN_JOB_UNBOUNDED: "unbounded"}
)
_OPERATIONS: Final = MappingProxyType(
    {
        getattr(libvirt, name): name.removeprefix(prefix).lower()
        for prefix in ("VIR_DOMAIN_JOB_OPERATION_",)
        for name in dir(libvirt)
        if name.startswith(prefix)
    }
)


def job_progress(connection: libvirt.virConnect, uuid: str) -> JobRecord | None:
    """The job under way for the domain, None when there is none or its driver tells nothing.

    Blocking; any thread, beside the one that waits for the job. Raises VirtmonitorError.
    """
    with translated("ask for the job of the domain"):
        domain = connection.lookupByUUIDString(uuid)
        try:
            return record_of(domain.jobStats())
        except libvirt.libvirtError as error:
            if error.get_error_code() in (libvirt.VIR_ERR_NO_SUPPORT, libvirt.VIR_ERR_OPERATION_INVALID):
                return None
            raise


def abort(connection: libvirt.virConnect, uuid: str) -> None:
    """Stops the job under way. Blocking; any thread. Raises VirtmonitorError: STATE when there is none."""
    with translated("cancel the job of the domain"):
        connection.lookupByUUIDString(uuid).abortJob()


def record_of(stats: dict[str, Any]) -> JobRecord | None:
    """The record of what jobStats() told; None when no job is under way. Pure."""
    kind = _TYPES.get(stats.get("type", libvirt.VIR_DOMAIN_JOB_NONE))
    if kind is None:
        return None
    return JobRecord(
        kind,
        _OPERATIONS.get(stats.get("operation", 0), "unknown"),
        _progress(stats),
        _seconds(stats.get("time_elapsed")),
        _seconds(stats.get("time_remaining")),
    )


def _progress(stats: dict[str, Any]) -> float | None:
    """What remains counts, not what was processed: a guest that writes is copied more than once."""
    total, remaining = stats.get("data_total"), stats.get("data_remaining")
    if not total or remaining is None:
        return None
    done = float(total - remaining) / float(total)
    return 100.0 * min(max(done, 0.0), 1.0)


def _seconds(milliseconds: int | None) -> float | None:
    return None if milliseconds is None else milliseconds / 1000
