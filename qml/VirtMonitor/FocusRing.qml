// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* Where the keyboard is. */
Rectangle {
    id: root

    required property bool shown

    anchors.fill: parent
    color: "transparent"
    radius: Theme.radius
    border.color: Theme.palette.highlight
    border.width: 2
    visible: shown
    Accessible.ignored: true
}
