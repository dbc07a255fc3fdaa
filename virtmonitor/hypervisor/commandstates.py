"""Starting, stopping, pausing, sleeping, saving. Source: virDomainCreateWithFlags and its neighbours."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import libvirt

from virtmonitor.hypervisor.commandtarget import Parameters, Target
from virtmonitor.hypervisor.failures import translated

_SHUTDOWN: Final = MappingProxyType(
    {
        "default": libvirt.VIR_DOMAIN_SHUTDOWN_DEFAULT,
        "acpi": libvirt.VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN,
        "agent": libvirt.VIR_DOMAIN_SHUTDOWN_GUEST_AGENT,
    }
)
_REBOOT: Final = MappingProxyType(
    {
        "default": libvirt.VIR_DOMAIN_REBOOT_DEFAULT,
        "acpi": libvirt.VIR_DOMAIN_REBOOT_ACPI_POWER_BTN,
        "agent": libvirt.VIR_DOMAIN_REBOOT_GUEST_AGENT,
    }
)
_SLEEP: Final = MappingProxyType(
    {
        "mem": libvirt.VIR_NODE_SUSPEND_TARGET_MEM,
        "disk": libvirt.VIR_NODE_SUSPEND_TARGET_DISK,
        "hybrid": libvirt.VIR_NODE_SUSPEND_TARGET_HYBRID,
    }
)


def start(target: Target, parameters: Parameters) -> None:
    """Starts it; paused, or afresh (forceBoot throws its managed save away)."""
    flags = libvirt.VIR_DOMAIN_START_PAUSED if parameters["paused"] else 0
    flags |= libvirt.VIR_DOMAIN_START_FORCE_BOOT if parameters["forceBoot"] else 0
    with translated(f"start {target.name}"):
        target.domain.createWithFlags(flags)


def shutdown(target: Target, parameters: Parameters) -> None:
    """Asks the guest to shut down; returns when it was asked."""
    _keep_transient(target, "shutdown")
    with translated(f"shut {target.name} down"):
        target.domain.shutdownFlags(_SHUTDOWN[parameters["mode"]])


def reboot(target: Target, parameters: Parameters) -> None:
    """Asks the guest to reboot; returns when it was asked."""
    with translated(f"reboot {target.name}"):
        target.domain.reboot(_REBOOT[parameters["mode"]])


def power_off(target: Target, parameters: Parameters) -> None:
    """Stops it at once; gracefully: only if its process ends by itself in some seconds."""
    _keep_transient(target, "powerOff")
    flags = libvirt.VIR_DOMAIN_DESTROY_GRACEFUL if parameters["graceful"] else 0
    with translated(f"power {target.name} off"):
        target.domain.destroyFlags(flags)


def reset(target: Target, _: Parameters) -> None:
    """Resets it."""
    with translated(f"reset {target.name}"):
        target.domain.reset()


def suspend(target: Target, _: Parameters) -> None:
    """Stops its CPUs."""
    with translated(f"pause {target.name}"):
        target.domain.suspend()


def resume(target: Target, _: Parameters) -> None:
    """Lets its CPUs run."""
    with translated(f"resume {target.name}"):
        target.domain.resume()


def pm_suspend(target: Target, parameters: Parameters) -> None:
    """Asks the guest, by its agent, to sleep or hibernate."""
    with translated(f"let {target.name} sleep"):
        target.domain.pMSuspendForDuration(_SLEEP[parameters["target"]], 0)


def pm_wakeup(target: Target, _: Parameters) -> None:
    """Wakes it up."""
    with translated(f"wake {target.name} up"):
        target.domain.pMWakeup()


def managed_save(target: Target, _: Parameters) -> None:
    """Saves its memory and stops it; returns when it is saved."""
    with translated(f"save {target.name}"):
        target.domain.managedSave()


def managed_save_remove(target: Target, _: Parameters) -> None:
    """Removes its saved memory."""
    with translated(f"remove the saved memory of {target.name}"):
        target.domain.managedSaveRemove()


def _keep_transient(target: Target, operation: str) -> None:
    """The definition of a transient domain goes with its stop."""
    if not target.persistent():
        target.keep_all(operation)
