// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* The machines: search, what can be done with several of them, the table; or why there is none. */
FocusScope {
    id: root

    required property DataEngine engine
    required property DomainModel model
    required property DomainSelection selection
    required property OperationRunner runner
    required property bool live
    readonly property alias searchText: search.text

    signal opened
    signal menuAsked(Item row)
    signal hostsAsked
    signal bulkAsked(string operation, list<string> sources)

    function focusSearch(): void {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }

    function clearSearch(): void {
        search.clear();
    }

    function tell(text: string): void {
        message.kind = MessageBar.Information;
        message.text = text;
    }

    function tellFailure(text: string): void {
        message.kind = MessageBar.Error;
        message.text = text;
    }

    function act(): void {
        const current = view.domain;
        if (current !== null)
            runner.run(selection.current, current.name, current.primaryOperation, {});
    }

    clip: true

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.smallSpacing

        SearchBar {
            id: search

            focus: true
            Layout.fillWidth: true
            Layout.margins: Theme.spacing
            Layout.bottomMargin: 0
            onAccepted: {
                if (text !== "" && root.model.count > 0) {
                    root.selection.only(root.model.sourceAt(0));
                    table.forceActiveFocus(Qt.TabFocusReason);
                }
            }
            onDownPressed: table.forceActiveFocus(Qt.TabFocusReason)
            onDismissed: root.selection.clear()
        }
        Repeater {
            model: root.engine.hosts

            HostNotice {
                required property string modelData

                engine: root.engine
                source: modelData
                onConnectAsked: root.hostsAsked()
                Layout.fillWidth: true
                Layout.leftMargin: Theme.spacing
                Layout.rightMargin: Theme.spacing
            }
        }
        MachineTable {
            id: table

            engine: root.engine
            model: root.model
            selection: root.selection
            live: root.live
            visible: root.model.count > 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            onOpened: root.opened()
            onActed: root.act()
            onMenuAsked: row => root.menuAsked(row)
            onTyped: text => {
                search.forceActiveFocus(Qt.ShortcutFocusReason);
                search.text = text;
            }
        }
        NoMachines {
            model: root.model
            engine: root.engine
            searching: search.text !== ""
            visible: root.model.count === 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            onCleared: search.clear()
            onHostsAsked: root.hostsAsked()
        }
        // What comes and goes stands below: no row moves away from under the pointer.
        MessageBar {
            id: message

            text: ""
            kind: MessageBar.Error
            Layout.fillWidth: true
            Layout.margins: Theme.spacing
            Layout.topMargin: Theme.smallSpacing
            onClosed: text = ""
        }
        SelectionBar {
            selection: root.selection
            visible: root.selection.count > 1
            Layout.fillWidth: true
            Layout.margins: Theme.spacing
            Layout.topMargin: Theme.smallSpacing
            onAsked: (operation, sources) => root.bulkAsked(operation, sources)
        }
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.selection.current
    }
}
