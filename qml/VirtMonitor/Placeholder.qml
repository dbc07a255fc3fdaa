// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/* What is shown where nothing can be: why, and what to do about it. */
Item {
    id: root

    required property string title
    property string glyph: ""
    property string explanation: ""
    // Something is under way: a wheel instead of the picture.
    property bool busy: false
    property string actionLabel: ""
    property string actionGlyph: ""

    signal action

    implicitWidth: 20 * Theme.lineHeight
    implicitHeight: column.implicitHeight + 2 * Theme.largeSpacing
    Accessible.role: Accessible.Grouping
    Accessible.name: title
    Accessible.description: explanation

    ColumnLayout {
        id: column

        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.largeSpacing, 28 * Theme.lineHeight)
        spacing: Theme.spacing

        Icon {
            glyph: root.glyph
            size: Theme.iconHuge
            color: Theme.blend(Theme.window, Theme.text, 0.35)
            visible: root.glyph !== "" && !root.busy
            Layout.alignment: Qt.AlignHCenter
        }
        Busy {
            label: root.title
            running: root.busy && root.visible
            visible: root.busy
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Theme.iconHuge
            Layout.preferredHeight: Theme.iconHuge
        }
        PlainLabel {
            text: root.title
            font: Theme.titleFont
            wrapMode: Text.Wrap
            maximumLineCount: 3
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        PlainLabel {
            text: root.explanation
            color: Theme.muted
            wrapMode: Text.Wrap
            maximumLineCount: 8
            horizontalAlignment: Text.AlignHCenter
            visible: text !== ""
            Layout.fillWidth: true
        }
        ActionButton {
            label: root.actionLabel
            glyph: root.actionGlyph
            visible: root.actionLabel !== ""
            onTriggered: root.action()
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.spacing
            Layout.maximumWidth: parent.width
        }
    }
}
