// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* Disks, interfaces and displays, with what goes through them now. */
PageScroll {
    id: root

    required property DataEngine engine
    required property Face face
    required property string source
    required property bool live
    readonly property DomainSource domain: view.domain
    readonly property var found: query.result ?? ({})

    // What is measured of a device, by its name in the guest or on the host.
    function measured(devices: list<var>, target: string): var {
        return devices.find(device => device.target === target) ?? ({});
    }

    function rates(inward: string, outward: string, device: var, first: string, second: string): string {
        if (device[first] === undefined || device[first] === null)
            return "";
        return qsTr("%1 %2, %3 %4", "read 3 KiB/s, written 5 KiB/s").arg(inward).arg(Units.rate(device[first])).arg(outward).arg(Units.rate(device[second]));
    }

    QueryState {
        query: query
        Layout.fillWidth: true
    }
    DiskCards {
        page: root
        disks: root.found.disks ?? []
        visible: query.known
        Layout.fillWidth: true
    }
    InterfaceCards {
        page: root
        interfaces: root.found.interfaces ?? []
        visible: query.known
        Layout.fillWidth: true
    }
    PlainLabel {
        text: qsTr("Displays", "heading")
        font.bold: true
        visible: displays.count > 0
        Accessible.role: Accessible.Heading
    }
    Repeater {
        id: displays

        model: root.found.displays ?? []

        DeviceCard {
            required property var modelData

            glyph: "screen"
            title: modelData.type
            face: root.face
            facts: [
                {
                    label: qsTr("Address", "fact"),
                    value: modelData.address,
                    copied: true
                }
            ]
            Layout.fillWidth: true
        }
    }
    PlainLabel {
        text: qsTr("It has neither disks nor interfaces nor displays.")
        visible: query.known && [root.found.disks, root.found.interfaces, root.found.displays].every(found => (found ?? []).length === 0)
        color: Theme.muted
    }
    SourceQuery {
        id: query

        engine: root.engine
        source: root.source
        kind: "devices"
        active: root.live
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.source
        active: root.live
        interval: root.engine.detailInterval
        groups: ["disks", "interfaces"]
    }
}
