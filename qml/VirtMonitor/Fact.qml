// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop

/* One thing that is known: what it is and its value, which may be copied. Nothing where there is no value. */
RowLayout {
    id: root

    required property string label
    required property string value
    // With a Face there is a button to copy the value.
    property Face face: null
    property real labelWidth: 7 * Theme.lineHeight

    spacing: Theme.spacing
    visible: value !== ""
    Accessible.role: Accessible.StaticText
    Accessible.name: Theme.fill(qsTr("%1: %2", "what it is: its value"), label, value)

    PlainLabel {
        text: root.label
        color: Theme.muted
        Layout.preferredWidth: root.labelWidth
        Layout.alignment: Qt.AlignBaseline
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    PlainLabel {
        text: root.value
        wrapMode: Text.Wrap
        maximumLineCount: 4
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignBaseline
        Accessible.ignored: true
    }
    ActionButton {
        label: qsTr("Copy %1", "button: what it is").arg(root.label)
        glyph: "copy"
        iconOnly: true
        visible: root.face !== null
        // It is higher than a line of text, and the lines stand as far from each other as those without it.
        Layout.topMargin: (Theme.lineHeight - implicitHeight) / 2
        Layout.bottomMargin: Layout.topMargin
        onTriggered: root.face.copyText(root.value)
    }
}
