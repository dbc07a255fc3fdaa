// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes

/*
    The recent past of one number, small enough for every row. The newest value is at the right in every language.
    NaN is a gap: nothing was measured, so nothing is drawn.
*/
Item {
    id: root

    property list<real> values
    // The value at the top; 0 takes the largest one there is.
    property real maximum: 100
    // How many values fill the width; 0 takes as many as there are. With more room the line grows from the right.
    property int capacity: 0
    property color color: Theme.information
    property real lineWidth: 1.5
    property bool dashed: false
    property string label: ""

    readonly property real ceiling: maximum > 0 ? maximum : Math.max(1e-9, ...values.filter(value => !isNaN(value)))
    readonly property int slots: Math.max(2, capacity, capacity > 0 ? 0 : values.length)
    readonly property var runs: segments(values)

    function place(index: int): point {
        const share = Math.max(0, Math.min(1, values[index] / ceiling));
        const room = height - lineWidth;
        return Qt.point(width - (values.length - 1 - index) * width / (slots - 1), lineWidth / 2 + room * (1 - share));
    }

    // The stretches without a gap. One lone value becomes a dot.
    function segments(numbers: list<real>): var {
        const found = [];
        for (let index = Math.max(0, numbers.length - slots); index < numbers.length; ++index) {
            if (isNaN(numbers[index]))
                continue;
            if (index === 0 || found.length === 0 || isNaN(numbers[index - 1]))
                found.push([]);
            found[found.length - 1].push(place(index));
        }
        return found.map(run => run.length > 1 ? run : [run[0], Qt.point(run[0].x - 0.5, run[0].y)]);
    }

    function area(run: var): var {
        return [Qt.point(run[0].x, height), ...run, Qt.point(run[run.length - 1].x, height)];
    }

    implicitWidth: 5 * Theme.lineHeight
    implicitHeight: Theme.lineHeight
    Accessible.role: Accessible.Graphic
    Accessible.name: label
    Accessible.ignored: label === ""

    // A Shape sizes itself after what it draws, so it must not be the root.
    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: "transparent"
            fillColor: Qt.alpha(root.color, 0.18)
            PathMultiline {
                paths: root.runs.map(run => root.area(run))
            }
        }
        ShapePath {
            strokeColor: root.color
            strokeWidth: root.lineWidth
            strokeStyle: root.dashed ? ShapePath.DashLine : ShapePath.SolidLine
            dashPattern: [4, 3]
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            PathMultiline {
                paths: root.runs
            }
        }
    }
}
