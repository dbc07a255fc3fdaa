"""Each property of the vocabulary is a typed property of the Source, with a notify signal of its own."""

from __future__ import annotations

import math

import pytest
from pytestqt.qtbot import QtBot

from virtmonitor.core.vocabulary import BY_NAME, PROPERTIES, names
from virtmonitor.engine.source import DomainSource, HostSource, Source

_UNKNOWN = {"text": "", "word": "", "boolean": False, "list": [], "map": {}}


@pytest.mark.parametrize(("kind", "type_"), [("domain", DomainSource), ("host", HostSource)])
def test_all_of_the_vocabulary_and_each_with_its_signal(qtbot: QtBot, kind: str, type_: type[Source]) -> None:
    source = type_("t")
    meta = source.metaObject()
    for name in names(kind):
        index = meta.indexOfProperty(name)
        assert index >= 0, f"{name} is no property"
        assert meta.property(index).notifySignal().name() == f"{name}Changed"
        value = source.property(name)
        unknown = _UNKNOWN.get(BY_NAME[name].type, math.nan)
        if name != "state":
            assert value == unknown or (isinstance(value, float) and math.isnan(value)), name


def test_names_are_unique() -> None:
    assert len(BY_NAME) == len(PROPERTIES)


def test_only_what_changed_notifies_and_dirties(qtbot: QtBot) -> None:
    source = DomainSource("t/u")
    heard: list[str] = []
    source.nameChanged.connect(lambda: heard.append("name"))
    source.titleChanged.connect(lambda: heard.append("title"))
    assert source.setData({"name": "a", "title": None}) == ("name", "title")
    source.checkForUpdate()
    assert source.setData({"name": "a"}) == ()
    assert not source.dirty
    assert source.setData({"title": "b"}) == ("title",)
    assert heard == ["name", "title", "title"]
    assert source.data() == {"name": "a", "title": "b"}, "merged, never replaced"
