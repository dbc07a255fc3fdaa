"""Programs that tests start: each dies with the test run at the latest."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


def lacking(*programs: str) -> list[str]:
    """Those of the programs that cannot be found, also not in the directories of the administrator."""
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    return [program for program in programs if shutil.which(program, path=path) is None]


def start(
    argv: Sequence[str], log: Path, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own, its output appended to `log`.

    The kernel kills it when the thread that called this ends, so a killed test run leaves nothing behind.
    """
    with log.open("ab") as out:
        return subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *argv],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=None if env is None else dict(env),
            cwd=cwd,
            start_new_session=True,
        )


def stop(process: subprocess.Popen[bytes], deadline: float = 10.0) -> int:
    """End a program politely, after `deadline` seconds by force, then its children; returns its exit status."""
    if process.poll() is None:
        process.terminate()
        process.send_signal(signal.SIGCONT)
        try:
            process.wait(deadline)
        except subprocess.TimeoutExpired:
            process.kill()
    status = process.wait()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # what it started and left behind
    return status


def last_words(process: subprocess.Popen[bytes]) -> str:
    """Whether it still lives; one that does is made to abort, so that a Python program writes where it hangs."""
    status = process.poll()
    if status is not None:
        return f"had ended with {status}"
    process.send_signal(signal.SIGABRT)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5)
    return "lived"


def children(pid: int) -> list[int]:
    """The process ids of a process's children; empty when it is gone."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
