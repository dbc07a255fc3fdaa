"""Notices in words: made once, in the user's language. Names are put in as they are shown, never as markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from virtmonitor.core.domain import split_source
from virtmonitor.core.notices import Notice, NoticeAction, NoticeKind
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.core.plaintext import one_line
from virtmonitor.desktop.traytext import isolated
from virtmonitor.engine.qt import QT_TRANSLATE_NOOP

_NAME_LENGTH: Final = 60
_DETAIL_LENGTH: Final = 300
_NAMES_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class NoticeText:
    """What a person reads: plain text, no markup."""

    title: str
    body: str


_TITLES: Final = {
    NoticeKind.CRASHED: QT_TRANSLATE_NOOP("Notices", "%1 crashed"),
    NoticeKind.PANICKED: QT_TRANSLATE_NOOP("Notices", "The kernel of %1 panicked"),
    NoticeKind.IO_ERROR: QT_TRANSLATE_NOOP("Notices", "A disk of %1 failed"),
    NoticeKind.WATCHDOG: QT_TRANSLATE_NOOP("Notices", "The watchdog of %1 fired"),
    NoticeKind.STOPPED: QT_TRANSLATE_NOOP("Notices", "%1 stopped"),
    NoticeKind.HOST_LOST: QT_TRANSLATE_NOOP("Notices", "No connection to %1"),
    NoticeKind.HOST_BACK: QT_TRANSLATE_NOOP("Notices", "%1 is connected again"),
    NoticeKind.JOB_FAILED: QT_TRANSLATE_NOOP("Notices", "It did not work: %1"),
    NoticeKind.JOB_DONE: QT_TRANSLATE_NOOP("Notices", "Done: %1"),
    NoticeKind.SNAPSHOT_DONE: QT_TRANSLATE_NOOP("Notices", "The snapshot of %1 is made"),
}
_DETAILS: Final = {
    (NoticeKind.CRASHED, "failed"): QT_TRANSLATE_NOOP("Notices", "Its process on the host ended."),
    (NoticeKind.CRASHED, "crashed"): "",
    (NoticeKind.PANICKED, "panicked"): "",
    (NoticeKind.PANICKED, "crashed"): "",
    (NoticeKind.IO_ERROR, "enospc"): QT_TRANSLATE_NOOP("Notices", "The disk of the host is full."),
    (NoticeKind.IO_ERROR, "ioerror"): QT_TRANSLATE_NOOP("Notices", "The machine is paused."),
    (NoticeKind.STOPPED, "shutdown"): QT_TRANSLATE_NOOP("Notices", "It was shut down, but not from here."),
    (NoticeKind.STOPPED, "destroyed"): QT_TRANSLATE_NOOP("Notices", "It was powered off, but not from here."),
    (NoticeKind.STOPPED, "daemon"): QT_TRANSLATE_NOOP("Notices", "The host's libvirt stopped it."),
    (NoticeKind.STOPPED, "unknown"): "",
}
_ACTIONS: Final = {
    NoticeAction.OPEN: QT_TRANSLATE_NOOP("Notices", "Open"),
    NoticeAction.START: QT_TRANSLATE_NOOP("Notices", "Start again"),
    NoticeAction.LOG: QT_TRANSLATE_NOOP("Notices", "Show log"),
}


def text_of(notices: Sequence[Notice], *, with_host: bool = False) -> NoticeText:
    """The text of a group of notices, at least one. `with_host`: tell the host too, as there are several."""
    if len(notices) > 1:
        return _summary(notices)
    notice = notices[0]
    body = [_detail(notice)]
    host, uuid = split_source(notice.source)
    if with_host and uuid is not None:
        body.append(
            QCoreApplication.translate("Notices", "On host %1").replace(
                "%1", isolated(one_line(host, _NAME_LENGTH))
            )
        )
    title = _tr(_TITLES[notice.kind]).replace("%1", _name(notice))
    return NoticeText(title, "\n".join(line for line in body if line))


def action_text(action: NoticeAction) -> str:
    """The label of an action's button."""
    return _tr(_ACTIONS[action])


def _summary(notices: Sequence[Notice]) -> NoticeText:
    kinds = {notice.kind for notice in notices}
    count = len(notices)
    if kinds == {NoticeKind.STOPPED}:
        title = QCoreApplication.translate("Notices", "%n machine(s) stopped", "", count)
    elif kinds == {NoticeKind.CRASHED}:
        title = QCoreApplication.translate("Notices", "%n machine(s) crashed", "", count)
    else:
        title = QCoreApplication.translate("Notices", "%n thing(s) happened", "", count)
    if len(kinds) == 1:
        lines = [", ".join(_name(notice) for notice in notices[:_NAMES_SHOWN])]
    else:
        lines = [_tr(_TITLES[notice.kind]).replace("%1", _name(notice)) for notice in notices[:_NAMES_SHOWN]]
    if count > _NAMES_SHOWN:
        more = count - _NAMES_SHOWN
        lines.append(QCoreApplication.translate("Notices", "and %n more", "", more))
    return NoticeText(title, "\n".join(lines))


def _name(notice: Notice) -> str:
    return isolated(one_line(notice.name, _NAME_LENGTH))


def _detail(notice: Notice) -> str:
    known = _DETAILS.get((notice.kind, notice.detail))
    if known is not None:
        return _tr(known) if known else ""
    if notice.kind is NoticeKind.JOB_DONE and notice.detail in OPERATIONS:
        return QCoreApplication.translate("", OPERATIONS[notice.detail].label)
    return one_line(notice.detail, _DETAIL_LENGTH)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notices", text)
