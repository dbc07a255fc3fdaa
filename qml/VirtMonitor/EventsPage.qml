// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What happened, the latest first. */
ListView {
    id: root

    required property MachineJournal events

    model: events
    clip: true
    spacing: Theme.smallSpacing
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Events")

    ScrollBar.vertical: ScrollBar {}
    delegate: RowLayout {
        id: row

        required property double time
        required property string display

        width: ListView.view.width - Theme.spacing
        spacing: Theme.spacing
        Accessible.role: Accessible.ListItem
        Accessible.name: row.display
        Accessible.description: when.text

        PlainLabel {
            id: when

            text: Units.moment(row.time)
            color: Theme.muted
            Layout.alignment: Qt.AlignTop
            Accessible.ignored: true
        }
        PlainLabel {
            text: row.display
            wrapMode: Text.Wrap
            maximumLineCount: 4
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
    Placeholder {
        title: qsTr("Nothing happened yet")
        glyph: "clock"
        explanation: qsTr("What happens to this machine from now on is told here.")
        visible: root.count === 0
        anchors.fill: parent
    }
}
