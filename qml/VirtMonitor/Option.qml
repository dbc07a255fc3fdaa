// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls

/*
    A check box whose label wraps, and whose box grows with the text and stands beside its first line.

    Styles draw the box in pixels, whatever size the text has.
*/
CheckBox {
    id: root

    readonly property real growth: indicator === null ? 1 : Math.max(1, 0.8 * Theme.lineHeight / indicator.implicitHeight)
    readonly property real indicatorRoom: indicator === null ? 0 : growth * indicator.implicitWidth + Theme.spacing

    palette.window: Theme.edge
    // Its box stands where the text around it begins.
    leftPadding: 0
    rightPadding: 0
    topPadding: Theme.smallSpacing
    bottomPadding: Theme.smallSpacing
    Accessible.name: text

    contentItem: PlainLabel {
        text: root.text
        wrapMode: Text.Wrap
        opacity: root.enabled ? 1 : 0.55
        verticalAlignment: Text.AlignVCenter
        leftPadding: root.mirrored ? 0 : root.indicatorRoom
        rightPadding: root.mirrored ? root.indicatorRoom : 0
        Accessible.ignored: true
    }
    Binding {
        target: root.indicator
        property: "scale"
        value: root.growth
    }
    Binding {
        target: root.indicator
        property: "transformOrigin"
        value: root.mirrored ? Item.Right : Item.Left
    }
    Binding {
        target: root.indicator
        property: "y"
        value: root.topPadding + (Theme.lineHeight - (root.indicator?.height ?? 0)) / 2
    }
}
