// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Engine

/* Asks once before several machines lose something, and names them. The safe answer has the keyboard. */
Popup {
    id: root

    required property DataEngine engine
    property string operation
    property list<string> sources
    property list<string> losses

    signal confirmed(list<string> sources, string operation)

    // Asks where something is lost; else it is done at once.
    function begin(operation: string, sources: list<string>): void {
        const lost = engine.serviceForSource(sources[0]).losses(operation, {});
        if (lost.length === 0) {
            confirmed(sources, operation);
            return;
        }
        root.operation = operation;
        root.sources = sources;
        root.losses = lost;
        open();
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

        PlainLabel {
            id: heading

            text: qsTr("%1 %n machine(s)?", "operation", root.sources.length).arg(status.label)
            font: Theme.titleFont
            wrapMode: Text.Wrap
            Layout.fillWidth: true
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
        ListView {
            model: root.sources
            clip: true
            implicitHeight: Math.min(contentHeight, 8 * Theme.lineHeight)
            Layout.fillWidth: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Machines")

            ScrollBar.vertical: Bar {}
            delegate: PlainLabel {
                id: line

                required property string modelData

                text: view.domain?.name ?? modelData
                width: ListView.view.width

                SourceView {
                    id: view

                    engine: root.engine
                    source: line.modelData
                }
            }
        }
        RowLayout {
            spacing: Theme.spacing
            Layout.alignment: Qt.AlignRight

            ActionButton {
                id: cancel

                label: qsTr("Cancel", "button")
                glyph: ""
                onTriggered: root.close()
            }
            ActionButton {
                label: status.label
                glyph: status.glyph
                ink: Theme.negative
                onTriggered: {
                    root.close();
                    root.confirmed(root.sources, root.operation);
                }
            }
        }
    }
    ServiceOperationStatus {
        id: status

        operation: root.operation
    }
}
