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
#: Seconds that opening another connection may take: ssh and a busy host.
OPENING: Final = 20.0
#: Stuck calls at most, each on its own connection (the daemon has 20 workers for everybody), or on the main one
#: (it serves 5 calls of a client at once: one is the caller's, one is left).
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
    """Runs steps one after the other in a thread of its own, and starts another where one is given up.

    One thread calls; no thread lives on while nothing hangs.
    """

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
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

    def start(self, steps: Sequence[Step]) -> Run:
        """Begins with the steps; `finish` waits for them. Where lines are not `apart` make no calls
        meanwhile.

        Nothing is begun while too many calls are stuck.
        """
        run = Run([Outcome(step) for step in steps])
        if steps and not self.exhausted:
            run.begin(self._lines.current)
        return run

    def finish(self, run: Run) -> list[Outcome]:
        """Waits for all steps or their deadlines. What is not `done` is lost, or was not risked."""
        outcomes = run.outcomes
        while run.wait() is False:
            if run.opening:
                self._lines.share()
            else:
                self.lost.append(run.overdue)
                self._lines.lose()
            run = Run(run.left)
            if self.exhausted or not run.outcomes:
                break
            run.begin(self._lines.current)
        return outcomes

    def ask(self, steps: Sequence[Step]) -> list[Outcome]:
        """All steps, begun and waited for."""
        return self.finish(self.start(steps))

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
        self._index = len(outcomes)  # not begun: nothing to wait for
        self._since = 0.0
        self._ended = False
        self._thread: threading.Thread | None = None

    def begin(self, line: Line) -> None:
        """Starts the thread. A line that is not open yet is opened first, with a deadline of its own."""
        self._index, self._since = 0 if line.is_open else -1, time.monotonic()
        self._thread = threading.Thread(target=self._work, args=(line,), name="ask guests", daemon=True)
        self._thread.start()

    @property
    def opening(self) -> bool:
        """It was the opening of its line that failed or took too long."""
        return self._index < 0

    @property
    def overdue(self) -> Outcome:
        """The step that was given up."""
        return self.outcomes[self._index]

    @property
    def left(self) -> list[Outcome]:
        """The steps after the one that was given up."""
        return self.outcomes[self._index + 1 :]

    def wait(self) -> bool:
        """True when all steps are done; False when one took too long, and the thread is given up."""
        with self._changed:
            while self._index < len(self.outcomes) and not self._ended:
                deadline = OPENING if self.opening else self.overdue.step.deadline
                left = self._since + deadline - time.monotonic()
                if left <= 0:
                    self._ended = True
                    return False
                self._changed.wait(left)
        if self._thread is not None:
            self._thread.join()  # it ends now; until then it refers to libvirt's objects
        return not self.opening

    def _work(self, line: Line) -> None:
        if not line.is_open and not self._open(line):
            return
        for index, outcome in enumerate(self.outcomes):
            with self._changed:
                if self._ended:
                    return
                self._index, self._since = index, time.monotonic()
            _do(outcome, line)
        self._end(len(self.outcomes))

    def _open(self, line: Line) -> bool:
        try:
            _ = line.connection
        except Exception:  # noqa: BLE001 - whatever it is, there is no such connection: the main one is used
            self._end(-1)
            return False
        return True

    def _end(self, index: int) -> None:
        with self._changed:
            if not self._ended:
                self._index, self._ended = index, True
                self._changed.notify()


def _do(outcome: Outcome, line: Line) -> None:
    try:
        outcome.value = outcome.step.call(line)
    except Exception as error:  # noqa: BLE001 - raised again by result(), in the thread that asked
        outcome.error = error.with_traceback(None)
    outcome.done = True
