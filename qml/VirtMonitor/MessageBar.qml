// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/* A sentence that matters now, with what to do about it. Screen readers say it when it appears. */
T.Pane {
    id: root

    enum Kind {
        Information,
        Success,
        Warning,
        Error
    }

    required property string text
    // What changes by the second, such as an age: on a line of its own, and nobody is told each time.
    property string aside: ""
    property int kind: MessageBar.Information
    // What the button says; "" for none.
    property string actionLabel: ""
    property string actionGlyph: ""
    property bool closable: true

    readonly property color tone: [Theme.information, Theme.positive, Theme.neutral, Theme.negative][kind]
    readonly property string glyph: ["info", "success", "warning", "error"][kind]
    readonly property string kindText: [qsTr("Information"), qsTr("Done"), qsTr("Warning"), qsTr("Error")][kind]

    // There the button stands below the text.
    readonly property bool narrow: width < 17 * Theme.lineHeight

    signal action
    signal closed

    function announce(): void {
        if (visible && text !== "")
            Accessible.announce(text, kind >= MessageBar.Warning ? Accessible.Assertive : Accessible.Polite);
    }

    padding: Theme.smallSpacing
    leftPadding: Theme.spacing
    rightPadding: Theme.spacing
    implicitWidth: row.implicitWidth + leftPadding + rightPadding
    implicitHeight: row.implicitHeight + topPadding + bottomPadding
    visible: text !== "" || aside !== ""
    onTextChanged: announce()
    onVisibleChanged: announce()
    Accessible.role: Accessible.AlertMessage
    Accessible.name: [text, aside].filter(part => part !== "").join(" ")
    Accessible.description: kindText

    background: Rectangle {
        radius: Theme.radius
        color: Theme.blend(Theme.window, root.tone, 0.12)
        border.color: Theme.blend(Theme.window, root.tone, 0.6)
    }
    contentItem: GridLayout {
        id: row

        columnSpacing: Theme.spacing
        rowSpacing: Theme.smallSpacing
        Icon {
            glyph: root.glyph
            color: root.tone
        }
        PlainLabel {
            text: root.text
            wrapMode: Text.Wrap
            maximumLineCount: 6
            Layout.fillWidth: true
            Layout.column: 1
            Accessible.ignored: true
        }
        PlainLabel {
            text: root.aside
            visible: text !== ""
            font: Theme.smallFont
            color: Theme.muted
            Layout.row: 1
            Layout.column: 1
            Layout.columnSpan: 3
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        ActionButton {
            label: root.actionLabel
            glyph: root.actionGlyph
            visible: root.actionLabel !== ""
            Layout.row: root.narrow ? 2 : 0
            Layout.column: root.narrow ? 1 : 2
            onTriggered: root.action()
        }
        ActionButton {
            label: qsTr("Close")
            glyph: "close"
            iconOnly: true
            visible: root.closable
            Layout.row: 0
            Layout.column: 3
            onTriggered: root.closed()
        }
    }
}
