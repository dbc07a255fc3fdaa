"""The popup and the window: made from QML when they are first asked for: a tray icon alone loads no QML."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication

from virtmonitor.desktop.activation import minimize_window, raise_window
from virtmonitor.desktop.face import Face
from virtmonitor.engine.credentials import CredentialsRequest
from virtmonitor.engine.dataengine import DataEngine

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

    from virtmonitor.desktop.qmlwindows import QmlWindows

log = logging.getLogger("virtmonitor.windows")

CLICK: Final = 400
"""So soon (ms) after the popup lost its focus, a click on the icon is the click that took the focus."""
POINTER_EXTENT: Final = 32
"""So large, in pixels, is a tray icon at most, as a rule."""


class Windows(QObject):
    """Owns the QML engine and the windows. GUI thread; `close` before the DataEngine goes.

    Signals:
        popupHidden: whatever the reason, but for `close`.
    """

    popupHidden = Signal()

    def __init__(self, engine: DataEngine, face: Face, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._face = face
        self._qml: QmlWindows | None = None
        self._made: dict[str, QQuickWindow] = {}
        # A timer and no clock: on a busy machine the click waits in Qt's queue, which comes before timers.
        self._popup_just_hidden = QTimer(self, singleShot=True, interval=CLICK)
        self._popup_place: QRect | None = None

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

    @property
    def any_visible(self) -> bool:
        """True while a person can see one of them."""
        return any(window.isVisible() for window in self._made.values())

    def show_window(self, source: str = "", token: str = "") -> None:
        """Bring the window to the front; with a Source, go to it. `token`: see activation.raise_window."""
        raise_window(self.window, token)
        if source:
            self._face.sourceRequested.emit(source)

    @Slot()
    def show_hosts(self) -> None:
        """Bring the hosts to the front."""
        raise_window(self._get("HostsWindow"), "")

    @Slot()
    def show_settings(self) -> None:
        """Bring the settings to the front."""
        raise_window(self._get("SettingsWindow"), "")

    def show_journal(self, source: str = "", token: str = "") -> None:
        """Bring the journal to the front: of one Source, or of all."""
        window = self._get("JournalWindow")
        window.setProperty("source", source)
        raise_window(window, token)

    @Slot(QObject)
    def ask_credentials(self, request: CredentialsRequest) -> None:
        """A host asks who the person is."""
        window = self._get("CredentialsDialog")
        window.setProperty("request", request)
        raise_window(window, "")

    @Slot()
    def ask_to_quit(self) -> None:
        """Operations are under way: the person decides."""
        raise_window(self._get("QuitWindow"), "")

    @Slot()
    def ask_for_session_end(self) -> None:
        """The computer is about to stop while machines run here: the person decides."""
        raise_window(self._get("SessionEndWindow"), "")

    def hide(self) -> None:
        """Hide them all; they keep what they show."""
        for window in self._made.values():
            window.hide()

    def minimize(self) -> None:
        """Out of the way, where no icon would bring them back; the window is there at least."""
        popup = self.made("Popup")
        if popup is not None:
            popup.hide()
        shown = [window for window in self._made.values() if window.isVisible()]
        for window in shown or [self.window]:
            minimize_window(window)

    def toggle_popup(self, icon: QRect | None = None, token: str = "") -> None:
        """Show the popup beside the tray icon, or hide it. `icon`: where that is; the pointer is used when None."""
        popup = self.popup
        if popup.isVisible():
            popup.hide()
            return
        # The click on the icon that is to close it took its focus first, and so closed it.
        if self._popup_just_hidden.isActive() and not token:
            return
        # Wayland tells no places, and lets nobody choose one: the compositor does.
        known = QGuiApplication.platformName() != "wayland"
        self._popup_place = (icon or _around_pointer()) if known else None
        self._put_popup()
        raise_window(popup, token)

    def close(self) -> None:
        """Let go of QML before the objects that it shows: else its last bindings read what is gone."""
        self.blockSignals(True)
        for window in self._made.values():
            window.hide()
        if self._qml is not None:
            self._qml.close()
            self._qml = None
        for window in self._made.values():
            shiboken6.delete(window)
        self._made.clear()

    def _get(self, name: str) -> QQuickWindow:
        window = self._made.get(name)
        if window is None:
            window = self._make(name)
            self._made[name] = window
            if name == "Popup":
                window.visibleChanged.connect(self._popup_shown)
                window.heightChanged.connect(self._put_popup)
                window.widthChanged.connect(self._put_popup)
                window.resizingChanged.connect(self._put_popup)  # type: ignore[attr-defined]  # Popup.qml has it
        return window

    @Slot(bool)
    def _popup_shown(self, shown: bool) -> None:
        if not shown:
            self._popup_just_hidden.start()
            self.popupHidden.emit()

    @Slot()
    def _put_popup(self) -> None:
        """It grows with its content: its edge at the tray stays where it is. Not under the hand that drags an edge."""
        popup = self._made.get("Popup")
        if popup is not None and self._popup_place is not None and not popup.property("resizing"):
            # As large as it wants to be: what a window manager tells of may be a size that it was given before.
            size = popup.property("wanted").toSize().expandedTo(popup.minimumSize())
            wanted = QRect(beside(self._popup_place, size), size)
            if popup.geometry() != wanted:
                popup.setGeometry(wanted)

    def _make(self, name: str) -> QQuickWindow:
        if self._qml is None:
            from virtmonitor.desktop.qmlwindows import QmlWindows

            self._qml = QmlWindows(self._face.settings.record.desktop.style)
        return self._qml.make(name, {"engine": self._engine, "face": self._face})


def beside(icon: QRect, window: QSize) -> QPoint:
    """Where a window of that size is on the screen and, where there is room, does not cover the icon at its edge."""
    screen = QGuiApplication.screenAt(icon.center()) or QGuiApplication.primaryScreen()
    area = screen.availableGeometry()
    x = icon.center().x() - window.width() // 2
    is_above = icon.center().y() < area.center().y()
    y = icon.bottom() + 1 if is_above else icon.top() - window.height()
    return QPoint(
        max(area.left(), min(x, area.right() + 1 - window.width())),
        max(area.top(), min(y, area.bottom() + 1 - window.height())),
    )


def _around_pointer() -> QRect:
    """The pointer is on the icon, whose extent nobody tells."""
    around = QRect(0, 0, POINTER_EXTENT, POINTER_EXTENT)
    around.moveCenter(QCursor.pos())
    return around
