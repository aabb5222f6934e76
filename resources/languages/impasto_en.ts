<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClosingQuestions</name>
    <message numerus="yes">
        <source>%n picture(s) still wait to be painted.</source>
        <translation>
            <numerusform>%n picture still waits to be painted.</numerusform>
            <numerusform>%n pictures still wait to be painted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n painted picture(s) could not be kept.</source>
        <translation>
            <numerusform>%n painted picture could not be kept.</numerusform>
            <numerusform>%n painted pictures could not be kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n painted picture(s) could only be kept in the temporary folder.</source>
        <translation>
            <numerusform>%n painted picture could only be kept in the temporary folder.</numerusform>
            <numerusform>%n painted pictures could only be kept in the temporary folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryDetails</name>
    <message numerus="yes">
        <source>%n pictures are chosen</source>
        <translation>
            <numerusform>%n picture is chosen</numerusform>
            <numerusform>%n pictures are chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n presets are kept</source>
        <translation>
            <numerusform>%n preset is kept</numerusform>
            <numerusform>%n presets are kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message numerus="yes">
        <source>Name (up to %n characters)</source>
        <translation>
            <numerusform>Name (up to %n character)</numerusform>
            <numerusform>Name (up to %n characters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>%n paintings</source>
        <translation>
            <numerusform>%n painting</numerusform>
            <numerusform>%n paintings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>durations</name>
    <message numerus="yes">
        <source>about %n s</source>
        <translation>
            <numerusform>about %n s</numerusform>
            <numerusform>about %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>about %n min</numerusform>
            <numerusform>about %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message numerus="yes">
        <source>At this size the picture would be only %n pixels on its short side.</source>
        <translation>
            <numerusform>At this size the picture would be only %n pixel on its short side.</numerusform>
            <numerusform>At this size the picture would be only %n pixels on its short side.</numerusform>
        </translation>
    </message>
</context>
</TS>
