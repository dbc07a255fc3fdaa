// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor

/* Every component once, for the component test and for looking at. */
ApplicationWindow {
    id: root

    property bool rightToLeft: false
    property string hostile: "web-1"

    width: 900
    height: 900
    visible: true
    title: "Gallery"
    LayoutMirroring.enabled: rightToLeft
    LayoutMirroring.childrenInherit: true

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.largeSpacing
        spacing: Theme.spacing

        RowLayout {
            SearchBar {
                objectName: "search"
                Layout.fillWidth: true
            }
            Repeater {
                model: [1, 3, 5, 6]
                Chip {
                    required property int modelData
                    objectName: "chip" + modelData
                    domainState: modelData
                    count: modelData * 3
                    checked: modelData === 3
                }
            }
            Chip {
                glyph: "star"
                label: "Favourites"
                count: 2
                showLabel: true
            }
        }
        RowLayout {
            Repeater {
                model: 8
                RowLayout {
                    required property int modelData
                    StateIcon {
                        objectName: "state" + parent.modelData
                        domainState: parent.modelData
                    }
                    PlainLabel {
                        text: States.text(parent.modelData)
                        color: States.color(parent.modelData)
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
                
            }
            ActionButton {
                objectName: "disabled"
                label: "Shut down"
                glyph: "shutdown"
                reason: "The connection is read-only."
            }
            ActionButton {
                objectName: "hostile"
                label: root.hostile
                glyph: "edit"
                Layout.maximumWidth: 200
            }
            Repeater {
                model: ["start", "suspend", "shutdown", "reboot", "more"]
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
                label: "Memory"
                amount: 3.8
                total: 4
                valueText: "3.8 of 4 GiB"
            }
            UsageBar {
                objectName: "unknownUsage"
                label: "Disk"
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
        PlainLabel {
            objectName: "label"
            text: root.hostile
            Layout.fillWidth: true
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
