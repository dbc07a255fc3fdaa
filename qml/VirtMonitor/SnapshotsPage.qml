// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* The snapshots as the tree that they are: make one, return to one, delete one. */
PageScroll {
    id: root

    required property DataEngine engine
    required property string source
    required property DomainSource domain
    required property Service service
    required property OperationRunner runner
    required property bool live

    SnapshotForm {
        service: root.service
        running: root.domain?.active ?? false
        Layout.fillWidth: true
    }
    QueryState {
        query: query
        Layout.fillWidth: true
    }
    Repeater {
        id: rows

        model: query.result ?? []

        SnapshotRow {
            required property var modelData

            snapshot: modelData
            service: root.service
            running: root.domain?.active ?? false
            Layout.fillWidth: true
            onAsked: (operation, told) => root.runner.runWith(root.source, root.domain.name, operation, {
                name: modelData.name
            }, told)
        }
    }
    Placeholder {
        title: qsTr("No snapshots")
        glyph: "snapshot"
        explanation: qsTr("A snapshot keeps the disks, and the memory if the machine runs, as they are now.")
        visible: query.known && rows.count === 0
        Layout.fillWidth: true
    }
    SourceQuery {
        id: query

        engine: root.engine
        source: root.source
        kind: "snapshots"
        active: root.live
    }
}
