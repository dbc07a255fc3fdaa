"""The QML types of VirtMonitor.Desktop; see engine.qmltypes."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from virtmonitor.engine import qmltypes

MODULES: Final = (
    "virtmonitor.desktop.console",
    "virtmonitor.desktop.face",
    "virtmonitor.desktop.guestscreen",
    "virtmonitor.desktop.hosts",
    "virtmonitor.desktop.journal",
    "virtmonitor.desktop.machinejournal",
    "virtmonitor.desktop.sessionend",
    "virtmonitor.desktop.settings",
    "virtmonitor.desktop.settingsmodel",
    "virtmonitor.desktop.xmlhighlighter",
)


def register() -> None:
    """Make them and the engine's known to QML. Before the first QML engine is made."""
    qmltypes.register()
    for module in MODULES:
        import_module(module)
