"""Marks the texts of the core for translation. The core speaks English; a face translates at its edge.

lupdate collects the marked texts with `-tr-function-alias QT_TR_NOOP+=N_`, in the empty context: a face shows
QCoreApplication.translate("", text).
"""

from __future__ import annotations


def N_(text: str) -> str:
    """`text` itself, marked."""
    return text
