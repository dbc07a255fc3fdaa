// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import VirtMonitor.Engine

/* The one button of a row: what most people want of the machine in its state; held down, the stronger thing. */
HoldButton {
    id: root

    required property DomainSource domain
    required property Service service
    required property string machine
    property bool reachable: true

    label: Theme.fill(qsTr("%1 %2", "operation, name of a machine"), usual.label, machine)
    glyph: usual.glyph
    iconOnly: true
    // While it cannot be asked it can still be forced.
    reason: usual.enabled || strong.enabled ? "" : usual.reason
    holdLabel: strong.enabled ? strong.label : ""
    button.focusPolicy: reachable ? Qt.StrongFocus : Qt.NoFocus
    onTriggered: service.call(usual.operation, {})
    onHeld: service.call(strong.operation, {})

    ServiceOperationStatus {
        id: usual

        service: root.service
        operation: root.domain?.primaryOperation ?? "start"
    }
    ServiceOperationStatus {
        id: strong

        service: root.service
        operation: root.domain?.strongOperation ?? ""
    }
}
