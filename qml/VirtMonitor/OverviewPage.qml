// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* A machine at a glance: its screen, what it is, what it costs. */
PageScroll {
    id: root

    required property DataEngine engine
    required property Face face
    required property string source
    // When its state changed last; NaN: nobody heard of it.
    required property real since
    required property bool live
    readonly property DomainSource domain: view.domain
    readonly property bool wide: room > 44 * Theme.lineHeight

    GridLayout {
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.largeSpacing
        rowSpacing: Theme.spacing
        Layout.fillWidth: true

        ScreenView {
            engine: root.engine
            source: root.source
            running: root.domain?.active ?? false
            live: root.live
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.maximumWidth: 24 * Theme.lineHeight
            Layout.preferredWidth: 18 * Theme.lineHeight
        }
        OverviewFacts {
            domain: root.domain
            face: root.face
            since: root.since
            live: root.live
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
        }
    }
    LoadGraphs {
        domain: root.domain
        visible: root.domain?.active ?? false
        wide: root.wide
        Layout.fillWidth: true
        Layout.topMargin: Theme.spacing
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.source
        active: root.live
        interval: root.engine.detailInterval
        groups: ["cpu", "vcpu", "memory", "disk", "network", "guest"]
    }
}
