// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What a row shows when it is unfolded. */
ColumnLayout {
    id: root

    required property string source
    required property DomainSource domain
    required property Service service
    required property Face face

    signal failed(string text)

    spacing: Theme.spacing

    PlainLabel {
        text: root.domain.description
        visible: text !== ""
        wrapMode: Text.Wrap
        maximumLineCount: 4
        color: Theme.muted
        Layout.fillWidth: true
    }
    RowActions {
        service: root.service
        machine: root.domain.name
        Layout.fillWidth: true
        onFailed: text => root.failed(text)
    }
    ActionButton {
        label: qsTr("Show in the window", "button: a machine")
        glyph: "window"
        onTriggered: root.face.openWindow(root.source)
    }
}
