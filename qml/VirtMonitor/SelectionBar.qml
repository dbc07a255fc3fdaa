// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* What can be done with several machines at once; each button says with how many of them. */
RowLayout {
    id: root

    required property DomainSelection selection

    signal asked(string operation, list<string> sources)

    spacing: Theme.smallSpacing
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Selected machines")

    PlainLabel {
        text: qsTr("%n selected", "machines", root.selection.count)
        font.bold: true
        Layout.rightMargin: Theme.spacing
    }
    Flow {
        spacing: Theme.smallSpacing
        Layout.fillWidth: true

        Repeater {
            model: ["start", "resume", "suspend", "shutdown", "reboot", "managedSave", "powerOff"]

            BulkButton {
                required property string modelData

                operation: modelData
                selection: root.selection
                onTriggered: root.asked(operation, sources)
            }
        }
    }
    ActionButton {
        label: qsTr("Clear the selection", "button")
        glyph: "close"
        iconOnly: true
        onTriggered: root.selection.clear()
    }
}
