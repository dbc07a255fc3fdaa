// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Engine

/* How many vCPUs, or how much memory, a machine has: live, configured and at most; and a way to change it. */
ColumnLayout {
    id: root

    required property string label
    required property string glyph
    // vcpus or memory.
    required property string kind
    // What a SourceQuery of "resources" tells.
    required property var amounts
    required property Service service

    spacing: 0

    RowLayout {
        spacing: Theme.spacing

        Icon {
            glyph: root.glyph
            color: Theme.muted
        }
        Slider {
            id: slider

            palette.window: Theme.edge
            from: plan.lowest
            to: Math.max(plan.highest, plan.lowest)
            stepSize: plan.step
            snapMode: Slider.SnapAlways
            value: plan.chosen
            enabled: status.enabled && plan.highest > plan.lowest
            wheelEnabled: false
            Layout.fillWidth: true
            Accessible.name: root.label
            Accessible.description: [values.text, plan.text, status.reason].filter(part => part !== "").join(", ")
            onMoved: plan.wanted = value

            HoverHandler {
                id: pointer
            }
            Tip {
                text: [root.label, status.reason].filter(part => part !== "").join("\n")
                shown: pointer.hovered
            }
        }
        PlainLabel {
            id: values

            text: plan.highest > 0 ? Theme.fill(qsTr("%1 of %2", "amount, the most there can be"), plan.chosenText, plan.highestText) : ""
            font: Theme.smallFont
            horizontalAlignment: Text.AlignRight
            Layout.minimumWidth: 6 * Theme.lineHeight
            Accessible.ignored: true
        }
        ActionButton {
            label: qsTr("Apply", "button: vCPUs or memory")
            glyph: "check"
            iconOnly: true
            visible: plan.changed
            onTriggered: root.service.call(plan.operation, plan.parameters)
        }
        ActionButton {
            label: qsTr("Leave as it is", "button: vCPUs or memory")
            glyph: "undo"
            iconOnly: true
            visible: plan.changed
            onTriggered: plan.reset()
        }
    }
    RowLayout {
        visible: plan.text !== ""
        spacing: Theme.smallSpacing
        Layout.leftMargin: Theme.iconSmall + Theme.spacing

        Icon {
            glyph: plan.needsRestart ? "warning" : "info"
            color: plan.needsRestart ? Theme.neutral : Theme.information
        }
        PlainLabel {
            text: plan.text
            font: Theme.smallFont
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
    ResourcePlan {
        id: plan

        kind: root.kind
        resources: root.amounts
    }
    ServiceOperationStatus {
        id: status

        service: root.service
        operation: plan.operation
    }
}
