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
    flags: Qt.platform.pluginName.startsWith("wayland") ? Qt.Window : Qt.Tool | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    title: qsTr("virtmonitor", "window title")
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true
    onActiveChanged: {
        if (!active && !head.pinned)
            hide();
    }
    onVisibleChanged: {
        if (visible)
            head.begin("");
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spacing
        spacing: Theme.spacing
        Keys.onPressed: event => {
            // Whoever types wants to search, wherever the keyboard is.
            event.accepted = event.text > " " && !(event.modifiers & ~(Qt.ShiftModifier | Qt.KeypadModifier));
            if (event.accepted)
                head.begin(event.text);
        }

        PopupHead {
            id: head

            rows: rows
            face: root.face
            Layout.fillWidth: true
            onDismissed: root.hide()
            onLeftDownwards: list.forceActiveFocus()
        }
        Loader {
            active: root.engine.hosts.length === 1
            visible: active
            Layout.fillWidth: true
            sourceComponent: HostSummary {
                engine: root.engine
                source: root.engine.hosts[0] ?? ""
                live: root.visible
            }
        }
        PopupList {
            id: list

            engine: root.engine
            face: root.face
            rows: rows
            live: root.visible
            Layout.fillWidth: true
            Layout.fillHeight: true
            onFailed: text => failure.text = text
            onLeftUpwards: head.begin("")
        }
        MessageBar {
            id: failure

            text: ""
            kind: MessageBar.Error
            Layout.fillWidth: true
            onClosed: text = ""
        }
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.color: Theme.line
        Accessible.ignored: true
    }
    GroupedModel {
        id: rows

        engine: root.engine
        filterText: head.text
        stateFilter: head.stateFilter
        frozen: list.pointerRests
    }
    Shortcut {
        sequences: [StandardKey.Cancel]
        onActivated: root.hide()
    }
}
