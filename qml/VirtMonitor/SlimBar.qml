// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* A bar without words, for a row that says the number beside it. NaN is an empty track. */
Rectangle {
    id: root

    property real amount: NaN
    property real total: 100
    // The share from which it deserves a look.
    property real warnAt: 0.9
    property color fill: Theme.information

    readonly property real share: total > 0 && amount > 0 ? Math.min(1, amount / total) : 0

    implicitWidth: 4 * Theme.lineHeight
    implicitHeight: Math.max(4, Theme.smallSpacing)
    radius: height / 2
    color: Theme.line
    Accessible.ignored: true

    Rectangle {
        visible: root.share > 0
        anchors.left: parent.left
        height: parent.height
        width: Math.max(height, parent.width * root.share)
        radius: parent.radius
        color: root.share >= root.warnAt ? Theme.neutral : root.fill
    }
}
