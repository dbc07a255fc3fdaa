// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* One section in the list of the settings. */
Item {
    id: root

    required property string title
    required property bool current

    signal chosen

    implicitHeight: text.implicitHeight + 2 * Theme.smallSpacing
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    Accessible.selected: current
    Accessible.onPressAction: chosen()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.palette.highlight
        opacity: 0.25
        visible: root.current
    }
    PlainLabel {
        id: text

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.spacing
        text: root.title
        font.bold: root.current
        Accessible.ignored: true
    }
    TapHandler {
        onTapped: root.chosen()
    }
}
