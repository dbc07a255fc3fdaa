// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/* What each line of a Graph says: the legend, and at the cursor the values there. */
GridLayout {
    id: root

    required property list<GraphSeries> series
    // Which value counts from the newest, 0; a value that is not there reads "—".
    property int age: 0
    property var format: value => String(value)

    function valueText(line: GraphSeries): string {
        const value = line.values[line.values.length - 1 - age];
        return value === undefined || isNaN(value) ? "—" : format(value);
    }

    rowSpacing: 0
    columnSpacing: Theme.largeSpacing
    Repeater {
        model: root.series
        RowLayout {
            id: entry

            required property GraphSeries modelData

            spacing: Theme.smallSpacing
            Item {
                implicitWidth: Theme.largeSpacing
                implicitHeight: 3
                Repeater {
                    model: entry.modelData.dashed ? 2 : 1
                    Rectangle {
                        required property int index

                        color: entry.modelData.color
                        height: parent.height
                        radius: 1
                        width: entry.modelData.dashed ? parent.width * 0.4 : parent.width
                        x: index * parent.width * 0.6
                    }
                }
            }
            PlainLabel {
                text: entry.modelData.label
                font: Theme.smallFont
                color: Theme.muted
            }
            PlainLabel {
                text: root.valueText(entry.modelData)
                font: Theme.smallFont
            }
        }
    }
}
