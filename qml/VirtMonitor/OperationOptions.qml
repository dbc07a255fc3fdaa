// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/* What may go along with an operation that is asked about: nothing, unless it is said. */
ColumnLayout {
    id: root

    required property string operation
    required property var parameters

    // The parameters, with what was chosen.
    function chosen(): var {
        const given = Object.assign({}, parameters);
        for (let index = 0; index < boxes.count; ++index) {
            const box = boxes.itemAt(index) as Option;
            given[boxes.model[index].name] = box.checked;
        }
        return given;
    }

    readonly property var ofUndefine: [
        {
            name: "managedSave",
            label: qsTr("Delete its saved memory too")
        },
        {
            name: "nvram",
            label: qsTr("Delete its UEFI variables too")
        },
        {
            name: "tpm",
            label: qsTr("Delete the state of its TPM too")
        },
        {
            name: "snapshots",
            label: qsTr("Forget its snapshots too")
        },
        {
            name: "checkpoints",
            label: qsTr("Forget its checkpoints too")
        }
    ]
    readonly property var ofSnapshotDelete: [
        {
            name: "children",
            label: qsTr("Delete the snapshots made from it too")
        }
    ]

    spacing: 0
    visible: boxes.count > 0

    Repeater {
        id: boxes

        model: root.operation === "undefine" ? root.ofUndefine : root.operation === "snapshotDelete" ? root.ofSnapshotDelete : []

        Option {
            required property var modelData

            text: modelData.label
            checked: root.parameters[modelData.name] ?? false
            Layout.fillWidth: true
        }
    }
}
