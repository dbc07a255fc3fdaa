"""The popup and the window: made from QML when they are first asked for, so that a tray icon alone costs no QML."""

from __future__ import annotations

import logging
from typing import Any, Final

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QUrl
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlNetworkAccessManagerFactory
from PySide6.QtQuick import QQuickWindow

from virtmonitor.assets import asset
from virtmonitor.desktop import console, guestscreen, xmlhighlighter
from virtmonitor.desktop.face import Face
from virtmonitor.engine import qmltypes
from virtmonitor.engine.dataengine import DataEngine

log = logging.getLogger("virtmonitor.windows")

# Importing a module registers its QML types.
QML_TYPES: Final = (console.Console, guestscreen.GuestScreen, xmlhighlighter.XmlHighlighter)


class _NoNetwork(QNetworkAccessManager):
    """Text of a guest may name an image on some server: nothing here ever asks one."""

    def createRequest(self, _operation: Any, request: QNetworkRequest, _data: Any = None) -> QNetworkReply:
        blocked = QNetworkRequest(request)
        blocked.setUrl(QUrl("data:,"))
        return super().createRequest(QNetworkAccessManager.Operation.GetOperation, blocked)


class _NoNetworkFactory(QQmlNetworkAccessManagerFactory):
    def create(self, parent: QObject) -> QNetworkAccessManager:
        return _NoNetwork(parent)


class Windows(QObject):
    """Owns the QML engine and the windows. GUI thread; `close` before the DataEngine goes."""

    def __init__(self, engine: DataEngine, face: Face, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._face = face
        self._qml: QQmlEngine | None = None
        self._no_network = _NoNetworkFactory()
        self._components: list[QQmlComponent] = []
        self._made: dict[str, QQuickWindow] = {}

    @property
    def window(self) -> QQuickWindow:
        """The window, made now if it was not yet."""
        return self._get("MainWindow")

    @property
    def popup(self) -> QQuickWindow:
        """The popup, made now if it was not yet."""
        return self._get("Popup")

    def made(self, name: str) -> QQuickWindow | None:
        """A window if it was made."""
        return self._made.get(name)

    def show_window(self, source: str = "") -> None:
        """Bring the window to the front; with a Source, go to it."""
        window = self.window
        window.show()
        window.raise_()
        window.requestActivate()
        if source:
            self._face.sourceRequested.emit(source)

    def toggle_popup(self, icon: QPoint | None = None) -> None:
        """Show the popup beside the tray icon, or hide it. `icon`: where a click was, None where nobody knows."""
        popup = self.popup
        if popup.isVisible():
            popup.hide()
            return
        place = icon or QCursor.pos()
        if not place.isNull():
            popup.setPosition(beside(place, popup))
        popup.show()
        popup.raise_()
        popup.requestActivate()

    def close(self) -> None:
        """Let go of QML before the objects that it shows: else its last bindings read what is gone."""
        for window in self._made.values():
            window.hide()
        if self._qml is not None:
            shiboken6.delete(self._qml)
            self._qml = None
        self._components.clear()
        for window in self._made.values():
            shiboken6.delete(window)
        self._made.clear()

    def _get(self, name: str) -> QQuickWindow:
        window = self._made.get(name)
        if window is None:
            window = self._make(name)
            self._made[name] = window
        return window

    def _make(self, name: str) -> QQuickWindow:
        component = QQmlComponent(self._qml_engine())
        component.loadFromModule("VirtMonitor", name)
        made = component.createWithInitialProperties({"engine": self._engine, "face": self._face})
        if not isinstance(made, QQuickWindow):
            raise TypeError(f"{name}.qml is broken: {component.errorString()}")
        self._components.append(component)
        return made

    def _qml_engine(self) -> QQmlEngine:
        if self._qml is None:
            qmltypes.register()
            self._qml = QQmlEngine()
            self._qml.setNetworkAccessManagerFactory(self._no_network)
            self._qml.addImportPath(str(asset("qml")))
            self._qml.quit.connect(QCoreApplication.quit)
        return self._qml


def beside(place: QPoint, window: QQuickWindow) -> QPoint:
    """Where the window stands wholly on the screen, near to a place at its edge (the tray icon)."""
    screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
    area = screen.availableGeometry()
    x = min(max(place.x() - window.width() // 2, area.left()), area.right() - window.width())
    below = place.y() < area.center().y()
    y = max(place.y(), area.top()) if below else min(place.y(), area.bottom()) - window.height()
    return QPoint(x, min(max(y, area.top()), area.bottom() - window.height()))
