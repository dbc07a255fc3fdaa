"""A computer's clock that can be set while a program runs, and only for that program: libfaketime."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_PLACES = ("lib*", "lib/*")


class FakeTime:
    """Put `env` into a program's environment; its wall clock goes as `set` says, what passes is the machine's."""

    def __init__(self, directory: Path) -> None:
        self._file = directory / "faketime"
        self.set(0)
        self.env: Mapping[str, str] = {
            "LD_PRELOAD": str(_library()),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "DONT_FAKE_MONOTONIC": "1",
        }

    def set(self, seconds: int) -> None:
        """Now it is so many seconds later (less than none: earlier) than the machine's clock tells."""
        new = self._file.with_suffix(".new")
        new.write_text(f"{seconds:+d}\n")
        new.replace(self._file)  # whole at any moment


def _library() -> Path:
    found = [path for place in _PLACES for path in Path("/usr").glob(f"{place}/faketime/libfaketime.so.1")]
    assert found, "libfaketime is not installed: ./dev test installs it"
    return found[0]
