// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* The screen of a machine, as long as it is seen. */
Rectangle {
    id: root

    required property DataEngine engine
    required property string source
    required property bool running
    required property bool live

    implicitWidth: 18 * Theme.lineHeight
    implicitHeight: width / (screen.known ? Math.max(1, Math.min(2, screen.aspect)) : 16 / 9)
    radius: Theme.radius
    color: Theme.dark ? Qt.darker(Theme.window, 1.4) : Theme.blend(Theme.window, Theme.text, 0.08)
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Screen")
    Accessible.description: hint.visible ? hint.text : ""

    GuestScreen {
        id: screen

        anchors.fill: parent
        anchors.margins: 1
        engine: root.engine
        source: root.source
        active: root.running && root.live
        interval: 2000
    }
    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.spacing
        visible: !screen.known

        Icon {
            glyph: "screen"
            size: Theme.iconLarge
            color: Theme.muted
            Layout.alignment: Qt.AlignHCenter
        }
        PlainLabel {
            id: hint

            text: !root.running ? qsTr("It is off.", "a machine's screen") : screen.error
            visible: !screen.known && text !== ""
            color: Theme.muted
            font: Theme.smallFont
            wrapMode: Text.Wrap
            maximumLineCount: 3
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
