"""The end of the process while a thread hangs inside libvirt."""

from __future__ import annotations

import logging
import os
import sys


def end_now(status: int) -> None:
    """End the process at once. Python and Qt may not be torn down under a thread that may wake up; by then
    everything that is kept was written, as it is at each change.
    """
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
