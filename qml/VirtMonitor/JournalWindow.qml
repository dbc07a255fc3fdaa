// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* The journal in a window of its own: of one machine or host, or of all. */
ApplicationWindow {
    id: root

    required property DataEngine engine
    required property Face face
    property alias source: page.source

    width: 46 * Theme.lineHeight
    height: 30 * Theme.lineHeight
    minimumWidth: 20 * Theme.lineHeight
    minimumHeight: 10 * Theme.lineHeight
    title: qsTr("Journal", "window title")
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    JournalPage {
        id: page

        anchors.fill: parent
        anchors.margins: Theme.spacing
        journal: root.face.journal
        focus: true
    }
    Shortcut {
        sequences: [StandardKey.Cancel, StandardKey.Close]
        onActivated: root.close()
    }
}
