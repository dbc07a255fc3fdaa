// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What people call a machine: its name, title, description and tags. Only what was changed is set. */
Popup {
    id: root

    required property DataEngine engine
    required property Face face
    property string source
    readonly property DomainSource domain: view.domain

    function edit(source: string): void {
        root.source = source;
        open();
    }

    function fill(): void {
        name.text = domain?.name ?? "";
        title.text = domain?.title ?? "";
        description.text = domain?.description ?? "";
        tags.text = (face.tags[domain?.uuid ?? ""] ?? []).join(", ");
        title.forceActiveFocus(Qt.TabFocusReason);
    }

    function set(before: string, after: string, operation: string, parameter: string): void {
        const given = {};
        given[parameter] = after;
        if (after !== before)
            view.service.call(operation, given);
    }

    function save(): void {
        set(domain.name, name.text, "rename", "name");
        set(domain.title, title.text, "setTitle", "text");
        set(domain.description, description.text, "setDescription", "text");
        face.setTags(domain.uuid, tags.text);
        close();
    }

    parent: Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    padding: Theme.largeSpacing
    background: DialogFrame {}
    Overlay.modal: DialogShade {}
    width: Math.min(34 * Theme.lineHeight, (parent?.width ?? 0) - 2 * Theme.largeSpacing)
    // What a screen reader calls it: a Popup itself takes no name.
    onAboutToShow: contentItem.parent.Accessible.name = heading.text
    onOpened: fill()

    component Field: TextField {
        required property string label

        palette.window: Theme.edge
        selectByMouse: true
        Layout.fillWidth: true
        Accessible.name: label
        onAccepted: root.save()
    }
    component FieldLabel: PlainLabel {
        color: Theme.muted
        Layout.alignment: Qt.AlignBaseline
        Accessible.ignored: true
    }

    contentItem: GridLayout {
        columns: 2
        columnSpacing: Theme.largeSpacing
        rowSpacing: Theme.spacing

        PlainLabel {
            id: heading

            text: root.domain?.name ?? ""
            font: Theme.titleFont
            Layout.columnSpan: 2
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        FieldLabel {
            text: qsTr("Name", "field")
        }
        Field {
            id: name

            label: qsTr("Name", "field")
            enabled: renaming.enabled
            Accessible.description: renaming.reason
        }
        FieldLabel {
            text: qsTr("Title", "field")
        }
        Field {
            id: title

            label: qsTr("Title", "field")
        }
        FieldLabel {
            text: qsTr("Description", "field")
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.smallSpacing
        }
        Scroller {
            Layout.fillWidth: true
            Layout.preferredHeight: 6 * Theme.lineHeight

            TextArea {
                id: description

                palette.window: Theme.edge
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap
                selectByMouse: true
                KeyNavigation.priority: KeyNavigation.BeforeItem
                KeyNavigation.tab: tags
                KeyNavigation.backtab: title
                Accessible.name: qsTr("Description", "field")
            }
        }
        FieldLabel {
            text: qsTr("Tags", "field")
        }
        Field {
            id: tags

            label: qsTr("Tags, separated by commas", "field")
            placeholderText: qsTr("office, old", "example of tags")
        }
        RowLayout {
            spacing: Theme.spacing
            Layout.columnSpan: 2
            Layout.alignment: Qt.AlignRight

            ActionButton {
                label: qsTr("Cancel", "button")
                glyph: ""
                onTriggered: root.close()
            }
            ActionButton {
                label: qsTr("Save", "button: names and texts")
                glyph: "check"
                onTriggered: root.save()
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
        id: renaming

        service: view.service
        operation: "rename"
    }
}
