"""A host that asks for a password: only when the person wants it, in a window, kept only when they say so."""

from __future__ import annotations

import contextlib
import gc
import sys
from pathlib import Path
from types import ModuleType

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessibleInterface
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from tests.faults.conftest import Watched
from tests.helpers import accessible
from virtmonitor.core.connection import ConnectionState
from virtmonitor.desktop.face import Face
from virtmonitor.desktop.windows import Windows
from virtmonitor.engine.credentials import CredentialsRequest
from virtmonitor.engine.hoststate import HostState

SECRET = "correct horse battery"
NODE = f"<node><auth><user password='{SECRET}'>keeper</user></auth></node>"


class FakeKeyring(ModuleType):
    """The package's four functions over a dictionary: no desktop with a real keyring runs here."""

    def __init__(self, kept: dict[tuple[str, str], str]) -> None:
        super().__init__("keyring")
        self.kept = kept
        self.priority = 5.0

    def get_keyring(self) -> FakeKeyring:
        return self

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self.kept[service, name] = password

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """What is in the keyring."""
    it: dict[tuple[str, str], str] = {}
    monkeypatch.setitem(sys.modules, "keyring", FakeKeyring(it))
    monkeypatch.setattr("virtmonitor.core.passwords.installed", lambda: True)
    return it


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("virtmonitor.core.passwords.installed", lambda: False)


@pytest.fixture
def host(watched: Watched, tmp_path: Path) -> HostState:
    """libvirt's test driver, which wants a name and a password."""
    (tmp_path / "node.xml").write_text(NODE)
    state = watched.add("h", f"test://{tmp_path}/node.xml")
    watched.until(lambda: state.status.state is ConnectionState.FAILED)
    return state


class Person:
    """Answers what the engine asks: a name, and then one password after the other (None: cancels)."""

    def __init__(self, watched: Watched, *passwords: str | None, remember: bool = False) -> None:
        self.asked: list[bool] = []
        self.could_remember: set[bool] = set()
        self.passwords = list(passwords)
        self._remember = remember
        watched.engine.credentialsWanted.connect(self.answer)

    def answer(self, request: CredentialsRequest) -> None:
        self.could_remember.add(request.canRemember)
        answers = [self._answer(secret=prompt["secret"]) for prompt in request.prompts]
        given = [answer for answer in answers if answer is not None]
        if len(given) < len(answers):
            request.cancel()
        else:
            request.answer(given, self._remember)

    def _answer(self, *, secret: bool) -> str | None:
        self.asked.append(secret)
        return self.passwords.pop(0) if secret else "keeper"


def test_nobody_is_asked_until_they_want_it(watched: Watched, host: HostState, no_keyring: None) -> None:
    person = Person(watched, SECRET)
    watched.engine.retryAll()
    watched.during(0.5)
    assert person.asked == []
    assert host.can_authenticate
    watched.engine.authenticateHost("h")
    watched.until(lambda: host.live)
    assert person.asked == [False, True]
    assert person.could_remember == {False}


def test_what_was_answered_once_is_enough_for_the_next_time(
    watched: Watched, host: HostState, no_keyring: None
) -> None:
    person = Person(watched, SECRET, SECRET)
    watched.engine.authenticateHost("h")
    watched.until(lambda: host.live)
    asked = len(person.asked)
    # The connection goes, as if the daemon had restarted.
    connection = host.link.connection
    assert connection is not None
    host.link._reader._mailbox.lose("the test wants it")
    watched.until(lambda: not host.live)
    watched.until(lambda: host.live)
    assert len(person.asked) == asked


def test_a_wrong_password_is_told_and_can_be_given_again(
    watched: Watched, host: HostState, no_keyring: None
) -> None:
    person = Person(watched, "wrong", SECRET)
    watched.engine.authenticateHost("h")
    watched.until(lambda: watched.states("h").count(ConnectionState.FAILED) == 2)
    assert "authentication failed" in str(host.status.failure)
    assert host.can_authenticate
    asked = len(person.asked)
    watched.engine.retryAll()  # what was wrong is not tried again
    watched.until(lambda: watched.states("h").count(ConnectionState.FAILED) == 3)
    assert len(person.asked) == asked
    watched.engine.authenticateHost("h")
    watched.until(lambda: host.live)


def test_the_person_cancels(watched: Watched, host: HostState, no_keyring: None) -> None:
    person = Person(watched, None)
    watched.engine.authenticateHost("h")
    watched.until(lambda: watched.states("h").count(ConnectionState.FAILED) == 2)
    assert host.can_authenticate
    assert person.asked == [False, True]


def test_without_a_face_nobody_waits(watched: Watched, host: HostState, no_keyring: None) -> None:
    watched.engine.authenticateHost("h")
    watched.until(lambda: watched.states("h").count(ConnectionState.FAILED) == 2)


def test_kept_only_on_request(watched: Watched, host: HostState, kept: dict[tuple[str, str], str]) -> None:
    person = Person(watched, SECRET)
    watched.engine.authenticateHost("h")
    watched.until(lambda: host.live)
    assert person.could_remember == {True}
    assert kept == {}


def test_kept_and_used_again(watched: Watched, host: HostState, kept: dict[tuple[str, str], str]) -> None:
    person = Person(watched, SECRET, remember=True)
    watched.engine.authenticateHost("h")
    watched.until(lambda: host.live)
    assert [SECRET in text for text in kept.values()] == [True]
    other = watched.add("again", host.settings.uri)
    watched.until(
        lambda: other.status.state is ConnectionState.FAILED
    )  # not by itself: a keyring may ask too
    watched.engine.authenticateHost("again")
    watched.until(lambda: other.live)
    assert person.asked == [False, True]


def test_a_password_that_was_changed(
    watched: Watched, host: HostState, kept: dict[tuple[str, str], str]
) -> None:
    """What the keyring has is refused: it is forgotten, and the person asked in the same go."""
    person = Person(watched, "old", remember=True)
    watched.engine.authenticateHost("h")
    watched.until(lambda: watched.states("h").count(ConnectionState.FAILED) == 2)
    assert len(kept) == 1
    person.passwords.append(SECRET)
    watched.engine.authenticateHost("h")
    watched.until(lambda: host.live)
    assert person.asked == [False, True] * 2
    assert [SECRET in text for text in kept.values()] == [True]


def test_a_password_is_in_no_log_and_no_repr(
    watched: Watched, host: HostState, no_keyring: None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    person = Person(watched, SECRET)
    watched.engine.authenticateHost("h")
    watched.until(lambda: host.live)
    assert person.asked
    assert SECRET not in caplog.text
    ours = [thing for thing in gc.get_objects() if type(thing).__module__.startswith("virtmonitor")]
    shown = [thing for thing in ours if not isinstance(thing, QObject) or shiboken6.isValid(thing)]
    assert shown
    assert not [thing for thing in shown if SECRET in _repr_of(thing)]


def test_the_window(watched: Watched, host: HostState, no_keyring: None) -> None:
    """Asked in a window, with the password hidden; closing it is a no."""
    windows = Windows(watched.engine, Face())
    try:
        watched.engine.credentialsWanted.connect(windows.ask_credentials)
        watched.engine.authenticateHost("h")
        watched.until(lambda: windows.made("CredentialsDialog") is not None)
        window = windows.made("CredentialsDialog")
        assert window is not None
        watched.until(window.isVisible)
        window.close()
        watched.until(lambda: watched.states("h").count(ConnectionState.FAILED) == 2)
        watched.engine.authenticateHost("h")
        watched.until(window.isVisible)
        for name, secret in (("keeper", False), (SECRET, True)):
            watched.until(
                lambda secret=secret: window.isVisible() and field(window).state().passwordEdit == secret
            )
            accessible.press(window, field(window))
            for character in name:
                QTest.keyClick(window, character)
            accessible.click(window, "Authenticate")
        watched.until(lambda: host.live)
    finally:
        windows.close()


def field(window: QQuickWindow) -> QAccessibleInterface:
    (only,) = [node for node in accessible.tree(window) if node.role() == accessible.Role.EditableText]
    return only


def _repr_of(thing: object) -> str:
    """Nothing of what keeps a QObject that other tests left and that is deleted: it cannot say anything."""
    with contextlib.suppress(RuntimeError):
        return repr(thing)
    return ""
