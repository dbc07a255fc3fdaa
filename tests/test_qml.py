"""QML is linted against the types that Python gives it, and the lint itself is known to see mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.qmllint import ROOT, QmlProblemError, check

_PYTHON = """
from __future__ import annotations
from enum import IntEnum
from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "VirtMonitor.Engine"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Thing(QObject):
    @QEnum
    class State(IntEnum):
        IDLE = 0

    nameChanged = Signal()
    name = Property(str, lambda self: "x", notify=nameChanged)
    other = Property(QObject, lambda self: self, constant=True)

    @Slot(QObject, result=QObject)
    def another(self, thing: QObject) -> Thing | None:
        return None
"""
_QML = """
import QtQuick
import VirtMonitor.Engine

Text {{
    id: root
    required property Thing thing
    text: {expression}
}}
"""


def test_qml_of_the_project() -> None:
    assert check() == len(list((ROOT / "qml").rglob("*.qml")))


def test_each_qml_file_is_in_its_qmldir() -> None:
    for file in (ROOT / "qml").rglob("*.qml"):
        listed = (file.parent / "qmldir").read_text().split()
        assert file.name in listed, f"{file.relative_to(ROOT)} is not in the qmldir beside it"


def lint(directory: Path, *, python: str = _PYTHON, expression: str = "root.thing.name") -> int:
    (directory / "thing.py").write_text(python)
    (directory / "Main.qml").write_text(_QML.format(expression=expression))
    return check([directory], directory)


def test_lint_knows_the_types_of_python(tmp_path: Path) -> None:
    assert lint(tmp_path, expression="Thing.IDLE === 0 ? root.thing.another(root.thing).name : ''") == 1


@pytest.mark.parametrize(
    ("expression", "complaint"),
    [
        ("root.thing.nam", 'Member "nam" not found'),
        ("root.thing.leave()", 'Member "leave" not found'),
        ("Thing.BUSY", 'Member "BUSY" not found'),
        ("name", "Unqualified access"),
        ("root.thing.another(root).nam", 'Member "nam" not found on type "Thing"'),
    ],
)
def test_lint_sees_mistakes(tmp_path: Path, expression: str, complaint: str) -> None:
    with pytest.raises(QmlProblemError, match=complaint):
        lint(tmp_path, expression=expression)


def test_a_file_without_a_plain_uri_is_told(tmp_path: Path) -> None:
    with pytest.raises(QmlProblemError, match="without a literal QML_IMPORT_NAME"):
        lint(tmp_path, python=_PYTHON.replace('"VirtMonitor.Engine"', '"Virt" + "Monitor"'))
