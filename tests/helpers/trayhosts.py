"""Real tray hosts in a DesktopSession, and what a panel does with a tray icon, said over the bus."""

from __future__ import annotations

import contextlib
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.helpers.display import DesktopSession
from tests.helpers.waiting import until

WATCHER = "org.kde.StatusNotifierWatcher"
_ITEM = "org.kde.StatusNotifierItem"
_MENU = "com.canonical.dbusmenu"
_PANEL_CONF = """
panels=panel1

[panel1]
plugins=statusnotifier
position=Top
desktop=0
width=100
width-percent=true
panelSize=36
iconSize=24

[statusnotifier]
alignment=Right
type=statusnotifier
"""
_XFCE_PANEL = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="36"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-2" type="string" value="systray"/>
  </property>
</channel>
"""


def lxqt_panel(session: DesktopSession) -> subprocess.Popen[bytes]:
    """Start a panel with a StatusNotifierItem host; returns when it serves."""
    config = session.directory / "home" / ".config" / "lxqt"
    config.mkdir(parents=True, exist_ok=True)
    (config / "panel.conf").write_text(_PANEL_CONF)
    panel = session.spawn("lxqt-panel")
    session.wait_for_name(WATCHER)
    return panel


def xfce_panel(session: DesktopSession) -> subprocess.Popen[bytes]:
    """Start Xfce's panel, whose one plugin shows StatusNotifierItems and XEmbed icons; returns when it serves."""
    session.activatable("org.xfce.Xfconf")
    channels = session.directory / "home" / ".config" / "xfce4" / "xfconf" / "xfce-perchannel-xml"
    channels.mkdir(parents=True, exist_ok=True)
    (channels / "xfce4-panel.xml").write_text(_XFCE_PANEL)
    panel = session.spawn("xfce4-panel", "--disable-wm-check")
    session.wait_for_name(WATCHER)
    return panel


def trayer(session: DesktopSession) -> subprocess.Popen[bytes]:
    """Start an XEmbed tray at the top right; returns when it owns the tray."""
    place = ("--edge", "top", "--align", "right", "--widthtype", "request", "--heighttype", "pixel")
    tray = session.spawn("trayer", *place, "--height", "30", "--SetDockType", "true", "--expand", "true")
    # Empty, it cannot be seen.
    until(lambda: session.run("xdotool", "search", "--name", "^panel$", check=False), what="trayer serves")
    return tray


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry of a menu, as the panel gets it."""

    id: int
    label: str
    properties: dict[str, Any]
    children: tuple[MenuItem, ...]

    def __iter__(self) -> Iterator[MenuItem]:
        yield self
        for child in self.children:
            yield from child


class TrayItem:
    """The one StatusNotifierItem of a session, as its panel sees it."""

    def __init__(self, session: DesktopSession) -> None:
        self._bus: DBusConnection = open_dbus_connection(session.env["DBUS_SESSION_BUS_ADDRESS"])
        self._name = ""
        try:
            self.properties: dict[str, Any] = until(self._told, what="a tray icon is registered, and answers")
        except TimeoutError:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def activate(self) -> None:
        """A left click."""
        self._call("/StatusNotifierItem", _ITEM, "Activate", "ii", 500, 20)

    def activate_secondary(self) -> None:
        """A middle click."""
        self._call("/StatusNotifierItem", _ITEM, "SecondaryActivate", "ii", 500, 20)

    def menu(self) -> MenuItem:
        """Open the menu."""
        self._call(self.properties["Menu"], _MENU, "AboutToShow", "i", 0)
        return _item(self._call(self.properties["Menu"], _MENU, "GetLayout", "iias", 0, -1, [])[1])

    def click(self, item: MenuItem) -> None:
        """Choose an entry."""
        self._call(
            self.properties["Menu"],
            _MENU,
            "Event",
            "isvu",
            item.id,
            "clicked",
            ("s", ""),
            int(time.monotonic()),
        )

    def _told(self) -> dict[str, Any]:
        """What it tells of itself; nothing of one that is just made anew for a panel that came."""
        self._name = self._registered()
        if not self._name:
            return {}
        with contextlib.suppress(LookupError):
            told = self._call("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "GetAll", "s", _ITEM)
            return {name: value for name, (_, value) in told[0].items()}
        return {}

    def _registered(self) -> str:
        address = DBusAddress("/StatusNotifierWatcher", WATCHER, "org.freedesktop.DBus.Properties")
        message = new_method_call(address, "Get", "ss", (WATCHER, "RegisteredStatusNotifierItems"))
        items = self._send(message)[0][1]
        return str(items[0]).partition("/")[0] if items else ""

    def _call(self, path: str, interface: str, member: str, signature: str, *body: Any) -> Any:
        return self._send(new_method_call(DBusAddress(path, self._name, interface), member, signature, body))

    def _send(self, message: Any) -> Any:
        reply = self._bus.send_and_get_reply(message, timeout=30)
        if reply.header.message_type is not MessageType.method_return:
            raise LookupError(reply.body)
        return reply.body


def middle_clicked(session: DesktopSession) -> bool:
    """A middle click on the icon; False when it was just made anew, and there is another one."""
    with contextlib.suppress(LookupError), TrayItem(session) as item:
        item.activate_secondary()
        return True
    return False


def _item(node: Any) -> MenuItem:
    number, properties, children = node
    plain = {name: value for name, (_, value) in properties.items()}
    return MenuItem(number, plain.get("label", ""), plain, tuple(_item(child) for _, child in children))
