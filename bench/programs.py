"""Programs that are started, timed from their start to what they print, weighed, and ended."""

from __future__ import annotations

import contextlib
import json
import os
import re
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bench.pairs import cpu_seconds
from tests.helpers.display import DesktopSession
from tests.helpers.trayhosts import trayer

ROOT = Path(__file__).resolve().parent.parent
DEADLINE = 90.0
"""Seconds after which a program that says nothing is given up."""


class Program:
    """A program that prints CLOCK_MONOTONIC when it is where it should be; `began` is when it was started."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str] | None = None) -> None:
        environment = {**(os.environ if env is None else env), "PYTHONPATH": str(ROOT)}
        self._errors = tempfile.TemporaryFile("w+")  # noqa: SIM115  # closed in close()
        self._read = b""
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            argv,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            bufsize=1,
            env=environment,
        )

    def line(self, deadline: float = DEADLINE) -> str:
        """The next line it prints. Raises TimeoutError or EOFError."""
        assert self.process.stdout is not None
        output, end = self.process.stdout.fileno(), time.monotonic() + deadline
        while b"\n" not in self._read:
            if not select.select([output], [], [], max(0.0, end - time.monotonic()))[0]:
                raise TimeoutError(f"{self.process.args!s:.60} said nothing for {deadline:.0f} s")
            piece = os.read(output, 1 << 16)
            if not piece:
                raise EOFError(f"the program ended with status {self._status()}: {self._last_words()}")
            self._read += piece
        line, self._read = self._read.split(b"\n", 1)
        return line.decode().strip()

    def ask(self, question: str = "") -> str:
        """Says a line to it, and returns what it answers."""
        self.tell(question)
        return self.line()

    def tell(self, line: str) -> None:
        """Says a line to it."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def do(self, *command: object) -> dict[str, Any]:
        """A command of bench.inside, and its answer. Raises RuntimeError with what the program says of a failure."""
        answer: dict[str, Any] = json.loads(self.ask(" ".join(map(str, command))))
        if "failed" in answer:
            raise RuntimeError(answer["failed"])
        return answer

    def arrived(self, deadline: float = DEADLINE) -> float:
        """Milliseconds from its start to the moment it prints next."""
        return (float(self.line(deadline)) - self.began) * 1e3

    def pss(self) -> float:
        """Its proportional set size, MiB."""
        rollup = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
        return int(found[1]) / 1024 if found else 0.0

    def cpu(self) -> float:
        """Seconds of CPU that it has used."""
        return cpu_seconds(self.process.pid)

    def until_quiet(self, most: float = 60.0) -> None:
        """Until it has used no CPU to speak of (2 ms) for half a second; at most that many seconds."""
        used, end = -1.0, time.monotonic() + most
        while (now := self.cpu()) - used > 0.002 and time.monotonic() < end:
            used = now
            time.sleep(0.5)

    def close(self) -> None:
        """End it."""
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self._errors):
            with contextlib.suppress(OSError):
                stream.close()  # type: ignore[union-attr]

    def _status(self) -> int | None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self.process.wait(5)
        return None

    def _last_words(self) -> str:
        self._errors.seek(0)
        said = self._errors.read().strip().splitlines()
        fatal = [line for line in said if line.startswith("Fatal")]
        return " ".join((fatal or said)[-1:]).strip() or "it said nothing"


@contextlib.contextmanager
def program(
    code: str, arguments: Sequence[str] = (), env: Mapping[str, str] | None = None
) -> Iterator[Program]:
    """A program in Python of this run, ended at the end."""
    with running([sys.executable, "-c", code, *arguments], env) as started:
        yield started


@contextlib.contextmanager
def running(argv: Sequence[str], env: Mapping[str, str] | None = None) -> Iterator[Program]:
    """Any program, ended at the end."""
    started = Program(argv, env)
    try:
        yield started
    finally:
        started.close()


@contextlib.contextmanager
def probed(env: Mapping[str, str], what: str, *arguments: str) -> Iterator[Program]:
    """Ours or the "empty" program, with a probe within (bench.inside): `do` tells it what to do."""
    code = f"{_LOADED[what]}from bench import inside; inside.main()"
    argv = [sys.executable, "-X", "faulthandler", "-c", code, what, *arguments]
    with running(argv, env) as started:
        yield started


# As each does it: the probe names Qt before the program would.
_LOADED: Final = {"ours": "from virtmonitor import qtimport; qtimport.load(); ", "empty": ""}


class Turns(dict[str, list[float]]):
    """What each way took, round by round."""

    def median(self, name: str) -> float:
        """The median of one way."""
        return statistics.median(self[name])

    def ratio(self, ours: str, theirs: str) -> float:
        """The median of the pairs' ratios."""
        return statistics.median(a / b for a, b in zip(self[ours], self[theirs], strict=True))


def in_turns(
    ways: Mapping[str, Callable[[], float]], rounds: int, *, seconds: float = 1e9, warm: bool = True
) -> Turns:
    """Alternating rounds, no more begun after that many seconds; with `warm` the first is thrown away."""
    results, end = Turns({name: [] for name in ways}), time.monotonic() + seconds
    for number in range(rounds + warm):
        if number > warm and time.monotonic() > end:
            break
        for name in list(ways) if number % 2 else list(ways)[::-1]:
            measured = ways[name]()
            if number >= warm:
                results[name].append(measured)
    return results


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment of a private screen with a window manager and an XEmbed tray."""
    with DesktopSession() as session:
        session.window_manager()
        trayer(session)
        # There is no graphics card: what draws is Qt's own renderer, not a card's that is emulated.
        yield {**session.env, "QT_QUICK_BACKEND": "software"}
