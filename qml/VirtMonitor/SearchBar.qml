// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls

/* Where one types to find a machine. Escape clears it first and leaves it second; Down goes to what was found. */
TextField {
    id: root

    palette.window: Theme.edge
    signal dismissed
    signal downPressed

    function clearOrDismiss(): void {
        if (text === "")
            root.dismissed();
        else
            clear();
    }

    placeholderText: qsTr("Search")
    selectByMouse: true
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
    leftPadding: mirrored ? side(clearButton.visible) : side(true)
    rightPadding: mirrored ? side(true) : side(clearButton.visible)
    Accessible.name: placeholderText
    Accessible.searchEdit: true
    // Before the shortcut of the window that it lies in.
    Keys.onShortcutOverride: event => {
        event.accepted = event.key === Qt.Key_Escape && text !== "";
    }
    Keys.onEscapePressed: clearOrDismiss()
    Keys.onDownPressed: downPressed()

    readonly property bool mirrored: LayoutMirroring.enabled

    function side(taken: bool): int {
        return taken ? Theme.iconSmall + 2 * Theme.smallSpacing : Theme.spacing;
    }

    Icon {
        glyph: "search"
        color: Theme.muted
        anchors.left: parent.left
        anchors.leftMargin: Theme.smallSpacing
        anchors.verticalCenter: parent.verticalCenter
    }
    AbstractButton {
        id: clearButton

        visible: root.text !== ""
        focusPolicy: Qt.NoFocus
        width: Theme.iconSmall + 2 * Theme.smallSpacing
        height: parent.height
        anchors.right: parent.right
        Accessible.name: qsTr("Clear the search")
        onClicked: root.clear()
        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                glyph: "close"
                color: clearButton.hovered ? Theme.text : Theme.muted
            }
        }
    }
}
