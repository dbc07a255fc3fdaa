// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

/* One entry of a menu: a symbol, what it does, and the keys that do the same; for those who hear it why it cannot be done. */
MenuItem {
    id: root

    property string glyph: ""
    property string keys: ""
    property string reason: ""
    readonly property color ink: enabled ? Theme.text : palette.disabled.text

    leftPadding: Theme.spacing
    rightPadding: Theme.spacing
    topPadding: Math.round(Theme.smallSpacing * 0.9)
    bottomPadding: topPadding
    Accessible.description: [reason, keys].filter(part => part !== "").join(", ")

    background: Rectangle {
        radius: Theme.radius
        color: root.highlighted && root.enabled ? Theme.selection : "transparent"

        FocusRing {
            shown: root.highlighted && !root.enabled
        }
    }
    indicator: Icon {
        glyph: "check"
        visible: root.checkable && root.checked
        x: root.mirrored ? root.width - width - root.rightPadding : root.leftPadding
        y: (root.height - height) / 2
    }
    contentItem: RowLayout {
        spacing: Theme.spacing

        Icon {
            glyph: root.glyph
            color: root.ink
            // What is checked has its mark there.
            opacity: root.checkable && root.checked ? 0 : 1
        }
        PlainLabel {
            text: root.text
            color: root.ink
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        PlainLabel {
            text: root.keys
            color: root.enabled ? Theme.muted : root.ink
            visible: text !== ""
            Layout.leftMargin: Theme.largeSpacing
            Accessible.ignored: true
        }
    }
}
