// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import VirtMonitor.Engine

/* What there is to say of a host's connection, and the next step; nothing when all is well. */
MessageBar {
    id: root

    required property DataEngine engine
    required property string source
    required property bool told

    text: told ? view.host?.notice ?? "" : ""
    kind: view.host?.stale ? MessageBar.Warning : MessageBar.Information
    actionLabel: view.host?.retryable ? qsTr("Try again", "button: connect to a host") : ""
    actionGlyph: "refresh"
    closable: false
    onAction: engine.retryHost(source)

    SourceView {
        id: view

        engine: root.engine
        source: root.source
    }
}
