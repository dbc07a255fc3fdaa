"""A certificate authority of the test's own, as an administrator makes one for libvirt over TLS."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path

from tests.helpers.processes import lacking

_EXTENSIONS = """subjectAltName = {name}
basicConstraints = CA:FALSE
keyUsage = digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth, clientAuth
"""


def why_not() -> str:
    """Why no certificates can be made here: a sentence, "" when they can."""
    missing = lacking("openssl")
    return f"Certificates need {', '.join(missing)}." if missing else ""


def free_port() -> int:
    """A TCP port of loopback on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Authority:
    """Signs certificates; its own is `certificate`."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir()
        self._directory = directory
        self.certificate = directory / "ca.pem"
        self._openssl(
            *("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=authority"),
            *("-keyout", "ca.key", "-out", "ca.pem"),
            *(
                "-addext",
                "basicConstraints = critical, CA:TRUE",
                "-addext",
                "keyUsage = critical, keyCertSign",
            ),
        )

    def sign(self, common_name: str, alternative: str) -> tuple[Path, Path]:
        """A certificate and its key. `alternative`: its subjectAltName, like "IP:127.0.0.1"."""
        (self._directory / "extensions").write_text(_EXTENSIONS.format(name=alternative))
        key, request, certificate = (f"{common_name}.{end}" for end in ("key", "csr", "pem"))
        self._openssl(
            *("req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={common_name}"),
            *("-keyout", key, "-out", request),
        )
        self._openssl(
            *("x509", "-req", "-in", request, "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"),
            *("-days", "2", "-extfile", "extensions", "-out", certificate),
        )
        return self._directory / certificate, self._directory / key

    def daemon_settings(self, port: int) -> str:
        """Lines for libvirtd.conf: it listens for TLS on that port of loopback, and wants certificates of clients."""
        certificate, key = self.sign("server", "IP:127.0.0.1")
        return (
            f'listen_tls = 1\nlisten_tcp = 0\nlisten_addr = "127.0.0.1"\ntls_port = "{port}"\n'
            f'ca_file = "{self.certificate}"\ncert_file = "{certificate}"\nkey_file = "{key}"\n'
        )

    def _openssl(self, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=self._directory)


def client_files(directory: Path, authority: Authority, pair: tuple[Path, Path] | None) -> Path:
    """A directory for `pkipath`, as libvirt wants it: trusts `authority`, and shows `pair` when there is one."""
    directory.mkdir()
    (directory / "cacert.pem").write_bytes(authority.certificate.read_bytes())
    for name, file in zip(("clientcert.pem", "clientkey.pem"), pair or (), strict=False):
        (directory / name).write_bytes(file.read_bytes())
    return directory
