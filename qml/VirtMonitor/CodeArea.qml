// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import VirtMonitor.Desktop

/* XML, or a difference of two, with colours. Tab leaves it: it is no trap for who has no pointer. */
Scroller {
    id: root

    required property string label
    property alias text: area.text
    property alias readOnly: area.readOnly
    property alias difference: colours.difference
    property alias search: colours.search
    readonly property alias area: area

    clip: true

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
        KeyNavigation.priority: KeyNavigation.BeforeItem
        KeyNavigation.tab: nextItemInFocusChain(true)
        KeyNavigation.backtab: nextItemInFocusChain(false)
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
