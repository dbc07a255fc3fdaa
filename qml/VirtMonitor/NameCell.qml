// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/* What a machine is: its state as symbol, its name, its title. */
RowLayout {
    id: root

    required property string name
    required property string title
    required property int domainState
    required property bool favourite

    spacing: Theme.smallSpacing

    StateIcon {
        domainState: root.domainState
        // The row says it; and a pooled row must say nothing.
        Accessible.ignored: true
    }
    PlainLabel {
        text: root.name
        font.weight: Font.DemiBold
        Layout.leftMargin: Theme.smallSpacing
        Layout.maximumWidth: root.width - 2 * Theme.iconSmall
        Accessible.ignored: true
    }
    Icon {
        glyph: "star"
        visible: root.favourite
        size: Theme.iconSmall * 0.75
        color: Theme.neutral
    }
    PlainLabel {
        text: root.title
        color: Theme.muted
        Layout.fillWidth: true
        Layout.leftMargin: Theme.smallSpacing
        Accessible.ignored: true
    }
}
