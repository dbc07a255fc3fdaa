"""What it costs when nobody looks: the tray on 1,000 running domains, what its daemon hears of it in a minute, beside a
bare client that only keeps its connection alive and beside virt-manager with its window minimised.
"""

from __future__ import annotations

import argparse
import contextlib
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bench import fleets, peers, programs
from bench.programs import Program
from bench.tables import Table
from bench.wire import Wire, wire
from tests.helpers.libvirtd import PrivateLibvirtd

BUDGET = 95.0
DOMAINS = 1000
SECONDS = 60.0
REST = 3.0
PATIENCE = 45.0
"""Seconds that virt-manager gets to show 1,000 machines."""
MOST_CPU = 0.1  # percent of a core
KEYS = ("idle-calls", "idle-cpu")

_BARE = """
import sys, threading, time, libvirt
libvirt.virEventRegisterDefaultImpl()
conn = libvirt.open(sys.argv[1])
try:
    conn.setKeepAlive(5, 3)
except libvirt.libvirtError:
    pass
conn.domainEventRegisterAny(None, 0, lambda *_: None, None)
print(time.monotonic(), flush=True)
while True:
    libvirt.virEventRunDefaultImpl()
"""


@dataclass(slots=True)
class Watched:
    """A program, and the proxy that hears what it says to its daemon; None when it is not listened to."""

    name: str
    program: Program
    wire: Wire | None

    def cost(self) -> tuple[dict[str, int], float]:
        """What was said so far, and the CPU seconds used."""
        return self.wire.counts() if self.wire else {}, self.program.cpu()


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """Calls, keepalive and CPU in a minute without anybody looking; all three in the same minute."""
    seconds = 15.0 if options.quick else SECONDS
    table = Table(
        f"Nobody looks at {DOMAINS:,} running domains for {seconds:.0f} s",
        ("program", "calls", "keepalive", "events", "bytes", "CPU ms", "CPU %"),
    )
    if reason := fleets.why_not():
        table.not_taken(*KEYS, reason=reason)
        yield table
        return
    with (
        PrivateLibvirtd() as daemon,
        programs.screen() as env,
        fleets.simulated(daemon, DOMAINS),
        contextlib.ExitStack() as stack,
    ):
        started = time.monotonic()
        peer, reason = _peer(stack, daemon, env), peers.why_no_virt_manager()
        watched = _started(stack, daemon, env)
        if peer is not None:
            try:
                peer.line(max(1.0, PATIENCE - (time.monotonic() - started)))
                watched.append(Watched("virt-manager, minimised", peer, None))
            except TimeoutError:
                reason = f"virt-manager had not shown its list after {PATIENCE:.0f} s"
        _at_rest(watched[0])
        _tell(table, watched, seconds, reason)
    table.notes.append("Messages counted by a proxy on the daemon's socket.")
    yield table


def _peer(stack: contextlib.ExitStack, daemon: PrivateLibvirtd, env: Mapping[str, str]) -> Program | None:
    if peers.why_no_virt_manager():
        return None
    return stack.enter_context(peers.virt_manager(env, daemon.test_uri(), DOMAINS, minimize=True, busy=True))


def _started(stack: contextlib.ExitStack, daemon: PrivateLibvirtd, env: Mapping[str, str]) -> list[Watched]:
    def heard(name: str) -> tuple[Wire, str]:
        proxy = stack.enter_context(wire(daemon.socket, name=name))
        return proxy, f"test+unix:///default?socket={proxy.socket}"

    proxy, uri = heard("ours")
    ours = stack.enter_context(programs.probed(env, "ours", "--minimized", "--allow-commands", "-c", uri))
    ours.do("rows", DOMAINS)
    other, uri = heard("bare")
    bare = stack.enter_context(programs.program(_BARE, [uri]))
    bare.line()
    return [Watched("ours, tray icon", ours, proxy), Watched("bare client", bare, other)]


def _tell(table: Table, watched: list[Watched], seconds: float, reason: str) -> None:
    before, began = [one.cost() for one in watched], time.monotonic()
    time.sleep(seconds)
    passed, after = time.monotonic() - began, [one.cost() for one in watched]
    calls, shares = [], []
    for one, (counts, used), (later, used_later) in zip(watched, before, after, strict=True):
        spent = used_later - used
        said = _grown(counts, later) if one.wire else (None,) * 4
        table.add(one.name, *said, spent * 1e3, spent / passed * 100)
        calls.append(said[0])
        shares.append(spent / passed * 100)
    table.outcome("idle-calls", calls[0], calls[1], "calls", met=calls[0] == 0)
    peer = shares[2] if len(shares) > 2 else None
    remark = f"the bare client: {shares[1]:.3f} %; {reason}".rstrip("; ")
    table.outcome("idle-cpu", shares[0], peer, "% of a core", met=shares[0] <= MOST_CPU, remark=remark)


def _grown(before: dict[str, int], after: dict[str, int]) -> tuple[int, int, int, int]:
    def more(*names: str) -> int:
        return sum(after.get(name, 0) - before.get(name, 0) for name in names)

    return (
        more("sent call"),
        more("sent keepalive", "received keepalive"),
        more("received other"),
        more("sent bytes", "received bytes"),
    )


def _at_rest(watched: Watched) -> None:
    """Waits until all is read: no call for a while."""
    assert watched.wire is not None
    calls, since = watched.wire.counts().get("sent call", 0), time.monotonic()
    while time.monotonic() - since < REST:
        time.sleep(0.2)
        now = watched.wire.counts().get("sent call", 0)
        if now != calls:
            calls, since = now, time.monotonic()
