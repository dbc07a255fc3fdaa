"""One libvirt connection: opening with what rights there are, keeping it alive, closing it for good.

Every function blocks the calling thread until the host answers; none may be called on the GUI thread.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

import libvirt

from virtmonitor.core.connection import HostRecord, HostSettings
from virtmonitor.core.errors import FailureKind, VirtmonitorError
from virtmonitor.hypervisor.failures import translated

KEEPALIVE_INTERVAL: Final = 5
"""Seconds between keepalive messages on an idle connection."""
KEEPALIVE_COUNT: Final = 3
"""Keepalive messages without an answer after which the connection counts as lost."""

_CLOSE_REASONS: Final = {
    libvirt.VIR_CONNECT_CLOSE_REASON_ERROR: "an input/output error",
    libvirt.VIR_CONNECT_CLOSE_REASON_EOF: "the daemon ended or closed it",
    libvirt.VIR_CONNECT_CLOSE_REASON_KEEPALIVE: "the host did not answer in time",
    libvirt.VIR_CONNECT_CLOSE_REASON_CLIENT: "it was closed here",
}

LossCallback = Callable[[str], object]


class Connection:
    """An open connection. `conn` is libvirt's own object, safe to use from several threads.

    Source: virConnectOpenAuth, virConnectSetKeepAlive, virConnectRegisterCloseCallback.
    """

    def __init__(self, conn: libvirt.virConnect, settings: HostSettings, read_only: bool) -> None:
        self.conn = conn
        self.settings = settings
        self.read_only = read_only

    def watch(self, lost: LossCallback) -> None:
        """Ask for keepalive, and to be told why when the connection is lost. `lost` may run on any thread."""

        def closed(_conn: Any, reason: int, _opaque: Any) -> None:
            lost(_CLOSE_REASONS.get(reason, "an unknown reason"))

        # Drivers in this process (test) have neither.
        with contextlib.suppress(libvirt.libvirtError):
            self.conn.setKeepAlive(KEEPALIVE_INTERVAL, KEEPALIVE_COUNT)
        with contextlib.suppress(libvirt.libvirtError):
            self.conn.registerCloseCallback(closed, None)

    def another(self) -> Callable[[], libvirt.virConnect] | None:
        """Opens one more connection to the same host, alive as this one, for calls that may hang or take
        long.

        None where each connection is a host of its own: the test driver in this process, or of a file.
        """
        parts = urlsplit(self.settings.uri)
        if parts.scheme == "test" or (parts.scheme.startswith("test+") and parts.path != "/default"):
            return None
        return self._open_another

    def _open_another(self) -> libvirt.virConnect:
        conn = connect(self.settings).conn
        with contextlib.suppress(libvirt.libvirtError):
            conn.setKeepAlive(KEEPALIVE_INTERVAL, KEEPALIVE_COUNT)
        return conn

    def close(self) -> int:
        """Close it; 0 when libvirt has let go of it, else the number of references still held."""
        with contextlib.suppress(libvirt.libvirtError):
            self.conn.unregisterCloseCallback()
        try:
            return int(self.conn.close())
        except libvirt.libvirtError:
            return 0  # a lost connection cannot be closed any better

    def facts(self) -> HostRecord:
        """What the host says of itself; what the driver does not tell is None.

        Raises VirtmonitorError if lost.
        """
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


def connect(settings: HostSettings) -> Connection:
    """Open the connection: read-write, else read-only where only that is allowed. Never asks anybody
    anything.

    Raises VirtmonitorError: CONNECTION, RIGHTS, PARAMETER or UNSUPPORTED for a URI that libvirt does not
    know.
    """
    action = f"connect to {settings.uri}"
    if not settings.read_only:
        try:
            with translated(action):
                return Connection(libvirt.open(settings.uri), settings, read_only=False)
        except VirtmonitorError as error:
            if error.failure.kind is not FailureKind.RIGHTS:
                raise
    with translated(action):
        return Connection(libvirt.openReadOnly(settings.uri), settings, read_only=True)


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
