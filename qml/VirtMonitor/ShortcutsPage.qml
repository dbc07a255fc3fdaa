// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

/* All keys of the window. */
Popup {
    id: root

    readonly property var keys: [[qsTr("F1"), qsTr("this list")], [qsTr("Ctrl+F"), qsTr("search; or begin to type in the list")], [qsTr("Escape"), qsTr("clear the search, then the selection")], [qsTr("Up, Down, Page Up, Page Down, Home, End"), qsTr("go through the machines")], [qsTr("Shift with these"), qsTr("select from here to there")], [qsTr("Ctrl+Space, Ctrl+click"), qsTr("select one more, or one less")], [qsTr("Ctrl+A"), qsTr("select all that are shown")], [qsTr("Enter"), qsTr("go to the machine's page")], [qsTr("Space"), qsTr("start, resume or shut down the machine")], [qsTr("Menu"), qsTr("all that can be done with the machine")], [qsTr("Alt+1 … Alt+6"), qsTr("the pages of a machine")], [qsTr("Ctrl+D"), qsTr("make the machine a favourite, or not")], [qsTr("F2"), qsTr("change its name, title, description and tags")], [qsTr("Ctrl+O"), qsTr("its screen")], [qsTr("Ctrl+T"), qsTr("its serial console")], [qsTr("F6"), qsTr("from the places to the list to the page")], [qsTr("F5"), qsTr("connect to hosts again")], [qsTr("Left, Right in a graph"), qsTr("read older and newer values")], [qsTr("Ctrl+J"), qsTr("the journal: what happened")], [qsTr("Ctrl+,"), qsTr("the settings")], [qsTr("Ctrl+W"), qsTr("close the window")], [qsTr("Ctrl+Q"), qsTr("quit; the machines go on")]]

    parent: Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    padding: Theme.largeSpacing
    background: DialogFrame {}
    Overlay.modal: DialogShade {}
    width: Math.min(36 * Theme.lineHeight, (parent?.width ?? 0) - 2 * Theme.largeSpacing)
    height: Math.min(implicitHeight, (parent?.height ?? 0) - 2 * Theme.largeSpacing)
    // What a screen reader calls it: a Popup itself takes no name.
    onAboutToShow: contentItem.parent.Accessible.name = heading.text
    onOpened: close_.forceActiveFocus(Qt.TabFocusReason)

    contentItem: ColumnLayout {
        spacing: Theme.spacing

        PlainLabel {
            id: heading

            text: qsTr("Shortcuts", "heading")
            font: Theme.titleFont
            Accessible.role: Accessible.Heading
        }
        PageScroll {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: contentHeight

            Repeater {
                model: root.keys

                Fact {
                    required property var modelData

                    label: modelData[0]
                    value: modelData[1]
                    labelWidth: 13 * Theme.lineHeight
                    Layout.fillWidth: true
                }
            }
        }
        ActionButton {
            id: close_

            label: qsTr("Close", "button")
            glyph: ""
            Layout.alignment: Qt.AlignRight
            onTriggered: root.close()
        }
    }
}
