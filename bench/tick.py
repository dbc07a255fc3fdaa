"""What a tick of statistics costs, beside the cheapest bare libvirt calls of equal content in the same run."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import libvirt

from bench import fleets, pairs
from bench.tables import Table
from bench.wire import wire
from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.core.rates import rates
from virtmonitor.core.sample import DomainSample, Want
from virtmonitor.hypervisor.calls import BULK_FLAGS
from virtmonitor.hypervisor.statistics import Sampler

VISIBLE = 20
FAR = 20.0  # ms, there and back
WARM_UP = 4.0  # s
LIST_ROW = Want.CPU | Want.MEMORY | Want.DISK | Want.NETWORK

COLUMNS = (
    "fleet", "shown", "wall ms", "bare", "x", "client CPU ms", "bare", "x", "daemon CPU ms", "bare", "x", "bare is",
)  # fmt: skip

Run = Callable[[], object]


class Ours:
    """A tick as the engine makes it: samples, and what they say since the tick before."""

    def __init__(self, uri: str, wants: Mapping[str, Want]) -> None:
        self.connection = libvirt.open(uri)
        self.sampler = Sampler(self.connection, lambda: libvirt.open(uri))
        self._wants = wants
        self._before: dict[str, DomainSample] = {}
        for uuid in wants:
            self.sampler.begin_memory(uuid)

    def __call__(self) -> None:
        samples = self.sampler.sample(self._wants)
        assert len(samples) == len(self._wants)
        for sample in samples:
            rates(self._before.get(sample.uuid), sample, 2).values(sample.asked)
        self._before = {sample.uuid: sample for sample in samples}

    def close(self) -> None:
        """Lets go of the connection."""
        self.sampler.close()
        self.connection.close()


class Bare:
    """The same content by bare calls, in each form that the driver gives it in."""

    def __init__(self, uri: str, uuids: list[str], want: Want) -> None:
        self.connection = libvirt.open(uri)
        self._domains = [self.connection.lookupByUUIDString(uuid) for uuid in uuids]
        self._want = want
        self._simulated = self.connection.getType() == "TEST"

    def ways(self) -> dict[str, Run]:
        """Each form, by its name."""
        if self._simulated:
            return {"series": self._simulated_series}
        if not self._want & (Want.MEMORY | Want.DISK):
            return {"series": self._series, "bulk": self._bulk}
        return {"series": self._series, "bulk": self._bulk, "info + bulk": self._mixed}

    def _series(self) -> None:
        for domain in self._domains:
            domain.info()
            if self._want & Want.MEMORY:
                domain.memoryStats()
            if self._want & Want.DISK:
                domain.blockStats("")
        self._bulk_of(self._want & Want.NETWORK)

    def _bulk(self) -> None:
        self._bulk_of(self._want)

    def _mixed(self) -> None:
        for domain in self._domains:
            domain.info()
        self._bulk_of(self._want & ~Want.CPU)

    def _bulk_of(self, groups: Want) -> None:
        flags = 0
        for group in groups:
            flags |= BULK_FLAGS[group]
        if flags:
            self.connection.domainListGetStats(self._domains, flags)

    def _simulated_series(self) -> None:
        """The test driver has no bulk statistics, and knows its devices only one by one."""
        for number, domain in enumerate(self._domains):
            domain.info()
            if self._want & Want.MEMORY:
                domain.memoryStats()
            if self._want & Want.DISK:
                domain.blockStats("vda")
            if self._want & Want.NETWORK:
                domain.interfaceStats(f"sim{number}")

    def close(self) -> None:
        """Lets go of the connection."""
        self._domains.clear()
        self.connection.close()


@dataclass(frozen=True, slots=True)
class Result:
    """One row: ours and the cheapest of the bare ways, with the costs of each round."""

    fleet: str
    want: Want
    bare_is: str
    ours: list[pairs.Cost]
    bare: list[pairs.Cost]

    def row(self) -> tuple[object, ...]:
        """For the table."""
        cells: list[object] = []
        for part in ("wall", "client", "daemon"):
            cells += [
                pairs.median(self.ours, part),
                pairs.median(self.bare, part),
                pairs.ratio(self.ours, self.bare, part),
            ]
        shown = "CPU" if self.want is Want.CPU else "CPU memory disk network"
        return (self.fleet, shown, *cells, self.bare_is)


def compare(fleet: str, uri: str, uuids: list[str], want: Want, daemon: int, rounds: int) -> Result:
    """Ours beside all bare ways, in turns; the cheapest bare way by wall clock is the measure."""
    ours, bare = Ours(uri, dict.fromkeys(uuids, want)), Bare(uri, uuids, want)
    try:
        warm_up(ours)
        ways = bare.ways()
        own, *others = pairs.in_turns([ours, *ways.values()], rounds, daemon)
        name, cheapest = min(zip(ways, others, strict=True), key=lambda way: pairs.median(way[1], "wall"))
        return Result(fleet, want, name, own, cheapest)
    finally:
        ours.close()
        bare.close()


def warm_up(ours: Run) -> None:
    """Lets it find out what is cheapest here, as in the first seconds of a look."""
    end = time.monotonic() + WARM_UP
    while time.monotonic() < end:
        ours()
        time.sleep(0.1)


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """A tick on simulated fleets of three sizes, on real guests, and on real guests 20 ms away."""
    if reason := fleets.why_not():
        yield Table("A tick of statistics", ("not measured",), notes=[reason])
        return
    rounds = 10 if options.quick else 40
    with PrivateLibvirtd() as daemon:
        yield simulated(daemon, (20, 200) if options.quick else (20, 1000, 10_000), rounds)
        if not fleets.why_no_guests():
            yield from real(daemon, (1, 5) if options.quick else (1, 5, 20), rounds)


def simulated(daemon: PrivateLibvirtd, sizes: tuple[int, ...], rounds: int) -> Table:
    """20 visible rows of ever larger fleets: the size of the fleet must not matter."""
    table = Table("A tick for 20 visible rows, simulated fleets (test driver over RPC)", COLUMNS)
    first: Result | None = None
    for size in sizes:
        with fleets.simulated(daemon, size) as uuids:
            visible = uuids[:VISIBLE]
            result = compare(f"20 of {size:,}", daemon.test_uri(), visible, LIST_ROW, daemon.pid, rounds)
        table.add(*result.row())
        first = first or result
        _client_target(table, result)
        grown = pairs.median(result.ours, "client") / pairs.median(first.ours, "client")
        table.target(grown <= 1.15, f"20 of {size:,} cost {grown:.2f} x the client CPU of 20 of {sizes[0]}")
    table.notes.append(f"Medians of {rounds} alternating rounds, x: of the pairs' ratios.")
    return table


def real(daemon: PrivateLibvirtd, sizes: tuple[int, ...], rounds: int) -> Iterator[Table]:
    """Real guests, here and 20 ms away."""
    here = Table("A tick for real guests (TCG), all visible", COLUMNS)
    away = Table(f"A tick for real guests {FAR:g} ms away", COLUMNS)
    away.notes.append(
        "The way is made longer by a proxy on the daemon's socket, half of it each way (no tc netem)."
    )
    with fleets.real(daemon, max(sizes)) as uuids, wire(daemon.socket, FAR) as far:
        for size in sizes:
            for want in (Want.CPU, LIST_ROW):
                arguments = (uuids[:size], want, daemon.pid, rounds)
                near = compare(_guests(size), daemon.qemu_uri, *arguments)
                here.add(*near.row())
                if size == max(sizes):
                    _client_target(here, near)
                    _daemon_target(here, near)
                distant = f"qemu+unix:///system?socket={far.socket}"
                away.add(*compare(_guests(size), distant, *arguments).row())
    yield here
    yield away


def _guests(number: int) -> str:
    return f"{number} guest" + "s" * (number > 1)


def _client_target(table: Table, result: Result) -> None:
    _target(table, result, "client", "client CPU", 2.0)


def _daemon_target(table: Table, result: Result) -> None:
    _target(table, result, "wall", "wall clock", 1.2)
    _target(table, result, "daemon", "CPU of libvirtd", 1.2)


def _target(table: Table, result: Result, part: str, what: str, most: float) -> None:
    times = pairs.ratio(result.ours, result.bare, part) or 0.0
    table.target(
        times <= most, f"{result.fleet}: {times:.2f} x the {what} of the bare calls (at most {most})"
    )
