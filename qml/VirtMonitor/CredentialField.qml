// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

/* One question of a host and the field for its answer. */
ColumnLayout {
    id: root

    // The host's own words.
    required property string prompt
    required property bool secret
    property string preset: ""
    readonly property string answer: field.text

    signal accepted

    spacing: Theme.smallSpacing

    PlainLabel {
        text: root.prompt
        Layout.fillWidth: true
        Accessible.ignored: true
    }
    TextField {
        id: field

        palette.window: Theme.edge
        text: root.preset
        focus: true
        echoMode: root.secret ? TextInput.Password : TextInput.Normal
        inputMethodHints: root.secret ? Qt.ImhSensitiveData | Qt.ImhNoPredictiveText : Qt.ImhNoPredictiveText
        Layout.fillWidth: true
        Accessible.name: root.prompt
        Accessible.passwordEdit: root.secret
        onAccepted: root.accepted()
    }
}
