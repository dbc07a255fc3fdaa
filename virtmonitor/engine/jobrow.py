"""One line of the list of jobs: an operation under way, one that failed, or one that can be undone."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count
from typing import TYPE_CHECKING, Any

from virtmonitor.core.operations import OPERATIONS
from virtmonitor.engine.service import Service
from virtmonitor.engine.servicejob import ServiceJob
from virtmonitor.engine.statetext import core_text

if TYPE_CHECKING:
    from virtmonitor.engine.jobbatch import JobBatch


class JobPhase(IntEnum):
    """Where an operation stands."""

    Running = 0
    Failed = 1
    Waiting = 2  # the guest was asked to stop, and has not yet
    Late = 3  # it has not for long: a person should decide
    Undoable = 4  # done, and can be taken back
    Done = 5  # these two are in no list: only a batch counts them
    Cancelled = 6


numbers = count(1)
"""Keys of lines and of batches."""


@dataclass(slots=True, eq=False)
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
    parameters: Mapping[str, Any] = field(default_factory=dict)
    batch: JobBatch | None = None
    key: int = field(default_factory=lambda: next(numbers))

    @property
    def label(self) -> str:
        """What is done, for people."""
        return label_of(self.operation)

    @property
    def seconds(self) -> int:
        """Left where something ends by itself, else passed."""
        now = time.monotonic()
        return round(self.until - now if self.phase is JobPhase.Undoable else now - self.since)

    def is_same(self, other: JobRow) -> bool:
        """The same operation on the same machine."""
        return (self.source, self.operation) == (other.source, other.operation)


def label_of(operation: str) -> str:
    """An operation's name for people."""
    known = OPERATIONS.get(operation)
    return core_text(known.label) if known else operation
