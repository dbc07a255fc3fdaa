"""One libvirt connection: opening with what rights there are, keeping it alive, closing it for good.

Every function blocks the calling thread until the host answers; none may be called on the GUI thread.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlsplit

import libvirt

from virtmonitor.core import uris
from virtmonitor.core.connection import HostRecord, HostSettings
from virtmonitor.core.errors import Failure, FailureKind, NotConnectedError, VirtmonitorError
from virtmonitor.core.plaintext import one_line
from virtmonitor.hypervisor import rights
from virtmonitor.hypervisor.authentication import Remembered, open_asking
from virtmonitor.hypervisor.failures import translated
from virtmonitor.hypervisor.openfailures import open_failure
from virtmonitor.hypervisor.opening import OPENING_SECONDS, opened_within

KEEPALIVE_INTERVAL: Final = 5
"""Seconds between keepalive messages on an idle connection, where nobody says otherwise."""
KEEPALIVE_COUNT: Final = 3
"""Keepalive messages without an answer after which the connection counts as lost."""

SILENT: Final = "the host did not answer in time"
"""The reason of a loss by keepalive: the host, or its daemon, hangs."""
_CLOSE_REASONS: Final = {
    libvirt.VIR_CONNECT_CLOSE_REASON_ERROR: "an input/output error",
    libvirt.VIR_CONNECT_CLOSE_REASON_EOF: "the daemon ended or closed it",
    libvirt.VIR_CONNECT_CLOSE_REASON_KEEPALIVE: SILENT,
    libvirt.VIR_CONNECT_CLOSE_REASON_CLIENT: "it was closed here",
}

# FAILED: what should decide about the rights (polkit, its bus) may be out of order.
_READ_ONLY_MAY_HELP: Final = frozenset({FailureKind.RIGHTS, FailureKind.FAILED})

LossCallback = Callable[[str], object]


class Connection:
    """An open connection. `conn` is libvirt's own object: one thread at a time, see `sibling`.

    Attributes:
        read_only: it allows no operations; `refused` tells why, None when that is what the settings want.

    Source: virConnectOpenAuth, virConnectSetKeepAlive, virConnectRegisterCloseCallback.
    """

    def __init__(
        self,
        conn: libvirt.virConnect,
        settings: HostSettings,
        *,
        read_only: bool,
        refused: Failure | None = None,
        remembered: Remembered | None = None,
        keepalive: float = KEEPALIVE_INTERVAL,
    ) -> None:
        self.conn = conn
        self.settings = settings
        self.read_only = read_only
        self.refused = refused
        self.keepalive = keepalive
        self._remembered = remembered
        self._shared = False

    def keep_alive(self) -> None:
        """Have a host that says nothing any more counted as lost. Needs an event loop."""
        # Drivers in this process (test) have no such thing.
        with contextlib.suppress(libvirt.libvirtError):
            self.conn.setKeepAlive(max(1, round(self.keepalive)), KEEPALIVE_COUNT)

    def watch(self, lost: LossCallback) -> None:
        """Keep it alive, and be told why when it is lost all the same. `lost` may run on any thread."""

        def closed(_conn: Any, reason: int, _opaque: Any) -> None:
            lost(_CLOSE_REASONS.get(reason, "an unknown reason"))

        self.keep_alive()
        with contextlib.suppress(libvirt.libvirtError):
            self.conn.registerCloseCallback(closed, None)

    def another(self) -> Callable[[], libvirt.virConnect] | None:
        """Opens one more connection to the same host, for calls that may hang or take long; asks nobody anything.

        It may be read-only where this one is not. Raises VirtmonitorError, also when the host takes too long. None
        where each connection is a host of its own: the test driver in this process, or of a file.
        """
        if not is_same_host_again(self.settings.uri):
            return None
        return lambda: self._open_another().conn

    def _open_another(self) -> Connection:
        settings = replace(self.settings, read_only=self.read_only)

        def opening() -> Connection:
            opened = connect(settings, self._remembered, keepalive=self.keepalive)
            opened.keep_alive()
            return opened

        return opened_within(OPENING_SECONDS, self.settings.name, opening)

    def sibling(self) -> Connection:
        """One more connection to the same host with the same rights, for another thread; asks nobody anything.

        Two threads inside one connection of libvirt 9.0 lose each other's wake-ups and stall for seconds. Where each
        connection is a host of its own it is this same one (see `shared`). Raises VirtmonitorError.
        """
        if self.another() is None:
            return self.shared()
        opened = self._open_another()
        if opened.read_only and not self.read_only:
            opened.close()
            raise VirtmonitorError(opened.refused or Failure(FailureKind.RIGHTS, "It is read-only now."))
        return opened

    def shared(self) -> Connection:
        """This same connection for one more thread; closing it closes nothing."""
        shared = Connection(self.conn, self.settings, read_only=self.read_only, refused=self.refused)
        shared._shared = True
        return shared

    def close(self) -> int:
        """Close it; 0 when libvirt has let go of it, else the number of references still held."""
        if self._shared:
            return 0
        with contextlib.suppress(libvirt.libvirtError):
            self.conn.unregisterCloseCallback()
        try:
            return int(self.conn.close())
        except libvirt.libvirtError:
            return 0  # a lost connection cannot be closed any better

    def facts(self) -> HostRecord:
        """What the host says of itself; what the driver does not tell is None. Raises VirtmonitorError if lost."""
        with translated(f"read {self.settings.name}"):
            info = self._optional(self.conn.getInfo)
            return HostRecord(
                host=self.settings.name,
                uri=self.settings.uri,
                read_only=self.read_only,
                hostname=self._optional(self.conn.getHostname),
                version=self._version(),
                cpu_count=info[2] if info else None,
                memory_total=info[1] * 1024**2 if info else None,
            )

    def _version(self) -> str | None:
        driver = self._optional(self.conn.getType)
        hypervisor = self._optional(self.conn.getVersion)
        library = self._optional(self.conn.getLibVersion)
        texts = []
        if driver and hypervisor:
            texts.append(f"{driver} {dotted(hypervisor)}")
        if library:
            texts.append(f"libvirt {dotted(library)}")
        return ", ".join(texts) or None

    def _optional(self, ask: Callable[[], Any]) -> Any:
        try:
            return ask()
        except libvirt.libvirtError:
            if not self.conn.isAlive():
                raise
            return None


def dotted(version: int) -> str:
    """libvirt's version number as people write it.

    >>> dotted(9000000)
    '9.0.0'
    """
    return f"{version // 1_000_000}.{version // 1000 % 1000}.{version % 1000}"


def connect(
    settings: HostSettings, remembered: Remembered | None = None, *, keepalive: float = KEEPALIVE_INTERVAL
) -> Connection:
    """Open the connection: read-write, else read-only where only that is allowed.

    Asks nobody anything, unless `remembered` has somebody to ask; what it knows already is given without asking.
    Raises NotConnectedError with what libvirt said, VirtmonitorError (PARAMETER) for a URI that nobody confirmed.
    """
    _refuse_risk(settings)
    refused: Failure | None = None
    if not settings.read_only:
        try:
            conn = _open(settings, remembered, read_only=False)
            return Connection(conn, settings, read_only=False, remembered=remembered, keepalive=keepalive)
        except VirtmonitorError as error:
            refused = error.failure
            if refused.kind not in _READ_ONLY_MAY_HELP:
                raise
    # Whoever declined to give a password once is not asked for it again.
    conn = _open(settings, remembered if refused is None else None, read_only=True, refused=refused)
    return Connection(
        conn, settings, read_only=True, refused=refused, remembered=remembered, keepalive=keepalive
    )


def _open(
    settings: HostSettings,
    remembered: Remembered | None,
    *,
    read_only: bool,
    refused: Failure | None = None,
) -> libvirt.virConnect:
    asks = remembered is not None and remembered.interactive
    would_ask = None if asks else rights.would_ask(settings.uri, read_only=read_only)
    if would_ask is not None:
        raise NotConnectedError(refused or would_ask)
    if file := uris.missing_file(settings.uri):  # libvirt would also print so
        raise NotConnectedError(Failure(FailureKind.CONNECTION, f"There is no file {one_line(file, 300)}."))
    uri = uris.prepared(settings.uri)
    try:
        if remembered:
            return open_asking(uri, settings.name, remembered, read_only=read_only)
        return libvirt.openReadOnly(uri) if read_only else libvirt.open(uri)
    except libvirt.libvirtError as error:
        failure = open_failure(error, settings.uri)
        if refused is not None and failure.kind in _READ_ONLY_MAY_HELP:
            failure = refused
        raise NotConnectedError(failure) from error


def _refuse_risk(settings: HostSettings) -> None:
    told = None if settings.confirmed or settings.demo else uris.runs(settings.uri)
    if told is not None:
        text = f"The address of {settings.name} was not opened. {told}"
        hint = "If that is what you want, confirm it where the host is edited, or with --allow-commands."
        raise VirtmonitorError(Failure(FailureKind.PARAMETER, text, hint))


def is_same_host_again(uri: str) -> bool:
    """True when a second connection to that URI shows the same domains.

    The test driver makes a host of its own for each connection to a file; in this process one is enough for
    "default" too, since nothing is sent anywhere.

    >>> is_same_host_again("qemu:///system"), is_same_host_again("test+unix:///default?socket=/x")
    (True, True)
    >>> is_same_host_again("test:///default"), is_same_host_again("test+unix:///fleet.xml?socket=/x")
    (False, False)
    """
    parts = urlsplit(uri)
    driver, plus, _ = parts.scheme.partition("+")
    remote = bool(plus or parts.netloc)
    return driver != "test" or (remote and parts.path == "/default")
