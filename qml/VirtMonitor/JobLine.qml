// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Engine

/* One operation: how far it is, why it failed, or for how long it can be undone; with the next step. */
GridLayout {
    id: root

    required property JobModel jobs
    required property int key
    required property string name
    required property string label
    required property int phase
    required property string text
    required property real progress
    required property bool cancellable
    required property int seconds
    required property bool stopping

    readonly property string subject: Theme.fill(qsTr("%1: %2", "name of a machine: operation"), Theme.isolate(name), label)
    readonly property string told: stopping ? qsTr("is being cancelled", "an operation under way") : phase === JobModel.Failed || phase === JobModel.Running ? text : phase === JobModel.Waiting ? qsTr("asked, for %1; waiting for the guest").arg(Units.duration(seconds)) : phase === JobModel.Late ? qsTr("The guest has not shut down for %1.").arg(Units.duration(seconds)) : phase === JobModel.Undoable ? qsTr("done; can be undone for %1").arg(Units.duration(seconds)) : ""

    // In a popup, and beside the list, what there is to say stands below.
    readonly property bool narrow: width < 44 * Theme.lineHeight
    // And buttons are symbols.
    readonly property bool tight: width < 28 * Theme.lineHeight

    columnSpacing: Theme.spacing
    rowSpacing: Theme.smallSpacing
    Accessible.role: Accessible.ListItem
    Accessible.name: told === "" ? subject : Theme.fill(qsTr("%1: %2", "job: what there is to say"), subject, told)

    onPhaseChanged: announce()
    Component.onCompleted: announce()

    // What needs a person is said aloud.
    function announce(): void {
        if (phase === JobModel.Failed || phase === JobModel.Late)
            Accessible.announce(Accessible.name, Accessible.Assertive);
    }

    Icon {
        glyph: root.phase === JobModel.Failed ? "error" : root.phase === JobModel.Late ? "warning" : root.phase === JobModel.Undoable ? "success" : "clock"
        color: root.phase === JobModel.Failed ? Theme.negative : root.phase === JobModel.Late ? Theme.neutral : root.phase === JobModel.Undoable ? Theme.positive : Theme.information
    }
    PlainLabel {
        text: root.subject
        Layout.maximumWidth: root.narrow || root.told === "" ? Number.POSITIVE_INFINITY : root.width / 3
        Layout.fillWidth: root.narrow
        Layout.column: 1
        Accessible.ignored: true
    }
    PlainLabel {
        text: root.told
        color: root.phase === JobModel.Failed ? Theme.negative : Theme.muted
        wrapMode: Text.Wrap
        maximumLineCount: root.narrow ? 5 : 3
        visible: text !== "" || !root.narrow
        Layout.row: root.narrow ? 1 : 0
        Layout.column: root.narrow ? 1 : 2
        Layout.columnSpan: root.narrow ? 2 : 1
        Layout.fillWidth: true
        Accessible.ignored: true
    }
    ProgressBar {
        visible: root.phase === JobModel.Running
        indeterminate: root.progress < 0
        value: Math.max(0, root.progress / 100)
        Layout.row: root.narrow ? 2 : 0
        Layout.column: root.narrow ? 1 : 3
        Layout.columnSpan: root.narrow ? 2 : 1
        Layout.fillWidth: root.narrow
        Layout.preferredWidth: 8 * Theme.lineHeight
        Accessible.name: root.subject
    }
    RowLayout {
        spacing: Theme.smallSpacing
        Layout.column: root.narrow ? 2 : 4

        ActionButton {
            label: qsTr("Cancel", "button: a job")
            glyph: "stop"
            iconOnly: root.tight
            visible: root.phase === JobModel.Running && root.cancellable
            onTriggered: root.jobs.cancel(root.key)
        }
        ActionButton {
            label: qsTr("Try Again", "button: an operation that failed")
            glyph: "refresh"
            iconOnly: root.tight
            visible: root.phase === JobModel.Failed
            onTriggered: root.jobs.retry(root.key)
        }
        ActionButton {
            label: qsTr("Wait longer", "button: for a guest to shut down")
            glyph: "clock"
            iconOnly: root.tight
            visible: root.phase === JobModel.Late
            onTriggered: root.jobs.wait(root.key)
        }
        HoldButton {
            label: qsTr("Hold to Power Off", "button: a guest that does not shut down")
            glyph: "power-off"
            iconOnly: root.tight
            holdLabel: qsTr("Power off", "button: a guest that does not shut down")
            visible: root.phase === JobModel.Late
            onHeld: root.jobs.powerOff(root.key)
        }
        ActionButton {
            label: qsTr("Undo", "button")
            glyph: "undo"
            iconOnly: root.tight
            visible: root.phase === JobModel.Undoable
            onTriggered: root.jobs.undo(root.key)
        }
        ActionButton {
            label: qsTr("Dismiss", "button: a message")
            glyph: "close"
            iconOnly: true
            visible: root.phase !== JobModel.Running
            onTriggered: root.jobs.dismiss(root.key)
        }
    }
}
