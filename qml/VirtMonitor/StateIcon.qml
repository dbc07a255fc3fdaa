// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* The state of a domain, told by shape first and by colour second. */
Icon {
    id: root

    // virDomainState, 0..7.
    required property int domainState
    // On a selected row the row's own colours count.
    property bool highlighted: false

    glyph: States.glyph(domainState)
    color: highlighted ? Theme.palette.highlightedText : States.color(domainState)
    Accessible.ignored: false
    Accessible.role: Accessible.Graphic
    Accessible.name: States.text(domainState)
}
