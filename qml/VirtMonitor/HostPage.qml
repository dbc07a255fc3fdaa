// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* Everything about one host: its connection, how busy it is and by whom, its networks and pools. */
FocusScope {
    id: root

    required property DataEngine engine
    required property Face face
    required property string source
    required property bool live
    readonly property HostSource host: view.host

    signal machineChosen(string source)

    Accessible.role: Accessible.Grouping
    Accessible.name: source

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spacing
        spacing: Theme.spacing

        HostHead {
            engine: root.engine
            host: root.host
            source: root.source
            Layout.fillWidth: true
        }
        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true

            HostSummary {
                engine: root.engine
                face: root.face
                source: root.source
                live: root.live
                besideList: true
                Layout.fillWidth: true
            }
            HostStates {
                counts: root.host?.counts ?? ({})
                visible: root.host !== null
                Layout.fillWidth: true
            }
            Graph {
                title: qsTr("CPU", "graph")
                capacity: 120
                maximum: 100
                format: value => Units.percent(value)
                formatAge: seconds => Units.age(seconds)
                // Not every driver tells it.
                visible: root.host !== null && !root.host.stale && root.host.cpuHistory.some(share => !isNaN(share))
                series: [first] // qmllint disable missing-type
                readonly property GraphSeries first: GraphSeries {
                    label: qsTr("all of the host", "graph")
                    values: root.host?.cpuHistory ?? []
                }
                Layout.fillWidth: true
                Layout.preferredHeight: 9 * Theme.lineHeight
            }
            HostEaters {
                engine: root.engine
                source: root.source
                live: root.live
                count: root.host?.domainCount ?? NaN
                active: count - (root.host?.counts.shutoff ?? 0) - (root.host?.counts.crashed ?? 0)
                Layout.fillWidth: true
                onChosen: source => root.machineChosen(source)
            }
            HostFacts {
                host: root.host
                face: root.face
                Layout.fillWidth: true
            }
            HostDevices {
                engine: root.engine
                source: root.source
                live: root.live
                Layout.fillWidth: true
            }
        }
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.source
        active: root.live
        interval: root.engine.rowInterval
    }
}
