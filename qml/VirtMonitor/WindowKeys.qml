// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

/* The keys that work everywhere in the window. */
Item {
    id: root

    signal searchAsked
    signal helpAsked
    signal pageAsked(int number)
    signal nextPaneAsked
    signal journalAsked
    signal settingsAsked
    signal reconnectAsked
    signal closeAsked
    signal quitAsked

    Shortcut {
        sequences: [StandardKey.Find]
        enabled: root.enabled
        onActivated: root.searchAsked()
    }
    Shortcut {
        sequences: [StandardKey.HelpContents]
        enabled: root.enabled
        onActivated: root.helpAsked()
    }
    Shortcut {
        sequence: "F6"
        enabled: root.enabled
        onActivated: root.nextPaneAsked()
    }
    Shortcut {
        sequence: "Ctrl+J"
        enabled: root.enabled
        onActivated: root.journalAsked()
    }
    Shortcut {
        sequences: [StandardKey.Preferences, "Ctrl+,"]
        enabled: root.enabled
        onActivated: root.settingsAsked()
    }
    Shortcut {
        sequences: [StandardKey.Refresh]
        enabled: root.enabled
        onActivated: root.reconnectAsked()
    }
    Shortcut {
        sequences: [StandardKey.Close]
        enabled: root.enabled
        onActivated: root.closeAsked()
    }
    Shortcut {
        sequences: [StandardKey.Quit, "Ctrl+Q"]
        onActivated: root.quitAsked()
    }
    // Shortcuts live in items: only so do they know their window.
    Repeater {
        model: 6

        Item {
            id: page

            required property int index

            Shortcut {
                sequence: "Alt+%1".arg(page.index + 1)
                enabled: root.enabled
                onActivated: root.pageAsked(page.index)
            }
        }
    }
}
