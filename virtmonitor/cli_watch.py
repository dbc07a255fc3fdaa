"""`virtmonitor watch`: what the engine tells, as lines, until SIGINT or SIGTERM. Needs no display."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Slot

from virtmonitor.cli_hosts import settings, shown
from virtmonitor.cli_read import complete, together
from virtmonitor.core.batch import ConnectionStatus
from virtmonitor.core.connection import ConnectionState
from virtmonitor.core.domain import DomainRecord
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.properties import outward
from virtmonitor.desktop.session import SystemSession
from virtmonitor.ending import end_now
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.hoststate import RowChanges
from virtmonitor.engine.signals import QuitSignals


def watch(options: argparse.Namespace) -> int:
    """`watch --json`: one object a line, flushed; without it, a live table."""

    def make(engine: DataEngine) -> FirstConnection:
        engine.watchHosts(True)
        return JsonWatcher(engine) if options.json else _table(engine)

    return follow(options, make)


def follow(options: argparse.Namespace, make: Callable[[DataEngine], FirstConnection]) -> int:
    """Run an engine with the hosts that are meant and what `make` makes of it, until a signal or `quit`."""
    record = settings()
    hosts = shown(options.uris, record)
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    signals = QuitSignals(app.quit)
    engine = DataEngine()
    if record is not None:
        engine.setKeepalive(record.intervals.keepalive)
    session = SystemSession()
    # After a sleep connections are dead, though nobody has noticed.
    session.woke.connect(engine.retryAll)
    session.networkBack.connect(engine.retryAll)
    session.start()
    watcher = make(engine)
    for host in hosts:
        engine.addHost(host)
    app.exec()
    session.close()
    watcher.close()
    left_behind = not engine.close()
    signals.close()
    failure = watcher.failure
    if failure is not None:
        raise VirtmonitorError(failure)
    if watcher.unwritten is not None:
        raise watcher.unwritten
    if left_behind:
        end_now(0)
    return 0


def _table(engine: DataEngine) -> FirstConnection:
    from virtmonitor.cli_table import TableWatcher

    return TableWatcher(engine)


class FirstConnection(QObject):
    """Ends the program when no host could be reached at the first try: `failure` tells why.

    Or when nothing can be written: `unwritten`.
    """

    def __init__(self, engine: DataEngine) -> None:
        super().__init__()
        self._engine = engine
        self._failed: dict[str, Failure] = {}
        self._any = False
        self.failure: Failure | None = None
        self.unwritten: OSError | None = None
        engine.connectionChanged.connect(self._changed)

    def close(self) -> None:
        """Put away what has to be."""

    @Slot(object)
    def _changed(self, status: ConnectionStatus) -> None:
        if status.state in (ConnectionState.CONNECTED, ConnectionState.READ_ONLY):
            self._any = True
        elif status.failure is not None and not self._any:
            self._failed[status.host] = status.failure
            if len(self._failed) == len(self._engine.hosts):
                failures = [(host, VirtmonitorError(failure)) for host, failure in self._failed.items()]
                self.failure = replace(together(failures), kind=FailureKind.CONNECTION)
                QCoreApplication.quit()


class JsonWatcher(FirstConnection):
    """Prints `added` with all data, `changed` with the changed keys, `removed`.

    Of a host, which has no slash in its name, only what changes after it was reached: that it is lost, why, and back.
    """

    def __init__(self, engine: DataEngine) -> None:
        super().__init__(engine)
        self._told: dict[str, dict[str, Any]] = {}
        engine.rowsChanged.connect(self._rows_changed)

    @Slot(object)
    def _changed(self, status: ConnectionStatus) -> None:
        super()._changed(status)
        state = self._engine.host(status.host)
        if state is None or (status.host not in self._told and not state.live):
            return
        data = state.host_data()
        known = self._told.get(status.host)
        self._told[status.host] = data
        if known is not None and known["connection"] != data["connection"]:
            self._print_changed(status.host, known, data)

    @Slot(object)
    def _rows_changed(self, changes: RowChanges) -> None:
        for record in changes.removed:
            if self._told.pop(record.source, None) is not None:
                self._print("removed", record.source)
        for record in (*changes.added, *changes.changed):
            self._tell(record, stale=not self._live(record.host))
        if changes.stale:
            self._tell_stale(changes.host)

    def _tell(self, record: DomainRecord, *, stale: bool) -> None:
        # A row comes before its XML was read: what is told first is whole all the same.
        if not record.detailed and record.source not in self._told:
            return
        state = self._engine.host(record.host)
        data = complete(record, state.read_at if state is not None else None) | {"stale": stale}
        known = self._told.get(record.source)
        self._told[record.source] = data
        if known is None:
            self._print("added", record.source, data)
        else:
            self._print_changed(record.source, known, data)

    def _tell_stale(self, host: str) -> None:
        stale = not self._live(host)
        for record in list(self._engine.records()):
            if record.host == host:
                self._tell(record, stale=stale)

    def _live(self, host: str) -> bool:
        state = self._engine.host(host)
        return state is not None and state.live

    def _print_changed(self, source: str, known: dict[str, Any], data: dict[str, Any]) -> None:
        if changed := {key: value for key, value in data.items() if known.get(key) != value}:
            self._print("changed", source, changed)

    def _print(self, event: str, source: str, data: dict[str, Any] | None = None) -> None:
        line = {"event": event, "source": source} | ({"data": outward(data)} if data is not None else {})
        try:
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()
        except BrokenPipeError:
            QCoreApplication.quit()
        except OSError as error:  # the disk is full
            self.unwritten = error
            QCoreApplication.quit()
