// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* Each vCPU by itself, small. */
ColumnLayout {
    id: root

    required property list<var> histories

    spacing: Theme.smallSpacing

    PlainLabel {
        text: qsTr("Each vCPU", "heading")
    }
    Flow {
        spacing: Theme.spacing
        Layout.fillWidth: true

        Repeater {
            // By number: a new list of values must not make new items.
            model: root.histories.length

            ColumnLayout {
                id: cell

                required property int index
                readonly property list<real> values: root.histories[index] ?? []
                readonly property string told: Units.percent(values.length > 0 ? values[values.length - 1] : NaN)

                spacing: 0

                PlainLabel {
                    text: Theme.fill(qsTr("%1: %2", "number of a vCPU: its load"), cell.index, cell.told)
                    font: Theme.smallFont
                    color: Theme.muted
                }
                Sparkline {
                    values: cell.values
                    capacity: 60
                    implicitWidth: 6 * Theme.lineHeight
                    implicitHeight: 1.6 * Theme.lineHeight
                }
            }
        }
    }
}
