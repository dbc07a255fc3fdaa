// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/* A page that scrolls up and down, as wide as its room; what has the keyboard is scrolled to. */
Scroller {
    id: root

    default property alias content: column.data
    readonly property real room: availableWidth

    contentWidth: availableWidth
    clip: true

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged(): void {
            root.reveal(root.Window.window?.activeFocusItem ?? null);
        }
    }

    function reveal(item: Item): void {
        const flickable = root.contentItem as Flickable;
        let above = item;
        while (above !== null && above !== column)
            above = above.parent;
        if (above === null || flickable === null)
            return;
        const top = item.mapToItem(column, 0, 0).y;
        if (top < flickable.contentY)
            flickable.contentY = Math.max(0, top - Theme.spacing);
        else if (top + item.height > flickable.contentY + flickable.height)
            flickable.contentY = Math.min(flickable.contentHeight - flickable.height, top + item.height - flickable.height + Theme.spacing);
    }

    ColumnLayout {
        id: column

        width: root.availableWidth
        spacing: Theme.spacing
    }
}
