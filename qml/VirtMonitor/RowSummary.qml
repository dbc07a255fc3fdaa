// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* The line of a machine: state, name, what it costs, and its one button. */
RowLayout {
    id: root

    required property string name
    required property int domainState
    required property string stateText
    required property bool favourite
    required property bool current
    // The line of its CPU is not beyond the edge of the list.
    required property bool lineSeen
    required property DomainSource domain
    required property Service service
    // See RowStats.
    required property list<string> shown
    readonly property alias groups: stats.groups
    readonly property alias spoken: stats.spoken
    readonly property alias action: action

    spacing: Theme.spacing

    StateIcon {
        domainState: root.domainState
        size: Theme.iconMedium
        Layout.leftMargin: Theme.smallSpacing
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true

        RowLayout {
            spacing: Theme.smallSpacing

            PlainLabel {
                text: root.name
                Layout.maximumWidth: Math.ceil(implicitWidth)
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Icon {
                glyph: "star"
                size: Math.round(0.75 * Theme.iconSmall)
                color: Theme.neutral
                visible: root.favourite
                Accessible.ignored: false
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Favourite")
            }
        }
        PlainLabel {
            text: (root.domain?.subtitle ?? "") !== "" ? root.domain.subtitle : root.stateText
            font: Theme.smallFont
            color: Theme.muted
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
    RowStats {
        id: stats

        domain: root.domain
        shown: root.shown
        lineSeen: root.lineSeen
        visible: root.domain?.active ?? false
    }
    PrimaryButton {
        id: action

        domain: root.domain
        service: root.service
        machine: root.name
        reachable: root.current
    }
}
