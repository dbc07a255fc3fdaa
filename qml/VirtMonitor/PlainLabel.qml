// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls

/*
    Text that somebody else wrote: names, addresses, errors. It is shown as it is, on one line unless told otherwise.
    Rich text in a domain's name would load images from the network.
*/
Label {
    id: root

    textFormat: Text.PlainText
    color: Theme.text
    elide: Text.ElideRight
    // Said outright, so that it turns around with the layout and not with the text.
    horizontalAlignment: Text.AlignLeft
    maximumLineCount: wrapMode === Text.NoWrap ? 1 : 1000
    Accessible.name: text
}
