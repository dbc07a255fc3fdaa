// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls

/* A menu that is as wide as what it says, with an edge: styles leave that out in dark windows. */
Menu {
    id: root

    function widest(): real {
        let width = 0;
        for (let index = 0; index < count; ++index)
            width = Math.max(width, itemAt(index).implicitWidth);
        return width;
    }

    padding: Math.max(1, Theme.smallSpacing / 2)
    contentWidth: widest()
    background: DialogFrame {}
}
