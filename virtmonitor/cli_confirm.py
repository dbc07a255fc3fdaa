"""Addresses typed on the command line that run a program: opened only when a person agrees. No Qt."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.uris import runs, shown

OPTION = "--allow-commands"


def confirmed(uris: Sequence[str], *, allow: bool) -> tuple[str, ...]:
    """The URIs of the command line; none of them runs anything without consent.

    On a terminal it is asked for; elsewhere `allow` (the option) gives it. Raises VirtmonitorError (PARAMETER).
    """
    for uri in dict.fromkeys(uris):
        told = runs(uri)
        if told is not None and not allow and not _agreed(uri, told):
            text = f"{shown(uri)} was not opened. {told}"
            hint = f"If that is what you want, say so with {OPTION}."
            raise VirtmonitorError(Failure(FailureKind.PARAMETER, text, hint))
    return tuple(uris)


def _agreed(uri: str, told: str) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write(f"virtmonitor: {shown(uri)}\n  {told}\nOpen it? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")
