// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* Search and the chips that count by state; each narrows the list down. */
ColumnLayout {
    id: root

    required property DomainModel model
    property bool compact: false
    readonly property alias text: search.text
    property string stateFilter: ""

    signal dismissed
    signal downPressed

    function clear(): void {
        search.clear();
        stateFilter = "";
    }

    function focusSearch(): void {
        search.forceActiveFocus();
    }

    spacing: Theme.smallSpacing

    SearchBar {
        id: search

        focus: true
        Layout.fillWidth: true
        onDismissed: root.dismissed()
        onDownPressed: root.downPressed()
    }
    Flow {
        spacing: Theme.smallSpacing
        Layout.fillWidth: true

        Repeater {
            model: ListModel {
                ListElement {
                    filter: "running"
                    shown: 1
                    label: qsTr("Running", "filter")
                }
                ListElement {
                    filter: "paused"
                    shown: 3
                    label: qsTr("Paused", "filter")
                }
                ListElement {
                    filter: "inactive"
                    shown: 5
                    label: qsTr("Off", "filter")
                }
                ListElement {
                    filter: "attention"
                    shown: 6
                    label: qsTr("Needs attention", "filter")
                }
            }

            Chip {
                required property string filter
                required property int shown

                domainState: shown
                count: root.model.counts[filter] ?? 0
                showLabel: !root.compact
                checked: root.stateFilter === filter
                onClicked: root.stateFilter = root.stateFilter === filter ? "" : filter
            }
        }
    }
}
