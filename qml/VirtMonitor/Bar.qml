// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls

/* The scroll bar of a list. Who works by keyboard or screen reader goes through the list itself. */
ScrollBar {
    Accessible.ignored: true
}
