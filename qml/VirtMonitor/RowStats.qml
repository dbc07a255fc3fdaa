// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* What a running machine costs, in the room of two words: CPU as a line and a number, memory as a bar and two. */
GridLayout {
    id: root

    required property DomainSource domain

    columns: 2
    columnSpacing: Theme.smallSpacing
    rowSpacing: 0

    component Number: PlainLabel {
        font: Theme.smallFont
        color: Theme.muted
        horizontalAlignment: Text.AlignRight
        Layout.preferredWidth: 5.5 * Theme.lineHeight
        Accessible.ignored: true
    }

    Sparkline {
        values: root.domain?.cpuHistory ?? []
        capacity: 30
        filled: false
        implicitWidth: 4 * Theme.lineHeight
        implicitHeight: Theme.lineHeight
    }
    Number {
        text: root.domain?.cpuText ?? ""
        color: Theme.text
    }
    SlimBar {
        amount: root.domain?.memoryUsed ?? NaN
        total: root.domain?.memoryCurrent ?? NaN
    }
    Number {
        text: root.domain?.memoryBrief ?? ""
    }
}
