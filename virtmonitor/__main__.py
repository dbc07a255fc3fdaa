"""`python -m virtmonitor`."""

import sys

from virtmonitor.cli import main

sys.exit(main())
