"""Each measurement in a process of its own: one that fails or hangs takes no other with it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from bench.tables import Table

ROOT: Final = Path(__file__).resolve().parent.parent


class MeasurementError(Exception):
    """A measurement could not be finished; says why in a sentence."""


def measured(name: str, seconds: float, *, quick: bool) -> Iterator[Table]:
    """The tables of that measurement as they are done. Raises MeasurementError, also when `seconds` have passed."""
    argv = [sys.executable, "-m", "bench", "--worker", name, "--budget", f"{seconds:.0f}"]
    argv += ["--quick"] * quick
    worker = subprocess.Popen(argv, stdout=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True)
    assert worker.stdout is not None
    try:
        for line in _lines(worker.stdout, time.monotonic() + seconds):
            said = json.loads(line)
            if "failed" in said:
                raise MeasurementError(said["failed"])
            yield Table.of(said)
        if worker.wait(10):
            raise MeasurementError(f"{name} ended with status {worker.returncode}.")
    except TimeoutError:
        raise MeasurementError(f"{name} was not done after {seconds:.0f} s, and was ended.") from None
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(worker.pid, signal.SIGKILL)  # and all that it started
        worker.wait()
        worker.stdout.close()


def _lines(stream: IO[str], deadline: float) -> Iterator[str]:
    """Lines until the end of the stream; TimeoutError after the deadline."""
    rest = b""
    while True:
        if not select.select([stream], [], [], max(0.0, deadline - time.monotonic()))[0]:
            raise TimeoutError
        piece = os.read(stream.fileno(), 1 << 16)
        if not piece:
            return
        *lines, rest = (rest + piece).split(b"\n")
        yield from (line.decode() for line in lines)


def tell(table: Table) -> None:
    """Says a table to the process that started this one."""
    print(json.dumps(table.plain()), flush=True)


def tell_failure(error: Exception) -> None:
    """Says why there are no more tables."""
    sentence = " ".join(str(error).split()) or "no reason was given"
    print(json.dumps({"failed": f"{type(error).__name__}: {sentence}"[:500]}), flush=True)
