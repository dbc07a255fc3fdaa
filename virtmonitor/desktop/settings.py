"""The settings as the window, QML and the engine see them: one record, changed by key, saved at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot

from virtmonitor.core.connection import HostSettings
from virtmonitor.core.errors import Failure, FailureKind, VirtmonitorError
from virtmonitor.core.settings_file import load
from virtmonitor.core.settings_schema import (
    SECTIONS,
    Setting,
    SettingsRecord,
    frozen,
    plain,
    problem,
    section_keys,
)
from virtmonitor.engine.qmlelement import QmlElement, QmlUncreatable
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Desktop"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The application makes it.")
class Settings(QObject):
    """The user's settings. GUI thread only; a save blocks for one small fsync.

    Signals:
        changed: `record` is another one, by `change` or by an edit of the file.
        failed: a sentence for people: the file has a mistake, or could not be saved.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        loaded = load(path)
        self._record = loaded.settings
        self._problems = loaded.problems
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.reload)
        self._watcher.fileChanged.connect(self.reload)
        self._watch()

    @property
    def record(self) -> SettingsRecord:
        """All settings as they are now."""
        return self._record

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the file, sentences for people."""
        return self._problems

    def change(self, after: SettingsRecord) -> None:
        """Make `after` the settings, here and in the file.

        Raises VirtmonitorError when it cannot be saved: then nothing has changed, here neither.
        """
        if after == self._record:
            return
        from virtmonitor.core.settings_save import save  # tomlkit: nothing is saved at most starts

        save(self._path, self._record, after)
        self._record = after
        self._watch()
        self.changed.emit()

    def set_hosts(self, hosts: tuple[HostSettings, ...]) -> None:
        """Replace the hosts. Raises VirtmonitorError like `change`."""
        self.change(replace(self._record, hosts=hosts))

    def set_key(self, key: str, value: object) -> None:
        """Set SECTION.NAME. Raises VirtmonitorError: no such key, a value it does not take, not saved."""
        setting = _setting(key)
        told = problem(setting, value)
        if told:
            raise _refusal(f"{key} {told}.")
        section = getattr(self._record, setting.section)
        changed = replace(section, **{setting.name: frozen(setting, value)})
        self.change(replace(self._record, **{setting.section: changed}))

    @Slot(str, result="QVariant")
    def value(self, key: str) -> Any:
        """The value of SECTION.NAME for QML; undefined for an unknown key."""
        section, _, name = key.partition(".")
        return plain(getattr(getattr(self._record, section, None), name, None))

    @Slot(str, "QVariant", result=bool)
    def setValue(self, key: str, value: Any) -> bool:
        """Set SECTION.NAME for QML; False, and `failed` told, when it was refused or not saved."""
        try:
            self.set_key(key, value.toVariant() if hasattr(value, "toVariant") else value)
        except VirtmonitorError as error:
            self.failed.emit(str(error))
            return False
        return True

    def _table(self) -> list[dict[str, Any]]:
        return [self._row(setting) for section in SECTIONS for setting in section_keys(section)]

    table = Property(list, _table, notify=changed)

    def _row(self, setting: Setting) -> dict[str, Any]:
        return {
            "key": setting.key,
            "section": setting.section,
            "type": setting.type_word,
            "description": setting.description,
            "unit": setting.unit,
            "minimum": setting.minimum,
            "maximum": setting.maximum,
            "choices": list(setting.choices),
            "value": self.value(setting.key),
            "default": plain(setting.default),
        }

    @Slot()
    def reload(self) -> None:
        """Read the file again, as it was written to. A broken file changes nothing but is told."""
        self._watch()
        loaded = load(self._path)
        if loaded.problems != self._problems:
            self._problems = loaded.problems
            for told in loaded.problems:
                self.failed.emit(told)
        if not loaded.broken and loaded.settings != self._saved():
            demos = tuple(host for host in self._record.hosts if host.demo)
            self._record = replace(loaded.settings, hosts=loaded.settings.hosts + demos)
            self.changed.emit()

    def _saved(self) -> SettingsRecord:
        """What of the record is in the file: demo hosts never are."""
        return replace(self._record, hosts=tuple(host for host in self._record.hosts if not host.demo))

    def _watch(self) -> None:
        """Editors and we replace the file, so its directory is watched too."""
        if self._path is None:
            return
        # Before the first save there is no directory either: then the nearest one that there is, and that no longer.
        there = next(directory for directory in self._path.parents if directory.exists())
        wanted = {str(path) for path in (self._path, there) if path.exists()}
        watched = set(self._watcher.files() + self._watcher.directories())
        for path in wanted - watched:
            self._watcher.addPath(path)
        for path in watched - wanted:
            self._watcher.removePath(path)


def _setting(key: str) -> Setting:
    section, _, name = key.partition(".")
    rows = section_keys(section) if section in SECTIONS else ()
    found = next((row for row in rows if row.name == name), None)
    if found is None:
        raise _refusal(f"There is no setting {key}.")
    return found


def _refusal(message: str) -> VirtmonitorError:
    return VirtmonitorError(Failure(FailureKind.PARAMETER, message))
