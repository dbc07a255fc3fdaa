// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.impl as Impl

/*
    One of our symbols in a colour of the palette.

    IconImage is what every Button draws its icon with, and the only thing of Qt Quick that recolours an image with
    the software renderer too (MultiEffect needs a GPU).
*/
Impl.IconImage {
    id: root

    // The file's name in resources/icons/symbolic, without ending; "" for nothing.
    required property string glyph
    property int size: Theme.iconSmall
    // Arrows that point along the reading direction turn around with it.
    property bool directional: false

    source: glyph === "" ? "" : Qt.resolvedUrl("../../resources/icons/symbolic/" + glyph + ".svg")
    sourceSize: Qt.size(size, size)
    width: size
    height: size
    color: Theme.text
    mirror: directional && LayoutMirroring.enabled
    Accessible.ignored: true
}
