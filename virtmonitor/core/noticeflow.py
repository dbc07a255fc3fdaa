"""When notices are shown: each thing once, many at once as one, none in quiet hours. A pure state machine.

The caller brings the time: `now` is any monotonic clock in seconds, `clock` the local time of day.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import time as day_time
from typing import Final

from virtmonitor.core.notices import Notice, NoticeKind, OwnOperations, Urgency
from virtmonitor.core.settings_schema import Notifications

GATHER: Final = 0.4  # seconds that notices are gathered: a host's reboot stops its machines one by one
HOST_GRACE: Final = 10.0  # seconds; a daemon that is only restarted is back by then
REPEAT: Final = 30.0  # seconds in which the same thing about the same machine is told once
MANY: Final = 3  # more than these at once become one
RATE: Final = 6  # after these in RATE_SPAN seconds, notices are gathered for longer
RATE_SPAN: Final = 60.0
SLOW_GATHER: Final = 15.0
_HOST_KINDS: Final = frozenset({NoticeKind.HOST_LOST, NoticeKind.HOST_BACK})


@dataclass(slots=True)
class NoticeFlow:
    """Takes notices as they come, gives back groups of them as they are due; a group of many is one popup.

    Attributes:
        settings: what is switched on, and the quiet hours.
        own: what was started here.
    """

    settings: Notifications
    own: OwnOperations = field(default_factory=OwnOperations)
    _waiting: dict[tuple[str, NoticeKind], tuple[float, Notice]] = field(default_factory=dict)
    _told: dict[tuple[str, NoticeKind], float] = field(default_factory=dict)
    _lost: set[str] = field(default_factory=set)
    _shown: deque[float] = field(default_factory=lambda: deque(maxlen=RATE))
    _hushed_until: float = float("-inf")

    def add(self, notice: Notice, now: float) -> None:
        """Take a notice; `due_at` may have changed."""
        if notice.kind in _HOST_KINDS:
            self._add_host(notice, now)
        elif self.own.expect(notice.source, notice.kind, now):
            self.own.happened(notice.source, notice.kind)
            self._told[notice.source, notice.kind] = now  # its event and its re-read are one thing
        elif not self._known(notice, now):
            self._wait(notice, self._gathered_at(now))

    def forget(self, source: str) -> None:
        """What was told of `source` is over, as it runs again: the same thing happening once more is news."""
        self._told = {key: at for key, at in self._told.items() if key[0] != source}

    def hush(self, now: float, seconds: float) -> None:
        """Nothing but what is critical for a while: after a wake-up all is connected and read again."""
        self._hushed_until = now + seconds

    @property
    def due_at(self) -> float | None:
        """When `due` is to be called next; None when nothing waits."""
        return min((at for at, _ in self._waiting.values()), default=None)

    def due(self, now: float, clock: day_time) -> tuple[tuple[Notice, ...], ...]:
        """The groups to show now."""
        ready = [notice for at, notice in self._waiting.values() if at <= now]
        for notice in ready:
            del self._waiting[notice.source, notice.kind]
            self._tell(notice, now)
        wanted = tuple(notice for notice in ready if self._wanted(notice, now, clock))
        return self._grouped(wanted, now)

    def _add_host(self, notice: Notice, now: float) -> None:
        lost = (notice.source, NoticeKind.HOST_LOST)
        if notice.kind is NoticeKind.HOST_LOST:
            self._wait(notice, now + HOST_GRACE)
        elif self._waiting.pop(lost, None) is None and notice.source in self._lost:
            self._lost.discard(notice.source)
            self._wait(notice, self._gathered_at(now))

    def _gathered_at(self, now: float) -> float:
        """When what comes now is shown: together with what waits already."""
        waiting = [at for at, notice in self._waiting.values() if notice.kind is not NoticeKind.HOST_LOST]
        recent = sum(now - at < RATE_SPAN for at in self._shown)
        return min(waiting, default=now + (GATHER if recent < RATE else SLOW_GATHER))

    def _wait(self, notice: Notice, at: float) -> None:
        """Of two about the same thing the first sets the time, and the one that says more stays."""
        key = (notice.source, notice.kind)
        first, other = self._waiting.get(key, (at, notice))
        self._waiting[key] = (first, other if len(other.detail) > len(notice.detail) else notice)

    def _known(self, notice: Notice, now: float) -> bool:
        self._told = {key: at for key, at in self._told.items() if now - at < REPEAT}
        return (notice.source, notice.kind) in self._told

    def _tell(self, notice: Notice, now: float) -> None:
        if notice.kind is NoticeKind.HOST_LOST:
            self._lost.add(notice.source)
        if notice.kind not in _HOST_KINDS:
            self._told[notice.source, notice.kind] = now

    def _wanted(self, notice: Notice, now: float, clock: day_time) -> bool:
        if not self.settings.enabled or not getattr(self.settings, notice.kind.value):
            return False
        critical = notice.urgency is Urgency.CRITICAL
        if now < self._hushed_until and not critical:
            return False
        return not is_quiet(self.settings, clock) or (critical and self.settings.quiet_lets_critical_through)

    def _grouped(self, notices: tuple[Notice, ...], now: float) -> tuple[tuple[Notice, ...], ...]:
        if not notices:
            return ()
        many = len(notices) > MANY or (len(self._shown) == RATE and now - self._shown[0] < RATE_SPAN)
        groups = (notices,) if many else tuple((notice,) for notice in notices)
        self._shown.extend([now] * len(groups))
        return groups


def is_quiet(settings: Notifications, clock: day_time) -> bool:
    """True in the quiet hours; they may span midnight. Both ends are needed, and differ."""
    if not settings.quiet_from or not settings.quiet_until:
        return False
    start, end = (day_time.fromisoformat(text) for text in (settings.quiet_from, settings.quiet_until))
    if start <= end:
        return start <= clock < end
    return clock >= start or clock < end
