"""What the desktop's tests share."""

import gc

import pytest


@pytest.fixture(autouse=True)
def _garbage_is_collected_on_this_thread():
    """Python collects on whichever thread allocates next; a QObject in a cycle would die on a host's or the journal's.

    Qt then says "Timers cannot be stopped from another thread", or the process dies. In the program such objects
    live to its end; tests make and drop them.
    """
    gc.disable()
    yield
    gc.collect()
    gc.enable()
