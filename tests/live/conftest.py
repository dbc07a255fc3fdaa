"""The program's windows over real machines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine


@pytest.fixture
def windows(qtbot: QtBot, libvirtd: PrivateLibvirtd) -> Iterator[Windows]:
    """The program's windows over the private daemon's QEMU."""
    engine = DataEngine()
    engine.addHost(HostSettings("q", libvirtd.qemu_uri, confirmed=True))
    made = Windows(engine, Face())
    made.show_window()
    qtbot.waitExposed(made.window)
    yield made
    made.close()
    engine.close()
