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

    // Which columns there are; below that head, at the pointer without one.
    function choose(head: Item): void {
        menu.active = true;
        const shown = menu.item as Menu;
        if (head === null)
            shown.popup();
        else
            shown.popup(head, 0, head.height);
    }

    implicitHeight: heads.height
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Columns")

    Row {
        id: heads

        x: Theme.spacing
        spacing: root.columns.spacing

        Repeater {
            // All of them: one that was left out must not take the keyboard with it.
            model: root.columns.order

            TableHead {
                id: head

                required property string modelData

                label: root.columns.labels[modelData]
                visible: root.columns.has(modelData)
                width: root.columns.width(modelData)
                sorted: root.model.sortColumn === modelData
                descending: root.model.sortDescending
                onClicked: root.sort(modelData)
                onMenuAsked: root.choose(head)
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
        onTapped: root.choose(null)
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
