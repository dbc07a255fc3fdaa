// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* Search, the chips that count by state and filter, and the ways out of the popup. */
ColumnLayout {
    id: root

    required property GroupedModel rows
    required property Face face
    property bool pinned: false
    property string stateFilter: ""
    readonly property alias text: search.text

    signal dismissed
    signal leftDownwards

    function clear(): void {
        search.clear();
        stateFilter = "";
    }

    function begin(text: string): void {
        search.forceActiveFocus();
        search.insert(search.cursorPosition, text);
    }

    spacing: Theme.spacing

    RowLayout {
        spacing: Theme.smallSpacing

        SearchBar {
            id: search

            focus: true
            Layout.fillWidth: true
            onDismissed: root.dismissed()
            onDownPressed: root.leftDownwards()
            onAccepted: root.leftDownwards()
        }
        ActionButton {
            label: qsTr("Open the window", "button")
            glyph: "window"
            iconOnly: true
            onTriggered: root.face.openWindow("")
        }
        ActionButton {
            label: qsTr("Keep open", "button: the popup stays when another window is used")
            glyph: "pin"
            iconOnly: true
            checkable: true
            checked: root.pinned
            onTriggered: root.pinned = !root.pinned
        }
    }
    StateChips {
        rows: root.rows
        stateFilter: root.stateFilter
        Layout.fillWidth: true
        onChosen: filter => root.stateFilter = filter
    }
}
