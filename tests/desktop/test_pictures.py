"""The pictures of README and AppStream can be taken again at any time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.helpers.qmllint import ROOT


def test_pictures_are_taken(tmp_path: Path) -> None:
    script = ROOT / "resources" / "pictures" / "take.py"
    argv = [sys.executable, str(script), str(tmp_path), "0.3"]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=200, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    names = sorted(picture.name for picture in tmp_path.iterdir())
    assert names == ["popup-dark.png", "popup.png", "window-dark.png", "window.png"]
    dark, light = (QImage(str(tmp_path / name)).pixelColor(3, 3).lightness() for name in names[-2:])
    assert dark < 100 < 150 < light
