"""The two examples of README's "As a library", run as they stand but for the address of the host."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import libvirt
import pytest

from tests.helpers.libvirtd import PrivateLibvirtd
from tests.helpers.qmllint import check
from tests.helpers.waiting import until

pytestmark = pytest.mark.live

ROOT = Path(__file__).resolve().parents[2]
XML = "<domain type='test'><name>web1</name><memory>1024</memory><os><type>hvm</type></os></domain>"
TOLD = ("test running", "web1 shutoff", "web1 runs", "web1 running")
_RUNS_QML = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtQml import QQmlApplicationEngine
from virtmonitor.core.connection import HostSettings
from virtmonitor.engine import qmltypes
from virtmonitor.engine.dataengine import DataEngine

app = QCoreApplication(sys.argv)
qmltypes.register()
engine = DataEngine()
qml = QQmlApplicationEngine()
qml.setInitialProperties({"engine": engine})
qml.load(sys.argv[1])
engine.addHost(HostSettings("here", "qemu:///system"))
app.exec()
"""


def example(language: str) -> str:
    section = (ROOT / "README.md").read_text().split("## As a library\n")[1].split("\n## ")[0]
    (code,) = re.findall(rf"```{language}\n(.*?)```", section, re.DOTALL)
    return str(code)


@pytest.fixture
def uri(own_libvirtd: PrivateLibvirtd) -> Iterator[str]:
    """A host with a machine web1 that is shut off."""
    kept = libvirt.open(own_libvirtd.test_uri())
    kept.defineXML(XML)
    yield own_libvirtd.test_uri()
    kept.close()


def runs(program: str, uri: str, *arguments: str) -> None:
    """It tells of both machines and starts web1."""
    code = program.replace('"qemu:///system"', f'"{uri}", confirmed=True')
    assert uri in code
    argv = [sys.executable, "-c", code, *arguments]
    process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    lines: list[str] = []
    reader = Thread(target=lambda: lines.extend(process.stdout or ()), daemon=True)
    reader.start()
    try:
        until(lambda: all(words in "".join(lines) for words in TOLD), 60, "it tells all")
    except TimeoutError:
        pytest.fail(f"It told only this:\n{''.join(lines)}")
    finally:
        process.kill()
        process.wait()
        reader.join()
        assert process.stdout is not None
        process.stdout.close()
    told = "".join(lines)
    assert "Traceback" not in told, told


def test_from_python(uri: str, own_libvirtd: PrivateLibvirtd) -> None:
    assert example("python").count("\n") <= 26
    runs(example("python"), uri)
    until(lambda: own_libvirtd.virsh("domstate", "web1", uri=uri) == "running")


def test_from_qml(uri: str, own_libvirtd: PrivateLibvirtd, tmp_path: Path) -> None:
    file = tmp_path / "Watch.qml"
    file.write_text(example("qml"))
    assert check(qml=tmp_path) == 1
    runs(_RUNS_QML, uri, str(file))
    until(lambda: own_libvirtd.virsh("domstate", "web1", uri=uri) == "running")
