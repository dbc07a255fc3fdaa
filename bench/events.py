"""From an event in the daemon to a notified property and to the screen, beside a bare callback in another process,
virt-manager's model and virsh; what 5 events a second cost; and a storm.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import shutil
import statistics
import time
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import libvirt

from bench import fleets, peers, programs
from bench.programs import Program
from bench.tables import Table
from bench.ui import centile
from bench.ui import events as made
from tests.helpers.libvirtd import PrivateLibvirtd

BUDGET = 140.0
KEYS = (
    "event-notified", "event-painted", "event-model", "events-1000", "events-peer", "storm-lost", "storm-cpu",
    "storm-stall",
)  # fmt: skip
MORE = 1.5  # ms
FRAME = 1000 / 60
STALL = 50.0  # ms
Env = Mapping[str, str]

BARE = """
import sys, time, threading, libvirt
libvirt.virEventRegisterDefaultImpl()
def loop():
    while True:
        libvirt.virEventRunDefaultImpl()
threading.Thread(target=loop, daemon=True).start()
conn = libvirt.open(sys.argv[1])
wanted, count = sys.argv[2:], 0
def heard(_conn, domain, *_):
    global count
    count += 1
    if domain.UUIDString() in wanted:
        print(time.monotonic(), flush=True)
conn.domainEventRegisterAny(None, 0, heard, None)
print("ready", flush=True)
for line in sys.stdin:
    print(count, flush=True)
"""


class Moment(NamedTuple):
    """Of one event, in ms after the call that made it: a bare callback, the notified property, the painted frame."""

    bare: float
    notified: float
    painted: float


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """Single events, then a steady trickle, then as many as the daemon gives."""
    if reason := fleets.why_not():
        table = Table("Events", ("not measured",), notes=[reason])
        table.not_taken(*KEYS, reason=reason)
        yield table
        return
    with PrivateLibvirtd() as daemon, programs.screen() as env:
        yield _single(daemon, env, 20 if options.quick else 60)
        yield _storm(daemon, env, 2000 if options.quick else 10_000)
        yield _trickle(daemon, env, 4.0 if options.quick else 8.0)


def _single(daemon: PrivateLibvirtd, env: Env, events: int) -> Table:
    columns = (
        "domains",
        "bare ms",
        "notified ms",
        "painted ms",
        "notified + ms",
        "painted + ms",
        "95th + ms",
    )
    table = Table("An event, from the call that makes it", columns)
    moments: list[Moment] = []
    for size in (10, 1000):
        with fleets.simulated(daemon, size) as uuids, _window(daemon, env, size) as ours:
            moments = _moments(daemon, ours, uuids[0], events)
        table.add(size, *_middle(moments), *_later(moments))
    more, _painted, late = _later(moments)
    bare, notified, painted = _middle(moments)
    at = "at 1,000 domains, the window open"
    table.outcome("event-notified", notified, bare, "ms", met=more <= MORE, remark=f"{more:+.2f} ms {at}")
    table.outcome(
        "event-painted",
        painted,
        bare,
        "ms",
        met=late <= MORE + FRAME,
        remark=f"{late:+.1f} ms at the 95th, {at}",
    )
    _peers(table, daemon, env, events, notified)
    return table


def _middle(moments: list[Moment]) -> tuple[float, float, float]:
    bare, notified, painted = (statistics.median(column) for column in zip(*moments, strict=True))
    return bare, notified, painted


def _later(moments: list[Moment]) -> tuple[float, float, float]:
    """How much later than the bare callback: notified and painted, medians; painted, 95th percentile."""
    painted = [one.painted - one.bare for one in moments]
    notified = statistics.median(one.notified - one.bare for one in moments)
    return notified, statistics.median(painted), centile(painted, 95)


def _moments(daemon: PrivateLibvirtd, ours: Program, uuid: str, events: int) -> list[Moment]:
    ours.do("watch", uuid)
    found = []
    with programs.program(BARE, [daemon.test_uri(), uuid]) as bare, _toggled(daemon, uuid) as toggle:
        bare.line()
        for _ in range(events):
            began = toggle()
            heard, told = float(bare.line()), json.loads(ours.line())
            found.append(Moment(*((at - began) * 1e3 for at in (heard, told["notified"], told["painted"]))))
            time.sleep(0.03)
    return found


@contextlib.contextmanager
def _toggled(daemon: PrivateLibvirtd, uuid: str) -> Iterator[Toggle]:
    connection = libvirt.open(daemon.test_uri())
    toggle = Toggle(connection.lookupByUUIDString(uuid))
    try:
        yield toggle
    finally:
        toggle.end()
        connection.close()


class Toggle:
    """Makes one event at each call; gives the moment before it."""

    def __init__(self, domain: libvirt.virDomain) -> None:
        self._domain, self._runs = domain, True

    def __call__(self) -> float:
        began = time.monotonic()
        (self._domain.suspend if self._runs else self._domain.resume)()
        self._runs = not self._runs
        return began

    def end(self) -> None:
        """The machine runs again."""
        if not self._runs:
            self._domain.resume()
        del self._domain


def _peers(table: Table, daemon: PrivateLibvirtd, env: Env, events: int, ours: float) -> None:
    """virt-manager's tree and the lines of virsh, for one event after the other at 10 domains."""
    reason = peers.why_no_virt_manager()
    if reason:
        table.not_taken("event-model", reason=reason)
    else:
        with (
            fleets.simulated(daemon, 10) as uuids,
            peers.virt_manager(env, daemon.test_uri(), 10, events=True) as theirs,
        ):
            theirs.line()
            took = _answers(daemon, theirs, uuids[0], events)
        table.notes.append(f"virt-manager at 10 domains, call → its tree: {took:.2f} ms.")
        table.outcome("event-model", float(table.rows[0][2]), took, "ms", remark="both at 10 domains")
    if shutil.which("virsh") and shutil.which("stdbuf"):
        argv = ["stdbuf", "-oL", "virsh", "-c", daemon.test_uri(), "event", "--loop", "--all"]
        with fleets.simulated(daemon, 10) as uuids, programs.running(argv) as virsh:
            took = _lines(daemon, virsh, uuids[0], events // 2)
        table.notes.append(f"`virsh event --loop --all`, call → its line: {took:.2f} ms.")


def _answers(daemon: PrivateLibvirtd, program: Program, uuid: str, events: int) -> float:
    took = []
    with _toggled(daemon, uuid) as toggle:
        for _ in range(events):
            began = toggle()
            took.append((float(program.line()) - began) * 1e3)
            time.sleep(0.03)
    return statistics.median(took)


def _lines(daemon: PrivateLibvirtd, program: Program, uuid: str, events: int) -> float:
    """virsh prints no times: here it is when its line can be read."""
    took = []
    with _toggled(daemon, uuid) as toggle:
        time.sleep(1)
        for _ in range(events):
            began = toggle()
            program.line()
            took.append((time.monotonic() - began) * 1e3)
            time.sleep(0.03)
    return statistics.median(took)


@contextlib.contextmanager
def _window(daemon: PrivateLibvirtd, env: Env, rows: int) -> Iterator[Program]:
    arguments = ("--window", "--allow-commands", "-c", daemon.test_uri())
    with programs.probed(env, "ours", *arguments) as ours:
        ours.do("rows", rows)
        time.sleep(3)
        yield ours


def _trickle(daemon: PrivateLibvirtd, env: Env, seconds: float) -> Table:
    columns = ("domains", "tray CPU %", "window CPU %", "window without events %", "virt-manager CPU %")
    table = Table("5 events a second", columns)
    tray = {}
    for size in (10, 1000):
        with fleets.simulated(daemon, size) as uuids:
            with programs.probed(env, "ours", "--minimized", "-c", daemon.test_uri()) as ours:
                ours.do("rows", size)
                tray[size] = _share(daemon, ours, uuids, seconds)
            windows = _windows(daemon, env, uuids, seconds / 2) if size > 10 else (None, None, None)
        table.add(size, tray[size], *windows)
    theirs = windows[2]
    remark = "with the popup closed; the window's own share, with its statistics, is in the table"
    table.outcome("events-1000", tray[1000], tray[10], "% of a core", remark=remark)
    reason = "qt-virt-manager is not in Debian and is not built here"
    beside = f"{reason}; virt-manager uses {theirs:.0f} %" if theirs is not None else reason
    table.not_taken("events-peer", reason=beside)
    return table


def _windows(
    daemon: PrivateLibvirtd, env: Env, uuids: list[str], seconds: float
) -> tuple[float, float, float | None]:
    """Our window with and without the events, and virt-manager's with them."""
    size, uri = len(uuids), daemon.test_uri()
    with _window(daemon, env, size) as ours:
        calm, window = _share(daemon, ours, [], seconds), _share(daemon, ours, uuids, seconds)
    if peers.why_no_virt_manager():
        return window, calm, None
    with peers.virt_manager(env, uri, size, busy=True) as peer:
        peer.line()
        return window, calm, _share(daemon, peer, uuids, seconds)


def _share(daemon: PrivateLibvirtd, program: Program, uuids: list[str], seconds: float) -> float:
    """What it uses of a core, in percent, while 5 events a second come about these."""
    with made(daemon.test_uri(), uuids, 5) if uuids else contextlib.nullcontext():
        time.sleep(1)
        used, began = program.cpu(), time.monotonic()
        time.sleep(seconds)
        return (program.cpu() - used) / (time.monotonic() - began) * 100


def _storm(daemon: PrivateLibvirtd, env: Env, events: int) -> Table:
    table = Table(
        "A storm of events", ("events", "daemon took s", "ours CPU s", "bare CPU s", "x", "stall ms", "lost")
    )
    pairs: list[tuple[float, float]] = []
    with fleets.simulated(daemon, 100) as uuids:
        for _ in range(2):
            ours = _our_storm(daemon, env, uuids, events, stall=False)
            pairs.append((ours.cpu, _bare_storm(daemon, uuids, events)))
        watched = _our_storm(daemon, env, uuids, events, stall=True)
    times = statistics.median(a / b for a, b in pairs)
    spent, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    table.add(events, watched.took, spent, bare, times, watched.stall, watched.lost)
    remark = "and all states are right after it"
    table.outcome("storm-lost", float(watched.lost), None, "events", met=watched.lost == 0, remark=remark)
    table.outcome("storm-cpu", spent, bare, "s", ratio=times)
    table.outcome("storm-stall", watched.stall, None, "ms", met=watched.stall <= STALL)
    return table


class Storm(NamedTuple):
    """What one storm did to our program: CPU and length in s, the longest stall in ms, what it did not hear of."""

    cpu: float
    took: float
    stall: float
    lost: int


def _our_storm(daemon: PrivateLibvirtd, env: Env, uuids: list[str], events: int, *, stall: bool) -> Storm:
    """The meter of stalls costs CPU itself: one of both."""
    with programs.probed(env, "ours", "--minimized", "-c", daemon.test_uri()) as ours:
        ours.do("rows", len(uuids))
        ours.until_quiet(10)
        ours.do("heard")
        if stall:
            ours.do("stall")
        used = ours.cpu()
        took = _rage(daemon, uuids, events)
        heard = _heard(ours, events)
        spent = ours.cpu() - used
        longest = float(ours.do("stall")["stall"]) if stall else 0.0
        running = ours.do("states")["running"]
        return Storm(spent, took, longest, max(events - heard, len(uuids) - running))


def _heard(ours: Program, events: int) -> int:
    """How many it heard of: waits until it is all, or until it has been quiet for a while."""
    heard, quiet = 0, 0
    while quiet < 6:
        time.sleep(0.5)
        more = ours.do("heard")["heard"]
        heard += more
        quiet = 0 if more else quiet + (3 if heard >= events else 1)
    return heard


def _bare_storm(daemon: PrivateLibvirtd, uuids: list[str], events: int) -> float:
    with programs.program(BARE, [daemon.test_uri()]) as bare:
        bare.line()
        used = bare.cpu()
        _rage(daemon, uuids, events)
        bare.until_quiet(10)
        return bare.cpu() - used


def _rage(daemon: PrivateLibvirtd, uuids: list[str], events: int) -> float:
    """So many events, as fast as one client can make them; all run after it. Seconds it took."""
    connection = libvirt.open(daemon.test_uri())
    domains = [connection.lookupByUUIDString(uuid) for uuid in uuids]
    began = time.monotonic()
    for _ in range(events // 2 // len(domains)):
        for domain in domains:
            domain.suspend()
            domain.resume()
    took = time.monotonic() - began
    domains.clear()
    del domain
    connection.close()
    return took
