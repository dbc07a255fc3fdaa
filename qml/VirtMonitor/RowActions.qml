// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import VirtMonitor.Engine

/* What can be done with a machine, and why it cannot be done now. */
Flow {
    id: root

    required property Service service
    required property string machine

    signal failed(string text)

    spacing: Theme.smallSpacing

    Repeater {
        model: ["start", "resume", "suspend", "shutdown", "reboot", "reset", "powerOff", "managedSave", "snapshotCreate"]

        OperationButton {
            required property string modelData

            operation: modelData
            service: root.service
            machine: root.machine
            onFailed: text => root.failed(text)
        }
    }
}
