// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/* How much goes through something now: "↓ 1 MiB/s  ↑ 2 KiB/s". */
RowLayout {
    id: root

    required property string glyph
    required property string label
    required property string value

    spacing: Theme.smallSpacing
    Accessible.role: Accessible.StaticText
    Accessible.name: Theme.fill(qsTr("%1: %2", "what it is: its value"), label, value)

    Icon {
        glyph: root.glyph
        color: Theme.muted
    }
    PlainLabel {
        text: root.value
        font: Theme.smallFont
        color: Theme.muted
        Layout.fillWidth: true
        Accessible.ignored: true
    }
}
