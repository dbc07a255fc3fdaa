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
    // What runs now instead of what starts next time: to look at, not to edit.
    readonly property bool ofRunning: bar.running

    function find(forward: bool): void {
        const text = editor.text.toLowerCase(), words = bar.text.toLowerCase();
        const from = editor.area.selectionEnd;
        let place = forward ? text.indexOf(words, from) : text.lastIndexOf(words, Math.max(0, editor.area.selectionStart - 1));
        if (place < 0)
            place = forward ? text.indexOf(words) : text.lastIndexOf(words);
        if (place >= 0 && words !== "")
            editor.area.select(place, place + words.length);
    }

    spacing: Theme.smallSpacing
    onReviewingChanged: {
        if (!reviewing)
            editor.area.forceActiveFocus(Qt.OtherFocusReason);
    }

    XmlBar {
        id: bar

        active: root.domain?.active ?? false
        reason: !edit.edited ? qsTr("Nothing was changed.") : edit.problem
        Layout.fillWidth: true
        onFound: forward => root.find(forward)
        onDismissed: editor.area.forceActiveFocus()
        onReviewAsked: root.reviewing = true
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
        visible: bar.history
        Layout.fillWidth: true
        Layout.maximumHeight: 8 * Theme.lineHeight
        onChosen: text => {
            edit.propose(text);
            root.reviewing = true;
        }
    }
    CodeArea {
        id: editor

        label: qsTr("Definition", "editor")
        readOnly: status.reason !== ""
        search: bar.text
        visible: query.known && !root.reviewing && !root.ofRunning
        Layout.fillWidth: true
        Layout.fillHeight: true
        area.onTextChanged: edit.text = text
    }
    CodeArea {
        label: qsTr("XML of what runs", "editor")
        text: live.result ?? ""
        readOnly: true
        search: bar.text
        visible: root.ofRunning && !root.reviewing
        Layout.fillWidth: true
        Layout.fillHeight: true
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
    SourceQuery {
        id: live

        engine: root.engine
        source: root.source
        kind: "definition"
        parameters: ({
                live: true
            })
        active: root.live && root.ofRunning
    }
    ServiceOperationStatus {
        id: status

        service: root.service
        operation: "defineXml"
    }
}
