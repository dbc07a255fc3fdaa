// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* The page of what was chosen: a machine, a host, or nothing yet. */
FocusScope {
    id: root

    required property DataEngine engine
    required property Face face
    required property OperationRunner runner
    required property string source
    required property bool live
    // Until then there is no page.
    required property bool ready
    readonly property bool ofMachine: source.includes("/")
    readonly property MachinePage machine: loader.item as MachinePage
    // The page stays the same when one goes from machine to machine.
    property int page: 0

    signal menuAsked(Item from)
    signal machineChosen(string source)
    signal failed(string text)

    function show(number: int): void {
        page = number;
    }

    function toggleFavourite(): void {
        const uuid = machine?.domain?.uuid ?? "";
        if (uuid !== "")
            face.setFavourite(uuid, !face.favourites.includes(uuid));
    }

    function openScreen(): void {
        screen.openScreen(machine?.domain?.displays ?? []);
    }

    function openSerial(): void {
        screen.openSerial();
    }

    Loader {
        id: loader

        anchors.fill: parent
        focus: true
        active: root.ready
        sourceComponent: root.ofMachine ? machinePage : root.source !== "" ? hostPage : nothing
    }
    Component {
        id: machinePage

        MachinePage {
            engine: root.engine
            face: root.face
            runner: root.runner
            events: events
            source: root.source
            live: root.live
            page: root.page
            focus: true
            onPageChosen: page => root.page = page
            onMenuAsked: from => root.menuAsked(from)
            onConsoleAsked: root.openScreen()
        }
    }
    Component {
        id: hostPage

        HostPage {
            engine: root.engine
            face: root.face
            source: root.source
            live: root.live
            focus: true
            onMachineChosen: source => root.machineChosen(source)
        }
    }
    Component {
        id: nothing

        Placeholder {
            title: qsTr("Choose a machine")
            glyph: "window"
            explanation: qsTr("What it is, what it costs and what can be done with it is shown here.")
        }
    }
    MachineJournal {
        id: events

        journal: root.face.journal
        source: root.source
    }
    Console {
        id: screen

        engine: root.engine
        source: root.source
        onFailed: text => root.failed(text)
    }
}
