// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import VirtMonitor.Desktop

/* All settings, a section at a time. */
RowLayout {
    id: root

    required property Settings settings

    signal hostsAsked

    spacing: Theme.spacing

    ColumnLayout {
        spacing: Theme.smallSpacing
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: false
        Layout.preferredWidth: 10 * Theme.lineHeight

        ListView {
            id: sections

            clip: true
            focus: true
            keyNavigationEnabled: true
            activeFocusOnTab: true
            model: rows.sections
            Layout.fillWidth: true
            Layout.preferredHeight: contentHeight
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Sections of the settings")
            onCurrentIndexChanged: rows.section = rows.sections[currentIndex] ?? ""

            delegate: SettingsSection {
                required property string modelData
                required property int index

                width: ListView.view.width
                title: rows.title(modelData)
                current: ListView.isCurrentItem
                onChosen: sections.currentIndex = index
            }
        }
        ActionButton {
            label: qsTr("Hosts…", "button")
            glyph: "host"
            Layout.fillWidth: true
            onTriggered: root.hostsAsked()
        }
    }
    Scroller {
        id: scroll

        contentWidth: availableWidth
        Layout.fillWidth: true
        Layout.fillHeight: true

        ColumnLayout {
            width: scroll.availableWidth
            spacing: Theme.spacing

            Repeater {
                model: rows

                SettingRow {
                    id: row

                    Layout.fillWidth: true
                    onEdited: value => rows.setValue(row.index, value)
                    onResetAsked: rows.reset(row.index)
                }
            }
        }
    }
    SettingsModel {
        id: rows

        settings: root.settings
        section: "desktop"
    }
}
