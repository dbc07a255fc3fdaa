<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BatchLine</name>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still shutting down</source>
        <comment>machines</comment>
        <translation>
            <numerusform>%n still shutting down</numerusform>
            <numerusform>%n still shutting down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkConfirm</name>
    <message numerus="yes">
        <source>%1 %n machine(s)?</source>
        <comment>operation</comment>
        <translation>
            <numerusform>%1 %n machine?</numerusform>
            <numerusform>%1 %n machines?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobsBar</name>
    <message numerus="yes">
        <source>%n operation(s) under way</source>
        <translation>
            <numerusform>%n operation under way</numerusform>
            <numerusform>%n operations under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n machine(s) stopped</source>
        <translation>
            <numerusform>%n machine stopped</numerusform>
            <numerusform>%n machines stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) crashed</source>
        <translation>
            <numerusform>%n machine crashed</numerusform>
            <numerusform>%n machines crashed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) happened</source>
        <translation>
            <numerusform>%n thing happened</numerusform>
            <numerusform>%n things happened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>machines</comment>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hosttest</name>
    <message numerus="yes">
        <source>It has %n machine(s).</source>
        <translation>
            <numerusform>It has %n machine.</numerusform>
            <numerusform>It has %n machines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shares</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>machines</comment>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tray</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
