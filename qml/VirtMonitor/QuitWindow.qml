// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* Asked before the program ends while operations are under way: which they are, and what becomes of them. */
ApplicationWindow {
    id: root

    required property DataEngine engine
    required property Face face

    width: 28 * Theme.lineHeight
    height: column.implicitHeight + 2 * Theme.largeSpacing
    title: qsTr("Quit virtmonitor?", "window title")

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.largeSpacing
        spacing: Theme.spacing

        PlainLabel {
            text: qsTr("These operations are under way. The hosts may go on with them, but nobody here hears how they end.")
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Repeater {
            model: root.engine.runningJobTexts

            PlainLabel {
                required property string modelData

                text: modelData
                font.bold: true
                Layout.fillWidth: true
            }
        }
        RowLayout {
            spacing: Theme.spacing

            Item {
                Layout.fillWidth: true
            }
            ActionButton {
                label: qsTr("Quit", "button: end the program")
                glyph: "quit"
                onTriggered: root.face.quitNow()
            }
            ActionButton {
                label: qsTr("Go on", "button: do not end the program")
                glyph: "back"
                focus: true
                onTriggered: root.close()
            }
        }
    }
}
