// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/* Who takes how much of a host, the largest first; a click goes to the machine. */
ColumnLayout {
    id: root

    required property string title
    // As HostShares tells them.
    required property var shares

    signal chosen(string source)

    spacing: 0
    Accessible.role: Accessible.List
    Accessible.name: title

    PlainLabel {
        text: qsTr("Nothing measured yet")
        font: Theme.smallFont
        color: Theme.muted
        visible: root.shares.length === 0
        Layout.fillWidth: true
    }
    Repeater {
        model: root.shares

        T.AbstractButton {
            id: entry

            required property var modelData
            readonly property string machine: modelData.name
            readonly property string amount: modelData.text

            padding: Theme.smallSpacing / 2
            implicitHeight: implicitContentHeight + topPadding + bottomPadding
            hoverEnabled: true
            enabled: modelData.source !== ""
            focusPolicy: Qt.StrongFocus
            Layout.fillWidth: true
            Accessible.role: Accessible.ListItem
            Accessible.name: Theme.fill(qsTr("%1: %2", "name of a machine: what it takes of the host"), machine, amount)
            Keys.onReturnPressed: click()
            Keys.onEnterPressed: click()
            onClicked: root.chosen(modelData.source)

            background: Rectangle {
                radius: Theme.radius
                color: entry.hovered && entry.enabled ? Theme.faintLine : "transparent"

                FocusRing {
                    shown: entry.visualFocus
                }
            }
            contentItem: ColumnLayout {
                spacing: 1

                RowLayout {
                    spacing: Theme.smallSpacing

                    PlainLabel {
                        text: entry.machine
                        font: Theme.smallFont
                        Layout.fillWidth: true
                        Accessible.ignored: true
                    }
                    PlainLabel {
                        text: entry.amount
                        font: Theme.smallFont
                        color: Theme.muted
                        Accessible.ignored: true
                    }
                }
                SlimBar {
                    amount: entry.modelData.share
                    total: 1
                    warnAt: 2
                    implicitHeight: Math.max(2, Theme.smallSpacing / 2)
                    Layout.fillWidth: true
                }
            }
        }
    }
}
