// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/*
    What opens from the tray icon: one glance at what runs, and the next step. Escape or a click elsewhere closes it.

    It is as high as its rows, up to a height that the user may change, and grows by what is unfolded up to the screen.
*/
Window {
    id: root

    required property DataEngine engine
    required property Face face

    readonly property bool framed: Qt.platform.pluginName.startsWith("wayland")
    readonly property bool alone: engine.hosts.length === 1
    property int roomyWidth: Math.max(380, 24 * Theme.lineHeight)
    property int roomyHeight: Math.max(520, 33 * Theme.lineHeight)
    readonly property real chrome: column.implicitHeight - list.implicitHeight + 2 * Theme.spacing
    readonly property int wantedHeight: Math.min(screenHeight, Math.min(roomyHeight, chrome + list.wantedHeight) + list.unfoldedHeight)
    readonly property int screenHeight: Screen.desktopAvailableHeight
    // The user has taken hold of an edge.
    property bool sized: false

    function readSize(): void {
        const kept = face.sizeOf("popup");
        if (kept.width > 0) {
            roomyWidth = kept.width;
            roomyHeight = kept.height;
        }
    }

    function keepSize(): void {
        if (sized)
            face.keepSize("popup", roomyWidth, roomyHeight);
        sized = false;
    }

    width: Math.min(roomyWidth, Screen.desktopAvailableWidth)
    height: wantedHeight
    minimumWidth: 18 * Theme.lineHeight
    minimumHeight: 16 * Theme.lineHeight
    color: Theme.window
    flags: framed ? Qt.Window : Qt.Tool | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint
    title: qsTr("virtmonitor", "window title")
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true
    Component.onCompleted: readSize()
    onActiveChanged: {
        if (!active && !head.pinned)
            hide();
    }
    onVisibleChanged: visible ? head.begin("") : keepSize()
    onWidthChanged: {
        if (sized)
            roomyWidth = width;
    }
    onHeightChanged: {
        if (sized && height !== wantedHeight)
            roomyHeight = height - list.unfoldedHeight;
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

        PopupHead {
            id: head

            rows: rows
            face: root.face
            Layout.fillWidth: true
            onDismissed: root.hide()
            onLeftDownwards: list.forceActiveFocus()
        }
        HostSummary {
            id: summary

            engine: root.engine
            source: root.alone ? root.engine.hosts[0] : ""
            live: root.visible && root.alone
            visible: root.alone && !empty.visible
            Layout.fillWidth: true
        }
        PopupList {
            id: list

            engine: root.engine
            face: root.face
            rows: rows
            live: root.visible
            emptyHeight: empty.visible ? empty.implicitHeight : 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            onFailed: text => failure.text = text
            onLeftUpwards: head.begin("")

            PopupEmpty {
                id: empty

                anchors.fill: parent
                engine: root.engine
                face: root.face
                emptyReason: rows.emptyReason
                notice: summary.host?.notice ?? ""
                onFilterCleared: head.clear()
            }
        }
        MessageBar {
            id: failure

            text: ""
            kind: MessageBar.Error
            Layout.fillWidth: true
            onClosed: text = ""
        }
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.color: Theme.line
        visible: !root.framed
        Accessible.ignored: true
    }
    ResizeEdges {
        window: root
        visible: !root.framed
        onGrabbed: root.sized = true
    }
    GroupedModel {
        id: rows

        engine: root.engine
        filterText: head.text
        stateFilter: head.stateFilter
        frozen: list.pointerRests
    }
    Shortcut {
        sequences: [StandardKey.Cancel]
        onActivated: root.hide()
    }
}
