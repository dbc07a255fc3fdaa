// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*
    The columns of the table: which are shown in a width, and how wide each is. The name takes what is left.

    Columns go one after the other, the least asked for first, where there is no room for all.
*/
QtObject {
    id: root

    required property real available
    // How many hosts there are: with one, its name says nothing.
    required property int hosts

    readonly property real em: Theme.lineHeight
    readonly property real spacing: Theme.spacing
    readonly property list<string> order: ["name", "state", "cpu", "memory", "disk", "network", "address", "uptime", "host"]
    // From what is dropped last to what is dropped first.
    readonly property list<string> wanted: ["name", "cpu", "memory", "state", "address", "network", "disk", "uptime"].concat(hosts > 1 ? ["host"] : [])
    property list<string> hidden: []
    readonly property var widths: ({
            name: 10 * em,
            state: 7 * em,
            cpu: 6.5 * em,
            memory: 9.5 * em,
            disk: 12.5 * em,
            network: 12.5 * em,
            address: 8 * em,
            uptime: 6 * em,
            host: 6 * em
        })
    readonly property var labels: ({
            name: qsTr("Name", "column"),
            state: qsTr("State", "column"),
            cpu: qsTr("CPU", "column"),
            memory: qsTr("Memory", "column"),
            disk: qsTr("Disk", "column"),
            network: qsTr("Network", "column"),
            address: qsTr("Address", "column"),
            uptime: qsTr("Uptime", "column"),
            host: qsTr("Host", "column")
        })
    readonly property list<string> shown: fitting(available, wanted.filter(name => !hidden.includes(name)))
    readonly property real rest: available - shown.reduce((sum, name) => sum + widths[name] + spacing, 0)

    function fitting(room: real, names: list<string>): list<string> {
        const found = [];
        for (const name of names) {
            room -= widths[name] + spacing;
            if (room < 0)
                break;
            found.push(name);
        }
        return order.filter(name => name === "name" || found.includes(name));
    }

    function has(name: string): bool {
        return shown.includes(name);
    }

    function width(name: string): real {
        return widths[name] + (name === "name" ? Math.max(0, rest) : 0);
    }

    function toggle(name: string): void {
        hidden = hidden.includes(name) ? hidden.filter(other => other !== name) : hidden.concat([name]);
    }
}
