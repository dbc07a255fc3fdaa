// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* A text in the table that can say more where the pointer rests. */
TextCell {
    id: root

    required property string about

    HoverHandler {
        id: pointer

        enabled: root.about !== ""
    }
    Tip {
        text: root.about
        shown: pointer.hovered
    }
}
