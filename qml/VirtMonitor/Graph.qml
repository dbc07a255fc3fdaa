// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

/*
    The past of one quantity, one line or several. Point at it, or focus it and press the arrow keys, to read values.

    Time runs from left to right in every language, as on paper. Gaps stay gaps.
*/
T.Control {
    id: root

    required property string title
    property list<GraphSeries> series
    // The value at the top; 0 finds a round one for what there is.
    property real maximum: 0
    // Round numbers of bytes are powers of two.
    property bool binary: false
    property int capacity: 60
    // Seconds between two values.
    property real interval: 1
    // Text of a value and of an age in seconds; formatting is done in one place, outside.
    property var format: value => value.toLocaleString(Qt.locale(), "g", 3)
    property var formatAge: seconds => seconds === 0 ? qsTr("now") : qsTr("%1 s ago").arg(seconds)
    readonly property int gridLines: 4

    readonly property real largest: Math.max(0, ...series.map(line => Math.max(0, ...line.values.filter(value => !isNaN(value)))))
    // There is something to read a scale for.
    readonly property bool known: maximum > 0 || measured
    readonly property bool measured: series.some(line => line.values.some(value => !isNaN(value)))
    readonly property real ceiling: maximum > 0 ? maximum : rounded(largest)
    // How many values before the newest the cursor stands; −1: nowhere.
    property int cursor: -1

    function rounded(value: real): real {
        // Below a KiB a line would tell of what is next to nothing.
        if (binary)
            return Math.pow(2, Math.ceil(Math.log2(Math.max(1024, value))));
        if (value <= 0)
            return 1;
        const power = Math.pow(10, Math.floor(Math.log10(value)));
        return power * [1, 2, 4, 5, 8, 10].find(step => step * power >= value * 0.9999);
    }

    function move(steps: int): void {
        cursor = Math.max(0, Math.min(capacity - 1, cursor + steps));
    }

    implicitWidth: 24 * Theme.lineHeight
    implicitHeight: 9 * Theme.lineHeight
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.Chart
    Accessible.name: title
    Accessible.description: series.map(line => line.label + ": " + readout.valueText(line)).join(", ")
    Keys.onLeftPressed: move(1)
    Keys.onRightPressed: move(-1)
    Keys.onEscapePressed: event => {
        event.accepted = cursor >= 0;
        cursor = -1;
    }

    PlainLabel {
        id: heading

        text: root.title
        anchors.left: parent.left
        anchors.top: parent.top
        width: parent.width / 3
    }
    GraphReadout {
        id: readout

        series: root.series
        format: root.format
        age: Math.max(0, root.cursor)
        anchors.right: parent.right
        anchors.top: parent.top
    }
    Item {
        id: plot

        anchors.fill: parent
        anchors.topMargin: heading.height + Theme.smallSpacing
        anchors.bottomMargin: times.height + Theme.smallSpacing / 2

        Repeater {
            model: root.gridLines + 1
            Rectangle {
                required property int index

                y: Math.round((plot.height - 1) * index / root.gridLines)
                width: plot.width
                height: 1
                color: index === root.gridLines ? Theme.line : Theme.faintLine
            }
        }
        Repeater {
            model: root.series
            Sparkline {
                required property GraphSeries modelData

                anchors.fill: parent
                values: modelData.values
                color: modelData.color
                dashed: modelData.dashed
                maximum: root.ceiling
                capacity: root.capacity
                lineWidth: 2
            }
        }
        // Over the lines, and still to be read.
        Repeater {
            model: root.known ? root.gridLines / 2 : 0
            Rectangle {
                id: scale

                required property int index

                y: Math.round((plot.height - 1) * 2 * index / root.gridLines) + 1
                width: amount.width + Theme.smallSpacing
                height: amount.height
                radius: Theme.radius
                color: Qt.alpha(Theme.window, 0.75)

                PlainLabel {
                    id: amount

                    text: root.format(root.ceiling * (1 - 2 * scale.index / root.gridLines))
                    font: Theme.smallFont
                    color: Theme.muted
                    Accessible.ignored: true
                }
            }
        }
        PlainLabel {
            text: qsTr("Nothing was measured", "graph")
            visible: !root.measured
            color: Theme.muted
            font: Theme.smallFont
            anchors.centerIn: parent
            Accessible.ignored: true
        }
        Rectangle {
            visible: root.cursor >= 0
            x: Math.round((plot.width - 1) * (1 - root.cursor / (root.capacity - 1)))
            width: 1
            height: plot.height
            color: Theme.text
        }
        HoverHandler {
            id: pointer

            onHoveredChanged: root.cursor = -1
            onPointChanged: {
                if (hovered)
                    root.cursor = Math.round((1 - Math.max(0, Math.min(1, point.position.x / plot.width))) * (root.capacity - 1));
            }
        }
        FocusRing {
            shown: root.visualFocus
            anchors.margins: -2
        }
    }
    PlainLabel {
        id: times

        text: root.formatAge((root.cursor >= 0 ? root.cursor : root.capacity) * root.interval)
        font: Theme.smallFont
        color: Theme.muted
        y: parent.height - height
        x: root.cursor < 0 ? 0 : Math.max(0, Math.min(parent.width - width, plot.width * (1 - root.cursor / (root.capacity - 1)) - width / 2))
    }
}
