// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

/* A tool tip for the item it lies in, made only while it is shown: a list has hundreds of buttons. */
Loader {
    id: root

    required property string text
    required property bool shown

    anchors.fill: parent
    active: shown && text !== ""
    sourceComponent: PlainToolTip {
        text: root.text
        visible: true
    }
}
