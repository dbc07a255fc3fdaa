"""`virtmonitor top` on a terminal of 80 columns, as a person sees it and presses keys."""

from __future__ import annotations

import sys

import pytest

from tests.helpers.terminal import Terminal
from tests.helpers.waiting import until

pytestmark = pytest.mark.live


def test_all_is_seen_on_80_columns_and_keys_sort(terminal: Terminal) -> None:
    terminal.run(f"{sys.executable} -m virtmonitor top; read -r _")

    def rows() -> list[str]:
        return terminal.screen().splitlines()

    until(lambda: any("router" in line and "%" in line for line in rows()), what="the first figures")
    told = "\n".join(rows())
    assert "…" not in told
    assert "OF HOST ▾" in rows()[0]
    assert "This is a demo" in told
    terminal("send-keys", "a")
    until(lambda: "NAME ▾" in rows()[0], what="it is sorted by name")
    names = [line.split()[0] for line in rows()[1:18]]
    assert names == sorted(names)
    terminal("send-keys", "q")
    until(lambda: "OF HOST" not in "".join(rows()), what="it ends and gives the screen back")


def test_a_host_that_cannot_be_reached_is_told_below_the_others(terminal: Terminal) -> None:
    terminal.run(f"{sys.executable} -m virtmonitor top -c test:///default -c http://rack1/")
    until(
        lambda: "libvirt cannot connect to http://rack1/" in terminal.screen(), what="what is wrong is told"
    )
    until(lambda: "50 %" in terminal.screen(), what="the others go on")
