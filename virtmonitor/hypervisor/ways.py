"""Which way each wanted group of values goes in one tick: worked out once for each distinct want, not for
each domain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from virtmonitor.core.sample import Want
from virtmonitor.hypervisor.costs import Costs, Form

NETWORKS: Final = Want.NETWORK | Want.INTERFACES

#: The groups that come in two forms, and those that a series reads without asking the guest's monitor.
_CHOSEN: Final = (Want.CPU, Want.VCPU, Want.MEMORY, Want.DISK)
_WITHOUT_GUEST: Final = (Want.CPU, Want.VCPU)


@dataclass(frozen=True, slots=True)
class Ways:
    """How the groups that are wanted of a domain are read.

    `by_host`: in series, without the guest's help. `alone`: in series, asking the guest. `bulk`: in a bulk
    call, NETWORK too where there is one anyway. `needs_xml`: devices are asked, or told, one by one.
    """

    wants: Want
    by_host: tuple[Want, ...]
    alone: Want
    bulk: Want
    network: bool
    counts: bool
    needs_xml: bool
    named: bool


class Planner:
    """Chooses the forms for all domains of one tick."""

    def __init__(self, costs: Costs, wants: Collection[Want]) -> None:
        self._costs = costs
        self._known: dict[int, Ways] = {}
        numbers = Counter(want.value for want in wants)
        self._numbers = {
            group: sum(number for value, number in numbers.items() if value & group.value)
            for group in _CHOSEN
        }
        self.forms = costs.choose(self._numbers)

    def ways(self, want: Want) -> Ways:
        """The ways of one want; the same object for the same want."""
        known = self._known.get(want.value)
        if known is None:
            known = self._known[want.value] = self._made(want)
        return known

    def trial(self, now: float) -> tuple[Want, Form] | None:
        """The form not taken of one group, where it is time to learn what it costs."""
        for group in _CHOSEN:
            form = self._costs.untried(group, self.forms[group], now) if self._numbers[group] else None
            if form is not None:
                return group, form
        return None

    def _made(self, want: Want) -> Ways:
        series, bulk = self._split(want & ~(NETWORKS | Want.DISK | Want.DISKS))
        disks = self._disks(want)
        if disks:
            if self._form_of_disks(disks) is Form.BULK:
                bulk |= disks
            else:
                series |= disks
        network = bool(want & NETWORKS)
        if bulk and network and self._costs.gives(Want.NETWORK, Form.BULK):
            bulk |= Want.NETWORK
        return Ways(
            want,
            by_host=tuple(group for group in _WITHOUT_GUEST if series & group),
            alone=series & ~(Want.CPU | Want.VCPU),
            bulk=bulk,
            network=network,
            counts=bool(bulk & Want.CPU) and not bulk & Want.VCPU,
            needs_xml=self._needs_xml(want, disks),
            named=bool(want & (Want.DISKS | Want.INTERFACES)),
        )

    def _split(self, want: Want) -> tuple[Want, Want]:
        """The groups that go in series and those that go in bulk; none that the driver does not give."""
        series = bulk = Want.NOTHING
        for group in want:
            form = self.forms[group]
            if not self._costs.gives(group, form):
                continue
            if form is Form.SERIES:
                series |= group
            else:
                bulk |= group
        return series, bulk

    def _disks(self, want: Want) -> Want:
        """The sum of the disks comes with each disk; where a driver has no sum, each is asked for it."""
        if want & Want.DISKS:
            return Want.DISKS
        if not want & Want.DISK:
            return Want.NOTHING
        return Want.DISK if self._costs.gives_any(Want.DISK) else Want.DISKS

    def _form_of_disks(self, disks: Want) -> Form:
        if disks is Want.DISK:
            return self.forms[Want.DISK]
        # Only bulk tells the sizes.
        return Form.BULK if self._costs.gives(Want.DISKS, Form.BULK) else Form.SERIES

    def _needs_xml(self, want: Want, disks: Want) -> bool:
        if disks is Want.DISKS or want & Want.INTERFACES:
            return True
        return bool(want & Want.NETWORK) and not self._costs.gives(Want.NETWORK, Form.BULK)
