"""The screen of a guest, small, as long as somebody sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from virtmonitor.core.domain import split_source
from virtmonitor.core.errors import Failure
from virtmonitor.engine.dataengine import DataEngine
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property
from virtmonitor.engine.question import Question
from virtmonitor.engine.screenshot import screenshot

QML_IMPORT_NAME = "VirtMonitor.Desktop"
QML_IMPORT_MAJOR_VERSION = 1

OPERATION_INVALID: Final = 55
"""libvirt's VIR_ERR_OPERATION_INVALID."""
LARGEST: Final = QSize(1280, 1024)
"""Pictures are made that small before they reach the GUI thread."""


@QmlElement
class GuestScreen(QQuickPaintedItem):
    """Asks for a picture of a domain's screen every `interval` ms while `active`, and draws the last one.

    The next is asked for only after the one before came, so a slow host is not asked more often than it answers.
    Pictures are decoded on the asking thread. The GUI thread only.
    """

    engineChanged = Signal()
    sourceChanged = Signal()
    lookChanged = Signal()
    pictureChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._engine: DataEngine | None = None
        self._source = self._error = ""
        self._active = True
        self._image = QImage()
        self._question = Question(self)
        self._question.answered.connect(self._answered)
        self._question.refused.connect(self._refused)
        self._timer = QTimer(self, singleShot=True, interval=2000)
        self._timer.timeout.connect(self.ask)
        self.setSmooth(True)

    def _set_engine(self, engine: DataEngine | None) -> None:
        if engine is not self._engine:
            self._engine = engine
            self._begin_anew()
            self.engineChanged.emit()

    engine = Property(DataEngine, lambda self: self._engine, _set_engine, notify=engineChanged)

    def _set_source(self, source: str) -> None:
        if source != self._source:
            self._source = source
            self._begin_anew()
            self.sourceChanged.emit()

    source = Property(str, lambda self: self._source, _set_source, notify=sourceChanged)

    def _set_active(self, active: bool) -> None:
        if active != self._active:
            self._active = active
            self._begin_anew()
            self.lookChanged.emit()

    active = Property(bool, lambda self: self._active, _set_active, notify=lookChanged)
    """True while the machine runs and the picture is seen."""

    def _set_interval(self, interval: int) -> None:
        if interval != self._timer.interval():
            self._timer.setInterval(interval)
            self.lookChanged.emit()

    interval = Property(int, lambda self: self._timer.interval(), _set_interval, notify=lookChanged)
    """Milliseconds from one picture to the question for the next."""
    known = Property(bool, lambda self: not self._image.isNull(), notify=pictureChanged)
    """True while there is a picture."""
    error = Property(str, lambda self: self._error, notify=pictureChanged)
    """Why there is none, as sentences."""
    aspect = Property(
        float,
        lambda self: self._image.width() / self._image.height() if self._image.height() else 4 / 3,
        notify=pictureChanged,
    )
    """Width by height of the picture."""

    @Slot()
    def ask(self) -> None:
        """Ask for a picture now."""
        host_name, uuid = split_source(self._source)
        host = self._engine.host(host_name) if self._engine is not None else None
        if self._active and host is not None and uuid is not None and host.live:
            self._question.ask(host, uuid, _picture, {})

    def paint(self, painter: QPainter) -> None:
        """See QQuickPaintedItem."""
        if self._image.isNull():
            return
        size = self._image.size().scaled(self.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)

    def _begin_anew(self) -> None:
        self._question.drop()
        self._timer.stop()
        self._show(QImage(), "")
        self.ask()

    def _show(self, image: QImage, error: str) -> None:
        self._image, self._error = image, error
        self.pictureChanged.emit()
        self.update()

    @Slot(object)
    def _answered(self, image: QImage) -> None:
        self._show(image, "")
        self._timer.start()

    @Slot(object)
    def _refused(self, failure: Failure) -> None:
        # A machine that runs and of which a picture is "not valid" has no graphics card (libvirt: "no screens").
        screenless = failure.code == OPERATION_INVALID
        text = QCoreApplication.translate("GuestScreen", "It has no screen.", "a machine")
        self._show(QImage(), text if screenless else str(failure))


def _picture(connection: Any, uuid: str, parameters: Mapping[str, Any]) -> QImage:
    """On the asking thread. An empty picture for what no decoder knows."""
    image = QImage.fromData(screenshot(connection, uuid, parameters))
    if image.width() > LARGEST.width() or image.height() > LARGEST.height():
        mode, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        return image.scaled(LARGEST, mode, smooth)
    return image
