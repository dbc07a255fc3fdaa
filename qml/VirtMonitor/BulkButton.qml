// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import VirtMonitor.Engine

/* One operation with as many of the selected machines as allow it. */
ActionButton {
    id: root

    required property string operation
    required property DomainSelection selection
    // Asked again after each change of the selection or of what is selected.
    readonly property list<string> sources: selection.revision >= 0 ? selection.allowing(operation) : []

    label: sources.length > 0 ? Theme.fill(qsTr("%1 (%2)", "operation (number of machines)"), status.label, sources.length) : status.label
    glyph: status.glyph
    reason: sources.length > 0 ? "" : qsTr("None of the selected machines allows it now.")

    ServiceOperationStatus {
        id: status

        operation: root.operation
    }
}
