"""PySide6 is loaded without what nobody asked for, and that comes when somebody does."""

import subprocess
import sys

PROGRAM = """
import builtins, sys
plain = builtins.__import__
from virtmonitor import qtimport
qtimport.load()
assert builtins.__import__ is plain
from PySide6.QtCore import QTimer
SUPPORT = "shibokensupport.signature."
postponed = {name for name, module in sys.modules.items() if type(module) is qtimport._Later}
print(sorted(name.removeprefix(SUPPORT) for name in postponed if name.startswith(SUPPORT)))
"""


def told(more: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM + more], capture_output=True, text=True, timeout=60, check=True
    )
    assert not done.stderr
    return done.stdout.splitlines()


def test_what_explains_mistakes_waits_for_a_mistake() -> None:
    first, *said, after = told(
        "try: QTimer().setInterval('soon')\n"
        "except TypeError as error: print(error)\n"
        "print(type(sys.modules[SUPPORT + 'parser']) is qtimport._Later)\n"
    )
    assert first == "['errorhandler', 'layout', 'lib.enum_sig', 'lib.pyi_generator', 'lib.tool', 'parser']"
    assert "called with wrong argument types" in said[0]
    assert "setInterval(msec: int" in " ".join(said)
    assert after == "False"


def test_signatures_are_there_for_who_asks() -> None:
    _, signature = told(
        "from shibokensupport.signature import get_signature\nprint(get_signature(QTimer.setInterval))\n"
    )
    assert "msec: int" in signature


def test_a_second_time_changes_nothing() -> None:
    assert told("qtimport.load()\nassert builtins.__import__ is plain\nassert QTimer\n")
