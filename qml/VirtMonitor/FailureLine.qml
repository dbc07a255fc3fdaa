// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/* The last thing that went wrong, where the person is looking, until it is dismissed or replaced. */
RowLayout {
    id: root

    function show(text: string): void {
        label.text = text;
    }

    visible: label.text !== ""
    spacing: Theme.smallSpacing

    Icon {
        glyph: "error"
        color: Theme.negative
    }
    PlainLabel {
        id: label

        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
    }
    ActionButton {
        label: qsTr("Dismiss", "button: hide an error")
        glyph: "close"
        iconOnly: true
        onTriggered: label.text = ""
    }
}
