// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* A text in the table; the row says it to screen readers. */
PlainLabel {
    verticalAlignment: Text.AlignVCenter
    Accessible.ignored: true
}
