// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import VirtMonitor.Engine

/* One machine's part in what its host does; a click goes to it. */
T.AbstractButton {
    id: root

    required property int index
    required property string source
    required property string name
    required property int domainState
    required property DataEngine engine
    required property bool live
    readonly property DomainSource domain: view.domain

    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    leftPadding: Theme.smallSpacing
    rightPadding: Theme.smallSpacing
    Accessible.name: name
    Accessible.description: share.text
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Theme.radius
        color: root.hovered ? Theme.faintLine : "transparent"
        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: RowLayout {
        spacing: Theme.spacing

        StateIcon {
            domainState: root.domainState
            Accessible.ignored: true
        }
        PlainLabel {
            text: root.name
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            Accessible.ignored: true
        }
        SlimBar {
            amount: root.domain?.cpuHostUsage ?? NaN
            warnAt: 2
            Layout.fillWidth: true
            Layout.preferredWidth: 10
        }
        PlainLabel {
            id: share

            text: Units.percent(root.domain?.cpuHostUsage ?? NaN)
            horizontalAlignment: Text.AlignRight
            Layout.preferredWidth: 4 * Theme.lineHeight
            Accessible.ignored: true
        }
        PlainLabel {
            text: root.domain?.memoryBrief ?? ""
            color: Theme.muted
            horizontalAlignment: Text.AlignRight
            Layout.preferredWidth: 6 * Theme.lineHeight
            Accessible.ignored: true
        }
    }
    SourceView {
        id: view

        engine: root.engine
        source: root.source
        active: root.live
        interval: root.engine.rowInterval
        groups: ["cpu", "memory"]
    }
}
