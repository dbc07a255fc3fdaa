"""Names of machines made fit for what tray hosts do to labels and tooltips.

Tried on lxqt-panel, xfce4-panel (StatusNotifierItem) and in an XEmbed menu: hosts take `_` for a mnemonic
too, render tooltips as HTML, and let a long label fill the screen.
"""

from __future__ import annotations

from typing import Final

from virtmonitor.core.plaintext import one_line

LABEL_LENGTH: Final = 40  # characters
TOOLTIP_LINE: Final = 80
_NAMELESS: Final = "—"
# Isolates keep a right-to-left name from turning the label around it; menus honour them, and draw nothing.
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def menu_label(text: str, *, sni: bool) -> str:
    """`text` as a menu shows it literally. `sni`: the menu goes through D-Bus to a panel.

    There an underscore marks the mnemonic, and & is a character like others. But Qt makes an underscore of the first
    & of a label, doubled or not: so one is put before all where there is any, and the panel finds a mnemonic there.

    >>> menu_label("web_1 & co", sni=True), menu_label("web_1 & co", sni=False)
    ('&web__1 & co', 'web_1 && co')
    """
    label = one_line(text, LABEL_LENGTH) or _NAMELESS
    if not sni:
        return label.replace("&", "&&")
    return ("&" if "&" in label else "") + label.replace("_", "__")


def tooltip_line(text: str) -> str:
    """`text` as one line of a tooltip, with look-alikes for < and >.

    Some hosts render HTML and others do not: what is escaped for the one shows as `&lt;` on the other.
    """
    return one_line(text, TOOLTIP_LINE).translate(_LOOK_ALIKES)


_LOOK_ALIKES: Final = str.maketrans({"<": "\u2039", ">": "\u203a"})


def isolated(text: str) -> str:
    """`text` between bidi isolates, to stand inside a sentence of another direction."""
    return f"{_ISOLATE}{text}{_END_ISOLATE}"
