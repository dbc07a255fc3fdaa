// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
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
    spacing: Theme.smallSpacing
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Journal")

    ScrollBar.vertical: ScrollBar {}
    delegate: RowLayout {
        id: row

        required property double time
        required property string host
        required property string name
        required property string display

        width: ListView.view.width - Theme.spacing
        spacing: Theme.spacing
        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1: %2", "a machine and what happened to it").arg(Theme.isolate(who.text)).arg(row.display)
        Accessible.description: when.text

        PlainLabel {
            id: when

            text: Units.moment(row.time)
            color: Theme.muted
            Layout.alignment: Qt.AlignTop
            Accessible.ignored: true
        }
        PlainLabel {
            id: who

            text: row.name
            visible: root.source === ""
            font.bold: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 9 * Theme.lineHeight
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
