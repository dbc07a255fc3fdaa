"""vCPUs and memory. Source: virDomainSetVcpusFlags, virDomainSetMemoryFlags."""

from __future__ import annotations

from typing import Final

import libvirt

from virtmonitor.hypervisor.commandscope import Change, change
from virtmonitor.hypervisor.commandtarget import Parameters, Target
from virtmonitor.hypervisor.domainxml import details

_KIB: Final = 1024


def set_vcpus(target: Target, parameters: Parameters) -> None:
    """Sets how many vCPUs it has, or the most it can have."""
    count = parameters["count"]
    extra = libvirt.VIR_DOMAIN_VCPU_MAXIMUM if parameters["maximum"] else 0
    _set(
        target,
        "vcpu",
        f"{count} vCPUs",
        parameters,
        lambda scope: target.domain.setVcpusFlags(count, scope | extra),
    )


def set_memory(target: Target, parameters: Parameters) -> dict[str, int]:
    """Sets its memory, or the most it can have. Result: `bytes`, rounded up to libvirt's KiB."""
    kib = -(-parameters["bytes"] // _KIB)
    extra = libvirt.VIR_DOMAIN_MEM_MAXIMUM if parameters["maximum"] else 0
    _set(
        target,
        "memory",
        f"{kib} KiB",
        parameters,
        lambda scope: target.domain.setMemoryFlags(kib, scope | extra),
    )
    return {"bytes": kib * _KIB}


def _set(target: Target, what: str, amount: str, parameters: Parameters, call: Change) -> None:
    """No driver changes the most of a running domain: with "both" that is for the definition, as with "config"."""
    maximum, scope = parameters["maximum"], parameters["scope"]
    change(
        target,
        "setVcpus" if what == "vcpu" else "setMemory",
        "config" if maximum and scope == "both" else scope,
        f"give {target.name} {'at most ' if maximum else ''}{amount}",
        call,
        lambda xml: details(xml)[f"{what}_maximum" if maximum else f"{what}_current"],
    )
