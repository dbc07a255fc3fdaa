"""What the options of the command line ask of the one instance, here or in the process that runs already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from virtmonitor.core.domain import DomainRecord
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine

WAIT_FOR_MACHINE: Final = 10_000
"""Milliseconds in which a machine that `--show` names may still turn up: hosts are only being connected."""


class Commands(QObject):
    """Carries out `forward.COMMANDS`. GUI thread only."""

    def __init__(
        self,
        engine: DataEngine,
        windows: Windows,
        quit_: Callable[[], object],
        has_tray: Callable[[], bool] = lambda: True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._windows, self._quit, self._has_tray = engine, windows, quit_, has_tray
        self._wanted = ""
        self._patience = QTimer(self, singleShot=True, interval=WAIT_FOR_MACHINE)
        self._patience.timeout.connect(self._give_up)
        engine.rowsChanged.connect(self._look_again)

    @Slot(str, list, str)
    def carry_out(self, command: str, arguments: list[str], token: str) -> None:
        """One command; `token` is the activation token that came with it, "" if none."""
        if command in ("activate", "window"):
            self._windows.show_window("", token)
        elif command == "toggle":
            self._windows.toggle_popup(token=token)
        elif command == "show":
            self._show(arguments[0], token)
        elif command == "minimized":
            # Without an icon nobody could find a hidden window again.
            self._windows.hide() if self._has_tray() else self._windows.minimize()
        elif command == "quit":
            self._quit()

    def _show(self, name: str, token: str) -> None:
        found = _find(self._engine.records(), name)
        self._windows.show_window(found.source if found else "", token)
        self._wanted = "" if found else name
        if self._wanted:
            self._patience.start()

    @Slot(object)
    def _look_again(self, _changes: object) -> None:
        if self._wanted and (found := _find(self._engine.records(), self._wanted)) is not None:
            self._give_up()
            self._windows.show_window(found.source)

    @Slot()
    def _give_up(self) -> None:
        self._wanted = ""
        self._patience.stop()


def _find(records: Iterable[DomainRecord], name: str) -> DomainRecord | None:
    """By Source or UUID, else by name: the running one of several."""
    known = list(records)
    exact = [record for record in known if name in (record.source, record.uuid)]
    named = sorted((record for record in known if record.name == name), key=lambda record: not record.active)
    return next(iter(exact + named), None)
