"""Which classes QML knows: noted as they are made, told to Qt when QML is wanted. A tray icon alone loads no QtQml.

The decorators have the names of PySide6's, and mean the same. A property whose type is a class that was noted, and not
told yet, is a QObject to Qt: QML finds out at run time what it is. What is imported after `tell` is told at once.
"""

from __future__ import annotations

import sys
from typing import Any, Final, TypeVar

T = TypeVar("T", bound=type)

_reasons: Final[dict[type, str]] = {}
_singletons: Final[set[type]] = set()


class _Told:
    """What became of the classes with a QmlElement."""

    qml: Any = None
    """PySide6.QtQml from `tell` on. Any: the stubs want bytes for names, and its functions take str alone."""
    waiting: Final[list[type]] = []
    known: Final[set[type]] = set()


def QmlElement(cls: T) -> T:
    """QML knows the class by its name, below the QML_IMPORT_NAME of its module. Above the other decorators."""
    if _Told.qml is None:
        _Told.waiting.append(cls)
    else:
        _tell(cls)
    return cls


class QmlUncreatable:
    """QML may use the type, not make one; `reason` is told to who tries."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def __call__(self, cls: T) -> T:
        """The class itself."""
        _reasons[cls] = self._reason
        return cls


def QmlSingleton(cls: T) -> T:
    """Each QML engine has one of it."""
    _singletons.add(cls)
    return cls


def is_told(cls: type) -> bool:
    """True once Qt knows the class by its name."""
    return cls in _Told.known


def tell() -> None:
    """Load QtQml, and make known what was noted. Before the first QML engine, and before types of QML alone."""
    from PySide6 import QtQml

    _Told.qml = QtQml
    while _Told.waiting:
        _tell(_Told.waiting.pop(0))


def _tell(cls: type) -> None:
    _Told.known.add(cls)
    module = sys.modules[cls.__module__]
    known_as = cls, module.QML_IMPORT_NAME, module.QML_IMPORT_MAJOR_VERSION, 0, cls.__name__
    if cls in _singletons:
        _Told.qml.qmlRegisterSingletonType(*known_as)
    elif cls in _reasons:
        _Told.qml.qmlRegisterUncreatableType(*known_as, _reasons[cls])
    else:
        _Told.qml.qmlRegisterType(*known_as)
