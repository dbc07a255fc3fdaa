"""The pictures of README and AppStream can be taken again at any time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.helpers.qmllint import ROOT

SCRIPT = ROOT / "resources" / "pictures" / "take.py"
NAMES = (
    "devices", "events", "host", "hosts", "journal", "popup", "popup-unfolded", "resources", "settings", "snapshots",
    "window", "xml",
)  # fmt: skip


def test_pictures_are_taken(tmp_path: Path) -> None:
    argv = [sys.executable, str(SCRIPT), str(tmp_path), "0.2"]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    names = {picture.name for picture in tmp_path.iterdir()}
    assert names == {f"{name}{suffix}.png" for name in NAMES for suffix in ("", "-dark")}
    for name in NAMES:
        light, dark = (_lightness(tmp_path / f"{name}{suffix}.png") for suffix in ("", "-dark"))
        assert dark < 100 < 150 < light, name


def test_the_pictures_that_are_kept_are_those_and_small() -> None:
    kept = {file.name: file.stat().st_size for file in SCRIPT.parent.glob("*.png")}
    assert {name for name in kept if not name.startswith("guest")} == {
        f"{name}{suffix}.png" for name in NAMES for suffix in ("", "-dark")
    }
    assert max(kept.values()) < 300_000


def _lightness(file: Path) -> int:
    return QImage(str(file)).pixelColor(3, 3).lightness()
