// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQml.Models
import QtQuick
import QtQuick.Controls
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* The machines under their hosts. Only rows that are seen exist, so only they are sampled. */
ListView {
    id: root

    required property DataEngine engine
    required property Face face
    required property GroupedModel rows
    required property bool live
    // The Source whose row is unfolded.
    property string unfolded: ""
    // The Source that the keyboard is at: rows come and go around it.
    property string currentSource: ""
    readonly property bool pointerRests: pointer.hovered

    signal failed(string text)
    signal leftUpwards

    function turn(source: string): void {
        unfolded = unfolded === source ? "" : source;
    }

    function go(row: int): void {
        currentIndex = Math.max(0, Math.min(count - 1, row));
        currentSource = rows.sourceAt(currentIndex);
    }

    function page(): int {
        return Math.max(1, Math.floor(height / (3 * Theme.lineHeight)));
    }

    model: rows
    clip: true
    focus: true
    activeFocusOnTab: true
    currentIndex: -1
    cacheBuffer: 0
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: Theme.duration
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Machines")
    Keys.onUpPressed: currentIndex > 0 ? go(currentIndex - 1) : leftUpwards()
    Keys.onDownPressed: go(currentIndex + 1)
    Keys.onPressed: event => {
        const steps = ({
                [Qt.Key_Home]: -count,
                [Qt.Key_End]: count,
                [Qt.Key_PageUp]: -page(),
                [Qt.Key_PageDown]: page()
            });
        event.accepted = event.key in steps;
        if (event.accepted)
            go(currentIndex + steps[event.key]);
    }
    onActiveFocusChanged: {
        if (activeFocus && currentIndex < 0 && count > 0)
            go(0);
    }

    HoverHandler {
        id: pointer
    }
    Connections {
        target: root.rows

        function onModelReset(): void {
            root.currentIndex = root.rows.rowOf(root.currentSource);
        }
    }

    ScrollBar.vertical: ScrollBar {}
    delegate: DelegateChooser {
        role: "kind"

        DelegateChoice {
            roleValue: "host"

            PopupSection {
                engine: root.engine
                live: root.live
                width: ListView.view.width
                onToggled: root.rows.toggle(source)
                onChosen: root.go(index)
            }
        }
        DelegateChoice {
            roleValue: "domain"

            PopupRow {
                engine: root.engine
                face: root.face
                live: root.live
                unfolded: root.unfolded === source
                width: ListView.view.width
                onToggled: root.turn(source)
                onChosen: root.go(index)
                onFailed: text => root.failed(text)
            }
        }
    }
}
