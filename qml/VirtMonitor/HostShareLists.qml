// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import VirtMonitor.Engine

/* Which machines take most of a host's CPUs, and which most of its memory. */
RowLayout {
    id: root

    required property DataEngine engine
    required property string source
    required property bool live

    signal chosen(string source)

    spacing: Theme.largeSpacing

    ShareList {
        title: qsTr("Most CPU", "list of machines")
        shares: eaters.cpu
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        onChosen: source => root.chosen(source)
    }
    ShareList {
        title: qsTr("Most memory", "list of machines")
        shares: eaters.memory
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        onChosen: source => root.chosen(source)
    }
    HostShares {
        id: eaters

        engine: root.engine
        source: root.source
        active: root.live
    }
}
