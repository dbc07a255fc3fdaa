"""Whether a connection would ask for a password: which socket is asked, and what its answer means."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from virtmonitor.core.errors import FailureKind
from virtmonitor.hypervisor import rights

Listen = Callable[..., None]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the daemons' sockets are; nobody is root, and polkit allows nothing."""
    monkeypatch.setattr(rights, "RUN", tmp_path)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(rights, "polkit_allows", lambda _action: False)
    return tmp_path


@pytest.fixture
def listen(run: Path) -> Iterator[Listen]:
    """A daemon that answers the question for its authentication with these types."""
    ends: list[socket.socket] = []

    def start(name: str, *types: int) -> None:
        server = socket.socket(socket.AF_UNIX)
        server.bind(str(run / name))
        server.listen()
        ends.append(server)
        threading.Thread(target=answer, args=(server, types), daemon=True).start()

    yield start
    for server in ends:
        server.shutdown(socket.SHUT_RDWR)
        server.close()


def answer(server: socket.socket, types: tuple[int, ...]) -> None:
    while True:
        try:
            client, _ = server.accept()
        except OSError:
            return
        with client:
            call = client.recv(28)
            if len(call) == 28:
                head = struct.pack(">6I", 0x20008086, 1, 66, 1, 0, 0)
                body = head + struct.pack(f">{1 + len(types)}I", len(types), *types)
                client.sendall(struct.pack(">I", len(body) + 4) + body)


POLKIT, NONE = 2, 0


@pytest.mark.parametrize(
    ("uri", "sockets", "asks"),
    [
        ("qemu:///system", {"libvirt-sock": POLKIT}, True),
        ("qemu:///system", {"libvirt-sock": NONE}, False),
        ("qemu:///system", {"virtqemud-sock": POLKIT}, True),
        # The driver's own daemon comes before libvirtd, as libvirt chooses.
        ("qemu:///system", {"virtqemud-sock": NONE, "libvirt-sock": POLKIT}, False),
        ("xen:///system", {"virtqemud-sock": NONE, "libvirt-sock": POLKIT}, True),
        # Only libvirt knows what an alias means: any daemon that could ask counts.
        ("my-alias", {"virtqemud-sock": POLKIT}, True),
        ("", {"libvirt-sock": POLKIT}, True),
        ("qemu:///session", {"libvirt-sock": POLKIT}, False),
        ("qemu+ssh://host/system", {"libvirt-sock": POLKIT}, False),
        ("test:///default", {"libvirt-sock": POLKIT}, False),
        ("qemu:///system", {}, False),
    ],
)
def test_which_daemon_is_asked(listen: Listen, uri: str, sockets: dict[str, int], asks: bool) -> None:
    for name, kind in sockets.items():
        listen(name, kind)
    failure = rights.would_ask(uri)
    assert (failure is not None) is asks
    if failure is not None:
        assert failure.kind is FailureKind.RIGHTS
        assert "Authenticate" in failure.hint


def test_looking_has_a_socket_of_its_own(listen: Listen) -> None:
    listen("libvirt-sock", POLKIT)
    listen("libvirt-sock-ro", NONE)
    assert rights.would_ask("qemu:///system") is not None
    assert rights.would_ask("qemu:///system", read_only=True) is None


def test_who_may_is_not_asked(listen: Listen, monkeypatch: pytest.MonkeyPatch) -> None:
    listen("libvirt-sock", POLKIT)
    monkeypatch.setattr(rights, "polkit_allows", lambda action: action == rights.MANAGE)
    assert rights.would_ask("qemu:///system") is None
    monkeypatch.setattr(rights, "polkit_allows", lambda _action: False)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert rights.would_ask("qemu:///system") is None


def test_a_daemon_that_does_not_answer_might_ask(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rights, "ANSWER_SECONDS", 0.1)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(run / "libvirt-sock"))
        silent.listen()
        assert rights.would_ask("qemu:///system") is not None
