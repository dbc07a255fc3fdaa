// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import VirtMonitor.Engine

/* The smart filters of the sidebar, with how many machines each shows. */
Column {
    id: root

    required property DomainModel model

    signal chosen(string filter)

    Repeater {
        model: ListModel {
            ListElement {
                filter: ""
                counted: "all"
                glyph: "list"
                title: qsTr("All machines", "filter")
            }
            ListElement {
                filter: "running"
                counted: "running"
                glyph: "state-running"
                title: qsTr("Running", "filter")
            }
            ListElement {
                filter: "paused"
                counted: "paused"
                glyph: "state-paused"
                title: qsTr("Paused", "filter")
            }
            ListElement {
                filter: "inactive"
                counted: "inactive"
                glyph: "state-shutoff"
                title: qsTr("Off", "filter")
            }
            ListElement {
                filter: "attention"
                counted: "attention"
                glyph: "warning"
                title: qsTr("Needs attention", "filter")
            }
            ListElement {
                filter: "favourites"
                counted: "favourites"
                glyph: "star"
                title: qsTr("Favourites", "filter")
            }
        }

        SidebarItem {
            required property string filter
            required property string counted
            required property string title

            label: title
            width: root.width
            count: root.model.counts[counted] ?? 0
            ink: filter === "attention" && count > 0 ? Theme.negative : Theme.text
            checkable: false
            checked: root.model.stateFilter === filter && root.model.hostFilter === "" && root.model.tagFilter === ""
            onClicked: root.chosen(filter)
        }
    }
}
