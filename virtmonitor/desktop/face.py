"""What popup and window ask of the application, beside what they ask of the engine."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement

from virtmonitor.engine.qt import QmlUncreatable

QML_IMPORT_NAME = "VirtMonitor.Desktop"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The application makes it.")
class Face(QObject):
    """Requests of the faces, as signals to the application; and what they need of the desktop. GUI thread."""

    windowRequested = Signal(str)
    quitRequested = Signal()
    sourceRequested = Signal(str)
    """The window shall go to that Source."""

    @Slot(str)
    def openWindow(self, source: str) -> None:
        """Show the window, at a Source when one is named."""
        self.windowRequested.emit(source)

    @Slot(str)
    def copyText(self, text: str) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    @Slot()
    def quit(self) -> None:
        """End the program; the machines go on."""
        self.quitRequested.emit()
