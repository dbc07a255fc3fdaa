"""One section of the settings as rows for the settings window: made of THE table, so that no key is forgotten."""

from __future__ import annotations

from enum import IntEnum
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from virtmonitor.core.errors import VirtmonitorError
from virtmonitor.core.settings_schema import SECTIONS, Setting, plain, section_keys
from virtmonitor.desktop.i18n import languages
from virtmonitor.desktop.settings import Settings
from virtmonitor.engine.qmlelement import QmlElement
from virtmonitor.engine.qt import QT_TRANSLATE_NOOP, Property

QML_IMPORT_NAME = "VirtMonitor.Desktop"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex

#: The sections that a person sees, in this order; favourites and tags are set where the machines are.
TITLES: Final = MappingProxyType(
    {
        "desktop": QT_TRANSLATE_NOOP("settings", "Desktop"),
        "notifications": QT_TRANSLATE_NOOP("settings", "Notices"),
        "popup": QT_TRANSLATE_NOOP("settings", "Popup"),
        "intervals": QT_TRANSLATE_NOOP("settings", "Intervals"),
        "journal": QT_TRANSLATE_NOOP("settings", "Journal"),
        "dbus": QT_TRANSLATE_NOOP("settings", "Other programs"),
    }
)
_WORDS: Final = MappingProxyType(
    {
        "system": QT_TRANSLATE_NOOP("settings", "As the system has it"),
        "light": QT_TRANSLATE_NOOP("settings", "Light"),
        "dark": QT_TRANSLATE_NOOP("settings", "Dark"),
        "full": QT_TRANSLATE_NOOP("settings", "Yes"),
        "reduced": QT_TRANSLATE_NOOP("settings", "No"),
        "leave": QT_TRANSLATE_NOOP("settings", "Leave them as they are"),
        "ask": QT_TRANSLATE_NOOP("settings", "Ask me"),
        "save": QT_TRANSLATE_NOOP("settings", "Save them"),
        "shutdown": QT_TRANSLATE_NOOP("settings", "Shut them down"),
        "cpuUsage": QT_TRANSLATE_NOOP("settings", "CPU"),
        "memoryUsed": QT_TRANSLATE_NOOP("settings", "Memory"),
        "diskRate": QT_TRANSLATE_NOOP("settings", "Disks"),
        "netRate": QT_TRANSLATE_NOOP("settings", "Network"),
        "addresses": QT_TRANSLATE_NOOP("settings", "Addresses"),
    }
)
# What the table says for those who write the file says too much beside a control.
_LABELS: Final = MappingProxyType(
    {
        "desktop.autostart": QT_TRANSLATE_NOOP("settings", "Start with the session, in the tray"),
        "desktop.language": QT_TRANSLATE_NOOP("settings", "Language, from the next start on"),
        "desktop.motion": QT_TRANSLATE_NOOP("settings", "Animations"),
    }
)
_LANGUAGE: Final = "desktop.language"


class Role(IntEnum):
    """The roles; QML knows them by these names with a small first letter."""

    Key = Qt.ItemDataRole.UserRole + 1
    Kind = Qt.ItemDataRole.UserRole + 2
    Label = Qt.ItemDataRole.UserRole + 3
    Unit = Qt.ItemDataRole.UserRole + 4
    Minimum = Qt.ItemDataRole.UserRole + 5
    Maximum = Qt.ItemDataRole.UserRole + 6
    Choices = Qt.ItemDataRole.UserRole + 7
    ChoiceTexts = Qt.ItemDataRole.UserRole + 8
    Value = Qt.ItemDataRole.UserRole + 9
    IsDefault = Qt.ItemDataRole.UserRole + 10
    Problem = Qt.ItemDataRole.UserRole + 11


@QmlElement
class SettingsModel(QAbstractListModel):
    """The keys of `section`. GUI thread only.

    `kind` is how a key is shown: boolean, integer, number, choice (one of), choices (some of), list or text.
    """

    settingsChanged = Signal()
    sectionChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings: Settings | None = None
        self._section = ""
        self._rows: tuple[Setting, ...] = ()
        self._problems: dict[str, str] = {}

    def _set_settings(self, settings: Settings | None) -> None:
        if settings is self._settings:
            return
        if self._settings is not None:
            self._settings.changed.disconnect(self._values_changed)
        self._settings = settings
        if settings is not None:
            settings.changed.connect(self._values_changed)
        self.settingsChanged.emit()
        self._reset()

    settings = Property(Settings, lambda self: self._settings, _set_settings, notify=settingsChanged)

    def _set_section(self, section: str) -> None:
        if section != self._section:
            self._section = section
            self.sectionChanged.emit()
            self._reset()

    section = Property(str, lambda self: self._section, _set_section, notify=sectionChanged)
    sections = Property("QStringList", lambda _self: list(TITLES), constant=True)
    """The sections there are."""

    @Slot(str, result=str)
    def title(self, section: str) -> str:
        """How a section is called."""
        return _tr(TITLES[section]) if section in TITLES else section

    @Slot(int, "QVariant", result=bool)
    def setValue(self, row: int, value: Any) -> bool:
        """Set it, and save; False when it is refused: `problem` of the row tells why."""
        setting = self._rows[row]
        if self._settings is None:
            return False
        try:
            self._settings.set_key(setting.key, _read(setting, value))
            self._problems.pop(setting.key, None)
        except VirtmonitorError as error:
            self._problems[setting.key] = str(error)
        self.dataChanged.emit(self.index(row), self.index(row))
        return setting.key not in self._problems

    @Slot(int)
    def reset(self, row: int) -> None:
        """Back to what it is without the person's word."""
        self.setValue(row, plain(self._rows[row].default))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The keys of the section."""
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        """See Role."""
        return {int(role): QByteArray((role.name[0].lower() + role.name[1:]).encode()) for role in Role}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the row of a key shows."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        setting = self._rows[index.row()]
        facts = {
            Role.Key: setting.key,
            Role.Kind: kind(setting),
            Role.Label: _label(setting),
            Role.Unit: setting.unit,
            Role.Minimum: setting.minimum or 0,
            Role.Maximum: setting.maximum or 0,
            Role.Choices: list(self._choices(setting)),
            Role.ChoiceTexts: [_word(setting, word) for word in self._choices(setting)],
            Role.Value: self._value(setting),
            Role.IsDefault: self._value(setting) == plain(setting.default),
            Role.Problem: self._problems.get(setting.key, ""),
        }
        return facts.get(Role(role)) if role in set(Role) else None

    def _choices(self, setting: Setting) -> tuple[str, ...]:
        if setting.key != _LANGUAGE:
            return setting.choices
        # The file may name another, "de_AT", for its numbers and dates.
        return tuple(dict.fromkeys(("", *languages(), self._value(setting))))

    def _value(self, setting: Setting) -> Any:
        return self._settings.value(setting.key) if self._settings is not None else plain(setting.default)

    @Slot()
    def _values_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _reset(self) -> None:
        self.beginResetModel()
        known = self._section in SECTIONS and self._settings is not None
        self._rows = section_keys(self._section) if known else ()
        self._problems.clear()
        self.endResetModel()


def kind(setting: Setting) -> str:
    """The control that fits."""
    default = setting.default
    if setting.key == _LANGUAGE:
        return "choice"
    if isinstance(default, bool):
        return "boolean"
    if isinstance(default, int):
        return "integer"
    if isinstance(default, float):
        return "number"
    if isinstance(default, tuple):
        return "choices" if setting.choices else "list"
    return "choice" if setting.choices else "text"


def _read(setting: Setting, value: Any) -> Any:
    """What a control gives, as the setting wants it."""
    value = value.toVariant() if hasattr(value, "toVariant") else value
    if kind(setting) == "integer" and isinstance(value, float) and value.is_integer():
        return int(value)
    if kind(setting) == "list" and isinstance(value, str):
        return [word.strip() for word in value.split(",") if word.strip()]
    return value


def _label(setting: Setting) -> str:
    if setting.key in _LABELS:
        return _tr(_LABELS[setting.key])
    text = QCoreApplication.translate("", setting.description)
    return text[:1].upper() + text[1:]


def _word(setting: Setting, word: str) -> str:
    """A choice for people; a language calls itself what its speakers do."""
    if setting.key == _LANGUAGE and word:
        name = QLocale(word).nativeLanguageName() or word
        return name[:1].upper() + name[1:]
    return _tr(_WORDS.get(word or "system", word))


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)
