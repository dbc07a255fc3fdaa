"""`virtmonitor top` on a terminal of 80 columns, as a person sees it and presses keys."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.processes import lacking
from tests.helpers.waiting import until

pytestmark = pytest.mark.live
Terminal = Callable[..., str]


@pytest.fixture(name="tmux")
def _tmux(tmp_path: Path) -> Iterator[Terminal]:
    if missing := lacking("tmux"):
        pytest.skip(f"A terminal to look at needs {', '.join(missing)}.")
    argv = ["tmux", "-L", tmp_path.name, "-f", "/dev/null"]

    def run(*words: str) -> str:
        return subprocess.run([*argv, *words], capture_output=True, text=True, check=True).stdout

    yield run
    subprocess.run([*argv, "kill-server"], capture_output=True, check=False)


def test_all_is_seen_on_80_columns_and_keys_sort(tmux: Terminal) -> None:
    tmux("new-session", "-d", "-x", "80", "-y", "30", f"{sys.executable} -m virtmonitor top; read -r _")

    def rows() -> list[str]:
        return tmux("capture-pane", "-p").splitlines()

    until(lambda: any("router" in line and "%" in line for line in rows()), what="the first figures")
    told = "\n".join(rows())
    assert "…" not in told
    assert "OF HOST ▾" in rows()[0]
    assert "This is a demo" in told
    tmux("send-keys", "a")
    until(lambda: "NAME ▾" in rows()[0], what="it is sorted by name")
    names = [line.split()[0] for line in rows()[1:18]]
    assert names == sorted(names)
    tmux("send-keys", "q")
    until(lambda: "OF HOST" not in "".join(rows()), what="it ends and gives the screen back")


def test_a_host_that_cannot_be_reached_is_told_below_the_others(tmux: Terminal) -> None:
    words = f"{sys.executable} -m virtmonitor top -c test:///default -c http://rack1/"
    tmux("new-session", "-d", "-x", "80", "-y", "30", words)
    screen = lambda: tmux("capture-pane", "-p")  # noqa: E731
    until(lambda: "libvirt cannot connect to http://rack1/" in screen(), what="what is wrong is told")
    until(lambda: "50 %" in screen(), what="the others go on")
