// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* What lies over the window while a dialog asks: it can be seen, and waits. */
Rectangle {
    color: Qt.alpha("black", Theme.dark ? 0.5 : 0.2)
}
