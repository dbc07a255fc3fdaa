"""Our icons: each is there, can be drawn by Qt at every size, is recolourable, and is found by who uses it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.helpers.qmllint import ROOT
from virtmonitor.assets import asset
from virtmonitor.core.operations import OPERATIONS
from virtmonitor.desktop import icons
from virtmonitor.engine.operationstatus import ServiceOperationStatus

ICONS = asset("resources", "icons")
FILES = sorted(ICONS.rglob("*.svg"))
SYMBOLS = {file.stem for file in (ICONS / "symbolic").glob("*.svg")}
ID = "org.virtmonitor.VirtMonitor"
SVG = "{http://www.w3.org/2000/svg}"


def drawn(file: Path, size: int) -> QImage:
    renderer = QSvgRenderer(str(file))
    assert renderer.isValid()
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def ink(image: QImage) -> float:
    """The share of pixels that something was drawn on."""
    size = image.width()
    return sum(image.pixelColor(x, y).alpha() > 60 for x in range(size) for y in range(size)) / size**2


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_can_be_drawn_at_every_size(file: Path) -> None:
    assert file.read_text().startswith("<!-- SPDX-License-Identifier: CC0-1.0 -->")
    for size in (16, 22, 64):
        assert 0.04 < ink(drawn(file, size)) < 0.9


def test_no_two_states_look_alike() -> None:
    states = [*(ICONS / "symbolic").glob("state-*.svg")]
    trays = [*(ICONS / "hicolor/symbolic/apps").glob(f"{ID}-*-symbolic.svg")]
    for group in (states, trays):
        pictures = [drawn(file, 16).convertToFormat(QImage.Format.Format_Alpha8) for file in group]
        for index, picture in enumerate(pictures):
            assert picture not in pictures[:index], group[index].stem
    assert len(states) == 8


@pytest.mark.parametrize("status", ["none", "running", "paused", "attention", "disconnected"])
def test_what_panels_recolour_is_fill_only(status: str) -> None:
    """GNOME recolours fills, Plasma what is of its colour scheme class."""
    root = etree.parse(ICONS / f"hicolor/symbolic/apps/{ID}-{status}-symbolic.svg").getroot()
    (path,) = root.iter(SVG + "path")
    assert (path.get("class"), path.get("fill"), path.get("stroke")) == (
        "ColorScheme-Text",
        "currentColor",
        None,
    )


@pytest.mark.parametrize("operation", sorted(OPERATIONS))
def test_each_operation_has_a_symbol(operation: str) -> None:
    status = ServiceOperationStatus()
    status.setProperty("operation", operation)
    assert status.property("glyph") in SYMBOLS


def test_each_symbol_that_qml_names_is_there() -> None:
    for file in (ROOT / "qml").rglob("*.qml"):
        for line in re.findall(r"[gG]lyph: .*", file.read_text()):
            named = set(re.findall(r'"([a-z][a-z-]*[a-z])"', line))
            assert named <= SYMBOLS, f"{file.name}: {named - SYMBOLS}"


@pytest.mark.parametrize("colour", ["#101010", "#f4f4f4"])
@pytest.mark.parametrize("status", ["none", "running", "paused", "attention", "disconnected"])
def test_the_tray_icon_is_seen_on_any_panel(qapp: object, status: str, colour: str) -> None:
    """A panel is dark or light whatever the applications are, and scales the picture that it likes."""
    icon = icons.status_icon(status, QColor(colour), 3)
    for size in icons.TRAY_SIZES:
        for panel in ("#303030", "#eff0f1"):
            image = QImage(size, size, QImage.Format.Format_ARGB32)
            image.fill(QColor(panel))
            painter = QPainter(image)
            painter.drawPixmap(0, 0, icon.pixmap(size, size))
            painter.end()
            small = image.scaled(20, 20, mode=Qt.TransformationMode.SmoothTransformation)
            away = [
                abs(small.pixelColor(x, y).lightnessF() - QColor(panel).lightnessF())
                for x in range(20)
                for y in range(20)
            ]
            assert sum(difference > 0.35 for difference in away) >= 24, (size, panel)
