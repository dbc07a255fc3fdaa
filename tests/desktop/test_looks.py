"""Nothing is cut or out of its window: with twice the text, from right to left, at each scale, on a small screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.helpers.qmllint import ROOT

SCREEN = {"name": "", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}


@pytest.mark.parametrize(
    ("scale", "arguments"),
    [
        ("1", ("--text", "2")),
        ("1", ("--rtl",)),
        ("1", ("--rtl", "--text", "2")),
        ("1.5", ()),
        ("2", ()),
    ],
    ids=["200 %", "right to left", "200 % right to left", "1.5x", "2x"],
)
def test_nothing_is_cut(tmp_path: Path, scale: str, arguments: tuple[str, ...]) -> None:
    screens = tmp_path / "screens.json"
    factor = float(scale)
    screen = SCREEN | {"width": int(1366 * factor), "height": int(768 * factor)}
    screens.write_text(json.dumps({"screens": [screen]}))
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "QT_SCALE_FACTOR": scale,
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }
    argv = [sys.executable, "-m", "tests.desktop.looks", *arguments, "--save", str(tmp_path)]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=300, check=False, env=env, cwd=ROOT)
    said = [line for line in done.stderr.splitlines() if "does not support raise" not in line]
    assert (done.returncode, said) == (0, [])
    found = json.loads(done.stdout)
    assert {name: texts for name, texts in found.items() if texts} == {}
    picture = QImage(str(tmp_path / "overview.png"))
    assert picture.width() >= 1180 * factor
