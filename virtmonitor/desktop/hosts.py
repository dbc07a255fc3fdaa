"""The hosts as the person wants them: added, tested, changed, removed while the program runs; kept in the settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from virtmonitor.core import uris
from virtmonitor.core.connection import HostSettings, short_name
from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.settings_schema import HOST_KEYS, problem
from virtmonitor.desktop.settings import Settings
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.hosttest import HostTest
from virtmonitor.engine.qmlelement import QmlElement, QmlUncreatable
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Desktop"
QML_IMPORT_MAJOR_VERSION = 1

Choose = Callable[[Iterable[HostSettings]], tuple[HostSettings, ...]]
_KEYS = {key.name: key for key in HOST_KEYS}


@QmlElement
@QmlUncreatable("The application makes it.")
class Hosts(QObject):
    """Keeps the engine's hosts as the settings have them. GUI thread; waits for nothing.

    Signals: `rowsChanged`; `tested(ok, sentence)` for the newest `test`.
    """

    rowsChanged = Signal()
    tested = Signal(bool, str)

    def __init__(
        self, engine: DataEngine, settings: Settings, choose: Choose, parent: QObject | None = None
    ) -> None:
        """`choose` makes the hosts to open of those in the settings: the command line's, theirs, or the default."""
        super().__init__(parent)
        self._engine = engine
        self._settings = settings
        self._choose = choose
        self._shown: dict[str, HostSettings] = {}
        self._test: HostTest | None = None
        settings.changed.connect(self.apply)

    @Slot()
    def apply(self) -> None:
        """Make the engine's hosts those that are wanted; what did not change is not touched."""
        intervals = self._settings.record.intervals
        self._engine.setKeepalive(intervals.keepalive)
        self._engine.setIntervals(intervals.visible, intervals.details, intervals.guest)
        wanted = {host.name: host for host in self._choose(self._settings.record.hosts)}
        for name, host in tuple(self._shown.items()):
            if name not in wanted or _is_another(host, wanted[name]):
                self._engine.removeHost(name)
                del self._shown[name]
        for name, host in wanted.items():
            if name not in self._shown:
                self._engine.addHost(host, connect=host.autoconnect)
        self._shown = wanted
        self.rowsChanged.emit()

    def _get_rows(self) -> list[dict[str, Any]]:
        return [_row(host) for host in self._shown.values()]

    rows = Property(list, _get_rows, notify=rowsChanged)
    """All hosts in their order: maps of name, uri (as it is), shownUri (passwords masked), colour, readOnly,
    autoconnect, confirmed, demo and risk (what opening it would run or trust; "" for nothing)."""

    @Slot(str, result=str)
    def risk(self, uri: str) -> str:
        """What opening that URI would run or trust blindly, a sentence; "" for nothing."""
        return uris.risk(uri.strip()) or ""

    @Slot(str, str, result=str)
    def suggestedName(self, uri: str, old_name: str) -> str:
        """A short name for that URI that no other host has."""
        return short_name(uri.strip(), {name for name in self._shown if name != old_name})

    @Slot("QVariantMap", str, result=str)
    def problem(self, row: Mapping[str, Any], old_name: str) -> str:
        """What speaks against such a host, a sentence; "" for nothing."""
        host = _host(row)
        if not host.uri:
            return QCoreApplication.translate(
                "hosts", "A host needs an address, for example qemu+ssh://user@host/system."
            )
        for key in ("name", "colour"):
            told = problem(_KEYS[key], getattr(host, key))
            if told or (key == "name" and not host.name):
                return f"The {key} {told or 'is missing'}."
        if host.name != old_name and host.name in self._shown:
            text = QCoreApplication.translate("hosts", "There is a host named %1 already.")
            return text.replace("%1", host.name)
        told = uris.risk(host.uri)
        if told and not host.confirmed:
            asked = QCoreApplication.translate("hosts", "Agree to it, or change the address.")
            return f"{told} {asked}"
        return ""

    @Slot("QVariantMap", str, result=str)
    def save(self, row: Mapping[str, Any], old_name: str) -> str:
        """Keep a host, in the place of the one of the old name ("": a new one); why not, or ""."""
        told = self.problem(row, old_name)
        if told:
            return told
        host = _host(row)
        hosts = self._kept()
        names = [known.name for known in hosts]
        if old_name in names:
            hosts[names.index(old_name)] = host
        else:
            hosts.append(host)
        return self._keep(hosts)

    @Slot(str, result=str)
    def remove(self, name: str) -> str:
        """Forget a host; its machines stay as they are. Why not, or ""."""
        return self._keep([host for host in self._kept() if host.name != name])

    @Slot("QVariantMap")
    def test(self, row: Mapping[str, Any]) -> None:
        """Try such a host without keeping it; `tested` tells what came of it."""
        told = self.problem(row, str(row.get("name", "")))
        if self._test is not None:
            self._test.finished.disconnect(self.tested)
        self._test = None
        if told:
            self.tested.emit(False, told)
            return
        self._test = HostTest(_host(row), self)
        self._test.finished.connect(self.tested)
        self._test.finished.connect(self._test.deleteLater)
        self._test.start()

    def _kept(self) -> list[HostSettings]:
        """The hosts to write down. One that is there without having been asked for stays when others come."""
        kept = list(self._settings.record.hosts)
        return kept or [host for host in self._shown.values() if not host.demo]

    def _keep(self, hosts: list[HostSettings]) -> str:
        try:
            self._settings.set_hosts(tuple(hosts))
        except VirtmonitorError as error:
            return str(error)
        return ""


def _is_another(one: HostSettings, other: HostSettings) -> bool:
    """True when the connection has to be another one. Colour and autoconnect are no reason."""
    return replace(one, colour=other.colour, autoconnect=other.autoconnect) != other


def _host(row: Mapping[str, Any]) -> HostSettings:
    uri = str(row.get("uri", "")).strip()
    return HostSettings(
        name=str(row.get("name", "")).strip(),
        uri=uri,
        read_only=bool(row.get("readOnly")),
        autoconnect=bool(row.get("autoconnect", True)),
        colour=_colour(str(row.get("colour", ""))),
        # What was agreed to is this very address, and only where there is something to agree to.
        confirmed=bool(row.get("confirmed")) and uris.risk(uri) is not None,
    )


def _colour(text: str) -> str:
    return text.lower() if re.fullmatch("#[0-9a-fA-F]{6}", text) else text


def _row(host: HostSettings) -> dict[str, Any]:
    return {
        "name": host.name,
        "uri": host.uri,
        "shownUri": uris.shown(host.uri),
        "colour": host.colour,
        "readOnly": host.read_only,
        "autoconnect": host.autoconnect,
        "confirmed": host.confirmed,
        "demo": host.demo,
        "risk": "" if host.demo else uris.risk(host.uri) or "",
    }
