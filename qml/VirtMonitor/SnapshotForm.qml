// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Engine

/* Takes a snapshot: the name and what goes into it. */
ColumnLayout {
    id: root

    required property Service service
    required property bool running

    function take(): void {
        service.call("snapshotCreate", {
            name: name.text.trim(),
            description: description.text.trim(),
            diskOnly: running && diskOnly.checked
        });
        name.clear();
        description.clear();
    }

    spacing: Theme.smallSpacing

    RowLayout {
        spacing: Theme.spacing

        TextField {
            id: name

            palette.window: Theme.edge
            placeholderText: qsTr("Name of the snapshot")
            selectByMouse: true
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            Accessible.name: placeholderText
            onAccepted: {
                if (take.enabledNow)
                    root.take();
            }
        }
        TextField {
            id: description

            palette.window: Theme.edge
            placeholderText: qsTr("Description")
            selectByMouse: true
            Layout.fillWidth: true
            Layout.preferredWidth: 14
            Accessible.name: placeholderText
        }
        PageAction {
            id: take

            operation: "snapshotCreate"
            service: root.service
            onTriggered: root.take()
        }
    }
    Option {
        id: diskOnly

        text: qsTr("Only the disks, not the memory")
        visible: root.running
    }
}
