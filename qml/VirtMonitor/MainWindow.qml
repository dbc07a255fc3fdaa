// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* The window: all machines, searched and filtered, with what can be done with each. */
ApplicationWindow {
    id: root

    required property DataEngine engine
    required property Face face

    width: 860
    height: 620
    title: qsTr("virtmonitor", "window title")
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    MachinesPane {
        id: pane

        anchors.fill: parent
        anchors.margins: Theme.spacing
        engine: root.engine
    }
    Connections {
        target: root.face

        function onSourceRequested(source: string): void {
            pane.select(source);
        }
    }
}
