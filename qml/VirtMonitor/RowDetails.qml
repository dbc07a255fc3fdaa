// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What a row shows when it is unfolded: the screen, addresses, what goes through, resources, and all that can be done. */
ColumnLayout {
    id: root

    required property DataEngine engine
    required property Face face
    required property string source
    required property DomainSource domain
    required property Service service
    required property bool live
    required property bool favourite

    signal asked(string operation)
    signal menuAsked(Item button)
    signal screenAsked
    spacing: Theme.spacing

    RowLayout {
        spacing: Theme.spacing

        ScreenView {
            engine: root.engine
            source: root.source
            running: root.domain.active
            live: root.live
            Layout.preferredWidth: 10 * Theme.lineHeight
            Layout.preferredHeight: implicitHeight
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: Theme.smallSpacing
            Layout.alignment: Qt.AlignTop

            Repeater {
                model: root.domain.addresses.slice(0, 3)

                AddressLine {
                    required property string modelData

                    address: modelData
                    face: root.face
                }
            }
            PlainLabel {
                text: root.domain.description
                visible: text !== ""
                font: Theme.smallFont
                color: Theme.muted
                wrapMode: Text.Wrap
                maximumLineCount: 4
                Layout.fillWidth: true
            }
            RateLine {
                glyph: "disk"
                label: qsTr("Disks")
                value: root.domain.diskText
                visible: root.domain.active
            }
            RateLine {
                glyph: "network"
                label: qsTr("Network")
                value: root.domain.networkText
                visible: root.domain.active
            }
        }
    }
    ResourceControl {
        label: qsTr("vCPUs of %1", "name of a machine").arg(root.domain.name)
        glyph: "cpu"
        kind: "vcpus"
        amounts: query.result
        service: root.service
        Layout.fillWidth: true
    }
    ResourceControl {
        label: qsTr("Memory of %1", "name of a machine").arg(root.domain.name)
        glyph: "memory"
        kind: "memory"
        amounts: query.result
        service: root.service
        Layout.fillWidth: true
    }
    RowActions {
        source: root.source
        domain: root.domain
        service: root.service
        face: root.face
        favourite: root.favourite
        Layout.fillWidth: true
        onAsked: operation => root.asked(operation)
        onMenuAsked: button => root.menuAsked(button)
        onScreenAsked: root.screenAsked()
    }
    SourceQuery {
        id: query

        engine: root.engine
        source: root.source
        kind: "resources"
        active: root.live
    }
}
