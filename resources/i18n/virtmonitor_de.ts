<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Definition changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest sleeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebooted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watchdog fired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory error of the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs; it has to be shut off for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its state does not allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is paused; resume it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest sleeps; wake it up first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shutting down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest has crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host&apos;s libvirt driver cannot do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the host is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is transient: it has no definition that outlives it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no saved memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no snapshots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is transient: when it stops, it is gone from the list. Its definition is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it now, at the next start, or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the guest is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the domain, from its saved memory if it has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the guest to shut down. It may take its time, or ignore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the guest to reboot. It may take its time, or ignore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops the domain at once, like pulling its plug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resets the domain at once, like its reset button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops its CPUs. Its memory stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets its CPUs run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the guest to sleep or hibernate; it needs the guest agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wakes up a guest that sleeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves its memory on the host and stops it. The next start continues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Saved Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the saved memory: the next start boots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set CPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the number of virtual CPUs. The most it can have changes at its next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the memory of the domain. The most it can have changes at its next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start With Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the domain when its host starts, or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the domain another name. Its UUID stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the title, a short line for people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the description, a text for people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces its definition. What it replaces is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts a definition that was kept back in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes its definition, which is kept to be restored. Disks stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps its disks, and its memory if it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts disks and memory back as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes a snapshot. The domain stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of its screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presses keys together, such as Ctrl+Alt+Del.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send NMI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends a non-maskable interrupt, for a guest that hangs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancels the job that libvirt does with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the guest has not written to its disks is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its CPUs are stopped already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest does not sleep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved memory, with what ran in the guest, is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes away from the list. Its definition is kept, its disks are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that changed on its disks and in its memory since is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot cannot be returned to any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many guests answer it by crashing, to be examined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boot afresh instead of from the saved memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up rather than force its process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the guest keeps its memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of virtual CPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the most it can have, not what it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it with its host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title; empty removes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description; empty removes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition that was edited, or its digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it against libvirt&apos;s schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one; empty is the latest that differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also its saved memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also what libvirt knows of its snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also what libvirt knows of its checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also its UEFI variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also the state of its TPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name; empty lets libvirt choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the disks, not the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the guest agent freeze its file systems meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also when the definitions do not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also the snapshots made from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the snapshots made from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what libvirt knows of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys pressed together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long they are held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its saved memory is thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its saved memory is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What libvirt knows of its checkpoints is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its UEFI variables are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of its TPM, and what was sealed with it, is lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressLine</name>
    <message>
        <source>Copy %1</source>
        <comment>button: an address</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BulkButton</name>
    <message>
        <source>%1 (%2)</source>
        <comment>operation (number of machines)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the selected machines allows it now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BulkConfirm</name>
    <message numerus="yes">
        <source>%1 %n machine(s)?</source>
        <comment>operation</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1: %2</source>
        <comment>state: number</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Delete its saved memory too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete its UEFI variables too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the state of its TPM too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget its snapshots too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget its checkpoints too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the snapshots made from it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2?</source>
        <comment>operation, name of a machine</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has changed since you asked. Look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has changed since you asked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CredentialsDialog</name>
    <message>
        <source>Authenticate</source>
        <comment>window title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks who you are.</source>
        <comment>name of a host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authenticate</source>
        <comment>button: give a password</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Choose a machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is, what it costs and what can be done with it is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Allocated</source>
        <comment>storage</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>%1 %2, %3 %4</source>
        <comment>read 3 KiB/s, written 5 KiB/s</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Displays</source>
        <comment>heading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has neither disks nor interfaces nor displays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiskCards</name>
    <message>
        <source>Disks</source>
        <comment>heading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>allocated of capacity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <comment>fact: file of a disk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing inserted</source>
        <comment>drive</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <comment>fact: rates</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to this machine from now on is told here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>%1: %2</source>
        <comment>what it is: its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1</source>
        <comment>button: what it is</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Hold to %1</source>
        <comment>Hold to power off</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostDevices</name>
    <message>
        <source>Storage pools</source>
        <comment>heading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not active</source>
        <comment>storage pool</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>allocated of capacity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <comment>fact: of a storage pool</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <comment>fact: room in a storage pool</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host has no storage pools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <comment>heading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>isolated</source>
        <comment>network</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not active</source>
        <comment>network</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridge</source>
        <comment>fact: of a network</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host has no networks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostDialog</name>
    <message>
        <source>Add a host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address (libvirt URI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of its mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect when virtmonitor starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only look, change nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know that, and want this address opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <comment>button: try a connection</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostEaters</name>
    <message>
        <source>Who uses it</source>
        <comment>heading: machines that cost most</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines that use most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing runs.</source>
        <comment>machines of a host</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostFacts</name>
    <message>
        <source>Host</source>
        <comment>heading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <comment>fact: of a host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <comment>fact: of a connection</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPUs</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostHead</name>
    <message>
        <source>Connect now</source>
        <comment>button: a host</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostItem</name>
    <message>
        <source>Authenticate</source>
        <comment>button: give a password</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect %1</source>
        <comment>button: to a host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <comment>button: a host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>button: a host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its machines stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes when you add a host.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostLine</name>
    <message>
        <source>Authenticate</source>
        <comment>button: give a password</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button: connect to a host</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostNotice</name>
    <message>
        <source>Try again</source>
        <comment>button: connect to a host</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostPage</name>
    <message>
        <source>CPU</source>
        <comment>graph</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of the host</source>
        <comment>graph</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostShareLists</name>
    <message>
        <source>Most CPU</source>
        <comment>list of machines</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most memory</source>
        <comment>list of machines</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostSummary</name>
    <message>
        <source>CPU</source>
        <comment>share of a host&apos;s processors in use</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>memory of a host in use</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who takes it</source>
        <comment>button: which machines take most of the host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button: connect to a host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect…</source>
        <comment>button: to a real host</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostsPage</name>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try all again</source>
        <comment>button: connect to all hosts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a host</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the computer whose virtual machines you want to see.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostsWindow</name>
    <message>
        <source>Hosts</source>
        <comment>window title</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterfaceCards</name>
    <message>
        <source>Network</source>
        <comment>heading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAC</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <comment>fact: rates</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a machine: operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked, for %1; waiting for the guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest has not shut down for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done; can be undone for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>job: what there is to say</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button: a job</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait longer</source>
        <comment>button: for a guest to shut down</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power off</source>
        <comment>button: a guest that does not shut down</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <comment>button: a message</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobsBar</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) under way</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>operations</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <comment>button: failures</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadGraphs</name>
    <message>
        <source>CPU</source>
        <comment>graph</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all vCPUs</source>
        <comment>graph</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>graph</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used</source>
        <comment>graph: memory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <comment>graph</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <comment>graph: disk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <comment>graph: disk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <comment>graph</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <comment>graph: network</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <comment>graph: network</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineHead</name>
    <message>
        <source>No favourite any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <comment>button: menu of operations</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineMenu</name>
    <message>
        <source>Screen</source>
        <comment>menu: show the machine&apos;s screen</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial Console</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send Ctrl+Alt+Del</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do Not Start With Host</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start With Host</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachinePage</name>
    <message>
        <source>Overview</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resources</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XML</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <comment>page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineRow</name>
    <message>
        <source>%1, %2</source>
        <comment>name of a machine, its state</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineTable</name>
    <message>
        <source>Machines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>virtmonitor</source>
        <comment>window title</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoMachines</name>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machine is here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search looks at names, titles, states, tags and UUIDs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place at the side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines that are defined on a connected host are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>%1 crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel of %1 panicked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk of %1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The watchdog of %1 fired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is connected again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not work: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot of %1 is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process on the host ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the host is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was shut down, but not from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was powered off, but not from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host&apos;s libvirt stopped it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) stopped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) crashed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) happened</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>On host %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewFacts</name>
    <message>
        <source>State</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest</source>
        <comment>fact: its operating system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vCPUs</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <comment>fact: when a machine is started</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with its host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>fact: virtualization, architecture</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UUID</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <comment>fact</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Popup</name>
    <message>
        <source>virtmonitor</source>
        <comment>window title</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PopupEmpty</name>
    <message>
        <source>No host yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machines yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the computer whose virtual machines you want to see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is made on this host, with virt-manager or virt-install, appears here at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machine fits the search and the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a host</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the window</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button: connect to a host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <comment>button: all machines</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PopupHead</name>
    <message>
        <source>Open the window</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep open</source>
        <comment>button: the popup stays when another window is used</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PopupList</name>
    <message>
        <source>Machines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PopupRow</name>
    <message>
        <source>%1, %2</source>
        <comment>name of a machine, its state</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrimaryButton</name>
    <message>
        <source>%1 %2</source>
        <comment>operation, name of a machine</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryState</name>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button: read something</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuitWindow</name>
    <message>
        <source>Quit virtmonitor?</source>
        <comment>window title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These operations are under way. The hosts may go on with them, but nobody here hears how they end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <comment>button: end the program</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>button: do not end the program</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateLine</name>
    <message>
        <source>%1: %2</source>
        <comment>what it is: its value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceControl</name>
    <message>
        <source>%1 of %2</source>
        <comment>amount, the most there can be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <comment>button: vCPUs or memory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <comment>button: vCPUs or memory</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceGroup</name>
    <message>
        <source>Takes effect at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now</source>
        <comment>resource: amount while it runs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at the next start</source>
        <comment>resource</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at most</source>
        <comment>resource: the most that it can have</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at the next start; until then at most %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceRow</name>
    <message>
        <source>Apply</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <comment>button: the number as it was</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourcesPage</name>
    <message>
        <source>vCPUs</source>
        <comment>resource</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>resource</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>%1 %2</source>
        <comment>operation, name of a machine</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <comment>button: show the machine&apos;s screen</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the window</source>
        <comment>button: a machine</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <comment>button: a machine that stands above the others</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <comment>button: all that can be done with a machine</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowDetails</name>
    <message>
        <source>Disks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vCPUs of %1</source>
        <comment>name of a machine</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of %1</source>
        <comment>name of a machine</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowSummary</name>
    <message>
        <source>Favourite</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreenView</name>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is off.</source>
        <comment>a machine&apos;s screen</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>machines</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareList</name>
    <message>
        <source>Nothing measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a machine: what it takes of the host</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search; or begin to type in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear the search, then the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, Down, Page Up, Page Down, Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go through the machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift with these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select from here to there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Space, Ctrl+click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select one more, or one less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select all that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the machine&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start, resume or shut down the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all that can be done with the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+1 … Alt+6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pages of a machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make the machine a favourite, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the places to the list to the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect to hosts again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right in a graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read older and newer values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quit; the machines go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <comment>heading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All machines</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts</source>
        <comment>heading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>heading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts…</source>
        <comment>button: add and change hosts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <comment>button: list of keys</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidebarItem</name>
    <message>
        <source>%1: %2</source>
        <comment>state: number</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnapshotForm</name>
    <message>
        <source>Name of the snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the disks, not the memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnapshotRow</name>
    <message>
        <source>with memory</source>
        <comment>snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disks only</source>
        <comment>snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the machine goes on from here</source>
        <comment>snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnapshotsPage</name>
    <message>
        <source>No snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A snapshot keeps the disks, and the memory if the machine runs, as they are now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateChips</name>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Unknown state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableColumns</name>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableHead</name>
    <message>
        <source>not sorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted, largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted, smallest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UsageBar</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VcpuGraphs</name>
    <message>
        <source>Each vCPU</source>
        <comment>heading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number of a vCPU: its load</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>XmlHistory</name>
    <message>
        <source>Definitions that were kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <comment>time; operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare and restore</source>
        <comment>button: a kept definition</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was kept yet: no change was made from here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>XmlPage</name>
    <message>
        <source>History</source>
        <comment>button: definitions that were kept</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review changes</source>
        <comment>button: of a definition</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition was changed by somebody else meanwhile; what you edited would be refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again</source>
        <comment>button: a definition</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <comment>editor</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>XmlReview</name>
    <message>
        <source>The texts differ, but they say the same: there is nothing to apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what changes. It takes effect at the next start. What it replaces is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <comment>editor: difference of two definitions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard changes</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on editing</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected, trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a demo: the machines below are not real. Connect to a host to see yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected read-only: you see everything and can change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>console</name>
    <message>
        <source>There is no program to show a screen. Install virt-viewer: the package has that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no terminal program, or no virsh. Install the packages xterm and libvirt-clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machines of the demo live inside this program: they have no screen and no console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>definition</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afterwards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>host</name>
    <message>
        <source>%1 of %2 run</source>
        <comment>machines that run, of all</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>memory</name>
    <message>
        <source>%1 of %2</source>
        <comment>used memory of all memory</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>operation</name>
    <message>
        <source>There is no such machine.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>resources</name>
    <message>
        <source>Now, and after each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now, until it stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From its next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now %1, after a restart %2</source>
        <comment>amounts of memory or of vCPUs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a restart: it was started with at most %1.</source>
        <comment>memory or vCPUs</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shares</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>machines</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>state</name>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused by an I/O error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused by its watchdog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused for migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused to be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused for a snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused after a crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused by a failed operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut off by a crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crashed: the guest panicked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tray</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open virtmonitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 machines run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>12 s ago</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>in 12 s</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vcpus</name>
    <message>
        <source>%1 of %2</source>
        <comment>vCPUs in use of vCPUs possible</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
