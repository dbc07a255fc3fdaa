<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Definition changed</source>
        <translation>Definition geändert</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>Fährt herunter</translation>
    </message>
    <message>
        <source>Guest sleeps</source>
        <translation>Gastsystem schläft</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>Rebooted</source>
        <translation>Neu gestartet</translation>
    </message>
    <message>
        <source>Watchdog fired</source>
        <translation>Watchdog hat ausgelöst</translation>
    </message>
    <message>
        <source>Disk error</source>
        <translation>Datenträgerfehler</translation>
    </message>
    <message>
        <source>Block job</source>
        <translation>Blockauftrag</translation>
    </message>
    <message>
        <source>Device added</source>
        <translation>Gerät hinzugefügt</translation>
    </message>
    <message>
        <source>Device removed</source>
        <translation>Gerät entfernt</translation>
    </message>
    <message>
        <source>Memory error of the host</source>
        <translation>Speicherfehler des Hosts</translation>
    </message>
    <message>
        <source>Disk changed</source>
        <translation>Datenträger gewechselt</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Configuration changed</source>
        <translation>Konfiguration geändert</translation>
    </message>
    <message>
        <source>Done from here</source>
        <translation>Von hier aus getan</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Sie läuft nicht.</translation>
    </message>
    <message>
        <source>It runs; it has to be shut off for this.</source>
        <translation>Sie läuft; dafür muss sie ausgeschaltet sein.</translation>
    </message>
    <message>
        <source>Its state does not allow it.</source>
        <translation>Ihr Zustand erlaubt es nicht.</translation>
    </message>
    <message>
        <source>It is paused; resume it first.</source>
        <translation>Sie ist angehalten; setzen Sie sie erst fort.</translation>
    </message>
    <message>
        <source>The guest sleeps; wake it up first.</source>
        <translation>Das Gastsystem schläft; wecken Sie es erst.</translation>
    </message>
    <message>
        <source>It is shutting down.</source>
        <translation>Sie fährt herunter.</translation>
    </message>
    <message>
        <source>The guest has crashed.</source>
        <translation>Das Gastsystem ist abgestürzt.</translation>
    </message>
    <message>
        <source>This host&apos;s libvirt driver cannot do this.</source>
        <translation>Der libvirt-Treiber dieses Hosts kann das nicht.</translation>
    </message>
    <message>
        <source>The connection to the host is read-only.</source>
        <translation>Die Verbindung zum Host ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>It is transient: it has no definition that outlives it.</source>
        <translation>Sie ist flüchtig: Sie hat keine Definition, die sie überdauert.</translation>
    </message>
    <message>
        <source>It has no saved memory.</source>
        <translation>Sie hat keinen gesicherten Speicher.</translation>
    </message>
    <message>
        <source>It has no snapshots.</source>
        <translation>Sie hat keine Schnappschüsse.</translation>
    </message>
    <message>
        <source>It is transient: when it stops, it is gone from the list. Its definition is kept.</source>
        <translation>Sie ist flüchtig: Wenn sie endet, verschwindet sie aus der Liste. Ihre Definition wird aufgehoben.</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Sie ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Change it now, at the next start, or both</source>
        <translation>Sofort ändern, beim nächsten Start, oder beides</translation>
    </message>
    <message>
        <source>Name of the snapshot</source>
        <translation>Name des Schnappschusses</translation>
    </message>
    <message>
        <source>How the guest is asked</source>
        <translation>Wie das Gastsystem gefragt wird</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Starts the domain, from its saved memory if it has one.</source>
        <translation>Startet die Maschine, aus ihrem gesicherten Speicher, wenn es ihn gibt.</translation>
    </message>
    <message>
        <source>Shut Down</source>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>Asks the guest to shut down. It may take its time, or ignore it.</source>
        <translation>Bittet das Gastsystem, herunterzufahren. Das kann dauern, oder es reagiert nicht.</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Asks the guest to reboot. It may take its time, or ignore it.</source>
        <translation>Bittet das Gastsystem um einen Neustart. Das kann dauern, oder es reagiert nicht.</translation>
    </message>
    <message>
        <source>Power Off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Stops the domain at once, like pulling its plug.</source>
        <translation>Beendet die Maschine sofort, wie durch Ziehen des Steckers.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Resets the domain at once, like its reset button.</source>
        <translation>Setzt die Maschine sofort zurück, wie ihre Reset-Taste.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stops its CPUs. Its memory stays where it is.</source>
        <translation>Hält ihre Prozessoren an. Ihr Speicher bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Lets its CPUs run again.</source>
        <translation>Lässt ihre Prozessoren wieder laufen.</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Schlafen legen</translation>
    </message>
    <message>
        <source>Asks the guest to sleep or hibernate; it needs the guest agent.</source>
        <translation>Bittet das Gastsystem um Bereitschaft oder Ruhezustand; dazu braucht es den Gast-Agenten.</translation>
    </message>
    <message>
        <source>Wake Up</source>
        <translation>Aufwecken</translation>
    </message>
    <message>
        <source>Wakes up a guest that sleeps.</source>
        <translation>Weckt ein Gastsystem, das schläft.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Saves its memory on the host and stops it. The next start continues.</source>
        <translation>Sichert ihren Speicher auf dem Host und hält sie an. Der nächste Start macht dort weiter.</translation>
    </message>
    <message>
        <source>Remove Saved Memory</source>
        <translation>Gesicherten Speicher entfernen</translation>
    </message>
    <message>
        <source>Removes the saved memory: the next start boots.</source>
        <translation>Entfernt den gesicherten Speicher: Der nächste Start bootet neu.</translation>
    </message>
    <message>
        <source>Set CPUs</source>
        <translation>Prozessoren festlegen</translation>
    </message>
    <message>
        <source>Sets the number of virtual CPUs. The most it can have changes at its next start.</source>
        <translation>Legt die Anzahl virtueller Prozessoren fest. Die Obergrenze ändert sich beim nächsten Start.</translation>
    </message>
    <message>
        <source>Set Memory</source>
        <translation>Speicher festlegen</translation>
    </message>
    <message>
        <source>Sets the memory of the domain. The most it can have changes at its next start.</source>
        <translation>Legt den Speicher der Maschine fest. Die Obergrenze ändert sich beim nächsten Start.</translation>
    </message>
    <message>
        <source>Start With Host</source>
        <translation>Mit dem Host starten</translation>
    </message>
    <message>
        <source>Starts the domain when its host starts, or not.</source>
        <translation>Startet die Maschine, wenn ihr Host startet, oder nicht.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Gives the domain another name. Its UUID stays.</source>
        <translation>Gibt der Maschine einen anderen Namen. Ihre UUID bleibt.</translation>
    </message>
    <message>
        <source>Set Title</source>
        <translation>Titel festlegen</translation>
    </message>
    <message>
        <source>Sets the title, a short line for people.</source>
        <translation>Legt den Titel fest, eine kurze Zeile für Menschen.</translation>
    </message>
    <message>
        <source>Set Description</source>
        <translation>Beschreibung festlegen</translation>
    </message>
    <message>
        <source>Sets the description, a text for people.</source>
        <translation>Legt die Beschreibung fest, einen Text für Menschen.</translation>
    </message>
    <message>
        <source>Change Definition</source>
        <translation>Definition ändern</translation>
    </message>
    <message>
        <source>Replaces its definition. What it replaces is kept.</source>
        <translation>Ersetzt ihre Definition. Was ersetzt wird, bleibt aufgehoben.</translation>
    </message>
    <message>
        <source>Restore Definition</source>
        <translation>Definition wiederherstellen</translation>
    </message>
    <message>
        <source>Puts a definition that was kept back in force.</source>
        <translation>Setzt eine aufgehobene Definition wieder in Kraft.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deletes its definition, which is kept to be restored. Disks stay.</source>
        <translation>Löscht ihre Definition, die zur Wiederherstellung aufgehoben wird. Datenträger bleiben.</translation>
    </message>
    <message>
        <source>Take Snapshot</source>
        <translation>Schnappschuss</translation>
    </message>
    <message>
        <source>Keeps its disks, and its memory if it runs.</source>
        <translation>Hält ihre Datenträger fest und, wenn sie läuft, ihren Speicher.</translation>
    </message>
    <message>
        <source>Return to Snapshot</source>
        <translation>Zum Schnappschuss zurück</translation>
    </message>
    <message>
        <source>Puts disks and memory back as they were.</source>
        <translation>Stellt Datenträger und Speicher wieder so her, wie sie waren.</translation>
    </message>
    <message>
        <source>Delete Snapshot</source>
        <translation>Schnappschuss löschen</translation>
    </message>
    <message>
        <source>Deletes a snapshot. The domain stays as it is.</source>
        <translation>Löscht einen Schnappschuss. Die Maschine bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Take Screenshot</source>
        <translation>Bildschirm aufnehmen</translation>
    </message>
    <message>
        <source>A picture of its screen.</source>
        <translation>Ein Bild ihres Bildschirms.</translation>
    </message>
    <message>
        <source>Send Keys</source>
        <translation>Tasten senden</translation>
    </message>
    <message>
        <source>Presses keys together, such as Ctrl+Alt+Del.</source>
        <translation>Drückt Tasten gleichzeitig, etwa Strg+Alt+Entf.</translation>
    </message>
    <message>
        <source>Send NMI</source>
        <translation>NMI senden</translation>
    </message>
    <message>
        <source>Sends a non-maskable interrupt, for a guest that hangs.</source>
        <translation>Sendet einen nicht maskierbaren Interrupt, für ein Gastsystem, das hängt.</translation>
    </message>
    <message>
        <source>Cancel Job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Cancels the job that libvirt does with it.</source>
        <translation>Bricht den Auftrag ab, den libvirt mit ihr ausführt.</translation>
    </message>
    <message>
        <source>It runs already.</source>
        <translation>Sie läuft schon.</translation>
    </message>
    <message>
        <source>What the guest has not written to its disks is lost.</source>
        <translation>Was das Gastsystem nicht auf seine Datenträger geschrieben hat, geht verloren.</translation>
    </message>
    <message>
        <source>Its CPUs are stopped already.</source>
        <translation>Ihre Prozessoren stehen schon.</translation>
    </message>
    <message>
        <source>It is not paused.</source>
        <translation>Sie ist nicht angehalten.</translation>
    </message>
    <message>
        <source>The guest does not sleep.</source>
        <translation>Das Gastsystem schläft nicht.</translation>
    </message>
    <message>
        <source>The saved memory, with what ran in the guest, is lost.</source>
        <translation>Der gesicherte Speicher geht verloren, mit allem, was im Gastsystem lief.</translation>
    </message>
    <message>
        <source>It goes away from the list. Its definition is kept, its disks are not touched.</source>
        <translation>Sie verschwindet aus der Liste. Ihre Definition wird aufgehoben, ihre Datenträger bleiben unberührt.</translation>
    </message>
    <message>
        <source>All that changed on its disks and in its memory since is lost.</source>
        <translation>Alles, was sich seither auf den Datenträgern und im Speicher geändert hat, geht verloren.</translation>
    </message>
    <message>
        <source>The snapshot cannot be returned to any more.</source>
        <translation>Zu dem Schnappschuss kann nicht mehr zurückgekehrt werden.</translation>
    </message>
    <message>
        <source>Many guests answer it by crashing, to be examined.</source>
        <translation>Viele Gastsysteme antworten darauf mit einem Absturz, um untersucht zu werden.</translation>
    </message>
    <message>
        <source>Leave it paused</source>
        <translation>Angehalten lassen</translation>
    </message>
    <message>
        <source>Boot afresh instead of from the saved memory</source>
        <translation>Neu booten statt aus dem gesicherten Speicher</translation>
    </message>
    <message>
        <source>Give up rather than force its process</source>
        <translation>Eher aufgeben, als ihren Prozess zu erzwingen</translation>
    </message>
    <message>
        <source>Where the guest keeps its memory</source>
        <translation>Wo das Gastsystem seinen Speicher hält</translation>
    </message>
    <message>
        <source>Number of virtual CPUs</source>
        <translation>Anzahl virtueller Prozessoren</translation>
    </message>
    <message>
        <source>Set the most it can have, not what it has</source>
        <translation>Die Obergrenze festlegen, nicht die aktuelle Menge</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Start it with its host</source>
        <translation>Mit ihrem Host starten</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Title; empty removes it</source>
        <translation>Titel; leer entfernt ihn</translation>
    </message>
    <message>
        <source>Description; empty removes it</source>
        <translation>Beschreibung; leer entfernt sie</translation>
    </message>
    <message>
        <source>The new definition</source>
        <translation>Die neue Definition</translation>
    </message>
    <message>
        <source>The definition that was edited, or its digest</source>
        <translation>Die bearbeitete Definition oder ihre Prüfsumme</translation>
    </message>
    <message>
        <source>Check it against libvirt&apos;s schema</source>
        <translation>Gegen das Schema von libvirt prüfen</translation>
    </message>
    <message>
        <source>Which one; empty is the latest that differs</source>
        <translation>Welche; leer ist die letzte abweichende</translation>
    </message>
    <message>
        <source>Also its saved memory</source>
        <translation>Auch ihren gesicherten Speicher</translation>
    </message>
    <message>
        <source>Also what libvirt knows of its snapshots</source>
        <translation>Auch, was libvirt über ihre Schnappschüsse weiß</translation>
    </message>
    <message>
        <source>Also what libvirt knows of its checkpoints</source>
        <translation>Auch, was libvirt über ihre Prüfpunkte weiß</translation>
    </message>
    <message>
        <source>Also its UEFI variables</source>
        <translation>Auch ihre UEFI-Variablen</translation>
    </message>
    <message>
        <source>Also the state of its TPM</source>
        <translation>Auch den Zustand ihres TPM</translation>
    </message>
    <message>
        <source>Name; empty lets libvirt choose one</source>
        <translation>Name; leer wählt libvirt einen</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Only the disks, not the memory</source>
        <translation>Nur die Datenträger, nicht den Speicher</translation>
    </message>
    <message>
        <source>Let the guest agent freeze its file systems meanwhile</source>
        <translation>Den Gast-Agenten währenddessen ihre Dateisysteme einfrieren lassen</translation>
    </message>
    <message>
        <source>How it is afterwards</source>
        <translation>Wie sie danach ist</translation>
    </message>
    <message>
        <source>Also when the definitions do not fit</source>
        <translation>Auch wenn die Definitionen nicht zusammenpassen</translation>
    </message>
    <message>
        <source>Also the snapshots made from it</source>
        <translation>Auch die daraus entstandenen Schnappschüsse</translation>
    </message>
    <message>
        <source>Only the snapshots made from it</source>
        <translation>Nur die daraus entstandenen Schnappschüsse</translation>
    </message>
    <message>
        <source>Only what libvirt knows of it</source>
        <translation>Nur, was libvirt darüber weiß</translation>
    </message>
    <message>
        <source>Number of the screen</source>
        <translation>Nummer des Bildschirms</translation>
    </message>
    <message>
        <source>Keys pressed together</source>
        <translation>Gleichzeitig gedrückte Tasten</translation>
    </message>
    <message>
        <source>How long they are held</source>
        <translation>Wie lange sie gehalten werden</translation>
    </message>
    <message>
        <source>Its saved memory is thrown away.</source>
        <translation>Ihr gesicherter Speicher wird verworfen.</translation>
    </message>
    <message>
        <source>Its saved memory is lost.</source>
        <translation>Ihr gesicherter Speicher geht verloren.</translation>
    </message>
    <message>
        <source>What libvirt knows of its checkpoints is lost.</source>
        <translation>Was libvirt über ihre Prüfpunkte weiß, geht verloren.</translation>
    </message>
    <message>
        <source>Its UEFI variables are lost.</source>
        <translation>Ihre UEFI-Variablen gehen verloren.</translation>
    </message>
    <message>
        <source>The state of its TPM, and what was sealed with it, is lost.</source>
        <translation>Der Zustand ihres TPM geht verloren, und was damit versiegelt war.</translation>
    </message>
    <message>
        <source>how often the visible rows are read</source>
        <translation>wie oft die sichtbaren Zeilen gelesen werden</translation>
    </message>
    <message>
        <source>how often an opened machine is read</source>
        <translation>wie oft eine geöffnete Maschine gelesen wird</translation>
    </message>
    <message>
        <source>how often a guest is asked for its addresses</source>
        <translation>wie oft ein Gast nach seinen Adressen gefragt wird</translation>
    </message>
    <message>
        <source>a host silent for three times this is lost</source>
        <translation>ein Host, der dreimal so lange schweigt, gilt als verloren</translation>
    </message>
    <message>
        <source>show notices at all</source>
        <translation>überhaupt benachrichtigen</translation>
    </message>
    <message>
        <source>a machine crashed</source>
        <translation>eine Maschine ist abgestürzt</translation>
    </message>
    <message>
        <source>the guest&apos;s kernel panicked</source>
        <translation>der Kernel des Gastes geriet in Panik</translation>
    </message>
    <message>
        <source>a disk failed or the host&apos;s disk is full</source>
        <translation>eine Platte versagte oder die Platte des Hosts ist voll</translation>
    </message>
    <message>
        <source>the guest&apos;s watchdog fired</source>
        <translation>der Watchdog des Gastes schlug an</translation>
    </message>
    <message>
        <source>a machine stopped and you did not do it here</source>
        <translation>eine Maschine hielt an, und nicht durch Sie von hier aus</translation>
    </message>
    <message>
        <source>the connection to a host was lost</source>
        <translation>die Verbindung zu einem Host ging verloren</translation>
    </message>
    <message>
        <source>a lost host is back</source>
        <translation>ein verlorener Host ist zurück</translation>
    </message>
    <message>
        <source>an operation that you started failed</source>
        <translation>ein Vorgang, den Sie begannen, schlug fehl</translation>
    </message>
    <message>
        <source>a long operation that you started is done</source>
        <translation>ein langer Vorgang, den Sie begannen, ist fertig</translation>
    </message>
    <message>
        <source>a snapshot is made</source>
        <translation>ein Schnappschuss ist gemacht</translation>
    </message>
    <message>
        <source>start of the quiet hours, &quot;22:00&quot;; empty: none</source>
        <translation>Beginn der Ruhezeit, „22:00“; leer: keine</translation>
    </message>
    <message>
        <source>end of the quiet hours, &quot;07:00&quot;</source>
        <translation>Ende der Ruhezeit, „07:00“</translation>
    </message>
    <message>
        <source>crashes and disk failures are shown in quiet hours too</source>
        <translation>Abstürze und Plattenfehler werden auch in der Ruhezeit gezeigt</translation>
    </message>
    <message>
        <source>show machines that are shut off</source>
        <translation>ausgeschaltete Maschinen zeigen</translation>
    </message>
    <message>
        <source>machines shown without scrolling</source>
        <translation>Maschinen, die ohne Rollen zu sehen sind</translation>
    </message>
    <message>
        <source>favourites above running machines above the others</source>
        <translation>Favoriten über laufenden Maschinen über den übrigen</translation>
    </message>
    <message>
        <source>what is shown of each machine</source>
        <translation>was von jeder Maschine gezeigt wird</translation>
    </message>
    <message>
        <source>start with the session, in the tray; written only when you ask for it</source>
        <translation>mit der Sitzung starten, im Benachrichtigungsfeld; nur auf Ihren Wunsch geschrieben</translation>
    </message>
    <message>
        <source>language of the interface from the next start on: &quot;cs&quot;, &quot;de&quot; or &quot;en&quot;; empty: the system&apos;s</source>
        <translation>Sprache der Oberfläche ab dem nächsten Start: „cs“, „de“ oder „en“; leer: die des Systems</translation>
    </message>
    <message>
        <source>style of the controls, from the next start on</source>
        <translation>Stil der Bedienelemente, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>hell oder dunkel</translation>
    </message>
    <message>
        <source>whether anything moves that does not have to</source>
        <translation>ob sich bewegt, was sich nicht bewegen muss</translation>
    </message>
    <message>
        <source>closing the window leaves the tray icon, where there is a tray</source>
        <translation>das Schließen des Fensters lässt das Symbol im Benachrichtigungsfeld, wo es eines gibt</translation>
    </message>
    <message>
        <source>ask the desktop for a keyboard shortcut that shows the popup, where it can give one</source>
        <translation>die Arbeitsumgebung um ein Tastenkürzel für das Aufklappfenster bitten, wo sie eines geben kann</translation>
    </message>
    <message>
        <source>what becomes of machines of this computer when it shuts down or sleeps, or when you log out</source>
        <translation>was aus Maschinen dieses Computers wird, wenn er herunterfährt oder schläft oder Sie sich abmelden</translation>
    </message>
    <message>
        <source>let other programs of this session see the machines</source>
        <translation>andere Programme dieser Sitzung die Maschinen sehen lassen</translation>
    </message>
    <message>
        <source>operations that lose data, which other programs may start all the same</source>
        <translation>Vorgänge, bei denen Daten verloren gehen und die andere Programme trotzdem beginnen dürfen</translation>
    </message>
    <message>
        <source>entries kept; the oldest go first</source>
        <translation>aufbewahrte Einträge; die ältesten gehen zuerst</translation>
    </message>
</context>
<context>
    <name>AddressLine</name>
    <message>
        <source>Copy %1</source>
        <comment>button: an address</comment>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>BatchLine</name>
    <message>
        <source>%1 of %2 done</source>
        <comment>machines</comment>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still shutting down</source>
        <comment>machines</comment>
        <translation>
            <numerusform>%n fährt noch herunter</numerusform>
            <numerusform>%n fahren noch herunter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>operation: how far it is</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancel the Rest</source>
        <comment>button: what has not begun of an operation on many machines</comment>
        <translation>Rest abbrechen</translation>
    </message>
    <message>
        <source>Try All Again</source>
        <comment>button: what failed of an operation on many machines</comment>
        <translation>Alle erneut versuchen</translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <comment>button: failures</comment>
        <translation>Alle schließen</translation>
    </message>
</context>
<context>
    <name>BulkButton</name>
    <message>
        <source>%1 (%2)</source>
        <comment>operation (number of machines)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>None of the selected machines allows it now.</source>
        <translation>Keine der ausgewählten Maschinen erlaubt es jetzt.</translation>
    </message>
</context>
<context>
    <name>BulkConfirm</name>
    <message numerus="yes">
        <source>%1 %n machine(s)?</source>
        <comment>operation</comment>
        <translation>
            <numerusform>%n Maschine %1?</numerusform>
            <numerusform>%n Maschinen %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1: %2</source>
        <comment>state: number</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>%1: %2?</source>
        <comment>operation, name of a machine</comment>
        <translation>%1: %2?</translation>
    </message>
    <message>
        <source>It has changed since you asked. Look at it again.</source>
        <translation>Sie hat sich geändert, seit Sie gefragt haben. Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It has changed since you asked.</source>
        <translation>Sie hat sich geändert, seit Sie gefragt haben.</translation>
    </message>
</context>
<context>
    <name>CredentialsDialog</name>
    <message>
        <source>Authenticate</source>
        <comment>window title</comment>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>%1 asks who you are.</source>
        <comment>name of a host</comment>
        <translation>%1 fragt, wer Sie sind.</translation>
    </message>
    <message>
        <source>Keep it in the keyring</source>
        <translation>Im Schlüsselbund aufheben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Authenticate</source>
        <comment>button: give a password</comment>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Choose a machine</source>
        <translation>Wählen Sie eine Maschine</translation>
    </message>
    <message>
        <source>What it is, what it costs and what can be done with it is shown here.</source>
        <translation>Hier steht dann, was sie ist, was sie kostet und was man mit ihr tun kann.</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Allocated</source>
        <comment>storage</comment>
        <translation>Belegt</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>%1 %2, %3 %4</source>
        <comment>read 3 KiB/s, written 5 KiB/s</comment>
        <translation>%1 %2, %3 %4</translation>
    </message>
    <message>
        <source>Displays</source>
        <comment>heading</comment>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>fact</comment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>It has neither disks nor interfaces nor displays.</source>
        <translation>Sie hat weder Datenträger noch Netzwerkkarten noch Anzeigen.</translation>
    </message>
</context>
<context>
    <name>DiskCards</name>
    <message>
        <source>Disks</source>
        <comment>heading</comment>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>allocated of capacity</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Source</source>
        <comment>fact: file of a disk</comment>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>nothing inserted</source>
        <comment>drive</comment>
        <translation>nichts eingelegt</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>fact: rates</comment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Name</source>
        <comment>field</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Title</source>
        <comment>field</comment>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <comment>field</comment>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>field</comment>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <comment>field</comment>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>office, old</source>
        <comment>example of tags</comment>
        <translation>Büro, alt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>button: names and texts</comment>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>What happens to this machine from now on is told here.</source>
        <translation>Was mit dieser Maschine von nun an geschieht, steht hier.</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>%1: %2</source>
        <comment>what it is: its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <comment>button: what it is</comment>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <comment>graph</comment>
        <translation>Nichts wurde gemessen</translation>
    </message>
</context>
<context>
    <name>GuestScreen</name>
    <message>
        <source>It has no screen.</source>
        <comment>a machine</comment>
        <translation>Sie hat keinen Bildschirm.</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Hold to %1</source>
        <comment>Hold to power off</comment>
        <translation>Halten: %1</translation>
    </message>
</context>
<context>
    <name>HostDevices</name>
    <message>
        <source>Storage pools</source>
        <comment>heading</comment>
        <translation>Speicherpools</translation>
    </message>
    <message>
        <source>not active</source>
        <comment>storage pool</comment>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>allocated of capacity</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Path</source>
        <comment>fact: of a storage pool</comment>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Free</source>
        <comment>fact: room in a storage pool</comment>
        <translation>Frei</translation>
    </message>
    <message>
        <source>This host has no storage pools.</source>
        <translation>Dieser Host hat keine Speicherpools.</translation>
    </message>
    <message>
        <source>Networks</source>
        <comment>heading</comment>
        <translation>Netzwerke</translation>
    </message>
    <message>
        <source>isolated</source>
        <comment>network</comment>
        <translation>isoliert</translation>
    </message>
    <message>
        <source>not active</source>
        <comment>network</comment>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <source>Bridge</source>
        <comment>fact: of a network</comment>
        <translation>Bridge</translation>
    </message>
    <message>
        <source>Addresses</source>
        <comment>fact</comment>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>This host has no networks.</source>
        <translation>Dieser Host hat keine Netzwerke.</translation>
    </message>
</context>
<context>
    <name>HostDialog</name>
    <message>
        <source>Add a host</source>
        <translation>Host hinzufügen</translation>
    </message>
    <message>
        <source>Change a host</source>
        <translation>Host ändern</translation>
    </message>
    <message>
        <source>Address (libvirt URI)</source>
        <translation>Adresse (libvirt-URI)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Colour of its mark</source>
        <translation>Farbe seiner Markierung</translation>
    </message>
    <message>
        <source>Connect when virtmonitor starts</source>
        <translation>Verbinden, wenn virtmonitor startet</translation>
    </message>
    <message>
        <source>Only look, change nothing</source>
        <translation>Nur ansehen, nichts ändern</translation>
    </message>
    <message>
        <source>I know that, and want this address opened</source>
        <translation>Das weiß ich und will diese Adresse öffnen</translation>
    </message>
    <message>
        <source>Test</source>
        <comment>button: try a connection</comment>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinde…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>button</comment>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>HostEaters</name>
    <message>
        <source>Who uses it</source>
        <comment>heading: machines that cost most</comment>
        <translation>Wer ihn auslastet</translation>
    </message>
    <message>
        <source>Machines that use most</source>
        <translation>Maschinen mit dem größten Verbrauch</translation>
    </message>
    <message>
        <source>Nothing runs.</source>
        <comment>machines of a host</comment>
        <translation>Nichts läuft.</translation>
    </message>
    <message>
        <source>Rank the Machines</source>
        <comment>button: by what they use</comment>
        <translation>Maschinen ordnen</translation>
    </message>
    <message>
        <source>Measures all of them, as long as this is shown.</source>
        <translation>Misst sie alle, solange dies zu sehen ist.</translation>
    </message>
</context>
<context>
    <name>HostFacts</name>
    <message>
        <source>Host</source>
        <comment>heading</comment>
        <translation>Host</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>fact: of a host</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>fact: of a connection</comment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Version</source>
        <comment>fact</comment>
        <translation>Version</translation>
    </message>
    <message>
        <source>CPUs</source>
        <comment>fact</comment>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>fact</comment>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>HostHead</name>
    <message>
        <source>Connect now</source>
        <comment>button: a host</comment>
        <translation>Jetzt verbinden</translation>
    </message>
</context>
<context>
    <name>HostItem</name>
    <message>
        <source>The demo that comes with virtmonitor: these machines are not real.</source>
        <translation>Die Demo, die zu virtmonitor gehört: Diese Maschinen sind nicht echt.</translation>
    </message>
    <message>
        <source>Authenticate</source>
        <comment>button: give a password</comment>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <comment>button: to a host</comment>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Change %1</source>
        <comment>button: a host</comment>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>This is the demo.</source>
        <translation>Das ist die Demo.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>button: a host</comment>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Its machines stay as they are.</source>
        <translation>Seine Maschinen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>It goes when you add a host.</source>
        <translation>Sie verschwindet, wenn Sie einen Host hinzufügen.</translation>
    </message>
</context>
<context>
    <name>HostLine</name>
    <message>
        <source>Authenticate</source>
        <comment>button: give a password</comment>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button: connect to a host</comment>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>HostNotice</name>
    <message>
        <source>Try again</source>
        <comment>button: connect to a host</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Connect…</source>
        <comment>button: to a real host</comment>
        <translation>Verbinden…</translation>
    </message>
</context>
<context>
    <name>HostPage</name>
    <message>
        <source>CPU</source>
        <comment>graph</comment>
        <translation>CPU</translation>
    </message>
    <message>
        <source>all of the host</source>
        <comment>graph</comment>
        <translation>ganzer Host</translation>
    </message>
</context>
<context>
    <name>HostShareLists</name>
    <message>
        <source>Most CPU</source>
        <comment>list of machines</comment>
        <translation>Meiste CPU</translation>
    </message>
    <message>
        <source>Most memory</source>
        <comment>list of machines</comment>
        <translation>Meister Speicher</translation>
    </message>
</context>
<context>
    <name>HostStates</name>
    <message>
        <source>%1: %2</source>
        <comment>state: number</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>HostSummary</name>
    <message>
        <source>CPU</source>
        <comment>share of a host&apos;s processors in use</comment>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>memory of a host in use</comment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <comment>button: which machines take most of the host</comment>
        <translation>Wer ihn auslastet</translation>
    </message>
    <message>
        <source>Next try: %1.</source>
        <comment>in 12 s</comment>
        <translation>Nächster Versuch: %1.</translation>
    </message>
    <message>
        <source>Last read %1.</source>
        <comment>12 s ago</comment>
        <translation>Zuletzt gelesen %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button: connect to a host</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Connect…</source>
        <comment>button: to a real host</comment>
        <translation>Verbinden…</translation>
    </message>
</context>
<context>
    <name>HostsPage</name>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Try all again</source>
        <comment>button: connect to all hosts</comment>
        <translation>Alle erneut versuchen</translation>
    </message>
    <message>
        <source>Add a host</source>
        <comment>button</comment>
        <translation>Host hinzufügen</translation>
    </message>
    <message>
        <source>No host yet</source>
        <translation>Noch kein Host</translation>
    </message>
    <message>
        <source>Add the computer whose virtual machines you want to see.</source>
        <translation>Fügen Sie den Rechner hinzu, dessen virtuelle Maschinen Sie sehen möchten.</translation>
    </message>
</context>
<context>
    <name>HostsWindow</name>
    <message>
        <source>Hosts</source>
        <comment>window title</comment>
        <translation>Hosts</translation>
    </message>
</context>
<context>
    <name>InterfaceCards</name>
    <message>
        <source>Network</source>
        <comment>heading</comment>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>MAC</source>
        <comment>fact</comment>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>fact: rates</comment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a machine: operation</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>asked, for %1; waiting for the guest</source>
        <translation>seit %1 gebeten; warte auf das Gastsystem</translation>
    </message>
    <message>
        <source>The guest has not shut down for %1.</source>
        <translation>Das Gastsystem fährt seit %1 nicht herunter.</translation>
    </message>
    <message>
        <source>done; can be undone for %1</source>
        <translation>erledigt; noch %1 rückgängig zu machen</translation>
    </message>
    <message>
        <source>is being cancelled</source>
        <comment>an operation under way</comment>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>job: what there is to say</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button: a job</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <comment>button: an operation that failed</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Wait longer</source>
        <comment>button: for a guest to shut down</comment>
        <translation>Länger warten</translation>
    </message>
    <message>
        <source>Hold to Power Off</source>
        <comment>button: a guest that does not shut down</comment>
        <translation>Halten zum Ausschalten</translation>
    </message>
    <message>
        <source>Power off</source>
        <comment>button: a guest that does not shut down</comment>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>button</comment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <comment>button: a message</comment>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>JobsBar</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) under way</source>
        <translation>
            <numerusform>%n Vorgang läuft</numerusform>
            <numerusform>%n Vorgänge laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <comment>button: failures</comment>
        <translation>Alle schließen</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>it crashed</source>
        <translation>abgestürzt</translation>
    </message>
    <message>
        <source>powered off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>it failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>moved to another host</source>
        <translation>auf einen anderen Host verschoben</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>from its saved memory</source>
        <translation>aus dem gespeicherten Speicher</translation>
    </message>
    <message>
        <source>from a snapshot</source>
        <translation>aus einem Schnappschuss</translation>
    </message>
    <message>
        <source>woken up</source>
        <translation>aufgeweckt</translation>
    </message>
    <message>
        <source>a disk failed</source>
        <translation>ein Datenträger ist ausgefallen</translation>
    </message>
    <message>
        <source>its watchdog fired</source>
        <translation>sein Watchdog hat ausgelöst</translation>
    </message>
    <message>
        <source>starts with the host</source>
        <translation>startet mit dem Host</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>most vCPUs</source>
        <translation>höchstens vCPUs</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>most memory</source>
        <translation>höchstens Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Left under way: %1</source>
        <translation>Lief beim Beenden noch: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Starts, stops, crashes, changes and what is done from here are kept here.</source>
        <translation>Hier werden Starts, Stopps, Abstürze, Änderungen und was von hier aus getan wird aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>JournalRow</name>
    <message>
        <source>%1: %2</source>
        <comment>a machine and what happened to it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>JournalWindow</name>
    <message>
        <source>Journal</source>
        <comment>window title</comment>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>LoadGraphs</name>
    <message>
        <source>CPU</source>
        <comment>graph</comment>
        <translation>CPU</translation>
    </message>
    <message>
        <source>all vCPUs</source>
        <comment>graph</comment>
        <translation>alle vCPUs</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>graph</comment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>used</source>
        <comment>graph: memory</comment>
        <translation>genutzt</translation>
    </message>
    <message>
        <source>Disk</source>
        <comment>graph</comment>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>read</source>
        <comment>graph: disk</comment>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>written</source>
        <comment>graph: disk</comment>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>Network</source>
        <comment>graph</comment>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>received</source>
        <comment>graph: network</comment>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>sent</source>
        <comment>graph: network</comment>
        <translation>gesendet</translation>
    </message>
</context>
<context>
    <name>MachineHead</name>
    <message>
        <source>%1, %2</source>
        <comment>name of a machine, its state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No favourite any more</source>
        <translation>Kein Favorit mehr</translation>
    </message>
    <message>
        <source>Make it a favourite</source>
        <translation>Zu den Favoriten</translation>
    </message>
    <message>
        <source>Console</source>
        <comment>button</comment>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Sie läuft nicht.</translation>
    </message>
    <message>
        <source>More</source>
        <comment>button: menu of operations</comment>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>MachineMenu</name>
    <message>
        <source>Space</source>
        <comment>key</comment>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Screen</source>
        <comment>menu: show the machine&apos;s screen</comment>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Strg+O</translation>
    </message>
    <message>
        <source>Serial Console</source>
        <comment>menu</comment>
        <translation>Serielle Konsole</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <source>Send Ctrl+Alt+Del</source>
        <comment>menu</comment>
        <translation>Strg+Alt+Entf senden</translation>
    </message>
    <message>
        <source>Favourite</source>
        <comment>menu: a machine that stands above the others</comment>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Strg+D</translation>
    </message>
    <message>
        <source>Name, Title and Tags…</source>
        <comment>menu</comment>
        <translation>Name, Titel und Schlagwörter…</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Do Not Start With Host</source>
        <comment>menu</comment>
        <translation>Nicht mit dem Host starten</translation>
    </message>
    <message>
        <source>Start With Host</source>
        <comment>menu</comment>
        <translation>Mit dem Host starten</translation>
    </message>
</context>
<context>
    <name>MachinePage</name>
    <message>
        <source>Overview</source>
        <comment>page</comment>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Resources</source>
        <comment>page</comment>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Devices</source>
        <comment>page</comment>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <comment>page</comment>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <source>XML</source>
        <comment>page</comment>
        <translation>XML</translation>
    </message>
    <message>
        <source>Events</source>
        <comment>page</comment>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>MachineRow</name>
    <message>
        <source>It ran before virtmonitor looked, and libvirt does not tell since when.</source>
        <translation>Sie lief schon, bevor virtmonitor hinsah, und libvirt sagt nicht, seit wann.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name of a machine, its state</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>MachineTable</name>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>virtmonitor</source>
        <comment>window title</comment>
        <translation>virtmonitor</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>NoMachines</name>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No machine is here now</source>
        <translation>Hier ist gerade keine Maschine</translation>
    </message>
    <message>
        <source>No hosts</source>
        <translation>Keine Hosts</translation>
    </message>
    <message>
        <source>No machines</source>
        <translation>Keine Maschinen</translation>
    </message>
    <message>
        <source>The search looks at names, titles, addresses, states, tags and UUIDs.</source>
        <translation>Gesucht wird in Namen, Titeln, Adressen, Zuständen, Schlagwörtern und UUIDs.</translation>
    </message>
    <message>
        <source>Choose another place at the side.</source>
        <translation>Wählen Sie an der Seite einen anderen Ort.</translation>
    </message>
    <message>
        <source>Machines that are defined on a connected host are shown here.</source>
        <translation>Hier stehen Maschinen, die auf einem verbundenen Host definiert sind.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <comment>button</comment>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Add a host</source>
        <comment>button</comment>
        <translation>Host hinzufügen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>%1 crashed</source>
        <translation>%1 ist abgestürzt</translation>
    </message>
    <message>
        <source>The kernel of %1 panicked</source>
        <translation>Kernel-Panik in %1</translation>
    </message>
    <message>
        <source>A disk of %1 failed</source>
        <translation>Ein Datenträger von %1 ist ausgefallen</translation>
    </message>
    <message>
        <source>The watchdog of %1 fired</source>
        <translation>Der Watchdog von %1 hat ausgelöst</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 ist beendet</translation>
    </message>
    <message>
        <source>No connection to %1</source>
        <translation>Keine Verbindung zu %1</translation>
    </message>
    <message>
        <source>%1 is connected again</source>
        <translation>%1 ist wieder verbunden</translation>
    </message>
    <message>
        <source>It did not work: %1</source>
        <translation>Es hat nicht geklappt: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <source>The snapshot of %1 is made</source>
        <translation>Der Schnappschuss von %1 ist fertig</translation>
    </message>
    <message>
        <source>Its process on the host ended.</source>
        <translation>Ihr Prozess auf dem Host ist zu Ende.</translation>
    </message>
    <message>
        <source>The disk of the host is full.</source>
        <translation>Der Datenträger des Hosts ist voll.</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>Die Maschine ist angehalten.</translation>
    </message>
    <message>
        <source>It was shut down, but not from here.</source>
        <translation>Sie wurde heruntergefahren, aber nicht von hier.</translation>
    </message>
    <message>
        <source>It was powered off, but not from here.</source>
        <translation>Sie wurde ausgeschaltet, aber nicht von hier.</translation>
    </message>
    <message>
        <source>The host&apos;s libvirt stopped it.</source>
        <translation>Das libvirt des Hosts hat sie beendet.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Wieder starten</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) stopped</source>
        <translation>
            <numerusform>%n Maschine ist beendet</numerusform>
            <numerusform>%n Maschinen sind beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) crashed</source>
        <translation>
            <numerusform>%n Maschine ist abgestürzt</numerusform>
            <numerusform>%n Maschinen sind abgestürzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) happened</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>On host %1</source>
        <translation>Auf dem Host %1</translation>
    </message>
</context>
<context>
    <name>OperationOptions</name>
    <message>
        <source>Delete its saved memory too</source>
        <translation>Auch ihren gesicherten Speicher löschen</translation>
    </message>
    <message>
        <source>Delete its UEFI variables too</source>
        <translation>Auch ihre UEFI-Variablen löschen</translation>
    </message>
    <message>
        <source>Delete the state of its TPM too</source>
        <translation>Auch den Zustand ihres TPM löschen</translation>
    </message>
    <message>
        <source>Forget its snapshots too</source>
        <translation>Auch ihre Schnappschüsse vergessen</translation>
    </message>
    <message>
        <source>Forget its checkpoints too</source>
        <translation>Auch ihre Prüfpunkte vergessen</translation>
    </message>
    <message>
        <source>Delete the snapshots made from it too</source>
        <translation>Auch die davon abgeleiteten Schnappschüsse löschen</translation>
    </message>
</context>
<context>
    <name>OverviewFacts</name>
    <message>
        <source>State</source>
        <comment>fact</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1, since %2 (%3)</source>
        <comment>state, moment, how long ago</comment>
        <translation>%1, seit %2 (%3)</translation>
    </message>
    <message>
        <source>%1, since before virtmonitor looked</source>
        <comment>state</comment>
        <translation>%1, schon bevor virtmonitor hinsah</translation>
    </message>
    <message>
        <source>Guest</source>
        <comment>fact: its operating system</comment>
        <translation>Gastsystem</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>fact</comment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <comment>fact</comment>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>fact</comment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <comment>fact</comment>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <source>Starts</source>
        <comment>fact: when a machine is started</comment>
        <translation>Start</translation>
    </message>
    <message>
        <source>with its host</source>
        <translation>mit ihrem Host</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>fact: virtualization, architecture</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>UUID</source>
        <comment>fact</comment>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>fact</comment>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Description</source>
        <comment>fact</comment>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>Popup</name>
    <message>
        <source>virtmonitor</source>
        <comment>window title</comment>
        <translation>virtmonitor</translation>
    </message>
</context>
<context>
    <name>PopupEmpty</name>
    <message>
        <source>No host yet</source>
        <translation>Noch kein Host</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinde…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>No machines yet</source>
        <translation>Noch keine Maschinen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No machine runs</source>
        <translation>Keine Maschine läuft</translation>
    </message>
    <message>
        <source>Add the computer whose virtual machines you want to see.</source>
        <translation>Fügen Sie den Rechner hinzu, dessen virtuelle Maschinen Sie sehen möchten.</translation>
    </message>
    <message>
        <source>What is made on this host, with virt-manager or virt-install, appears here at once.</source>
        <translation>Was auf diesem Host entsteht, mit virt-manager oder virt-install, erscheint hier sofort.</translation>
    </message>
    <message>
        <source>No machine fits the search and the filters.</source>
        <translation>Keine Maschine passt zu Suche und Filtern.</translation>
    </message>
    <message>
        <source>Those that are shut off are hidden, as the settings have it.</source>
        <translation>Ausgeschaltete sind ausgeblendet, wie es in den Einstellungen steht.</translation>
    </message>
    <message>
        <source>Add a host</source>
        <comment>button</comment>
        <translation>Host hinzufügen</translation>
    </message>
    <message>
        <source>Open the window</source>
        <comment>button</comment>
        <translation>Fenster öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button: connect to a host</comment>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show all</source>
        <comment>button: all machines</comment>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>PopupHead</name>
    <message>
        <source>Open the window</source>
        <comment>button</comment>
        <translation>Fenster öffnen</translation>
    </message>
    <message>
        <source>Keep open</source>
        <comment>button: the popup stays when another window is used</comment>
        <translation>Offen lassen</translation>
    </message>
</context>
<context>
    <name>PopupList</name>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
</context>
<context>
    <name>PopupRow</name>
    <message>
        <source>%1, %2</source>
        <comment>name of a machine, its state</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>PrimaryButton</name>
    <message>
        <source>%1 %2</source>
        <comment>operation, name of a machine</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>QueryState</name>
    <message>
        <source>Reading</source>
        <translation>Lese</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button: read something</comment>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>QuitWindow</name>
    <message>
        <source>Quit virtmonitor?</source>
        <comment>window title</comment>
        <translation>virtmonitor beenden?</translation>
    </message>
    <message>
        <source>These operations are under way. The hosts may go on with them, but nobody here hears how they end.</source>
        <translation>Diese Vorgänge laufen noch. Die Hosts machen damit vielleicht weiter, aber niemand hier erfährt, wie sie enden.</translation>
    </message>
    <message>
        <source>Quit</source>
        <comment>button: end the program</comment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>button: do not end the program</comment>
        <translation>Weitermachen</translation>
    </message>
</context>
<context>
    <name>RateLine</name>
    <message>
        <source>%1: %2</source>
        <comment>what it is: its value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ResourceControl</name>
    <message>
        <source>%1 of %2</source>
        <comment>amount, the most there can be</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Apply</source>
        <comment>button: vCPUs or memory</comment>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <comment>button: vCPUs or memory</comment>
        <translation>So lassen</translation>
    </message>
</context>
<context>
    <name>ResourceGroup</name>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Wirkt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>%1 now</source>
        <comment>resource: amount while it runs</comment>
        <translation>%1 jetzt</translation>
    </message>
    <message>
        <source>%1 at the next start</source>
        <comment>resource</comment>
        <translation>%1 beim nächsten Start</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <comment>resource: the most that it can have</comment>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>Takes effect at the next start; until then at most %1.</source>
        <translation>Wirkt ab dem nächsten Start; bis dahin höchstens %1.</translation>
    </message>
</context>
<context>
    <name>ResourceRow</name>
    <message>
        <source>Apply</source>
        <comment>button</comment>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Put back</source>
        <comment>button: the number as it was</comment>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ResourcesPage</name>
    <message>
        <source>vCPUs</source>
        <comment>resource</comment>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>resource</comment>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>%1 %2</source>
        <comment>operation, name of a machine</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Screen</source>
        <comment>button: show the machine&apos;s screen</comment>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Sie läuft nicht.</translation>
    </message>
    <message>
        <source>Show in the window</source>
        <comment>button: a machine</comment>
        <translation>Im Fenster zeigen</translation>
    </message>
    <message>
        <source>Favourite</source>
        <comment>button: a machine that stands above the others</comment>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>More</source>
        <comment>button: all that can be done with a machine</comment>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>RowDetails</name>
    <message>
        <source>Disks</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>vCPUs of %1</source>
        <comment>name of a machine</comment>
        <translation>vCPUs von %1</translation>
    </message>
    <message>
        <source>Memory of %1</source>
        <comment>name of a machine</comment>
        <translation>Speicher von %1</translation>
    </message>
</context>
<context>
    <name>RowSummary</name>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
</context>
<context>
    <name>ScreenView</name>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>It is off.</source>
        <comment>a machine&apos;s screen</comment>
        <translation>Sie ist aus.</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected machines</source>
        <translation>Ausgewählte Maschinen</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>machines</comment>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <comment>button</comment>
        <translation>Auswahl aufheben</translation>
    </message>
</context>
<context>
    <name>SessionEndWindow</name>
    <message>
        <source>Machines run here</source>
        <comment>window title</comment>
        <translation>Hier laufen Maschinen</translation>
    </message>
    <message>
        <source>The computer is about to stop. What shall become of these machines?</source>
        <translation>Der Computer hält gleich an. Was soll aus diesen Maschinen werden?</translation>
    </message>
    <message>
        <source>Your session is about to end. What shall become of these machines?</source>
        <translation>Ihre Sitzung endet gleich. Was soll aus diesen Maschinen werden?</translation>
    </message>
    <message>
        <source>You stay logged in. What shall become of these machines?</source>
        <translation>Sie bleiben angemeldet. Was soll aus diesen Maschinen werden?</translation>
    </message>
    <message>
        <source>Without an answer they are left as they are.</source>
        <translation>Ohne Antwort bleiben sie, wie sie sind.</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>button: save the memory of machines and stop them</comment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Shut down</source>
        <comment>button: ask guests to shut down</comment>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>Stay</source>
        <comment>button: do not log out</comment>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Leave them</source>
        <comment>button: let machines be</comment>
        <translation>So lassen</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a setting and its unit</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Back to the default of: %1</source>
        <translation>Zurück zur Vorgabe von: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a setting and one of its values</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
        <source>Hosts…</source>
        <comment>button</comment>
        <translation>Hosts…</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <comment>window title</comment>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>ShareList</name>
    <message>
        <source>Nothing measured yet</source>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a machine: what it takes of the host</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>diese Liste</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>search; or begin to type in the list</source>
        <translation>suchen; oder in der Liste zu tippen beginnen</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>clear the search, then the selection</source>
        <translation>Suche leeren, dann Auswahl aufheben</translation>
    </message>
    <message>
        <source>Up, Down, Page Up, Page Down, Home, End</source>
        <translation>Auf, Ab, Bild auf, Bild ab, Pos1, Ende</translation>
    </message>
    <message>
        <source>go through the machines</source>
        <translation>durch die Maschinen gehen</translation>
    </message>
    <message>
        <source>Shift with these</source>
        <translation>Dazu Umschalt</translation>
    </message>
    <message>
        <source>select from here to there</source>
        <translation>von hier bis dort auswählen</translation>
    </message>
    <message>
        <source>Ctrl+Space, Ctrl+click</source>
        <translation>Strg+Leertaste, Strg+Klick</translation>
    </message>
    <message>
        <source>select one more, or one less</source>
        <translation>eine mehr auswählen, oder eine weniger</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Strg+A</translation>
    </message>
    <message>
        <source>select all that are shown</source>
        <translation>alle gezeigten auswählen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>go to the machine&apos;s page</source>
        <translation>zur Seite der Maschine gehen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>start, resume or shut down the machine</source>
        <translation>Maschine starten, fortsetzen oder herunterfahren</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>all that can be done with the machine</source>
        <translation>alles, was man mit der Maschine tun kann</translation>
    </message>
    <message>
        <source>Alt+1 … Alt+6</source>
        <translation>Alt+1 … Alt+6</translation>
    </message>
    <message>
        <source>the pages of a machine</source>
        <translation>die Seiten einer Maschine</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Strg+D</translation>
    </message>
    <message>
        <source>make the machine a favourite, or not</source>
        <translation>Maschine zum Favoriten machen, oder nicht mehr</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>from the places to the list to the page</source>
        <translation>von den Orten zur Liste zur Seite</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>connect to hosts again</source>
        <translation>Hosts erneut verbinden</translation>
    </message>
    <message>
        <source>Left, Right in a graph</source>
        <translation>Links, Rechts in einem Graphen</translation>
    </message>
    <message>
        <source>read older and newer values</source>
        <translation>ältere und neuere Werte lesen</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Strg+W</translation>
    </message>
    <message>
        <source>close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Strg+Q</translation>
    </message>
    <message>
        <source>quit; the machines go on</source>
        <translation>beenden; die Maschinen laufen weiter</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Strg+J</translation>
    </message>
    <message>
        <source>the journal: what happened</source>
        <translation>das Journal: was geschehen ist</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Strg+,</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>die Einstellungen</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>change its name, title, description and tags</source>
        <translation>Name, Titel, Beschreibung und Schlagwörter ändern</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Strg+O</translation>
    </message>
    <message>
        <source>its screen</source>
        <translation>ihr Bildschirm</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <source>its serial console</source>
        <translation>ihre serielle Konsole</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <comment>heading</comment>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>button</comment>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Hosts</source>
        <comment>heading</comment>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>heading</comment>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Hosts…</source>
        <comment>button: add and change hosts</comment>
        <translation>Hosts…</translation>
    </message>
    <message>
        <source>Journal</source>
        <comment>button: what happened</comment>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Settings…</source>
        <comment>button</comment>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <comment>button: list of keys</comment>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>SidebarFilters</name>
    <message>
        <source>All machines</source>
        <comment>filter</comment>
        <translation>Alle Maschinen</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>filter</comment>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>filter</comment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>filter</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <comment>filter</comment>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Favourites</source>
        <comment>filter</comment>
        <translation>Favoriten</translation>
    </message>
</context>
<context>
    <name>SidebarItem</name>
    <message>
        <source>%1: %2</source>
        <comment>state: number</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>SnapshotForm</name>
    <message>
        <source>Name of the snapshot</source>
        <translation>Name des Schnappschusses</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Only the disks, not the memory</source>
        <translation>Nur die Datenträger, nicht den Speicher</translation>
    </message>
</context>
<context>
    <name>SnapshotRow</name>
    <message>
        <source>It has no memory: the machine is off afterwards.</source>
        <comment>a snapshot</comment>
        <translation>Er hat keinen Arbeitsspeicher: Die Maschine ist danach aus.</translation>
    </message>
    <message>
        <source>with memory</source>
        <comment>snapshot</comment>
        <translation>mit Speicher</translation>
    </message>
    <message>
        <source>disks only</source>
        <comment>snapshot</comment>
        <translation>nur Datenträger</translation>
    </message>
    <message>
        <source>the machine goes on from here</source>
        <comment>snapshot</comment>
        <translation>die Maschine läuft von hier weiter</translation>
    </message>
</context>
<context>
    <name>SnapshotsPage</name>
    <message>
        <source>No snapshots</source>
        <translation>Keine Schnappschüsse</translation>
    </message>
    <message>
        <source>A snapshot keeps the disks, and the memory if the machine runs, as they are now.</source>
        <translation>Ein Schnappschuss hält die Datenträger und, wenn die Maschine läuft, den Speicher fest, wie sie jetzt sind.</translation>
    </message>
</context>
<context>
    <name>StateChips</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>filter</comment>
        <translation>Laufen</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>filter</comment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>filter</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <comment>filter</comment>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Unknown state</source>
        <translation>Unbekannter Zustand</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>Fährt herunter</translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Schläft</translation>
    </message>
</context>
<context>
    <name>TableColumns</name>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>CPU</source>
        <comment>column</comment>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>column</comment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <comment>column</comment>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Network</source>
        <comment>column</comment>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>column</comment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Uptime</source>
        <comment>column</comment>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Host</source>
        <comment>column</comment>
        <translation>Host</translation>
    </message>
</context>
<context>
    <name>TableHead</name>
    <message>
        <source>not sorted</source>
        <translation>nicht sortiert</translation>
    </message>
    <message>
        <source>sorted, largest first</source>
        <translation>sortiert, größte zuerst</translation>
    </message>
    <message>
        <source>sorted, smallest first</source>
        <translation>sortiert, kleinste zuerst</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>UsageBar</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>VcpuGraphs</name>
    <message>
        <source>Each vCPU</source>
        <comment>heading</comment>
        <translation>Jede vCPU</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number of a vCPU: its load</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>XmlBar</name>
    <message>
        <source>What runs</source>
        <comment>button: XML of what runs, not of the next start</comment>
        <translation>Was läuft</translation>
    </message>
    <message>
        <source>History</source>
        <comment>button: definitions that were kept</comment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Review changes</source>
        <comment>button: of a definition</comment>
        <translation>Änderungen ansehen</translation>
    </message>
</context>
<context>
    <name>XmlHistory</name>
    <message>
        <source>Definitions that were kept</source>
        <translation>Aufgehobene Definitionen</translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <comment>time; operation</comment>
        <translation>%1, davor: %2</translation>
    </message>
    <message>
        <source>Compare and restore</source>
        <comment>button: a kept definition</comment>
        <translation>Vergleichen und wiederherstellen</translation>
    </message>
    <message>
        <source>Nothing was kept yet: no change was made from here.</source>
        <translation>Noch nichts aufgehoben: Von hier wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>XmlPage</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The definition was changed by somebody else meanwhile; what you edited would be refused.</source>
        <translation>Die Definition wurde inzwischen von jemand anderem geändert; Ihre Bearbeitung würde abgelehnt.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <comment>button: a definition</comment>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Definition</source>
        <comment>editor</comment>
        <translation>Definition</translation>
    </message>
    <message>
        <source>XML of what runs</source>
        <comment>editor</comment>
        <translation>XML dessen, was läuft</translation>
    </message>
</context>
<context>
    <name>XmlReview</name>
    <message>
        <source>The texts differ, but they say the same: there is nothing to apply.</source>
        <translation>Die Texte unterscheiden sich, sagen aber dasselbe: Es gibt nichts anzuwenden.</translation>
    </message>
    <message>
        <source>This is what changes. It takes effect at the next start. What it replaces is kept.</source>
        <translation>Das ändert sich. Es wirkt ab dem nächsten Start. Was ersetzt wird, bleibt aufgehoben.</translation>
    </message>
    <message>
        <source>Changes</source>
        <comment>editor: difference of two definitions</comment>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <comment>button</comment>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <comment>button</comment>
        <translation>Weiter bearbeiten</translation>
    </message>
</context>
<context>
    <name>autostart</name>
    <message>
        <source>To show the virtual machines in the tray</source>
        <translation>Um die virtuellen Maschinen im Benachrichtigungsfeld zu zeigen</translation>
    </message>
    <message>
        <source>The desktop does not start programs of a sandbox.</source>
        <translation>Die Arbeitsumgebung startet keine Programme aus einer Sandbox.</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Connecting</source>
        <translation>Verbinde</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connected, read-only</source>
        <translation>Verbunden, nur lesend</translation>
    </message>
    <message>
        <source>Not connected, trying again</source>
        <translation>Nicht verbunden, versuche es erneut</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>This is a demo: the machines below are not real. Connect to a host to see yours.</source>
        <translation>Das ist eine Demo: Diese Maschinen sind nicht echt. Verbinden Sie einen Host, um Ihre zu sehen.</translation>
    </message>
    <message>
        <source>Connected read-only: you see everything and can change nothing.</source>
        <translation>Nur lesend verbunden: Sie sehen alles und können nichts ändern.</translation>
    </message>
</context>
<context>
    <name>console</name>
    <message>
        <source>There is no program to show a screen. Install virt-viewer: the package has that name.</source>
        <translation>Es gibt kein Programm, das einen Bildschirm zeigt. Installieren Sie virt-viewer: Das Paket heißt so.</translation>
    </message>
    <message>
        <source>There is no terminal program, or no virsh. Install the packages xterm and libvirt-clients.</source>
        <translation>Es gibt kein Terminalprogramm oder kein virsh. Installieren Sie die Pakete xterm und libvirt-clients.</translation>
    </message>
    <message>
        <source>The machines of the demo live inside this program: they have no screen and no console.</source>
        <translation>Die Maschinen der Demo leben in diesem Programm: Sie haben weder Bildschirm noch Konsole.</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>%1 konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>definition</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>afterwards</source>
        <translation>danach</translation>
    </message>
</context>
<context>
    <name>host</name>
    <message>
        <source>%1 of %2 run</source>
        <comment>machines that run, of all</comment>
        <translation>%1 von %2 laufen</translation>
    </message>
</context>
<context>
    <name>hosts</name>
    <message>
        <source>A host needs an address, for example qemu+ssh://user@host/system.</source>
        <translation>Ein Host braucht eine Adresse, zum Beispiel qemu+ssh://user@host/system.</translation>
    </message>
    <message>
        <source>There is a host named %1 already.</source>
        <translation>Einen Host namens %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Agree to it, or change the address.</source>
        <translation>Stimmen Sie dem zu, oder ändern Sie die Adresse.</translation>
    </message>
</context>
<context>
    <name>hosttest</name>
    <message numerus="yes">
        <source>It has %n machine(s).</source>
        <translation>
            <numerusform>Er hat %n Maschine.</numerusform>
            <numerusform>Er hat %n Maschinen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only to look: it is read-only.</source>
        <translation>Nur zum Ansehen: Er ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>It answers: %1, %2.</source>
        <comment>name and version of a host</comment>
        <translation>Er antwortet: %1, %2.</translation>
    </message>
</context>
<context>
    <name>memory</name>
    <message>
        <source>%1 of %2</source>
        <comment>used memory of all memory</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>operation</name>
    <message>
        <source>There is no such machine.</source>
        <translation>So eine Maschine gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>resources</name>
    <message>
        <source>Now, and after each start.</source>
        <translation>Sofort, und nach jedem Start.</translation>
    </message>
    <message>
        <source>Now, until it stops.</source>
        <translation>Sofort, bis sie endet.</translation>
    </message>
    <message>
        <source>From its next start on.</source>
        <translation>Ab ihrem nächsten Start.</translation>
    </message>
    <message>
        <source>Now %1, after a restart %2</source>
        <comment>amounts of memory or of vCPUs</comment>
        <translation>Jetzt %1, nach einem Neustart %2</translation>
    </message>
    <message>
        <source>Needs a restart: it was started with at most %1.</source>
        <comment>memory or vCPUs</comment>
        <translation>Braucht einen Neustart: Sie wurde mit höchstens %1 gestartet.</translation>
    </message>
</context>
<context>
    <name>service</name>
    <message>
        <source>There is no connection to %1.</source>
        <comment>a host</comment>
        <translation>Es gibt keine Verbindung zu %1.</translation>
    </message>
    <message>
        <source>It is switched off.</source>
        <comment>an operation</comment>
        <translation>Es ist abgeschaltet.</translation>
    </message>
    <message>
        <source>%1 is under way already.</source>
        <comment>an operation</comment>
        <translation>%1 läuft bereits.</translation>
    </message>
</context>
<context>
    <name>sessionend</name>
    <message>
        <source>Machines run here: %1</source>
        <translation>Hier laufen Maschinen: %1</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Desktop</source>
        <translation>Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Popup</source>
        <translation>Aufklappfenster</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Andere Programme</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>So lassen, wie sie sind</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Mich fragen</translation>
    </message>
    <message>
        <source>Save them</source>
        <translation>Sie sichern</translation>
    </message>
    <message>
        <source>Shut them down</source>
        <translation>Sie herunterfahren</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Platten</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Start with the session, in the tray</source>
        <translation>Mit der Sitzung starten, im Benachrichtigungsfeld</translation>
    </message>
    <message>
        <source>Language, from the next start on</source>
        <translation>Sprache, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>Animationen</translation>
    </message>
</context>
<context>
    <name>shares</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>machines</comment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shortcut</name>
    <message>
        <source>Show the virtual machines</source>
        <translation>Die virtuellen Maschinen zeigen</translation>
    </message>
</context>
<context>
    <name>state</name>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>Fährt herunter</translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Schläft</translation>
    </message>
    <message>
        <source>Paused by an I/O error</source>
        <translation>Durch einen E/A-Fehler angehalten</translation>
    </message>
    <message>
        <source>Paused by its watchdog</source>
        <translation>Von ihrem Watchdog angehalten</translation>
    </message>
    <message>
        <source>Paused for migration</source>
        <translation>Für den Umzug angehalten</translation>
    </message>
    <message>
        <source>Paused to be saved</source>
        <translation>Zum Sichern angehalten</translation>
    </message>
    <message>
        <source>Paused for a snapshot</source>
        <translation>Für einen Schnappschuss angehalten</translation>
    </message>
    <message>
        <source>Paused after a crash</source>
        <translation>Nach einem Absturz angehalten</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Paused by a failed operation</source>
        <translation>Durch einen fehlgeschlagenen Vorgang angehalten</translation>
    </message>
    <message>
        <source>Shut off by a crash</source>
        <translation>Durch einen Absturz ausgeschaltet</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Failed to start</source>
        <translation>Start fehlgeschlagen</translation>
    </message>
    <message>
        <source>Moved to another host</source>
        <translation>Auf einen anderen Host umgezogen</translation>
    </message>
    <message>
        <source>Crashed: the guest panicked</source>
        <translation>Abgestürzt: Panik im Gastsystem</translation>
    </message>
</context>
<context>
    <name>tray</name>
    <message>
        <source>This desktop has no tray for icons: virtmonitor is here as long as this window is open.</source>
        <translation>Diese Arbeitsumgebung hat kein Feld für Symbole: virtmonitor ist da, solange dieses Fenster offen ist.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>%1 more…</source>
        <translation>%1 weitere…</translation>
    </message>
    <message>
        <source>Open virtmonitor</source>
        <translation>virtmonitor öffnen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1 of %2 machines run</source>
        <translation>%1 von %2 Maschinen laufen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>y</source>
        <translation>J</translation>
    </message>
    <message>
        <source>d</source>
        <translation>T</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>over</source>
        <translation>über</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>12 s ago</comment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>in 12 s</comment>
        <translation>in %1</translation>
    </message>
</context>
<context>
    <name>vcpus</name>
    <message>
        <source>%1 of %2</source>
        <comment>vCPUs in use of vCPUs possible</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
</TS>
