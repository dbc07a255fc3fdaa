// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Engine

/*
    Asks before something is lost, and says what. Enter and Escape leave everything as it is.

    When it fires it looks again: the machine must still be there, under the name that was asked about.
*/
Popup {
    id: root

    required property DataEngine engine
    property string source
    property string machine
    property string operation
    property var parameters: ({})
    property list<string> losses

    readonly property bool unchanged: view.domain !== null && view.domain.name === machine

    signal confirmed(var parameters)

    function ask(source: string, machine: string, operation: string, parameters: var, losses: list<string>): void {
        root.source = source;
        root.machine = machine;
        root.operation = operation;
        root.parameters = parameters;
        root.losses = losses;
        open();
    }

    function fire(): void {
        if (!unchanged)
            return;
        const given = options.chosen();
        close();
        confirmed(given);
    }

    parent: Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    padding: Theme.largeSpacing
    background: DialogFrame {}
    Overlay.modal: DialogShade {}
    width: Math.min(30 * Theme.lineHeight, (parent?.width ?? 0) - 2 * Theme.largeSpacing)
    // What a screen reader calls it: a Popup itself takes no name.
    onAboutToShow: contentItem.parent.Accessible.name = heading.text
    onOpened: cancel.forceActiveFocus(Qt.TabFocusReason)

    contentItem: ColumnLayout {
        spacing: Theme.spacing

        RowLayout {
            spacing: Theme.spacing

            Icon {
                glyph: "warning"
                size: Theme.iconLarge
                color: Theme.neutral
            }
            PlainLabel {
                id: heading

                text: Theme.fill(qsTr("%1: %2?", "operation, name of a machine"), status.label, Theme.isolate(root.machine))
                font: Theme.titleFont
                wrapMode: Text.Wrap
                maximumLineCount: 3
                Layout.fillWidth: true
            }
        }
        Repeater {
            model: root.losses

            PlainLabel {
                required property string modelData

                text: modelData
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        OperationOptions {
            id: options

            operation: root.operation
            parameters: root.parameters
            Layout.fillWidth: true
        }
        PlainLabel {
            text: qsTr("It has changed since you asked. Look at it again.")
            visible: root.opened && !root.unchanged
            color: Theme.negative
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Accessible.role: Accessible.AlertMessage
        }
        RowLayout {
            spacing: Theme.spacing
            Layout.topMargin: Theme.spacing
            Layout.alignment: Qt.AlignRight

            ActionButton {
                id: cancel

                label: qsTr("Cancel", "button")
                glyph: ""
                focus: true
                onTriggered: root.close()
            }
            ActionButton {
                label: status.label
                glyph: status.glyph
                ink: Theme.negative
                reason: !root.unchanged ? qsTr("It has changed since you asked.") : status.reason
                onTriggered: root.fire()
            }
        }
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.source
        active: root.visible
    }
    ServiceOperationStatus {
        id: status

        service: view.service
        operation: root.operation
    }
}
