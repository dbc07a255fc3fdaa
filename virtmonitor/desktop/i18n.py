"""The language of the interface: which one, and its texts, before the first of them is shown.

Translations are kept as text (resources/i18n/*.ts) and compiled once, by Qt's own lrelease, into the user's cache.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from virtmonitor.assets import asset
from virtmonitor.core.paths import cache_dir

log = logging.getLogger("virtmonitor.i18n")

LRELEASE: Final = Path(PySide6.__file__).parent / "lrelease"
COMPILE_SECONDS: Final = 30
#: Of Qt's own texts: those of dialogs, keys and the Controls.
_QT: Final = ("qtbase", "qtdeclarative")


def install(language: str = "") -> tuple[QTranslator, ...]:
    """Translate the application into `language` ("de", "pt_BR"), or the system's when it is "".

    Keep what it returns: a translator that is gone translates nothing. GUI thread, before any text is shown. A
    language that is not there, or that cannot be compiled, leaves the texts English.
    """
    if language:
        QLocale.setDefault(QLocale(language))
    wanted = [language] if language else QLocale().uiLanguages()
    file = _source(wanted)
    if file is None:
        return ()
    locale = QLocale(_language_of(file))
    translators = [_compiled(file)]
    directory = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name in _QT:
        translator = QTranslator()
        if translator.load(locale, name, "_", directory):
            translators.append(translator)
    installed = tuple(translator for translator in translators if translator is not None)
    for translator in reversed(installed):
        QCoreApplication.installTranslator(translator)
    return installed


def languages() -> tuple[str, ...]:
    """The languages there are, as "de" or "pt_BR"."""
    return tuple(sorted(_language_of(file) for file in asset("resources", "i18n").glob("*.ts")))


def _language_of(file: Path) -> str:
    return file.stem.partition("_")[2]


def _source(wanted: Iterable[str]) -> Path | None:
    """The texts of the first wanted language that there is; English ones stand in the program."""
    known = {_language_of(file): file for file in asset("resources", "i18n").glob("*.ts")}
    for name in wanted:
        exact = name.replace("-", "_")
        for candidate in (exact, exact.partition("_")[0]):
            if candidate in known:
                return known[candidate]
    return None


def _compiled(file: Path) -> QTranslator | None:
    """A translator of that file, compiled now unless the cache has it."""
    import hashlib  # none of these is needed for the language that the program is written in
    import subprocess

    try:
        source = file.read_bytes()
        ready = _place() / f"{file.stem}-{hashlib.sha256(source).hexdigest()[:16]}.qm"
        if not ready.exists():
            _compile(file, ready)
    except (OSError, subprocess.SubprocessError) as error:
        log.info("%s cannot be compiled, the texts stay English: %s", file.name, error)
        return None
    translator = QTranslator()
    return translator if translator.load(str(ready)) else None


def _place() -> Path:
    """The cache; without a home, or one that can be written, a directory of this run."""
    cache = cache_dir()
    try:
        if cache is not None:
            cache.mkdir(mode=0o700, parents=True, exist_ok=True)
            return cache
    except OSError as error:
        log.info("There is no cache: %s", error)
    import tempfile

    return Path(tempfile.mkdtemp(prefix="virtmonitor-"))


def _compile(file: Path, ready: Path) -> None:
    """Whole or not at all: two may start at once. What other versions left there goes."""
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory(dir=ready.parent) as scratch:
        made = Path(scratch) / "made.qm"
        argv = [str(LRELEASE), "-silent", str(file), "-qm", str(made)]
        subprocess.run(argv, check=True, capture_output=True, timeout=COMPILE_SECONDS)
        for old in ready.parent.glob(f"{file.stem}-*.qm"):
            old.unlink(missing_ok=True)
        made.replace(ready)
