// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What a host is. */
ColumnLayout {
    id: root

    required property HostSource host
    required property Face face

    spacing: Theme.smallSpacing

    PlainLabel {
        text: qsTr("Host", "heading")
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    Fact {
        label: qsTr("Name", "fact: of a host")
        value: root.host?.hostname ?? ""
        face: root.face
        Layout.fillWidth: true
    }
    Fact {
        label: qsTr("Address", "fact: of a connection")
        value: root.host?.uri ?? ""
        face: root.face
        Layout.fillWidth: true
    }
    Fact {
        label: qsTr("Version", "fact")
        value: root.host?.version ?? ""
        Layout.fillWidth: true
    }
    Fact {
        label: qsTr("CPUs", "fact")
        value: root.host?.cpuCount > 0 ? root.host.cpuCount.toLocaleString(Qt.locale(), "f", 0) : ""
        Layout.fillWidth: true
    }
    Fact {
        label: qsTr("Memory", "fact")
        value: root.host?.memoryTotal > 0 ? Units.bytes(root.host.memoryTotal) : ""
        Layout.fillWidth: true
    }
}
