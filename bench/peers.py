"""What people would run instead: where it is, why it is not here, and how it is started for a measurement."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from bench.programs import Program, running

_PYTHON: Final = "/usr/bin/python3"
_INSIDE: Final = Path(__file__).with_name("inside_virtmanager.py")


def why_no_virt_manager() -> str:
    """Why virt-manager cannot be measured here; "" when it can."""
    if shutil.which("virt-manager") is None or not Path("/usr/share/virt-manager/virtManager").exists():
        return "virt-manager is not installed here."
    return ""


@contextlib.contextmanager
def virt_manager(
    env: Mapping[str, str],
    uri: str,
    rows: int,
    *,
    minimize: bool = False,
    busy: bool = False,
    events: bool = False,
) -> Iterator[Program]:
    """virt-manager's window on a private screen and bus; it prints the time when its list is shown; with
    `busy` already when all rows are there, though its loop has more to do: with many machines it always has.

    Then `ask()` gives the longest and the whole time (ms) its loop was late since the question before; with `events`
    it prints instead the time of each change of a machine's state as soon as its model has it.
    """
    own = [str(rows), *["--minimize"] * minimize, *["--busy"] * busy, *["--events"] * events]
    environment = {**env, "GSETTINGS_BACKEND": "memory", "NO_AT_BRIDGE": "1"}
    argv = [_PYTHON, str(_INSIDE), *own, "--", "--no-fork", "-c", uri]
    with running(argv, environment) as started:
        yield started


def lateness(program: Program) -> tuple[float, float]:
    """The longest and the whole time (ms) that the loop of a started virt-manager was late, since asked before."""
    longest, late = program.ask().split()
    return float(longest), float(late)


def version_of(*argv: str) -> str:
    """What a program says of its version; "not here"."""
    try:
        done = subprocess.run(argv, capture_output=True, text=True, check=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return "not here"
    return done.stdout.strip().splitlines()[0].strip()
