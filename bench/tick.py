"""What a tick of statistics costs, beside the cheapest bare libvirt calls of equal content in the same run."""

from __future__ import annotations

import argparse
import contextlib
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import libvirt

from bench import fleets, pairs, peers, programs
from bench.programs import Program
from bench.tables import Table
from bench.wire import wire
from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.core.rates import rates
from virtmonitor.core.sample import DomainSample, Want
from virtmonitor.hypervisor.calls import BULK_FLAGS
from virtmonitor.hypervisor.statistics import Sampler

VISIBLE = 20
FAR = 20.0  # ms, there and back
WARM_UP = 2.5  # s
REAL = 45.0
"""Seconds that real guests take; they are left out when less is left."""
LIST_ROW = Want.CPU | Want.MEMORY | Want.DISK | Want.NETWORK

_PAGE = "with the host's page beside the list, which ranks all machines; with a machine's page"

COLUMNS = (
    "fleet", "shown", "wall ms", "bare ms", "x", "client CPU ms", "bare CPU ms", "CPU x", "daemon CPU ms",
    "bare daemon ms", "daemon x", "bare is",
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


BUDGET = 190.0
KEYS = ("tick-100", "tick-1000", "tick-10000")
WINDOW = 6.0
"""Seconds of each look at the CPU: some ticks of ours (2 s) and of virt-manager (3 s)."""
Env = Mapping[str, str]
Shares = tuple[list[float], list[float]]


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """The window beside virt-manager's; then a tick alone: simulated fleets, real guests, here and far away."""
    if reason := fleets.why_not():
        table = Table("A tick of statistics", ("not measured",), notes=[reason])
        table.not_taken(*KEYS, reason=reason)
        yield table
        return
    rounds = 10 if options.quick else 20
    with PrivateLibvirtd() as daemon:
        with programs.screen() as env:
            yield windows(daemon, env, quick=options.quick)
        yield simulated(daemon, (20, 200) if options.quick else (20, 10_000), rounds)
        if options.left() > REAL and not fleets.why_no_guests():
            yield from real(daemon, (2,) if options.quick else (5,), rounds)


def windows(daemon: PrivateLibvirtd, env: Env, *, quick: bool) -> Table:
    """All of the program's CPU with its window open, 20 rows in it visible."""
    table = Table(
        "Window open, 20 rows visible, a tick every 2 s",
        ("domains", "ours CPU %", "theirs CPU %", "x", "theirs is", "virt-manager late % of the time"),
    )
    looks = 1 if quick else 2
    for size in (100,) if quick else (100, 1000):
        _peer_row(table, daemon, env, size, looks)
    _own_rows(table, daemon, env, 500 if quick else 10_000, looks)
    table.notes.append(
        f"Two programs at a time, each look at both in the same {WINDOW:.0f} s; virt-manager as it is, CPU alone."
    )
    return table


def _peer_row(table: Table, daemon: PrivateLibvirtd, env: Env, size: int, looks: int) -> None:
    if reason := peers.why_no_virt_manager():
        table.not_taken(f"tick-{size}", reason=reason)
        return
    with fleets.simulated(daemon, size) as uuids:
        of_host, of_machine, late = _beside_virt_manager(daemon, env, uuids, looks)
    mine, other, times = _middle(*of_host)
    table.add(f"{size:,}", mine, other, times, "virt-manager, every 3 s", late)
    chosen = _middle(*of_machine)
    table.add(f"{size:,}, a machine's page", *chosen, "virt-manager, every 3 s", None)
    remark = f"{_PAGE} {chosen[2]:.2f} ×; virt-manager's loop was late {late:.0f} % of the time"
    table.outcome(f"tick-{size}", mine, other, "% of a core", ratio=times, remark=remark)


def _own_rows(table: Table, daemon: PrivateLibvirtd, env: Env, size: int, looks: int) -> None:
    of_host, of_machine = _beside_itself(daemon, env, size, looks)
    mine, few, times = _middle(*of_host)
    table.add(f"{size:,}", mine, few, times, "itself at 20", None)
    chosen = _middle(*of_machine)
    table.add(f"{size:,}, a machine's page", *chosen, "itself at 20", None)
    remark = f"{_PAGE} {chosen[2]:.2f} ×"
    table.outcome("tick-10000", mine, few, "% of a core", ratio=times, remark=remark)


def _middle(ours: list[float], theirs: list[float]) -> tuple[float, float, float]:
    """The medians of both, and of the pairs' ratios."""
    times = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    return statistics.median(ours), statistics.median(theirs), times


def _beside_virt_manager(
    daemon: PrivateLibvirtd, env: Env, uuids: list[str], looks: int
) -> tuple[Shares, Shares, float]:
    """As the window opens, with the host's page; then with the page of a machine; how late virt-manager's loop was."""
    uri, size = daemon.test_uri(), len(uuids)
    with window(env, uri, size) as ours, peers.virt_manager(env, uri, size, busy=True) as theirs:
        theirs.line()
        time.sleep(3)
        peers.lateness(theirs)
        began = time.monotonic()
        of_host = shares(ours, theirs, looks)
        late = peers.lateness(theirs)[1] / (time.monotonic() - began) / 10
        ours.do("choose", uuids[0])
        time.sleep(2)
        return of_host, shares(ours, theirs, 1), late


def _beside_itself(daemon: PrivateLibvirtd, env: Env, size: int, looks: int) -> tuple[Shares, Shares]:
    """As the window opens, with the host's page; then with the page of a machine."""
    with (
        programs.screen() as other,
        PrivateLibvirtd() as small,
        fleets.simulated(daemon, size) as uuids,
        fleets.simulated(small, VISIBLE),
        window(env, daemon.test_uri(), size) as ours,
        window(other, small.test_uri(), VISIBLE) as few,
    ):
        of_host = shares(ours, few, looks)
        for program in (ours, few):
            program.do("choose", uuids[0])
        time.sleep(2)
        return of_host, shares(ours, few, looks)


@contextlib.contextmanager
def window(env: Env, uri: str, rows: int) -> Iterator[Program]:
    """Our window, all read and painted."""
    with programs.probed(env, "ours", "--window", "--allow-commands", "-c", uri) as ours:
        ours.do("rows", rows)
        time.sleep(4)
        yield ours


def shares(ours: Program, theirs: Program, looks: int) -> Shares:
    """What both use of a core in the same stretches of time, in percent."""
    results: Shares = ([], [])
    for _ in range(looks):
        used, began = (ours.cpu(), theirs.cpu()), time.monotonic()
        time.sleep(WINDOW)
        passed = time.monotonic() - began
        for result, program, before in zip(results, (ours, theirs), used, strict=True):
            result.append((program.cpu() - before) / passed * 100)
    return results


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
