// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* What there is to say of a host's connection, and the next step; nothing when all is well. */
RowLayout {
    id: root

    required property DataEngine engine
    required property string source
    readonly property HostSource host: view.host

    spacing: Theme.smallSpacing
    visible: host !== null && host.notice !== ""

    Icon {
        glyph: root.host?.stale ? "warning" : "info"
        color: root.host?.stale ? Theme.neutral : Theme.information
    }
    PlainLabel {
        text: root.host?.notice ?? ""
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    ActionButton {
        label: qsTr("Authenticate", "button: give a password")
        glyph: "lock"
        visible: root.host?.canAuthenticate ?? false
        onTriggered: root.engine.authenticateHost(root.source)
    }
    ActionButton {
        label: qsTr("Try again", "button: connect to a host")
        glyph: "refresh"
        visible: root.host?.retryable ?? false
        onTriggered: root.engine.retryHost(root.source)
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.source
    }
}
