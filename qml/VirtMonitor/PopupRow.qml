// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* One machine in the popup: what it is, what it costs, and what most people want of it now. It unfolds in place. */
T.Control {
    id: root

    required property int index
    required property string source
    required property string name
    required property int domainState
    required property string stateText
    required property bool stale
    required property bool favourite
    required property DataEngine engine
    required property Face face
    // Somebody may see it.
    required property bool live
    required property bool unfolded

    readonly property bool current: ListView.isCurrentItem
    // The software renderer takes an empty clip for none: a line wholly beyond the edge would be drawn outside the list.
    readonly property bool lineSeen: ListView.view !== null && y + topPadding + summary.height / 2 > ListView.view.contentY && y + topPadding < ListView.view.contentY + ListView.view.height
    readonly property bool focused: current && (ListView.view?.activeFocus ?? false)
    readonly property DomainSource domain: view.domain
    readonly property real foldedHeight: summary.implicitHeight + topPadding + bottomPadding
    readonly property real detailsHeight: details.visible ? details.implicitHeight + Theme.spacing + Theme.smallSpacing : 0

    signal asked(string operation)
    // The menu with all that can be done, below that item; at the pointer without one.
    signal menuAsked(Item item)
    signal screenAsked
    signal toggled
    signal chosen

    padding: Theme.smallSpacing
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    hoverEnabled: true
    opacity: stale ? 0.6 : 1
    Accessible.role: Accessible.ListItem
    Accessible.name: Theme.fill(qsTr("%1, %2", "name of a machine, its state"), name, stateText)
    Accessible.description: [domain?.subtitle ?? "", summary.spoken].filter(text => text !== "").join(", ")
    Accessible.focusable: true
    Accessible.selected: current
    Accessible.onPressAction: toggled()
    Keys.onReturnPressed: toggled()
    Keys.onEnterPressed: toggled()
    Keys.onMenuPressed: menuAsked(summary)
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_Space && (event.isAutoRepeat || summary.action.keyPress());
    }
    Keys.onReleased: event => {
        event.accepted = event.key === Qt.Key_Space && (event.isAutoRepeat || summary.action.keyRelease());
    }
    onStateTextChanged: {
        if (live)
            Accessible.announce(Accessible.name, Accessible.Polite);
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.unfolded ? Theme.blend(Theme.window, root.palette.base, 0.7) : root.hovered ? Theme.faintLine : "transparent"
        border.width: root.unfolded ? 1 : 0
        border.color: Theme.line

        FocusRing {
            shown: root.focused
        }
    }
    contentItem: ColumnLayout {
        spacing: Theme.spacing

        RowSummary {
            id: summary

            name: root.name
            domainState: root.domainState
            stateText: root.stateText
            favourite: root.favourite
            current: root.current
            lineSeen: root.lineSeen
            domain: root.domain
            service: view.service
            shown: root.face.popupColumns
        }
        Loader {
            id: details

            active: root.unfolded && root.domain !== null
            visible: active
            Layout.fillWidth: true
            Layout.margins: Theme.smallSpacing
            Layout.topMargin: 0
            sourceComponent: RowDetails {
                engine: root.engine
                face: root.face
                source: root.source
                domain: root.domain
                service: view.service
                live: root.live
                favourite: root.favourite
                onAsked: operation => root.asked(operation)
                onMenuAsked: item => root.menuAsked(item)
                onScreenAsked: root.screenAsked()
            }
        }
    }
    TapHandler {
        onTapped: point => {
            root.chosen();
            if (point.position.y <= summary.y + summary.height + root.topPadding)
                root.toggled();
        }
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: {
            root.chosen();
            root.menuAsked(null);
        }
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.source
        active: root.live
        interval: root.unfolded ? root.engine.detailInterval : summary.groups.length > 0 ? root.engine.rowInterval : 0
        groups: root.unfolded ? ["cpu", "memory", "disk", "network", "guest"] : summary.groups
    }
}
