// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls

/* Something is under way: a wheel that turns, or stands for who wants nothing to move. */
Item {
    id: root

    required property bool running
    required property string label

    implicitWidth: Theme.iconLarge
    implicitHeight: Theme.iconLarge
    Accessible.role: Accessible.Indicator
    Accessible.name: label

    BusyIndicator {
        anchors.fill: parent
        running: root.running && !Theme.reducedMotion
        visible: !Theme.reducedMotion
        Accessible.ignored: true
    }
    Icon {
        anchors.centerIn: parent
        glyph: "clock"
        size: Math.min(root.width, root.height)
        color: Theme.muted
        visible: Theme.reducedMotion && root.running
    }
}
