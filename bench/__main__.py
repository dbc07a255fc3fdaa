"""Runs the measurements: `python -m bench [NAME]... [--json] [--quick]`."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
from collections.abc import Iterable
from types import ModuleType

import bench
from bench.machine import machine
from bench.tables import Table


def measurements() -> dict[str, ModuleType]:
    """All modules of this package that measure something, by name."""
    names = (module.name for module in pkgutil.iter_modules(bench.__path__) if module.name != "__main__")
    modules = {name: importlib.import_module(f"bench.{name}") for name in names}
    return {name: module for name, module in modules.items() if hasattr(module, "measure")}


def main(arguments: list[str] | None = None) -> int:
    """The program; returns its exit status: 1 when a target is missed."""
    known = measurements()
    parser = argparse.ArgumentParser(prog="bench", description="Measures virtmonitor beside bare calls.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(known)}")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of tables")
    parser.add_argument("--quick", action="store_true", help="fewer guests and repetitions: to try it out")
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.names if name not in known]:
        parser.error(f"there is no measurement {', '.join(unknown)}; there are {', '.join(known)}")
    chosen = {name: known[name] for name in options.names or known}
    return show(chosen, options)


def show(chosen: dict[str, ModuleType], options: argparse.Namespace) -> int:
    """Measures and prints; tables appear as they are done."""
    facts, tables = machine(), []
    if not options.json:
        print("\n".join(f"{name}: {value}" for name, value in facts.items()))
    for module in chosen.values():
        for table in _measured(module, options):
            tables.append(table)
            if not options.json:
                print(f"\n{table}", flush=True)
    if options.json:
        print(json.dumps({"machine": facts, "tables": [table.plain() for table in tables]}, indent=1))
    return 1 if any(table.missed for table in tables) else 0


def _measured(module: ModuleType, options: argparse.Namespace) -> Iterable[Table]:
    tables: Iterable[Table] = module.measure(options)
    return tables


if __name__ == "__main__":
    sys.exit(main())
