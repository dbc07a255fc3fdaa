// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* Everything about one machine, on pages. Only the page that is seen looks at anything. */
FocusScope {
    id: root

    required property DataEngine engine
    required property Face face
    required property OperationRunner runner
    required property string source
    required property MachineJournal events
    // Somebody may see it.
    required property bool live
    readonly property DomainSource domain: view.domain
    readonly property list<string> titles: [qsTr("Overview", "page"), qsTr("Resources", "page"), qsTr("Devices", "page"), qsTr("Snapshots", "page"), qsTr("XML", "page"), qsTr("Events", "page")]
    required property int page

    signal menuAsked(Item from)
    signal consoleAsked
    signal pageChosen(int page)

    Accessible.role: Accessible.Grouping
    Accessible.name: domain?.name ?? ""

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spacing
        spacing: Theme.spacing

        MachineHead {
            source: root.source
            domain: root.domain
            service: view.service
            face: root.face
            runner: root.runner
            Layout.fillWidth: true
            onMenuAsked: from => root.menuAsked(from)
            onConsoleAsked: root.consoleAsked()
        }
        TabBar {
            id: tabs

            currentIndex: root.page
            Layout.fillWidth: true
            onCurrentIndexChanged: root.pageChosen(currentIndex)

            Repeater {
                model: root.titles

                TabButton {
                    required property string modelData

                    text: modelData
                    width: implicitWidth
                    leftPadding: Theme.spacing
                    rightPadding: Theme.spacing
                    Accessible.selectable: true
                    Accessible.selected: checked
                    palette.window: Theme.edge

                    // Styles mark the chosen one so that one has to look for it.
                    Rectangle {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.bottom: parent.bottom
                        height: 3
                        color: Theme.palette.highlight
                        visible: (parent as TabButton)?.checked ?? false
                    }
                }
            }
        }
        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            active: root.domain !== null
            sourceComponent: [overview, resources, devices, snapshots, xml, events][root.page]
        }
    }
    Component {
        id: overview

        OverviewPage {
            engine: root.engine
            face: root.face
            since: root.events.since
            source: root.source
            live: root.live
        }
    }
    Component {
        id: resources

        ResourcesPage {
            engine: root.engine
            source: root.source
            domain: root.domain
            service: view.service
            live: root.live
        }
    }
    Component {
        id: devices

        DevicesPage {
            engine: root.engine
            face: root.face
            source: root.source
            live: root.live
        }
    }
    Component {
        id: snapshots

        SnapshotsPage {
            engine: root.engine
            source: root.source
            domain: root.domain
            service: view.service
            runner: root.runner
            live: root.live
        }
    }
    Component {
        id: xml

        XmlPage {
            engine: root.engine
            source: root.source
            domain: root.domain
            service: view.service
            live: root.live
        }
    }
    Component {
        id: events

        EventsPage {
            events: root.events
        }
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.source
    }
}
