"""A host over TLS, with an authority of its own: it is read, and what keeps somebody out is a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import Watched
from tests.helpers import libvirtd as private
from tests.helpers import pki
from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.needs import skip_for
from tests.helpers.pki import Authority, client_files
from virtmonitor.core.connection import ConnectionState

pytestmark = pytest.mark.live


class TlsHost:
    """A daemon that listens for TLS, its authority, and another one."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.authority, self.stranger = Authority(directory / "authority"), Authority(directory / "stranger")
        self.port = pki.free_port()
        self.daemon = PrivateLibvirtd(settings=self.authority.daemon_settings(self.port))

    def uri(self, files: Path, host: str = "127.0.0.1") -> str:
        """Its test driver, with the certificates in that directory."""
        return f"test+tls://{host}:{self.port}/default?pkipath={files}"

    def files(self, trusted: Authority, signer: Authority | None) -> Path:
        """Certificates of a client who trusts the one and was made by the other."""
        pair = signer.sign("client", "DNS:client") if signer else None
        return client_files(self.directory / "client", trusted, pair)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[TlsHost]:
    """It runs."""
    skip_for(private.why_not(), pki.why_not())
    it = TlsHost(tmp_path)
    with it.daemon:
        yield it


def test_it_is_read_dies_and_comes_back(watched: Watched, host: TlsHost) -> None:
    state = watched.up("h", host.uri(host.files(host.authority, host.authority)))
    assert state.status.state is ConnectionState.CONNECTED
    host.daemon.kill9()
    watched.until(lambda: not state.live)
    assert state.status.state is ConnectionState.RECONNECTING
    host.daemon.start()
    watched.until(lambda: watched.is_read("h"))


@pytest.mark.parametrize(
    ("trusts", "made_by", "name", "sentence", "step"),
    [
        ("stranger", "stranger", "127.0.0.1", "The certificate of {host} cannot be trusted", "authority"),
        ("authority", "authority", "localhost", "The certificate of {host} cannot be trusted", "that name"),
        ("authority", "stranger", "127.0.0.1", "do not fit {host}", "made by that host's authority"),
        ("authority", "nobody", "127.0.0.1", "{host} does not take the certificate", "clientcert.pem"),
        ("nobody", "nobody", "127.0.0.1", "has no certificates to check {host} with", "cacert.pem"),
    ],
    ids=["wrong authority", "another name", "stranger's certificate", "none", "nothing"],
)
def test_what_keeps_out_is_told(
    watched: Watched, host: TlsHost, trusts: str, made_by: str, name: str, sentence: str, step: str
) -> None:
    authorities = {"authority": host.authority, "stranger": host.stranger}
    nothing = host.directory / "nothing"
    files = host.files(authorities[trusts], authorities.get(made_by)) if trusts in authorities else nothing
    state = watched.add("h", host.uri(files, name))
    watched.until(lambda: state.status.failure is not None)
    failure = str(state.status.failure)
    assert sentence.format(host=f"{name}:{host.port}") in failure
    assert step in failure
    assert not state.can_authenticate, "no password helps"
