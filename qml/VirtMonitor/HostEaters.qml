// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* Who eats the host: the machines that cost most CPU, with their share of all its CPUs and of its memory. */
ColumnLayout {
    id: root

    required property DataEngine engine
    required property string source
    required property bool live
    property int most: 8

    signal chosen(string source)

    spacing: Theme.smallSpacing

    PlainLabel {
        text: qsTr("Who uses it", "heading: machines that cost most")
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    ListView {
        id: list

        model: domains
        interactive: false
        clip: true
        implicitHeight: Math.min(count, root.most) * 2 * Theme.lineHeight
        Layout.fillWidth: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Machines that use most")

        delegate: EaterRow {
            engine: root.engine
            live: root.live && index < root.most
            width: ListView.view.width
            height: 2 * Theme.lineHeight
            onClicked: root.chosen(source)
        }
    }
    PlainLabel {
        text: qsTr("Nothing runs.", "machines of a host")
        visible: list.count === 0
        color: Theme.muted
    }
    DomainModel {
        id: domains

        engine: root.engine
        hostFilter: root.source
        stateFilter: "active"
        sortColumn: "cpu"
        sortDescending: true
        live: root.live
    }
}
