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
    // And what is open above it all, which nobody could read in less.
    required property real openHeight
    // With as many rows as the settings want.
    required property real rowsHeight

    property int roomyWidth: Math.max(380, 24 * Theme.lineHeight)
    // As high as the user made it; 0: never touched.
    property int ownHeight: 0
    readonly property int roomyHeight: ownHeight > 0 ? ownHeight : rowsHeight
    readonly property int width: Math.min(roomyWidth, window.screen.desktopAvailableWidth)
    readonly property int height: Math.min(window.screen.desktopAvailableHeight, Math.max(openHeight, Math.min(roomyHeight, contentHeight) + unfoldedHeight))
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
            ownHeight = kept.height;
        }
    }

    // Who asks the settings for so many rows wants them now.
    readonly property Connections wish: Connections {
        property int rows: root.face.popupRows

        target: root.face

        function onMarksChanged(): void {
            if (rows !== root.face.popupRows)
                root.ownHeight = 0;
            rows = root.face.popupRows;
        }
    }
    readonly property Connections follower: Connections {
        target: root.grabbed ? root.window : null

        function onWidthChanged(): void {
            root.roomyWidth = root.window.width;
        }

        function onHeightChanged(): void {
            if (root.window.height !== root.height && root.openHeight === 0)
                root.ownHeight = root.window.height - root.unfoldedHeight;
        }
    }
}
