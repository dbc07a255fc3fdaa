"""Trying a connection without taking it in: a sentence tells what came of it."""

from __future__ import annotations

import contextlib
import threading

from PySide6.QtCore import QCoreApplication, QObject, Signal

from virtmonitor.core.connection import HostSettings
from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.engine.eventloop import event_loop
from virtmonitor.hypervisor import reader
from virtmonitor.hypervisor.failures import translated
from virtmonitor.hypervisor.host import Connection, connect


class HostTest(QObject):
    """Tries one connection on a thread of its own, which is left behind if it hangs. Asks nobody anything.

    `finished(ok, sentence)`, on the thread that made it: what was found, or why not and what to do about it.
    """

    finished = Signal(bool, str)

    def __init__(self, settings: HostSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        event_loop()

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._try, name=f"test {self._settings.name}", daemon=True).start()

    def _try(self) -> None:
        try:
            connection = connect(self._settings)
            try:
                connection.keep_alive()
                outcome = True, _told(connection)
            finally:
                connection.close()
        except VirtmonitorError as error:
            outcome = False, str(error)
        # A person may have closed the dialog, and the program may have ended, long before.
        with contextlib.suppress(RuntimeError):
            self.finished.emit(*outcome)


def _told(connection: Connection) -> str:
    name = connection.settings.name
    with translated(f"read {name}"):
        facts = connection.facts()
        count = len(reader.domains(connection.conn))
    told = [
        QCoreApplication.translate("hosttest", "It answers: %1, %2.", "name and version of a host")
        .replace("%1", facts.hostname or name)
        .replace("%2", facts.version or "libvirt"),
        QCoreApplication.translate("hosttest", "It has %n machine(s).", "", count),
    ]
    if connection.read_only:
        told.append(QCoreApplication.translate("hosttest", "Only to look: it is read-only."))
    return " ".join([*told, str(connection.refused or "")]).strip()
