// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts
import VirtMonitor.Desktop
import VirtMonitor.Engine

/* The window: places, machines, and the page of what was chosen with what is under way. */
ApplicationWindow {
    id: root

    required property DataEngine engine
    required property Face face

    // The names and states first; what is measured, and the page beside them, once these have been painted, or are not
    // there in time.
    property bool painted: false
    // Somebody may see it: else nothing is looked at.
    readonly property bool live: painted && visible && visibility !== Window.Minimized

    width: Math.max(1180, Math.min(screen.desktopAvailableWidth, 62 * Theme.lineHeight))
    height: Math.max(760, Math.min(screen.desktopAvailableHeight, 40 * Theme.lineHeight))
    minimumWidth: 30 * Theme.lineHeight
    minimumHeight: 20 * Theme.lineHeight
    title: qsTr("virtmonitor", "window title")
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true
    Component.onCompleted: machines.focusSearch()

    SplitView {
        anchors.fill: parent
        // A SplitView goes from left to right in every language.
        Component.onCompleted: {
            if (mirrored)
                moveItem(0, 1);
        }

        Sidebar {
            id: sidebar

            engine: root.engine
            model: domains
            SplitView.preferredWidth: 13 * Theme.lineHeight
            SplitView.minimumWidth: 8 * Theme.lineHeight
            onHostChosen: selection.current = ""
            onHelpAsked: dialogs.showShortcuts()
            onHostsAsked: root.face.openHosts()
            onJournalAsked: root.face.openJournal("")
            onSettingsAsked: root.face.openSettings()
        }
        SplitView {
            id: split

            function arrange(): void {
                const pageFirst = mirrored && orientation === Qt.Horizontal;
                if (pageFirst !== (itemAt(0) === side))
                    moveItem(0, 1);
            }

            onOrientationChanged: arrange()
            Component.onCompleted: arrange()
            orientation: width > 50 * Theme.lineHeight ? Qt.Horizontal : Qt.Vertical
            SplitView.fillWidth: true

            MachinesView {
                id: machines

                engine: root.engine
                model: domains
                selection: selection
                runner: runner
                live: root.live
                SplitView.fillWidth: true
                SplitView.fillHeight: true
                SplitView.minimumWidth: 15 * Theme.lineHeight
                SplitView.minimumHeight: 10 * Theme.lineHeight
                onOpened: page.forceActiveFocus(Qt.TabFocusReason)
                onMenuAsked: row => dialogs.showMenu(row, 2 * Theme.largeSpacing)
                onHostsAsked: root.face.openHosts()
                onBulkAsked: (operation, sources) => dialogs.beginBulk(operation, sources)
            }
            ColumnLayout {
                id: side

                spacing: 0
                SplitView.preferredWidth: 36 * Theme.lineHeight
                SplitView.preferredHeight: split.height * 0.55
                SplitView.minimumWidth: 15 * Theme.lineHeight
                SplitView.minimumHeight: 8 * Theme.lineHeight

                DetailPane {
                    id: page

                    engine: root.engine
                    face: root.face
                    runner: runner
                    ready: root.painted
                    source: selection.current !== "" ? selection.current : domains.hostFilter !== "" ? domains.hostFilter : root.engine.hosts.length === 1 ? root.engine.hosts[0] : ""
                    live: root.live
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onMenuAsked: from => dialogs.showMenu(from, 0)
                    onMachineChosen: source => selection.only(source)
                    onFailed: text => machines.tellFailure(text)
                }
                // Not below the list: what comes and goes there moves what one aims at.
                JobsBar {
                    jobs: jobs
                    Layout.fillWidth: true
                }
            }
        }
    }
    ElisionTip {
        target: root.contentItem
        pointer: pointer
    }
    HoverHandler {
        id: pointer
    }
    WindowDialogs {
        id: dialogs

        engine: root.engine
        face: root.face
        runner: runner
        source: selection.current
        onScreenAsked: page.openScreen()
        onSerialAsked: page.openSerial()
        jobs: jobs
    }
    WindowKeys {
        enabled: !dialogs.open
        onSearchAsked: machines.focusSearch()
        onHelpAsked: dialogs.showShortcuts()
        onJournalAsked: root.face.openJournal("")
        onSettingsAsked: root.face.openSettings()
        onPageAsked: number => page.show(number)
        onNextPaneAsked: root.nextPane()
        onReconnectAsked: root.engine.hosts.forEach(host => root.engine.retryHost(host))
        onCloseAsked: root.close()
        onQuitAsked: root.face.quit()
    }
    MachineKeys {
        enabled: !dialogs.open && selection.current !== ""
        onFavouriteAsked: page.toggleFavourite()
        onEditAsked: dialogs.edit(selection.current)
        onScreenAsked: page.openScreen()
        onSerialAsked: page.openSerial()
    }
    OperationRunner {
        id: runner

        engine: root.engine
        onAsked: (source, machine, operation, parameters, losses) => dialogs.confirm(source, machine, operation, parameters, losses)
    }
    DomainModel {
        id: domains

        engine: root.engine
        filterText: machines.searchText
        favourites: root.face.favourites
        tags: root.face.tags
    }
    DomainSelection {
        id: selection

        model: domains
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.face.reducedMotion
    }
    JobModel {
        id: jobs

        engine: root.engine
    }
    Connections {
        target: root
        enabled: !root.painted

        function onFrameSwapped(): void {
            if (domains.count > 0 || root.engine.hosts.length === 0)
                Qt.callLater(root.tellPainted);
            else
                noRows.start();
        }
    }
    Timer {
        id: noRows

        interval: 400
        onTriggered: root.tellPainted()
    }
    Connections {
        target: root.face

        function onSourceRequested(source: string): void {
            sidebar.choose("", "", "");
            machines.clearSearch();
            selection.only(source);
        }
        function onTold(sentence: string): void {
            machines.tell(sentence);
        }
    }

    function tellPainted(): void {
        painted = true;
    }

    function nextPane(): void {
        const panes = [sidebar, machines, page], focused = panes.findIndex(pane => pane.activeFocus);
        panes[(focused + 1) % panes.length].forceActiveFocus(Qt.TabFocusReason);
    }
}
