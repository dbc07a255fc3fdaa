"""Runs the measurements: `python -m bench [NAME]... [--json] [--quick]`."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import time
import traceback
from pathlib import Path
from typing import Final

from bench import results, workers
from bench.machine import machine
from bench.results import Run

NAMES: Final = {
    "start-up": "startup",
    "idle": "idle",
    "tick": "tick",
    "events": "events",
    "ui": "ui",
    "faults": "faults",
    "memory": "memory",
    "scale": "scale",
    "listing": "listing",
}
"""Name -> module, which has `measure(options) -> Iterable[Table]` and BUDGET, the seconds after which it is ended."""
WHOLE: Final = 14.5 * 60
"""Seconds that a whole run takes at most; who comes early must leave the others their time."""
_ALSO: Final = {"startup": "start-up", "stats": "tick", "list": "listing"}


def main(arguments: list[str] | None = None) -> int:
    """The program; returns its exit status: 1 when a target is missed, 2 when something could not be measured."""
    # An installed program finds its modules compiled; what is measured here shall too.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.worker:
        return work(options)
    names = [_ALSO.get(name, name) for name in options.names]
    if unknown := [name for name in names if name not in NAMES]:
        parser.error(f"there is no measurement {', '.join(unknown)}; there are {', '.join(NAMES)}")
    if not names and not options.quick and options.write is None:
        options.write = results.FILE
    return show(names or list(NAMES), options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench",
        description="Measures virtmonitor beside its peers and bare calls. Without a name all, into bench/RESULTS.md.",
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(NAMES)}")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of tables")
    parser.add_argument("--quick", action="store_true", help="fewer guests and repetitions: to try it out")
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help="write the results there, as in bench/RESULTS.md"
    )
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    parser.add_argument("--budget", type=float, default=0.0, help=argparse.SUPPRESS)
    return parser


def work(options: argparse.Namespace) -> int:
    """One measurement, in the process that `workers.measured` started for it."""
    began = time.monotonic()
    options.left = lambda: options.budget - (time.monotonic() - began)
    try:
        for table in importlib.import_module(f"bench.{NAMES[options.worker]}").measure(options):
            workers.tell(table)
    except Exception as error:  # noqa: BLE001  # whatever it is: the others go on, and this one's sentence is told
        traceback.print_exc()
        workers.tell_failure(error)
    return 0


def show(names: list[str], options: argparse.Namespace) -> int:
    """Measures and prints; tables appear as they are done."""
    run, began = results.begin(machine()), time.monotonic()
    if not options.json:
        print("\n".join(f"{name}: {value}" for name, value in run.machine.items()))
        print(f"commit: {run.commit}")
    for number, name in enumerate(names):
        _measure(name, share(names, number, time.monotonic() - began), run, options)
    run.seconds = time.monotonic() - began
    if options.json:
        print(json.dumps(run.plain(), indent=1))
    if options.write is not None:
        options.write.write_text(results.markdown(run))
    if run.failed:
        return 2
    return 1 if any(table.missed for tables in run.tables.values() for table in tables) else 0


def share(names: list[str], number: int, spent: float) -> float:
    """Seconds for that one of these, of a run that has taken `spent` so far: what the later ones need is kept."""
    budgets = [float(importlib.import_module(f"bench.{NAMES[name]}").BUDGET) for name in names]
    least = min(1.0, WHOLE / sum(budgets))
    kept = least * sum(budgets[number + 1 :])
    return min(budgets[number], max(least * budgets[number], WHOLE - spent - kept))


def _measure(name: str, seconds: float, run: Run, options: argparse.Namespace) -> None:
    began = time.monotonic()
    done = run.tables.setdefault(NAMES[name], [])
    try:
        for table in workers.measured(name, seconds, quick=options.quick):
            done.append(table)
            if not options.json:
                print(f"\n{table}", flush=True)
    except workers.MeasurementError as failed:
        run.failed[NAMES[name]] = str(failed)
        print(f"\nbench: {name} could not be measured: {failed}", file=sys.stderr, flush=True)
    run.took[NAMES[name]] = time.monotonic() - began
    if not options.json:
        print(f"  ({name}: {run.took[NAMES[name]]:.0f} s)", flush=True)


if __name__ == "__main__":
    sys.exit(main())
