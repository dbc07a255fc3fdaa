// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* The keys for the machine that one is at, the same in popup and window; the menu tells them. */
Item {
    id: root

    signal favouriteAsked
    signal editAsked
    signal screenAsked
    signal serialAsked

    Shortcut {
        sequence: "Ctrl+D"
        enabled: root.enabled
        onActivated: root.favouriteAsked()
    }
    Shortcut {
        sequence: "F2"
        enabled: root.enabled
        onActivated: root.editAsked()
    }
    Shortcut {
        sequence: "Ctrl+O"
        enabled: root.enabled
        onActivated: root.screenAsked()
    }
    Shortcut {
        sequence: "Ctrl+T"
        enabled: root.enabled
        onActivated: root.serialAsked()
    }
}
