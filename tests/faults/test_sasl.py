"""A real daemon that wants a name and a password (SASL): nobody is asked before the person wants it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import Watched
from tests.faults.test_credentials import Person
from tests.helpers import libvirtd as private
from tests.helpers import pki
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.needs import skip_for
from tests.helpers.pki import Authority, client_files
from tests.helpers.processes import lacking
from virtmonitor.core.connection import ConnectionState

pytestmark = pytest.mark.live
SECRET = "correct horse battery"


class SaslHost:
    """A daemon, the address of its test driver, and the password of its user "keeper"."""

    def __init__(self, directory: Path, mechanism: str) -> None:
        database = directory / "passwd.db"
        (directory / "libvirt.conf").write_text(f"mech_list: {mechanism}\nsasldb_path: {database}\n")
        self._database = database
        self.set_password(SECRET)
        self.port = pki.free_port()
        listen = self._tls(directory) if mechanism.startswith("scram") else self._tcp()
        self.daemon = PrivateLibvirtd(settings=listen)

    def set_password(self, password: str) -> None:
        """The password from now on."""
        argv = ["saslpasswd2", "-p", "-c", "-f", str(self._database), "-a", "libvirt", "keeper"]
        subprocess.run(argv, input=password.encode(), check=True)

    def _tcp(self) -> str:
        self.uri = f"test+tcp://127.0.0.1:{self.port}/default"
        listen = f'listen_tls = 0\nlisten_tcp = 1\ntcp_port = "{self.port}"\nlisten_addr = "127.0.0.1"\n'
        return f'{listen}auth_tcp = "sasl"\n'

    def _tls(self, directory: Path) -> str:
        authority = Authority(directory / "authority")
        files = client_files(directory / "client", authority, authority.sign("client", "DNS:client"))
        self.uri = f"test+tls://127.0.0.1:{self.port}/default?pkipath={files}"
        return f'{authority.daemon_settings(self.port)}auth_tls = "sasl"\n'


# Over plain TCP libvirt takes only what encrypts by itself.
@pytest.fixture(params=["digest-md5", "scram-sha-256"])
def host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[SaslHost]:
    """It runs, over TCP or over TLS."""
    missing = lacking("saslpasswd2")
    skip_for(private.why_not(), pki.why_not(), "SASL needs saslpasswd2." if missing else "")
    monkeypatch.setenv("SASL_CONF_PATH", str(tmp_path))  # the daemon's: clients read none
    monkeypatch.setattr("virtmonitor.core.passwords.installed", lambda: False)
    it = SaslHost(tmp_path, request.param)
    with it.daemon:
        yield it


def test_a_name_and_a_password(watched: Watched, host: SaslHost) -> None:
    person = Person(watched, "wrong", SECRET)
    state = watched.add("h", host.uri)
    watched.until(lambda: state.status.state is ConnectionState.FAILED)
    assert "asks for a user name and a password" in str(state.status.failure)
    watched.engine.retryAll()
    watched.until(lambda: watched.states("h").count(ConnectionState.FAILED) == 2)
    assert person.asked == [], "nobody is asked by a retry"
    assert state.can_authenticate

    watched.engine.authenticateHost("h")
    watched.until(lambda: watched.states("h").count(ConnectionState.FAILED) == 3)
    assert "authentication failed" in str(state.status.failure)
    watched.engine.authenticateHost("h")
    watched.until(lambda: watched.is_read("h"))
    assert person.asked == [False, True] * 2

    # The daemon dies: what was answered is enough for the way back.
    host.daemon.kill9()
    watched.until(lambda: not state.live)
    host.daemon.start()
    watched.until(lambda: watched.is_read("h"))
    assert person.asked == [False, True] * 2


def test_a_password_that_was_changed_meanwhile(watched: Watched, host: SaslHost) -> None:
    person = Person(watched, SECRET, "new")
    state = watched.add("h", host.uri)
    watched.until(lambda: state.status.state is ConnectionState.FAILED)
    watched.engine.authenticateHost("h")
    watched.until(lambda: watched.is_read("h"))
    host.set_password("new")
    host.daemon.kill9()
    host.daemon.start()
    watched.until(lambda: state.status.state is ConnectionState.FAILED)
    assert state.can_authenticate
    assert person.asked == [False, True], "only the person says when"
    watched.engine.authenticateHost("h")
    watched.until(lambda: watched.is_read("h"))
