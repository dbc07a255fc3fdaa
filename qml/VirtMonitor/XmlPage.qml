// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* The definition: read, searched, edited, compared before it is applied, and put back from what was kept. */
ColumnLayout {
    id: root

    required property DataEngine engine
    required property string source
    required property DomainSource domain
    required property Service service
    required property bool live
    property bool reviewing: false

    function find(forward: bool): void {
        const text = editor.text.toLowerCase(), words = search.text.toLowerCase();
        const from = editor.area.selectionEnd;
        let place = forward ? text.indexOf(words, from) : text.lastIndexOf(words, Math.max(0, editor.area.selectionStart - 1));
        if (place < 0)
            place = forward ? text.indexOf(words) : text.lastIndexOf(words);
        if (place >= 0 && words !== "")
            editor.area.select(place, place + words.length);
    }

    spacing: Theme.smallSpacing

    RowLayout {
        spacing: Theme.smallSpacing

        SearchBar {
            id: search

            Layout.fillWidth: true
            onAccepted: root.find(true)
            onDownPressed: root.find(true)
            onDismissed: editor.area.forceActiveFocus()
        }
        ActionButton {
            label: qsTr("History", "button: definitions that were kept")
            glyph: "clock"
            checkable: true
            checked: history.visible
            onTriggered: history.visible = !history.visible
        }
        ActionButton {
            label: qsTr("Review changes", "button: of a definition")
            glyph: "check"
            reason: !edit.edited ? qsTr("Nothing was changed.") : edit.problem
            onTriggered: root.reviewing = true
        }
    }
    QueryState {
        query: query
        Layout.fillWidth: true
    }
    MessageBar {
        text: edit.problem
        kind: MessageBar.Error
        closable: false
        Layout.fillWidth: true
    }
    MessageBar {
        text: edit.outdated ? qsTr("The definition was changed by somebody else meanwhile; what you edited would be refused.") : ""
        kind: MessageBar.Warning
        closable: false
        actionLabel: qsTr("Read it again", "button: a definition")
        actionGlyph: "refresh"
        Layout.fillWidth: true
        onAction: edit.discard()
    }
    XmlHistory {
        id: history

        engine: root.engine
        source: root.source
        live: root.live && visible
        visible: false
        Layout.fillWidth: true
        Layout.preferredHeight: 8 * Theme.lineHeight
        onChosen: text => {
            edit.propose(text);
            root.reviewing = true;
        }
    }
    CodeArea {
        id: editor

        label: qsTr("Definition", "editor")
        readOnly: status.reason !== ""
        search: search.text
        visible: query.known && !root.reviewing
        Layout.fillWidth: true
        Layout.fillHeight: true
        area.onTextChanged: edit.text = text
    }
    XmlReview {
        edit: edit
        service: root.service
        visible: root.reviewing
        Layout.fillWidth: true
        Layout.fillHeight: true
        onClosed: root.reviewing = false
    }
    PlainLabel {
        text: status.reason
        visible: text !== ""
        color: Theme.muted
    }
    DefinitionEdit {
        id: edit

        current: query.result ?? ""
        onBaseChanged: editor.text = text
        onTextChanged: {
            if (!edited)
                root.reviewing = false;
        }
    }
    SourceQuery {
        id: query

        engine: root.engine
        source: root.source
        kind: "definition"
        active: root.live
    }
    ServiceOperationStatus {
        id: status

        service: root.service
        operation: "defineXml"
    }
}
