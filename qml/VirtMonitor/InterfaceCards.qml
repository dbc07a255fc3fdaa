// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/* The network interfaces of a machine: where they are plugged in, and what goes through them now. */
ColumnLayout {
    id: root

    required property DevicesPage page
    required property list<var> interfaces

    spacing: Theme.spacing

    PlainLabel {
        text: qsTr("Network", "heading")
        font.bold: true
        visible: root.interfaces.length > 0
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: root.interfaces

        DeviceCard {
            id: card

            required property var modelData
            readonly property var measured: root.page.measured(root.page.domain?.interfaces ?? [], modelData.target)

            glyph: "network"
            title: modelData.source === "" ? modelData.type : modelData.source
            badge: [modelData.type, modelData.model, modelData.target].filter(part => part !== "").join(" · ")
            face: root.page.face
            facts: [
                {
                    label: qsTr("MAC", "fact"),
                    value: modelData.mac,
                    copied: true
                },
                {
                    label: qsTr("Now", "fact: rates"),
                    value: root.page.rates(qsTr("received"), qsTr("sent"), measured, "receiveRate", "transmitRate")
                }
            ]
            Layout.fillWidth: true
        }
    }
}
