// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/* A place to go to in the sidebar: a filter, a host, a tag; with the number of machines there. */
T.AbstractButton {
    id: root

    required property string label
    required property string glyph
    property int count: -1
    property string description: ""
    // It says something that a person should see: its symbol is in this colour.
    property color ink: Theme.text

    checkable: true
    autoExclusive: false
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    leftPadding: Theme.spacing
    rightPadding: Theme.spacing
    topPadding: Theme.smallSpacing
    bottomPadding: Theme.smallSpacing
    implicitWidth: row.implicitWidth + leftPadding + rightPadding
    implicitHeight: row.implicitHeight + topPadding + bottomPadding
    Accessible.role: Accessible.RadioButton
    Accessible.name: count < 0 ? label : Theme.fill(qsTr("%1: %2", "state: number"), label, count)
    Accessible.description: description
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    background: Rectangle {
        radius: Theme.radius
        color: root.checked ? Theme.selection : root.hovered ? Theme.faintLine : "transparent"
        Rectangle {
            visible: root.checked
            width: 3
            height: parent.height
            radius: 1
            x: root.mirrored ? parent.width - width : 0
            color: root.palette.highlight
        }
        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: RowLayout {
        id: row

        spacing: Theme.spacing
        Icon {
            glyph: root.glyph
            color: root.ink
        }
        PlainLabel {
            text: root.label
            font.bold: root.checked
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        PlainLabel {
            text: root.count.toLocaleString(Qt.locale(), "f", 0)
            visible: root.count >= 0
            color: Theme.muted
            Accessible.ignored: true
        }
    }
    Tip {
        text: root.description
        shown: root.hovered
    }
}
