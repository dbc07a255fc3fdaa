"""Real session managers in a DesktopSession, each without the desktop around it, and logging out of them."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass

from tests.helpers.display import DesktopSession
from tests.helpers.waiting import until

# All that the session starts: it tells where its manager listens, and stays as any program does.
_CLIENT = (
    '#!/bin/sh\nprintf %s "$SESSION_MANAGER" >"$0.told" && mv "$0.told" "$0.address"\nexec sleep 1000000\n'
)
_XFCE = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-session" version="1.0">
  <property name="general" type="empty">
    <property name="FailsafeSessionName" type="string" value="Failsafe"/>
    <property name="SaveOnExit" type="bool" value="false"/>
  </property>
  <property name="sessions" type="empty">
    <property name="Failsafe" type="empty">
      <property name="IsFailsafe" type="bool" value="true"/>
      <property name="Count" type="int" value="1"/>
      <property name="Client0_Command" type="array"><value type="string" value="{client}"/></property>
      <property name="Client0_PerScreen" type="bool" value="false"/>
    </property>
  </property>
</channel>
"""
_MATE = "[Desktop Entry]\nType=Application\nName=Client\nExec={client}\n"


@dataclass(frozen=True, slots=True)
class SessionManagerProcess:
    """One that runs.

    Attributes:
        address: what it gives its programs as SESSION_MANAGER.
    """

    session: DesktopSession
    process: subprocess.Popen[bytes]
    address: str
    logout: tuple[str, ...]

    def log_out(self) -> None:
        """As the desktop's menu does it, without its question whether one is sure; as soon as it accepts that."""
        argv = ("dbus-send", "--session", "--print-reply", f"--dest={self.logout[0]}", *self.logout[1:])
        until(lambda: "method return" in self.session.run(*argv, check=False), what="it accepts the logout")

    def has_ended(self) -> bool:
        """True once the session is over."""
        return self.process.poll() is not None


def xfce_session(session: DesktopSession) -> SessionManagerProcess:
    """Start Xfce's, which speaks the protocol of X."""
    session.activatable("org.xfce.Xfconf")
    channels = session.directory / "home" / ".config" / "xfce4" / "xfconf" / "xfce-perchannel-xml"
    channels.mkdir(parents=True)
    (channels / "xfce4-session.xml").write_text(_XFCE.format(client=_client(session)))
    name = "org.xfce.SessionManager"
    logout = (name, "/org/xfce/SessionManager", "org.xfce.Session.Manager.Logout")
    return _running(
        session, name, (*logout, "boolean:false", "boolean:false"), "xfce4-session", "--disable-tcp"
    )


def mate_session(session: DesktopSession) -> SessionManagerProcess:
    """Start MATE's, which is GNOME's of before GNOME's shell, on the session bus."""
    autostart = session.directory / "home" / ".config" / "autostart"
    autostart.mkdir(parents=True)
    (autostart / "client.desktop").write_text(_MATE.format(client=_client(session)))
    name = "org.gnome.SessionManager"
    logout = (name, "/org/gnome/SessionManager", "org.gnome.SessionManager.Logout", "uint32:1")
    session.env |= {"GSETTINGS_BACKEND": "memory", "XDG_CURRENT_DESKTOP": "MATE"}
    return _running(session, name, logout, "mate-session")


def _client(session: DesktopSession) -> str:
    client = session.directory / "client"
    client.write_text(_CLIENT)
    client.chmod(0o700)
    return str(client)


def _running(
    session: DesktopSession, name: str, logout: tuple[str, ...], *argv: str
) -> SessionManagerProcess:
    # What the machine starts in every session is none of this one's business.
    process = session.spawn(*argv, env={"XDG_CONFIG_DIRS": str(session.directory)})
    session.wait_for_name(name)
    told = session.directory / "client.address"
    until(told.exists, what=f"the session has started its program: {session.log(argv[0])}")
    return SessionManagerProcess(session, process, told.read_text(), logout)
