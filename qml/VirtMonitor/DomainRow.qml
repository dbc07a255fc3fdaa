// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import VirtMonitor.Engine

/* One machine: its state by shape and colour, its name, and what can be done with it now. */
T.ItemDelegate {
    id: root

    required property DataEngine engine
    required property int index
    required property string source
    required property string name
    required property string title
    required property int domainState
    required property string stateText
    required property bool stale
    property bool compact: false
    readonly property bool current: ListView.isCurrentItem

    signal failed(string text)

    implicitHeight: row.implicitHeight + topPadding + bottomPadding
    padding: Theme.smallSpacing
    hoverEnabled: true
    opacity: stale ? 0.6 : 1
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2", "name of a machine, its state").arg(name).arg(stateText)
    onClicked: {
        ListView.view.currentIndex = index;
        ListView.view.forceActiveFocus();
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.hovered ? Theme.faintLine : "transparent"
        border.width: root.current ? 1 : 0
        border.color: root.ListView.view?.activeFocus ? root.palette.highlight : Theme.line
    }
    contentItem: RowLayout {
        id: row

        spacing: Theme.spacing

        StateIcon {
            domainState: root.domainState
            size: Theme.iconMedium
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            PlainLabel {
                text: root.name
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            PlainLabel {
                text: root.title === "" ? root.stateText : qsTr("%1 · %2", "state, title").arg(root.stateText).arg(root.title)
                font: Theme.smallFont
                color: Theme.muted
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        DomainActions {
            service: view.service
            machine: root.name
            compact: root.compact
            onFailed: text => root.failed(text)
        }
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.source
    }
}
