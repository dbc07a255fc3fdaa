"""Calls that ask a guest's monitor, made in a thread that may be lost: a guest that hangs does not answer.

Seen on QEMU: a call to a stopped guest returns when the guest goes on, be it in minutes; a second call about
it waits up to 30 s for the first. So each step has a deadline, and a thread that misses it is left to its
call.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from virtmonitor.hypervisor.lines import Line, Lines

#: Seconds a step may take before its thread is given up. A loaded host's monitor may need half a second.
DEADLINE: Final = 2.0
#: Stuck calls at most, each on a connection of its own (the daemon has 20 workers for everybody), or all on the
#: only one (it serves 5 calls of a client at once: one is the caller's, one is left).
LOSABLE: Final = 8
LOSABLE_SHARED: Final = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One blocking call (or a few about one guest), the domains it asks, and the seconds it may take.

    `call` runs in another thread: it uses the line it is given, touches nothing that the caller changes, and
    returns what it found. `purpose` is the caller's own, to know what to do with the outcome.
    """

    uuids: tuple[str, ...]
    call: Callable[[Line], object]
    deadline: float = DEADLINE
    purpose: object = None


@dataclass(slots=True, eq=False)
class Outcome:
    """How a step ended: `done` with a value or an error, or still out in a thread that was given up."""

    step: Step
    done: bool = False
    value: object = None
    error: Exception | None = None

    def result(self) -> object:
        """The value of a step that is done. Raises what the call raised."""
        if self.error is not None:
            raise self.error
        return self.value


class Asker:
    """Runs steps one after the other in a thread that may be lost. One thread calls.

    No thread lives on while nothing hangs. `may_hang` False: the driver asks no monitors, so there is no need of
    a thread at all.
    """

    def __init__(self, lines: Lines, *, may_hang: bool = True) -> None:
        self._lines = lines
        self._may_hang = may_hang
        self.lost: list[Outcome] = []

    @property
    def exhausted(self) -> bool:
        """No further call may be risked: too many are stuck."""
        return len(self.lost) >= (LOSABLE if self._lines.apart else LOSABLE_SHARED)

    def reap(self) -> list[Outcome]:
        """The steps given up that have ended since; they are lost no more."""
        ended = [outcome for outcome in self.lost if outcome.done]
        self.lost = [outcome for outcome in self.lost if not outcome.done]
        return ended

    def ask(self, steps: Sequence[Step]) -> list[Outcome]:
        """Runs the steps until all are done or one misses its deadline: that one is lost, the rest not begun.

        Make no other calls on the line meanwhile. Nothing is begun while too many calls are stuck.
        """
        run = Run([Outcome(step) for step in steps])
        if not self._may_hang:
            for outcome in run.outcomes:
                _do(outcome, self._lines.current)
        elif steps and not self.exhausted:
            run.begin(self._lines.current)
            overdue = run.wait()
            if overdue is not None:
                self.lost.append(overdue)
                self._lines.lose()
        return run.outcomes

    def detach(self, step: Step) -> Outcome | None:
        """Begins a step that is expected to hang, and does not wait. None: too many are stuck already."""
        if self.exhausted:
            return None
        run = Run([Outcome(step)])
        run.begin(self._lines.current)
        self._lines.lose()
        self.lost += run.outcomes
        return run.outcomes[0]


class Run:
    """Steps done one after the other in one daemon thread, which tells how far it is."""

    def __init__(self, outcomes: list[Outcome]) -> None:
        self.outcomes = outcomes
        self._changed = threading.Condition()
        self._index = 0
        self._since = 0.0
        self._given_up = False
        self._thread: threading.Thread | None = None

    def begin(self, line: Line) -> None:
        """Starts the thread, which has the line to itself."""
        self._since = time.monotonic()
        self._thread = threading.Thread(target=self._work, args=(line,), name="ask guests", daemon=True)
        self._thread.start()

    def wait(self) -> Outcome | None:
        """Returns when all are done (None), or with the step that took too long: its thread is given up."""
        with self._changed:
            while self._index < len(self.outcomes):
                outcome = self.outcomes[self._index]
                left = self._since + outcome.step.deadline - time.monotonic()
                if left <= 0:
                    self._given_up = True
                    return outcome
                self._changed.wait(left)
        if self._thread is not None:
            self._thread.join()  # it ends now; until then it refers to libvirt's objects
        return None

    def _work(self, line: Line) -> None:
        for index, outcome in enumerate(self.outcomes):
            with self._changed:
                if self._given_up:
                    return
                self._index, self._since = index, time.monotonic()
            _do(outcome, line)
        with self._changed:
            if not self._given_up:
                self._index = len(self.outcomes)
                self._changed.notify()


def _do(outcome: Outcome, line: Line) -> None:
    try:
        outcome.value = outcome.step.call(line)
    except Exception as error:  # noqa: BLE001 - raised again by result(), in the thread that asked
        outcome.error = error.with_traceback(None)
    outcome.done = True
