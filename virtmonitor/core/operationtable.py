"""THE table of operations. Service, QML, D-Bus, command line, menus and documentation read this one.

Names are camelCase, as QML and Plasma want them. Labels and sentences are English, marked for translation.
Source of the states: the checks that libvirt's QEMU driver makes, and what the virDomain* documentation says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from virtmonitor.core.domain import DomainState
from virtmonitor.core.parameters import Parameter
from virtmonitor.core.translation import N_

_P = Parameter
_LONGEST_TEXT: Final = 1_000_000
_LONGEST_NAME: Final = 255


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be done with a domain.

    When it is allowed: `active` None is always, True needs a running (or paused) domain, False a stopped one;
    `states` narrows it further; `unless` is the sentence where these do not fit; `persistent`, `saved` and
    `snapshots` need that of the domain. What is not known is allowed: libvirt decides. `loses` tells what is
    lost: such an operation is destructive, and a face asks before it. `cancellable`: abort() stops it.
    """

    name: str
    label: str
    description: str
    parameters: tuple[_P, ...] = ()
    active: bool | None = None
    states: frozenset[DomainState] = frozenset(DomainState)
    unless: str = ""
    persistent: bool = False
    saved: bool = False
    snapshots: bool = False
    loses: str = ""
    cancellable: bool = False

    @property
    def destructive(self) -> bool:
        """True when something is lost whatever the parameters are."""
        return bool(self.loses)


_GUEST_RUNS: Final = frozenset({DomainState.NOSTATE, DomainState.RUNNING, DomainState.BLOCKED})
_GUEST_KEPT: Final = _GUEST_RUNS | {DomainState.PAUSED}
_SCOPES: Final = ("both", "live", "config")
_SCOPE: Final = _P("scope", "word", N_("Change it now, at the next start, or both"), "both", _SCOPES)
_SNAPSHOT: Final = _P("name", "name", N_("Name of the snapshot"), maximum=_LONGEST_NAME)
_MODE: Final = _P("mode", "word", N_("How the guest is asked"), "default", ("default", "acpi", "agent"))

_STATES: Final = (
    Operation(
        "start", N_("Start"), N_("Starts the domain, from its saved memory if it has one."),
        (
            _P("paused", "boolean", N_("Leave it paused"), False),
            _P("forceBoot", "boolean", N_("Boot afresh instead of from the saved memory"), False,
               loses=N_("Its saved memory is thrown away.")),
        ),
        active=False, unless=N_("It runs already."),
    ),
    Operation(
        "shutdown", N_("Shut Down"), N_("Asks the guest to shut down. It may take its time, or ignore it."),
        (_MODE,), active=True, states=_GUEST_RUNS,
    ),
    Operation(
        "reboot", N_("Reboot"), N_("Asks the guest to reboot. It may take its time, or ignore it."),
        (_MODE,), active=True, states=_GUEST_RUNS,
    ),
    Operation(
        "powerOff", N_("Power Off"), N_("Stops the domain at once, like pulling its plug."),
        (_P("graceful", "boolean", N_("Give up rather than force its process"), False),),
        active=True, loses=N_("What the guest has not written to its disks is lost."),
    ),
    Operation(
        "reset", N_("Reset"), N_("Resets the domain at once, like its reset button."),
        active=True, loses=N_("What the guest has not written to its disks is lost."),
    ),
    Operation(
        "suspend", N_("Pause"), N_("Stops its CPUs. Its memory stays where it is."),
        active=True, states=_GUEST_RUNS, unless=N_("Its CPUs are stopped already."),
    ),
    Operation(
        "resume", N_("Resume"), N_("Lets its CPUs run again."),
        active=True, states=frozenset({DomainState.PAUSED}), unless=N_("It is not paused."),
    ),
    Operation(
        "pmSuspend", N_("Sleep"), N_("Asks the guest to sleep or hibernate; it needs the guest agent."),
        (_P("target", "word", N_("Where the guest keeps its memory"), "mem", ("mem", "disk", "hybrid")),),
        active=True, states=_GUEST_RUNS,
    ),
    Operation(
        "pmWakeup", N_("Wake Up"), N_("Wakes up a guest that sleeps."),
        active=True, states=frozenset({DomainState.PMSUSPENDED}), unless=N_("The guest does not sleep."),
    ),
    Operation(
        "managedSave", N_("Save"), N_("Saves its memory on the host and stops it. The next start continues."),
        active=True, states=_GUEST_KEPT, persistent=True, cancellable=True,
    ),
    Operation(
        "managedSaveRemove", N_("Remove Saved Memory"), N_("Removes the saved memory: the next start boots."),
        saved=True, loses=N_("The saved memory, with what ran in the guest, is lost."),
    ),
)  # fmt: skip

_RESOURCES: Final = (
    Operation(
        "setVcpus", N_("Set CPUs"),
        N_("Sets the number of virtual CPUs. The most it can have changes at its next start."),
        (
            _P("count", "integer", N_("Number of virtual CPUs"), minimum=1, maximum=65535),
            _SCOPE,
            _P("maximum", "boolean", N_("Set the most it can have, not what it has"), False),
        ),
    ),
    Operation(
        "setMemory", N_("Set Memory"),
        N_("Sets the memory of the domain. The most it can have changes at its next start."),
        (
            _P("bytes", "bytes", N_("Memory"), unit="B", minimum=1024, maximum=2**60),
            _SCOPE,
            _P("maximum", "boolean", N_("Set the most it can have, not what it has"), False),
        ),
    ),
)  # fmt: skip

_CONFIG: Final = (
    Operation(
        "setAutostart", N_("Start With Host"), N_("Starts the domain when its host starts, or not."),
        (_P("enabled", "boolean", N_("Start it with its host")),), persistent=True,
    ),
    Operation(
        "rename", N_("Rename"), N_("Gives the domain another name. Its UUID stays."),
        (_P("name", "name", N_("New name"), maximum=_LONGEST_NAME),), active=False, persistent=True,
    ),
    Operation(
        "setTitle", N_("Set Title"), N_("Sets the title, a short line for people."),
        (_P("text", "line", N_("Title; empty removes it"), maximum=_LONGEST_TEXT), _SCOPE),
    ),
    Operation(
        "setDescription", N_("Set Description"), N_("Sets the description, a text for people."),
        (_P("text", "text", N_("Description; empty removes it"), maximum=_LONGEST_TEXT), _SCOPE),
    ),
    Operation(
        "defineXml", N_("Change Definition"), N_("Replaces its definition. What it replaces is kept."),
        (
            _P("xml", "xml", N_("The new definition"), maximum=4 * 1024 * 1024),
            _P("base", "xml", N_("The definition that was edited, or its digest"), "",
               maximum=4 * 1024 * 1024),
            _P("validate", "boolean", N_("Check it against libvirt's schema"), True),
        ),
    ),
    Operation(
        "restoreXml", N_("Restore Definition"), N_("Puts a definition that was kept back in force."),
        (_P("entry", "line", N_("Which one; empty is the latest that differs"), "", maximum=1000),),
    ),
    Operation(
        "undefine", N_("Delete"), N_("Deletes its definition, which is kept to be restored. Disks stay."),
        (
            _P("managedSave", "boolean", N_("Also its saved memory"), False,
               loses=N_("Its saved memory is lost.")),
            _P("snapshots", "boolean", N_("Also what libvirt knows of its snapshots"), False),
            _P("checkpoints", "boolean", N_("Also what libvirt knows of its checkpoints"), False,
               loses=N_("What libvirt knows of its checkpoints is lost.")),
            _P("nvram", "boolean", N_("Also its UEFI variables"), False,
               loses=N_("Its UEFI variables are lost.")),
            _P("tpm", "boolean", N_("Also the state of its TPM"), False,
               loses=N_("The state of its TPM, and what was sealed with it, is lost.")),
        ),
        persistent=True,
        loses=N_("It goes away from the list. Its definition is kept, its disks are not touched."),
    ),
)  # fmt: skip

_SNAPSHOTS: Final = (
    Operation(
        "snapshotCreate", N_("Take Snapshot"), N_("Keeps its disks, and its memory if it runs."),
        (
            _P("name", "name", N_("Name; empty lets libvirt choose one"), "", maximum=_LONGEST_NAME),
            _P("description", "text", N_("Description"), "", maximum=_LONGEST_TEXT),
            _P("diskOnly", "boolean", N_("Only the disks, not the memory"), False),
            _P("quiesce", "boolean", N_("Let the guest agent freeze its file systems meanwhile"), False),
        ),
        cancellable=True,
    ),
    Operation(
        "snapshotRevert", N_("Return to Snapshot"), N_("Puts disks and memory back as they were."),
        (
            _SNAPSHOT,
            _P("state", "word", N_("How it is afterwards"), "snapshot", ("snapshot", "running", "paused")),
            _P("force", "boolean", N_("Also when the definitions do not fit"), False),
        ),
        snapshots=True, loses=N_("All that changed on its disks and in its memory since is lost."),
    ),
    Operation(
        "snapshotDelete", N_("Delete Snapshot"), N_("Deletes a snapshot. The domain stays as it is."),
        (
            _SNAPSHOT,
            _P("children", "boolean", N_("Also the snapshots made from it"), False),
            _P("childrenOnly", "boolean", N_("Only the snapshots made from it"), False),
            _P("metadataOnly", "boolean", N_("Only what libvirt knows of it"), False),
        ),
        snapshots=True, loses=N_("The snapshot cannot be returned to any more."),
    ),
)  # fmt: skip

_DEVICES: Final = (
    Operation(
        "screenshot", N_("Take Screenshot"), N_("A picture of its screen."),
        (_P("screen", "integer", N_("Number of the screen"), 0, maximum=255),), active=True,
    ),
    Operation(
        "sendKey", N_("Send Keys"), N_("Presses keys together, such as Ctrl+Alt+Del."),
        (
            _P("keys", "keys", N_("Keys pressed together"), ("ctrl", "alt", "del")),
            _P("holdTime", "integer", N_("How long they are held"), 100, unit="ms", maximum=10_000),
        ),
        active=True, states=_GUEST_RUNS,
    ),
    Operation(
        "injectNmi", N_("Send NMI"), N_("Sends a non-maskable interrupt, for a guest that hangs."),
        active=True, states=_GUEST_RUNS, loses=N_("Many guests answer it by crashing, to be examined."),
    ),
    Operation("abortJob", N_("Cancel Job"), N_("Cancels the job that libvirt does with it."), active=True),
)  # fmt: skip

TABLE: Final = (*_STATES, *_RESOURCES, *_CONFIG, *_SNAPSHOTS, *_DEVICES)
