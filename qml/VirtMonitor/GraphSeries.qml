// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* One line of a Graph. NaN is a gap; the last value is the newest. */
QtObject {
    required property string label
    property list<real> values
    property color color: Theme.information
    // A second sign beside the colour.
    property bool dashed: false

    readonly property real latest: values.length > 0 ? values[values.length - 1] : NaN
}
