// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import VirtMonitor.Engine

/* Why there is no machine to show, and what to do about it. */
Placeholder {
    id: root

    required property DomainModel model
    required property DataEngine engine
    required property bool searching
    readonly property bool any: (model.counts["all"] ?? 0) > 0

    signal cleared
    signal hostsAsked

    title: searching ? qsTr("Nothing found") : any ? qsTr("No machine is here now") : engine.hosts.length === 0 ? qsTr("No hosts") : qsTr("No machines")
    glyph: searching ? "search" : "list"
    explanation: searching ? qsTr("The search looks at names, titles, addresses, states, tags and UUIDs.") : any ? qsTr("Choose another place at the side.") : qsTr("Machines that are defined on a connected host are shown here.")
    actionLabel: searching ? qsTr("Clear the search", "button") : engine.hosts.length === 0 ? qsTr("Add a host", "button") : ""
    actionGlyph: searching ? "close" : "add"
    onAction: searching ? cleared() : hostsAsked()
}
