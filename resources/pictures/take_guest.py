"""Take the picture of real guests on a private libvirtd: python resources/pictures/take_guest.py [DIRECTORY [SECONDS]]

Needs what the live tests need: libvirtd, QEMU, a kernel. Writes guest.png and guest-dark.png.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

import take  # noqa: E402 - it sets Qt up
from PySide6.QtCore import QLocale, qInstallMessageHandler  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.helpers.guest import Guest  # noqa: E402
from tests.helpers.libvirtd import PrivateLibvirtd  # noqa: E402
from virtmonitor.core.connection import HostSettings  # noqa: E402
from virtmonitor.desktop.face import Face  # noqa: E402
from virtmonitor.desktop.settings import Settings  # noqa: E402
from virtmonitor.desktop.windows import Windows  # noqa: E402
from virtmonitor.engine.dataengine import DataEngine  # noqa: E402


def main(directory: Path, seconds: float) -> None:
    """Start the guests, show the window over them, end all."""
    application = QApplication([])
    qInstallMessageHandler(take.heard)
    QLocale.setDefault(QLocale("en_GB"))
    with PrivateLibvirtd() as daemon:
        guests = [
            Guest(
                daemon,
                "web",
                title="The shop",
                disk=64,
                network="user",
                display=True,
                vcpus=2,
                vcpus_maximum=4,
            ),
            Guest(daemon, "build", title="Build machine", disk=64, vcpus=1),
            Guest(daemon, "spare", title="To try things"),
        ]
        for guest in guests:
            guest.define()
        for guest in guests[:2]:
            guest.start()
        _picture(
            application, HostSettings("here", daemon.qemu_uri, confirmed=True), guests[0], directory, seconds
        )
        for guest in guests:
            guest.destroy()


def _picture(
    application: QApplication, host: HostSettings, guest: Guest, directory: Path, seconds: float
) -> None:
    engine = DataEngine()
    engine.addHost(host)
    windows = Windows(engine, Face(Settings(Path(take.HOME.name) / "settings.toml")))
    windows.show_window(f"{host.name}/{guest.uuid}")
    while not all(record.detailed for record in engine.records()) or not any(engine.records()):
        QTest.qWait(50)
    windows.show_window(f"{host.name}/{guest.uuid}")
    # Disk and network have something to do meanwhile.
    guest.tell("write 32")
    for suffix, palette in (("", None), ("-dark", take.dark())):
        if palette is not None:
            application.setPalette(palette)
        QTest.qWait(round(seconds * 1000) if palette is None else 3000)
        file = directory / f"guest{suffix}.png"
        windows.window.grabWindow().save(str(file))
        take.shrink(file)
    windows.close()
    engine.close()


if __name__ == "__main__":
    given = dict(enumerate(sys.argv[1:3]))
    main(Path(given.get(0, HERE)), float(given.get(1, 40)))
