"""Classes for QML may be imported before Qt is told of them, or after."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
from virtmonitor.engine import qmltypes
{early}
from virtmonitor.engine.domainselection import DomainSelection
qmltypes.register()
meta = DomainSelection.staticMetaObject
print(meta.property(meta.indexOfProperty("model")).typeName())
"""


@pytest.mark.parametrize(("early", "told"), [("", "QObject*"), ("qmltypes.register()", "DomainModel*")])
def test_a_property_of_another_class_is_there_whichever_came_first(early: str, told: str) -> None:
    """Of a model that Qt did not know PySide made no property at all, with a warning."""
    argv = [sys.executable, "-W", "error", "-c", PROGRAM.format(early=early)]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == (told, "")
