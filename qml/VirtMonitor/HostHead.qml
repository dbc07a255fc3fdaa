// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* The head of a host's page: which it is, how its connection is. */
RowLayout {
    id: root

    required property DataEngine engine
    required property HostSource host
    required property string source

    spacing: Theme.spacing

    Icon {
        glyph: root.host?.glyph ?? "host"
        size: Theme.iconLarge
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true

        PlainLabel {
            text: root.source
            font: Theme.titleFont
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        PlainLabel {
            text: [root.host?.connectionText ?? "", root.host?.countText ?? ""].filter(part => part !== "").join(" · ")
            color: Theme.muted
            Layout.fillWidth: true
        }
    }
    ActionButton {
        label: qsTr("Connect now", "button: a host")
        glyph: "refresh"
        visible: root.host?.retryable ?? false
        onTriggered: root.engine.retryHost(root.source)
    }
}
