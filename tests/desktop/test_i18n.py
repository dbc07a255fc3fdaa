"""Every text is marked, translated, and true to its original; and the program finds and compiles its translations."""

from __future__ import annotations

import importlib.util
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tests.helpers.qmllint import ROOT
from virtmonitor.desktop import i18n
from virtmonitor.engine import numbertext

HERE = ROOT / "resources" / "i18n"
LANGUAGES = ("cs", "de")
PLACEHOLDER = re.compile(r"%(?:\d|n|L\d)")
# Where a text is looked up that was marked somewhere else, in a table beside it or in the core.
LOOKED_UP = {
    "virtmonitor/desktop/machinemenu.py",
    "virtmonitor/desktop/noticetext.py",
    "virtmonitor/desktop/journaltext.py",
    "virtmonitor/desktop/settingsmodel.py",
    "virtmonitor/engine/numbertext.py",
    "virtmonitor/engine/statetext.py",
}


class Entry(NamedTuple):
    """One message of a file of translations."""

    context: str
    source: str
    comment: str
    plural: bool
    translations: tuple[str, ...]
    type: str

    @property
    def key(self) -> tuple[str, str, str, bool]:
        return self[:4]


def entries(file: Path) -> list[Entry]:
    found = []
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found.append(
                Entry(
                    context.findtext("name") or "",
                    message.findtext("source") or "",
                    message.findtext("comment") or "",
                    message.get("numerus") == "yes",
                    tuple(forms),
                    translation.get("type", ""),
                )
            )
    return found


@pytest.fixture(scope="module")
def updater() -> ModuleType:
    """resources/i18n/update.py."""
    spec = importlib.util.spec_from_file_location("i18n_update", HERE / "update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    os.sys.modules["i18n_update"] = module  # type: ignore[attr-defined]  # its dataclass looks itself up
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def translators(qapp: QApplication) -> Iterator[list[QTranslator]]:
    """What a test installs goes again."""
    installed: list[QTranslator] = []
    yield installed
    for translator in installed:
        QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(QLocale.c())


# The texts


def test_each_text_of_the_program_is_in_each_file(updater: ModuleType, tmp_path: Path) -> None:
    updater.update(tmp_path)
    for file in HERE.glob("*.ts"):
        wanted = {entry.key for entry in entries(tmp_path / file.name)}
        there = {entry.key for entry in entries(file)}
        assert there == wanted, f"run resources/i18n/update.py: {file.name} is not up to date"


@pytest.mark.parametrize("language", [*LANGUAGES, "en"])
def test_nothing_is_unfinished(language: str) -> None:
    for entry in entries(HERE / f"virtmonitor_{language}.ts"):
        assert entry.type == "", f"{entry.type}: {entry.source!r} in {entry.context}"
        assert all(text.strip() for text in entry.translations), entry.source


@pytest.mark.parametrize("language", [*LANGUAGES, "en"])
def test_placeholders_agree(language: str) -> None:
    for entry in entries(HERE / f"virtmonitor_{language}.ts"):
        wanted = Counter(PLACEHOLDER.findall(entry.source))
        for text in entry.translations:
            assert Counter(PLACEHOLDER.findall(text)) == wanted, f"{entry.source!r}: {text!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_stays_a_sentence(language: str) -> None:
    for entry in entries(HERE / f"virtmonitor_{language}.ts"):
        for text in entry.translations:
            assert text[-1] in ".:?…" or entry.source[-1] not in ".:?…", f"{entry.source!r}: {text!r}"
            assert text == text.strip(), text


def test_texts_are_written_out_where_they_are_marked(updater: ModuleType) -> None:
    """No f-string, no name: lupdate would take it for a text, or lose it."""
    unwritten = {message.place for message in updater.python_messages() if message.source is None}
    elsewhere = {place for place in unwritten if place.partition(":")[0] not in LOOKED_UP}
    assert elsewhere == set()


def test_every_marked_text_of_python_is_found(updater: ModuleType) -> None:
    keys = {entry.key for entry in entries(HERE / "virtmonitor_de.ts")}
    marked = {(m.context, m.source, m.comment, m.plural) for m in updater.python_messages() if m.source}
    assert marked - keys == set()


# The program


def test_a_language_is_compiled_once_and_installed(tmp_path: Path, monkeypatch, translators) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    translators += i18n.install("cs")
    assert QCoreApplication.translate("", "Shut Down") == "Vypnout"
    assert QCoreApplication.translate("shares", "%n other(s)", "machines", 5) == "5 dalších"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Zrušit"  # Qt's own
    (made,) = tmp_path.rglob("*.qm")
    before = made.stat().st_mtime_ns
    translators += i18n.install("cs")
    assert made.stat().st_mtime_ns == before


def test_numbers_are_written_as_the_language_writes_them(translators) -> None:
    translators += i18n.install("de")
    assert numbertext.format_bytes(1.5 * 1024**3) == "1,5 GiB"
    assert numbertext.format_percent(4.25) == "4,2 %"
    assert numbertext.format_age(7200) == "vor 2 h"
    assert numbertext.format_age(0) == "jetzt"
    assert numbertext.format_duration(93784) == "1 T 2 h"
    assert numbertext.format_wait(5) == "in 5 s"


def test_english_has_plurals(translators) -> None:
    translators += i18n.install("en")
    told = [QCoreApplication.translate("hosttest", "It has %n machine(s).", "", n) for n in (1, 2)]
    assert told == ["It has 1 machine.", "It has 2 machines."]


@pytest.mark.parametrize("language", ["xx", "tlh_KX", "C", "de_AT", "../../etc/passwd"])
def test_any_language_is_allowed(language: str, translators) -> None:
    translators += i18n.install(language)
    expected = "Herunterfahren" if language == "de_AT" else "Shut Down"
    assert QCoreApplication.translate("", "Shut Down") == expected


def test_without_the_compiler_it_stays_english(tmp_path: Path, monkeypatch, translators, caplog) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(i18n, "LRELEASE", tmp_path / "nothing")
    translators += i18n.install("de")
    assert QCoreApplication.translate("", "Shut Down") == "Shut Down"


def test_without_a_place_for_the_cache_it_works(tmp_path: Path, monkeypatch, translators) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    translators += i18n.install("de")
    assert QCoreApplication.translate("", "Shut Down") == "Herunterfahren"


def test_what_an_older_version_compiled_goes(tmp_path: Path, monkeypatch, translators) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    old = tmp_path / "virtmonitor" / "virtmonitor_de-0000.qm"
    old.parent.mkdir()
    old.write_bytes(b"")
    translators += i18n.install("de")
    assert not old.exists()


def test_languages_are_known() -> None:
    assert i18n.languages() == ("cs", "de", "en")
