"""`virtmonitor list` beside a bare script that prints the same, and beside virsh."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from bench import fleets, programs
from bench.tables import Table
from tests.helpers.libvirtd import PrivateLibvirtd

BUDGET = 45.0

# The same values of the same domains, in the cheapest bare calls there are for them.
_BARE = """
import json, sys, libvirt
from lxml import etree
conn = libvirt.openReadOnly(sys.argv[1])
lists = {f: {d.UUIDString() for d in conn.listAllDomains(f)} for f in (4, 1024, 4096, 16384)}
rows = []
for domain, stats in conn.getAllDomainStats(1):
    root = etree.fromstring(domain.XMLDesc())
    rows.append({"name": domain.name(), "uuid": domain.UUIDString(), "id": domain.ID(), **stats,
        "title": root.findtext("title"), "memory": root.findtext("memory"), "vcpu": root.findtext("vcpu"),
        "flags": [domain.UUIDString() in found for found in lists.values()]})
print(json.dumps(rows, indent=1))
"""


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """At 20 and at 10,000 domains."""
    table = Table("list", ("domains", "ours ms", "bare script ms", "x", "virsh list ms"))
    if reason := fleets.why_not():
        table.notes.append(reason)
        table.not_taken("list-20", "list-all", reason=reason)
        yield table
        return
    rounds = 3 if options.quick else 7
    keys = iter(("list-20", "list-all"))
    with PrivateLibvirtd() as daemon:
        for size in (20, 500) if options.quick else (20, 10_000):
            with fleets.simulated(daemon, size):
                uri = daemon.test_uri()
                argvs = {
                    "ours": [sys.executable, "-m", "virtmonitor", "list", "--json", "-c", uri],
                    "bare": [sys.executable, "-c", _BARE, uri],
                    "virsh": ["virsh", "-c", uri, "list", "--all"],
                }
                ways: dict[str, Callable[[], float]] = {n: partial(_run, a) for n, a in argvs.items()}
                took = programs.in_turns(ways, rounds, seconds=20)
            times, key = took.ratio("ours", "bare"), next(keys)
            table.add(size, took.median("ours"), took.median("bare"), times, took.median("virsh"))
            virsh = f"`virsh list --all`, which reads less: {took.median('virsh'):.0f} ms"
            table.outcome(key, took.median("ours"), took.median("bare"), "ms", ratio=times, remark=virsh)
    table.notes.append(f"Wall clock of the whole process, medians of {rounds} alternating rounds.")
    yield table


def _run(argv: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(argv, stdout=subprocess.DEVNULL, check=True, cwd=programs.ROOT)
    return (time.perf_counter() - began) * 1e3
