// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What the rows of the popup share: the menu, the question before something is lost, and the consoles. */
Item {
    id: root

    required property DataEngine engine
    required property Face face
    // The Source that the menu is about.
    required property string source
    readonly property alias runner: runner
    readonly property EditDialog dialog: naming.item as EditDialog
    // Something is open that takes the keys.
    readonly property bool busy: menu.visible || confirm.visible || (dialog?.visible ?? false)
    // How high that is: a popup of three rows is not.
    readonly property real openHeight: !busy ? 0 : Theme.spacing + (menu.visible ? menu.implicitHeight : confirm.visible ? confirm.implicitHeight : dialog.implicitHeight)

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

    function edit(source: string): void {
        naming.active = true;
        dialog.edit(source);
    }

    MachineMenu {
        id: menu

        engine: root.engine
        face: root.face
        source: root.source
        runner: runner
        onScreenAsked: root.openScreen(source)
        onSerialAsked: root.openSerial(source)
        onEditAsked: root.edit(source)
    }
    Loader {
        id: naming

        active: false
        sourceComponent: EditDialog {
            engine: root.engine
            face: root.face
        }
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
