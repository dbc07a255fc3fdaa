// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* The hosts in a window of their own. */
ApplicationWindow {
    id: root

    required property DataEngine engine
    required property Face face

    width: 40 * Theme.lineHeight
    height: 26 * Theme.lineHeight
    title: qsTr("Hosts", "window title")
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    HostsPage {
        anchors.fill: parent
        engine: root.engine
        hosts: root.face.hosts
    }
    Shortcut {
        sequences: [StandardKey.Cancel, StandardKey.Close]
        onActivated: root.close()
    }
}
