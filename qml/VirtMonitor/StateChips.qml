// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import VirtMonitor.Engine

/* How many machines are in each state; a chip shows only those. */
Flow {
    id: root

    required property GroupedModel rows
    required property string stateFilter

    signal chosen(string filter)

    spacing: Theme.smallSpacing
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Filters")

    Repeater {
        model: ListModel {
            ListElement {
                filter: "running"
                shown: 1
                title: qsTr("Running", "filter")
            }
            ListElement {
                filter: "paused"
                shown: 3
                title: qsTr("Paused", "filter")
            }
            ListElement {
                filter: "inactive"
                shown: 5
                title: qsTr("Off", "filter")
            }
            ListElement {
                filter: "attention"
                shown: 6
                title: qsTr("Needs attention", "filter")
            }
        }

        Chip {
            required property string filter
            required property int shown
            required property string title

            label: title
            domainState: shown
            count: root.rows.counts[filter] ?? 0
            checked: root.stateFilter === filter
            visible: count > 0 || checked
            onClicked: root.chosen(root.stateFilter === filter ? "" : filter)
        }
    }
}
