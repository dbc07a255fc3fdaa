"""What popup and window ask of the application, beside what they ask of the engine."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication

from virtmonitor.desktop.hosts import Hosts
from virtmonitor.desktop.journal import Journal
from virtmonitor.desktop.motion import desktop_wants_none
from virtmonitor.desktop.portalsettings import PortalSettings
from virtmonitor.desktop.sessionend import SessionEnd
from virtmonitor.desktop.settings import Settings
from virtmonitor.desktop.windowsizes import WindowSizes
from virtmonitor.engine.qmlelement import QmlElement, QmlUncreatable
from virtmonitor.engine.qt import Property

QML_IMPORT_NAME = "VirtMonitor.Desktop"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The application makes it.")
class Face(QObject):
    """Requests of the faces, as signals to the application; and what they need of the desktop. GUI thread."""

    windowRequested = Signal(str)
    quitRequested = Signal()
    quitConfirmed = Signal()
    settingsRequested = Signal()
    told = Signal(str)
    """A sentence that the window shows."""
    hostsRequested = Signal()
    hostsChanged = Signal()
    sourceRequested = Signal(str)
    """The window shall go to that Source."""
    marksChanged = Signal()
    motionChanged = Signal()
    journalRequested = Signal(str)
    """The window shall show what happened to that Source; to all of them when it is ""."""
    journalChanged = Signal()

    def __init__(
        self,
        settings: Settings | None = None,
        sizes: WindowSizes | None = None,
        portal: PortalSettings | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`settings` keep favourites and tags, `sizes` those of windows; without them they are forgotten.

        `portal`: what the desktop tells all programs.
        """
        super().__init__(parent)
        self._sizes = sizes if sizes is not None else WindowSizes(None)
        self._settings = settings if settings is not None else Settings(None, self)
        self._settings.changed.connect(self.marksChanged)
        self._portal = portal
        if portal is not None:
            portal.changed.connect(self.motionChanged)
        self.marksChanged.connect(self.motionChanged)
        self._journal: Journal | None = None
        self._hosts: Hosts | None = None
        self._session_end: SessionEnd | None = None

    def _get_reduced_motion(self) -> bool:
        wanted = self._settings.record.desktop.motion
        return desktop_wants_none(self._portal) if wanted == "system" else wanted == "reduced"

    reducedMotion = Property(bool, _get_reduced_motion, notify=motionChanged)
    """True when nothing shall move that does not have to."""

    settings = Property(Settings, lambda self: self._settings, constant=True)

    def set_journal(self, journal: Journal) -> None:
        """It is there now: a moment after the start."""
        self._journal = journal
        self.journalChanged.emit()

    journal = Property(Journal, lambda self: self._journal, notify=journalChanged)
    """What a JournalModel reads; null in the first moment."""

    def set_session_end(self, session_end: SessionEnd) -> None:
        """It is there now."""
        self._session_end = session_end

    sessionEnd = Property(SessionEnd, lambda self: self._session_end, constant=True)
    """What becomes of machines when the computer stops; there before any window is."""

    def set_hosts(self, hosts: Hosts) -> None:
        """It is there now."""
        self._hosts = hosts
        self.hostsChanged.emit()

    hosts = Property(Hosts, lambda self: self._hosts, notify=hostsChanged)
    """The hosts as the person wants them; null where they cannot be changed."""

    popupInactive = Property(bool, lambda self: self._settings.record.popup.inactive, notify=marksChanged)
    popupRows = Property(int, lambda self: self._settings.record.popup.rows, notify=marksChanged)
    popupFavouritesFirst = Property(
        bool, lambda self: self._settings.record.popup.favourites_first, notify=marksChanged
    )
    popupColumns = Property(
        "QStringList", lambda self: list(self._settings.record.popup.columns), notify=marksChanged
    )
    """What the popup shows: see the settings."""
    favourites = Property(
        "QStringList",
        lambda self: list(self._settings.record.machines.favourites),
        notify=marksChanged,
    )
    """The UUIDs of favourite machines."""
    tags = Property("QVariantMap", lambda self: self._tags(), notify=marksChanged)
    """The tags of machines: lists of texts by UUID."""

    @Slot(str, bool)
    def setFavourite(self, uuid: str, favourite: bool) -> None:
        """Make a machine a favourite, or not."""
        others = [known for known in self._settings.record.machines.favourites if known != uuid]
        self._settings.setValue("machines.favourites", [*others, uuid] if favourite else others)

    @Slot(str, str)
    def setTags(self, uuid: str, text: str) -> None:
        """Set the tags of a machine, separated by commas; none removes them."""
        tags = dict.fromkeys(tag for part in text.split(",") if (tag := " ".join(part.split())))
        others = {known: named for known, named in self._tags().items() if known != uuid}
        self._settings.setValue("machines.tags", others | ({uuid: list(tags)} if tags else {}))

    @Slot(str, result=QSize)
    def sizeOf(self, window: str) -> QSize:
        """The size that the user gave that window before; an invalid one when none is known."""
        return self._sizes.get(window)

    @Slot(str, int, int)
    def keepSize(self, window: str, width: int, height: int) -> None:
        """The user gave that window this size."""
        self._sizes.keep(window, QSize(width, height))

    @Slot(str)
    def openWindow(self, source: str) -> None:
        """Show the window, at a Source when one is named."""
        self.windowRequested.emit(source)

    @Slot()
    def openSettings(self) -> None:
        """Show the settings."""
        self.settingsRequested.emit()

    @Slot()
    def openHosts(self) -> None:
        """Show the hosts, to add, change and remove some."""
        self.hostsRequested.emit()

    @Slot(str)
    def openJournal(self, source: str) -> None:
        """Show the journal: of one Source, or of all for ""."""
        self.journalRequested.emit(source)

    @Slot(str)
    def copyText(self, text: str) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    @Slot()
    def quit(self) -> None:
        """End the program; the machines go on. It asks first while operations are under way."""
        self.quitRequested.emit()

    @Slot()
    def quitNow(self) -> None:
        """End it whatever is under way: the person was asked."""
        self.quitConfirmed.emit()

    def _tags(self) -> dict[str, Any]:
        return {uuid: list(tags) for uuid, tags in self._settings.record.machines.tags.items()}
