// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* The networks and storage pools of a host, to look at. */
ColumnLayout {
    id: root

    required property DataEngine engine
    required property string source
    required property bool live

    spacing: Theme.spacing

    PlainLabel {
        text: qsTr("Storage pools", "heading")
        font.bold: true
        Layout.topMargin: Theme.spacing
        Accessible.role: Accessible.Heading
    }
    QueryState {
        query: pools
        Layout.fillWidth: true
    }
    Repeater {
        id: poolCards

        model: pools.result ?? []

        DeviceCard {
            required property var modelData

            glyph: "disk"
            title: modelData.name
            badge: [modelData.type, modelData.state === "running" ? "" : qsTr("not active", "storage pool")].filter(part => part !== "").join(" · ")
            used: modelData.allocation ?? NaN
            total: modelData.capacity ?? NaN
            usedText: Theme.fill(qsTr("%1 of %2", "allocated of capacity"), Units.bytes(used), Units.bytes(total))
            facts: [
                {
                    label: qsTr("Path", "fact: of a storage pool"),
                    value: modelData.path
                },
                {
                    label: qsTr("Free", "fact: room in a storage pool"),
                    value: modelData.available === null ? "" : Units.bytes(modelData.available)
                }
            ]
            Layout.fillWidth: true
        }
    }
    PlainLabel {
        text: qsTr("This host has no storage pools.")
        visible: pools.known && poolCards.count === 0
        color: Theme.muted
    }
    PlainLabel {
        text: qsTr("Networks", "heading")
        font.bold: true
        Layout.topMargin: Theme.spacing
        Accessible.role: Accessible.Heading
    }
    QueryState {
        query: networks
        Layout.fillWidth: true
    }
    Repeater {
        id: networkCards

        model: networks.result ?? []

        DeviceCard {
            required property var modelData

            glyph: "network"
            title: modelData.name
            badge: [modelData.forward === "" ? qsTr("isolated", "network") : modelData.forward, modelData.active ? "" : qsTr("not active", "network")].filter(part => part !== "").join(" · ")
            facts: [
                {
                    label: qsTr("Bridge", "fact: of a network"),
                    value: modelData.bridge
                },
                {
                    label: qsTr("Addresses", "fact"),
                    value: modelData.addresses.join(", ")
                }
            ]
            Layout.fillWidth: true
        }
    }
    PlainLabel {
        text: qsTr("This host has no networks.")
        visible: networks.known && networkCards.count === 0
        color: Theme.muted
    }
    SourceQuery {
        id: pools

        engine: root.engine
        source: root.source
        kind: "pools"
        active: root.live
    }
    SourceQuery {
        id: networks

        engine: root.engine
        source: root.source
        kind: "networks"
        active: root.live
    }
}
