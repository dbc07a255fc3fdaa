"""The only package that imports libvirt. No Qt: every call here blocks the thread that makes it."""

import os

# libvirt's drivers of this process also log warnings to stderr; whoever wants them sets this variable.
os.environ.setdefault("LIBVIRT_DEBUG", "4")

import libvirt


def _silent(_context: object, _error: object) -> None:
    """Nothing: each failed call also raises, and what it raises is what people are told."""


# Without a handler libvirt prints every error on stderr beside raising it.
libvirt.registerErrorHandler(_silent, None)
