// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* The disks of a machine: where they lie, how full they are, what is read and written now. */
ColumnLayout {
    id: root

    required property DevicesPage page
    required property list<var> disks

    spacing: Theme.spacing

    PlainLabel {
        text: qsTr("Disks", "heading")
        font.bold: true
        visible: root.disks.length > 0
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: root.disks

        DeviceCard {
            id: card

            required property var modelData
            readonly property var measured: root.page.measured(root.page.domain?.disks ?? [], modelData.target)

            glyph: "disk"
            title: modelData.target
            badge: [modelData.device, modelData.bus, modelData.format, modelData.readOnly ? qsTr("read-only") : ""].filter(part => part !== "").join(" · ")
            face: root.page.face
            used: modelData.allocation ?? NaN
            total: modelData.capacity ?? NaN
            // A disk that is wholly allocated is nothing to worry about.
            warnAt: 2
            usedText: qsTr("%1 of %2", "allocated of capacity").arg(Units.bytes(used)).arg(Units.bytes(total))
            facts: [
                {
                    label: qsTr("Source", "fact: file of a disk"),
                    value: modelData.source === "" ? qsTr("nothing inserted", "drive") : modelData.source,
                    copied: modelData.source !== ""
                },
                {
                    label: qsTr("Now", "fact: rates"),
                    value: root.page.rates(qsTr("read"), qsTr("written"), measured, "readRate", "writeRate")
                }
            ]
            Layout.fillWidth: true
        }
    }
}
