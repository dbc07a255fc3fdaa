"""What a test cannot do without."""

from __future__ import annotations

import pytest


def skip_for(*reasons: str) -> None:
    """Skip the test for the first of these sentences; go on where all are "". (In CI a skipped test is a failure.)"""
    for reason in filter(None, reasons):
        pytest.skip(reason)
