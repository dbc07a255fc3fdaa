// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* One host in the list of hosts: its mark, its address, how the connection is, and what can be done about it. */
FocusScope {
    id: root

    required property DataEngine engine
    // A row of Hosts.rows.
    required property var row
    readonly property string name: String(row.name)
    readonly property HostSource host: view.host
    readonly property string notice: row.demo ? qsTr("The demo that comes with virtmonitor: these machines are not real.") : view.host?.notice ?? ""
    // What the notice does not tell.
    readonly property string status: notice !== "" && !row.demo ? "" : [host?.connectionText ?? "", host?.countText ?? ""].filter(part => part !== "").join(" · ")

    signal edited
    signal removed

    implicitHeight: layout.implicitHeight + 2 * Theme.smallSpacing
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.description: [status, notice].filter(part => part !== "").join(", ")

    RowLayout {
        id: layout

        anchors.fill: parent
        anchors.margins: Theme.smallSpacing
        spacing: Theme.spacing

        Rectangle {
            color: root.row.colour !== "" ? String(root.row.colour) : Theme.line
            radius: width / 2
            implicitWidth: Theme.smallSpacing
            Layout.fillHeight: true
        }
        Icon {
            glyph: root.host?.glyph ?? "host"
            size: Theme.iconMedium
            color: root.host?.stale ? Theme.neutral : Theme.text
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            RowLayout {
                spacing: Theme.spacing

                PlainLabel {
                    text: root.name
                    font.bold: true
                    Accessible.ignored: true
                }
                PlainLabel {
                    text: root.status
                    color: Theme.muted
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
            }
            PlainLabel {
                text: String(root.row.shownUri)
                color: Theme.muted
                elide: Text.ElideMiddle
                Layout.fillWidth: true
            }
            PlainLabel {
                text: root.notice
                color: root.host?.stale ? Theme.neutral : Theme.muted
                wrapMode: Text.Wrap
                visible: text !== ""
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        ActionButton {
            label: qsTr("Authenticate", "button: give a password")
            glyph: "lock"
            visible: root.host?.canAuthenticate ?? false
            onTriggered: root.engine.authenticateHost(root.name)
        }
        ActionButton {
            label: qsTr("Connect %1", "button: to a host").arg(root.name)
            glyph: "refresh"
            iconOnly: true
            visible: root.host?.retryable ?? false
            onTriggered: root.engine.retryHost(root.name)
        }
        ActionButton {
            label: qsTr("Change %1", "button: a host").arg(root.name)
            glyph: "edit"
            iconOnly: true
            reason: root.row.demo ? qsTr("This is the demo.") : ""
            onTriggered: root.edited()
        }
        ActionButton {
            label: qsTr("Remove %1", "button: a host").arg(root.name)
            description: qsTr("Its machines stay as they are.")
            glyph: "delete"
            iconOnly: true
            reason: root.row.demo ? qsTr("It goes when you add a host.") : ""
            onTriggered: root.removed()
        }
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.name
    }
}
