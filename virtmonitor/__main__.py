"""`python -m virtmonitor`, and what the script `virtmonitor` runs."""

import os
import signal
import sys

# While Qt is imported, a KeyboardInterrupt is swallowed, or aborts the process: until a command can answer for
# Ctrl-C it simply ends the program.
signal.signal(signal.SIGINT, signal.SIG_DFL)

from virtmonitor import cli
from virtmonitor.ending import end_now


def main() -> int:
    """The exit status; or the end at once, where Python would take apart for 10 ms what nobody needs any more."""
    if sys.stdout is None:  # closed by who started it
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - to the end
    status = cli.main()
    if "PySide6" not in sys.modules:
        end_now(status)
    return status


if __name__ == "__main__":
    sys.exit(main())
