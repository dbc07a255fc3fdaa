// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

/*
    How a domain's state looks and what it is called. States are libvirt's virDomainState, 0..7; on Sources and on
    D-Bus they are its words. Texts are made here, at the edge, and never compared.
*/
QtObject {
    id: root

    readonly property list<string> words: ["nostate", "running", "blocked", "paused", "shutdown", "shutoff", "crashed", "pmsuspended"]
    readonly property list<string> glyphs: ["unknown", "running", "blocked", "paused", "shutdown", "shutoff", "crashed", "pmsuspended"]
    readonly property list<string> texts: [qsTr("Unknown state"), qsTr("Running"), qsTr("Blocked"), qsTr("Paused"), qsTr("Shutting down"), qsTr("Shut off"), qsTr("Crashed"), qsTr("Asleep")]
    readonly property list<color> colors: [Theme.muted, Theme.positive, Theme.information, Theme.neutral, Theme.neutral, Theme.muted, Theme.negative, Theme.asleep]

    function known(domainState: int): int {
        return domainState > 0 && domainState < words.length ? domainState : 0;
    }

    function fromWord(word: string): int {
        return Math.max(0, words.indexOf(word));
    }

    function glyph(domainState: int): string {
        return "state-" + glyphs[known(domainState)];
    }

    function text(domainState: int): string {
        return texts[known(domainState)];
    }

    function color(domainState: int): color {
        return colors[known(domainState)];
    }
}
