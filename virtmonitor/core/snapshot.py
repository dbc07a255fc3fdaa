"""A snapshot of a domain, as libvirt knows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SnapshotRecord:
    """One snapshot. `state` is the domain's when it was taken: running, paused, shutoff, disk-snapshot...

    `created_at` is Unix time in seconds, None when not told; `parent` is "" for one at the root; `current`: the
    domain goes on from it.
    """

    name: str
    parent: str = ""
    current: bool = False
    description: str = ""
    state: str = ""
    created_at: float | None = None
