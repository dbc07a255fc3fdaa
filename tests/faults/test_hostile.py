"""Whatever a domain calls itself: every face shows it as it is written, nothing crashes, no server is asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from tests.faults.conftest import Watched
from tests.helpers import accessible
from tests.helpers.display import DesktopSession
from tests.helpers.waiting import until
from virtmonitor.core.batch import DomainBatch
from virtmonitor.core.domain import DomainRecord, DomainState
from virtmonitor.core.journal import JournalEntry
from virtmonitor.core.plaintext import one_line
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.observers import Observers
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.traymenu import TrayMenu
from virtmonitor.desktop.windows import Windows
from virtmonitor.hypervisor import domainxml

ROOT = Path(__file__).parents[2]
MEGABYTE = "x" * 1_000_000


class Canary:
    """A server on loopback that remembers who asked it for anything."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        canary = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                canary.asked.append(self.path)
                self.send_response(404)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def canary() -> Iterator[Canary]:
    """Nobody asks it."""
    it = Canary()
    yield it
    it.close()
    assert it.asked == []


def names(canary: Canary) -> list[str]:
    """Titles that libvirt takes, and but for their slashes names."""
    url = canary.address
    return [
        f'<img src="{url}/quoted">',
        f"<img src={url}/plain>",
        f'<a href="{url}/link">click</a><b>bold</b>',
        f"![x]({url}/markdown)",
        "&lt;b&gt;&amp;#8238;",
        "-rf",
        "a b;rm $(id)`id`",
        "..",
        "%1 %n %s {0}",
        "_under&score_",
        "\u202egnp.exe",
        "\u2066isolated\u2069 \u200b\ufeff",
        "سرور 虚拟机 👩\u200d💻",
        "n" * 300,
        "\"quoted\" 'single' \\back",
    ]


def flat(text: str) -> str:
    """libvirt takes no slash in a name; a title takes everything."""
    return text.replace("/", "|")


def fleet(path: Path, canary: Canary) -> str:
    """A node of the test driver; its URI."""
    domains = "".join(
        f"<domain type='test'><uuid>00000000-0000-4000-8000-{number:012}</uuid>"
        f"<name>{escape(flat(name))}</name><title>{escape(name)}</title>"
        f"<description>{escape(name * 50)}\n\t{escape(name)}</description>"
        "<memory>1024</memory><os><type>hvm</type></os></domain>"
        for number, name in enumerate(names(canary))
    )
    path.write_text(f"<node>{domains}</node>")
    return f"test://{path}"


def wild(canary: Canary) -> tuple[DomainRecord, ...]:
    """What libvirt would not take, as another driver or a broken host might hand it over."""
    texts = [
        "\ud800 lone \udfff",
        "nul \x00 and \x1b[2J\x1b]8;;http://x\x07",
        "line\nfeed\r\n\u2028",
        MEGABYTE,
        "9" * 10_000,
        "",
        f'<img src="{canary.address}/wild">' * 1000,
    ]
    return tuple(
        DomainRecord(
            host="h",
            uuid=f"00000000-0000-4000-9000-{number:012}",
            name=text,
            id=number,
            state=DomainState.RUNNING,
            reason=number * 1000,
            title=text,
            description=text * 2,
            detailed=True,
        )
        for number, text in enumerate(texts)
    )


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "virtmonitor", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
    )


def test_the_command_line(tmp_path: Path, canary: Canary) -> None:
    uri = fleet(tmp_path / "fleet.xml", canary)
    listed = run("list", "-c", uri)
    assert (listed.returncode, listed.stderr) == (0, "")
    for name in names(canary):
        assert one_line(flat(name)) in listed.stdout
        assert one_line(name) in listed.stdout
    assert not set(listed.stdout) & set("\x1b\x00\r\u202e\u2066")
    told = json.loads(run("list", "--json", "-c", uri).stdout)
    assert {domain["name"] for domain in told} == set(map(flat, names(canary)))
    assert {domain["title"] for domain in told} == set(names(canary))
    for domain in told[:3]:
        shown = run("show", "-c", uri, domain["uuid"])
        assert (shown.returncode, shown.stderr) == (0, "")
        assert "\u202e" not in shown.stdout


def test_watch(tmp_path: Path, canary: Canary) -> None:
    argv = [sys.executable, "-m", "virtmonitor", "watch", "-c", fleet(tmp_path / "fleet.xml", canary)]
    process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    time.sleep(3)
    process.terminate()
    said, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, b"")
    assert "\u202e" not in said.decode()


def test_the_windows_and_the_tray_menu(watched: Watched, tmp_path: Path, canary: Canary) -> None:
    state = watched.up("h", fleet(tmp_path / "fleet.xml", canary))
    known = tuple(state.records.values())
    state.link.domainsRead.emit(DomainBatch("h", time.time(), wild(canary)))
    assert len(state.records) == len(known) + len(wild(canary))
    settings = Settings(None)
    windows = Windows(watched.engine, Face(settings))
    menu = TrayMenu(watched.engine, settings)
    try:
        windows.show_window()
        windows.toggle_popup()
        watched.during(1)
        shown = "\n".join([*said(windows.window), *said(windows.popup)])
        for name in names(canary)[:3]:
            assert one_line(flat(name)) in shown, name
        for record in state.records.values():  # each as the one that is looked at
            windows.show_window(record.source)
            watched.during(0.05)
        longest = max(len(text) for window in (windows.window, windows.popup) for text in said(window))
        assert longest < 11_000, "Qt stands still over a megabyte in one line"
        menu.refresh()
        for action in menu.menu.actions():
            assert len(action.text()) < 200
            assert not set(action.text()) & set("\n\r\t\x00\x1b\u202e\u2066")
        # They go, are renamed to something worse, and come back.
        gone = tuple(record.uuid for record in wild(canary))
        state.link.domainsRead.emit(DomainBatch("h", time.time(), gone=gone))
        watched.during(0.2)
        state.link.domainsRead.emit(DomainBatch("h", time.time(), wild(canary)))
        watched.during(0.5)
    finally:
        windows.close()
        menu.close()


def test_every_page_and_the_journal(watched: Watched, tmp_path: Path, canary: Canary) -> None:
    """Names, snapshots and reasons that somebody else wrote, wherever they are shown, and sentences made of them."""
    state = watched.up("h", fleet(tmp_path / "fleet.xml", canary))
    settings = Settings(tmp_path / "settings.toml")
    face = Face(settings)
    observers = Observers(watched.engine, settings, tmp_path / "journal.sqlite", lambda *_: None)
    face.set_journal(observers.journal)
    windows = Windows(watched.engine, face)
    try:
        windows.show_journal()
        windows.show_window()
        records = list(state.records.values())
        for record, text in zip(records, names(canary), strict=True):
            for name, given in (
                ("snapshotCreate", {"name": flat(text), "description": text}),
                ("setTitle", {"text": text * 3}),
                ("start", {}),
            ):
                watched.engine.serviceForSource(record.source).call(name, given)
        now = time.time()
        for record in wild(canary):
            text = record.name
            for kind, detail in (("stopped", text), ("operation", f"setTitle {text}"), ("config", "title")):
                observers.journal.record(
                    JournalEntry(now, "h", record.uuid, text, kind, detail, f"title: {text}")
                )
        watched.during(1)
        for record in records:
            windows.show_window(record.source)
            for page in range(1, 7):
                QTest.keyClick(windows.window, Qt.Key(Qt.Key.Key_0 + page), Qt.KeyboardModifier.AltModifier)
                watched.during(0.05)
        journal = windows.made("JournalWindow")
        assert journal is not None
        assert max(len(text) for text in said(journal)) < 5_000
        windows.show_journal(records[0].source)
        watched.during(0.5)
        titled = f"Set Title, {one_line(names(canary)[0] * 3)}"
        assert any(titled in text for text in said(journal))
        assert not set("".join(said(journal))) & set("\n\r\x00\x1b\u202e")
    finally:
        windows.close()
        observers.end()
        observers.close()


def said(window: QQuickWindow) -> list[str]:
    """All that a screen reader would say."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description)
    return [node.text(kind) for node in accessible.tree(window) for kind in kinds]


@pytest.mark.parametrize(
    "xml",
    [
        "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><domain><title>&a;</title></domain>",
        "<!DOCTYPE d [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;&a;'>]><domain><title>&b;</title></domain>",
        f"<domain><description>{MEGABYTE * 10}</description></domain>",
        "<a>" * 100_000 + "</a>" * 100_000,
        "<domain><title>\ud800</title></domain>",
        "<domain",
        "",
    ],
    ids=["file", "bomb", "10 MB", "depth", "surrogate", "cut", "empty"],
)
def test_xml_that_is_none(xml: str) -> None:
    assert set(domainxml.details(xml).values()) <= {None, "", MEGABYTE * 10}


@pytest.mark.desktop
@pytest.mark.parametrize("bare", ["no home", "a home that takes no files"])
def test_the_program_where_nothing_is(desktop: DesktopSession, tmp_path: Path, bare: str) -> None:
    """No D-Bus, no tray, no icon theme, no home: the window is there, and it ends well."""
    home = tmp_path / "home"
    home.write_text("a file")
    env = {"DISPLAY": desktop.env["DISPLAY"], "PATH": os.environ["PATH"], "LC_ALL": "C"}
    env["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
    if bare != "no home":
        env["HOME"] = str(home)
    process = subprocess.Popen(
        [sys.executable, "-m", "virtmonitor", "--window", "-c", "test:///default"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=env,
    )
    until(lambda: desktop.run("xdotool", "search", "--name", "virtmonitor", check=False), 60, "a window")
    process.terminate()
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert "QThread" not in errors
