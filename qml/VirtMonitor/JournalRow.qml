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
    required property string day
    required property string glyph
    // To whom it happened is told.
    required property bool named
    readonly property color ink: glyph === "error" || glyph === "host-failed" ? Theme.negative : glyph === "warning" ? Theme.neutral : glyph.startsWith("state-") ? States.color(States.glyphs.indexOf(glyph.slice(6))) : Theme.muted
    readonly property bool current: ListView.isCurrentItem
    readonly property bool focused: current && (ListView.view?.activeFocus ?? false)

    implicitHeight: layout.implicitHeight + 2 * Theme.smallSpacing
    Accessible.role: Accessible.ListItem
    Accessible.name: named ? qsTr("%1: %2", "a machine and what happened to it").arg(Theme.isolate(name)).arg(display) : display
    Accessible.description: Units.moment(time)
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

            text: Units.timeOfDay(root.time)
            color: Theme.muted
            font.features: ({
                    tnum: 1
                })
            Layout.alignment: Qt.AlignTop
            Accessible.ignored: true
        }
        Icon {
            glyph: root.glyph
            color: root.ink
            Layout.alignment: Qt.AlignTop
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
