// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What happened, also before this start; the latest first. Older entries are read as one scrolls to them. */
ListView {
    id: root

    required property Journal journal
    // HOST/UUID, HOST, or "" for everything.
    property string source: ""

    model: entries
    clip: true
    highlightMoveDuration: Theme.duration
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Journal")

    ScrollBar.vertical: Bar {}
    section.property: "day"
    section.delegate: DayLabel {}
    delegate: JournalRow {
        width: ListView.view.width - Theme.spacing
        named: root.source === ""
    }
    Placeholder {
        title: qsTr("Nothing happened yet")
        glyph: "clock"
        explanation: qsTr("Starts, stops, crashes, changes and what is done from here are kept here.")
        visible: root.count === 0
        anchors.fill: parent
    }
    JournalModel {
        id: entries

        journal: root.journal
        source: root.source
    }
}
