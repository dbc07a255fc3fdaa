"""Loading PySide6 for a program: without the price it puts on the start, and on every import after it."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterable
from importlib.machinery import ModuleSpec
from threading import RLock
from types import ModuleType
from typing import Any, Final

_PACKAGE: Final = "shibokensupport.signature"
_LATER: Final = frozenset(
    f"{_PACKAGE}.{name}"
    for name in ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
)
_lock: Final = RLock()


def load() -> None:
    """Load PySide6, and give Python its own `import` back. Before all other imports of it; harmless when repeated.

    PySide6 (6.11) compiles 80 KB of Python at each start, for what it says of wrong arguments and for the making of
    stubs: a third of the time until an empty program has its icon. Here that waits until it is used.

    And it reads the source of every module that is imported after it, to see whether it may have chosen `snake_case`
    names (`from __feature__ import`), and the texts stay in linecache: 8 MB. Nothing here chooses such names, nor
    imports `*`, which is the other thing that its own `import` is for.
    """
    python: Any = builtins
    plain = python.__import__
    if "PySide6" in sys.modules:
        if plain is getattr(python, "__feature_import__", None):
            python.__import__ = python.__orig_import__
        return

    def postponing(
        name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0
    ) -> Any:
        if name.startswith(_PACKAGE):
            _postpone(f"{name}.{part}" for part in fromlist or ())
        return plain(name, globals, locals, fromlist, level)

    python.__import__ = postponing
    try:
        plain("PySide6")
    finally:
        python.__import__ = plain


def _postpone(names: Iterable[str]) -> None:
    # An installation may have them as files (SBK_EMBED=0), and then compiled already.
    package = sys.modules.get("shibokensupport")
    if not hasattr(getattr(package, "__loader__", None), "zfile"):
        return
    for name in _LATER.intersection(names) - sys.modules.keys():
        sys.modules[name] = _Later(name)


class _Later(ModuleType):
    """A module that becomes itself when somebody first asks it for something. Any thread."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__spec__ = ModuleSpec(name, None)  # PySide6 writes into it

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        with _lock:
            if type(self) is _Later:
                loader: Any = sys.modules[f"{_PACKAGE}.loader"].__loader__
                self.__class__ = ModuleType  # type: ignore[assignment]
                self.__spec__ = ModuleSpec(self.__name__, loader)
                loader.exec_module(self)
        return getattr(self, name)
