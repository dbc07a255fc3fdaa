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
    required property DataEngine engine
    required property Face face
    // Somebody may see it.
    required property bool live
    required property bool unfolded

    readonly property bool current: ListView.isCurrentItem
    readonly property bool focused: current && (ListView.view?.activeFocus ?? false)
    readonly property DomainSource domain: view.domain
    readonly property real detailsHeight: details.visible ? details.implicitHeight + Theme.spacing : 0

    signal failed(string text)
    signal toggled
    signal chosen

    padding: Theme.smallSpacing
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    hoverEnabled: true
    opacity: stale ? 0.6 : 1
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2", "name of a machine, its state").arg(name).arg(stateText)
    Accessible.description: [domain?.subtitle ?? "", domain?.cpuText ?? "", domain?.memoryText ?? ""].filter(text => text !== "").join(", ")
    Accessible.focusable: true
    Accessible.selected: current
    Accessible.onPressAction: toggled()
    Keys.onReturnPressed: toggled()
    Keys.onEnterPressed: toggled()
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_Space && (event.isAutoRepeat || action.keyPress());
    }
    Keys.onReleased: event => {
        event.accepted = event.key === Qt.Key_Space && (event.isAutoRepeat || action.keyRelease());
    }
    onStateTextChanged: Accessible.announce(Accessible.name, Accessible.Polite)

    background: Rectangle {
        radius: Theme.radius
        color: root.unfolded ? Theme.blend(Theme.window, Theme.palette.base, 0.7) : root.hovered ? Theme.faintLine : "transparent"
        border.width: root.unfolded ? 1 : 0
        border.color: Theme.line

        FocusRing {
            shown: root.focused
        }
    }
    contentItem: ColumnLayout {
        spacing: Theme.spacing

        RowLayout {
            id: summary

            spacing: Theme.spacing

            StateIcon {
                domainState: root.domainState
                size: Theme.iconMedium
                Layout.leftMargin: Theme.smallSpacing
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
                    text: root.domain?.subtitle ?? root.stateText
                    font: Theme.smallFont
                    color: Theme.muted
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
            }
            RowStats {
                domain: root.domain
                visible: root.domain?.active ?? false
            }
            PrimaryButton {
                id: action

                domain: root.domain
                service: view.service
                machine: root.name
                reachable: root.current
                onFailed: text => root.failed(text)
            }
        }
        Loader {
            id: details

            active: root.unfolded && root.domain !== null
            visible: active
            Layout.fillWidth: true
            sourceComponent: RowDetails {
                source: root.source
                domain: root.domain
                service: view.service
                face: root.face
                onFailed: text => root.failed(text)
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
    SourceView {
        id: view

        engine: root.engine
        source: root.source
        active: root.live
        interval: 2000
        groups: ["cpu", "memory"]
    }
}
