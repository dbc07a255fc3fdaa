"""Why a target is missed where it is: what was found by profiling, told below the figures in RESULTS.md.

By the keys of targets.py. A target that is missed without a reason here is one that nobody has looked into yet.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_START: Final = (
    "Of the window's start about a third is Python importing libvirt, lxml and our 150 modules, a third Qt's compiled "
    "QML and the making of its objects, a sixth the parts behind it; 1.35 would leave 70 ms for all of it."
)
_PEER: Final = (
    "The window's own start, see the first line; virt-manager's grows by ms a domain, ours by parts of one."
)
_MEMORY: Final = (
    "libvirt with gnutls and curl, lxml, SQLite and QtDBus are in the process, and Python keeps the code and the "
    "classes of all that is loaded: 32 MB beside an empty icon, before there is a window."
)

REASONS: Final = MappingProxyType(
    {
        "start-window": _START,
        "start-tray": (
            "Before the icon: the command line, the settings' place, the question to the bus whether another instance "
            "runs; what is heavy (libvirt, the engine, QML) comes after it."
        ),
        "tray-memory": _MEMORY,
        "start-1": _PEER,
        "start-100": _PEER,
        "start-1000": "It would leave 0.6 s for what takes 0.5 s with 20 domains already. " + _PEER,
        "start-10000": (
            "Python for each domain: two frozen records (the list, then the flags), its counts, its sort key, its row."
        ),
        "event-notified": (
            "The event goes from the loop's thread to the reader's, which asks for the state (one call), to the GUI's "
            "thread: two hand-overs of Python's lock beside the call."
        ),
        "storm-cpu": (
            "An event passes Python three times more than in a bare callback: as a frozen record, into the journal on "
            "the disk, and to the notices; and the turns of the loop's own thread are in Python."
        ),
        "list-10000": "Two frozen records a domain in Python, and the rows' counts; the bare calls make none.",
        "list-50x200": "Fifty readers and the GUI's thread want Python's lock; six calls more a host tell what it is.",
        "list-20": "argparse, dataclasses, lxml and the settings are loaded, which the script does without.",
        "memory-20": _MEMORY,
        "memory-domain": "A record, its sort key and its places in the host's and the window's tables.",
        "memory-1000": _MEMORY,
        "ui-scroll": "The software renderer draws each row anew; see the median.",
        "ui-events": (
            "Rows, messages and journal are told in pieces of 3 ms, but the reader and the loop want Python's lock "
            "too; an empty Qt Quick program beside the same storm has 6 ms."
        ),
        "faults-stall": "Re-reading all after the daemon came back; see the table for which.",
    }
)
"""The sentence for each."""
