// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* A host above its machines: its connection, how busy it is; it folds. */
T.Control {
    id: root

    required property int index
    required property string source
    required property bool folded
    required property DataEngine engine
    required property Face face
    required property bool live

    readonly property bool focused: ListView.isCurrentItem && (ListView.view?.activeFocus ?? false)
    readonly property HostSource host: summary.host

    signal toggled
    signal chosen
    signal sourceChosen(string source)

    function turn(wanted: bool): void {
        if (folded !== wanted)
            toggled();
    }

    padding: Theme.smallSpacing
    topPadding: Theme.spacing
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: source
    Accessible.description: root.host?.connectionText ?? ""
    Accessible.focusable: true
    Accessible.checkable: true
    Accessible.checked: !folded
    Accessible.onPressAction: toggled()
    Keys.onReturnPressed: toggled()
    Keys.onEnterPressed: toggled()
    Keys.onSpacePressed: toggled()
    Keys.onLeftPressed: turn(!mirrored)
    Keys.onRightPressed: turn(mirrored)

    background: Rectangle {
        radius: Theme.radius
        color: root.hovered ? Theme.faintLine : "transparent"

        FocusRing {
            shown: root.focused
        }
    }
    contentItem: ColumnLayout {
        spacing: Theme.smallSpacing

        RowLayout {
            spacing: Theme.smallSpacing

            Icon {
                glyph: root.folded ? "chevron-right" : "chevron-down"
                directional: true
                color: Theme.muted
            }
            Icon {
                glyph: root.host?.glyph ?? "host"
            }
            PlainLabel {
                text: root.source
                font.bold: true
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            PlainLabel {
                text: root.host?.countText ?? ""
                font: Theme.smallFont
                color: Theme.muted
                Accessible.ignored: true
            }
        }
        HostSummary {
            id: summary

            engine: root.engine
            face: root.face
            source: root.source
            live: root.live
            bars: !root.folded
            onChosen: source => root.sourceChosen(source)
            Layout.fillWidth: true
            Layout.leftMargin: Theme.iconSmall + Theme.smallSpacing
        }
    }
    TapHandler {
        onTapped: {
            root.chosen();
            root.toggled();
        }
    }
}
