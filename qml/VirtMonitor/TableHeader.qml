// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import VirtMonitor.Engine

/* The heads of the columns: a click sorts, another turns the order around, a third goes back to the usual one. */
Item {
    id: root

    required property TableColumns columns
    required property DomainModel model

    function sort(name: string): void {
        // Of what costs, the most is what one looks for; of names, the first.
        const first = ["cpu", "memory", "disk", "network", "uptime"].includes(name);
        if (model.sortColumn !== name) {
            model.sortDescending = first;
            model.sortColumn = name;
        } else if (model.sortDescending === first) {
            model.sortDescending = !first;
        } else {
            model.sortColumn = "";
            model.sortDescending = false;
        }
    }

    implicitHeight: heads.height
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Columns")

    Row {
        id: heads

        x: Theme.spacing
        spacing: root.columns.spacing

        Repeater {
            model: root.columns.shown

            TableHead {
                required property string modelData

                label: root.columns.labels[modelData]
                width: root.columns.width(modelData)
                sorted: root.model.sortColumn === modelData
                descending: root.model.sortDescending
                onClicked: root.sort(modelData)
            }
        }
    }
    Rectangle {
        width: parent.width
        height: 1
        y: parent.height - 1
        color: Theme.line
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: {
            menu.active = true;
            (menu.item as Menu).popup();
        }
    }
    Loader {
        id: menu

        active: false
        sourceComponent: PlainMenu {
            Repeater {
                model: root.columns.order.slice(1)

                MenuEntry {
                    required property string modelData

                    text: root.columns.labels[modelData]
                    checkable: true
                    checked: !root.columns.hidden.includes(modelData)
                    onTriggered: root.columns.toggle(modelData)
                }
            }
        }
    }
}
