// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* The head of a machine's page: what it is, how it is, and what most people want of it. */
ColumnLayout {
    id: root

    required property string source
    required property DomainSource domain
    required property Service service
    required property Face face
    required property OperationRunner runner

    readonly property bool favourite: face.favourites.includes(domain?.uuid ?? "")

    signal menuAsked(Item from)
    signal consoleAsked

    function run(operation: string): void {
        runner.run(source, domain.name, operation, {});
    }

    spacing: Theme.spacing

    Connections {
        target: root.domain

        function onStateChanged(): void {
            root.Accessible.announce(qsTr("%1, %2", "name of a machine, its state").arg(root.domain.name).arg(root.domain.stateText), Accessible.Polite);
        }
    }
    RowLayout {
        spacing: Theme.spacing

        StateIcon {
            domainState: root.domain?.state ?? 0
            size: Theme.iconLarge
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            PlainLabel {
                text: root.domain?.name ?? ""
                font: Theme.titleFont
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
            }
            PlainLabel {
                text: [root.domain?.stateText ?? "", root.domain?.title ?? ""].filter(part => part !== "").join(" · ")
                color: Theme.muted
                Layout.fillWidth: true
            }
        }
        ActionButton {
            label: root.favourite ? qsTr("No favourite any more") : qsTr("Make it a favourite")
            glyph: root.favourite ? "star" : "unstar"
            ink: root.favourite ? Theme.neutral : Theme.text
            iconOnly: true
            onTriggered: root.face.setFavourite(root.domain.uuid, !root.favourite)
        }
    }
    Flow {
        spacing: Theme.smallSpacing
        Layout.fillWidth: true

        Repeater {
            model: ["start", "resume", "pmWakeup", "shutdown", "suspend", "reboot", "powerOff"]

            PageAction {
                required property string modelData
                // Of the first three one at most is wanted; the others say why they cannot be done.
                readonly property bool alternative: ["start", "resume", "pmWakeup"].includes(modelData)

                operation: modelData
                service: root.service
                iconOnly: !alternative && modelData !== "shutdown"
                flat: false
                visible: alternative ? root.domain?.primaryOperation === modelData : modelData !== "suspend" || root.domain?.primaryOperation !== "resume"
                onTriggered: root.run(operation)
            }
        }
        ActionButton {
            label: qsTr("Console", "button")
            glyph: "console"
            reason: root.domain?.active ? "" : qsTr("It does not run.")
            onTriggered: root.consoleAsked()
        }
        ActionButton {
            id: more

            label: qsTr("More", "button: menu of operations")
            glyph: "more"
            iconOnly: true
            flat: false
            onTriggered: root.menuAsked(more)
        }
    }
}
