// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls

/*
    A menu that is as wide as what it says, with an edge: styles leave that out in dark windows.

    Up and Down go round, Home and End to the ends, as in the menus of every desktop.
*/
Menu {
    id: root

    function widest(): real {
        let width = 0;
        for (let index = 0; index < count; ++index)
            width = Math.max(width, itemAt(index).implicitWidth);
        return width;
    }

    // The first that can be chosen from there on; −1: none.
    function next(from: int, step: int): int {
        let index = from;
        while (index >= 0 && index < count && !((itemAt(index) as MenuItem)?.enabled ?? false))
            index += step;
        return index < count ? Math.max(-1, index) : -1;
    }

    // Whether the key was one of those.
    function go(key: int): bool {
        const up = key === Qt.Key_Up && next(currentIndex - 1, -1) < 0;
        const down = key === Qt.Key_Down && next(currentIndex + 1, 1) < 0;
        if (up || key === Qt.Key_End)
            currentIndex = next(count - 1, -1);
        else if (down || key === Qt.Key_Home)
            currentIndex = next(0, 1);
        return up || down || key === Qt.Key_End || key === Qt.Key_Home;
    }

    padding: Math.max(1, Theme.smallSpacing / 2)
    contentWidth: widest()
    background: DialogFrame {}
    contentItem: ListView {
        implicitHeight: contentHeight
        model: root.contentModel
        interactive: contentHeight > height
        clip: true
        currentIndex: root.currentIndex
        focus: true
        keyNavigationEnabled: false
        boundsBehavior: Flickable.StopAtBounds
        Keys.onPressed: event => event.accepted = root.go(event.key)

        ScrollIndicator.vertical: ScrollIndicator {}
    }
}
