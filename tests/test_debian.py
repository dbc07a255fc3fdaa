"""The Debian package says what the project says: its version, and what it needs.

It is built by `dpkg-buildpackage -b -us -uc` on Debian 13, with a network.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from virtmonitor import __version__

ROOT = Path(__file__).resolve().parents[1]
CONTROL = (ROOT / "debian" / "control").read_text()
WITH_IT = {"PySide6-Essentials"}
"""What comes in the package itself."""
OTHER_NAMES = {"libvirt-python": "python3-libvirt"}


def depends() -> dict[str, str]:
    """The packages that it depends on, each with the version that it must have at least."""
    _, _, text = CONTROL.partition("\nDepends:")
    lines = text.partition("\nRecommends:")[0].replace(",", "").split("\n")
    named = (re.findall(r"([a-z0-9][a-z0-9.+-]+)(?: \(>= ([^)]+)\))?", line) for line in lines)
    return {name: version for found in named for name, version in found}


def test_its_version_is_the_programs() -> None:
    found = re.match(r"virtmonitor \(([^)]+)\) ", (ROOT / "debian" / "changelog").read_text())
    assert found is not None
    assert found[1] == __version__


def test_it_depends_on_what_the_program_imports() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    known = depends()
    for wanted in project["dependencies"]:
        name, _, version = wanted.partition(";")[0].partition(">=")
        if name not in WITH_IT:
            assert known[OTHER_NAMES.get(name, f"python3-{name}")] == version, name
    assert known["python3"] == project["requires-python"].removeprefix(">=")


def test_it_depends_on_the_libraries_that_qt_loads() -> None:
    libraries = re.search(r"libraries='\n(.*?)'", (ROOT / "dev").read_text(), re.DOTALL)
    assert libraries is not None
    assert {line.split()[1] for line in libraries[1].splitlines()} <= depends().keys()
