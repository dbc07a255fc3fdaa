"""No object makes a QMetaObject of its own at run time.

PySide makes one for an object whose method hears a signal without being a Slot, and frees it with the object.
QML keeps what it knows of a class by the address of its QMetaObject: when another class comes to lie there, it
reads the properties of the wrong one, and the program dies in QV4 sooner or later.
"""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QObject, QRect
from pytestqt.qtbot import QtBot

from virtmonitor.assets import asset
from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.observers import Observers
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine


def with_one_of_their_own() -> set[str]:
    """Their classes. PySide keeps it under this name."""
    return {
        type(one).__name__
        for one in gc.get_objects()
        if isinstance(one, QObject) and "__METAOBJECT__" in getattr(one, "__dict__", {})
    }


def test_who_hears_a_signal_is_a_slot(qtbot: QtBot, tmp_path: Path) -> None:
    engine = DataEngine()
    settings = Settings(tmp_path / "settings.toml")
    face = Face(settings)
    observers = Observers(engine, settings, tmp_path / "journal.sqlite", lambda *_: None)
    face.set_journal(observers.journal)
    windows = Windows(engine, face)
    engine.addHost(HostSettings("demo", f"test://{asset('resources', 'demo', 'fleet.xml')}", demo=True))
    qtbot.waitUntil(lambda: len(list(engine.records())) > 20, timeout=30_000)
    source = next(record.source for record in engine.records() if record.active)
    try:
        windows.toggle_popup(QRect(700, 0, 24, 24))
        windows.show_window(source)
        windows.show_settings()
        windows.show_journal()
        qtbot.waitUntil(lambda: any(engine.containerForSource(one.source) for one in engine.records()))
        qtbot.waitUntil(lambda: engine.relays.waiting)
        assert with_one_of_their_own() == set()
    finally:
        windows.close()
        observers.end()
        engine.close()
        observers.close()
