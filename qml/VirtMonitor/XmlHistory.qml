// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Engine

/* The definitions that were kept; one of them becomes a proposal, to be reviewed like an edit. */
ListView {
    id: root

    required property DataEngine engine
    required property string source
    required property bool live

    signal chosen(string text)

    implicitHeight: Math.max(Theme.lineHeight, contentHeight)
    clip: true
    model: query.result ?? []
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Definitions that were kept")

    ScrollBar.vertical: Bar {}
    delegate: RowLayout {
        id: row

        required property var modelData
        readonly property string told: Theme.fill(qsTr("%1, before: %2", "time; operation"), Units.moment(modelData.keptAt), status.label)

        width: ListView.view.width
        spacing: Theme.spacing

        Icon {
            glyph: "clock"
            color: Theme.muted
        }
        PlainLabel {
            text: row.told
            Layout.fillWidth: true
        }
        ActionButton {
            label: qsTr("Compare and restore", "button: a kept definition")
            glyph: "restore"
            iconOnly: true
            description: row.told
            onTriggered: {
                kept.parameters = {
                    entry: row.modelData.entry
                };
                kept.active = true;
            }
        }
        ServiceOperationStatus {
            id: status

            operation: row.modelData.operation
        }
    }
    PlainLabel {
        text: query.known ? qsTr("Nothing was kept yet: no change was made from here.") : query.error
        visible: root.count === 0
        color: Theme.muted
    }
    SourceQuery {
        id: query

        engine: root.engine
        source: root.source
        kind: "history"
        active: root.live
    }
    SourceQuery {
        id: kept

        engine: root.engine
        source: root.source
        kind: "historyEntry"
        active: false
        onResultChanged: {
            if (known) {
                const read = result;
                active = false;
                // The same one may be chosen again.
                parameters = {};
                root.chosen(read);
            }
        }
    }
}
