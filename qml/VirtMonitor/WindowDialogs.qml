// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* The dialogs of the window and the menu of its machines, each made when it is first asked for: the window is there sooner. */
Item {
    id: root

    required property DataEngine engine
    required property Face face
    required property OperationRunner runner
    // The machine that the menu is for.
    required property string source
    required property JobModel jobs
    // One of them has the keyboard.
    readonly property bool open: (confirmation.item as ConfirmDialog)?.visible || (bulk.item as BulkConfirm)?.visible || (shortcuts.item as ShortcutsPage)?.visible || (naming.item as EditDialog)?.visible || false

    signal screenAsked
    signal serialAsked

    // Below that item, so far to the right; where the pointer is without one.
    function showMenu(below: Item, x: real): void {
        menu.active = true;
        const shown = menu.item as MachineMenu;
        if (below === null)
            shown.popup();
        else
            shown.popup(below, x, below.height);
    }

    function showShortcuts(): void {
        shortcuts.active = true;
        (shortcuts.item as ShortcutsPage).open();
    }

    function edit(source: string): void {
        naming.active = true;
        (naming.item as EditDialog).edit(source);
    }

    function beginBulk(operation: string, sources: list<string>): void {
        bulk.active = true;
        (bulk.item as BulkConfirm).begin(operation, sources);
    }

    function confirm(source: string, machine: string, operation: string, parameters: var, losses: list<string>): void {
        confirmation.active = true;
        (confirmation.item as ConfirmDialog).ask(source, machine, operation, parameters, losses);
    }

    Loader {
        id: menu

        active: false
        sourceComponent: MachineMenu {
            engine: root.engine
            face: root.face
            source: root.source
            runner: root.runner
            onScreenAsked: root.screenAsked()
            onSerialAsked: root.serialAsked()
            onEditAsked: root.edit(root.source)
        }
    }
    Loader {
        id: shortcuts

        active: false
        sourceComponent: ShortcutsPage {}
    }
    Loader {
        id: naming

        active: false
        sourceComponent: EditDialog {
            engine: root.engine
            face: root.face
        }
    }
    Loader {
        id: confirmation

        active: false
        sourceComponent: ConfirmDialog {
            id: asking

            engine: root.engine
            onConfirmed: parameters => root.engine.serviceForSource(asking.source).call(asking.operation, parameters)
        }
    }
    Loader {
        id: bulk

        active: false
        sourceComponent: BulkConfirm {
            engine: root.engine
            onConfirmed: (sources, operation) => root.jobs.startAll(operation, sources)
        }
    }
}
