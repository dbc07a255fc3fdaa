// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* What applying an edited definition would change, line by line; only here it is applied. */
ColumnLayout {
    id: root

    required property DefinitionEdit edit
    required property Service service

    signal closed

    function apply(): void {
        service.call("defineXml", edit.parameters());
        closed();
    }

    spacing: Theme.smallSpacing

    PlainLabel {
        text: root.edit.difference === "" ? qsTr("The texts differ, but they say the same: there is nothing to apply.") : qsTr("This is what changes. It takes effect at the next start. What it replaces is kept.")
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    CodeArea {
        label: qsTr("Changes", "editor: difference of two definitions")
        text: root.edit.difference
        difference: true
        readOnly: true
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    RowLayout {
        spacing: Theme.spacing
        Layout.alignment: Qt.AlignRight

        ActionButton {
            label: qsTr("Discard changes", "button")
            glyph: "discard"
            onTriggered: root.edit.discard()
        }
        ActionButton {
            label: qsTr("Go on editing", "button")
            glyph: "edit"
            onTriggered: root.closed()
        }
        PageAction {
            operation: "defineXml"
            service: root.service
            visible: root.edit.difference !== ""
            onTriggered: root.apply()
        }
    }
}
