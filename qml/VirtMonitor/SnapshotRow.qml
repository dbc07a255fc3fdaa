// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* One snapshot, set in below the one it was made from. */
RowLayout {
    id: root

    required property var snapshot
    required property Service service
    // The machine runs.
    required property bool running
    // Which it is, and what becomes of the machine.
    readonly property string about: [snapshot.name, when.text].join(" · ")
    readonly property list<string> returning: running && !snapshot.memory ? [about, qsTr("It has no memory: the machine is off afterwards.", "a snapshot")] : [about]

    signal asked(string operation, list<string> told)

    spacing: Theme.spacing
    Accessible.role: Accessible.ListItem
    Accessible.name: snapshot.name
    Accessible.description: when.text

    Icon {
        glyph: "snapshot"
        color: root.snapshot.current ? Theme.positive : Theme.muted
        Layout.leftMargin: Math.min(8, root.snapshot.depth) * Theme.largeSpacing
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true

        PlainLabel {
            text: root.snapshot.name
            font.bold: root.snapshot.current
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        PlainLabel {
            id: when

            text: [Units.moment(root.snapshot.createdAt ?? NaN), root.snapshot.memory ? qsTr("with memory", "snapshot") : qsTr("disks only", "snapshot"), root.snapshot.current ? qsTr("the machine goes on from here", "snapshot") : "", root.snapshot.description].filter(part => part !== "").join(" · ")
            font: Theme.smallFont
            color: Theme.muted
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
    PageAction {
        description: root.snapshot.name
        operation: "snapshotRevert"
        service: root.service
        iconOnly: true
        onTriggered: root.asked(operation, root.returning)
    }
    PageAction {
        description: root.snapshot.name
        operation: "snapshotDelete"
        service: root.service
        iconOnly: true
        onTriggered: root.asked(operation, [root.about])
    }
}
