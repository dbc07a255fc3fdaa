// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/* Above a definition: searching in it, what runs, what was kept, what was changed. */
RowLayout {
    id: root

    // The machine runs.
    required property bool active
    // Why there is nothing to review; "" when there is.
    required property string reason
    readonly property alias text: search.text
    readonly property alias history: history.checked
    readonly property bool running: running.checked && active

    signal found(bool forward)
    signal dismissed
    signal reviewAsked

    spacing: Theme.smallSpacing

    SearchBar {
        id: search

        Layout.fillWidth: true
        onAccepted: root.found(true)
        onDownPressed: root.found(true)
        onDismissed: root.dismissed()
    }
    ActionButton {
        id: running

        label: qsTr("What runs", "button: XML of what runs, not of the next start")
        glyph: "state-running"
        checkable: true
        visible: root.active
    }
    ActionButton {
        id: history

        label: qsTr("History", "button: definitions that were kept")
        glyph: "clock"
        checkable: true
    }
    ActionButton {
        label: qsTr("Review changes", "button: of a definition")
        glyph: "check"
        reason: root.reason
        onTriggered: root.reviewAsked()
    }
}
