// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/* The day above what happened on it. */
SectionLabel {
    required property string section

    text: section
    leftPadding: Theme.smallSpacing
    topPadding: Theme.spacing
    width: ListView.view.width
}
