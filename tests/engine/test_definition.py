"""A definition being edited: compared by what it says, never applied blindly."""

from __future__ import annotations

from virtmonitor.engine.definition import DefinitionEdit
from virtmonitor.hypervisor.xmlform import digest

OLD = "<domain><name>a</name><title>one</title></domain>"
NEW = "<domain><name>a</name><title>two</title></domain>"


def test_it_follows_the_host_until_it_is_edited(qtbot: object) -> None:
    edit = DefinitionEdit()
    edit.current = OLD
    assert (edit.base, edit.text, edit.edited) == (OLD, OLD, False)
    edit.current = NEW
    assert edit.text == NEW
    edit.text = OLD
    assert edit.edited
    assert "-  <title>two</title>\n+  <title>one</title>" in edit.difference
    edit.current = NEW.replace("two", "three")
    assert edit.text == OLD
    assert edit.outdated
    assert edit.parameters() == {"xml": OLD, "base": digest(NEW), "validate": True}
    edit.discard()
    assert not edit.edited
    assert "three" in edit.text


def test_other_spellings_are_no_change(qtbot: object) -> None:
    edit = DefinitionEdit()
    edit.current = OLD
    edit.text = OLD.replace("><", ">\n  <")
    assert edit.edited
    assert edit.difference == ""


def test_what_is_no_xml_is_told(qtbot: object) -> None:
    edit = DefinitionEdit()
    edit.current = OLD
    edit.text = "<domain>"
    assert edit.problem
    assert edit.difference == ""


def test_a_kept_one_is_proposed_against_what_is_in_force(qtbot: object) -> None:
    edit = DefinitionEdit()
    edit.current = NEW
    edit.propose(OLD)
    assert "+  <title>one</title>" in edit.difference
    edit.current = NEW.replace("two", "three")
    assert "-  <title>three</title>" in edit.difference
    assert not edit.outdated
    edit.current = OLD  # it was applied
    assert not edit.edited
