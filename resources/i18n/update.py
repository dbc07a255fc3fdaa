"""Bring the translations up to date with the program's texts: python resources/i18n/update.py [DIRECTORY]

Each text of virtmonitor/ and qml/ is in each file afterwards, and no other; new ones are unfinished, to be translated
with Qt Linguist or by hand. A test fails while anything is unfinished.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LUPDATE = ("-extensions", "js,qml", "-locations", "none", "-no-obsolete", "-silent")


@dataclass(frozen=True)
class Message:
    """One text of the Python code; `source` is None where it is not written out there."""

    place: str
    context: str
    source: str | None
    comment: str
    plural: bool


def python_messages() -> Iterator[Message]:
    """The texts that translate(), QT_TRANSLATE_NOOP() and N_() mark; N_ is the core's, which knows no Qt.

    lupdate reads Python too, but loses what has a number that is no literal, and takes an f-string for a text.
    """
    for file in sorted((ROOT / "virtmonitor").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from _marked(node, f"{file.relative_to(ROOT)}:{node.lineno}")


def _marked(call: ast.Call, place: str) -> Iterator[Message]:
    function = ast.unparse(call.func).rpartition(".")[2]
    if function == "N_" and call.args:
        yield Message(place, "", _text(call.args[0]), "", False)
    elif function == "QT_TRANSLATE_NOOP" or (function == "translate" and len(call.args) >= 2):
        context, source, *rest = call.args
        comment = _text(rest[0]) or "" if rest else ""
        yield Message(
            place, _text(context) or "", _text(source), comment, len(rest) > 1 or bool(call.keywords)
        )


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def update(directory: Path = HERE) -> None:
    """Write virtmonitor_LANGUAGE.ts for each language that is there already."""
    with tempfile.TemporaryDirectory() as scratch:
        python = Path(scratch) / "python.js"
        python.write_text("\n".join(_as_script(message) for message in python_messages()), "utf-8")
        for file in sorted(HERE.glob("*.ts")):
            _update(file, directory / file.name, python)


def _as_script(message: Message) -> str:
    texts = [message.context, message.source or "", message.comment]
    arguments = [*map(json.dumps, texts), "1"] if message.plural else map(json.dumps, texts)
    return f"qsTranslate({', '.join(arguments)});" if message.source else ""


def _update(file: Path, target: Path, python: Path) -> None:
    language = file.stem.partition("_")[2]
    if target != file:
        target.write_bytes(file.read_bytes())
    # What has no plural is English in the program itself.
    plural = ("-pluralonly",) if language == "en" else ()
    languages = ("-source-language", "en", "-target-language", language)
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    argv = [str(tool), *LUPDATE, *plural, *languages, str(ROOT / "qml"), str(python), "-ts", str(target)]
    subprocess.run(argv, check=True)


if __name__ == "__main__":
    update(*map(Path, sys.argv[1:]))
