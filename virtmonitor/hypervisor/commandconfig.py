"""Autostart, names and texts. Source: virDomainSetAutostart, virDomainRename, virDomainSetMetadata."""

from __future__ import annotations

import libvirt

from virtmonitor.hypervisor.commandscope import change
from virtmonitor.hypervisor.commandtarget import Parameters, Target
from virtmonitor.hypervisor.domainxml import details
from virtmonitor.hypervisor.failures import translated


def set_autostart(target: Target, parameters: Parameters) -> None:
    """Starts it with its host, or not."""
    with translated(f"set the autostart of {target.name}"):
        target.domain.setAutostart(int(parameters["enabled"]))


def rename(target: Target, parameters: Parameters) -> None:
    """Another name for the same UUID."""
    target.keep("rename")
    with translated(f"rename {target.name} to {parameters['name']}"):
        target.domain.rename(parameters["name"])


def set_title(target: Target, parameters: Parameters) -> None:
    """Sets or removes its title."""
    _set_text(target, "setTitle", "title", libvirt.VIR_DOMAIN_METADATA_TITLE, parameters)


def set_description(target: Target, parameters: Parameters) -> None:
    """Sets or removes its description."""
    _set_text(target, "setDescription", "description", libvirt.VIR_DOMAIN_METADATA_DESCRIPTION, parameters)


def _set_text(target: Target, operation: str, noun: str, kind: int, parameters: Parameters) -> None:
    text = parameters["text"] or None  # None removes the element, "" would leave an empty one
    change(
        target,
        operation,
        parameters["scope"],
        f"set the {noun} of {target.name}",
        lambda scope: target.domain.setMetadata(kind, text, None, None, scope),
        lambda xml: details(xml)[noun],
    )
