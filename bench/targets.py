"""What is to be reached, in the order in which RESULTS.md tells it: one line a figure.

`most` is the largest ratio ours / theirs that meets the target; None where the target is no ratio, and the measurement
itself says whether it is met.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Target(NamedTuple):
    """One figure: measured by which bench, of what, against what, and how much is allowed."""

    bench: str
    key: str
    what: str
    against: str
    target: str
    most: float | None = None


_VM = "virt-manager"
_EMPTY_TRAY = "an empty QSystemTrayIcon application"
_EMPTY_WINDOW = "an empty PySide6 tray and Qt Quick Controls window"

TARGETS: Final = (
    Target(
        "startup",
        "start-window",
        "start to 20 rows painted, tray and window",
        _EMPTY_WINDOW,
        "≤ 1.35 ×",
        1.35,
    ),
    Target("startup", "start-tray", "start to tray icon, popup never opened", _EMPTY_TRAY, "≤ 1.2 ×", 1.2),
    Target("startup", "tray-memory", "PSS with the tray icon, popup never opened", _EMPTY_TRAY, "+ 8 MB"),
    Target("startup", "start-1", "start to list shown, 1 domain", _VM, "≤ 1 ×", 1.0),
    Target("startup", "start-100", "start to list shown, 100 domains", _VM, "≤ 0.7 ×", 0.7),
    Target("startup", "start-1000", "start to list shown, 1,000 domains", _VM, "≤ 0.08 ×", 0.08),
    Target(
        "startup",
        "start-10000",
        "start to list shown, 10,000 domains, the bare calls taken off",
        "itself at 20",
        "≤ 1.3 ×",
        1.3,
    ),
    Target(
        "idle", "idle-calls", "nobody looks, 1,000 running domains, 60 s: calls", "bare keepalive", "0 RPC"
    ),
    Target(
        "idle",
        "idle-cpu",
        "nobody looks, 1,000 running domains, 60 s: CPU",
        f"{_VM} minimised",
        "≤ 0.1 % of a core",
    ),
    Target(
        "tick",
        "tick-100",
        "window open, 20 visible of 100, every 2 s: CPU",
        f"{_VM} at its default",
        "≤ 0.3 ×",
        0.3,
    ),
    Target(
        "tick",
        "tick-1000",
        "window open, 20 visible of 1,000, every 2 s: CPU",
        f"{_VM} at its default",
        "≤ 0.03 ×",
        0.03,
    ),
    Target(
        "tick",
        "tick-10000",
        "window open, 20 visible of 10,000, every 2 s: CPU",
        "itself at 20",
        "≤ 1.15 ×",
        1.15,
    ),
    Target(
        "events",
        "event-notified",
        "event in the daemon → property notified",
        "a bare callback in another process",
        "+ 1.5 ms median",
    ),
    Target(
        "events",
        "event-painted",
        "event in the daemon → painted",
        "a bare callback in another process",
        "+ 1 frame (16.7 ms) at the 95th percentile",
    ),
    Target(
        "events",
        "event-model",
        "event in the daemon → property notified",
        f"the model of {_VM}",
        "≤ 1 ×",
        1.0,
    ),
    Target(
        "events", "events-1000", "5 events a second at 1,000 domains: CPU", "itself at 10", "≤ 1.5 ×", 1.5
    ),
    Target(
        "events",
        "events-peer",
        "5 events a second at 1,000 domains: CPU",
        "qt-virt-manager",
        "≤ 0.05 ×",
        0.05,
    ),
    Target(
        "events",
        "storm-lost",
        "10,000 events as fast as the daemon gives them: lost",
        "bare callbacks",
        "none",
    ),
    Target(
        "events",
        "storm-cpu",
        "10,000 events as fast as the daemon gives them: CPU",
        "bare callbacks",
        "≤ 2 ×",
        2.0,
    ),
    Target(
        "events",
        "storm-stall",
        "10,000 events as fast as the daemon gives them: longest stall",
        "—",
        "≤ 50 ms",
    ),
    Target(
        "scale",
        "list-10000",
        "first list of 10,000 domains, one host",
        "the bare calls",
        "≤ 1.5 × + the floor",
        1.5,
    ),
    Target(
        "scale",
        "list-50x200",
        "first list of 50 hosts × 200 domains, in parallel",
        "the bare calls",
        "≤ 1.5 × + the floor",
        1.5,
    ),
    Target(
        "memory",
        "memory-20",
        "PSS of the window, 20 domains behind a daemon",
        "the empty window",
        "≤ 1.2 ×",
        1.2,
    ),
    Target(
        "memory", "memory-domain", "PSS a domain, of 10,000 behind a daemon", "the bare client", "≤ 2 ×", 2.0
    ),
    Target("memory", "memory-1000", "PSS of the window, 1,000 domains", _VM, "below it", 1.0),
    Target(
        "listing",
        "list-20",
        "`virtmonitor list`, 20 domains",
        "a bare script that prints the same",
        "≤ 1.5 ×",
        1.5,
    ),
    Target(
        "listing",
        "list-all",
        "`virtmonitor list`, 10,000 domains",
        "a bare script that prints the same",
        "≤ 1.5 ×",
        1.5,
    ),
    Target(
        "scale",
        "day-memory",
        "24 h of events and popups (accelerated): memory",
        "itself at the start",
        "flat",
    ),
    Target(
        "scale",
        "day-things",
        "24 h of events and popups (accelerated): threads, descriptors",
        "itself at the start",
        "flat",
    ),
    Target(
        "ui",
        "ui-scroll",
        "frames while 10,000 rows scroll, 99th percentile",
        "an empty Qt Quick window",
        "< 16.7 ms",
    ),
    Target(
        "ui",
        "ui-events",
        "frames while 1,000 events a second arrive, 99th percentile",
        "an empty Qt Quick window",
        "< 16.7 ms",
    ),
    Target(
        "ui",
        "ui-popup",
        "frames while a popup of 20 live rows ticks, 99th percentile",
        "an empty Qt Quick window",
        "< 16.7 ms",
    ),
    Target(
        "ui",
        "ui-activation",
        "click on the tray icon → popup painted, after the first time",
        "an empty Qt Quick window",
        "< 100 ms",
    ),
    Target(
        "faults",
        "faults-stall",
        "longest stall of the window while the daemon dies and hangs",
        _VM,
        "≤ 50 ms",
    ),
)

BY_KEY: Final = {target.key: target for target in TARGETS}
