"""Programs that are started, timed from their start to what they print, weighed, and ended."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.helpers.display import DesktopSession
from tests.helpers.trayhosts import trayer

ROOT = Path(__file__).resolve().parent.parent
DEADLINE = 180.0


class Program:
    """A Python program that prints CLOCK_MONOTONIC when it is where it should be; `began` is when it was started."""

    def __init__(
        self, code: str, arguments: Sequence[str] = (), env: Mapping[str, str] | None = None
    ) -> None:
        environment = {**(os.environ if env is None else env), "PYTHONPATH": str(ROOT)}
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            bufsize=1,
            env=environment,
        )

    def line(self) -> str:
        """The next line it prints. Raises TimeoutError or EOFError."""
        assert self.process.stdout is not None
        if not select.select([self.process.stdout], [], [], DEADLINE)[0]:
            raise TimeoutError("the program says nothing")
        line = self.process.stdout.readline()
        if not line:
            raise EOFError("the program ended")
        return line.strip()

    def arrived(self) -> float:
        """Milliseconds from its start to the moment it prints next."""
        return (float(self.line()) - self.began) * 1e3

    def pss(self) -> float:
        """Its proportional set size, MiB."""
        rollup = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
        return int(found[1]) / 1024 if found else 0.0

    def close(self) -> None:
        """End it."""
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@contextlib.contextmanager
def program(
    code: str, arguments: Sequence[str] = (), env: Mapping[str, str] | None = None
) -> Iterator[Program]:
    """A Program, ended at the end."""
    running = Program(code, arguments, env)
    try:
        yield running
    finally:
        running.close()


def in_turns(ways: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median of each way over alternating rounds; the first round warms the caches and is thrown away."""
    results: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        names = list(ways) if number % 2 else list(ways)[::-1]
        for name in names:
            measured = ways[name]()
            if number:
                results[name].append(measured)
    return {name: statistics.median(values) for name, values in results.items()}


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment of a private screen with a window manager and an XEmbed tray."""
    with DesktopSession() as session:
        session.window_manager()
        trayer(session)
        yield dict(session.env)
