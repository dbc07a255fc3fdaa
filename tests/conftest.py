"""What all tests share: a home of their own, and on demand a private libvirtd, guests, a desktop session.

Nothing of the user's is seen or touched: no home, no display, no session bus, no libvirt connection.
"""

from __future__ import annotations

import gc
import importlib
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests.helpers import display, guest_parts
from tests.helpers import libvirtd as private
from tests.helpers.display import DesktopSession, private_home
from tests.helpers.guest import Guest
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.needs import skip_for
from tests.helpers.patience import PatientBot
from tests.helpers.terminal import Terminal
from tests.helpers.terminal import why_not as terminal_why_not

_HOME = tempfile.TemporaryDirectory(prefix="virtmonitor-home-")


def pytest_configure() -> None:
    """Before Qt or libvirt is imported: the run gets a home of its own, and Qt draws offscreen."""
    # Machines are shared and slow at times: no test fails of seconds. In CI the examples are the same each time.
    hypothesis.settings.register_profile(
        "virtmonitor",
        deadline=None,
        derandomize=bool(os.environ.get("CI")),
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
    hypothesis.settings.load_profile("virtmonitor")
    environment = private_home(Path(_HOME.name))
    os.environ.clear()
    os.environ.update(environment, QT_QPA_PLATFORM="offscreen")


def pytest_unconfigure() -> None:
    """Remove the home."""
    _HOME.cleanup()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that failed on a desktop says what became of the programs there, while they are still there."""
    report = yield
    if report.when == "call" and report.failed:
        for value in getattr(item, "funcargs", {}).values():
            if isinstance(value, DesktopSession):
                report.sections.append(("Programs on the desktop", value.last_words()))
    return report


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say in so many words why a run that skipped tests fails in CI."""
    if _skips_fail(terminalreporter):
        terminalreporter.write_line(
            "In CI a skipped test is a failure: something that it needs is missing.", red=True
        )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With CI set, a skipped test fails the run: what was not tried there was not tried."""
    reporter = session.config.pluginmanager.getplugin("terminalreporter")
    if reporter is not None and _skips_fail(reporter) and session.exitstatus == 0:
        session.exitstatus = 1


def _skips_fail(reporter: Any) -> bool:
    return bool(os.environ.get("CI")) and bool(reporter.stats.get("skipped"))


def pytest_collection_finish() -> None:
    """What is there before the first test is no garbage: collections after each test need not look at it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_trace_of_the_last_test() -> Iterator[None]:
    """Each test starts with the environment of the run, and garbage is collected after it, on this thread.

    In the middle of a test the collector would destroy QObjects on whatever thread it happens to run on; and
    freeing libvirt's objects makes libvirt forget the error that is just about to be raised.
    """
    before = dict(os.environ)
    gc.disable()
    yield
    now = os.environ.pop("PYTEST_CURRENT_TEST", "")
    if os.environ != before:
        os.environ.clear()
        os.environ.update(before)
    os.environ["PYTEST_CURRENT_TEST"] = now
    _forget_the_application_engine()
    gc.collect()


def _forget_the_application_engine() -> None:
    """A QQmlApplicationEngine marks the application: from then on Qt makes rows in the background, in any engine.

    The program has none, and its tests see what it does. (QQmlApplicationEnginePrivate::init)
    """
    if core := sys.modules.get("PySide6.QtCore"):
        application = core.QCoreApplication.instance()
        if application is not None:
            application.setProperty("__qml_using_qqmlapplicationengine", None)


@pytest.fixture(autouse=True)
def no_stray_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test fails of a warning or an error in the log that it did not expect.

    One that expects it checks it and takes it away: `caplog.clear()`.
    """
    yield
    stray = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    told = [f"{record.name}: {record.getMessage()}" for record in stray if record.levelno >= logging.WARNING]
    assert not told, "unexpected in the log: " + "; ".join(told)


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Any:
    """pytest-qt's application; where tests show QML, the program's QML types are known before the first engine.

    Types that Python registers after an engine was there make QML forget what an Item is: "Cannot assign object of
    type Label to list property data; expected QObject".
    """
    if "PySide6.QtQml" in sys.modules:
        qmltypes = importlib.import_module("virtmonitor.desktop.qmltypes")
        qmltypes.register()
    return qapp


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's, with patience."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def libvirtd() -> Iterator[PrivateLibvirtd]:
    """One private daemon for the whole run: leave it running, and take away what you define on it.

    Its test driver (`test_uri()`) is shared by all tests too: do not rely on what `test:///default` holds.
    """
    skip_for(private.why_not())
    with PrivateLibvirtd() as daemon:
        yield daemon


@pytest.fixture
def own_libvirtd() -> Iterator[PrivateLibvirtd]:
    """A private daemon of this test alone, to kill, hang or restart."""
    skip_for(private.why_not())
    with PrivateLibvirtd() as daemon:
        yield daemon


@pytest.fixture
def make_guest(libvirtd: PrivateLibvirtd) -> Iterator[Callable[..., Guest]]:
    """A maker of guests on `libvirtd` (or `daemon=...`), with the arguments of `Guest`; defined, not started.

    They are destroyed and undefined after the test.
    """
    skip_for(guest_parts.why_not())
    guests: list[Guest] = []

    def make(
        name: str = "", *, daemon: PrivateLibvirtd = libvirtd, define: bool = True, **options: Any
    ) -> Guest:
        guest = Guest(daemon, name or f"guest-{len(guests) + 1}", **options)
        guests.append(guest)
        return guest.define() if define else guest

    yield make
    for guest in guests:
        if guest.daemon.directory.exists():
            guest.destroy()


@pytest.fixture(scope="session")
def running_guest(libvirtd: PrivateLibvirtd) -> Iterator[Guest]:
    """One guest that is up, with disk, network and balloon, shared by the tests that only look at it."""
    skip_for(guest_parts.why_not())
    guest = Guest(libvirtd, "running-guest", disk=16, network="user", title="The guest that runs")
    yield guest.define().start()
    guest.destroy()


@pytest.fixture
def desktop() -> Iterator[DesktopSession]:
    """A desktop session of this test alone: X server, openbox, session bus, home. Programs in it: `spawn`."""
    skip_for(display.why_not("openbox", "import"))
    with DesktopSession() as session:
        session.window_manager()
        yield session


@pytest.fixture
def session_bus() -> Iterator[DesktopSession]:
    """A session bus and a home of this test alone, without a screen."""
    skip_for(display.why_not())
    with DesktopSession(screen=False) as session:
        yield session


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A terminal of this test alone."""
    skip_for(terminal_why_not())
    it = Terminal()
    yield it
    it.close()
