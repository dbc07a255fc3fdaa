"""Where the files that are not Python are: in a checkout, an editable install and a wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    """A wheel carries qml/ and resources/ inside the package; a checkout has them beside it."""
    return _PACKAGE if (_PACKAGE / "qml").is_dir() else _PACKAGE.parent


def resource(path: str) -> Path:
    """A file below resources/, as an absolute path."""
    return _root() / "resources" / path


def qml_import_path() -> Path:
    """The folder below which QML finds the module VirtMonitor."""
    return _root() / "qml"
