"""Asking a host something on a thread of its own: the answer comes as a queued signal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from virtmonitor.core.errors import Failure, VirtmonitorError
from virtmonitor.engine.hoststate import HostState
from virtmonitor.hypervisor.host import Connection

Reading = Callable[[Connection, str, Mapping[str, Any]], object]


class Question(QObject):
    """Questions to hosts, of which only the answer to the latest counts. The engine's thread only.

    `answered(value)` or `refused(Failure)`, exactly once for the latest question, unless it was dropped.
    """

    answered = Signal(object)
    refused = Signal(object)
    _came = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self.busy = False
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def ask(self, host: HostState, uuid: str, reading: Reading, parameters: Mapping[str, Any]) -> None:
        """Have `reading` called on a thread with a connection; the question before it is dropped."""
        self._number += 1
        self.busy = True
        number = self._number

        def task(connection: Connection | Failure) -> None:
            answer = (
                connection if isinstance(connection, Failure) else _read(connection, uuid, reading, given)
            )
            with suppress(RuntimeError):  # who asked has gone
                self._came.emit(number, answer)

        given = dict(parameters)
        host.inquiries.submit(task)

    def drop(self) -> None:
        """What comes now counts no more."""
        self._number += 1
        self.busy = False

    @Slot(int, object)
    def _take(self, number: int, answer: object) -> None:
        if number != self._number:
            return
        self.busy = False
        if isinstance(answer, Failure):
            self.refused.emit(answer)
        else:
            self.answered.emit(answer)


def _read(connection: Connection, uuid: str, reading: Reading, parameters: Mapping[str, Any]) -> object:
    try:
        return reading(connection, uuid, parameters)
    except VirtmonitorError as error:
        return error.failure
