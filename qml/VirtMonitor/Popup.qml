// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What opens from the tray icon: one glance at what runs, and the next step. Escape or a click elsewhere closes it. */
ApplicationWindow {
    id: root

    required property DataEngine engine
    required property Face face

    readonly property bool framed: Qt.platform.pluginName.startsWith("wayland")
    // For once also what is shut off, though the settings hide it.
    property bool everything: false
    readonly property bool alone: engine.hosts.length === 1
    // While an edge is dragged it stays where the window manager puts it.
    property bool resizing: false

    function settle(): void {
        resizing = resizing && grab.running;
    }

    function turnFavourite(uuid: string): void {
        face.setFavourite(uuid, !face.favourites.includes(uuid));
    }

    readonly property size wanted: Qt.size(size.width, size.height)

    width: wanted.width
    height: wanted.height
    minimumWidth: 18 * Theme.lineHeight
    minimumHeight: 12 * Theme.lineHeight
    flags: framed ? Qt.Window : Qt.Tool | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    title: qsTr("virtmonitor", "window title")
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true
    onActiveChanged: {
        if (!active && !head.pinned && !grab.running)
            hide();
    }
    onVisibleChanged: {
        if (visible) {
            head.begin("");
        } else {
            head.clear();
            size.keep();
            resizing = false;
            everything = false;
        }
    }

    background: Rectangle {
        color: Theme.window
        border.width: root.framed ? 0 : 1
        border.color: Theme.line
    }

    PopupSize {
        id: size

        window: root
        face: root.face
        contentHeight: column.implicitHeight - list.implicitHeight + list.wantedHeight + 2 * Theme.spacing
        unfoldedHeight: list.unfoldedHeight
        openHeight: actions.openHeight
        rowsHeight: column.implicitHeight - list.implicitHeight + 2 * Theme.spacing + root.face.popupRows * list.rowHeight
    }
    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.spacing
        spacing: Theme.spacing
        Keys.onPressed: event => {
            // Whoever types wants to search, wherever the keyboard is.
            event.accepted = event.text > " " && !(event.modifiers & ~(Qt.ShiftModifier | Qt.KeypadModifier));
            if (event.accepted)
                head.begin(event.text);
        }

        HoverHandler {
            id: pointer

            onPointChanged: root.settle()
        }
        PopupHead {
            id: head

            rows: rows
            face: root.face
            Layout.fillWidth: true
            onDismissed: root.hide()
            onLeftDownwards: list.enter()
        }
        HostSummary {
            id: summary

            engine: root.engine
            face: root.face
            source: root.alone ? root.engine.hosts[0] : ""
            live: root.visible && root.alone
            visible: root.alone && !empty.visible
            Layout.fillWidth: true
            onChosen: source => list.reveal(source)
        }
        PopupList {
            id: list

            objectName: "list"
            engine: root.engine
            face: root.face
            rows: rows
            runner: actions.runner
            live: root.visible
            emptyHeight: empty.visible ? empty.implicitHeight : 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            onLeftUpwards: head.begin("")
            onMenuAsked: item => actions.openMenu(item)
            onScreenAsked: source => actions.openScreen(source)

            PopupEmpty {
                id: empty

                anchors.fill: parent
                engine: root.engine
                face: root.face
                emptyReason: rows.emptyReason
                notice: summary.host?.notice ?? ""
                onFilterCleared: {
                    head.clear();
                    root.everything = true;
                }
            }
        }
        MessageBar {
            id: failure

            text: ""
            kind: MessageBar.Error
            Layout.fillWidth: true
            onClosed: text = ""
        }
        JobsBar {
            jobs: jobs
            most: 3
            Layout.fillWidth: true
        }
    }
    ElisionTip {
        target: column
        pointer: pointer
    }
    ResizeEdges {
        window: root
        visible: !root.framed
        onGrabbed: {
            size.grabbed = true;
            root.resizing = true;
            grab.restart();
        }
    }
    // A window manager that resizes it takes the keyboard for as long (openbox does), and tells nobody when it is done.
    Timer {
        id: grab

        interval: 1000
    }
    PopupActions {
        id: actions

        engine: root.engine
        face: root.face
        source: list.currentSource
        onFailed: text => failure.text = text
    }
    MachineKeys {
        enabled: !actions.busy && list.activeFocus && list.currentSource.includes("/")
        onFavouriteAsked: root.turnFavourite(list.currentSource.split("/")[1])
        onEditAsked: actions.edit(list.currentSource)
        onScreenAsked: actions.openScreen(list.currentSource)
        onSerialAsked: actions.openSerial(list.currentSource)
    }
    GroupedModel {
        id: rows

        engine: root.engine
        filterText: head.text
        stateFilter: head.stateFilter
        favourites: root.face.favourites
        favouritesFirst: root.face.popupFavouritesFirst
        inactive: root.everything || root.face.popupInactive
        frozen: list.pointerRests
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.face.reducedMotion
    }
    JobModel {
        id: jobs

        engine: root.engine
    }
    Shortcut {
        sequences: [StandardKey.Cancel]
        enabled: !actions.busy
        onActivated: root.hide()
    }
}
