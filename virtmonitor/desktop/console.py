"""A machine's screen and its serial console, in programs that the user has: started by argv, never by a shell."""

from __future__ import annotations

import os
import shutil
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, Signal, Slot

from virtmonitor.core.domain import split_source
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Desktop"
QML_IMPORT_MAJOR_VERSION = 1

# What takes a libvirt URI and a UUID, the best first; remote-viewer takes the address of a display instead.
_VIEWER: Final = "virt-viewer"
_DISPLAY_VIEWER: Final = "remote-viewer"
# Terminals by how they are told what to run; Debian's alternative first, for it is the user's choice.
_TERMINALS: Final = (
    ("x-terminal-emulator", ("-e",)),
    ("konsole", ("-e",)),
    ("gnome-terminal", ("--",)),
    ("xfce4-terminal", ("-x",)),
    ("qterminal", ("-e",)),
    ("foot", ()),
    ("alacritty", ("-e",)),
    ("kitty", ()),
    ("xterm", ("-e",)),
)
# What a program that is started from here must not inherit: our Qt is not its Qt.
_OURS: Final = (
    "QT_PLUGIN_PATH",
    "QML2_IMPORT_PATH",
    "QML_IMPORT_PATH",
    "LD_LIBRARY_PATH",
    "PYTHONPATH",
    "PYTHONHOME",
)


@QmlElement
class Console(QObject):
    """Opens the console of a Source. GUI thread only.

    `failed(text)`: it could not be started; a sentence.
    """

    engineChanged = Signal()
    sourceChanged = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: DataEngine | None = None
        self._source = ""

    def _set_engine(self, engine: DataEngine | None) -> None:
        if engine is not self._engine:
            self._engine = engine
            self.engineChanged.emit()

    engine = Property(DataEngine, lambda self: self._engine, _set_engine, notify=engineChanged)

    def _set_source(self, source: str) -> None:
        if source != self._source:
            self._source = source
            self.sourceChanged.emit()

    source = Property(str, lambda self: self._source, _set_source, notify=sourceChanged)

    @Slot("QVariantList")
    def openScreen(self, displays: list[dict[str, str]]) -> None:
        """Show its screen. `displays`: type and address of each, for a viewer that knows no libvirt."""
        found = self._identity()
        if found is None:
            return
        command = viewer_command(*found, displays)
        if command is None:
            text = QCoreApplication.translate(
                "console",
                "There is no program to show a screen. Install virt-viewer: the package has that name.",
            )
            self.failed.emit(text)
        else:
            self._run(command)

    @Slot()
    def openSerial(self) -> None:
        """Open its serial console in the user's terminal."""
        found = self._identity()
        if found is None:
            return
        command = serial_command(*found)
        if command is None:
            text = QCoreApplication.translate(
                "console",
                "There is no terminal program, or no virsh. Install the packages xterm and libvirt-clients.",
            )
            self.failed.emit(text)
        else:
            self._run(command)

    def _identity(self) -> tuple[str, str] | None:
        """The host's URI and the domain's UUID; None, and `failed` told, when another program cannot reach it."""
        host, uuid = split_source(self._source)
        state = self._engine.host(host) if self._engine is not None else None
        if state is None or uuid is None:
            return None
        if state.settings.uri.startswith("test:"):
            text = QCoreApplication.translate(
                "console",
                "The machines of the demo live inside this program: they have no screen and no console.",
            )
            self.failed.emit(text)
            return None
        return state.settings.uri, uuid

    def _run(self, command: list[str]) -> None:
        process = QProcess()
        process.setProgram(command[0])
        process.setArguments(command[1:])
        process.setProcessEnvironment(clean_environment())
        # The stubs tell of a pair; what comes is whether it was started.
        if not bool(process.startDetached()):
            text = QCoreApplication.translate("console", "%1 could not be started.")
            self.failed.emit(text.replace("%1", command[0]))


def viewer_command(uri: str, uuid: str, displays: list[dict[str, str]]) -> list[str] | None:
    """The command line that shows the screen; None when there is no viewer.

    >>> viewer_command("-x", "u", [])
    """
    if uri.startswith("-"):
        return None
    viewer = shutil.which(_VIEWER)
    if viewer is not None:
        return [viewer, "--connect", uri, "--wait", "--uuid", "--", uuid]
    viewer = shutil.which(_DISPLAY_VIEWER)
    address = next((a for d in displays if (a := _display_uri(d))), None)
    return [viewer, "--", address] if viewer is not None and address is not None else None


def serial_command(uri: str, uuid: str) -> list[str] | None:
    """The command line that opens the serial console in a terminal; None when there is no terminal or no virsh."""
    virsh = shutil.which("virsh")
    if virsh is None or uri.startswith("-"):
        return None
    for name, options in _TERMINALS:
        terminal = shutil.which(name)
        if terminal is not None:
            return [terminal, *options, virsh, "--connect", uri, "console", "--domain", uuid]
    return None


def clean_environment() -> QProcessEnvironment:
    """The user's environment without what belongs to this program."""
    environment = QProcessEnvironment()
    for name, value in os.environ.items():
        if name not in _OURS:
            environment.insert(name, value)
    return environment


def _display_uri(display: dict[str, str]) -> str | None:
    kind, address = display.get("type", ""), display.get("address", "")
    if kind not in ("vnc", "spice") or not address or address.startswith("/"):
        return None
    return f"{kind}://{address}"
