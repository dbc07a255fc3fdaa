"""pytest-qt's helper with the patience that a machine needs which does other things too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

PATIENCE = 60_000
"""ms that a wait takes at least before it fails: what does not come at all fails then too."""


class PatientBot(QtBot):
    """Waits as long as `tests.helpers.waiting.until`, where pytest-qt gives up after 5 s."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        """Serve events until it is so."""
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **options: Any) -> Any:
        """Serve events until it is emitted; with `raising=False`, as assertNotEmitted has it, so long as is said."""
        least = PATIENCE if options.get("raising", True) is not False else 0
        return super().waitSignal(signal, timeout=max(timeout, least), **options)

    def waitSignals(self, signals: list[Any], *, timeout: int = PATIENCE, **options: Any) -> Any:
        """Serve events until each is emitted."""
        return super().waitSignals(signals, timeout=max(timeout, PATIENCE), **options)

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        """Serve events until it has the keyboard."""
        return super().waitActive(widget, timeout=max(timeout, PATIENCE))

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        """Serve events until it can be seen."""
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE))
