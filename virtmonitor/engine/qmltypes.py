"""The QML types of VirtMonitor.Engine: importing a module registers what it defines."""

from __future__ import annotations

from importlib import import_module
from typing import Final

MODULES: Final = (
    "virtmonitor.engine.credentials",
    "virtmonitor.engine.dataengine",
    "virtmonitor.engine.datamodel",
    "virtmonitor.engine.datasource",
    "virtmonitor.engine.definition",
    "virtmonitor.engine.domainmodel",
    "virtmonitor.engine.domainselection",
    "virtmonitor.engine.groupedmodel",
    "virtmonitor.engine.hostshares",
    "virtmonitor.engine.jobmodel",
    "virtmonitor.engine.operationstatus",
    "virtmonitor.engine.resourceplan",
    "virtmonitor.engine.service",
    "virtmonitor.engine.servicejob",
    "virtmonitor.engine.source",
    "virtmonitor.engine.sourcequery",
    "virtmonitor.engine.sourceview",
    "virtmonitor.engine.timetext",
    "virtmonitor.engine.units",
)


def register() -> None:
    """Make the types known to QML. Before the first QML file that imports them is loaded."""
    for module in MODULES:
        import_module(module)
