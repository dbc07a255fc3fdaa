// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import VirtMonitor.Engine

/* One machine in the table. Rows are used again as one scrolls, and look at their Source only while they are seen. */
T.Control {
    id: root

    required property int index
    required property string source
    required property string name
    required property string title
    required property string host
    required property int domainState
    required property string stateText
    required property bool stale
    required property bool favourite
    required property double startedAt
    // The Unix time that the table tells times by.
    required property double now
    required property DataEngine engine
    required property TableColumns columns
    // It is selected; it is where the keyboard is.
    required property bool selected
    required property bool focused
    required property bool live
    required property int interval
    // The list moves: rows that fly past need nothing.
    required property bool moving
    // The rows that are in sight.
    required property int firstSeen
    required property int lastSeen

    readonly property DomainSource domain: view.domain
    // Lists keep rows beyond their edges at hand: those need no statistics, and a line there would be drawn outside of
    // the list by the software renderer (it takes an empty clip for none).
    readonly property bool seen: index >= firstSeen && index <= lastSeen
    // Why there is no uptime: libvirt has no call for it.
    readonly property string unknownStart: columns.has("uptime") && (domain?.active ?? false) && isNaN(startedAt) ? qsTr("It ran before virtmonitor looked, and libvirt does not tell since when.") : ""
    // It has a Source: not a row that flies past, and not all of them in the same turn when the list stops.
    property bool looked: false

    signal pressed(int modifiers)
    signal opened
    signal menuAsked

    leftPadding: Theme.spacing
    rightPadding: Theme.spacing
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: Theme.fill(qsTr("%1, %2", "name of a machine, its state"), name, stateText)
    Accessible.description: [title, domain?.active ? domain.cpuText : "", domain?.memoryText ?? "", domain?.addressText ?? "", unknownStart].filter(text => text !== "").join(", ")
    Accessible.selected: selected
    Accessible.selectable: true
    Accessible.focusable: true
    Accessible.focused: focused
    Accessible.onPressAction: pressed(Qt.NoModifier)
    // A list hides pooled rows from screen readers, and forgets to show them again (Qt 6.11).
    ListView.onReused: Accessible.ignored = false
    ListView.onPooled: {
        Accessible.ignored = true;
        looked = false;
    }
    onSeenChanged: {
        if (!seen)
            looked = false;
    }

    background: Rectangle {
        color: root.selected ? Theme.selection : root.hovered ? Theme.faintLine : "transparent"
        Rectangle {
            visible: root.selected
            width: 3
            height: parent.height
            x: root.mirrored ? parent.width - width : 0
            color: root.palette.highlight
        }
        FocusRing {
            shown: root.focused
            radius: 0
        }
    }
    contentItem: Row {
        spacing: root.columns.spacing
        opacity: root.stale ? 0.6 : 1

        NameCell {
            name: root.name
            title: root.title
            domainState: root.domainState
            favourite: root.favourite
            width: root.columns.width("name")
            height: parent.height
        }
        TextCell {
            text: root.stateText
            visible: root.columns.has("state")
            width: root.columns.width("state")
            height: parent.height
        }
        LoadCell {
            domain: root.domain
            kind: "cpu"
            visible: root.seen && root.columns.has("cpu")
            width: root.columns.width("cpu")
            height: parent.height
        }
        LoadCell {
            domain: root.domain
            kind: "memory"
            visible: root.columns.has("memory")
            width: root.columns.width("memory")
            height: parent.height
        }
        TextCell {
            text: root.domain?.active ? root.domain.diskText : ""
            visible: root.columns.has("disk")
            width: root.columns.width("disk")
            height: parent.height
        }
        TextCell {
            text: root.domain?.active ? root.domain.networkText : ""
            visible: root.columns.has("network")
            width: root.columns.width("network")
            height: parent.height
        }
        TextCell {
            text: root.domain?.addressText ?? ""
            visible: root.columns.has("address")
            width: root.columns.width("address")
            height: parent.height
        }
        ExplainedCell {
            text: root.domain?.active ? Units.duration(root.now - root.startedAt) : ""
            about: root.unknownStart
            visible: root.columns.has("uptime")
            width: root.columns.width("uptime")
            height: parent.height
        }
        TextCell {
            text: root.host
            visible: root.columns.has("host")
            width: root.columns.width("host")
            height: parent.height
        }
    }
    TapHandler {
        id: tap

        onTapped: root.pressed(tap.point.modifiers)
        onDoubleTapped: root.opened()
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: root.menuAsked()
    }
    Timer {
        interval: 6 * Math.max(0, root.index % 16)
        running: root.seen && !root.moving && !root.looked
        onTriggered: root.looked = true
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.source
        active: root.live && root.looked
        interval: root.interval
        groups: ["cpu", "memory"].concat(root.columns.has("disk") ? ["disk"] : [], root.columns.has("network") ? ["network"] : [], root.columns.has("address") ? ["guest"] : [])
    }
}
