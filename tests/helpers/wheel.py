"""The wheel as people install it: built from the sdist, in an environment of its own. Nothing is downloaded."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*argv: str | Path, cwd: Path = ROOT) -> str:
    """What a program prints, once it has succeeded."""
    done = subprocess.run([*map(str, argv)], capture_output=True, text=True, check=False, cwd=cwd)
    assert done.returncode == 0, f"{argv}: {done.stdout}{done.stderr}"
    return done.stdout.strip()


def build(directory: Path) -> Path:
    """Build the sdist, and the wheel from it as on a release; where the wheel is."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", directory, ROOT)
    return next(directory.glob("*.whl"))


def install(wheel: Path, home: Path) -> Path:
    """Make an environment in `home` with the wheel, and with this run's dependencies beside it; its Python."""
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel)
    # What a .pth names is searched, but the .pth files in it are not: our own editable install stays out.
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"))
    paths = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    (site / "dependencies.pth").write_text("\n".join(paths))
    return python
