// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Desktop

/* Adds a host, or changes one: its address, how it is called, and what is agreed to. Saved only when asked. */
Dialog {
    id: root

    required property Hosts hosts
    // The name of the host that is changed; "" for a new one.
    property string oldName: ""
    readonly property string risk: hosts.risk(uri.text)
    readonly property var row: ({
            name: name.text !== "" ? name.text : name.placeholderText,
            uri: uri.text,
            colour: colour.text,
            readOnly: readOnly.checked,
            autoconnect: autoconnect.checked,
            confirmed: agreed.checked
        })

    function begin(known: var): void {
        oldName = known?.name ?? "";
        uri.text = known?.uri ?? "";
        name.text = oldName;
        colour.text = known?.colour ?? "";
        readOnly.checked = known?.readOnly ?? false;
        autoconnect.checked = known?.autoconnect ?? true;
        agreed.checked = known?.confirmed ?? false;
        outcome.text = "";
        open();
        uri.forceActiveFocus();
    }

    function save(): void {
        outcome.kind = MessageBar.Error;
        outcome.text = hosts.save(row, oldName);
        if (outcome.text === "")
            close();
    }

    modal: true
    parent: Overlay.overlay
    anchors.centerIn: parent
    width: Math.min((parent?.width ?? 0) - 2 * Theme.spacing, 32 * Theme.lineHeight)
    closePolicy: Popup.CloseOnEscape
    padding: Theme.largeSpacing
    topPadding: Theme.spacing
    background: DialogFrame {}
    Overlay.modal: DialogShade {}
    header: PlainLabel {
        text: root.title
        font: Theme.titleFont
        topPadding: Theme.largeSpacing
        leftPadding: Theme.largeSpacing
        rightPadding: Theme.largeSpacing
        Accessible.role: Accessible.Heading
    }
    title: oldName === "" ? qsTr("Add a host") : qsTr("Change a host")

    contentItem: ColumnLayout {
        spacing: Theme.spacing

        PlainLabel {
            text: qsTr("Address (libvirt URI)")
            Accessible.ignored: true
        }
        TextField {
            id: uri

            palette.window: Theme.edge
            objectName: "uri"
            placeholderText: "qemu+ssh://user@host/system"
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
            Layout.fillWidth: true
            Accessible.name: qsTr("Address (libvirt URI)")
            // What was agreed to was another address.
            onTextEdited: agreed.checked = false
            onAccepted: root.save()
        }
        PlainLabel {
            text: qsTr("Name")
            Accessible.ignored: true
        }
        TextField {
            id: name

            palette.window: Theme.edge
            objectName: "name"
            placeholderText: uri.text === "" ? "" : root.hosts.suggestedName(uri.text, root.oldName)
            maximumLength: 64
            Layout.fillWidth: true
            Accessible.name: qsTr("Name")
            onAccepted: root.save()
        }
        PlainLabel {
            text: qsTr("Colour of its mark")
            Accessible.ignored: true
        }
        TextField {
            id: colour

            palette.window: Theme.edge
            placeholderText: "#3daee9"
            maximumLength: 7
            Accessible.name: qsTr("Colour of its mark")
            onAccepted: root.save()
        }
        Option {
            id: autoconnect

            text: qsTr("Connect when virtmonitor starts")
            Layout.fillWidth: true
        }
        Option {
            id: readOnly

            text: qsTr("Only look, change nothing")
            Layout.fillWidth: true
        }
        MessageBar {
            text: root.risk
            kind: MessageBar.Warning
            closable: false
            Layout.fillWidth: true
        }
        Option {
            id: agreed

            objectName: "agreed"
            text: qsTr("I know that, and want this address opened")
            Layout.fillWidth: true
            visible: root.risk !== ""
        }
        MessageBar {
            id: outcome

            text: ""
            closable: false
            Layout.fillWidth: true
        }
    }
    footer: RowLayout {
        spacing: Theme.spacing

        ActionButton {
            objectName: "test"
            label: qsTr("Test", "button: try a connection")
            glyph: "link"
            Layout.leftMargin: Theme.largeSpacing
            Layout.bottomMargin: Theme.largeSpacing
            onTriggered: {
                outcome.kind = MessageBar.Information;
                outcome.text = qsTr("Connecting…");
                root.hosts.test(root.row);
            }
        }
        Item {
            Layout.fillWidth: true
        }
        ActionButton {
            label: qsTr("Cancel", "button")
            glyph: "close"
            Layout.bottomMargin: Theme.largeSpacing
            onTriggered: root.close()
        }
        ActionButton {
            objectName: "save"
            label: qsTr("Save", "button")
            glyph: "check"
            Layout.rightMargin: Theme.largeSpacing
            Layout.bottomMargin: Theme.largeSpacing
            onTriggered: root.save()
        }
    }
    Connections {
        target: root.hosts

        function onTested(ok: bool, sentence: string): void {
            outcome.kind = ok ? MessageBar.Success : MessageBar.Error;
            outcome.text = sentence;
        }
    }
}
