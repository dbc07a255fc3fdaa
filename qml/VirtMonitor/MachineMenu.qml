// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import VirtMonitor.Engine

/* All that can be done with a machine; what cannot be done now is grey. Labels are the table's, never the guest's. */
Menu {
    id: root

    required property DataEngine engine
    required property string source
    required property OperationRunner runner
    readonly property DomainSource domain: view.domain

    signal editAsked
    signal serialAsked
    signal screenAsked

    function run(operation: string, parameters: var): void {
        if (domain !== null)
            runner.run(source, domain.name, operation, parameters);
    }

    component Entry: MenuItem {
        id: entry

        required property string operation
        property var parameters: ({})

        text: status.label
        enabled: status.enabled
        Accessible.description: status.reason
        onTriggered: root.run(operation, parameters)

        ServiceOperationStatus {
            id: status

            service: view.service
            operation: entry.operation
        }
    }

    Entry {
        operation: "start"
    }
    Entry {
        operation: "resume"
    }
    Entry {
        operation: "suspend"
    }
    Entry {
        operation: "shutdown"
    }
    Entry {
        operation: "reboot"
    }
    Entry {
        operation: "reset"
    }
    Entry {
        operation: "powerOff"
    }
    MenuSeparator {}
    Entry {
        operation: "managedSave"
    }
    Entry {
        operation: "managedSaveRemove"
    }
    Entry {
        operation: "snapshotCreate"
    }
    MenuSeparator {}
    MenuItem {
        text: qsTr("Screen", "menu: show the machine's screen")
        enabled: root.domain?.active ?? false
        onTriggered: root.screenAsked()
    }
    MenuItem {
        text: qsTr("Serial Console", "menu")
        enabled: root.domain?.active ?? false
        onTriggered: root.serialAsked()
    }
    Entry {
        operation: "sendKey"
        text: qsTr("Send Ctrl+Alt+Del", "menu")
    }
    Entry {
        operation: "injectNmi"
    }
    MenuSeparator {}
    MenuItem {
        text: qsTr("Name, Title and Tags…", "menu")
        onTriggered: root.editAsked()
    }
    Entry {
        operation: "setAutostart"
        text: root.domain?.autostart ? qsTr("Do Not Start With Host", "menu") : qsTr("Start With Host", "menu")
        parameters: ({
                enabled: !(root.domain?.autostart ?? false)
            })
    }
    Entry {
        operation: "undefine"
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.source
        active: root.visible || root.opened
    }
}
