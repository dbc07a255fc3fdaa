// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

/*
    A button for one operation. `reason` is why it cannot be pressed now; empty, it can.

    The frame around the Button is what the pointer rests on: a disabled Button gets no hover, yet that is when
    people ask why. The label is drawn as plain text: stock buttons crash on text such as <img src="x">.
*/
FocusScope {
    id: root

    required property string label
    required property string glyph
    property string reason: ""
    property string shortcut: ""
    property string description: ""
    property bool iconOnly: false
    // Between the symbol and the label.
    property real gap: Theme.smallSpacing
    property bool flat: iconOnly
    property bool checkable: false
    // A HoldButton that was held is not clicked when it is let go.
    property bool clickable: true
    property alias checked: button.checked
    property alias down: button.down
    property color ink: flat ? Theme.text : Theme.buttonText
    readonly property alias button: button
    readonly property string tip: [iconOnly ? label : "", description, reason, shortcut].filter(line => line !== "").join("\n")

    signal triggered

    implicitWidth: button.implicitWidth
    implicitHeight: button.implicitHeight
    opacity: button.enabled ? 1 : 0.55

    Button {
        id: button

        anchors.fill: parent
        palette.window: Theme.edge
        focus: true
        enabled: root.reason === ""
        flat: root.flat
        checkable: root.checkable
        implicitWidth: Math.max(root.iconOnly ? implicitHeight : 0, content.implicitWidth + leftPadding + rightPadding)
        leftPadding: root.iconOnly ? topPadding : Theme.spacing
        rightPadding: leftPadding
        Accessible.name: root.label
        Accessible.description: [root.reason, root.description].filter(line => line !== "").join("\n")
        Keys.onReturnPressed: click()
        Keys.onEnterPressed: click()
        onClicked: {
            if (root.clickable)
                root.triggered();
        }

        contentItem: RowLayout {
            id: content

            spacing: root.gap
            Icon {
                glyph: root.glyph
                color: root.ink
                visible: root.glyph !== ""
                Layout.alignment: Qt.AlignCenter
            }
            PlainLabel {
                text: root.label
                color: root.ink
                visible: !root.iconOnly
                horizontalAlignment: root.glyph === "" ? Text.AlignHCenter : Text.AlignLeft
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }
    HoverHandler {
        id: pointer
    }
    Tip {
        text: root.tip
        shown: root.opacity > 0 && (pointer.hovered || button.visualFocus)
    }
}
