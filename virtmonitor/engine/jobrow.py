"""One line of the list of jobs: an operation under way, one that failed, or one that can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count

from virtmonitor.engine.service import Service
from virtmonitor.engine.servicejob import ServiceJob


class JobPhase(IntEnum):
    """Where an operation stands."""

    Running = 0
    Failed = 1
    Waiting = 2  # the guest was asked to stop, and has not yet
    Late = 3  # it has not for long: a person should decide
    Undoable = 4  # done, and can be taken back


_numbers = count(1)


@dataclass(slots=True)
class JobRow:
    """One line. `since` and `until` are seconds of the monotonic clock."""

    source: str
    name: str
    operation: str
    service: Service
    since: float
    phase: JobPhase = JobPhase.Running
    job: ServiceJob | None = None
    text: str = ""
    until: float = 0.0
    entry: str = ""
    key: int = field(default_factory=lambda: next(_numbers))
