"""A domain's definition being read, edited and compared, before anything is changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import Property
from virtmonitor.hypervisor.safexml import parse
from virtmonitor.hypervisor.xmlform import difference, digest

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DefinitionEdit(QObject):
    """What somebody makes of a definition: `base` is what was read, `text` what is in the editor.

    Bind `current` to what the host says; while nothing was edited, `base` follows it. GUI thread; a definition is
    compared in a few milliseconds.
    """

    currentChanged = Signal()
    textChanged = Signal()
    baseChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current = self._base = self._text = ""
        self._problem = self._difference = ""
        self._proposal = ""

    def _set_current(self, current: str) -> None:
        if current == self._current:
            return
        edited = self._is_edited()
        self._current = current
        if self._proposal and self._proposal == self._text and not _same(current, self._text):
            self._base = current  # it is compared with what is in force, whatever that is
            self._compare()
        elif not edited or _same(current, self._text):
            self.load(current)
        self.currentChanged.emit()

    current = Property(str, lambda self: self._current, _set_current, notify=currentChanged)
    """The definition as the host has it now; "" until it was read."""
    base = Property(str, lambda self: self._base, notify=baseChanged)
    """The definition that the editor began with; notified when the editor has to show another text."""

    def _set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self._compare()

    text = Property(str, lambda self: self._text, _set_text, notify=textChanged)
    """What is in the editor now."""

    def _is_edited(self) -> bool:
        return self._text != self._base

    edited = Property(bool, lambda self: self._is_edited(), notify=textChanged)
    """True when it is another text than what was read."""
    problem = Property(str, lambda self: self._problem, notify=textChanged)
    """Why it cannot be applied, as a sentence: it is no XML. "" when it can."""
    difference = Property(str, lambda self: self._difference, notify=textChanged)
    """What applying it would change, as a unified diff of canonical forms; "" when it says the same."""
    outdated = Property(
        bool,
        lambda self: bool(self._current) and self._is_edited() and not _same(self._current, self._base),
        notify=textChanged,
    )
    """True when the host's definition changed since the editing began: it would be refused."""

    @Slot(str)
    def load(self, base: str) -> None:
        """Begin anew with this text."""
        self._base = self._text = base
        self._proposal = ""
        self.baseChanged.emit()
        self._compare()

    @Slot(str)
    def propose(self, text: str) -> None:
        """Put another text (a kept definition) into the editor, as a change of what is in force."""
        self._base = self._current
        self._text = self._proposal = text
        self.baseChanged.emit()
        self._compare()

    @Slot()
    def discard(self) -> None:
        """Drop what was edited."""
        self.load(self._current)

    @Slot(result="QVariantMap")
    def parameters(self) -> dict[str, Any]:
        """The parameters of the operation defineXml that applies it."""
        return {"xml": self._text, "base": digest(self._base), "validate": True}

    def _compare(self) -> None:
        self._problem = self._difference = ""
        if self._is_edited():
            try:
                parse(self._text)
                before = QCoreApplication.translate("definition", "now")
                after = QCoreApplication.translate("definition", "afterwards")
                self._difference = difference(self._base, self._text, before, after)
            except VirtmonitorError as error:
                self._problem = str(error)
        self.textChanged.emit()


def _same(one: str, other: str) -> bool:
    try:
        return one == other or digest(one) == digest(other)
    except VirtmonitorError:
        return False
