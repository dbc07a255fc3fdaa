// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What the rows of the popup share: the menu, the question before something is lost, and the consoles. */
Item {
    id: root

    required property DataEngine engine
    // The Source that the menu is about.
    required property string source
    readonly property alias runner: runner
    // Something is open that takes the keys.
    readonly property bool busy: menu.visible || confirm.visible

    signal failed(string text)

    // Below the item; at the pointer without one.
    function openMenu(item: Item): void {
        if (item === null)
            menu.popup();
        else
            menu.popup(item, 0, item.height);
    }

    function openScreen(source: string): void {
        viewer.source = source;
        viewer.openScreen((engine.containerForSource(source) as DomainSource)?.displays ?? []);
    }

    function openSerial(source: string): void {
        viewer.source = source;
        viewer.openSerial();
    }

    MachineMenu {
        id: menu

        engine: root.engine
        source: root.source
        runner: runner
        onScreenAsked: root.openScreen(source)
        onSerialAsked: root.openSerial(source)
    }
    ConfirmDialog {
        id: confirm

        engine: root.engine
        onConfirmed: parameters => root.engine.serviceForSource(source).call(operation, parameters)
    }
    OperationRunner {
        id: runner

        engine: root.engine
        onAsked: (source, machine, operation, parameters, losses) => confirm.ask(source, machine, operation, parameters, losses)
    }
    Console {
        id: viewer

        engine: root.engine
        onFailed: text => root.failed(text)
    }
}
