// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* All that can be done with a machine; what cannot be done now is grey, and keys that do the same are told. Labels are the table's, never the guest's. */
PlainMenu {
    id: root

    required property DataEngine engine
    required property Face face
    required property string source
    required property OperationRunner runner
    readonly property DomainSource domain: view.domain
    readonly property bool favourite: face.favourites.includes(domain?.uuid ?? "")

    signal editAsked
    signal serialAsked
    signal screenAsked

    function run(operation: string, parameters: var): void {
        if (domain !== null)
            runner.run(source, domain.name, operation, parameters);
    }

    component Entry: MenuEntry {
        id: entry

        required property string operation
        property var parameters: ({})

        text: status.label
        glyph: status.glyph
        keys: root.domain?.primaryOperation === operation ? qsTr("Space", "key") : ""
        enabled: status.enabled
        reason: status.reason
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
    MenuEntry {
        text: qsTr("Screen", "menu: show the machine's screen")
        glyph: "screen"
        keys: qsTr("Ctrl+O")
        enabled: root.domain?.active ?? false
        onTriggered: root.screenAsked()
    }
    MenuEntry {
        text: qsTr("Serial Console", "menu")
        glyph: "console"
        keys: qsTr("Ctrl+T")
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
    MenuEntry {
        text: qsTr("Favourite", "menu: a machine that stands above the others")
        glyph: "unstar"
        checkable: true
        checked: root.favourite
        keys: qsTr("Ctrl+D")
        onTriggered: root.face.setFavourite(root.domain?.uuid ?? "", !root.favourite)
    }
    MenuEntry {
        text: qsTr("Name, Title and Tags…", "menu")
        glyph: "rename"
        keys: qsTr("F2")
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
