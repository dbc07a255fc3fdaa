"""What it weighs (PSS): the tray, the window over fleets of growing size, beside an empty window, a bare client that
holds the same machines, and virt-manager.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Mapping

from bench import fleets, peers, programs
from bench.programs import Program
from bench.tables import Table
from tests.helpers.libvirtd import PrivateLibvirtd

BUDGET = 85.0
KEYS = ("memory-20", "memory-domain", "memory-1000")
Env = Mapping[str, str]

# The least that a client holds who shows a list: each domain, its name, its state and what it uses.
_BARE = """
import sys, time, libvirt
conn = libvirt.openReadOnly(sys.argv[1])
held = {d.UUIDString(): {"domain": d, "name": d.name(), "id": d.ID(), "info": d.info(), "stats": stats}
    for d, stats in conn.getAllDomainStats(1)}
print(time.monotonic(), flush=True)
time.sleep(600)
"""


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """One table; every program is alone when it is weighed."""
    sizes = (20, 200, 500) if options.quick else (20, 1000, 10_000)
    table = Table(
        "Memory: PSS, MiB", ("domains", "ours, tray", "ours, window", "bare client", "virt-manager")
    )
    if reason := fleets.why_not():
        table.not_taken(*KEYS, reason=reason)
        yield table
        return
    with PrivateLibvirtd() as daemon, programs.screen() as env:
        empty = _empty(env)
        rows = {size: _weigh(daemon, env, size, peer=size < 10_000) for size in sizes}
    for size, row in rows.items():
        table.add(size, *row)
    table.notes.append(f"The empty window (tray icon, Qt Quick Controls): {empty:.1f} MiB.")
    table.notes.append("Weighed 4 s after all was read and painted, once each; software renderer.")
    few, middle, many = (rows[size] for size in sizes)
    table.outcome("memory-20", few[1], empty, "MiB")
    more = sizes[2] - sizes[0]
    tray, ours, bare = ((b - a) / more * 1024 for a, b in zip(few[:3], many[:3], strict=True))
    table.outcome(
        "memory-domain", ours, bare, "KiB", remark=f"with the window open; the tray alone {tray:.2f} KiB"
    )
    if middle[3] is None:
        table.not_taken("memory-1000", reason=peers.why_no_virt_manager())
    else:
        table.outcome("memory-1000", middle[1], middle[3], "MiB")
    yield table


def _empty(env: Env) -> float:
    with programs.probed(env, "empty") as program:
        program.do("window")
        return _settled(program)


def _weigh(
    daemon: PrivateLibvirtd, env: Env, size: int, *, peer: bool
) -> tuple[float, float, float, float | None]:
    uri = daemon.test_uri()
    theirs = None
    with fleets.simulated(daemon, size):
        with programs.probed(env, "ours", "--minimized", "-c", uri) as ours:
            ours.do("rows", size)
            tray = _settled(ours)
            ours.do("window")
            window = _settled(ours)
        with programs.program(_BARE, [uri]) as bare:
            bare.line()
            client = bare.pss()
        if peer and not peers.why_no_virt_manager():
            with peers.virt_manager(env, uri, size, busy=True) as program:
                program.line()
                theirs = _settled(program)
    return tray, window, client, theirs


def _settled(program: Program) -> float:
    time.sleep(4)
    return program.pss()
