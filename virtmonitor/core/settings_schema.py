"""The settings: frozen dataclasses whose fields are THE table of defaults, checks and documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any, Final, cast

from virtmonitor.core.connection import HostSettings
from virtmonitor.core.translation import N_

_CLOCK: Final = r"([01]\d|2[0-3]):[0-5]\d"
_UUID: Final = r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of the file. `minimum`, `maximum` bound a number; `choices`, `pattern` a text or an item."""

    section: str
    name: str
    default: Any
    description: str
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    pattern: str = ""

    @property
    def key(self) -> str:
        """SECTION.NAME as documents and messages write it."""
        return f"{self.section}.{self.name}"

    @property
    def bounds(self) -> str:
        """The numbers allowed, for people; "" for what is no number."""
        if self.minimum is None or self.maximum is None:
            return ""
        return f"{self.minimum:.12g} and {self.maximum:.12g} {self.unit}".rstrip()

    @property
    def type_word(self) -> str:
        """The TOML type for people."""
        words = {
            bool: "true or false",
            str: "text",
            tuple: "list of texts",
            int: "whole number",
            float: "number",
        }
        return words.get(type(self.default), "table")


def _key(default: Any, description: str, **more: Any) -> Any:
    """A dataclass field that carries its row of the table."""
    metadata = {"description": description, **more}
    if isinstance(default, Mapping):
        return field(default_factory=lambda: MappingProxyType({}), metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Intervals:
    """How often what is looked at is read. Seconds."""

    visible: float = _key(2.0, N_("how often the visible rows are read"), unit="s", minimum=0.5, maximum=3600)
    details: float = _key(1.0, N_("how often an opened machine is read"), unit="s", minimum=0.5, maximum=3600)
    guest: float = _key(
        30.0, N_("how often a guest is asked for its addresses"), unit="s", minimum=5, maximum=86400
    )
    keepalive: float = _key(
        5.0, N_("a host silent for three times this is lost"), unit="s", minimum=1, maximum=300
    )


@dataclass(frozen=True, slots=True)
class Notifications:
    """What deserves a notice. The fields that are named like a kind of notice switch that kind."""

    enabled: bool = _key(True, N_("show notices at all"))
    crashed: bool = _key(True, N_("a machine crashed"))
    panicked: bool = _key(True, N_("the guest's kernel panicked"))
    io_error: bool = _key(True, N_("a disk failed or the host's disk is full"))
    watchdog: bool = _key(True, N_("the guest's watchdog fired"))
    stopped: bool = _key(True, N_("a machine stopped and you did not do it here"))
    host_lost: bool = _key(True, N_("the connection to a host was lost"))
    host_back: bool = _key(True, N_("a lost host is back"))
    job_failed: bool = _key(True, N_("an operation that you started failed"))
    job_done: bool = _key(True, N_("a long operation that you started is done"))
    snapshot_done: bool = _key(True, N_("a snapshot is made"))
    quiet_from: str = _key("", N_('start of the quiet hours, "22:00"; empty: none'), pattern=_CLOCK)
    quiet_until: str = _key("", N_('end of the quiet hours, "07:00"'), pattern=_CLOCK)
    quiet_lets_critical_through: bool = _key(
        True, N_("crashes and disk failures are shown in quiet hours too")
    )


@dataclass(frozen=True, slots=True)
class Popup:
    """What the tray's popup shows."""

    inactive: bool = _key(True, N_("show machines that are shut off"))
    rows: int = _key(10, N_("machines shown without scrolling"), minimum=3, maximum=50)
    favourites_first: bool = _key(True, N_("favourites above running machines above the others"))
    columns: tuple[str, ...] = _key(
        ("cpuUsage", "memoryUsed"),
        N_("what is shown of each machine"),
        choices=("cpuUsage", "memoryUsed", "diskRate", "netRate", "addresses"),
    )


@dataclass(frozen=True, slots=True)
class Machines:
    """What the user says of machines, by UUID: it follows them to another host."""

    favourites: tuple[str, ...] = _key((), "UUIDs of favourite machines, in their order", pattern=_UUID)
    tags: Mapping[str, tuple[str, ...]] = _key({}, "tags of machines: lists of texts by UUID", pattern=_UUID)


@dataclass(frozen=True, slots=True)
class Desktop:
    """How the program sits on the desktop."""

    autostart: bool = _key(False, N_("start with the session, in the tray; written only when you ask for it"))
    language: str = _key(
        "",
        N_('language of the interface from the next start on: "cs", "de" or "en"; empty: the system\'s'),
        pattern=r"[A-Za-z_@-]+",
    )
    style: str = _key(
        "system",  # not Imagine and FluentWinUI3, which draw nothing or unreadably here, nor those of telephones
        N_("style of the controls, from the next start on"),
        choices=("system", "Fusion", "Basic"),
    )
    colours: str = _key("system", N_("light or dark"), choices=("system", "light", "dark"))
    motion: str = _key(
        "system", N_("whether anything moves that does not have to"), choices=("system", "full", "reduced")
    )
    close_to_tray: bool = _key(True, N_("closing the window leaves the tray icon, where there is a tray"))
    shortcut: bool = _key(
        False, N_("ask the desktop for a keyboard shortcut that shows the popup, where it can give one")
    )
    session_end: str = _key(
        "leave",
        N_("what becomes of machines of this computer when it shuts down or sleeps, or when you log out"),
        choices=("leave", "ask", "save", "shutdown"),
    )


@dataclass(frozen=True, slots=True)
class DBus:
    """The engine on the session bus, which every program of the session can reach."""

    export: bool = _key(True, N_("let other programs of this session see the machines"))
    allowed_operations: tuple[str, ...] = _key(
        (), N_("operations that lose data, which other programs may start all the same"), pattern=r"[a-z]\w*"
    )


@dataclass(frozen=True, slots=True)
class JournalSettings:
    """The journal of what happened."""

    entries: int = _key(20000, N_("entries kept; the oldest go first"), minimum=100, maximum=1_000_000)


@dataclass(frozen=True, slots=True)
class SettingsRecord:
    """All settings. Immutable: dataclasses.replace() makes the changed one."""

    hosts: tuple[HostSettings, ...] = ()
    intervals: Intervals = Intervals()
    notifications: Notifications = Notifications()
    popup: Popup = Popup()
    machines: Machines = Machines()
    desktop: Desktop = Desktop()
    dbus: DBus = DBus()
    journal: JournalSettings = JournalSettings()


SECTIONS: Final = MappingProxyType(
    {
        "intervals": Intervals,
        "notifications": Notifications,
        "popup": Popup,
        "machines": Machines,
        "desktop": Desktop,
        "dbus": DBus,
        "journal": JournalSettings,
    }
)

HOST_KEYS: Final = (
    Setting("hosts", "name", "", "short name, unique, without a slash", pattern=r"[^/\x00-\x1f\x7f]{1,64}"),
    Setting("hosts", "uri", "", "libvirt's URI of the host"),
    Setting("hosts", "read_only", False, "look, never change"),
    Setting("hosts", "autoconnect", True, "connect when the program starts"),
    Setting("hosts", "colour", "", 'colour of its mark, "#3daee9"', pattern=r"#[0-9a-fA-F]{6}"),
    Setting("hosts", "confirmed", False, "you agreed to what this very URI runs or trusts"),
)


def section_keys(section: str) -> tuple[Setting, ...]:
    """The keys of one section, in the file's order."""
    kind = cast(Any, SECTIONS[section])
    defaults = kind()
    return tuple(
        Setting(section, item.name, getattr(defaults, item.name), **item.metadata) for item in fields(kind)
    )


TABLE: Final = HOST_KEYS + tuple(key for section in SECTIONS for key in section_keys(section))


def problem(setting: Setting, value: object) -> str | None:
    """Why `value`, as TOML gives it, is not allowed for `setting`: the end of a sentence. None when it is."""
    default = setting.default
    if isinstance(default, Mapping):
        return _table_problem(setting, value)
    if isinstance(default, tuple):
        return _list_problem(setting, value)
    if isinstance(default, str):
        return _text_problem(setting, value)
    if isinstance(default, bool):
        return None if isinstance(value, bool) else "must be true or false"
    return _number_problem(setting, value)


def frozen(setting: Setting, value: Any) -> Any:
    """An allowed TOML value as the immutable one of the records."""
    if isinstance(setting.default, Mapping):
        return MappingProxyType({name: tuple(items) for name, items in value.items()})
    if isinstance(setting.default, tuple):
        return tuple(value)
    return float(value) if isinstance(setting.default, float) else value


def plain(value: Any) -> Any:
    """A record's value as lists and dicts, for TOML, JSON and QML."""
    if isinstance(value, Mapping):
        return {name: list(items) for name, items in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _number_problem(setting: Setting, value: object) -> str | None:
    whole = isinstance(setting.default, int)
    if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)):
        return f"must be a {setting.type_word}"
    low, high = setting.minimum, setting.maximum
    if (low is not None and not value >= low) or (high is not None and not value <= high):
        return f"must be between {setting.bounds}"
    return None


def _text_problem(setting: Setting, value: object) -> str | None:
    if not isinstance(value, str):
        return "must be a text in quotes"
    if setting.choices and value not in setting.choices:
        return f"must be one of {', '.join(setting.choices)}"
    if setting.pattern and value and not re.fullmatch(setting.pattern, value):
        return f"is not what it should be: {setting.description}"
    return None


def _list_problem(setting: Setting, value: object) -> str | None:
    if not isinstance(value, list | tuple):
        return "must be a list of texts"
    return next((told for item in value if (told := _text_problem(setting, item))), None)


def _table_problem(setting: Setting, value: object) -> str | None:
    if not isinstance(value, Mapping):
        return "must be a table"
    for name, items in value.items():
        told = _text_problem(setting, name)
        if told or not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
            return told or "must hold lists of texts"
    return None
