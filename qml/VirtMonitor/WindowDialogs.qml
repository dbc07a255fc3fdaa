// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* The dialogs of the window. */
Item {
    id: root

    required property DataEngine engine
    required property Face face
    required property OperationRunner runner
    // One of them has the keyboard.
    readonly property bool open: confirmation.visible || bulk.visible || shortcuts.visible || naming.visible

    function showShortcuts(): void {
        shortcuts.open();
    }

    function edit(source: string): void {
        naming.edit(source);
    }

    function beginBulk(operation: string, sources: list<string>): void {
        bulk.begin(operation, sources);
    }

    function confirm(source: string, machine: string, operation: string, parameters: var, losses: list<string>): void {
        confirmation.ask(source, machine, operation, parameters, losses);
    }

    ShortcutsPage {
        id: shortcuts
    }
    EditDialog {
        id: naming

        engine: root.engine
        face: root.face
    }
    ConfirmDialog {
        id: confirmation

        engine: root.engine
        onConfirmed: parameters => root.engine.serviceForSource(source).call(operation, parameters)
    }
    BulkConfirm {
        id: bulk

        engine: root.engine
        onConfirmed: (sources, operation) => root.runner.runAll(sources, operation)
    }
}
