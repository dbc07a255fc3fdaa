// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* A heading above a group of things. */
PlainLabel {
    font: Theme.smallFont
    color: Theme.muted
    leftPadding: Theme.spacing
    rightPadding: Theme.spacing
    topPadding: Theme.largeSpacing
    bottomPadding: Theme.smallSpacing
    Accessible.role: Accessible.Heading
}
