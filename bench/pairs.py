"""Two ways of doing the same, measured in turns: what disturbs the machine disturbs both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run, in ms: wall clock, CPU of this process (all threads), CPU of the daemon."""

    wall: float
    client: float
    daemon: float


def cpu_seconds(pid: int) -> float:
    """CPU time of a process's living threads, to the ns where the kernel tells it."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            total += int((task / "schedstat").read_text().split()[0])
        except (OSError, IndexError):
            continue  # the thread has just ended
    return total / 1e9


def cost(run: Callable[[], object], daemon: int = 0) -> Cost:
    """What one run costs. `daemon`: the process id of libvirtd, 0 for none."""
    served = cpu_seconds(daemon) if daemon else 0.0
    used, began = time.process_time(), time.perf_counter()
    run()
    wall, used = time.perf_counter() - began, time.process_time() - used
    served = cpu_seconds(daemon) - served if daemon else 0.0
    return Cost(wall * 1e3, used * 1e3, served * 1e3)


def in_turns(ways: Sequence[Callable[[], object]], rounds: int, daemon: int = 0) -> list[list[Cost]]:
    """`rounds` runs of each way, in turns; the order changes each time, and the first round is thrown away."""
    results: list[list[Cost]] = [[] for _ in ways]
    for number in range(rounds + 1):
        order = range(len(ways)) if number % 2 else reversed(range(len(ways)))
        for way in order:
            measured = cost(ways[way], daemon)
            if number:
                results[way].append(measured)
    return results


def median(costs: Sequence[Cost], part: str) -> float:
    """The median of one part of the costs, in ms."""
    return float(statistics.median(getattr(cost, part) for cost in costs))


def ratio(ours: Sequence[Cost], bare: Sequence[Cost], part: str) -> float | None:
    """The median of the pairs' ratios; None where the bare way costs nothing that can be measured."""
    pairs = [
        getattr(a, part) / getattr(b, part) for a, b in zip(ours, bare, strict=True) if getattr(b, part) > 0
    ]
    return statistics.median(pairs) if pairs else None
