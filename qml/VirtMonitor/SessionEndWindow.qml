// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* Asked when the computer is about to sleep or to shut down, or the person to log out, while machines run here.
   That waits only for seconds. */
ApplicationWindow {
    id: root

    required property DataEngine engine
    required property Face face

    function answer(word: string): void {
        root.face.sessionEnd.choose(word);
    }

    width: 32 * Theme.lineHeight
    height: column.implicitHeight + 2 * Theme.largeSpacing
    flags: Qt.Dialog | Qt.WindowStaysOnTopHint
    title: qsTr("Machines run here", "window title")

    onClosing: root.face.sessionEnd.choose("leave")

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.largeSpacing
        spacing: Theme.spacing

        PlainLabel {
            text: root.face.sessionEnd.calledOff ? qsTr("You stay logged in. What shall become of these machines?") : root.face.sessionEnd.logsOut ? qsTr("Your session is about to end. What shall become of these machines?") : qsTr("The computer is about to stop. What shall become of these machines?")
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        PlainLabel {
            text: root.face.sessionEnd.machines.join(", ")
            font.bold: true
            wrapMode: Text.Wrap
            maximumLineCount: 4
            Layout.fillWidth: true
        }
        PlainLabel {
            text: qsTr("Without an answer they are left as they are.")
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.spacing

            ActionButton {
                label: qsTr("Save", "button: save the memory of machines and stop them")
                glyph: "save"
                focus: true
                onTriggered: root.answer("save")
            }
            ActionButton {
                label: qsTr("Shut down", "button: ask guests to shut down")
                glyph: "shutdown"
                onTriggered: root.answer("shutdown")
            }
            Item {
                Layout.fillWidth: true
            }
            ActionButton {
                label: qsTr("Stay", "button: do not log out")
                glyph: ""
                visible: root.face.sessionEnd.canStay
                onTriggered: root.face.sessionEnd.stay()
            }
            ActionButton {
                label: qsTr("Leave them", "button: let machines be")
                glyph: ""
                onTriggered: root.answer("leave")
            }
        }
    }
    Connections {
        target: root.face.sessionEnd

        function onAnswered(): void {
            root.hide();
        }
    }
}
