// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Engine

/* The places of the window: smart filters, hosts, tags. Exactly one is chosen. */
Pane {
    id: root

    required property DataEngine engine
    required property DomainModel model

    readonly property string host: model.hostFilter

    signal hostChosen(string host)
    signal helpAsked
    signal hostsAsked
    signal journalAsked
    signal settingsAsked

    function choose(state: string, host: string, tag: string): void {
        model.stateFilter = state;
        model.hostFilter = host;
        model.tagFilter = tag;
    }

    padding: Theme.spacing
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Places")

    component Below: ActionButton {
        flat: true
        gap: Theme.spacing
    }

    background: Rectangle {
        color: Theme.blend(Theme.window, Theme.text, 0.03)
    }
    contentItem: ColumnLayout {
        spacing: Theme.spacing

        Scroller {
            id: scroll

            contentWidth: availableWidth
            Layout.fillWidth: true
            Layout.fillHeight: true

            Column {
                width: scroll.availableWidth

                SidebarFilters {
                    model: root.model
                    width: scroll.availableWidth
                    onChosen: filter => root.choose(filter, "", "")
                }
                SectionLabel {
                    text: qsTr("Hosts", "heading")
                    width: scroll.availableWidth
                }
                Repeater {
                    model: root.engine.hosts

                    SidebarHost {
                        required property string modelData

                        engine: root.engine
                        source: modelData
                        width: scroll.availableWidth
                        count: root.model.hostCounts[modelData] ?? 0
                        checkable: false
                        checked: root.host === modelData
                        onClicked: {
                            root.choose("", modelData, "");
                            root.hostChosen(modelData);
                        }
                    }
                }
                SectionLabel {
                    text: qsTr("Tags", "heading")
                    visible: tags.count > 0
                    width: scroll.availableWidth
                }
                Repeater {
                    id: tags

                    model: Object.keys(root.model.tagCounts)

                    SidebarItem {
                        required property string modelData

                        label: modelData
                        glyph: "tag"
                        width: scroll.availableWidth
                        count: root.model.tagCounts[modelData] ?? 0
                        checkable: false
                        checked: root.model.tagFilter === modelData
                        onClicked: root.choose("", "", modelData)
                    }
                }
            }
        }
        // Under the places, in line with them.
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Below {
                label: qsTr("Hosts…", "button: add and change hosts")
                glyph: "host"
                onTriggered: root.hostsAsked()
            }
            Below {
                label: qsTr("Journal", "button: what happened")
                glyph: "clock"
                shortcut: "Ctrl+J"
                onTriggered: root.journalAsked()
            }
            Below {
                label: qsTr("Settings…", "button")
                glyph: "settings"
                shortcut: "Ctrl+,"
                onTriggered: root.settingsAsked()
            }
            Below {
                label: qsTr("Shortcuts", "button: list of keys")
                glyph: "keyboard"
                shortcut: "F1"
                onTriggered: root.helpAsked()
            }
        }
    }
}
