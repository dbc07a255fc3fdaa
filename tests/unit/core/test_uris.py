"""What a URI would run, how it is shown and how it is opened; libvirt itself is asked where it can be."""

import contextlib

import libvirt
import pytest

from virtmonitor.core.uris import prepared, risk, shown

HARMLESS = [
    "",
    "my-alias",
    "qemu:///system",
    "qemu:///session",
    "test:///default",
    "test:///srv/fleet.xml",
    "qemu+unix:///system",
    "qemu+tls://rack1.example/system",
    "qemu+tcp://[::1]:16509/system",
    "qemu+ssh://root@rack1:2222/system?no_tty=1&mode=auto",
    "qemu+ssh://rack1/system?proxy=native",
    "qemu+libssh2://rack1/system?known_hosts_verify=normal&sshauth=agent",
    "qemu+ssh://rack1/system?no_verify=0",
    "esx://root@vc.example/?transport=https&auto_answer=1",
    "lxc:///",
]
RISKY = {
    "test+ext:///default?command=/bin/x": "runs the program /bin/x on this computer",
    "test+ext:///default": "runs a program",
    "test+EXT:///default?COMMAND=/bin/x": "runs the program /bin/x",
    "test+ext:///default?x=1;command=/bin/x": "runs the program /bin/x",
    "test+ext:///default?c%6fmmand=/bin/x": "runs the program /bin/x",
    "TEST+ext:/default?command=/bin/x": "runs the program /bin/x",
    "qemu+ssh://h/system?command=/bin/x": "runs the program /bin/x",
    "qemu+ssh://h/system?netcat=/bin/x": "on the host",
    "qemu+ssh://h/system?keyfile=/k": "key in /k",
    "qemu+ssh://h/system?no_verify=1": "does not check who",
    "qemu+libssh://h/system?known_hosts_verify=ignore": "does not check who",
    "qemu+libssh://h/system?known_hosts=/tmp/k": "hosts that /tmp/k lists",
    "qemu+unix:///system?socket=/tmp/s": "socket /tmp/s",
    "qemu+tls://h/system?pkipath=/tmp/p": "/tmp/p",
    "esx://h/?proxy=socks://evil": "by way of socks://evil",
    "qemu+ssh://h/system?name=test%2bext:///default%3fcommand%3d/bin/x": "runs the program /bin/x",
    "qemu+unix:///system?name=qemu%2bext:///system": "runs a program",
    "qemu+warp:///system": "transport warp",
    "qemu:///system?whatever=1": "parameter whatever",
    "not a uri": "not a URI",
    "qemu+ssh://h/system\n": "not a URI",
    "-oProxyCommand=x": "not a URI",
    "qemu+ssh://h/\u202esystem": "not a URI",
}


@pytest.mark.parametrize("uri", HARMLESS)
def test_the_usual_uris_are_harmless(uri):
    assert risk(uri) is None


@pytest.mark.parametrize(("uri", "told"), RISKY.items())
def test_what_a_uri_runs_is_told(uri, told):
    assert told in risk(uri)


def test_the_value_is_shown_on_one_line():
    assert risk("test+ext:///d?command=/x%0a%1b[2J") == "It runs the program /x [2J on this computer."


def test_names_within_names_end():
    uri = "test:///default"
    for _ in range(6):
        uri = "test+unix:///default?name=" + uri.replace("%", "%25").replace("?", "%3f").replace("=", "%3d")
    assert risk(uri)


@pytest.mark.parametrize(
    "uri",
    [
        "test+EXT:///default?COMMAND={}",
        "test+ext:///default?x=1;command={}",
        "test+ext:///default?c%6fmmand={}",
        "TEST+ext:/default?command={}",
        "test+ssh://h/default?Command={}",
        "test+ext:///default#?command={}",
        "test+libssh://127.0.0.1:9/default?command={}",
        "test+e%78t:///default?command={}",
        "test:///default?command={}",
    ],
)
def test_whatever_libvirt_runs_is_called_a_risk(uri, tmp_path):
    canary, program = tmp_path / "canary", tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {canary}\n")
    program.chmod(0o755)
    uri = uri.format(program)
    libvirt.registerErrorHandler(lambda *_: None, None)
    with contextlib.suppress(libvirt.libvirtError):
        libvirt.open(uri).close()
    assert risk(uri) is not None or not canary.exists()


@pytest.mark.parametrize(
    ("uri", "told"),
    [
        ("qemu+ssh://root@rack1/system", "qemu+ssh://root@rack1/system"),
        ("esx://root:secret@vc/?no_verify=1", "esx://root:***@vc/?no_verify=1"),
        ("esx://root:s@e:c@vc/", "esx://root:***@vc/"),
        ("esx://root:1234@vc/", "esx://root:***@vc/"),
        ("esx://root:se/cret@vc/", "esx://root:***@vc/"),
        ("esx://root:se?cret@vc/", "esx://root:***@vc/"),
        ("qemu+tcp://h:16509/system?name=a@b", "qemu+tcp://h:16509/system?name=a@b"),
        ("qemu+tcp://[::1]:16509/a@b", "qemu+tcp://[::1]:16509/a@b"),
        ("x://h/?PassWord=a&token=b;my_secret=c&d=e", "x://h/?PassWord=***&token=***;my_secret=***&d=e"),
        ("x://h/?p%61ssword=a", "x://h/?p%61ssword=***"),
        ("x://h/?name=esx://u:secret%40vc/", "x://h/?name=esx://u:***@vc/"),
        ("x://h/\n\u202esystem", "x://h/ system"),
    ],
)
def test_secrets_are_masked(uri, told):
    assert shown(uri) == told


@pytest.mark.parametrize(
    ("uri", "opened"),
    [
        ("qemu+ssh://rack1/system", "qemu+ssh://rack1/system?no_tty=1"),
        ("qemu+SSH://rack1/system?No_TTY=0", "qemu+SSH://rack1/system?no_tty=1"),
        ("qemu+ssh://u@rack1/system?keyfile=/a%20b#x", "qemu+ssh://u@rack1/system?keyfile=/a%20b&no_tty=1"),
        ("qemu+libssh2://rack1/system", "qemu+libssh2://rack1/system"),
        ("qemu:///system", "qemu:///system"),
        ("alias", "alias"),
        ("", ""),
    ],
)
def test_ssh_never_asks_a_terminal(uri, opened):
    assert prepared(uri) == opened
    assert prepared(opened) == opened
