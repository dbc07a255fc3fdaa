"""Sizes of windows outlive the program, and a broken file hurts nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from virtmonitor.desktop.windowsizes import WindowSizes


def test_a_size_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "state" / "windows.json"
    sizes = WindowSizes(path)
    assert not sizes.get("popup").isValid()
    sizes.keep("popup", QSize(400, 600))
    assert WindowSizes(path).get("popup") == QSize(400, 600)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"popup": 3}', '{"popup": [1]}', '{"popup": [0, 5]}', '{"popup": [true, 5]}',
             '{"popup": [100000, 5]}', '{"popup": ["1", 2]}', "\x00\xff"],
)  # fmt: skip
def test_what_is_no_size_is_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "windows.json"
    path.write_text(text, encoding="latin-1")
    assert not WindowSizes(path).get("popup").isValid()


def test_without_a_place_it_is_kept_for_this_run(tmp_path: Path) -> None:
    for path in (None, tmp_path / "file" / "below"):
        (tmp_path / "file").write_text("")
        sizes = WindowSizes(path)
        sizes.keep("popup", QSize(400, 600))
        assert sizes.get("popup") == QSize(400, 600)


def test_nothing_is_no_size(tmp_path: Path) -> None:
    sizes = WindowSizes(tmp_path / "windows.json")
    sizes.keep("popup", QSize(0, 5))
    assert not (tmp_path / "windows.json").exists()
