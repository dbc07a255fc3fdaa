"""polkit beside a private libvirtd: a system bus, polkitd and libvirt's own actions, as a desktop has them."""

from __future__ import annotations

import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.processes import lacking, start, stop
from tests.helpers.waiting import until

POLKITD = "/usr/lib/polkit-1/polkitd"
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path=/run/dbus/system_bus_socket</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
<allow user="*"/></policy></busconfig>
"""
# As in libvirt's own org.libvirt.unix.policy: everybody looks, an administrator's password manages.
_ACTION = """ <action id="org.libvirt.unix.{name}"><description>{name}</description><message>{name}</message>
 <defaults><allow_any>{answer}</allow_any><allow_inactive>{answer}</allow_inactive>
 <allow_active>{answer}</allow_active></defaults></action>
"""
_PREPARE = """
set -e
mkdir -p /run/dbus
for place in /usr/share/polkit-1/actions /etc/polkit-1; do mount -t tmpfs tmpfs "$place"; done
mkdir /etc/polkit-1/rules.d
cp "$1/polkit.policy" /usr/share/polkit-1/actions/org.libvirt.unix.policy
mkdir -p /run/libvirt
ln -sf "$1/sock/libvirt-sock" "$1/sock/libvirt-sock-ro" /run/libvirt/
"""


def why_not() -> str:
    """Why it cannot be had here: a sentence, "" when it can."""
    missing = lacking("dbus-daemon", "pkcheck", "pkttyagent")
    if not Path(POLKITD).exists():
        missing.append("polkitd")
    return f"Tests with polkit need {', '.join(missing)}." if missing else ""


class Polkit:
    """polkitd beside `daemon`, asking for an administrator's password where libvirt's own policy does."""

    def __init__(self, daemon: PrivateLibvirtd, manage: str = "auth_admin_keep") -> None:
        """`manage`: polkit's answer to who wants to manage: auth_admin_keep, yes, no."""
        self._daemon = daemon
        self._manage = manage
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        home = self._daemon.directory
        (home / "bus.conf").write_text(_BUS)
        actions = [
            _ACTION.format(name=name, answer=answer)
            for name, answer in (("monitor", "yes"), ("manage", self._manage))
        ]
        (home / "polkit.policy").write_text(f"<policyconfig>{''.join(actions)}</policyconfig>")
        self.run("sh", "-c", _PREPARE, "sh", str(home))
        self._spawn("dbus-daemon", f"--config-file={home}/bus.conf", "--nofork", "--nopidfile")
        until(lambda: self._says("org.freedesktop.DBus"), what="the bus runs")
        self._spawn(POLKITD, "--no-debug")
        until(lambda: self._says("org.freedesktop.PolicyKit1"), what="polkitd runs")
        self._daemon.restart()  # it looks for the bus once
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._daemon.kill9()  # it would end by itself when its bus goes, at a moment of its own
        for process in reversed(self._processes):
            stop(process)

    def run(self, *argv: str, user: int = 0, check: bool = True) -> str:
        """What a program beside the daemon prints, as that user."""
        done = subprocess.run(
            [*self._daemon.inside(user), *argv], capture_output=True, text=True, check=False, timeout=120
        )
        assert not check or not done.returncode, f"{argv}: {done.stdout}{done.stderr}{self._daemon.log()}"
        return done.stdout

    def until_allowed(self, user: int) -> None:
        """Wait until polkit has read its rules again and lets that user manage."""
        ask = "pkcheck --action-id org.libvirt.unix.manage --process $$ && echo yes"
        until(lambda: "yes" in self.run("sh", "-c", ask, user=user, check=False), what="polkit allows it")

    def _spawn(self, *argv: str) -> None:
        self._processes.append(start([*self._daemon.inside(), *argv], self._daemon.directory / "polkit.log"))

    def _says(self, name: str) -> bool:
        ask = ["dbus-send", "--system", "--print-reply", "--dest=org.freedesktop.DBus", "/"]
        return "true" in self.run(*ask, "org.freedesktop.DBus.NameHasOwner", f"string:{name}", check=False)
