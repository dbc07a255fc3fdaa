"""Who may import whom, as ARCHITECTURE.md has it, and the few other rules that only hold when a test keeps them."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "virtmonitor"
_QT = "PySide6*"
_LIBVIRT = "libvirt*"


def sources() -> Iterator[Path]:
    """The Python files of the package."""
    return PACKAGE.rglob("*.py")


def imported(file: Path) -> set[str]:
    """The modules that a file names in its imports, wherever they stand, also those for the type checker only."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def calls(name: str) -> list[str]:
    """Where the package calls a function of that name (its last part)."""
    return [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in sources()
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call) and _last_name(node.func) == name
    ]


def _last_name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def outside(room: str, *allowed: str) -> Callable[[str], bool]:
    """Is a module of ours, but neither of that room nor of those it may import?"""
    free = tuple(f"virtmonitor.{name}" for name in (room, *allowed, "assets"))
    return lambda module: module.startswith("virtmonitor.") and not module.startswith(free)


ROOMS = {
    "core": (),
    "hypervisor": ("core",),
    "engine": ("core", "hypervisor"),
    "desktop": ("core", "engine", "dbus"),
    "dbus": ("core", "engine"),
}


@pytest.mark.parametrize(("room", "allowed"), ROOMS.items())
def test_rooms_import_only_whom_they_may(room: str, allowed: tuple[str, ...]) -> None:
    forbidden = outside(room, *allowed)
    wrong = [
        f"{file.relative_to(ROOT)} imports {module}"
        for file in (PACKAGE / room).rglob("*.py")
        for module in imported(file)
        if forbidden(module)
    ]
    assert not wrong


def test_core_knows_neither_qt_nor_libvirt() -> None:
    archrule("core").match("virtmonitor.core*").should_not_import(_QT, _LIBVIRT).check("virtmonitor")


def test_hypervisor_knows_no_qt() -> None:
    archrule("hypervisor").match("virtmonitor.hypervisor*").should_not_import(_QT).check("virtmonitor")


def test_only_hypervisor_imports_libvirt() -> None:
    """By name: faces reach libvirt through the engine, so what counts is who imports it, not who loads it."""
    importers = {file.parent for file in sources() if {"libvirt", "libvirt_qemu"} & imported(file)}
    assert importers <= {PACKAGE / "hypervisor"}


@pytest.mark.parametrize(
    ("room", "qt"),
    [("engine", {"QtCore", "QtQml"}), ("dbus", {"QtCore", "QtDBus"})],
)
def test_rooms_use_only_their_part_of_qt(room: str, qt: set[str]) -> None:
    used = {
        match.group(1): file.name
        for file in (PACKAGE / room).rglob("*.py")
        for module in imported(file)
        if (match := re.match(r"PySide6\.(\w+)", module))
    }
    assert set(used) <= qt, used


def test_xml_is_parsed_in_one_place() -> None:
    makers = calls("XMLParser") + calls("fromstring") + calls("iterparse")
    assert {place.partition(":")[0] for place in makers} <= {"virtmonitor/hypervisor/safexml.py"}
    others = {f"{file.name} imports {name}" for file in sources() for name in imported(file) if _parses(name)}
    assert not others


def _parses(module: str) -> bool:
    return module.startswith("xml.") and not module.startswith("xml.sax.saxutils")


@pytest.mark.parametrize("name", ["eval", "exec", "system", "popen"])
def test_no_text_is_run_as_a_program(name: str) -> None:
    own = [place for place in calls(name) if not (name == "exec" and _is_qt_event_loop(place))]
    assert not own


def _is_qt_event_loop(place: str) -> bool:
    file, _, line = place.partition(":")
    return ".exec(" in (ROOT / file).read_text().splitlines()[int(line) - 1]


def test_no_process_is_started_through_a_shell() -> None:
    wrong = [file.name for file in sources() if re.search(r"shell\s*=\s*True", file.read_text())]
    assert not wrong


def test_command_line_starts_without_qt() -> None:
    code = "import sys, virtmonitor.cli; print(*sorted({'PySide6', 'PIL', 'shiboken6'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == ""


def test_a_tray_icon_alone_loads_no_qml() -> None:
    """What stands behind the icon, and the icon: none of it imports what only windows and statistics need."""
    code = """
import sys, virtmonitor.parts, virtmonitor.desktop.traymenu, virtmonitor.desktop.traystatus
late = ["PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtNetwork", "tomlkit", "rich",
        "virtmonitor.engine.sampling", "virtmonitor.engine.domainmodel", "virtmonitor.hypervisor.commands"]
print(*[name for name in late if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == ""


def test_list_loads_no_table_of_operations() -> None:
    code = """
import sys
from virtmonitor import cli
options = cli._parsed(["list", "--json", "-c", "test:///default"])
print(options.command, *[name for name in sys.modules if name in ("virtmonitor.core.operations", "PySide6")])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "list"


def test_files_hold_one_idea() -> None:
    long = [
        f"{file.relative_to(ROOT)}: {n}"
        for file in sources()
        if (n := len(file.read_text().splitlines())) > 400
    ]
    assert not long
