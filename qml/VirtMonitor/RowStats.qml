// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* What a running machine costs, in the room of a few words: CPU as a line and a number, memory as a bar and two. */
GridLayout {
    id: root

    required property DomainSource domain
    required property bool lineSeen
    // What is shown: some of cpuUsage, memoryUsed, diskRate, netRate, addresses.
    required property list<string> shown
    // The groups of statistics that it takes.
    readonly property list<string> groups: of({
        cpuUsage: "cpu",
        memoryUsed: "memory",
        diskRate: "disk",
        netRate: "network",
        addresses: "guest"
    })
    readonly property string spoken: of({
        cpuUsage: domain?.cpuText ?? "",
        memoryUsed: domain?.memoryText ?? "",
        diskRate: domain?.diskText ?? "",
        netRate: domain?.networkText ?? "",
        addresses: domain?.addressText ?? ""
    }).join(", ")

    // Those of the values that belong to what is shown. Not said to be a list<string>: Qt 6.11 makes [""] of an empty one.
    function of(values: var): var {
        return Object.keys(values).filter(name => shown.includes(name) && values[name] !== "").map(name => values[name]);
    }

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
    component Rate: RateLine {
        label: ""
        Layout.columnSpan: 2
        Layout.maximumWidth: 10 * Theme.lineHeight
        Layout.alignment: Qt.AlignRight
        Accessible.ignored: true
    }

    Sparkline {
        values: root.domain?.cpuHistory ?? []
        capacity: 30
        filled: false
        opacity: root.lineSeen ? 1 : 0
        visible: root.shown.includes("cpuUsage")
        implicitWidth: 4 * Theme.lineHeight
        implicitHeight: Theme.lineHeight
    }
    Number {
        text: root.domain?.cpuText ?? ""
        color: Theme.text
        visible: root.shown.includes("cpuUsage")
    }
    SlimBar {
        amount: root.domain?.memoryUsed ?? NaN
        total: root.domain?.memoryCurrent ?? NaN
        visible: root.shown.includes("memoryUsed")
    }
    Number {
        text: root.domain?.memoryBrief ?? ""
        visible: root.shown.includes("memoryUsed")
    }
    Rate {
        glyph: "disk"
        value: root.domain?.diskText ?? ""
        visible: root.shown.includes("diskRate")
    }
    Rate {
        glyph: "network"
        value: root.domain?.networkText ?? ""
        visible: root.shown.includes("netRate")
    }
    Rate {
        glyph: "link"
        value: root.domain?.addressText ?? ""
        visible: root.shown.includes("addresses") && value !== ""
    }
}
