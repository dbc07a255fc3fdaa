// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* One thing that happened: when, to whom where that is not clear, and what. */
Item {
    id: root

    required property double time
    required property string name
    required property string display
    // To whom it happened is told.
    required property bool named
    readonly property bool current: ListView.isCurrentItem
    readonly property bool focused: current && (ListView.view?.activeFocus ?? false)

    implicitHeight: layout.implicitHeight + 2 * Theme.smallSpacing
    Accessible.role: Accessible.ListItem
    Accessible.name: named ? qsTr("%1: %2", "a machine and what happened to it").arg(Theme.isolate(name)).arg(display) : display
    Accessible.description: when.text
    Accessible.focusable: true
    Accessible.focused: focused
    Accessible.selected: current

    FocusRing {
        shown: root.focused
    }
    RowLayout {
        id: layout

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.smallSpacing
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacing

        PlainLabel {
            id: when

            text: Units.moment(root.time)
            color: Theme.muted
            Layout.alignment: Qt.AlignTop
            Accessible.ignored: true
        }
        PlainLabel {
            text: root.name
            visible: root.named
            font.bold: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 9 * Theme.lineHeight
            Accessible.ignored: true
        }
        PlainLabel {
            text: root.display
            wrapMode: Text.Wrap
            maximumLineCount: 4
            Layout.fillWidth: true
            Accessible.ignored: true
        }
    }
}
