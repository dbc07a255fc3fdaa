// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import VirtMonitor.Engine

/* What a machine costs now: CPU as a line of the past with the share, memory as a bar with the amounts. */
Item {
    id: root

    required property DomainSource domain
    required property string kind
    readonly property real picture: 3 * Theme.lineHeight

    Loader {
        active: root.domain?.active ?? false
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        width: root.picture
        sourceComponent: root.kind === "cpu" ? line : bar
    }
    PlainLabel {
        text: !root.domain?.active ? "" : root.kind === "cpu" ? root.domain.cpuText : root.domain.memoryBrief
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: root.picture + Theme.smallSpacing
        // Digits stand below each other.
        width: Math.min(root.width - anchors.leftMargin, (root.kind === "cpu" ? 2.9 : 6.2) * Theme.lineHeight)
        horizontalAlignment: Text.AlignRight
        Accessible.ignored: true
    }
    Component {
        id: line

        Sparkline {
            values: root.domain?.cpuHistory ?? []
            capacity: 30
            filled: false
            height: 1.2 * Theme.lineHeight
        }
    }
    Component {
        id: bar

        SlimBar {
            amount: root.domain?.memoryUsed ?? NaN
            total: root.domain?.memoryCurrent ?? NaN
        }
    }
}
