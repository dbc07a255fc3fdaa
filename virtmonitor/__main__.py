"""`python -m virtmonitor`, and what the script `virtmonitor` runs."""

import signal
import sys

# While Qt is imported, a KeyboardInterrupt is swallowed, or aborts the process: until a command can answer for
# Ctrl-C it simply ends the program.
signal.signal(signal.SIGINT, signal.SIG_DFL)

from virtmonitor.cli import main

if __name__ == "__main__":
    sys.exit(main())
