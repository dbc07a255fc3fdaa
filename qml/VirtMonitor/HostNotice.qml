// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import VirtMonitor.Engine

/* What there is to say of a host's connection, and the next step; nothing when all is well. */
MessageBar {
    id: root

    required property DataEngine engine
    required property string source

    signal connectAsked

    text: view.host?.notice ?? ""
    kind: view.host?.stale ? MessageBar.Warning : MessageBar.Information
    actionLabel: view.host?.retryable ? qsTr("Try again", "button: connect to a host") : view.host?.demo ? qsTr("Connect…", "button: to a real host") : ""
    actionGlyph: view.host?.retryable ? "refresh" : "add"
    closable: false
    onAction: view.host?.retryable ? engine.retryHost(source) : connectAsked()

    SourceView {
        id: view

        engine: root.engine
        source: root.source
    }
}
