// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What happened, the latest first. */
ListView {
    id: root

    required property MachineJournal events

    model: events
    clip: true
    highlightMoveDuration: Theme.duration
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Events")

    ScrollBar.vertical: Bar {}
    section.property: "day"
    section.delegate: DayLabel {}
    delegate: JournalRow {
        width: ListView.view.width - Theme.spacing
        named: false
    }
    Placeholder {
        title: qsTr("Nothing happened yet")
        glyph: "clock"
        explanation: qsTr("What happens to this machine from now on is told here.")
        visible: root.count === 0
        anchors.fill: parent
    }
}
