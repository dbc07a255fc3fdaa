// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import VirtMonitor.Desktop

/* XML, or a difference of two, with colours. Tab leaves it: it is no trap for who has no pointer. */
Scroller {
    id: root

    required property string label
    property alias text: area.text
    property bool readOnly: false
    property alias difference: colours.difference
    property alias search: colours.search
    readonly property alias area: area

    // Qt moves the cursor to the end when this changes; whoever edits is to go on where they were.
    function lock(): void {
        const place = area.cursorPosition;
        area.readOnly = readOnly;
        area.cursorPosition = place;
    }

    clip: true
    onReadOnlyChanged: lock()
    Component.onCompleted: lock()

    background: Rectangle {
        color: root.palette.base
        border.color: area.activeFocus ? Theme.palette.highlight : Theme.line
        radius: Theme.radius
    }

    TextArea {
        id: area

        palette.window: Theme.edge
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.NoWrap
        selectByMouse: true
        persistentSelection: true
        font.family: "monospace"
        color: root.palette.text
        background: null
        Keys.priority: Keys.BeforeItem
        // Looked up when it is pressed: what comes next may have been hidden before.
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Accessible.name: root.label
    }
    XmlHighlighter {
        id: colours

        document: area.textDocument
        shades: ({
                tag: Theme.information,
                attribute: Theme.positive,
                value: Theme.neutral,
                comment: Theme.muted,
                added: Theme.positive,
                removed: Theme.negative,
                found: Theme.palette.highlight,
                foundText: Theme.palette.highlightedText
            })
    }
}
