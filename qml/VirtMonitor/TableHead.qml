// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/* The head of one column. */
T.AbstractButton {
    id: root

    required property string label
    required property bool sorted
    required property bool descending

    signal menuAsked

    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    topPadding: Theme.smallSpacing
    bottomPadding: Theme.smallSpacing
    implicitHeight: row.implicitHeight + topPadding + bottomPadding
    Accessible.role: Accessible.ColumnHeader
    Accessible.name: label
    Accessible.description: !sorted ? qsTr("not sorted") : descending ? qsTr("sorted, largest first") : qsTr("sorted, smallest first")
    Accessible.onPressAction: click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Keys.onMenuPressed: menuAsked()
    Keys.onLeftPressed: nextItemInFocusChain(mirrored).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onRightPressed: nextItemInFocusChain(!mirrored).forceActiveFocus(Qt.TabFocusReason)

    background: Item {
        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: RowLayout {
        id: row

        spacing: Theme.smallSpacing
        PlainLabel {
            text: root.label
            font: Theme.smallFont
            color: root.sorted || root.hovered ? Theme.text : Theme.muted
            Layout.fillWidth: !root.sorted
            Layout.maximumWidth: row.width - (root.sorted ? Theme.iconSmall : 0)
            Accessible.ignored: true
        }
        Icon {
            glyph: "chevron-down"
            size: Theme.iconSmall * 0.75
            visible: root.sorted
            rotation: root.descending ? 0 : 180
        }
        Item {
            visible: root.sorted
            Layout.fillWidth: true
        }
    }
}
