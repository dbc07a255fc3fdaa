// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import VirtMonitor.Engine

/* A host in the sidebar, with the state of its connection as symbol. */
SidebarItem {
    id: root

    required property DataEngine engine
    required property string source

    label: source
    glyph: view.host?.glyph ?? "host"
    ink: view.host?.stale ? Theme.neutral : Theme.text
    description: view.host?.connectionText ?? ""

    SourceView {
        id: view

        engine: root.engine
        source: root.source
    }
}
