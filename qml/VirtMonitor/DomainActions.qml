// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* The buttons of the plain operations; what cannot be done now is grey and says why. */
RowLayout {
    id: root

    required property Service service
    required property string machine
    property bool compact: false

    signal failed(string text)

    spacing: 0

    Repeater {
        model: root.compact ? ["start", "resume", "suspend", "shutdown"] : ["start", "resume", "suspend", "shutdown", "reboot", "reset", "powerOff"]

        OperationButton {
            required property string modelData

            operation: modelData
            service: root.service
            machine: root.machine
            visible: !root.compact || enabledNow
            onFailed: text => root.failed(text)
        }
    }
}
