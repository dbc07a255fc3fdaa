"""One instance a session: it owns the bus name, and carries out what later ones forward.

Source: Desktop Entry Specification, "D-Bus Activation": org.freedesktop.Application.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import ClassInfo, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusMessage

from virtmonitor.core.paths import APPLICATION_ID
from virtmonitor.desktop import forward as forwarding

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_NOT_SUPPORTED: Final = "org.freedesktop.DBus.Error.NotSupported"
_INVALID: Final = "org.freedesktop.DBus.Error.InvalidArgs"
_LONGEST_REQUEST: Final = 64 * 1024  # bytes


class SingleInstance(QObject):
    """The right to be the one instance, and the door for the commands of others. GUI thread only.

    Signals:
        commandReceived: (command, arguments, activation token); the commands are `forward.COMMANDS`.
    """

    commandReceived = Signal(str, list, str)

    def __init__(
        self,
        name: str = APPLICATION_ID,
        connection: QDBusConnection | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._connection = QDBusConnection.sessionBus() if connection is None else connection
        self._application = _Application(self, self._connection)
        self._server: QLocalServer | None = None
        self._lock = -1

    @property
    def connection(self) -> QDBusConnection:
        """The bus connection that owns the name; other objects of the application belong on it too."""
        return self._connection

    def claim(self) -> bool:
        """True when this is the one instance now; False when another one is: forward to it.

        Without a bus and without a private directory nothing can be claimed: then True.
        """
        # registerService is False for a taken name and for no bus alike.
        if self._connection.isConnected():
            # The object first: who finds the name must find the object.
            self._connection.registerObject(forwarding.object_path(self._name), self)
            return bool(self._connection.registerService(self._name))
        return self._listen()

    def forward(self, command: str, arguments: Sequence[str] = ()) -> bool:
        """Hand a command to the other instance; False: there is none (any more), so claim again.

        Raises VirtmonitorError when it does not answer or refuses.
        """
        return forwarding.forward(command, arguments, name=self._name)

    def release(self) -> None:
        """Give the name back at once, for a successor."""
        if self._connection.isConnected():
            self._connection.unregisterService(self._name)
            self._connection.unregisterObject(forwarding.object_path(self._name))
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def receive(self, command: str, arguments: Sequence[object], token: str) -> str | None:
        """Take a command from outside: why it is refused, or None when it is carried out."""
        told = forwarding.check(command, arguments)
        if told is None:
            taken = command, list(arguments), token[: forwarding.LONGEST_ARGUMENT]
            # The caller is answered first: "quit" ends us, and a window takes its time to open.
            QTimer.singleShot(0, self, lambda: self.commandReceived.emit(*taken))
        return told

    def _listen(self) -> bool:
        path = forwarding.socket_path(self._name)
        if path is None:
            return True
        # The lock tells who is alive: a socket's file outlives a crash.
        self._lock = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._lock)
            self._lock = -1
            return False
        from PySide6.QtNetwork import QLocalServer  # where there is a bus nobody needs it

        QLocalServer.removeServer(str(path))
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        self._server.listen(str(path))
        return True

    @Slot()
    def _accept(self) -> None:
        while self._server is not None and (stream := self._server.nextPendingConnection()) is not None:
            stream.readyRead.connect(lambda stream=stream: self._read(stream))
            stream.disconnected.connect(stream.deleteLater)
            self._read(stream)

    def _read(self, stream: QLocalSocket) -> None:
        if not stream.canReadLine():
            if stream.bytesAvailable() > _LONGEST_REQUEST:
                stream.abort()
            return
        told = self._request(bytes(stream.readLine(_LONGEST_REQUEST).data()))
        stream.write((told or "ok").encode() + b"\n")
        stream.disconnectFromServer()

    def _request(self, line: bytes) -> str | None:
        try:
            request: Any = json.loads(line)
            command, arguments, token = (request[key] for key in ("command", "arguments", "token"))
        except (ValueError, TypeError, KeyError, RecursionError):
            return "The request cannot be read."
        if not (isinstance(command, str) and isinstance(arguments, list) and isinstance(token, str)):
            return "The request cannot be read."
        return self.receive(command, arguments, token)


@ClassInfo({"D-Bus Interface": "org.freedesktop.Application"})  # type: ignore[call-arg]
class _Application(QDBusAbstractAdaptor):  # type: ignore[operator]
    """What launchers, docks and later instances call. Any program of the session can."""

    def __init__(self, instance: SingleInstance, connection: QDBusConnection) -> None:
        super().__init__(instance)
        self._instance = instance
        self._connection = connection

    @Slot("QVariantMap", QDBusMessage)
    def Activate(self, platform_data: dict[str, Any], message: QDBusMessage) -> None:
        """Show the application."""
        self._carry_out("activate", [], platform_data, message)

    @Slot("QStringList", "QVariantMap", QDBusMessage)
    def Open(self, _uris: list[str], _platform_data: dict[str, Any], message: QDBusMessage) -> None:
        """Refused: a libvirt URI can run programs, so none is opened at another program's word."""
        self._refuse(message, _NOT_SUPPORTED, "virtmonitor opens no files and no addresses.")

    @Slot("QString", "QVariantList", "QVariantMap", QDBusMessage)
    def ActivateAction(
        self, action: str, arguments: list[Any], platform_data: dict[str, Any], message: QDBusMessage
    ) -> None:
        """Carry out one of the commands of `forward.COMMANDS`."""
        self._carry_out(action, arguments, platform_data, message)

    def _carry_out(
        self, command: str, arguments: list[Any], platform_data: dict[str, Any], message: QDBusMessage
    ) -> None:
        told = self._instance.receive(command, arguments, forwarding.token_of(platform_data))
        if told is not None:
            self._refuse(message, _INVALID, told)

    def _refuse(self, message: QDBusMessage, name: str, text: str) -> None:
        message.setDelayedReply(True)  # else an empty success would be sent besides
        self._connection.send(message.createErrorReply(name, text))
