"""What Python classes look like to QML, in moc's JSON, for pyside6-qmltyperegistrar. One URI a call.

pyside6-metaobjectdump reads syntax only: it loses what is not written its way, and stops at `Property(str, f)`
whose f is no plain name. This asks the classes themselves. Run as python -m tests.helpers.qmltypes FILE.py...
"""

from __future__ import annotations

import importlib
import inspect
import json
import re
import sys
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from PySide6.QtCore import QMetaMethod, QMetaObject, QObject

from virtmonitor.engine import qmlelement

ROOT = Path(__file__).resolve().parents[2]
_DECORATED = re.compile(r"^((?:@.*\n)+)class (\w+)", re.MULTILINE)
_INFOS = {
    "@QmlElement": ("QML.Element", "auto"),
    "@QmlAnonymous": ("QML.Element", "anonymous"),
    "@QmlSingleton": ("QML.Singleton", "true"),
    "@QmlUncreatable": ("QML.Creatable", "false"),
}


def describe(files: Iterable[Path]) -> list[dict[str, Any]]:
    """The QML types that Python files define, and the classes of ours that they are made from."""
    qmlelement.tell()  # first: then Qt knows each class by its name when another has a property of it
    modules = [_import(file) for file in files]
    wanted = dict.fromkeys(
        base for module in modules for cls in _own_classes(module) for base in _lineage(cls)
    )
    return [
        {"classes": [_class(cls)], "inputFile": inspect.getfile(cls), "outputRevision": 68} for cls in wanted
    ]


def _import(file: Path) -> ModuleType:
    if file.is_relative_to(ROOT):
        return importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
    sys.path.insert(0, str(file.parent))
    return importlib.import_module(file.stem)


def _own_classes(module: ModuleType) -> list[type[QObject]]:
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, QObject) and value.__module__ == module.__name__
    ]


def _lineage(cls: type[QObject]) -> Iterator[type[QObject]]:
    for base in cls.__mro__:
        if issubclass(base, QObject) and not base.__module__.startswith("PySide6"):
            yield base


def _class_infos(cls: type[QObject]) -> Iterator[dict[str, str]]:
    """As the decorators say: PySide6 forgets them in the meta-object of some classes."""
    source = Path(inspect.getfile(cls)).read_text()
    for decorators, name in _DECORATED.findall(source):
        for decorator, (key, value) in _INFOS.items():
            if name == cls.__name__ and re.search(rf"^{decorator}\b", decorators, re.MULTILINE):
                yield {"name": key, "value": value}


def _class(cls: type[QObject]) -> dict[str, Any]:
    meta: QMetaObject = cls.staticMetaObject  # type: ignore[attr-defined]  # the stubs lack it
    methods = [meta.method(index) for index in range(meta.methodOffset(), meta.methodCount())]
    parent = meta.superClass()
    assert parent is not None
    return {
        "className": meta.className(),
        "qualifiedClassName": meta.className(),
        "object": True,
        "superClasses": [{"access": "public", "name": parent.className()}],
        "classInfos": list(_class_infos(cls)),
        "enums": [_enum(meta, index) for index in range(meta.enumeratorOffset(), meta.enumeratorCount())],
        "properties": [
            _property(meta, index) for index in range(meta.propertyOffset(), meta.propertyCount())
        ],
        "signals": [
            _method(cls, one) for one in methods if one.methodType() == QMetaMethod.MethodType.Signal
        ],
        "slots": [_method(cls, one) for one in methods if _is_public_slot(one)],
    }


def _is_public_slot(method: QMetaMethod) -> bool:
    return method.methodType() == QMetaMethod.MethodType.Slot and not _text(method.name()).startswith("_")


def _enum(meta: QMetaObject, index: int) -> dict[str, Any]:
    enum = meta.enumerator(index)
    keys = [_text(enum.key(number)) for number in range(enum.keyCount())]
    return {"isClass": False, "isFlag": enum.isFlag(), "name": _text(enum.name()), "values": keys}


def _property(meta: QMetaObject, index: int) -> dict[str, Any]:
    one = meta.property(index)
    name = _text(one.name())
    told: dict[str, Any] = {"name": name, "type": _text(one.typeName()), "index": index, "read": name}
    told |= {"constant": one.isConstant(), "required": one.isRequired(), "final": False}
    if one.isWritable():
        told["write"] = name
    if one.hasNotifySignal():
        told["notify"] = _text(one.notifySignal().name())
    return told


def _method(cls: type[QObject], method: QMetaMethod) -> dict[str, Any]:
    types = [_text(name) for name in method.parameterTypes()]
    name = _text(method.name())
    return {
        "access": "public",
        "name": name,
        "arguments": [{"name": f"a{number}", "type": kind} for number, kind in enumerate(types, 1)],
        "returnType": _annotated(cls, name) or _text(method.typeName()),
    }


def _annotated(cls: type[QObject], name: str) -> str:
    """The class that a slot returns as its annotation has it: the meta-object calls each of them QObject*."""
    function = getattr(cls, name, None)
    if not inspect.isfunction(function):
        return ""
    try:
        told = typing.get_type_hints(function).get("return")
    except NameError:  # a name that is there for the type checker only
        return ""
    kinds = [one for one in (typing.get_args(told) or (told,)) if one is not type(None)]
    one_class = len(kinds) == 1 and isinstance(kinds[0], type) and issubclass(kinds[0], QObject)
    return f"{kinds[0].__name__}*" if one_class else ""


def _text(value: Any) -> str:
    return bytes(value).decode() if not isinstance(value, str) else value


if __name__ == "__main__":
    print(json.dumps(describe(Path(argument).resolve() for argument in sys.argv[1:]), indent=1))
