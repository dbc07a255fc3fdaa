// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Engine

/* The sum of one operation on many machines, with how to stop the rest of it and how to try again what failed. */
GridLayout {
    id: root

    required property JobModel jobs
    required property JobBatch batch

    readonly property string sum: qsTr("%1 of %2 done", "machines").arg(batch.done.toLocaleString(Qt.locale(), "f", 0)).arg(batch.total.toLocaleString(Qt.locale(), "f", 0))
    readonly property list<string> told: [sum].concat(batch.failed > 0 ? [qsTr("%n failed", "operations", batch.failed)] : [], batch.waiting > 0 ? [qsTr("%n still shutting down", "machines", batch.waiting)] : [], batch.cancelled > 0 ? [qsTr("%n cancelled", "operations", batch.cancelled)] : [])
    readonly property string text: Theme.fill(qsTr("%1: %2", "operation: how far it is"), batch.label, told.join(" · "))
    readonly property bool narrow: width < 44 * Theme.lineHeight
    // And buttons are symbols.
    readonly property bool tight: width < 28 * Theme.lineHeight
    readonly property bool over: batch.over

    columnSpacing: Theme.spacing
    rowSpacing: Theme.smallSpacing
    Accessible.role: Accessible.ListItem
    Accessible.name: text
    onOverChanged: {
        if (over)
            Accessible.announce(text, batch.failed > 0 ? Accessible.Assertive : Accessible.Polite);
    }

    Icon {
        glyph: !root.over ? "clock" : root.batch.failed > 0 ? "error" : "success"
        color: !root.over ? Theme.information : root.batch.failed > 0 ? Theme.negative : Theme.positive
    }
    PlainLabel {
        text: root.text
        font.bold: true
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Layout.column: 1
        Accessible.ignored: true
    }
    ProgressBar {
        visible: !root.over
        to: Math.max(1, root.batch.total)
        value: root.batch.total - root.batch.pending
        Layout.row: root.narrow ? 1 : 0
        Layout.column: root.narrow ? 1 : 2
        Layout.columnSpan: root.narrow ? 2 : 1
        Layout.fillWidth: root.narrow
        Layout.preferredWidth: 8 * Theme.lineHeight
        Accessible.name: root.text
    }
    RowLayout {
        spacing: Theme.smallSpacing
        Layout.column: root.narrow ? 2 : 3

        ActionButton {
            label: qsTr("Cancel the Rest", "button: what has not begun of an operation on many machines")
            glyph: "stop"
            iconOnly: root.tight
            visible: root.batch.pending > 0
            onTriggered: root.jobs.cancelBatch(root.batch.key)
        }
        ActionButton {
            label: qsTr("Try All Again", "button: what failed of an operation on many machines")
            glyph: "refresh"
            iconOnly: root.tight
            visible: root.over && root.batch.failed > 0
            onTriggered: root.jobs.retryBatch(root.batch.key)
        }
        ActionButton {
            label: qsTr("Dismiss all", "button: failures")
            glyph: "close"
            iconOnly: true
            visible: root.over && root.batch.failed > 0
            onTriggered: root.jobs.dismissBatch(root.batch.key)
        }
    }
}
