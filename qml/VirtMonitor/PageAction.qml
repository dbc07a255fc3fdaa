// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import VirtMonitor.Engine

/* One operation on the page of a machine, as a button with its word or its symbol alone. */
ActionButton {
    id: root

    required property string operation
    required property Service service
    readonly property bool enabledNow: status.enabled

    label: status.label
    glyph: status.glyph
    reason: status.reason

    ServiceOperationStatus {
        id: status

        service: root.service
        operation: root.operation
    }
}
