// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* That something is being read, or why it could not be; nothing once it is there. */
RowLayout {
    id: root

    required property SourceQuery query

    visible: !query.known
    spacing: Theme.spacing

    Busy {
        label: qsTr("Reading")
        running: root.visible && root.query.busy
        visible: root.query.error === ""
    }
    MessageBar {
        text: root.query.error
        kind: MessageBar.Error
        closable: false
        actionLabel: qsTr("Try again", "button: read something")
        actionGlyph: "refresh"
        Layout.fillWidth: true
        onAction: root.query.ask()
    }
    Item {
        visible: root.query.error === ""
        Layout.fillWidth: true
    }
}
