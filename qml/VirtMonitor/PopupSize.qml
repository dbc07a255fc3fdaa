// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import VirtMonitor.Desktop

/*
    How large the popup is: as high as its rows, up to a height that the user may change, and higher by what is
    unfolded, up to the screen.
*/
QtObject {
    id: root

    required property Window window
    required property Face face
    // What everything but the unfolded part wants, and that part.
    required property real contentHeight
    required property real unfoldedHeight

    property int roomyWidth: Math.max(380, 24 * Theme.lineHeight)
    property int roomyHeight: Math.max(520, 33 * Theme.lineHeight)
    readonly property int width: Math.min(roomyWidth, window.screen.desktopAvailableWidth)
    readonly property int height: Math.min(window.screen.desktopAvailableHeight, Math.min(roomyHeight, contentHeight) + unfoldedHeight)
    // The user has taken hold of an edge.
    property bool grabbed: false

    function keep(): void {
        if (grabbed)
            face.keepSize("popup", roomyWidth, roomyHeight);
        grabbed = false;
    }

    Component.onCompleted: {
        const kept = face.sizeOf("popup");
        if (kept.width > 0) {
            roomyWidth = kept.width;
            roomyHeight = kept.height;
        }
    }

    readonly property Connections follower: Connections {
        target: root.grabbed ? root.window : null

        function onWidthChanged(): void {
            root.roomyWidth = root.window.width;
        }

        function onHeightChanged(): void {
            if (root.window.height !== root.height)
                root.roomyHeight = root.window.height - root.unfoldedHeight;
        }
    }
}
