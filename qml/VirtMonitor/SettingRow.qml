// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

/* One setting: what it is, the control that fits, and why a value was refused. Saved as it is changed. */
ColumnLayout {
    id: root

    required property int index
    required property string key
    required property string kind
    required property string label
    required property string unit
    required property real minimum
    required property real maximum
    required property list<string> choices
    required property list<string> choiceTexts
    required property var value
    required property bool isDefault
    required property string problem
    readonly property string caption: unit !== "" ? qsTr("%1 (%2)", "a setting and its unit").arg(label).arg(unit) : label

    signal edited(value: var)
    signal resetAsked

    // Not said to be a list<string>: Qt 6.11 makes [""] of an empty one.
    function withChoice(word: string, chosen: bool): var {
        return choices.filter(one => one === word ? chosen : value.includes(one));
    }

    spacing: Theme.smallSpacing

    RowLayout {
        spacing: Theme.spacing

        PlainLabel {
            // A unit does not stand on a line of its own.
            text: root.caption.replace(/ (?=\(\S*\)$)/, "\u00a0")
            visible: root.kind !== "boolean"
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Accessible.ignored: true
        }
        Loader {
            sourceComponent: root.kind === "boolean" ? flag : root.kind === "choice" ? choice : root.kind === "integer" || root.kind === "number" ? number : root.kind === "choices" ? null : line
            active: root.kind !== "choices"
            visible: active
            Layout.fillWidth: root.kind === "boolean"
            Layout.preferredWidth: root.kind === "boolean" ? -1 : 14 * Theme.lineHeight
        }
        ActionButton {
            label: qsTr("Back to the default of: %1").arg(root.label)
            glyph: "undo"
            iconOnly: true
            opacity: root.isDefault ? 0 : 1
            enabled: !root.isDefault
            Accessible.ignored: root.isDefault
            onTriggered: root.resetAsked()
        }
    }
    Flow {
        visible: root.kind === "choices"
        spacing: Theme.spacing
        Layout.fillWidth: true

        Repeater {
            model: root.kind === "choices" ? root.choices : []

            Option {
                required property string modelData
                required property int index

                text: root.choiceTexts[index]
                checked: root.value.includes(modelData)
                Accessible.name: qsTr("%1: %2", "a setting and one of its values").arg(root.label).arg(text)
                onToggled: root.edited(root.withChoice(modelData, checked))
            }
        }
    }
    PlainLabel {
        text: root.problem
        visible: text !== ""
        color: Theme.negative
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }

    Component {
        id: flag

        Option {
            text: root.label
            checked: root.value
            onToggled: {
                root.edited(checked);
                checked = Qt.binding(() => root.value); // it may have been refused
            }
        }
    }
    Component {
        id: choice

        ComboBox {
            palette.window: Theme.edge
            model: root.choiceTexts
            currentIndex: root.choices.indexOf(root.value)
            Accessible.name: root.label
            // Styles show the value in a field of its own.
            Component.onCompleted: contentItem.Accessible.ignored = true
            onActivated: position => {
                root.edited(root.choices[position]);
                currentIndex = Qt.binding(() => root.choices.indexOf(root.value));
            }
        }
    }
    Component {
        id: number

        TextField {
            palette.window: Theme.edge
            text: Number(root.value).toLocaleString(Qt.locale(), "f", Number.isInteger(root.value) ? 0 : 1)
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            horizontalAlignment: Text.AlignRight
            Accessible.name: root.caption
            Accessible.description: qsTr("From %1 to %2").arg(root.minimum).arg(root.maximum)
            onEditingFinished: {
                const read = Number.fromLocaleString(Qt.locale(), text);
                if (read !== root.value)
                    root.edited(read);
            }
        }
    }
    Component {
        id: line

        TextField {
            palette.window: Theme.edge
            text: root.kind === "list" ? root.value.join(", ") : root.value
            Accessible.name: root.label
            onEditingFinished: {
                if (text !== (root.kind === "list" ? root.value.join(", ") : root.value))
                    root.edited(text);
            }
        }
    }
}
