// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop

/* An address of a machine, to be copied. */
RowLayout {
    id: root

    required property string address
    required property Face face

    spacing: Theme.smallSpacing

    PlainLabel {
        text: root.address
        Layout.fillWidth: true
    }
    ActionButton {
        label: qsTr("Copy %1", "button: an address").arg(root.address)
        glyph: "copy"
        iconOnly: true
        onTriggered: root.face.copyText(root.address)
    }
}
