// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Engine

/* One amount that can be changed: a number of vCPUs, or memory in MiB. Applied only when it is said so. */
RowLayout {
    id: root

    required property string label
    // The amount as it is now; NaN: unknown.
    required property real amount
    required property real most
    property bool memory: false
    property string note: ""
    property string reason: ""
    property bool edited: false
    readonly property int unit: memory ? 1048576 : 1
    readonly property bool changed: box.value !== Math.round(amount / unit)

    signal applied(real amount)

    function reset(): void {
        edited = false;
        box.value = isNaN(amount) ? box.from : Math.round(amount / unit);
    }

    spacing: Theme.spacing
    enabled: !isNaN(amount)
    onAmountChanged: {
        edited = false;
        later.start();
    }
    onMostChanged: later.start()
    Component.onCompleted: later.start()

    PlainLabel {
        text: root.label
        color: Theme.muted
        wrapMode: Text.Wrap
        Layout.preferredWidth: 11 * Theme.lineHeight
        Accessible.ignored: true
    }
    SpinBox {
        id: box

        palette.window: Theme.edge
        from: 1
        to: Math.max(1, Math.floor(root.most / root.unit))
        stepSize: root.memory ? 256 : 1
        editable: true
        onValueModified: root.edited = true
        enabled: root.reason === ""
        textFromValue: value => root.memory ? Units.exactBytes(value * root.unit) : value.toLocaleString(Qt.locale(), "f", 0)
        valueFromText: text => {
            const read = root.memory ? Units.parseBytes(text) / root.unit : parseInt(text);
            return isNaN(read) ? value : Math.round(read);
        }
        inputMethodHints: root.memory ? Qt.ImhNone : Qt.ImhDigitsOnly
        validator: null
        contentItem: TextInput {
            text: box.displayText
            font: box.font
            color: box.palette.text
            selectionColor: box.palette.highlight
            selectedTextColor: box.palette.highlightedText
            horizontalAlignment: Qt.AlignHCenter
            verticalAlignment: Qt.AlignVCenter
            readOnly: !box.editable
            inputMethodHints: box.inputMethodHints
            selectByMouse: true
            // The stock one has no name, and it is what has the keyboard.
            Accessible.name: root.label
        }
        Layout.preferredWidth: 9 * Theme.lineHeight
        Accessible.name: root.label
        Accessible.description: [root.reason, root.note].filter(text => text !== "").join(" ")
    }
    ActionButton {
        label: qsTr("Apply", "button")
        glyph: "check"
        visible: root.changed && root.reason === "" && root.enabled
        onTriggered: root.applied(box.value * root.unit)
    }
    ActionButton {
        label: qsTr("Put back", "button: the number as it was")
        glyph: "undo"
        iconOnly: true
        visible: root.changed && root.reason === "" && root.enabled
        onTriggered: root.reset()
    }
    PlainLabel {
        text: root.reason !== "" ? root.reason : root.note
        color: root.reason !== "" ? Theme.muted : Theme.neutral
        font: Theme.smallFont
        wrapMode: Text.Wrap
        maximumLineCount: 3
        Layout.fillWidth: true
        Accessible.ignored: true
    }
    // When the bounds have followed too. What somebody has begun to change stays, unless the amount is another now.
    Timer {
        id: later

        interval: 0
        onTriggered: {
            if (!root.edited)
                root.reset();
        }
    }
}
