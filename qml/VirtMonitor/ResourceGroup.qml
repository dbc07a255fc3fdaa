// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* One kind of resource in its three amounts: now, at the next start, and the most it can have. */
ColumnLayout {
    id: root

    required property string title
    required property Service service
    required property string operation
    // The parameter of the operation that is the amount.
    required property string parameter
    property bool memory: false
    property bool persistent: true
    property real live: NaN
    property real config: NaN
    property real liveMaximum: NaN
    property real configMaximum: NaN
    property real hostMost: memory ? 16 * 1024 ** 4 : 512

    readonly property bool running: !isNaN(live)
    readonly property string later: qsTr("Takes effect at the next start.")

    function apply(amount: real, scope: string, maximum: bool): void {
        const given = {
            scope: scope,
            maximum: maximum
        };
        given[parameter] = amount;
        service.call(operation, given);
    }

    spacing: Theme.smallSpacing

    PlainLabel {
        text: root.title
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    ResourceRow {
        label: qsTr("%1 now", "resource: amount while it runs").arg(root.title)
        amount: root.live
        most: root.liveMaximum
        memory: root.memory
        visible: root.running
        reason: status.reason
        Layout.fillWidth: true
        onApplied: amount => root.apply(amount, "live", false)
    }
    ResourceRow {
        label: qsTr("%1 at the next start", "resource").arg(root.title)
        amount: root.config
        most: root.configMaximum
        memory: root.memory
        reason: status.reason
        note: root.running && root.config !== root.live ? root.later : ""
        visible: root.persistent
        Layout.fillWidth: true
        onApplied: amount => root.apply(amount, "config", false)
    }
    ResourceRow {
        label: qsTr("%1 at most", "resource: the most that it can have").arg(root.title)
        amount: root.configMaximum
        most: root.hostMost
        memory: root.memory
        reason: status.reason
        note: root.running && root.configMaximum !== root.liveMaximum ? qsTr("Takes effect at the next start; until then at most %1.").arg(root.memory ? Units.bytes(root.liveMaximum) : root.liveMaximum) : ""
        visible: root.persistent
        Layout.fillWidth: true
        onApplied: amount => root.apply(amount, "config", true)
    }
    ServiceOperationStatus {
        id: status

        service: root.service
        operation: root.operation
    }
}
