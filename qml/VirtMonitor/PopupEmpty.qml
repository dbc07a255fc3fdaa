// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* What stands where no machine can stand: why, and the next step. */
Placeholder {
    id: root

    required property DataEngine engine
    required property Face face
    // See GroupedModel.
    required property string emptyReason
    // What there is to say of the hosts' connections.
    property string notice: ""

    readonly property list<string> reasons: ["hosts", "connecting", "failed", "machines", "filter", "inactive"]
    readonly property int place: reasons.indexOf(emptyReason)

    signal filterCleared

    function take(): void {
        if (emptyReason === "filter" || emptyReason === "inactive")
            filterCleared();
        else if (emptyReason === "failed")
            engine.hosts.forEach(host => engine.retryHost(host));
        else if (emptyReason === "hosts")
            face.openHosts();
        else
            face.openWindow("");
    }

    visible: place >= 0
    busy: emptyReason === "connecting"
    glyph: ["host", "", "host-failed", "screen", "search", "screen"][place] ?? ""
    title: [qsTr("No host yet"), qsTr("Connecting…"), qsTr("Not connected"), qsTr("No machines yet"), qsTr("Nothing found"), qsTr("No machine runs")][place] ?? ""
    explanation: [qsTr("Add the computer whose virtual machines you want to see."), notice, notice, qsTr("What is made on this host, with virt-manager or virt-install, appears here at once."), qsTr("No machine fits the search and the filters."), qsTr("Those that are shut off are hidden, as the settings have it.")][place] ?? ""
    actionLabel: [qsTr("Add a host", "button"), qsTr("Open the window", "button"), qsTr("Try again", "button: connect to a host"), qsTr("Open the window", "button"), qsTr("Show all", "button: all machines"), qsTr("Show all", "button: all machines")][place] ?? ""
    actionGlyph: ["add", "window", "refresh", "window", "close", "list"][place] ?? ""
    onAction: take()
}
