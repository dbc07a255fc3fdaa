// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import VirtMonitor.Engine

/* One operation of one machine as a button; the table of operations says what it is called and why it is grey. */
ActionButton {
    id: root

    required property string operation
    required property Service service
    required property string machine
    readonly property bool enabledNow: status.enabled

    signal failed(string text)

    label: qsTr("%1 %2", "operation, name of a machine").arg(status.label).arg(machine)
    glyph: status.glyph
    iconOnly: true
    reason: status.reason
    onTriggered: service.call(operation, {})

    ServiceOperationStatus {
        id: status

        service: root.service
        operation: root.operation
        onFailed: text => root.failed(text)
    }
}
