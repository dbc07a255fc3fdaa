// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* A host at a glance: how busy it is and by whom, and what there is to say of its connection, with the next step. */
ColumnLayout {
    id: root

    required property DataEngine engine
    required property string source
    required property bool live
    // With it a demo offers to connect to a host.
    property Face face: null
    property bool bars: true
    property bool unfolded: false
    // The list beside it says what there is to say while the host is there: once is enough.
    property bool besideList: false

    readonly property HostSource host: view.host

    signal chosen(string source)

    spacing: Theme.smallSpacing

    RowLayout {
        visible: root.bars && root.host !== null && !root.host.stale
        spacing: Theme.spacing

        UsageBar {
            label: qsTr("CPU", "share of a host's processors in use")
            amount: root.host?.hostCpuUsage ?? NaN
            valueText: root.host?.cpuText ?? ""
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
        UsageBar {
            label: qsTr("Memory", "memory of a host in use")
            amount: root.host?.memoryUsed ?? NaN
            total: root.host?.memoryTotal ?? NaN
            valueText: root.host?.memoryBrief ?? ""
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
        ActionButton {
            label: qsTr("Who takes it", "button: which machines take most of the host")
            glyph: "graph"
            iconOnly: true
            checkable: true
            checked: root.unfolded
            onTriggered: root.unfolded = !root.unfolded
        }
    }
    Loader {
        active: root.unfolded && root.bars && root.host !== null && !root.host.stale
        visible: active
        Layout.fillWidth: true
        sourceComponent: HostShareLists {
            engine: root.engine
            source: root.source
            live: root.live
            onChosen: source => root.chosen(source)
        }
    }
    MessageBar {
        visible: (text !== "" || aside !== "") && (!root.besideList || root.host?.stale === true)
        text: root.host?.notice ?? ""
        aside: [age.text === "" ? "" : qsTr("Last read %1.", "12 s ago").arg(age.text), nextTry.text === "" ? "" : qsTr("Next try: %1.", "in 12 s").arg(nextTry.text)].filter(part => part !== "").join(" ")
        kind: root.host?.stale ? MessageBar.Warning : MessageBar.Information
        actionLabel: root.host?.retryable ? qsTr("Try again", "button: connect to a host") : root.host?.demo && root.face !== null ? qsTr("Connect…", "button: to a real host") : ""
        actionGlyph: root.host?.retryable ? "refresh" : "add"
        closable: false
        Layout.fillWidth: true
        onAction: root.host?.retryable ? root.engine.retryHost(root.source) : root.face.openHosts()
    }
    TimeText {
        id: age

        active: root.live && (root.host?.stale ?? false)
        time: root.host?.updatedAt ?? NaN
    }
    TimeText {
        id: nextTry

        active: root.live
        time: root.host?.nextRetryAt ?? NaN
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.source
        active: root.live
        interval: root.engine.rowInterval
    }
}
