// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* Who eats the host: the machines that cost most CPU, with their share of all its CPUs and of its memory.
 * To rank machines each of them is measured at each tick: of few at once, of many when a person asks for it. */
ColumnLayout {
    id: root

    required property DataEngine engine
    required property string source
    required property bool live
    // All machines of the host, and those of them that run; NaN until that is known.
    required property real count
    required property real active
    property int most: 8
    property int few: 60
    property bool asked: false
    readonly property bool ranked: asked || count <= few

    signal chosen(string source)

    spacing: Theme.smallSpacing
    onSourceChanged: asked = false

    PlainLabel {
        text: qsTr("Who uses it", "heading: machines that cost most")
        font.bold: true
        topPadding: Theme.smallSpacing
        Accessible.role: Accessible.Heading
    }
    ListView {
        id: list

        model: domains
        interactive: false
        clip: true
        visible: root.ranked
        implicitHeight: Math.min(count, root.most) * 2 * Theme.lineHeight
        Layout.fillWidth: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Machines that use most")

        delegate: EaterRow {
            engine: root.engine
            live: root.live && root.ranked && index < root.most
            width: ListView.view.width
            height: 2 * Theme.lineHeight
            onClicked: root.chosen(source)
        }
    }
    PlainLabel {
        text: qsTr("Nothing runs.", "machines of a host")
        visible: root.active === 0 && list.count === 0
        color: Theme.muted
    }
    ActionButton {
        label: qsTr("Rank the Machines", "button: by what they use")
        description: qsTr("Measures all of them, as long as this is shown.")
        glyph: "graph"
        visible: !root.ranked && root.active > 0
        onTriggered: root.asked = true
    }
    DomainModel {
        id: domains

        engine: root.ranked ? root.engine : null
        hostFilter: root.source
        stateFilter: "active"
        sortColumn: "cpu"
        sortDescending: true
        live: root.live
    }
}
