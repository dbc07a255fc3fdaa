// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import VirtMonitor.Engine

/* All machines that the filters let through, sorted, to select and to act on. */
FocusScope {
    id: root

    required property DataEngine engine
    required property DomainModel model
    required property DomainSelection selection
    // Somebody may see it.
    required property bool live
    property double now: Units.now()

    // At that row; null: where the pointer is.
    signal menuAsked(Item row)
    signal opened
    signal acted
    signal typed(string text)

    function showCurrent(): void {
        const row = model.rowOf(selection.current);
        list.currentIndex = row;
        if (row >= 0)
            list.positionViewAtIndex(row, ListView.Contain);
    }

    function press(source: string, modifiers: int): void {
        list.forceActiveFocus(Qt.MouseFocusReason);
        if (modifiers & Qt.ShiftModifier)
            selection.extend(source);
        else if (modifiers & Qt.ControlModifier)
            selection.toggle(source);
        else
            selection.only(source);
    }

    function step(steps: int, modifiers: int): void {
        selection.move(steps, (modifiers & Qt.ShiftModifier) !== 0);
    }

    Rectangle {
        anchors.fill: list
        color: root.palette.base
    }
    TableColumns {
        id: columns

        available: root.width - 2 * Theme.spacing
        hosts: root.engine.hosts.length
    }
    TableHeader {
        id: header

        columns: columns
        model: root.model
        width: parent.width
    }
    ListView {
        id: list

        readonly property real rowHeight: Math.round(2.1 * Theme.lineHeight)
        readonly property int rowsSeen: Math.max(1, Math.floor(height / rowHeight) - 1)
        // Told by number, so that rows need not look at each step of a scroll where they are.
        readonly property int firstSeen: Math.floor((contentY - originY) / rowHeight)
        readonly property int lastSeen: Math.ceil((contentY - originY + height) / rowHeight) - 1

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.model
        focus: true
        activeFocusOnTab: true
        clip: true
        reuseItems: true
        keyNavigationEnabled: false
        boundsBehavior: Flickable.StopAtBounds
        highlightFollowsCurrentItem: false
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Machines")
        Keys.onUpPressed: event => root.step(-1, event.modifiers)
        Keys.onDownPressed: event => root.step(1, event.modifiers)
        Keys.onReturnPressed: root.opened()
        Keys.onEnterPressed: root.opened()
        Keys.onSpacePressed: event => event.modifiers & Qt.ControlModifier ? root.selection.toggle(root.selection.current) : root.acted()
        Keys.onMenuPressed: root.menuAsked(itemAtIndex(currentIndex))
        Keys.onPressed: event => {
            event.accepted = true;
            if (event.key === Qt.Key_Home)
                root.step(-count, event.modifiers);
            else if (event.key === Qt.Key_End)
                root.step(count, event.modifiers);
            else if (event.key === Qt.Key_PageUp)
                root.step(-rowsSeen, event.modifiers);
            else if (event.key === Qt.Key_PageDown)
                root.step(rowsSeen, event.modifiers);
            else if (event.matches(StandardKey.SelectAll))
                root.selection.selectAll();
            else if (event.text.trim() !== "" && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier)))
                root.typed(event.text);
            else
                event.accepted = false;
        }
        onHeightChanged: {
            if (currentItem !== null)
                positionViewAtIndex(currentIndex, ListView.Contain);
        }
        onActiveFocusChanged: {
            if (activeFocus && root.selection.current === "")
                root.selection.move(0, false);
        }

        ScrollBar.vertical: Bar {}
        delegate: MachineRow {
            engine: root.engine
            columns: columns
            width: list.width
            height: list.rowHeight
            firstSeen: list.firstSeen
            lastSeen: list.lastSeen
            selected: root.selection.has(source, root.selection.revision)
            focused: list.activeFocus && root.selection.current === source
            live: root.live
            now: root.now
            interval: root.engine.rowInterval
            moving: list.moving

            onPressed: modifiers => root.press(source, modifiers)
            onOpened: root.opened()
            onMenuAsked: {
                if (!selected)
                    root.press(source, Qt.NoModifier);
                root.menuAsked(null);
            }
        }
        HoverHandler {
            onPointChanged: settle.restart()
        }
    }
    // Rows that are sorted by what changes by the second hold still while somebody aims at one.
    Timer {
        id: settle

        interval: 2500
    }
    Timer {
        interval: 10000
        repeat: true
        running: root.live && columns.has("uptime")
        triggeredOnStart: true
        onTriggered: root.now = Units.now()
    }
    Binding {
        root.model.held: settle.running
        root.model.live: root.live
    }
    Connections {
        target: root.selection

        function onCurrentChanged(): void {
            root.showCurrent();
        }
    }
}
