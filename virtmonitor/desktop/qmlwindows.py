"""The QML engine of the program, and the windows that it makes. Imported when the first window is asked for."""

from __future__ import annotations

from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from PySide6.QtQml import QQmlComponent, QQmlEngine, QQmlNetworkAccessManagerFactory
from PySide6.QtQuick import QQuickWindow

from virtmonitor.assets import asset
from virtmonitor.desktop import qmltypes
from virtmonitor.desktop.appearance import set_style


class _NoNetwork(QNetworkAccessManager):
    """Text of a guest may name an image on some server: nothing here ever asks one."""

    def createRequest(self, _operation: Any, request: QNetworkRequest, _data: Any = None) -> QNetworkReply:
        blocked = QNetworkRequest(request)
        blocked.setUrl(QUrl("data:,"))
        return super().createRequest(QNetworkAccessManager.Operation.GetOperation, blocked)


class _NoNetworkFactory(QQmlNetworkAccessManagerFactory):
    def create(self, parent: QObject) -> QNetworkAccessManager:
        return _NoNetwork(parent)


class QmlWindows:
    """Makes windows until `close`. GUI thread only."""

    def __init__(self, style: str) -> None:
        """`style` of the controls, as the settings have it."""
        set_style(style)
        qmltypes.register()
        self._engine = QQmlEngine()
        self._no_network = _NoNetworkFactory()
        self._engine.setNetworkAccessManagerFactory(self._no_network)
        self._engine.addImportPath(str(asset("qml")))
        self._engine.quit.connect(QCoreApplication.quit)
        self._components: list[QQmlComponent] = []
        self._palette = QGuiApplication.palette()

    def make(self, name: str, properties: dict[str, QObject]) -> QQuickWindow:
        """The window of that QML file, with these properties. The caller owns it."""
        component = QQmlComponent(self._engine)
        component.loadFromModule("VirtMonitor", name)
        made = component.createWithInitialProperties(properties)
        if not isinstance(made, QQuickWindow):
            raise TypeError(f"{name}.qml is broken: {component.errorString()}")
        self._components.append(component)
        if QGuiApplication.palette() != self._palette:
            # A style keeps the palette that there was when it was loaded: what is made later has to be told.
            QCoreApplication.sendEvent(made, QEvent(QEvent.Type.ApplicationPaletteChange))
        return made

    def close(self) -> None:
        """Let go of QML; the windows that were made go after it."""
        shiboken6.delete(self._engine)
        self._components.clear()
