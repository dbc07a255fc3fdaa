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
    // The area below it; half of what a line costs to draw.
    property bool filled: true
    property string label: ""

    readonly property real ceiling: maximum > 0 ? maximum : Math.max(1e-9, ...values.filter(value => !isNaN(value)))
    readonly property int slots: Math.max(2, capacity > 0 ? capacity : values.length)
    readonly property list<string> runs: segments(values, width, height - lineWidth)

    // The stretches without a gap, as "x y L x y…" of an SVG path. One lone value becomes a dot.
    function segments(numbers: list<real>, wide: real, high: real): list<string> {
        const found = [], known = Array.from(numbers).slice(-slots), step = wide / (slots - 1);
        let run = [];
        for (let index = 0, x = wide - (known.length - 1) * step; index <= known.length; ++index, x += step) {
            const value = known[index];
            if (value >= 0 || value < 0) {
                const y = lineWidth / 2 + high * (1 - Math.max(0, Math.min(1, value / ceiling)));
                run.push(x.toFixed(1) + " " + y.toFixed(1));
            } else if (run.length > 0) {
                found.push(run.length > 1 ? run.join("L") : run[0] + "h-0.5");
                run = [];
            }
        }
        return found;
    }

    // The same closed along the bottom.
    function area(run: string): string {
        const start = run.slice(0, run.indexOf(" "));
        return "M" + run + "V" + height + "H" + start + "Z";
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
            PathSvg {
                path: root.filled ? root.runs.map(run => root.area(run)).join("") : ""
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
            PathSvg {
                path: root.runs.map(run => "M" + run).join("")
            }
        }
    }
}
