// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* The hosts: how each is, and where they are added, changed and removed. */
Pane {
    id: root

    required property DataEngine engine
    required property Hosts hosts

    function edit(row: var): void {
        dialog.begin(row);
    }

    padding: Theme.spacing
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Hosts")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.spacing

        RowLayout {
            spacing: Theme.spacing

            PlainLabel {
                text: qsTr("Hosts")
                font: Theme.titleFont
                Layout.fillWidth: true
            }
            ActionButton {
                label: qsTr("Try all again", "button: connect to all hosts")
                glyph: "refresh"
                onTriggered: root.engine.retryAll()
            }
            ActionButton {
                objectName: "addHost"
                label: qsTr("Add a host", "button")
                glyph: "add"
                onTriggered: root.edit(null)
            }
        }
        MessageBar {
            id: failure

            text: ""
            kind: MessageBar.Error
            Layout.fillWidth: true
            onClosed: text = ""
        }
        Placeholder {
            title: qsTr("No host yet")
            explanation: qsTr("Add the computer whose virtual machines you want to see.")
            glyph: "host"
            visible: list.count === 0
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        ListView {
            id: list

            model: root.hosts.rows
            spacing: Theme.smallSpacing
            clip: true
            visible: count > 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Hosts")

            delegate: HostItem {
                required property var modelData

                width: ListView.view.width
                engine: root.engine
                row: modelData
                onEdited: root.edit(row)
                onRemoved: failure.text = root.hosts.remove(name)
            }
        }
    }
    HostDialog {
        id: dialog

        hosts: root.hosts
    }
}
