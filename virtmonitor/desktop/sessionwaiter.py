"""What session managers have in common: they tell that the session is about to end, and wait for who says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class SessionWaiter(QObject):
    """One way to a session manager. GUI thread only; silent where there is none.

    Signals:
        mayAsk: the session is about to end, and waits while a person is asked: until `release` or `stay`.
        ending: it ends; what has to be done before is done now. It waits for `release`, though not long.
        stays: it does not end after all.
        lost: there is no session manager any more, so nobody waits.
        over: it ends now, and so does this program.
    """

    mayAsk = Signal()
    ending = Signal()
    stays = Signal()
    lost = Signal()
    over = Signal()

    can_stay = False
    """Whether a person who is asked may say that the session shall not end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted: Callable[[], str] = str
        """Why a person is to be asked, shown by the desktop; empty when nobody is to be."""

    @property
    def is_registered(self) -> bool:
        """Whether the session manager knows us by now, of one that is open."""
        return True

    def release(self) -> None:
        """Let the session end, as far as we are concerned. Safe to repeat."""

    def stay(self) -> None:
        """The person says that the session shall not end; as `release` where that cannot be told."""
        self.release()

    def close(self) -> None:
        """Leave the session manager; it waits for us no more."""
