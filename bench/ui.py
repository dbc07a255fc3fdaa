"""The hand and the eye: first frames, frames while rows scroll, events storm or rows tick, and the popup's way to the
screen; each beside an empty Qt Quick window.
"""

from __future__ import annotations

import argparse
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import libvirt

from bench import fleets, programs
from bench.programs import Program
from bench.tables import Table
from tests.helpers.libvirtd import PrivateLibvirtd

BUDGET = 110.0
FRAME = 1000 / 60
ACTIVATION = 100.0  # ms
KEYS = ("ui-scroll", "ui-events", "ui-popup", "ui-activation")
Env = Mapping[str, str]


def measure(options: argparse.Namespace) -> Iterator[Table]:
    """First frames and the popup, then frames under load."""
    shown = Table("First frame of the window, and the popup", ("what", "ours ms", "empty ms", "x"))
    frames = Table(
        "Times between frames, ms",
        ("while", "ours median", "95th", "99th", "longest", "frames", "empty median", "empty 99th"),
    )
    if reason := fleets.why_not():
        shown.not_taken(*KEYS, reason=reason)
        yield shown
        return
    seconds, many = (3.0, 500) if options.quick else (6.0, 10_000)
    with PrivateLibvirtd() as daemon, programs.screen() as env:
        with programs.probed(env, "empty") as empty:
            first, popups = empty.do("window")["ms"], _popups(empty)
            plain, small = _frames(empty, "window", seconds / 2), _frames(empty, "popup", seconds / 2)
        with fleets.simulated(daemon, 20), _ours(env, daemon, 20) as ours:
            _first(shown, ours, 20, first)
            ours.do("hide", "window")
            _activation(shown, _popups(ours), popups)
            _compare(
                frames, "ui-popup", "a popup of 20 live rows ticks", _frames(ours, "popup", seconds), small
            )
        with fleets.simulated(daemon, many) as uuids, _ours(env, daemon, many) as ours:
            _first(shown, ours, many, first)
            time.sleep(1)
            _compare(
                frames,
                "ui-scroll",
                f"{many:,} rows scroll",
                _frames(ours, "window", seconds, "scroll"),
                plain,
            )
            with events(daemon.test_uri(), uuids[:100], 1000) as rate:
                seen = _frames(ours, "window", seconds)
            _compare(frames, "ui-events", f"{rate():,.0f} events a second arrive", seen, plain)
    shown.notes.append("The popup: from the click on the tray icon; first, and the median of those after it.")
    frames.notes.append(
        "Software renderer; a frame is asked for as soon as one is there (Qt waits 5 ms between)."
    )
    yield shown
    yield frames


@contextmanager
def _ours(env: Env, daemon: PrivateLibvirtd, rows: int) -> Iterator[Program]:
    with programs.probed(env, "ours", "--minimized", "-c", daemon.test_uri()) as started:
        started.do("rows", rows)
        yield started


def _popups(program: Program) -> list[float]:
    """Milliseconds of one opening after the other."""
    took = []
    for _ in range(7):
        took.append(float(program.do("popup")["ms"]))
        time.sleep(0.3)
        program.do("hide", "popup")
        time.sleep(0.6)
    program.do("popup")
    time.sleep(0.5)
    return took


def _frames(program: Program, window: str, seconds: float, drive: str = "") -> list[float]:
    return [float(ms) for ms in program.do("frames", window, seconds, drive)["frames"]]


def _first(table: Table, ours: Program, rows: int, empty: float) -> None:
    took = float(ours.do("window")["ms"])
    table.add(f"window, {rows:,} domains known", took, empty, took / empty)


def _activation(table: Table, ours: list[float], empty: list[float]) -> None:
    table.add("popup, first time", ours[0], empty[0], ours[0] / empty[0])
    later, theirs = statistics.median(ours[1:]), statistics.median(empty[1:])
    table.add("popup, later", later, theirs, later / theirs)
    table.outcome(
        "ui-activation",
        later,
        theirs,
        "ms",
        met=later < ACTIVATION,
        remark=f"{ours[0]:.0f} ms the first time",
    )


def _compare(table: Table, key: str, what: str, ours: list[float], empty: list[float]) -> None:
    late, theirs = centile(ours, 99), centile(empty, 99)
    middle, plain = statistics.median(ours), statistics.median(empty)
    table.add(what, middle, centile(ours, 95), late, max(ours), len(ours), plain, theirs)
    table.outcome(
        key, late, theirs, "ms", met=late < FRAME, remark=f"median {middle:.1f} ms, software renderer"
    )


def centile(values: list[float], number: int) -> float:
    """The value that `number` of a hundred do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[number - 1]


@contextmanager
def events(uri: str, uuids: list[str], rate: float) -> Iterator[Callable[[], float]]:
    """So many events a second, from a thread and a connection of its own; called, it tells how many it were."""
    stop, made = threading.Event(), [0]
    connection = libvirt.open(uri)
    domains = [connection.lookupByUUIDString(uuid) for uuid in uuids]
    began = time.monotonic()

    def run() -> None:
        while not stop.is_set():
            ahead = made[0] / rate - (time.monotonic() - began)
            if ahead > 0:
                stop.wait(ahead)
            for _ in range(max(1, round(rate / 100))):
                turn, number = divmod(made[0], len(domains))
                (domains[number].resume if turn % 2 else domains[number].suspend)()
                made[0] += 1

    thread = threading.Thread(target=run)
    thread.start()
    ended: list[float] = []
    try:
        yield lambda: made[0] / ((ended[0] if ended else time.monotonic()) - began)
    finally:
        stop.set()
        thread.join()
        ended.append(time.monotonic())
        for domain in domains:
            if domain.state()[0] != libvirt.VIR_DOMAIN_RUNNING:
                domain.resume()
        domains.clear()
        connection.close()
