// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What a machine is. */
ColumnLayout {
    id: root

    required property DomainSource domain
    required property Face face
    required property real since
    required property bool live

    spacing: Theme.smallSpacing

    Fact {
        label: qsTr("State", "fact")
        value: since.text === "" ? (root.domain?.active ? qsTr("%1, since before virtmonitor looked", "state").arg(root.domain.stateText) : root.domain?.stateText ?? "") : qsTr("%1, since %2 (%3)", "state, moment, how long ago").arg(root.domain?.stateText ?? "").arg(Units.momentOf(root.since)).arg(since.text)
        Layout.fillWidth: true
    }
    Fact {
        label: qsTr("Guest", "fact: its operating system")
        value: [root.domain?.osName ?? "", root.domain?.hostname ?? ""].filter(part => part !== "").join(" · ")
        Layout.fillWidth: true
    }
    Repeater {
        model: root.domain?.addresses ?? []

        Fact {
            required property string modelData

            label: qsTr("Address", "fact")
            value: modelData
            face: root.face
            Layout.fillWidth: true
        }
    }
    Fact {
        label: qsTr("vCPUs", "fact")
        value: root.domain?.vcpuText ?? ""
        Layout.fillWidth: true
    }
    Fact {
        label: qsTr("Memory", "fact")
        value: root.domain?.memoryText ?? ""
        Layout.fillWidth: true
    }
    Fact {
        label: qsTr("Snapshots", "fact")
        value: root.domain?.snapshotCount > 0 ? root.domain.snapshotCount.toLocaleString(Qt.locale(), "f", 0) : ""
        Layout.fillWidth: true
    }
    Fact {
        label: qsTr("Starts", "fact: when a machine is started")
        value: root.domain?.autostart ? qsTr("with its host") : qsTr("by hand")
        Layout.fillWidth: true
    }
    Fact {
        label: qsTr("Kind", "fact: virtualization, architecture")
        value: [root.domain?.virtType ?? "", root.domain?.arch ?? "", root.domain?.osType ?? ""].filter(part => part !== "").join(" · ")
        Layout.fillWidth: true
    }
    Fact {
        label: qsTr("UUID", "fact")
        value: root.domain?.uuid ?? ""
        face: root.face
        Layout.fillWidth: true
    }
    Fact {
        label: qsTr("Tags", "fact")
        value: (root.face.tags[root.domain?.uuid ?? ""] ?? []).join(", ")
        Layout.fillWidth: true
    }
    Fact {
        label: qsTr("Description", "fact")
        value: root.domain?.description ?? ""
        Layout.fillWidth: true
    }
    TimeText {
        id: since

        time: root.since
        active: root.live
    }
}
