"""The QML types of VirtMonitor.Engine. Importing a module notes what it defines; see qmlelement."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from virtmonitor.engine import qmlelement

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
    """Make the types known to QML, and those of all modules imported so far. Before the first QML engine is made."""
    qmlelement.tell()
    for module in MODULES:
        import_module(module)
