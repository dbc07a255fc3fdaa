"""Which guests do not answer, and the calls that are stuck in them: each such call is the guest's retry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from virtmonitor.core.errors import FailureKind
from virtmonitor.hypervisor.asking import DEADLINE, Asker, Outcome, Step
from virtmonitor.hypervisor.calls import Timed, is_hung
from virtmonitor.hypervisor.failures import failure_of
from virtmonitor.hypervisor.lines import Line

_LOCKED: Final = (FailureKind.BUSY, FailureKind.TIMEOUT)


class Hung:
    """The guests that hang, by UUID. One thread."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self._stuck: dict[str, Outcome] = {}

    def __contains__(self, uuid: object) -> bool:
        return uuid in self._stuck

    def __iter__(self) -> Iterator[str]:
        return iter(self._stuck)

    def __len__(self) -> int:
        return len(self._stuck)

    def take_back(self) -> None:
        """Those whose stuck call has returned answer again. Call it before each tick; does not wait.

        A call that returned only because somebody else's held the guest for too long is made again.
        """
        self._asker.reap()
        for outcome in {id(each): each for each in self._stuck.values() if each.done}.values():
            again = self._asker.detach(outcome.step) if _locked_out(outcome) else None
            for uuid in [uuid for uuid, each in self._stuck.items() if each is outcome]:
                if again is not None:
                    self._stuck[uuid] = again
                elif not _locked_out(outcome):
                    del self._stuck[uuid]

    def found(self, outcomes: Iterable[Outcome], line: Line) -> list[Step]:
        """Takes in how steps ended. Returns those to ask again, but for who hangs.

        Asks on `line` who of several it was that a lost step hangs in; a call that does not wait for guests.
        """
        again = []
        for outcome in outcomes:
            lost = outcome in self._asker.lost
            if lost or _locked_out(outcome):
                self._stuck.update(dict.fromkeys(_culprits(outcome, line), outcome))
            if not outcome.done and not (lost and len(outcome.step.uuids) == 1):
                again.append(outcome.step)
        return again


def _culprits(outcome: Outcome, line: Line) -> tuple[str, ...]:
    """Those of a lost step whose monitor has been busy for most of the deadline."""
    uuids = outcome.step.uuids
    if len(uuids) == 1:
        return uuids
    return tuple(uuid for uuid, domain in line.active(uuids).items() if is_hung(domain, DEADLINE / 2))


def _locked_out(outcome: Outcome) -> bool:
    """True when a call was refused because another one holds the guest's only job for too long."""
    told = outcome.value if isinstance(outcome.value, list) else []
    answers = [answer for each in told if isinstance(each, dict) for answer in each.values()]
    errors = [answer.error for answer in answers if isinstance(answer, Timed) and answer.error is not None]
    return any(failure_of(error, "read the statistics").kind in _LOCKED for error in errors)
