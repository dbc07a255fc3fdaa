// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* What a machine costs, and cost in the last minutes. */
GridLayout {
    id: root

    required property DomainSource domain
    required property bool wide

    component LoadGraph: Graph {
        capacity: 120
        formatAge: seconds => Units.age(seconds)
        Layout.fillWidth: true
        Layout.preferredWidth: 10
        Layout.preferredHeight: 9 * Theme.lineHeight
    }

    columns: wide ? 2 : 1
    columnSpacing: Theme.largeSpacing
    rowSpacing: Theme.largeSpacing

    LoadGraph {
        title: qsTr("CPU", "graph")
        maximum: 100
        format: value => Units.percent(value)
        series: [first] // qmllint disable missing-type

        readonly property GraphSeries first: GraphSeries {
            label: qsTr("all vCPUs", "graph")
            values: root.domain?.cpuHistory ?? []
        }
    }
    LoadGraph {
        title: qsTr("Memory", "graph")
        binary: true
        maximum: root.domain?.memoryCurrent > 0 ? root.domain.memoryCurrent : 0
        format: value => Units.bytes(value)
        series: [first] // qmllint disable missing-type

        readonly property GraphSeries first: GraphSeries {
            label: qsTr("used", "graph: memory")
            values: root.domain?.memoryHistory ?? []
            color: Theme.asleep
        }
    }
    LoadGraph {
        title: qsTr("Disk", "graph")
        binary: true
        format: value => Units.rate(value)
        series: [first, second] // qmllint disable missing-type

        readonly property GraphSeries first: GraphSeries {
            label: qsTr("read", "graph: disk")
            values: root.domain?.diskReadHistory ?? []
            color: Theme.positive
        }
        readonly property GraphSeries second: GraphSeries {
            label: qsTr("written", "graph: disk")
            values: root.domain?.diskWriteHistory ?? []
            color: Theme.neutral
            dashed: true
        }
    }
    LoadGraph {
        title: qsTr("Network", "graph")
        binary: true
        format: value => Units.rate(value)
        series: [first, second] // qmllint disable missing-type

        readonly property GraphSeries first: GraphSeries {
            label: qsTr("received", "graph: network")
            values: root.domain?.netReceiveHistory ?? []
            color: Theme.positive
        }
        readonly property GraphSeries second: GraphSeries {
            label: qsTr("sent", "graph: network")
            values: root.domain?.netTransmitHistory ?? []
            color: Theme.neutral
            dashed: true
        }
    }
    VcpuGraphs {
        histories: root.domain?.vcpuHistories ?? []
        visible: histories.length > 1
        Layout.columnSpan: root.columns
        Layout.fillWidth: true
    }
}
