// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

/* The whole text of a label that is cut short, when the pointer rests on it: one for all labels below `target`. */
Item {
    id: root

    required property Item target
    // A HoverHandler of the target.
    required property HoverHandler pointer
    property PlainLabel label: null

    // childAt() knows no z: it finds the background of a Control before its content.
    function find(item: Item, place: point): PlainLabel {
        const found = item as PlainLabel;
        if (found?.truncated)
            return found;
        for (const child of item.children) {
            const within = item.mapToItem(child, place);
            const label = child.visible && child.contains(within) ? find(child, within) : null;
            if (label !== null)
                return label;
        }
        return null;
    }

    Accessible.ignored: true

    Timer {
        id: rest

        interval: 100
        onTriggered: root.label = root.pointer.hovered ? root.find(root.target, root.pointer.point.position) : null
    }
    Connections {
        target: root.pointer

        function onPointChanged(): void {
            rest.restart();
        }

        function onHoveredChanged(): void {
            rest.restart();
        }
    }
    Loader {
        parent: root.label ?? root
        active: root.label !== null
        sourceComponent: PlainToolTip {
            text: root.label?.text ?? ""
            visible: true
        }
    }
}
