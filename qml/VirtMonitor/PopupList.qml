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
    required property OperationRunner runner
    required property bool live
    // The Source whose row is unfolded.
    property string unfolded: ""
    // The Source that the keyboard is at: rows come and go around it.
    property string currentSource: ""
    // The person went away from the top; until then the view stays there, whatever comes above the first row.
    property bool scrolled: false
    // How much higher that row is by it.
    property real unfoldedHeight: 0
    readonly property real wantedHeight: Math.max(contentHeight - unfoldedHeight, emptyHeight, 2 * Theme.lineHeight)
    // What the words take that stand here while there is no row.
    property real emptyHeight: 0
    property bool laidOut: false
    // How high a row is that is not unfolded.
    property real rowHeight: 3 * Theme.lineHeight
    readonly property bool pointerRests: pointer.hovered

    signal leftUpwards
    // For the current row, below that item; at the pointer when it is null.
    signal menuAsked(Item item)
    signal screenAsked(string source)

    function turn(source: string): void {
        unfolded = unfolded === source ? "" : source;
        if (unfolded === "")
            unfoldedHeight = 0;
    }

    // Who opens it again starts at the top.
    function beginAnew(): void {
        unfolded = "";
        unfoldedHeight = 0;
        currentIndex = 0;
        scrolled = false;
        positionViewAtBeginning();
    }

    function go(row: int): void {
        currentIndex = Math.max(0, Math.min(count - 1, row));
        scrolled = currentIndex > 0;
    }

    // From above: who searched goes to what was found, not to its host.
    function enter(): void {
        forceActiveFocus();
        if (rows.filterText !== "" && count > 0)
            go(rows.firstMachine());
    }

    // Show a machine, unfolded, wherever it is.
    function reveal(source: string): void {
        const row = rows.rowOf(source);
        if (row < 0)
            return;
        go(row);
        unfolded = source;
        positionViewAtIndex(row, ListView.Contain);
        forceActiveFocus();
    }

    // What unfolds below the edge is moved up as far as it takes.
    function showUnfolded(): void {
        const row = rows.rowOf(unfolded);
        if (row >= 0)
            positionViewAtIndex(row, ListView.Contain);
    }

    function stay(): void {
        if (!scrolled)
            positionViewAtBeginning();
    }

    function page(): int {
        return Math.max(1, Math.floor(height / (3 * Theme.lineHeight)));
    }

    // A ListView without height loses the rows above those that are inserted.
    model: laidOut ? rows : null
    onHeightChanged: laidOut = laidOut || height > 0
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
    onCurrentItemChanged: currentSource = rows.sourceAt(currentIndex)
    onOriginYChanged: Qt.callLater(stay)
    onMovingVerticallyChanged: scrolled = !atYBeginning
    onLiveChanged: {
        if (!live)
            beginAnew();
    }
    onActiveFocusChanged: {
        if (activeFocus && currentIndex < 0 && count > 0)
            go(0);
    }

    HoverHandler {
        id: pointer
    }
    Connections {
        property string kept: ""

        target: root.rows

        function onModelAboutToBeReset(): void {
            kept = root.currentSource;
        }

        function onModelReset(): void {
            root.currentIndex = Math.max(root.rows.rowOf(kept), root.activeFocus ? 0 : -1);
        }
    }

    ScrollBar.vertical: ScrollBar {
        Accessible.ignored: true
        onPressedChanged: root.scrolled = !root.atYBeginning
    }
    delegate: DelegateChooser {
        role: "kind"

        DelegateChoice {
            roleValue: "host"

            PopupSection {
                engine: root.engine
                face: root.face
                live: root.live
                width: ListView.view.width
                onToggled: root.rows.toggle(source)
                onSourceChosen: source => root.reveal(source)
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
                onAsked: operation => root.runner.run(source, name, operation, {})
                onMenuAsked: item => root.menuAsked(item)
                onScreenAsked: root.screenAsked(source)
                onChosen: root.go(index)
                // One that is just made is nothing but its margins: the popup would shrink for a frame at each new row.
                onFoldedHeightChanged: {
                    if (foldedHeight > 1.5 * Theme.lineHeight)
                        root.rowHeight = foldedHeight;
                }
                onDetailsHeightChanged: {
                    if (unfolded) {
                        root.unfoldedHeight = detailsHeight;
                        Qt.callLater(root.showUnfolded);
                    }
                }
            }
        }
    }
}
