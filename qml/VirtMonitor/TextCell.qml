// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* A text in the table; the row says it to screen readers. */
PlainLabel {
    id: root

    // More about it, where the pointer rests.
    property string about: ""

    verticalAlignment: Text.AlignVCenter
    Accessible.ignored: true

    HoverHandler {
        id: pointer

        enabled: root.about !== ""
    }
    Tip {
        text: root.about
        shown: pointer.hovered
    }
}
