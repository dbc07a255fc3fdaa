"""The longest stall of the GUI thread while something breaks: our engine under faults of tests/faults, and our window
beside virt-manager's when the daemon is killed and when it hangs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from bench import fleets, peers, programs
from bench.tables import Table
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.stall import INTERVAL, REPORT

BUDGET = 105.0
TARGET = 50.0  # ms
DOMAINS = 20
HANGS = 10.0
"""Seconds that the daemon hangs; `./dev soak` does it for longer."""
TESTS = ("tests/faults/test_daemon.py", "tests/faults/test_guests.py", "tests/faults/test_storm.py")


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """The two programs side by side; then one row a fault."""
    if reason := fleets.why_not():
        table = Table("Faults", ("not measured",), notes=[reason])
        table.not_taken("faults-stall", reason=reason)
        yield table
        return
    yield _programs()
    yield _engine(options, max(20.0, options.left() - 10))


def _programs() -> Table:
    """Both watch the same daemon, at the same time."""
    table = Table(
        f"The window over {DOMAINS} domains: longest stall", ("fault", "ours ms", "virt-manager ms")
    )
    reason = peers.why_no_virt_manager()
    worst: list[tuple[float, float]] = []
    with (
        PrivateLibvirtd() as daemon,
        programs.screen() as env,
        fleets.simulated(daemon, DOMAINS),
        ExitStack() as stack,
    ):
        uri = daemon.test_uri()
        ours = stack.enter_context(programs.probed(env, "ours", "--window", "--allow-commands", "-c", uri))
        ours.do("rows", DOMAINS)
        theirs = None if reason else stack.enter_context(peers.virt_manager(env, uri, DOMAINS))
        if theirs is not None:
            theirs.line()
        time.sleep(6)  # both have come up and are at rest
        for fault in (f"the daemon hangs for {HANGS:.0f} s", "kill -9, started again after 5 s"):
            ours.do("stall")
            if theirs is not None:
                peers.lateness(theirs)
            _make(fault, daemon)
            time.sleep(8)
            row = (float(ours.do("stall")["stall"]), peers.lateness(theirs)[0] if theirs is not None else 0.0)
            table.add(fault, row[0], None if theirs is None else row[1])
            worst.append(row)
    longest, other = (max(column) for column in zip(*worst, strict=True))
    remark = reason or "the worse of hanging and kill -9"
    table.outcome("faults-stall", longest, other or None, "ms", met=longest <= TARGET, remark=remark)
    table.notes.append(f"A timer of {INTERVAL} ms in each, both on the same private screen and daemon.")
    return table


def _make(fault: str, daemon: PrivateLibvirtd) -> None:
    if fault.startswith("kill"):
        daemon.kill9()
        time.sleep(5)
        daemon.start()
    else:
        daemon.sigstop()
        time.sleep(HANGS)
        daemon.sigcont()


def _engine(options: argparse.Namespace, seconds: float) -> Table:
    """The engine under the faults of the tests, as many as there is time for."""
    table = Table("Faults: longest stall of the engine's GUI thread", ("fault", "ms"))
    tests = TESTS[:1] if options.quick else TESTS
    with tempfile.TemporaryDirectory(prefix="bench-faults-") as directory:
        told = Path(directory) / "stalls"
        env = os.environ | {REPORT: str(told)}
        argv = ["timeout", "--kill-after=5", f"{seconds:.0f}", sys.executable, "-m", "pytest", "-q"]
        done = subprocess.run(
            [*argv, "-p", "no:cacheprovider", *tests],
            env=env,
            cwd=programs.ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        lines = told.read_text().splitlines() if told.exists() else []
    for row in map(json.loads, lines):
        if "longest_stall_ms" in row:
            table.add(row["fault"].removeprefix("test_"), float(row["longest_stall_ms"]))
    worst = max((row[1] for row in table.rows), default=0.0)
    table.target(worst <= TARGET, f"the longest stall is {worst:.0f} ms, the target {TARGET:.0f} ms")
    if done.returncode == 124:
        table.notes.append(
            f"There was no time for more than {len(table.rows)} of them; `./dev soak` does them all."
        )
    else:
        last = " ".join(done.stdout.strip().splitlines()[-1:])
        table.target(done.returncode == 0, f"tests failed: {last}")
    table.notes.append(f"A timer of {INTERVAL} ms, from the first connection to the end of each test.")
    return table
