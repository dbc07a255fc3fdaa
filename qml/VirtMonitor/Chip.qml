// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/* A filter with its number: "▶ 12". Checked, only those are shown. */
T.AbstractButton {
    id: root

    // virDomainState, 0..7; −1 for a chip without a state, which then has a glyph of its own.
    property int domainState: -1
    property string glyph: ""
    property string label: States.text(domainState)
    required property int count
    property bool showLabel: false

    readonly property color ink: checked ? palette.highlightedText : Theme.text

    checkable: true
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    padding: Theme.smallSpacing
    leftPadding: Theme.spacing
    rightPadding: Theme.spacing
    implicitWidth: row.implicitWidth + leftPadding + rightPadding
    implicitHeight: Math.max(row.implicitHeight, Theme.iconMedium) + topPadding + bottomPadding
    Accessible.role: Accessible.CheckBox
    Accessible.name: Theme.fill(qsTr("%1: %2", "state: number"), label, count)
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: height / 2
        color: root.checked ? root.palette.highlight : root.hovered ? Theme.faintLine : "transparent"
        border.color: root.checked ? root.palette.highlight : Theme.line
        FocusRing {
            shown: root.visualFocus
            radius: parent.radius
            anchors.margins: -2
        }
    }
    contentItem: RowLayout {
        id: row

        spacing: Theme.smallSpacing
        Icon {
            glyph: root.domainState >= 0 ? States.glyph(root.domainState) : root.glyph
            color: root.checked || root.domainState < 0 ? root.ink : States.color(root.domainState)
            visible: glyph !== ""
        }
        PlainLabel {
            text: root.count.toLocaleString(Qt.locale(), "f", 0)
            color: root.ink
            font.bold: true
            Accessible.ignored: true
        }
        PlainLabel {
            text: root.label
            color: root.ink
            visible: root.showLabel
            Accessible.ignored: true
            Layout.fillWidth: true
        }
    }
    Tip {
        text: root.label
        shown: root.hovered && !root.showLabel
    }
}
