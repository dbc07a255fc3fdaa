// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor

/* Every component, for the component test and for looking at. */
ApplicationWindow {
    id: root

    property bool rightToLeft: false
    // What somebody else wrote; the test puts hostile strings here.
    property string foreign: "web-1"
    property list<string> heard: []

    function hear(what: string): void {
        heard = heard.concat(what);
    }

    width: 960
    height: 900
    visible: true
    title: "Gallery"
    LayoutMirroring.enabled: rightToLeft
    LayoutMirroring.childrenInherit: true

    ColumnLayout {
        id: column

        objectName: "column"
        anchors.fill: parent
        anchors.margins: Theme.largeSpacing
        spacing: Theme.spacing

        RowLayout {
            SearchBar {
                objectName: "search"
                Layout.fillWidth: true
                onDismissed: root.hear("dismissed")
                onDownPressed: root.hear("down")
            }
            Repeater {
                model: [1, 3, 5, 6]
                Chip {
                    required property int modelData

                    objectName: "chip" + modelData
                    domainState: modelData
                    count: modelData * 3
                    checked: modelData === 3
                    onToggled: root.hear("chip")
                }
            }
            Chip {
                objectName: "foreignChip"
                glyph: "star"
                label: root.foreign
                count: 2
                showLabel: true
                Layout.maximumWidth: 12 * Theme.lineHeight
            }
        }
        Flow {
            spacing: Theme.spacing
            Layout.fillWidth: true
            Repeater {
                model: 8
                Row {
                    id: sample

                    required property int modelData

                    spacing: Theme.smallSpacing
                    StateIcon {
                        objectName: "state" + sample.modelData
                        domainState: sample.modelData
                    }
                    PlainLabel {
                        text: States.text(sample.modelData)
                        color: States.color(sample.modelData)
                    }
                }
            }
        }
        RowLayout {
            ActionButton {
                objectName: "start"
                label: "Start"
                glyph: "start"
                shortcut: "Ctrl+S"
                onTriggered: root.hear("start")
            }
            ActionButton {
                objectName: "disabled"
                label: "Suspend"
                glyph: "suspend"
                reason: "The connection is read-only."
                onTriggered: root.hear("disabled")
            }
            HoldButton {
                objectName: "hold"
                label: "Shut down"
                glyph: "shutdown"
                holdLabel: "power off"
                onTriggered: root.hear("clicked")
                onHeld: root.hear("held")
            }
            ActionButton {
                objectName: "foreign"
                label: root.foreign
                glyph: "edit"
                description: root.foreign
                reason: root.foreign
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth
            }
            Repeater {
                model: ["start", "suspend", "snapshot", "reboot", "more"]
                ActionButton {
                    required property string modelData

                    label: modelData
                    glyph: modelData
                    iconOnly: true
                }
            }
        }
        RowLayout {
            spacing: Theme.largeSpacing
            UsageBar {
                objectName: "usage"
                label: "CPU"
                amount: 42
                valueText: "42 %"
            }
            UsageBar {
                objectName: "highUsage"
                label: "Memory"
                amount: 3.8
                total: 4
                valueText: "3.8 of 4 GiB"
            }
            UsageBar {
                objectName: "unknownUsage"
                label: root.foreign
                Layout.fillWidth: true
            }
            Sparkline {
                objectName: "spark"
                values: [3, 4, 40, 42, 38, 70, 90, 55, 20, 22, NaN, NaN, 18, 20, 35, 30, 28]
                label: "CPU of the last minute"
            }
            Sparkline {
                values: [NaN, 3000, 10000, 8000, NaN, 5000, NaN, 9000, 12000]
                maximum: 0
                capacity: 20
                color: Theme.positive
            }
        }
        MessageBar {
            objectName: "message"
            text: root.foreign
            kind: MessageBar.Error
            actionLabel: "Try again"
            actionGlyph: "refresh"
            onAction: root.hear("again")
            onClosed: root.hear("closed")
            Layout.fillWidth: true
        }
        MessageBar {
            text: "Nothing on rack1 could be refreshed since 12 s. What is shown may be out of date."
            kind: MessageBar.Warning
            Layout.fillWidth: true
        }
        MessageBar {
            text: "db-primary was saved."
            closable: false
            Layout.fillWidth: true
        }
        Graph {
            objectName: "graph"
            title: "Network"
            binary: true
            format: value => (value / 1024).toFixed(0) + " KiB/s"
            series: [
                GraphSeries {
                    label: "Received"
                    values: [300, 500, 900, 800, 850, 700, 600, 900, 1100, 1300, 1250, NaN, NaN, NaN, 900, 950, 1000, 600, 650, 700, 500, 450].map(value => value * 1024)
                },
                GraphSeries {
                    label: "Sent"
                    color: Theme.positive
                    dashed: true
                    values: [100, 120, 110, 150, 90, 200, 300, 250, 200, 150, 100, NaN, NaN, NaN, 90, 80, 70, 120, 130, 200, 210, 190].map(value => value * 1024)
                }
            ]
            capacity: 30
            Layout.fillWidth: true
        }
        RowLayout {
            Layout.fillHeight: true
            Placeholder {
                objectName: "placeholder"
                title: root.foreign
                glyph: "host-failed"
                explanation: "The host refused the connection: " + root.foreign
                actionLabel: "Try again"
                actionGlyph: "refresh"
                onAction: root.hear("retry")
                Layout.fillWidth: true
            }
            Placeholder {
                title: "Connecting to rack1"
                busy: true
                Layout.fillWidth: true
            }
            Placeholder {
                title: "No machine matches"
                glyph: "search"
                explanation: "Search looks at names, titles and addresses."
                actionLabel: "Show all"
                Layout.fillWidth: true
            }
        }
    }
}
