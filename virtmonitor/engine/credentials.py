"""Questions of a host (user name, password) on their way to a person, and the answers back. The GUI never waits."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot

from virtmonitor.core.credentials import Answers, Prompt
from virtmonitor.engine.qmlelement import QmlElement, QmlUncreatable
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1


class _Slip:
    """One question while it waits: filled in on the engine's thread, waited for on the host's."""

    def __init__(self, host: str, prompts: Sequence[Prompt], *, can_remember: bool) -> None:
        self.host = host
        self.can_remember = can_remember
        self.prompts = tuple(prompts)
        self.done = threading.Event()
        self.answers: Answers | None = None


@QmlElement
@QmlUncreatable("The engine makes it when a host asks.")
class CredentialsRequest(QObject):
    """What a host wants to know before it lets you in. Answered or cancelled once; then it is `finished`."""

    finished = Signal()

    def __init__(self, slip: _Slip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slip = slip

    host = Property(str, lambda self: self._slip.host, constant=True)
    """The host's short name."""
    canRemember = Property(bool, lambda self: self._slip.can_remember, constant=True)
    """True where there is a keyring to keep the answers in."""

    def _get_prompts(self) -> list[dict[str, object]]:
        return [
            {"text": prompt.text, "secret": prompt.secret, "answer": prompt.default}
            for prompt in self._slip.prompts
        ]

    prompts = Property(list, _get_prompts, constant=True)
    """The questions in their order: maps of text (the host's: plain), secret, answer (the default)."""

    @Slot("QStringList")
    @Slot("QStringList", bool)
    def answer(self, texts: list[str], remember: bool = False) -> None:
        """The answers, one a prompt; `remember`: keep them in the keyring."""
        if len(texts) == len(self._slip.prompts):
            self._finish(Answers(texts, remember=remember and self._slip.can_remember))

    @Slot()
    def cancel(self) -> None:
        """Give none."""
        self._finish(None)

    def _finish(self, answers: Answers | None) -> None:
        if not self._slip.done.is_set():
            self._slip.answers = answers
            self._slip.done.set()
            self.finished.emit()


class PersonAsker(QObject):
    """The Asker that asks a person through the engine's `credentialsWanted`. Made on the engine's thread.

    `wanted(CredentialsRequest)` comes on that thread. `give_up` ends all waiting: the program ends.
    """

    wanted = Signal(QObject)
    _asked = Signal(object)

    interactive = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: set[_Slip] = set()
        self._given_up = False
        self._asked.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def ask(self, host: str, prompts: Sequence[Prompt], *, can_remember: bool = False) -> Answers | None:
        """See Asker: the calling thread waits for as long as the person thinks."""
        slip = _Slip(host, prompts, can_remember=can_remember)
        self._open.add(slip)
        self._asked.emit(slip)
        if not self._given_up:
            slip.done.wait()
        self._open.discard(slip)
        return slip.answers

    def refused(self) -> bool:
        """See Asker: a person asks for another try when they want one."""
        return False

    def give_up(self) -> None:
        """Nobody answers any more."""
        self._given_up = True
        for slip in tuple(self._open):
            slip.done.set()

    @Slot(object)
    def _show(self, slip: _Slip) -> None:
        if slip.done.is_set():
            return
        request = CredentialsRequest(slip, self)
        request.finished.connect(request.deleteLater)
        self.wanted.emit(request)
