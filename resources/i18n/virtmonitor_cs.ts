<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cs" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Definition changed</source>
        <translation>Definice změněna</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Smazán</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Spuštěn</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pozastaven</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Pokračuje</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Zastaven</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>Vypíná se</translation>
    </message>
    <message>
        <source>Guest sleeps</source>
        <translation>Systém spí</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Spadl</translation>
    </message>
    <message>
        <source>Rebooted</source>
        <translation>Restartován</translation>
    </message>
    <message>
        <source>Watchdog fired</source>
        <translation>Zasáhl watchdog</translation>
    </message>
    <message>
        <source>Disk error</source>
        <translation>Chyba disku</translation>
    </message>
    <message>
        <source>Block job</source>
        <translation>Bloková úloha</translation>
    </message>
    <message>
        <source>Device added</source>
        <translation>Zařízení přidáno</translation>
    </message>
    <message>
        <source>Device removed</source>
        <translation>Zařízení odebráno</translation>
    </message>
    <message>
        <source>Memory error of the host</source>
        <translation>Chyba paměti hostitele</translation>
    </message>
    <message>
        <source>Disk changed</source>
        <translation>Disk vyměněn</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Nalezen</translation>
    </message>
    <message>
        <source>Configuration changed</source>
        <translation>Nastavení změněno</translation>
    </message>
    <message>
        <source>Done from here</source>
        <translation>Provedeno odtud</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Spojení</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Neběží.</translation>
    </message>
    <message>
        <source>It runs; it has to be shut off for this.</source>
        <translation>Běží; k tomuhle musí být vypnutý.</translation>
    </message>
    <message>
        <source>Its state does not allow it.</source>
        <translation>Jeho stav to nedovoluje.</translation>
    </message>
    <message>
        <source>It is paused; resume it first.</source>
        <translation>Je pozastavený; nejdřív ho nechte pokračovat.</translation>
    </message>
    <message>
        <source>The guest sleeps; wake it up first.</source>
        <translation>Hostovaný systém spí; nejdřív ho probuďte.</translation>
    </message>
    <message>
        <source>It is shutting down.</source>
        <translation>Vypíná se.</translation>
    </message>
    <message>
        <source>The guest has crashed.</source>
        <translation>Hostovaný systém spadl.</translation>
    </message>
    <message>
        <source>This host&apos;s libvirt driver cannot do this.</source>
        <translation>Ovladač libvirtu na tomto hostiteli to neumí.</translation>
    </message>
    <message>
        <source>The connection to the host is read-only.</source>
        <translation>Spojení s hostitelem je jen pro čtení.</translation>
    </message>
    <message>
        <source>It is transient: it has no definition that outlives it.</source>
        <translation>Je dočasný: nemá definici, která by ho přežila.</translation>
    </message>
    <message>
        <source>It has no saved memory.</source>
        <translation>Nemá uloženou paměť.</translation>
    </message>
    <message>
        <source>It has no snapshots.</source>
        <translation>Nemá žádné snímky.</translation>
    </message>
    <message>
        <source>It is transient: when it stops, it is gone from the list. Its definition is kept.</source>
        <translation>Je dočasný: až skončí, zmizí ze seznamu. Jeho definice se uschová.</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Už neexistuje.</translation>
    </message>
    <message>
        <source>Change it now, at the next start, or both</source>
        <translation>Změnit hned, při příštím spuštění, nebo obojí</translation>
    </message>
    <message>
        <source>Name of the snapshot</source>
        <translation>Název snímku</translation>
    </message>
    <message>
        <source>How the guest is asked</source>
        <translation>Jak se hostovaný systém požádá</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Spustit</translation>
    </message>
    <message>
        <source>Starts the domain, from its saved memory if it has one.</source>
        <translation>Spustí stroj, a má-li uloženou paměť, pak z ní.</translation>
    </message>
    <message>
        <source>Shut Down</source>
        <translation>Vypnout</translation>
    </message>
    <message>
        <source>Asks the guest to shut down. It may take its time, or ignore it.</source>
        <translation>Požádá hostovaný systém o vypnutí. Může to trvat, nebo to systém nemusí poslechnout.</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>Restartovat</translation>
    </message>
    <message>
        <source>Asks the guest to reboot. It may take its time, or ignore it.</source>
        <translation>Požádá hostovaný systém o restart. Může to trvat, nebo to systém nemusí poslechnout.</translation>
    </message>
    <message>
        <source>Power Off</source>
        <translation>Vypnout natvrdo</translation>
    </message>
    <message>
        <source>Stops the domain at once, like pulling its plug.</source>
        <translation>Okamžitě stroj vypne, jako vytažením ze zásuvky.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Resetovat</translation>
    </message>
    <message>
        <source>Resets the domain at once, like its reset button.</source>
        <translation>Okamžitě stroj resetuje, jako tlačítkem Reset.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pozastavit</translation>
    </message>
    <message>
        <source>Stops its CPUs. Its memory stays where it is.</source>
        <translation>Zastaví jeho procesory. Paměť zůstane na místě.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Pokračovat</translation>
    </message>
    <message>
        <source>Lets its CPUs run again.</source>
        <translation>Nechá jeho procesory zase běžet.</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Uspat</translation>
    </message>
    <message>
        <source>Asks the guest to sleep or hibernate; it needs the guest agent.</source>
        <translation>Požádá hostovaný systém o uspání; potřebuje v něm agenta.</translation>
    </message>
    <message>
        <source>Wake Up</source>
        <translation>Probudit</translation>
    </message>
    <message>
        <source>Wakes up a guest that sleeps.</source>
        <translation>Probudí hostovaný systém, který spí.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Saves its memory on the host and stops it. The next start continues.</source>
        <translation>Uloží jeho paměť na hostiteli a zastaví ho. Příští spuštění naváže.</translation>
    </message>
    <message>
        <source>Remove Saved Memory</source>
        <translation>Odstranit uloženou paměť</translation>
    </message>
    <message>
        <source>Removes the saved memory: the next start boots.</source>
        <translation>Odstraní uloženou paměť: příští spuštění systém znovu zavede.</translation>
    </message>
    <message>
        <source>Set CPUs</source>
        <translation>Nastavit procesory</translation>
    </message>
    <message>
        <source>Sets the number of virtual CPUs. The most it can have changes at its next start.</source>
        <translation>Nastaví počet virtuálních procesorů. Nejvíc možných se změní při příštím spuštění.</translation>
    </message>
    <message>
        <source>Set Memory</source>
        <translation>Nastavit paměť</translation>
    </message>
    <message>
        <source>Sets the memory of the domain. The most it can have changes at its next start.</source>
        <translation>Nastaví paměť stroje. Nejvíc možné se změní při příštím spuštění.</translation>
    </message>
    <message>
        <source>Start With Host</source>
        <translation>Spouštět s hostitelem</translation>
    </message>
    <message>
        <source>Starts the domain when its host starts, or not.</source>
        <translation>Spustí stroj při startu hostitele, nebo ne.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Přejmenovat</translation>
    </message>
    <message>
        <source>Gives the domain another name. Its UUID stays.</source>
        <translation>Dá stroji jiné jméno. UUID zůstane.</translation>
    </message>
    <message>
        <source>Set Title</source>
        <translation>Nastavit titulek</translation>
    </message>
    <message>
        <source>Sets the title, a short line for people.</source>
        <translation>Nastaví titulek, krátký řádek pro lidi.</translation>
    </message>
    <message>
        <source>Set Description</source>
        <translation>Nastavit popis</translation>
    </message>
    <message>
        <source>Sets the description, a text for people.</source>
        <translation>Nastaví popis, text pro lidi.</translation>
    </message>
    <message>
        <source>Change Definition</source>
        <translation>Změnit definici</translation>
    </message>
    <message>
        <source>Replaces its definition. What it replaces is kept.</source>
        <translation>Nahradí jeho definici. Nahrazená se uschová.</translation>
    </message>
    <message>
        <source>Restore Definition</source>
        <translation>Obnovit definici</translation>
    </message>
    <message>
        <source>Puts a definition that was kept back in force.</source>
        <translation>Vrátí v platnost uschovanou definici.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Smazat</translation>
    </message>
    <message>
        <source>Deletes its definition, which is kept to be restored. Disks stay.</source>
        <translation>Smaže jeho definici, ale uschová ji k obnovení. Disky zůstanou.</translation>
    </message>
    <message>
        <source>Take Snapshot</source>
        <translation>Vytvořit snímek</translation>
    </message>
    <message>
        <source>Keeps its disks, and its memory if it runs.</source>
        <translation>Uchová jeho disky, a pokud běží, i paměť.</translation>
    </message>
    <message>
        <source>Return to Snapshot</source>
        <translation>Vrátit ke snímku</translation>
    </message>
    <message>
        <source>Puts disks and memory back as they were.</source>
        <translation>Vrátí disky a paměť do původního stavu.</translation>
    </message>
    <message>
        <source>Delete Snapshot</source>
        <translation>Smazat snímek</translation>
    </message>
    <message>
        <source>Deletes a snapshot. The domain stays as it is.</source>
        <translation>Smaže snímek. Stroj zůstane, jak je.</translation>
    </message>
    <message>
        <source>Take Screenshot</source>
        <translation>Vyfotit obrazovku</translation>
    </message>
    <message>
        <source>A picture of its screen.</source>
        <translation>Snímek jeho obrazovky.</translation>
    </message>
    <message>
        <source>Send Keys</source>
        <translation>Poslat klávesy</translation>
    </message>
    <message>
        <source>Presses keys together, such as Ctrl+Alt+Del.</source>
        <translation>Stiskne klávesy najednou, například Ctrl+Alt+Del.</translation>
    </message>
    <message>
        <source>Send NMI</source>
        <translation>Poslat NMI</translation>
    </message>
    <message>
        <source>Sends a non-maskable interrupt, for a guest that hangs.</source>
        <translation>Pošle nemaskovatelné přerušení, pro systém, který zamrzl.</translation>
    </message>
    <message>
        <source>Cancel Job</source>
        <translation>Zrušit úlohu</translation>
    </message>
    <message>
        <source>Cancels the job that libvirt does with it.</source>
        <translation>Zruší úlohu, kterou na něm libvirt provádí.</translation>
    </message>
    <message>
        <source>It runs already.</source>
        <translation>Už běží.</translation>
    </message>
    <message>
        <source>What the guest has not written to its disks is lost.</source>
        <translation>Co hostovaný systém nezapsal na disky, bude ztraceno.</translation>
    </message>
    <message>
        <source>Its CPUs are stopped already.</source>
        <translation>Jeho procesory už stojí.</translation>
    </message>
    <message>
        <source>It is not paused.</source>
        <translation>Není pozastavený.</translation>
    </message>
    <message>
        <source>The guest does not sleep.</source>
        <translation>Hostovaný systém nespí.</translation>
    </message>
    <message>
        <source>The saved memory, with what ran in the guest, is lost.</source>
        <translation>Uložená paměť, se vším, co v systému běželo, bude ztracena.</translation>
    </message>
    <message>
        <source>It goes away from the list. Its definition is kept, its disks are not touched.</source>
        <translation>Zmizí ze seznamu. Definice se uschová, disků se to nedotkne.</translation>
    </message>
    <message>
        <source>All that changed on its disks and in its memory since is lost.</source>
        <translation>Vše, co se od té doby změnilo na jeho discích a v paměti, bude ztraceno.</translation>
    </message>
    <message>
        <source>The snapshot cannot be returned to any more.</source>
        <translation>Ke snímku už se nepůjde vrátit.</translation>
    </message>
    <message>
        <source>Many guests answer it by crashing, to be examined.</source>
        <translation>Mnoho systémů na to odpoví pádem, aby se daly prozkoumat.</translation>
    </message>
    <message>
        <source>Leave it paused</source>
        <translation>Nechat ho pozastavený</translation>
    </message>
    <message>
        <source>Boot afresh instead of from the saved memory</source>
        <translation>Zavést znovu místo pokračování z uložené paměti</translation>
    </message>
    <message>
        <source>Give up rather than force its process</source>
        <translation>Raději to vzdát než jeho proces ukončit násilím</translation>
    </message>
    <message>
        <source>Where the guest keeps its memory</source>
        <translation>Kam si systém uloží paměť</translation>
    </message>
    <message>
        <source>Number of virtual CPUs</source>
        <translation>Počet virtuálních procesorů</translation>
    </message>
    <message>
        <source>Set the most it can have, not what it has</source>
        <translation>Nastavit nejvíc možné, ne současné množství</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Paměť</translation>
    </message>
    <message>
        <source>Start it with its host</source>
        <translation>Spouštět ho s hostitelem</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nové jméno</translation>
    </message>
    <message>
        <source>Title; empty removes it</source>
        <translation>Titulek; prázdný ho odstraní</translation>
    </message>
    <message>
        <source>Description; empty removes it</source>
        <translation>Popis; prázdný ho odstraní</translation>
    </message>
    <message>
        <source>The new definition</source>
        <translation>Nová definice</translation>
    </message>
    <message>
        <source>The definition that was edited, or its digest</source>
        <translation>Definice, která se upravovala, nebo její otisk</translation>
    </message>
    <message>
        <source>Check it against libvirt&apos;s schema</source>
        <translation>Zkontrolovat podle schématu libvirtu</translation>
    </message>
    <message>
        <source>Which one; empty is the latest that differs</source>
        <translation>Která; prázdná znamená poslední odlišnou</translation>
    </message>
    <message>
        <source>Also its saved memory</source>
        <translation>Také jeho uloženou paměť</translation>
    </message>
    <message>
        <source>Also what libvirt knows of its snapshots</source>
        <translation>Také to, co libvirt ví o jeho snímcích</translation>
    </message>
    <message>
        <source>Also what libvirt knows of its checkpoints</source>
        <translation>Také to, co libvirt ví o jeho kontrolních bodech</translation>
    </message>
    <message>
        <source>Also its UEFI variables</source>
        <translation>Také jeho proměnné UEFI</translation>
    </message>
    <message>
        <source>Also the state of its TPM</source>
        <translation>Také stav jeho TPM</translation>
    </message>
    <message>
        <source>Name; empty lets libvirt choose one</source>
        <translation>Název; prázdný nechá vybrat libvirt</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Popis</translation>
    </message>
    <message>
        <source>Only the disks, not the memory</source>
        <translation>Jen disky, bez paměti</translation>
    </message>
    <message>
        <source>Let the guest agent freeze its file systems meanwhile</source>
        <translation>Nechat agenta mezitím zmrazit jeho souborové systémy</translation>
    </message>
    <message>
        <source>How it is afterwards</source>
        <translation>V jakém stavu bude potom</translation>
    </message>
    <message>
        <source>Also when the definitions do not fit</source>
        <translation>I když si definice neodpovídají</translation>
    </message>
    <message>
        <source>Also the snapshots made from it</source>
        <translation>Také snímky z něj vytvořené</translation>
    </message>
    <message>
        <source>Only the snapshots made from it</source>
        <translation>Jen snímky z něj vytvořené</translation>
    </message>
    <message>
        <source>Only what libvirt knows of it</source>
        <translation>Jen to, co o něm ví libvirt</translation>
    </message>
    <message>
        <source>Number of the screen</source>
        <translation>Číslo obrazovky</translation>
    </message>
    <message>
        <source>Keys pressed together</source>
        <translation>Současně stisknuté klávesy</translation>
    </message>
    <message>
        <source>How long they are held</source>
        <translation>Jak dlouho se drží</translation>
    </message>
    <message>
        <source>Its saved memory is thrown away.</source>
        <translation>Jeho uložená paměť se zahodí.</translation>
    </message>
    <message>
        <source>Its saved memory is lost.</source>
        <translation>Jeho uložená paměť bude ztracena.</translation>
    </message>
    <message>
        <source>What libvirt knows of its checkpoints is lost.</source>
        <translation>Co libvirt ví o jeho kontrolních bodech, bude ztraceno.</translation>
    </message>
    <message>
        <source>Its UEFI variables are lost.</source>
        <translation>Jeho proměnné UEFI budou ztraceny.</translation>
    </message>
    <message>
        <source>The state of its TPM, and what was sealed with it, is lost.</source>
        <translation>Stav jeho TPM, a co jím bylo zapečetěno, bude ztracen.</translation>
    </message>
    <message>
        <source>how often the visible rows are read</source>
        <translation>jak často se čtou viditelné řádky</translation>
    </message>
    <message>
        <source>how often an opened machine is read</source>
        <translation>jak často se čte otevřený stroj</translation>
    </message>
    <message>
        <source>how often a guest is asked for its addresses</source>
        <translation>jak často se hosta ptáme na jeho adresy</translation>
    </message>
    <message>
        <source>a host silent for three times this is lost</source>
        <translation>hostitel, který mlčí třikrát tak dlouho, je ztracen</translation>
    </message>
    <message>
        <source>show notices at all</source>
        <translation>vůbec zobrazovat oznámení</translation>
    </message>
    <message>
        <source>a machine crashed</source>
        <translation>stroj spadl</translation>
    </message>
    <message>
        <source>the guest&apos;s kernel panicked</source>
        <translation>jádro hosta zpanikařilo</translation>
    </message>
    <message>
        <source>a disk failed or the host&apos;s disk is full</source>
        <translation>selhal disk nebo je disk hostitele plný</translation>
    </message>
    <message>
        <source>the guest&apos;s watchdog fired</source>
        <translation>zasáhl watchdog hosta</translation>
    </message>
    <message>
        <source>a machine stopped and you did not do it here</source>
        <translation>stroj se zastavil a neudělali jste to zde</translation>
    </message>
    <message>
        <source>the connection to a host was lost</source>
        <translation>spojení s hostitelem se ztratilo</translation>
    </message>
    <message>
        <source>a lost host is back</source>
        <translation>ztracený hostitel je zpět</translation>
    </message>
    <message>
        <source>an operation that you started failed</source>
        <translation>operace, kterou jste spustili, selhala</translation>
    </message>
    <message>
        <source>a long operation that you started is done</source>
        <translation>dlouhá operace, kterou jste spustili, je hotova</translation>
    </message>
    <message>
        <source>a snapshot is made</source>
        <translation>snímek je vytvořen</translation>
    </message>
    <message>
        <source>start of the quiet hours, &quot;22:00&quot;; empty: none</source>
        <translation>začátek klidových hodin, „22:00“; prázdné: žádné</translation>
    </message>
    <message>
        <source>end of the quiet hours, &quot;07:00&quot;</source>
        <translation>konec klidových hodin, „07:00“</translation>
    </message>
    <message>
        <source>crashes and disk failures are shown in quiet hours too</source>
        <translation>pády a selhání disků se zobrazují i v klidových hodinách</translation>
    </message>
    <message>
        <source>show machines that are shut off</source>
        <translation>zobrazovat vypnuté stroje</translation>
    </message>
    <message>
        <source>machines shown without scrolling</source>
        <translation>stroje zobrazené bez posouvání</translation>
    </message>
    <message>
        <source>favourites above running machines above the others</source>
        <translation>oblíbené nad běžícími stroji a ty nad ostatními</translation>
    </message>
    <message>
        <source>what is shown of each machine</source>
        <translation>co se o každém stroji zobrazuje</translation>
    </message>
    <message>
        <source>start with the session, in the tray; written only when you ask for it</source>
        <translation>spouštět s relací, v oznamovací oblasti; zapíše se jen na vaše přání</translation>
    </message>
    <message>
        <source>language of the interface from the next start on: &quot;cs&quot;, &quot;de&quot; or &quot;en&quot;; empty: the system&apos;s</source>
        <translation>jazyk rozhraní od příštího spuštění: „cs“, „de“ nebo „en“; prázdné: jazyk systému</translation>
    </message>
    <message>
        <source>style of the controls, from the next start on</source>
        <translation>styl ovládacích prvků, od příštího spuštění</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>světlé nebo tmavé</translation>
    </message>
    <message>
        <source>whether anything moves that does not have to</source>
        <translation>zda se hýbe i to, co nemusí</translation>
    </message>
    <message>
        <source>closing the window leaves the tray icon, where there is a tray</source>
        <translation>zavření okna ponechá ikonu v oznamovací oblasti, pokud tam je</translation>
    </message>
    <message>
        <source>ask the desktop for a keyboard shortcut that shows the popup, where it can give one</source>
        <translation>požádat prostředí o klávesovou zkratku pro vyskakovací okno, pokud ji umí dát</translation>
    </message>
    <message>
        <source>what becomes of machines of this computer when it shuts down or sleeps, or when you log out</source>
        <translation>co se stane se stroji tohoto počítače při jeho vypnutí nebo uspání či při odhlášení</translation>
    </message>
    <message>
        <source>let other programs of this session see the machines</source>
        <translation>nechat jiné programy této relace vidět stroje</translation>
    </message>
    <message>
        <source>operations that lose data, which other programs may start all the same</source>
        <translation>operace, při nichž se ztrácejí data a které smějí jiné programy přesto spustit</translation>
    </message>
    <message>
        <source>entries kept; the oldest go first</source>
        <translation>uchovávané záznamy; nejstarší mizí první</translation>
    </message>
</context>
<context>
    <name>AddressLine</name>
    <message>
        <source>Copy %1</source>
        <comment>button: an address</comment>
        <translation>Zkopírovat %1</translation>
    </message>
</context>
<context>
    <name>BatchLine</name>
    <message>
        <source>%1 of %2 done</source>
        <comment>machines</comment>
        <translation>%1 z %2 hotovo</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n selhala</numerusform>
            <numerusform>%n selhaly</numerusform>
            <numerusform>%n selhalo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still shutting down</source>
        <comment>machines</comment>
        <translation>
            <numerusform>%n se ještě vypíná</numerusform>
            <numerusform>%n se ještě vypínají</numerusform>
            <numerusform>%n se ještě vypíná</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n zrušena</numerusform>
            <numerusform>%n zrušeny</numerusform>
            <numerusform>%n zrušeno</numerusform>
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
        <translation>Zrušit zbytek</translation>
    </message>
    <message>
        <source>Try All Again</source>
        <comment>button: what failed of an operation on many machines</comment>
        <translation>Zkusit vše znovu</translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <comment>button: failures</comment>
        <translation>Zavřít vše</translation>
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
        <translation>Žádný z vybraných strojů to teď nedovoluje.</translation>
    </message>
</context>
<context>
    <name>BulkConfirm</name>
    <message numerus="yes">
        <source>%1 %n machine(s)?</source>
        <comment>operation</comment>
        <translation>
            <numerusform>%1 %n stroj?</numerusform>
            <numerusform>%1 %n stroje?</numerusform>
            <numerusform>%1 %n strojů?</numerusform>
        </translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Stroje</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Zrušit</translation>
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
        <translation>Od vašeho požadavku se změnil. Podívejte se na něj znovu.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>It has changed since you asked.</source>
        <translation>Od vašeho požadavku se změnil.</translation>
    </message>
</context>
<context>
    <name>CredentialsDialog</name>
    <message>
        <source>Authenticate</source>
        <comment>window title</comment>
        <translation>Ověření</translation>
    </message>
    <message>
        <source>%1 asks who you are.</source>
        <comment>name of a host</comment>
        <translation>%1 se ptá, kdo jste.</translation>
    </message>
    <message>
        <source>Keep it in the keyring</source>
        <translation>Uchovat v klíčence</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Authenticate</source>
        <comment>button: give a password</comment>
        <translation>Ověřit</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Choose a machine</source>
        <translation>Vyberte stroj</translation>
    </message>
    <message>
        <source>What it is, what it costs and what can be done with it is shown here.</source>
        <translation>Tady se ukáže, co je zač, kolik spotřebuje a co s ním jde dělat.</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Allocated</source>
        <comment>storage</comment>
        <translation>Přiděleno</translation>
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
        <translation>Displeje</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>fact</comment>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>It has neither disks nor interfaces nor displays.</source>
        <translation>Nemá disky, síťová rozhraní ani displeje.</translation>
    </message>
</context>
<context>
    <name>DiskCards</name>
    <message>
        <source>Disks</source>
        <comment>heading</comment>
        <translation>Disky</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>jen pro čtení</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>allocated of capacity</comment>
        <translation>%1 z %2</translation>
    </message>
    <message>
        <source>Source</source>
        <comment>fact: file of a disk</comment>
        <translation>Zdroj</translation>
    </message>
    <message>
        <source>nothing inserted</source>
        <comment>drive</comment>
        <translation>nic vloženo</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>fact: rates</comment>
        <translation>Teď</translation>
    </message>
    <message>
        <source>read</source>
        <translation>čtení</translation>
    </message>
    <message>
        <source>written</source>
        <translation>zápis</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Name</source>
        <comment>field</comment>
        <translation>Název</translation>
    </message>
    <message>
        <source>Title</source>
        <comment>field</comment>
        <translation>Titulek</translation>
    </message>
    <message>
        <source>Description</source>
        <comment>field</comment>
        <translation>Popis</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>field</comment>
        <translation>Štítky</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <comment>field</comment>
        <translation>Štítky oddělené čárkami</translation>
    </message>
    <message>
        <source>office, old</source>
        <comment>example of tags</comment>
        <translation>kancelář, staré</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>button: names and texts</comment>
        <translation>Uložit</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Události</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Zatím se nic nestalo</translation>
    </message>
    <message>
        <source>What happens to this machine from now on is told here.</source>
        <translation>Co se s tímto strojem odteď stane, bude tady.</translation>
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
        <translation>Zkopírovat %1</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>now</source>
        <translation>teď</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>před %1 s</translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <comment>graph</comment>
        <translation>Nic nebylo změřeno</translation>
    </message>
</context>
<context>
    <name>GuestScreen</name>
    <message>
        <source>It has no screen.</source>
        <comment>a machine</comment>
        <translation>Nemá obrazovku.</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Hold to %1</source>
        <comment>Hold to power off</comment>
        <translation>Podržte: %1</translation>
    </message>
</context>
<context>
    <name>HostDevices</name>
    <message>
        <source>Storage pools</source>
        <comment>heading</comment>
        <translation>Úložiště</translation>
    </message>
    <message>
        <source>not active</source>
        <comment>storage pool</comment>
        <translation>neaktivní</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>allocated of capacity</comment>
        <translation>%1 z %2</translation>
    </message>
    <message>
        <source>Path</source>
        <comment>fact: of a storage pool</comment>
        <translation>Cesta</translation>
    </message>
    <message>
        <source>Free</source>
        <comment>fact: room in a storage pool</comment>
        <translation>Volné</translation>
    </message>
    <message>
        <source>This host has no storage pools.</source>
        <translation>Tento hostitel nemá žádná úložiště.</translation>
    </message>
    <message>
        <source>Networks</source>
        <comment>heading</comment>
        <translation>Sítě</translation>
    </message>
    <message>
        <source>isolated</source>
        <comment>network</comment>
        <translation>izolovaná</translation>
    </message>
    <message>
        <source>not active</source>
        <comment>network</comment>
        <translation>neaktivní</translation>
    </message>
    <message>
        <source>Bridge</source>
        <comment>fact: of a network</comment>
        <translation>Most</translation>
    </message>
    <message>
        <source>Addresses</source>
        <comment>fact</comment>
        <translation>Adresy</translation>
    </message>
    <message>
        <source>This host has no networks.</source>
        <translation>Tento hostitel nemá žádné sítě.</translation>
    </message>
</context>
<context>
    <name>HostDialog</name>
    <message>
        <source>Add a host</source>
        <translation>Přidat hostitele</translation>
    </message>
    <message>
        <source>Change a host</source>
        <translation>Změnit hostitele</translation>
    </message>
    <message>
        <source>Address (libvirt URI)</source>
        <translation>Adresa (URI libvirtu)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Jméno</translation>
    </message>
    <message>
        <source>Colour of its mark</source>
        <translation>Barva jeho značky</translation>
    </message>
    <message>
        <source>Connect when virtmonitor starts</source>
        <translation>Připojit při spuštění virtmonitoru</translation>
    </message>
    <message>
        <source>Only look, change nothing</source>
        <translation>Jen se dívat, nic neměnit</translation>
    </message>
    <message>
        <source>I know that, and want this address opened</source>
        <translation>Vím to, a chci tuto adresu otevřít</translation>
    </message>
    <message>
        <source>Test</source>
        <comment>button: try a connection</comment>
        <translation>Vyzkoušet</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Připojování…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button</comment>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>button</comment>
        <translation>Uložit</translation>
    </message>
</context>
<context>
    <name>HostEaters</name>
    <message>
        <source>Who uses it</source>
        <comment>heading: machines that cost most</comment>
        <translation>Kdo ho vytěžuje</translation>
    </message>
    <message>
        <source>Machines that use most</source>
        <translation>Nejnáročnější stroje</translation>
    </message>
    <message>
        <source>Nothing runs.</source>
        <comment>machines of a host</comment>
        <translation>Nic neběží.</translation>
    </message>
    <message>
        <source>Rank the Machines</source>
        <comment>button: by what they use</comment>
        <translation>Seřadit stroje</translation>
    </message>
    <message>
        <source>Measures all of them, as long as this is shown.</source>
        <translation>Měří je všechny, dokud je toto zobrazeno.</translation>
    </message>
</context>
<context>
    <name>HostFacts</name>
    <message>
        <source>Host</source>
        <comment>heading</comment>
        <translation>Hostitel</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>fact: of a host</comment>
        <translation>Jméno</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>fact: of a connection</comment>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>Version</source>
        <comment>fact</comment>
        <translation>Verze</translation>
    </message>
    <message>
        <source>CPUs</source>
        <comment>fact</comment>
        <translation>Procesory</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>fact</comment>
        <translation>Paměť</translation>
    </message>
</context>
<context>
    <name>HostHead</name>
    <message>
        <source>Connect now</source>
        <comment>button: a host</comment>
        <translation>Připojit teď</translation>
    </message>
</context>
<context>
    <name>HostItem</name>
    <message>
        <source>The demo that comes with virtmonitor: these machines are not real.</source>
        <translation>Ukázka, která je součástí virtmonitoru: tyto stroje nejsou skutečné.</translation>
    </message>
    <message>
        <source>Authenticate</source>
        <comment>button: give a password</comment>
        <translation>Ověřit</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <comment>button: to a host</comment>
        <translation>Připojit %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <comment>button: a host</comment>
        <translation>Změnit %1</translation>
    </message>
    <message>
        <source>This is the demo.</source>
        <translation>Toto je ukázka.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>button: a host</comment>
        <translation>Odebrat %1</translation>
    </message>
    <message>
        <source>Its machines stay as they are.</source>
        <translation>Jeho stroje zůstanou, jak jsou.</translation>
    </message>
    <message>
        <source>It goes when you add a host.</source>
        <translation>Zmizí, až přidáte hostitele.</translation>
    </message>
</context>
<context>
    <name>HostLine</name>
    <message>
        <source>Authenticate</source>
        <comment>button: give a password</comment>
        <translation>Ověřit</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button: connect to a host</comment>
        <translation>Zkusit znovu</translation>
    </message>
</context>
<context>
    <name>HostNotice</name>
    <message>
        <source>Try again</source>
        <comment>button: connect to a host</comment>
        <translation>Zkusit znovu</translation>
    </message>
    <message>
        <source>Connect…</source>
        <comment>button: to a real host</comment>
        <translation>Připojit…</translation>
    </message>
</context>
<context>
    <name>HostPage</name>
    <message>
        <source>CPU</source>
        <comment>graph</comment>
        <translation>Procesor</translation>
    </message>
    <message>
        <source>all of the host</source>
        <comment>graph</comment>
        <translation>celý hostitel</translation>
    </message>
</context>
<context>
    <name>HostShareLists</name>
    <message>
        <source>Most CPU</source>
        <comment>list of machines</comment>
        <translation>Nejvíc procesoru</translation>
    </message>
    <message>
        <source>Most memory</source>
        <comment>list of machines</comment>
        <translation>Nejvíc paměti</translation>
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
        <translation>Procesor</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>memory of a host in use</comment>
        <translation>Paměť</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <comment>button: which machines take most of the host</comment>
        <translation>Kdo ho vytěžuje</translation>
    </message>
    <message>
        <source>Next try: %1.</source>
        <comment>in 12 s</comment>
        <translation>Další pokus: %1.</translation>
    </message>
    <message>
        <source>Last read %1.</source>
        <comment>12 s ago</comment>
        <translation>Naposledy načteno %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button: connect to a host</comment>
        <translation>Zkusit znovu</translation>
    </message>
    <message>
        <source>Connect…</source>
        <comment>button: to a real host</comment>
        <translation>Připojit…</translation>
    </message>
</context>
<context>
    <name>HostsPage</name>
    <message>
        <source>Hosts</source>
        <translation>Hostitelé</translation>
    </message>
    <message>
        <source>Try all again</source>
        <comment>button: connect to all hosts</comment>
        <translation>Zkusit všechny znovu</translation>
    </message>
    <message>
        <source>Add a host</source>
        <comment>button</comment>
        <translation>Přidat hostitele</translation>
    </message>
    <message>
        <source>No host yet</source>
        <translation>Zatím žádný hostitel</translation>
    </message>
    <message>
        <source>Add the computer whose virtual machines you want to see.</source>
        <translation>Přidejte počítač, jehož virtuální stroje chcete vidět.</translation>
    </message>
</context>
<context>
    <name>HostsWindow</name>
    <message>
        <source>Hosts</source>
        <comment>window title</comment>
        <translation>Hostitelé</translation>
    </message>
</context>
<context>
    <name>InterfaceCards</name>
    <message>
        <source>Network</source>
        <comment>heading</comment>
        <translation>Síť</translation>
    </message>
    <message>
        <source>MAC</source>
        <comment>fact</comment>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>fact: rates</comment>
        <translation>Teď</translation>
    </message>
    <message>
        <source>received</source>
        <translation>přijato</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>odesláno</translation>
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
        <translation>požádán před %1; čeká se na systém</translation>
    </message>
    <message>
        <source>The guest has not shut down for %1.</source>
        <translation>Systém se nevypnul už %1.</translation>
    </message>
    <message>
        <source>done; can be undone for %1</source>
        <translation>hotovo; ještě %1 lze vrátit</translation>
    </message>
    <message>
        <source>is being cancelled</source>
        <comment>an operation under way</comment>
        <translation>ruší se</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>job: what there is to say</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>button: a job</comment>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Try Again</source>
        <comment>button: an operation that failed</comment>
        <translation>Zkusit znovu</translation>
    </message>
    <message>
        <source>Wait longer</source>
        <comment>button: for a guest to shut down</comment>
        <translation>Ještě počkat</translation>
    </message>
    <message>
        <source>Hold to Power Off</source>
        <comment>button: a guest that does not shut down</comment>
        <translation>Podržet a vypnout natvrdo</translation>
    </message>
    <message>
        <source>Power off</source>
        <comment>button: a guest that does not shut down</comment>
        <translation>Vypnout natvrdo</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>button</comment>
        <translation>Vrátit</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <comment>button: a message</comment>
        <translation>Zavřít</translation>
    </message>
</context>
<context>
    <name>JobsBar</name>
    <message>
        <source>Jobs</source>
        <translation>Úlohy</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) under way</source>
        <translation>
            <numerusform>%n operace probíhá</numerusform>
            <numerusform>%n operace probíhají</numerusform>
            <numerusform>%n operací probíhá</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n selhala</numerusform>
            <numerusform>%n selhaly</numerusform>
            <numerusform>%n selhalo</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <comment>button: failures</comment>
        <translation>Zavřít vše</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>it crashed</source>
        <translation>zhavaroval</translation>
    </message>
    <message>
        <source>powered off</source>
        <translation>vypnut natvrdo</translation>
    </message>
    <message>
        <source>it failed</source>
        <translation>selhal</translation>
    </message>
    <message>
        <source>moved to another host</source>
        <translation>přesunut na jiného hostitele</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>uložen</translation>
    </message>
    <message>
        <source>from its saved memory</source>
        <translation>z uložené paměti</translation>
    </message>
    <message>
        <source>from a snapshot</source>
        <translation>ze snímku</translation>
    </message>
    <message>
        <source>woken up</source>
        <translation>probuzen</translation>
    </message>
    <message>
        <source>a disk failed</source>
        <translation>chyba disku</translation>
    </message>
    <message>
        <source>its watchdog fired</source>
        <translation>zasáhl jeho watchdog</translation>
    </message>
    <message>
        <source>starts with the host</source>
        <translation>startuje s hostitelem</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titulek</translation>
    </message>
    <message>
        <source>description</source>
        <translation>popis</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>most vCPUs</source>
        <translation>nejvíc vCPU</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>paměť</translation>
    </message>
    <message>
        <source>most memory</source>
        <translation>nejvíc paměti</translation>
    </message>
    <message>
        <source>Left under way: %1</source>
        <translation>Při ukončení ještě probíhalo: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Nezdařilo se: %1</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Journal</source>
        <translation>Deník</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Zatím se nic nestalo</translation>
    </message>
    <message>
        <source>Starts, stops, crashes, changes and what is done from here are kept here.</source>
        <translation>Zde se uchovávají spuštění, zastavení, pády, změny a to, co se odtud provede.</translation>
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
        <translation>Deník</translation>
    </message>
</context>
<context>
    <name>LoadGraphs</name>
    <message>
        <source>CPU</source>
        <comment>graph</comment>
        <translation>Procesor</translation>
    </message>
    <message>
        <source>all vCPUs</source>
        <comment>graph</comment>
        <translation>všechny vCPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>graph</comment>
        <translation>Paměť</translation>
    </message>
    <message>
        <source>used</source>
        <comment>graph: memory</comment>
        <translation>využito</translation>
    </message>
    <message>
        <source>Disk</source>
        <comment>graph</comment>
        <translation>Disk</translation>
    </message>
    <message>
        <source>read</source>
        <comment>graph: disk</comment>
        <translation>čtení</translation>
    </message>
    <message>
        <source>written</source>
        <comment>graph: disk</comment>
        <translation>zápis</translation>
    </message>
    <message>
        <source>Network</source>
        <comment>graph</comment>
        <translation>Síť</translation>
    </message>
    <message>
        <source>received</source>
        <comment>graph: network</comment>
        <translation>přijato</translation>
    </message>
    <message>
        <source>sent</source>
        <comment>graph: network</comment>
        <translation>odesláno</translation>
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
        <translation>Odebrat z oblíbených</translation>
    </message>
    <message>
        <source>Make it a favourite</source>
        <translation>Přidat k oblíbeným</translation>
    </message>
    <message>
        <source>Console</source>
        <comment>button</comment>
        <translation>Konzole</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Neběží.</translation>
    </message>
    <message>
        <source>More</source>
        <comment>button: menu of operations</comment>
        <translation>Další</translation>
    </message>
</context>
<context>
    <name>MachineMenu</name>
    <message>
        <source>Space</source>
        <comment>key</comment>
        <translation>Mezerník</translation>
    </message>
    <message>
        <source>Screen</source>
        <comment>menu: show the machine&apos;s screen</comment>
        <translation>Obrazovka</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>Serial Console</source>
        <comment>menu</comment>
        <translation>Sériová konzole</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Send Ctrl+Alt+Del</source>
        <comment>menu</comment>
        <translation>Poslat Ctrl+Alt+Del</translation>
    </message>
    <message>
        <source>Favourite</source>
        <comment>menu: a machine that stands above the others</comment>
        <translation>Oblíbený</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Name, Title and Tags…</source>
        <comment>menu</comment>
        <translation>Název, titulek a štítky…</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Do Not Start With Host</source>
        <comment>menu</comment>
        <translation>Nespouštět s hostitelem</translation>
    </message>
    <message>
        <source>Start With Host</source>
        <comment>menu</comment>
        <translation>Spouštět s hostitelem</translation>
    </message>
</context>
<context>
    <name>MachinePage</name>
    <message>
        <source>Overview</source>
        <comment>page</comment>
        <translation>Přehled</translation>
    </message>
    <message>
        <source>Resources</source>
        <comment>page</comment>
        <translation>Prostředky</translation>
    </message>
    <message>
        <source>Devices</source>
        <comment>page</comment>
        <translation>Zařízení</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <comment>page</comment>
        <translation>Snímky</translation>
    </message>
    <message>
        <source>XML</source>
        <comment>page</comment>
        <translation>XML</translation>
    </message>
    <message>
        <source>Events</source>
        <comment>page</comment>
        <translation>Události</translation>
    </message>
</context>
<context>
    <name>MachineRow</name>
    <message>
        <source>It ran before virtmonitor looked, and libvirt does not tell since when.</source>
        <translation>Běžel už před spuštěním virtmonitoru a libvirt neříká, odkdy.</translation>
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
        <translation>Stroje</translation>
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
        <translation>Informace</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hotovo</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Varování</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Chyba</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
</context>
<context>
    <name>NoMachines</name>
    <message>
        <source>Nothing found</source>
        <translation>Nic nenalezeno</translation>
    </message>
    <message>
        <source>No machine is here now</source>
        <translation>Teď tu žádný stroj není</translation>
    </message>
    <message>
        <source>No hosts</source>
        <translation>Žádní hostitelé</translation>
    </message>
    <message>
        <source>No machines</source>
        <translation>Žádné stroje</translation>
    </message>
    <message>
        <source>The search looks at names, titles, addresses, states, tags and UUIDs.</source>
        <translation>Hledá se ve jménech, titulcích, adresách, stavech, štítcích a UUID.</translation>
    </message>
    <message>
        <source>Choose another place at the side.</source>
        <translation>Vyberte po straně jiné místo.</translation>
    </message>
    <message>
        <source>Machines that are defined on a connected host are shown here.</source>
        <translation>Tady se ukážou stroje definované na připojeném hostiteli.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <comment>button</comment>
        <translation>Vymazat hledání</translation>
    </message>
    <message>
        <source>Add a host</source>
        <comment>button</comment>
        <translation>Přidat hostitele</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>%1 crashed</source>
        <translation>%1: spadl</translation>
    </message>
    <message>
        <source>The kernel of %1 panicked</source>
        <translation>%1: jádro zpanikařilo</translation>
    </message>
    <message>
        <source>A disk of %1 failed</source>
        <translation>%1: selhal disk</translation>
    </message>
    <message>
        <source>The watchdog of %1 fired</source>
        <translation>%1: zasáhl watchdog</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1: zastaven</translation>
    </message>
    <message>
        <source>No connection to %1</source>
        <translation>Není spojení s %1</translation>
    </message>
    <message>
        <source>%1 is connected again</source>
        <translation>%1: znovu připojeno</translation>
    </message>
    <message>
        <source>It did not work: %1</source>
        <translation>Nepodařilo se: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Hotovo: %1</translation>
    </message>
    <message>
        <source>The snapshot of %1 is made</source>
        <translation>Snímek stroje %1 je hotov</translation>
    </message>
    <message>
        <source>Its process on the host ended.</source>
        <translation>Jeho proces na hostiteli skončil.</translation>
    </message>
    <message>
        <source>The disk of the host is full.</source>
        <translation>Disk hostitele je plný.</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>Stroj je pozastaven.</translation>
    </message>
    <message>
        <source>It was shut down, but not from here.</source>
        <translation>Byl vypnut, ale ne odtud.</translation>
    </message>
    <message>
        <source>It was powered off, but not from here.</source>
        <translation>Byl vypnut natvrdo, ale ne odtud.</translation>
    </message>
    <message>
        <source>The host&apos;s libvirt stopped it.</source>
        <translation>Zastavil ho libvirt hostitele.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Spustit znovu</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Zobrazit záznam</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) stopped</source>
        <translation>
            <numerusform>%n stroj se zastavil</numerusform>
            <numerusform>%n stroje se zastavily</numerusform>
            <numerusform>%n strojů se zastavilo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) crashed</source>
        <translation>
            <numerusform>%n stroj spadl</numerusform>
            <numerusform>%n stroje spadly</numerusform>
            <numerusform>%n strojů spadlo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) happened</source>
        <translation>
            <numerusform>%n událost</numerusform>
            <numerusform>%n události</numerusform>
            <numerusform>%n událostí</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>a %n další</numerusform>
            <numerusform>a %n další</numerusform>
            <numerusform>a %n dalších</numerusform>
        </translation>
    </message>
    <message>
        <source>On host %1</source>
        <translation>Na hostiteli %1</translation>
    </message>
</context>
<context>
    <name>OperationOptions</name>
    <message>
        <source>Delete its saved memory too</source>
        <translation>Smazat také uloženou paměť</translation>
    </message>
    <message>
        <source>Delete its UEFI variables too</source>
        <translation>Smazat také proměnné UEFI</translation>
    </message>
    <message>
        <source>Delete the state of its TPM too</source>
        <translation>Smazat také stav TPM</translation>
    </message>
    <message>
        <source>Forget its snapshots too</source>
        <translation>Zapomenout také snímky</translation>
    </message>
    <message>
        <source>Forget its checkpoints too</source>
        <translation>Zapomenout také kontrolní body</translation>
    </message>
    <message>
        <source>Delete the snapshots made from it too</source>
        <translation>Smazat také snímky z něj vytvořené</translation>
    </message>
</context>
<context>
    <name>OverviewFacts</name>
    <message>
        <source>State</source>
        <comment>fact</comment>
        <translation>Stav</translation>
    </message>
    <message>
        <source>%1, since %2 (%3)</source>
        <comment>state, moment, how long ago</comment>
        <translation>%1, od %2 (%3)</translation>
    </message>
    <message>
        <source>%1, since before virtmonitor looked</source>
        <comment>state</comment>
        <translation>%1, už před spuštěním virtmonitoru</translation>
    </message>
    <message>
        <source>Guest</source>
        <comment>fact: its operating system</comment>
        <translation>Systém</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>fact</comment>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <comment>fact</comment>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>fact</comment>
        <translation>Paměť</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <comment>fact</comment>
        <translation>Snímky</translation>
    </message>
    <message>
        <source>Starts</source>
        <comment>fact: when a machine is started</comment>
        <translation>Spouští se</translation>
    </message>
    <message>
        <source>with its host</source>
        <translation>s hostitelem</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>ručně</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>fact: virtualization, architecture</comment>
        <translation>Druh</translation>
    </message>
    <message>
        <source>UUID</source>
        <comment>fact</comment>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>fact</comment>
        <translation>Štítky</translation>
    </message>
    <message>
        <source>Description</source>
        <comment>fact</comment>
        <translation>Popis</translation>
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
        <translation>Zatím žádný hostitel</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Připojování…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nepřipojeno</translation>
    </message>
    <message>
        <source>No machines yet</source>
        <translation>Zatím žádné stroje</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nic nenalezeno</translation>
    </message>
    <message>
        <source>No machine runs</source>
        <translation>Neběží žádný stroj</translation>
    </message>
    <message>
        <source>Add the computer whose virtual machines you want to see.</source>
        <translation>Přidejte počítač, jehož virtuální stroje chcete vidět.</translation>
    </message>
    <message>
        <source>What is made on this host, with virt-manager or virt-install, appears here at once.</source>
        <translation>Co na tomto hostiteli vytvoříte, třeba ve virt-manageru nebo virt-install, se tady hned objeví.</translation>
    </message>
    <message>
        <source>No machine fits the search and the filters.</source>
        <translation>Hledání a filtrům žádný stroj neodpovídá.</translation>
    </message>
    <message>
        <source>Those that are shut off are hidden, as the settings have it.</source>
        <translation>Vypnuté jsou skryté, jak to určuje nastavení.</translation>
    </message>
    <message>
        <source>Add a host</source>
        <comment>button</comment>
        <translation>Přidat hostitele</translation>
    </message>
    <message>
        <source>Open the window</source>
        <comment>button</comment>
        <translation>Otevřít okno</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button: connect to a host</comment>
        <translation>Zkusit znovu</translation>
    </message>
    <message>
        <source>Show all</source>
        <comment>button: all machines</comment>
        <translation>Ukázat vše</translation>
    </message>
</context>
<context>
    <name>PopupHead</name>
    <message>
        <source>Open the window</source>
        <comment>button</comment>
        <translation>Otevřít okno</translation>
    </message>
    <message>
        <source>Keep open</source>
        <comment>button: the popup stays when another window is used</comment>
        <translation>Nechat otevřené</translation>
    </message>
</context>
<context>
    <name>PopupList</name>
    <message>
        <source>Machines</source>
        <translation>Stroje</translation>
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
        <translation>Čtení</translation>
    </message>
    <message>
        <source>Try again</source>
        <comment>button: read something</comment>
        <translation>Zkusit znovu</translation>
    </message>
</context>
<context>
    <name>QuitWindow</name>
    <message>
        <source>Quit virtmonitor?</source>
        <comment>window title</comment>
        <translation>Ukončit virtmonitor?</translation>
    </message>
    <message>
        <source>These operations are under way. The hosts may go on with them, but nobody here hears how they end.</source>
        <translation>Tyto operace probíhají. Hostitelé v nich mohou pokračovat, ale nikdo tu neuslyší, jak dopadly.</translation>
    </message>
    <message>
        <source>Quit</source>
        <comment>button: end the program</comment>
        <translation>Ukončit</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>button: do not end the program</comment>
        <translation>Pokračovat</translation>
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
        <translation>%1 z %2</translation>
    </message>
    <message>
        <source>Apply</source>
        <comment>button: vCPUs or memory</comment>
        <translation>Použít</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <comment>button: vCPUs or memory</comment>
        <translation>Nechat, jak je</translation>
    </message>
</context>
<context>
    <name>ResourceGroup</name>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Projeví se při příštím spuštění.</translation>
    </message>
    <message>
        <source>%1 now</source>
        <comment>resource: amount while it runs</comment>
        <translation>%1 teď</translation>
    </message>
    <message>
        <source>%1 at the next start</source>
        <comment>resource</comment>
        <translation>%1 při příštím spuštění</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <comment>resource: the most that it can have</comment>
        <translation>nejvýš %1</translation>
    </message>
    <message>
        <source>Takes effect at the next start; until then at most %1.</source>
        <translation>Projeví se při příštím spuštění; do té doby nejvýš %1.</translation>
    </message>
</context>
<context>
    <name>ResourceRow</name>
    <message>
        <source>Apply</source>
        <comment>button</comment>
        <translation>Použít</translation>
    </message>
    <message>
        <source>Put back</source>
        <comment>button: the number as it was</comment>
        <translation>Vrátit zpět</translation>
    </message>
</context>
<context>
    <name>ResourcesPage</name>
    <message>
        <source>vCPUs</source>
        <comment>resource</comment>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>resource</comment>
        <translation>Paměť</translation>
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
        <translation>Obrazovka</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Neběží.</translation>
    </message>
    <message>
        <source>Show in the window</source>
        <comment>button: a machine</comment>
        <translation>Ukázat v okně</translation>
    </message>
    <message>
        <source>Favourite</source>
        <comment>button: a machine that stands above the others</comment>
        <translation>Oblíbený</translation>
    </message>
    <message>
        <source>More</source>
        <comment>button: all that can be done with a machine</comment>
        <translation>Další</translation>
    </message>
</context>
<context>
    <name>RowDetails</name>
    <message>
        <source>Disks</source>
        <translation>Disky</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Síť</translation>
    </message>
    <message>
        <source>vCPUs of %1</source>
        <comment>name of a machine</comment>
        <translation>vCPU stroje %1</translation>
    </message>
    <message>
        <source>Memory of %1</source>
        <comment>name of a machine</comment>
        <translation>Paměť stroje %1</translation>
    </message>
</context>
<context>
    <name>RowSummary</name>
    <message>
        <source>Favourite</source>
        <translation>Oblíbený</translation>
    </message>
</context>
<context>
    <name>ScreenView</name>
    <message>
        <source>Screen</source>
        <translation>Obrazovka</translation>
    </message>
    <message>
        <source>It is off.</source>
        <comment>a machine&apos;s screen</comment>
        <translation>Je vypnutý.</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search</source>
        <translation>Hledat</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Vymazat hledání</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected machines</source>
        <translation>Vybrané stroje</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>machines</comment>
        <translation>
            <numerusform>%n vybrán</numerusform>
            <numerusform>%n vybrány</numerusform>
            <numerusform>%n vybráno</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <comment>button</comment>
        <translation>Zrušit výběr</translation>
    </message>
</context>
<context>
    <name>SessionEndWindow</name>
    <message>
        <source>Machines run here</source>
        <comment>window title</comment>
        <translation>Běží zde stroje</translation>
    </message>
    <message>
        <source>The computer is about to stop. What shall become of these machines?</source>
        <translation>Počítač se právě zastavuje. Co se má stát s těmito stroji?</translation>
    </message>
    <message>
        <source>Your session is about to end. What shall become of these machines?</source>
        <translation>Vaše sezení právě končí. Co se má stát s těmito stroji?</translation>
    </message>
    <message>
        <source>You stay logged in. What shall become of these machines?</source>
        <translation>Zůstáváte přihlášeni. Co se má stát s těmito stroji?</translation>
    </message>
    <message>
        <source>Without an answer they are left as they are.</source>
        <translation>Bez odpovědi zůstanou, jak jsou.</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>button: save the memory of machines and stop them</comment>
        <translation>Uložit</translation>
    </message>
    <message>
        <source>Shut down</source>
        <comment>button: ask guests to shut down</comment>
        <translation>Vypnout</translation>
    </message>
    <message>
        <source>Stay</source>
        <comment>button: do not log out</comment>
        <translation>Zůstat</translation>
    </message>
    <message>
        <source>Leave them</source>
        <comment>button: let machines be</comment>
        <translation>Ponechat</translation>
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
        <translation>Zpět na výchozí hodnotu: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a setting and one of its values</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Od %1 do %2</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>Oddíly nastavení</translation>
    </message>
    <message>
        <source>Hosts…</source>
        <comment>button</comment>
        <translation>Hostitelé…</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <comment>window title</comment>
        <translation>Nastavení</translation>
    </message>
</context>
<context>
    <name>ShareList</name>
    <message>
        <source>Nothing measured yet</source>
        <translation>Zatím nic nezměřeno</translation>
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
        <translation>tento seznam</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>search; or begin to type in the list</source>
        <translation>hledat; nebo začněte psát v seznamu</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>clear the search, then the selection</source>
        <translation>vymazat hledání, pak výběr</translation>
    </message>
    <message>
        <source>Up, Down, Page Up, Page Down, Home, End</source>
        <translation>Nahoru, Dolů, Page Up, Page Down, Home, End</translation>
    </message>
    <message>
        <source>go through the machines</source>
        <translation>procházet stroje</translation>
    </message>
    <message>
        <source>Shift with these</source>
        <translation>K tomu Shift</translation>
    </message>
    <message>
        <source>select from here to there</source>
        <translation>vybrat odtud potud</translation>
    </message>
    <message>
        <source>Ctrl+Space, Ctrl+click</source>
        <translation>Ctrl+Mezerník, Ctrl+klik</translation>
    </message>
    <message>
        <source>select one more, or one less</source>
        <translation>vybrat jeden navíc, nebo o jeden méně</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Ctrl+A</translation>
    </message>
    <message>
        <source>select all that are shown</source>
        <translation>vybrat všechny zobrazené</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>go to the machine&apos;s page</source>
        <translation>přejít na stránku stroje</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Mezerník</translation>
    </message>
    <message>
        <source>start, resume or shut down the machine</source>
        <translation>spustit stroj, nechat pokračovat nebo vypnout</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>all that can be done with the machine</source>
        <translation>vše, co jde se strojem dělat</translation>
    </message>
    <message>
        <source>Alt+1 … Alt+6</source>
        <translation>Alt+1 … Alt+6</translation>
    </message>
    <message>
        <source>the pages of a machine</source>
        <translation>stránky stroje</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>make the machine a favourite, or not</source>
        <translation>přidat stroj k oblíbeným, nebo odebrat</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>from the places to the list to the page</source>
        <translation>z míst do seznamu a na stránku</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>connect to hosts again</source>
        <translation>znovu se připojit k hostitelům</translation>
    </message>
    <message>
        <source>Left, Right in a graph</source>
        <translation>Vlevo, Vpravo v grafu</translation>
    </message>
    <message>
        <source>read older and newer values</source>
        <translation>číst starší a novější hodnoty</translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation>Ctrl+W</translation>
    </message>
    <message>
        <source>close the window</source>
        <translation>zavřít okno</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>quit; the machines go on</source>
        <translation>ukončit; stroje běží dál</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Ctrl+J</translation>
    </message>
    <message>
        <source>the journal: what happened</source>
        <translation>deník: co se stalo</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>nastavení</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>change its name, title, description and tags</source>
        <translation>změnit jeho název, titulek, popis a štítky</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>its screen</source>
        <translation>jeho obrazovka</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>its serial console</source>
        <translation>jeho sériová konzole</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <comment>heading</comment>
        <translation>Klávesové zkratky</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>button</comment>
        <translation>Zavřít</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Places</source>
        <translation>Místa</translation>
    </message>
    <message>
        <source>Hosts</source>
        <comment>heading</comment>
        <translation>Hostitelé</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>heading</comment>
        <translation>Štítky</translation>
    </message>
    <message>
        <source>Hosts…</source>
        <comment>button: add and change hosts</comment>
        <translation>Hostitelé…</translation>
    </message>
    <message>
        <source>Journal</source>
        <comment>button: what happened</comment>
        <translation>Deník</translation>
    </message>
    <message>
        <source>Settings…</source>
        <comment>button</comment>
        <translation>Nastavení…</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <comment>button: list of keys</comment>
        <translation>Klávesové zkratky</translation>
    </message>
</context>
<context>
    <name>SidebarFilters</name>
    <message>
        <source>All machines</source>
        <comment>filter</comment>
        <translation>Všechny stroje</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>filter</comment>
        <translation>Běžící</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>filter</comment>
        <translation>Pozastavené</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>filter</comment>
        <translation>Vypnuté</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <comment>filter</comment>
        <translation>Vyžadují pozornost</translation>
    </message>
    <message>
        <source>Favourites</source>
        <comment>filter</comment>
        <translation>Oblíbené</translation>
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
        <translation>Název snímku</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Popis</translation>
    </message>
    <message>
        <source>Only the disks, not the memory</source>
        <translation>Jen disky, bez paměti</translation>
    </message>
</context>
<context>
    <name>SnapshotRow</name>
    <message>
        <source>It has no memory: the machine is off afterwards.</source>
        <comment>a snapshot</comment>
        <translation>Nemá paměť: stroj bude potom vypnutý.</translation>
    </message>
    <message>
        <source>with memory</source>
        <comment>snapshot</comment>
        <translation>s pamětí</translation>
    </message>
    <message>
        <source>disks only</source>
        <comment>snapshot</comment>
        <translation>jen disky</translation>
    </message>
    <message>
        <source>the machine goes on from here</source>
        <comment>snapshot</comment>
        <translation>stroj pokračuje odtud</translation>
    </message>
</context>
<context>
    <name>SnapshotsPage</name>
    <message>
        <source>No snapshots</source>
        <translation>Žádné snímky</translation>
    </message>
    <message>
        <source>A snapshot keeps the disks, and the memory if the machine runs, as they are now.</source>
        <translation>Snímek uchová disky, a pokud stroj běží, i paměť, jak jsou teď.</translation>
    </message>
</context>
<context>
    <name>StateChips</name>
    <message>
        <source>Filters</source>
        <translation>Filtry</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>filter</comment>
        <translation>Běžící</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>filter</comment>
        <translation>Pozastavené</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>filter</comment>
        <translation>Vypnuté</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <comment>filter</comment>
        <translation>Vyžaduje pozornost</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Unknown state</source>
        <translation>Neznámý stav</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Běží</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blokován</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pozastaven</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>Vypíná se</translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation>Vypnut</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Spadl</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Spí</translation>
    </message>
</context>
<context>
    <name>TableColumns</name>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>Jméno</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Stav</translation>
    </message>
    <message>
        <source>CPU</source>
        <comment>column</comment>
        <translation>Procesor</translation>
    </message>
    <message>
        <source>Memory</source>
        <comment>column</comment>
        <translation>Paměť</translation>
    </message>
    <message>
        <source>Disk</source>
        <comment>column</comment>
        <translation>Disk</translation>
    </message>
    <message>
        <source>Network</source>
        <comment>column</comment>
        <translation>Síť</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>column</comment>
        <translation>Adresa</translation>
    </message>
    <message>
        <source>Uptime</source>
        <comment>column</comment>
        <translation>Běží</translation>
    </message>
    <message>
        <source>Host</source>
        <comment>column</comment>
        <translation>Hostitel</translation>
    </message>
</context>
<context>
    <name>TableHead</name>
    <message>
        <source>not sorted</source>
        <translation>neseřazeno</translation>
    </message>
    <message>
        <source>sorted, largest first</source>
        <translation>seřazeno od největšího</translation>
    </message>
    <message>
        <source>sorted, smallest first</source>
        <translation>seřazeno od nejmenšího</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Columns</source>
        <translation>Sloupce</translation>
    </message>
</context>
<context>
    <name>UsageBar</name>
    <message>
        <source>unknown</source>
        <translation>neznámé</translation>
    </message>
</context>
<context>
    <name>VcpuGraphs</name>
    <message>
        <source>Each vCPU</source>
        <comment>heading</comment>
        <translation>Jednotlivé vCPU</translation>
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
        <translation>Co běží</translation>
    </message>
    <message>
        <source>History</source>
        <comment>button: definitions that were kept</comment>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Review changes</source>
        <comment>button: of a definition</comment>
        <translation>Projít změny</translation>
    </message>
</context>
<context>
    <name>XmlHistory</name>
    <message>
        <source>Definitions that were kept</source>
        <translation>Uschované definice</translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <comment>time; operation</comment>
        <translation>%1, před operací: %2</translation>
    </message>
    <message>
        <source>Compare and restore</source>
        <comment>button: a kept definition</comment>
        <translation>Porovnat a obnovit</translation>
    </message>
    <message>
        <source>Nothing was kept yet: no change was made from here.</source>
        <translation>Zatím nic uschováno: odtud se nic neměnilo.</translation>
    </message>
</context>
<context>
    <name>XmlPage</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nic se nezměnilo.</translation>
    </message>
    <message>
        <source>The definition was changed by somebody else meanwhile; what you edited would be refused.</source>
        <translation>Definici mezitím změnil někdo jiný; vaše úprava by byla odmítnuta.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <comment>button: a definition</comment>
        <translation>Načíst znovu</translation>
    </message>
    <message>
        <source>Definition</source>
        <comment>editor</comment>
        <translation>Definice</translation>
    </message>
    <message>
        <source>XML of what runs</source>
        <comment>editor</comment>
        <translation>XML toho, co běží</translation>
    </message>
</context>
<context>
    <name>XmlReview</name>
    <message>
        <source>The texts differ, but they say the same: there is nothing to apply.</source>
        <translation>Texty se liší, ale říkají totéž: není co použít.</translation>
    </message>
    <message>
        <source>This is what changes. It takes effect at the next start. What it replaces is kept.</source>
        <translation>Toto se změní. Projeví se to při příštím spuštění. Nahrazené se uschová.</translation>
    </message>
    <message>
        <source>Changes</source>
        <comment>editor: difference of two definitions</comment>
        <translation>Změny</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <comment>button</comment>
        <translation>Zahodit změny</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <comment>button</comment>
        <translation>Pokračovat v úpravách</translation>
    </message>
</context>
<context>
    <name>autostart</name>
    <message>
        <source>To show the virtual machines in the tray</source>
        <translation>Aby byly virtuální stroje vidět v oznamovací oblasti</translation>
    </message>
    <message>
        <source>The desktop does not start programs of a sandbox.</source>
        <translation>Pracovní prostředí nespouští programy ze sandboxu.</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Connecting</source>
        <translation>Připojování</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Připojeno</translation>
    </message>
    <message>
        <source>Connected, read-only</source>
        <translation>Připojeno, jen pro čtení</translation>
    </message>
    <message>
        <source>Not connected, trying again</source>
        <translation>Nepřipojeno, zkouší se znovu</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Neodpovídá</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nepřipojeno</translation>
    </message>
    <message>
        <source>This is a demo: the machines below are not real. Connect to a host to see yours.</source>
        <translation>Toto je ukázka: tyto stroje nejsou skutečné. Své uvidíte po připojení k hostiteli.</translation>
    </message>
    <message>
        <source>Connected read-only: you see everything and can change nothing.</source>
        <translation>Připojeno jen pro čtení: vidíte vše a nic nezměníte.</translation>
    </message>
</context>
<context>
    <name>console</name>
    <message>
        <source>There is no program to show a screen. Install virt-viewer: the package has that name.</source>
        <translation>Není tu program pro zobrazení obrazovky. Nainstalujte virt-viewer: balíček se tak jmenuje.</translation>
    </message>
    <message>
        <source>There is no terminal program, or no virsh. Install the packages xterm and libvirt-clients.</source>
        <translation>Není tu terminál, nebo virsh. Nainstalujte balíčky xterm a libvirt-clients.</translation>
    </message>
    <message>
        <source>The machines of the demo live inside this program: they have no screen and no console.</source>
        <translation>Stroje ukázky žijí uvnitř tohoto programu: nemají obrazovku ani konzoli.</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>%1 se nepodařilo spustit.</translation>
    </message>
</context>
<context>
    <name>definition</name>
    <message>
        <source>now</source>
        <translation>teď</translation>
    </message>
    <message>
        <source>afterwards</source>
        <translation>potom</translation>
    </message>
</context>
<context>
    <name>host</name>
    <message>
        <source>%1 of %2 run</source>
        <comment>machines that run, of all</comment>
        <translation>běží %1 z %2</translation>
    </message>
</context>
<context>
    <name>hosts</name>
    <message>
        <source>A host needs an address, for example qemu+ssh://user@host/system.</source>
        <translation>Hostitel potřebuje adresu, například qemu+ssh://user@host/system.</translation>
    </message>
    <message>
        <source>There is a host named %1 already.</source>
        <translation>Hostitel jménem %1 už existuje.</translation>
    </message>
    <message>
        <source>Agree to it, or change the address.</source>
        <translation>Odsouhlaste to, nebo změňte adresu.</translation>
    </message>
</context>
<context>
    <name>hosttest</name>
    <message numerus="yes">
        <source>It has %n machine(s).</source>
        <translation>
            <numerusform>Má %n stroj.</numerusform>
            <numerusform>Má %n stroje.</numerusform>
            <numerusform>Má %n strojů.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only to look: it is read-only.</source>
        <translation>Jen k nahlížení: je jen pro čtení.</translation>
    </message>
    <message>
        <source>It answers: %1, %2.</source>
        <comment>name and version of a host</comment>
        <translation>Odpovídá: %1, %2.</translation>
    </message>
</context>
<context>
    <name>memory</name>
    <message>
        <source>%1 of %2</source>
        <comment>used memory of all memory</comment>
        <translation>%1 z %2</translation>
    </message>
</context>
<context>
    <name>operation</name>
    <message>
        <source>There is no such machine.</source>
        <translation>Takový stroj neexistuje.</translation>
    </message>
</context>
<context>
    <name>resources</name>
    <message>
        <source>Now, and after each start.</source>
        <translation>Hned, i po každém spuštění.</translation>
    </message>
    <message>
        <source>Now, until it stops.</source>
        <translation>Hned, dokud neskončí.</translation>
    </message>
    <message>
        <source>From its next start on.</source>
        <translation>Od příštího spuštění.</translation>
    </message>
    <message>
        <source>Now %1, after a restart %2</source>
        <comment>amounts of memory or of vCPUs</comment>
        <translation>Teď %1, po restartu %2</translation>
    </message>
    <message>
        <source>Needs a restart: it was started with at most %1.</source>
        <comment>memory or vCPUs</comment>
        <translation>Vyžaduje restart: byl spuštěn s nejvýš %1.</translation>
    </message>
</context>
<context>
    <name>service</name>
    <message>
        <source>There is no connection to %1.</source>
        <comment>a host</comment>
        <translation>Není spojení s %1.</translation>
    </message>
    <message>
        <source>It is switched off.</source>
        <comment>an operation</comment>
        <translation>Je to vypnuto.</translation>
    </message>
    <message>
        <source>%1 is under way already.</source>
        <comment>an operation</comment>
        <translation>%1 už probíhá.</translation>
    </message>
</context>
<context>
    <name>sessionend</name>
    <message>
        <source>Machines run here: %1</source>
        <translation>Běží zde stroje: %1</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Desktop</source>
        <translation>Pracovní prostředí</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Oznámení</translation>
    </message>
    <message>
        <source>Popup</source>
        <translation>Vyskakovací okno</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervaly</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Deník</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Jiné programy</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Jako v systému</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Světlé</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tmavé</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ano</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>Ponechat, jak jsou</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Zeptat se</translation>
    </message>
    <message>
        <source>Save them</source>
        <translation>Uložit je</translation>
    </message>
    <message>
        <source>Shut them down</source>
        <translation>Vypnout je</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Paměť</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Disky</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Síť</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresy</translation>
    </message>
    <message>
        <source>Start with the session, in the tray</source>
        <translation>Spouštět s relací, v oznamovací oblasti</translation>
    </message>
    <message>
        <source>Language, from the next start on</source>
        <translation>Jazyk, od příštího spuštění</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>Animace</translation>
    </message>
</context>
<context>
    <name>shares</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>machines</comment>
        <translation>
            <numerusform>%n další</numerusform>
            <numerusform>%n další</numerusform>
            <numerusform>%n dalších</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shortcut</name>
    <message>
        <source>Show the virtual machines</source>
        <translation>Zobrazit virtuální stroje</translation>
    </message>
</context>
<context>
    <name>state</name>
    <message>
        <source>Unknown</source>
        <translation>Neznámý</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Běží</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blokován</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pozastaven</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>Vypíná se</translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation>Vypnut</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Spadl</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Spí</translation>
    </message>
    <message>
        <source>Paused by an I/O error</source>
        <translation>Pozastaven chybou V/V</translation>
    </message>
    <message>
        <source>Paused by its watchdog</source>
        <translation>Pozastaven watchdogem</translation>
    </message>
    <message>
        <source>Paused for migration</source>
        <translation>Pozastaven kvůli migraci</translation>
    </message>
    <message>
        <source>Paused to be saved</source>
        <translation>Pozastaven kvůli uložení</translation>
    </message>
    <message>
        <source>Paused for a snapshot</source>
        <translation>Pozastaven kvůli snímku</translation>
    </message>
    <message>
        <source>Paused after a crash</source>
        <translation>Pozastaven po pádu</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Spouští se</translation>
    </message>
    <message>
        <source>Paused by a failed operation</source>
        <translation>Pozastaven nezdařenou operací</translation>
    </message>
    <message>
        <source>Shut off by a crash</source>
        <translation>Vypnut pádem</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Uložen</translation>
    </message>
    <message>
        <source>Failed to start</source>
        <translation>Nepodařilo se spustit</translation>
    </message>
    <message>
        <source>Moved to another host</source>
        <translation>Přesunut na jiného hostitele</translation>
    </message>
    <message>
        <source>Crashed: the guest panicked</source>
        <translation>Spadl: systém zpanikařil</translation>
    </message>
</context>
<context>
    <name>tray</name>
    <message>
        <source>This desktop has no tray for icons: virtmonitor is here as long as this window is open.</source>
        <translation>Toto pracovní prostředí nemá oznamovací oblast: virtmonitor je zde, dokud je toto okno otevřené.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zobrazit</translation>
    </message>
    <message>
        <source>%1 more…</source>
        <translation>Dalších %1…</translation>
    </message>
    <message>
        <source>Open virtmonitor</source>
        <translation>Otevřít virtmonitor</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Nastavení…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Ukončit</translation>
    </message>
    <message>
        <source>%1 of %2 machines run</source>
        <translation>Běží %1 z %2 strojů</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>a %n další</numerusform>
            <numerusform>a %n další</numerusform>
            <numerusform>a %n dalších</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>y</source>
        <translation>r</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
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
        <translation>přes</translation>
    </message>
    <message>
        <source>now</source>
        <translation>teď</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>12 s ago</comment>
        <translation>před %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>in 12 s</comment>
        <translation>za %1</translation>
    </message>
</context>
<context>
    <name>vcpus</name>
    <message>
        <source>%1 of %2</source>
        <comment>vCPUs in use of vCPUs possible</comment>
        <translation>%1 z %2</translation>
    </message>
</context>
</TS>
