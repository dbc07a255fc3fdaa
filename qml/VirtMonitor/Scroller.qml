// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls

/* What scrolls, with the scroll bars of the style; no stops for a screen reader, which has no names for them. */
ScrollView {
    id: root

    Component.onCompleted: [ScrollBar.vertical, ScrollBar.horizontal].forEach(bar => bar.Accessible.ignored = true)
}
