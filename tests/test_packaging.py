"""A checkout, an editable install and a wheel run alike and find their files. Nothing is downloaded."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import wheel
from tests.helpers.wheel import ROOT, run
from virtmonitor import __version__
from virtmonitor.assets import asset

_ASK = "import virtmonitor.assets as a; print(a.__file__, a.asset('qml', 'VirtMonitor'), a.asset('resources', 'icons'))"


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of the wheel and the sdist, the wheel being built from the sdist as on a release."""
    wheel.build(directory := tmp_path_factory.mktemp("dist"))
    return directory


@pytest.fixture(scope="module")
def installed(distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with the wheel."""
    return wheel.install(next(distributions.glob("*.whl")), tmp_path_factory.mktemp("wheel"))


def test_checkout_finds_its_files() -> None:
    assert asset("qml") == ROOT / "qml"
    assert asset("resources", "icons").is_dir()


def test_what_is_missing_is_told() -> None:
    with pytest.raises(FileNotFoundError, match=r"no resources/no/such\.file"):
        asset("resources", "no", "such.file")


def test_environment_of_this_run_finds_its_files(tmp_path: Path) -> None:
    """Editable, when the run is ./dev test's: from another directory, without the checkout on the path."""
    environment = {"PYTHONPATH": "" if _is_editable() else str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", _ASK],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=environment,
    )
    assert done.stdout.split() == [
        str(ROOT / "virtmonitor" / "assets.py"),
        str(ROOT / "qml" / "VirtMonitor"),
        str(ROOT / "resources" / "icons"),
    ]


def _is_editable() -> bool:
    return any(Path(sysconfig.get_path("purelib")).glob("virtmonitor-*.dist-info"))


def test_wheel_finds_its_files(installed: Path, tmp_path: Path) -> None:
    module, qml, icons = run(installed, "-c", _ASK, cwd=tmp_path).split()
    package = Path(module).parent
    assert installed.parent.parent in package.parents
    assert (Path(qml), Path(icons)) == (package / "qml" / "VirtMonitor", package / "resources" / "icons")


def test_wheel_has_a_command(installed: Path, tmp_path: Path) -> None:
    assert __version__ in run(installed.with_name("virtmonitor"), "--version", cwd=tmp_path)


def _ours() -> Iterator[str]:
    for room in ("virtmonitor", "qml", "resources"):
        for file in (ROOT / room).rglob("*"):
            if file.is_file() and file.suffix not in {".pyc", ".qm", ".qmltypes"}:
                yield str(file.relative_to(ROOT))


def test_wheel_and_sdist_hold_all_of_it(distributions: Path) -> None:
    ours = set(_ours())
    archive = zipfile.ZipFile(next(distributions.glob("*.whl")))
    in_wheel = {name.removeprefix("virtmonitor/") for name in archive.namelist()}
    assert {name.removeprefix("virtmonitor/") for name in ours} <= in_wheel
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as sdist:
        in_sdist = {name.partition("/")[2] for name in sdist.getnames()}
    assert ours | {"LICENSE", "README.md", "pyproject.toml", "tests/conftest.py"} <= in_sdist


def test_wheel_carries_nothing_else(distributions: Path) -> None:
    names = zipfile.ZipFile(next(distributions.glob("*.whl"))).namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"virtmonitor"}
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]
