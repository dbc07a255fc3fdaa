"""Take the picture of real guests on a private libvirtd: python resources/pictures/take_guest.py [DIRECTORY [SECONDS]]

Needs what the live tests need: libvirtd, QEMU, a kernel. Writes guest.png and guest-dark.png.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

import take  # it sets Qt up
from PySide6.QtCore import QLocale, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from virtmonitor.core.connection import HostSettings
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.dataengine import DataEngine

# What guest_init.sh understands.
ROUND = (
    ("send 60", "write 8"),
    ("read 24", "alloc 12"),
    ("burn", "send 120", "write 4", "stop"),
    ("write 40",),
    ("send 30", "read 8"),
    ("alloc 24", "burn", "send 200", "read 48", "stop"),
    ("send 20",),
)


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
        take.wait(0.05)
    windows.show_window(f"{host.name}/{guest.uuid}")
    windows.window.resize(1180, 980)  # all graphs
    with _at_work(guest):
        for suffix, palette in (("", None), ("-dark", take.dark())):
            if palette is not None:
                application.setPalette(palette)
            take.wait(seconds if palette is None else 3)
            file = directory / f"guest{suffix}.png"
            windows.window.grabWindow().save(str(file))
            take.shrink(file)
    windows.close()
    engine.close()


@contextmanager
def _at_work(guest: Guest) -> Iterator[None]:
    """The guest has something to do meanwhile, now more, now less, as a machine that serves people."""
    over = Event()

    def work() -> None:
        for number in itertools.count():
            for command in ROUND[number % len(ROUND)]:
                if over.is_set():
                    return
                guest.tell(command)
            over.wait(1.5)

    worker = Thread(target=work)
    worker.start()
    try:
        yield
    finally:
        over.set()
        worker.join()


if __name__ == "__main__":
    given = dict(enumerate(sys.argv[1:3]))
    main(Path(given.get(0, HERE)), float(given.get(1, 130)))
