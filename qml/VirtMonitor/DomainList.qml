// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import VirtMonitor.Engine

/* The machines, one row each; only rows that are seen exist. */
ListView {
    id: root

    required property DataEngine engine
    property bool compact: false

    signal failed(string text)

    clip: true
    focus: true
    activeFocusOnTab: true
    keyNavigationEnabled: true
    currentIndex: -1
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: Theme.duration
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Machines")
    onActiveFocusChanged: {
        if (activeFocus && currentIndex < 0 && count > 0)
            currentIndex = 0;
    }

    ScrollBar.vertical: ScrollBar {}
    delegate: DomainRow {
        engine: root.engine
        compact: root.compact
        width: ListView.view.width
        onFailed: text => root.failed(text)
    }
}
