"""qmllint over all QML, knowing the types that Python gives it. By hand: python -m tests.helpers.qmllint

The Python classes are asked what they are (tests.helpers.qmltypes) and made into a QML module with type
information (pyside6-qmltyperegistrar) in a scratch directory; pyside6-qmllint reads QML against it. No warning passes.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import PySide6

_ENVIRONMENT = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
ROOT = Path(__file__).resolve().parents[2]
_METATYPES = Path(PySide6.__file__).parent / "Qt" / "metatypes"
_FOREIGN = ("core", "gui", "qml", "qmlmodels", "quick", "widgets")
_ENGINE = "VirtMonitor.Engine"
_URI = re.compile(r'^QML_IMPORT_NAME = "([\w.]+)"$', re.MULTILINE)


class QmlProblemError(Exception):
    """What is wrong, as the tool says it."""


def check(
    python: Sequence[Path] = (ROOT / "virtmonitor/engine", ROOT / "virtmonitor/desktop"),
    qml: Path = ROOT / "qml",
) -> int:
    """Lint all QML files below `qml` against the Python types in the directories `python`.

    Returns how many QML files were read. Raises QmlProblemError with all that the tools say.
    """
    with tempfile.TemporaryDirectory(prefix="qmllint-") as scratch:
        for uri, sources in sorted(modules(python).items()):
            write_types(uri, sources, Path(scratch))
        # qmllint misjudges singletons when it is given relative paths, and exits 0 without -W 0.
        files = sorted(str(file.resolve()) for file in qml.rglob("*.qml"))
        if files:
            _tool("qmllint", "-W", "0", "-I", scratch, "-I", str(qml.resolve()), *files)
    return len(files)


def modules(directories: Iterable[Path]) -> dict[str, list[Path]]:
    """The Python files that define QML types, by the URI that QML imports them under."""
    found: dict[str, list[Path]] = {}
    for source in sorted(file for directory in directories for file in directory.rglob("*.py")):
        text = source.read_text()
        if "@QmlElement" not in text:
            continue
        if (uri := _URI.search(text)) is None:
            raise QmlProblemError(f'{source}: @QmlElement without a literal QML_IMPORT_NAME = "…"')
        found.setdefault(uri.group(1), []).append(source)
    return found


def write_types(uri: str, sources: Sequence[Path], directory: Path) -> Path:
    """Write the QML module `uri` with the types of these Python files below `directory`; returns the qmltypes."""
    home = directory.joinpath(*uri.split("."))
    home.mkdir(parents=True)
    dump, types = home / "types.json", home / "types.qmltypes"
    dump.write_text(_run(sys.executable, "-m", "tests.helpers.qmltypes", *map(str, sources)))
    foreign = ",".join(str(_METATYPES / f"qt6{name}_metatypes.json") for name in _FOREIGN)
    version = ["--import-name", uri, "--major-version", "1", "--minor-version", "0"]
    output = ["--generate-qmltypes", str(types), "-o", str(home / "unused.cpp")]
    _tool("qmltyperegistrar", *version, *output, "--foreign-types", foreign, str(dump))
    # Types of the desktop have properties of the engine's types, and some are items.
    imports = ["QtQml.Models", "QtQuick", *([_ENGINE] if uri != _ENGINE else [])]
    lines = [f"module {uri}", f"typeinfo {types.name}", *(f"import {name}" for name in imports)]
    (home / "qmldir").write_text("\n".join(lines) + "\n")
    return types


def _tool(name: str, *arguments: str) -> None:
    said = _run(str(Path(sys.executable).parent / f"pyside6-{name}"), *arguments)
    if re.search("(?i)warning|error", said):
        raise QmlProblemError(f"{name}:\n{said}")


def _run(*argv: str) -> str:
    done = subprocess.run(argv, capture_output=True, text=True, check=False, cwd=ROOT, env=_ENVIRONMENT)
    if done.returncode or done.stderr.strip():
        raise QmlProblemError(f"{argv[0]}:\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> int:
    """Lint the project; the exit status is 1 when something is wrong."""
    try:
        print(f"{check()} QML files without a warning")
    except QmlProblemError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
