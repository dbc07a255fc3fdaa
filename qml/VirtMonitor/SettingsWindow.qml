// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* The settings in a window of their own. */
ApplicationWindow {
    id: root

    required property DataEngine engine
    required property Face face

    width: 46 * Theme.lineHeight
    height: 32 * Theme.lineHeight
    minimumWidth: 26 * Theme.lineHeight
    minimumHeight: 14 * Theme.lineHeight
    title: qsTr("Settings", "window title")
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    header: MessageBar {
        id: bar

        text: ""
        kind: MessageBar.Error
        onClosed: text = ""
    }
    SettingsPage {
        anchors.fill: parent
        anchors.margins: Theme.spacing
        settings: root.face.settings
        onHostsAsked: root.face.openHosts()
    }
    Connections {
        target: root.face.settings

        function onFailed(sentence: string): void {
            bar.text = sentence;
        }
    }
    Shortcut {
        sequences: [StandardKey.Cancel, StandardKey.Close]
        onActivated: root.close()
    }
}
