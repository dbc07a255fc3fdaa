// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/* How much of something is used. An unknown value (NaN) is an empty track and a dash, never 0. */
T.ProgressBar {
    id: root

    required property string label
    // The value as people read it, with its unit.
    property string valueText: ""
    property real total: 100
    // The share from which it deserves a look.
    property real warnAt: 0.9
    property real amount: NaN

    readonly property bool known: !isNaN(amount) && total > 0
    readonly property bool high: known && amount / total >= warnAt

    from: 0
    to: total > 0 ? total : 1
    value: known ? amount : 0
    implicitWidth: 10 * Theme.lineHeight
    implicitHeight: column.implicitHeight
    Accessible.name: label
    Accessible.description: known ? valueText : qsTr("unknown")

    contentItem: ColumnLayout {
        id: column

        spacing: Theme.smallSpacing / 2
        RowLayout {
            spacing: Theme.smallSpacing
            PlainLabel {
                text: root.label
                font: Theme.smallFont
                color: Theme.muted
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            PlainLabel {
                text: root.known ? root.valueText : "—"
                font: Theme.smallFont
                color: root.high ? Theme.neutral : Theme.text
                Accessible.ignored: true
            }
        }
        Rectangle {
            color: Theme.faintLine
            radius: height / 2
            implicitHeight: Math.max(4, Theme.smallSpacing)
            Layout.fillWidth: true
            Rectangle {
                visible: root.known && root.position > 0
                color: root.high ? Theme.neutral : Theme.information
                radius: parent.radius
                height: parent.height
                width: Math.max(height, parent.width * root.position)
                x: root.mirrored ? parent.width - width : 0
            }
        }
    }
}
