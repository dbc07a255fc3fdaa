"""libvirt's long work on a domain (a save, a snapshot, a migration), as far as its progress is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JobRecord:
    """One job under way. `type` is libvirt's word "bounded" or "unbounded", `operation` "save", "snapshot"...

    `progress` is 0..100, None while the total is not known; times are seconds, None when not told.
    """

    type: str
    operation: str = "unknown"
    progress: float | None = None
    elapsed: float | None = None
    remaining: float | None = None
