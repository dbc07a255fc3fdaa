// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* vCPUs and memory: what is now, what will be at the next start, and what it can have at most. */
PageScroll {
    id: root

    required property DataEngine engine
    required property string source
    required property DomainSource domain
    required property Service service
    required property bool live
    readonly property var amounts: query.result ?? ({})

    QueryState {
        query: query
        Layout.fillWidth: true
    }
    ResourceGroup {
        title: qsTr("vCPUs", "resource")
        service: root.service
        operation: "setVcpus"
        parameter: "count"
        visible: query.known
        persistent: root.domain?.persistent ?? false
        live: root.amounts.live?.vcpuCurrent ?? NaN
        liveMaximum: root.amounts.live?.vcpuMaximum ?? NaN
        config: root.amounts.config?.vcpuCurrent ?? NaN
        configMaximum: root.amounts.config?.vcpuMaximum ?? NaN
        hostMost: root.amounts.hostVcpus ?? 512
        Layout.fillWidth: true
    }
    ResourceGroup {
        title: qsTr("Memory", "resource")
        service: root.service
        operation: "setMemory"
        parameter: "bytes"
        memory: true
        visible: query.known
        persistent: root.domain?.persistent ?? false
        live: root.amounts.live?.memoryCurrent ?? NaN
        liveMaximum: root.amounts.live?.memoryMaximum ?? NaN
        config: root.amounts.config?.memoryCurrent ?? NaN
        configMaximum: root.amounts.config?.memoryMaximum ?? NaN
        Layout.fillWidth: true
        Layout.topMargin: Theme.largeSpacing
    }
    SourceQuery {
        id: query

        engine: root.engine
        source: root.source
        kind: "resources"
        active: root.live
    }
}
