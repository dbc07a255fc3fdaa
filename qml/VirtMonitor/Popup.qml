// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What opens from the tray icon: one glance at what runs, and the next step. Escape or a click elsewhere closes it. */
Window {
    id: root

    required property DataEngine engine
    required property Face face

    width: 380
    height: 520
    color: Theme.window
    flags: Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    title: qsTr("virtmonitor", "window title")
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true
    onActiveChanged: {
        if (!active)
            hide();
    }
    onVisibleChanged: {
        if (visible)
            pane.focusSearch();
    }

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.color: Theme.line
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spacing
        spacing: Theme.spacing

        MachinesPane {
            id: pane

            engine: root.engine
            compact: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            onDismissed: root.hide()
        }
        ActionButton {
            label: qsTr("Open the window", "button")
            glyph: "window"
            Layout.alignment: Qt.AlignRight
            onTriggered: root.face.openWindow("")
        }
    }
    Shortcut {
        sequences: [StandardKey.Cancel]
        onActivated: root.hide()
    }
}
