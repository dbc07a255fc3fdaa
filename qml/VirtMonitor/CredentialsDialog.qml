// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What a host asks before it lets you in. A window: it is asked for from the popup as well, which closes. */
ApplicationWindow {
    id: root

    required property DataEngine engine
    required property Face face
    property CredentialsRequest request: null

    function answer(): void {
        const texts = [];
        for (let i = 0; i < fields.count; ++i)
            texts.push((fields.itemAt(i) as CredentialField)?.answer ?? "");
        const asked = request;
        request = null;
        asked?.answer(texts, remember.checked);
        close();
    }

    function cancel(): void {
        const asked = request;
        request = null;
        asked?.cancel();
    }

    width: 26 * Theme.lineHeight
    height: column.implicitHeight + 2 * Theme.largeSpacing
    title: qsTr("Authenticate", "window title")
    onClosing: cancel()

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.largeSpacing
        spacing: Theme.spacing

        PlainLabel {
            text: qsTr("%1 asks who you are.", "name of a host").arg(root.request?.host ?? "")
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Repeater {
            id: fields

            model: root.request?.prompts ?? []

            CredentialField {
                required property var modelData
                required property int index

                prompt: String(modelData.text)
                secret: Boolean(modelData.secret)
                preset: String(modelData.answer)
                focus: index === 0
                Layout.fillWidth: true
                onAccepted: root.answer()
            }
        }
        Option {
            id: remember

            text: qsTr("Keep it in the keyring")
            Layout.fillWidth: true
            visible: root.request?.canRemember ?? false
        }
        RowLayout {
            spacing: Theme.spacing

            Item {
                Layout.fillWidth: true
            }
            ActionButton {
                label: qsTr("Cancel", "button")
                glyph: "close"
                onTriggered: root.close()
            }
            ActionButton {
                label: qsTr("Authenticate", "button: give a password")
                glyph: "lock"
                onTriggered: root.answer()
            }
        }
    }
}
