"""vCPUs and memory. Source: virDomainSetVcpusFlags, virDomainSetMemoryFlags."""

from __future__ import annotations

from typing import Final

import libvirt

from virtmonitor.hypervisor.commandscope import change
from virtmonitor.hypervisor.commandtarget import Parameters, Target
from virtmonitor.hypervisor.domainxml import details

_KIB: Final = 1024


def set_vcpus(target: Target, parameters: Parameters) -> None:
    """Sets how many vCPUs it has, or the most it can have (libvirt: in the definition only)."""
    count, maximum = parameters["count"], parameters["maximum"]
    extra = libvirt.VIR_DOMAIN_VCPU_MAXIMUM if maximum else 0
    field = "vcpu_maximum" if maximum else "vcpu_current"
    noun = "the most vCPUs" if maximum else "the vCPUs"
    change(
        target,
        "setVcpus",
        parameters["scope"],
        f"set {noun} of {target.name} to {count}",
        lambda scope: target.domain.setVcpusFlags(count, scope | extra),
        lambda xml: details(xml)[field],
    )


def set_memory(target: Target, parameters: Parameters) -> dict[str, int]:
    """Sets its memory, or the most it can have. Result: `bytes`, rounded up to libvirt's KiB."""
    kib, maximum = -(-parameters["bytes"] // _KIB), parameters["maximum"]
    extra = libvirt.VIR_DOMAIN_MEM_MAXIMUM if maximum else 0
    field = "memory_maximum" if maximum else "memory_current"
    noun = "the most memory" if maximum else "the memory"
    change(
        target,
        "setMemory",
        parameters["scope"],
        f"set {noun} of {target.name} to {kib} KiB",
        lambda scope: target.domain.setMemoryFlags(kib, scope | extra),
        lambda xml: details(xml)[field],
    )
    return {"bytes": kib * _KIB}
