// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* All machines: search, filters, what there is to say of the hosts, the rows, and the last thing that went wrong. */
ColumnLayout {
    id: root

    required property DataEngine engine
    property bool compact: false

    signal dismissed

    function select(source: string): void {
        filters.clear();
        list.currentIndex = domains.rowOf(source);
    }

    function focusSearch(): void {
        filters.focusSearch();
    }

    spacing: Theme.spacing

    DomainFilters {
        id: filters

        model: domains
        compact: root.compact
        Layout.fillWidth: true
        onDownPressed: list.forceActiveFocus()
        onDismissed: root.dismissed()
    }
    Repeater {
        model: root.engine.hosts

        HostLine {
            required property string modelData

            engine: root.engine
            source: modelData
            Layout.fillWidth: true
        }
    }
    DomainList {
        id: list

        engine: root.engine
        model: domains
        compact: root.compact
        Layout.fillWidth: true
        Layout.fillHeight: true
        onFailed: text => failure.show(text)
    }
    FailureLine {
        id: failure

        Layout.fillWidth: true
    }
    DomainModel {
        id: domains

        engine: root.engine
        filterText: filters.text
        stateFilter: filters.stateFilter
    }
}
