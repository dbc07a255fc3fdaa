// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop

/* One device, network or pool: its symbol and name, what is known of it, and how full or busy it is. */
Rectangle {
    id: root

    required property string glyph
    required property string title
    property string badge: ""
    // [{label, value}]; empty values are left out.
    property var facts: []
    property Face face: null
    // Of what it can hold; NaN for what holds nothing.
    property real used: NaN
    property real total: NaN
    property string usedText: ""
    // The share from which it deserves a look.
    property real warnAt: 0.9

    implicitHeight: column.implicitHeight + 2 * Theme.spacing
    implicitWidth: 20 * Theme.lineHeight
    radius: Theme.radius
    color: Theme.blend(Theme.window, root.palette.base, 0.6)
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.spacing
        spacing: Theme.smallSpacing

        RowLayout {
            spacing: Theme.spacing

            Icon {
                glyph: root.glyph
            }
            PlainLabel {
                text: root.title
                font.bold: true
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            PlainLabel {
                text: root.badge
                color: Theme.muted
                visible: text !== ""
            }
        }
        UsageBar {
            label: qsTr("Allocated", "storage")
            amount: root.used
            total: root.total
            valueText: root.usedText
            warnAt: root.warnAt
            visible: known
            Layout.fillWidth: true
        }
        Repeater {
            model: root.facts.filter(fact => fact.value !== "")

            Fact {
                required property var modelData

                label: modelData.label
                value: modelData.value
                face: modelData.copied ? root.face : null
                Layout.fillWidth: true
            }
        }
    }
}
