"""PySide6 names whose type stubs are wrong or say too little, with types that tell the truth.

The stubs' Property has no `__get__`, so each read of one would be a Property to the type checker, and refuses
types given by name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:

    class Property:
        """A Qt property."""

        def __init__(
            self,
            type: type | str,
            fget: Callable[[Any], Any] | None = None,
            fset: Callable[[Any, Any], None] | None = None,
            *,
            notify: Any = None,
            constant: bool = False,
        ) -> None: ...
        def __get__(self, instance: object, owner: type) -> Any: ...
        def __set__(self, instance: object, value: Any) -> None: ...

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
        """The text, marked for translation."""
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject
    from PySide6.QtCore import Property as _Property

    from virtmonitor.engine.qmlelement import is_told

    def Property(kind: Any, *rest: Any, **named: Any) -> Any:
        """A Qt property. Of a class that Qt does not know yet it is one of QObject: of some bases there is no other."""
        unknown = isinstance(kind, type) and issubclass(kind, QObject) and not is_told(kind)
        return _Property(QObject if unknown else kind, *rest, **named)


__all__ = ["QT_TRANSLATE_NOOP", "Property"]
