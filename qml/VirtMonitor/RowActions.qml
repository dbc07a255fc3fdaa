// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What is done most with a machine, with the reason where it cannot be done now; the rest is in the menu. */
Flow {
    id: root

    required property Face face
    required property string source
    required property DomainSource domain
    required property Service service
    required property bool favourite

    signal asked(string operation)
    signal menuAsked(Item button)
    signal screenAsked
    spacing: Theme.smallSpacing

    Repeater {
        model: (root.domain.active ? ["suspend", "resume", "shutdown", "reboot", "reset", "powerOff", "managedSave", "snapshotCreate"] : ["start", "managedSaveRemove", "snapshotCreate"]).filter(name => name !== root.domain.primaryOperation)

        ActionButton {
            id: entry

            required property string modelData

            label: status.label
            glyph: status.glyph
            reason: status.reason
            button.Accessible.name: Theme.fill(qsTr("%1 %2", "operation, name of a machine"), status.label, root.domain.name)
            visible: reason === "" || modelData !== "resume"
            onTriggered: root.asked(modelData)

            ServiceOperationStatus {
                id: status

                service: root.service
                operation: entry.modelData
            }
        }
    }
    ActionButton {
        label: qsTr("Screen", "button: show the machine's screen")
        glyph: "screen"
        reason: root.domain.active ? "" : qsTr("It does not run.")
        onTriggered: root.screenAsked()
    }
    ActionButton {
        label: qsTr("Show in the window", "button: a machine")
        glyph: "window"
        iconOnly: true
        flat: false
        onTriggered: root.face.openWindow(root.source)
    }
    ActionButton {
        label: qsTr("Favourite", "button: a machine that stands above the others")
        glyph: root.favourite ? "star" : "unstar"
        iconOnly: true
        flat: false
        checkable: true
        checked: root.favourite
        onTriggered: root.face.setFavourite(root.domain.uuid, !root.favourite)
    }
    ActionButton {
        id: more

        label: qsTr("More", "button: all that can be done with a machine")
        glyph: "more"
        iconOnly: true
        flat: false
        onTriggered: root.menuAsked(more)
    }
}
