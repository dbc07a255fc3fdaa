// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

/* The edges of a window without a frame, to make it larger or smaller. */
Item {
    id: root

    required property Window window
    property int thickness: Theme.smallSpacing

    signal grabbed

    anchors.fill: parent

    component Edge: Item {
        id: edge

        required property int edges
        required property int shape

        Accessible.ignored: true

        HoverHandler {
            cursorShape: edge.shape
        }
        TapHandler {
            gesturePolicy: TapHandler.DragThreshold
            onPressedChanged: {
                if (pressed) {
                    root.grabbed();
                    root.window.startSystemResize(edge.edges);
                }
            }
        }
    }

    Edge {
        edges: Qt.LeftEdge
        shape: Qt.SizeHorCursor
        width: root.thickness
        height: parent.height
    }
    Edge {
        edges: Qt.RightEdge
        shape: Qt.SizeHorCursor
        x: parent.width - width
        width: root.thickness
        height: parent.height
    }
    Edge {
        edges: Qt.TopEdge
        shape: Qt.SizeVerCursor
        width: parent.width
        height: root.thickness
    }
    Edge {
        edges: Qt.BottomEdge
        shape: Qt.SizeVerCursor
        y: parent.height - height
        width: parent.width
        height: root.thickness
    }
}
