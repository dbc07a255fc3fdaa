// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* The edge of a dialog in a window of its own colour: dark styles leave it out. */
Rectangle {
    color: Theme.window
    border.color: Theme.outline
    radius: Theme.radius
}
