// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Engine

/* All that is under way, that failed, or that can be undone; nothing when there is nothing. */
Pane {
    id: root

    required property JobModel jobs
    property int most: 5

    visible: jobs.count > 0 || jobs.batches.length > 0
    padding: Theme.smallSpacing
    leftPadding: Theme.spacing
    rightPadding: Theme.spacing
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Jobs")

    background: Rectangle {
        color: Theme.blend(Theme.window, root.palette.base, 0.6)
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    contentItem: ColumnLayout {
        spacing: Theme.smallSpacing

        Repeater {
            model: root.jobs.batches

            BatchLine {
                required property JobBatch modelData

                jobs: root.jobs
                batch: modelData
                Layout.fillWidth: true
            }
        }
        RowLayout {
            visible: root.jobs.count > 2 && root.jobs.batches.length === 0
            spacing: Theme.spacing

            PlainLabel {
                text: [root.jobs.running > 0 ? qsTr("%n operation(s) under way", "", root.jobs.running) : "", root.jobs.failed > 0 ? qsTr("%n failed", "operations", root.jobs.failed) : ""].filter(part => part !== "").join(" · ")
                font.bold: true
                Layout.fillWidth: true
            }
            ActionButton {
                label: qsTr("Dismiss all", "button: failures")
                glyph: "close"
                flat: true
                visible: root.jobs.failed > 1
                onTriggered: root.jobs.dismissFailed()
            }
        }
        ListView {
            id: list

            model: root.jobs
            visible: count > 0
            clip: true
            spacing: Theme.smallSpacing
            boundsBehavior: Flickable.StopAtBounds
            implicitHeight: Math.min(contentHeight, root.most * 2.4 * Theme.lineHeight)
            Layout.fillWidth: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Jobs")

            ScrollBar.vertical: Bar {}
            delegate: JobLine {
                jobs: root.jobs
                width: ListView.view.width - Theme.spacing
            }
        }
    }
}
