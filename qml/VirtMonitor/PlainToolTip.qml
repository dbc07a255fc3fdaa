// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls

/* A tool tip whose text is text, whoever wrote it. */
ToolTip {
    id: root

    delay: Application.styleHints.mousePressAndHoldInterval
    // A window is never wider than its screen, and neither is a sentence.
    contentItem: PlainLabel {
        text: root.text
        color: root.palette.toolTipText
        wrapMode: Text.Wrap
        width: Math.min(implicitWidth, 30 * Theme.lineHeight)
    }
}
