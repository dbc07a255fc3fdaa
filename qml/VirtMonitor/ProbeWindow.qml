// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls

/*
    A window that is never shown, to see how the style would draw one.

    Styles have colours of their own, which only things in a window get and follow at run time: SystemPalette knows
    the desktop's alone, and a Control outside every window keeps the first it saw.
*/
ApplicationWindow {
    id: root

    readonly property color foreground: sample.color

    visible: false

    Label {
        id: sample
    }
}
