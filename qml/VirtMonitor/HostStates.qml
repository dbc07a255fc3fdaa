// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

/* How many machines of a host are in each state that occurs. */
Flow {
    id: root

    // libvirt's word of a state: how many.
    required property var counts

    spacing: Theme.smallSpacing

    Repeater {
        model: States.words.filter(word => root.counts[word] > 0)

        Row {
            id: entry

            required property string modelData
            readonly property int domainState: States.fromWord(modelData)

            spacing: Theme.smallSpacing
            rightPadding: Theme.spacing
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1: %2", "state: number").arg(States.text(domainState)).arg(number.text)

            StateIcon {
                domainState: entry.domainState
                Accessible.ignored: true
            }
            PlainLabel {
                id: number

                text: (root.counts[entry.modelData] ?? 0).toLocaleString(Qt.locale(), "f", 0)
                font.bold: true
                Accessible.ignored: true
            }
            PlainLabel {
                text: States.text(entry.domainState)
                color: Theme.muted
                Accessible.ignored: true
            }
        }
    }
}
