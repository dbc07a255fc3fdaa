// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

/*
    A click does the usual thing; holding the button, with the pointer or with Space, does the strong one.

    The hold fills the button up, and letting go before it is full does nothing at all: only a short press is a click.
*/
ActionButton {
    id: root

    // What holding does, "Power off"; "" when it cannot be done now.
    property string holdLabel: ""
    property int holdTime: 1000
    // A press shorter than this is a click.
    property int clickTime: 300
    readonly property alias progress: fill.share
    property bool beyondClick: false
    property bool keyDown: false
    readonly property bool pressed: button.pressed || keyDown

    signal held

    // A key that is pressed elsewhere, on the row that the button is in, does what it does on the button.
    function keyPress(): bool {
        keyDown = button.enabled;
        return true;
    }

    function keyRelease(): bool {
        const short = keyDown && clickable;
        keyDown = false;
        Qt.callLater(forgive);
        if (short)
            triggered();
        return true;
    }

    function forgive(): void {
        beyondClick = pressed && beyondClick;
    }

    description: holdLabel === "" ? "" : qsTr("Hold to %1", "Hold to power off").arg(holdLabel)
    clickable: !beyondClick

    Connections {
        target: root.button

        // The click of this very release still comes after it; a key pressed later is a click again.
        function onPressedChanged(): void {
            if (!root.button.pressed)
                Qt.callLater(root.forgive);
        }
    }
    SequentialAnimation {
        running: root.pressed && root.holdLabel !== ""
        onStopped: fill.share = 0

        PauseAnimation {
            duration: root.clickTime
        }
        PropertyAction {
            target: root
            property: "beyondClick"
            value: true
        }
        NumberAnimation {
            target: fill
            property: "share"
            from: 0
            to: 1
            duration: Math.max(1, root.holdTime - root.clickTime)
        }
        ScriptAction {
            script: root.held()
        }
    }
    Rectangle {
        id: fill

        property real share: 0

        // Under the label, which stays readable; not in the background, which flat buttons have only now and then.
        parent: root.button
        z: -0.5
        objectName: "fill"
        visible: share > 0
        color: Qt.alpha(Theme.negative, 0.4)
        radius: Theme.radius / 2
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: 1
        width: (parent.width - 2) * share
    }
}
