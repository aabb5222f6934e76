<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Impasto</source>
        <translation>Über Impasto</translation>
    </message>
    <message>
        <source>Impasto {version}</source>
        <translation>Impasto {version}</translation>
    </message>
    <message>
        <source>Repaints a photograph in the manner of a painting, on your own computer. It never goes online.</source>
        <translation>Malt ein Foto in der Art eines Gemäldes neu, auf Ihrem eigenen Computer. Es geht nie ins Internet.</translation>
    </message>
    <message>
        <source>Impasto itself is free software under the MIT licence.</source>
        <translation>Impasto selbst ist freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>The networks VGG-19 and VGG-16 were trained by Karen Simonyan and Andrew Zisserman, Visual Geometry Group, University of Oxford, and are licensed under CC BY 4.0. They were cut after relu5_1 and stored in half precision.</source>
        <translation>Die Netze VGG-19 und VGG-16 wurden von Karen Simonyan und Andrew Zisserman, Visual Geometry Group, University of Oxford, trainiert und stehen unter der Lizenz CC BY 4.0. Sie wurden nach relu5_1 abgeschnitten und in halber Genauigkeit gespeichert.</translation>
    </message>
    <message>
        <source>The method is that of Leon Gatys, Alexander Ecker and Matthias Bethge, “Image Style Transfer Using Convolutional Neural Networks”, 2016.</source>
        <translation>Das Verfahren stammt von Leon Gatys, Alexander Ecker und Matthias Bethge: „Image Style Transfer Using Convolutional Neural Networks“, 2016.</translation>
    </message>
    <message>
        <source>Built with Qt (LGPL 3), PyTorch (BSD), NumPy (BSD) and Pillow (MIT-CMU).</source>
        <translation>Gebaut mit Qt (LGPL 3), PyTorch (BSD), NumPy (BSD) und Pillow (MIT-CMU).</translation>
    </message>
</context>
<context>
    <name>AgainActions</name>
    <message>
        <source>&amp;More steps</source>
        <translation>Mehr &amp;Schritte</translation>
    </message>
    <message>
        <source>Paint on at this picture, at its full size</source>
        <translation>An diesem Bild in seiner vollen Größe weitermalen</translation>
    </message>
    <message>
        <source>&amp;Another one, from noise</source>
        <translation>&amp;Noch eines, aus Rauschen</translation>
    </message>
    <message>
        <source>Paint the same once more; it comes out differently</source>
        <translation>Dasselbe noch einmal malen; es fällt anders aus</translation>
    </message>
    <message>
        <source>Start the &amp;next from it</source>
        <translation>Das nächste damit &amp;beginnen</translation>
    </message>
    <message>
        <source>Begin the next picture with this one</source>
        <translation>Das nächste Bild mit diesem beginnen</translation>
    </message>
    <message>
        <source>Use it as the p&amp;hoto</source>
        <translation>Als F&amp;oto verwenden</translation>
    </message>
    <message>
        <source>Make this picture the photo</source>
        <translation>Dieses Bild zum Foto machen</translation>
    </message>
</context>
<context>
    <name>AwayNotices</name>
    <message>
        <source>Your picture is done</source>
        <translation>Ihr Bild ist fertig</translation>
    </message>
    <message>
        <source>Your picture could not be painted</source>
        <translation>Ihr Bild konnte nicht gemalt werden</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Save it elsewhere…</source>
        <translation>Anderswo speichern…</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Choose where this picture is to be kept</source>
        <translation>Wählen, wo dieses Bild abgelegt wird</translation>
    </message>
    <message>
        <source>Take over the paintings and settings of this picture</source>
        <translation>Gemälde und Einstellungen dieses Bildes übernehmen</translation>
    </message>
    <message>
        <source>Show the program where the missing picture is</source>
        <translation>Dem Programm zeigen, wo das fehlende Bild liegt</translation>
    </message>
    <message>
        <source>Everything as it was before</source>
        <translation>Alles wieder wie zuvor</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>CarriedRecipeControl</name>
    <message>
        <source>Recipe in the picture</source>
        <translation>Rezept im Bild</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>The file tells how it was painted, so that it can be painted again; it names no folders.</source>
        <translation>Die Datei verrät, wie das Bild gemalt wurde, damit es wieder so gemalt werden kann; Ordner nennt sie nicht.</translation>
    </message>
    <message>
        <source>With folders</source>
        <translation>Mit Ordnern</translation>
    </message>
    <message>
        <source>The file also tells in which folders the photo and the paintings lie.</source>
        <translation>Die Datei verrät auch, in welchen Ordnern das Foto und die Gemälde liegen.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>The file does not tell how it was painted.</source>
        <translation>Die Datei verrät nicht, wie das Bild gemalt wurde.</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>{setting}: {value}</source>
        <extracomment>A setting and one of its values, such as Size: Large</extracomment>
        <translation>{setting}: {value}</translation>
    </message>
</context>
<context>
    <name>ClosingQuestions</name>
    <message numerus="yes">
        <source>%n picture(s) still wait to be painted.</source>
        <translation>
            <numerusform>%n Bild wartet noch darauf, gemalt zu werden.</numerusform>
            <numerusform>%n Bilder warten noch darauf, gemalt zu werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture that is being painted is stopped and kept.</source>
        <translation>Das Bild, das gerade gemalt wird, wird angehalten und abgelegt.</translation>
    </message>
    <message>
        <source>Impasto goes on with it, and with those that wait, when you next start it.</source>
        <translation>Beim nächsten Start malt Impasto daran weiter, und dann die wartenden.</translation>
    </message>
    <message>
        <source>Those that wait could not be written down, and will not be painted.</source>
        <translation>Die wartenden konnten nicht gespeichert werden und werden nicht gemalt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go on painting</source>
        <translation>Weitermalen</translation>
    </message>
    <message numerus="yes">
        <source>%n painted picture(s) could not be kept.</source>
        <translation>
            <numerusform>%n gemaltes Bild konnte nicht abgelegt werden.</numerusform>
            <numerusform>%n gemalte Bilder konnten nicht abgelegt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing now loses what has not been saved.</source>
        <translation>Wenn Sie jetzt schließen, geht verloren, was nicht gespeichert wurde.</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Schließen und verlieren</translation>
    </message>
    <message numerus="yes">
        <source>%n painted picture(s) could only be kept in the temporary folder.</source>
        <translation>
            <numerusform>%n gemaltes Bild konnte nur im temporären Ordner abgelegt werden.</numerusform>
            <numerusform>%n gemalte Bilder konnten nur im temporären Ordner abgelegt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The system may empty that folder when the computer starts anew.</source>
        <translation>Das System leert diesen Ordner möglicherweise, wenn der Computer neu startet.</translation>
    </message>
    <message>
        <source>Close and leave it there</source>
        <translation>Schließen und dort lassen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Impasto</source>
        <translation>Impasto</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <source>Loading the pictures…</source>
        <translation>Bilder werden geladen…</translation>
    </message>
    <message>
        <source>The photo is missing</source>
        <translation>Das Foto fehlt</translation>
    </message>
    <message>
        <source>Choose one at the top left.</source>
        <translation>Wählen Sie oben links eines aus.</translation>
    </message>
    <message>
        <source>The painting is missing</source>
        <translation>Das Gemälde fehlt</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>Wählen Sie links eines aus.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Press Stylize to paint the photo like the painting.</source>
        <translation>Mit „Malen“ wird das Foto wie das Gemälde gemalt.</translation>
    </message>
    <message>
        <source>Loading the picture…</source>
        <translation>Bild wird geladen…</translation>
    </message>
    <message>
        <source>A large one takes a moment.</source>
        <translation>Bei einem großen dauert es einen Moment.</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Ended at once; what was being painted was not kept.</source>
        <translation>Sofort beendet; was gerade gemalt wurde, ist nicht erhalten.</translation>
    </message>
</context>
<context>
    <name>ExpertSettings</name>
    <message>
        <source>Use the usual ones</source>
        <translation>Die üblichen verwenden</translation>
    </message>
    <message>
        <source>From the recipe</source>
        <translation>Aus dem Rezept</translation>
    </message>
    <message>
        <source>Gram matrices</source>
        <translation>Gram-Matrizen</translation>
    </message>
    <message>
        <source>the network VGG-16</source>
        <translation>das Netz VGG-16</translation>
    </message>
    <message>
        <source>full precision</source>
        <translation>volle Genauigkeit</translation>
    </message>
    <message>
        <source>half precision</source>
        <translation>halbe Genauigkeit</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>Open paintings</source>
        <translation>Gemälde öffnen</translation>
    </message>
    <message>
        <source>Add paintings</source>
        <translation>Gemälde hinzufügen</translation>
    </message>
    <message>
        <source>Start from picture</source>
        <translation>Mit diesem Bild beginnen</translation>
    </message>
    <message>
        <source>Paint again</source>
        <translation>Noch einmal malen</translation>
    </message>
    <message>
        <source>Find {name}</source>
        <translation>{name} suchen</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Bilder ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>Bild speichern unter</translation>
    </message>
    <message>
        <source>PDF, a page to print or send (*.pdf)</source>
        <translation>PDF, eine Seite zum Drucken oder Verschicken (*.pdf)</translation>
    </message>
    <message>
        <source>Save sheet as</source>
        <translation>Probebogen speichern unter</translation>
    </message>
    <message>
        <source>PNG, without loss (*.png)</source>
        <translation>PNG, ohne Verlust (*.png)</translation>
    </message>
    <message>
        <source>JPEG, small (*.jpg *.jpeg)</source>
        <translation>JPEG, klein (*.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>WebP, small (*.webp)</source>
        <translation>WebP, klein (*.webp)</translation>
    </message>
    <message>
        <source>TIFF, for printing (*.tif *.tiff)</source>
        <translation>TIFF, für den Druck (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>Animated WebP, for web pages (*.webp)</source>
        <translation>Animiertes WebP, für Webseiten (*.webp)</translation>
    </message>
    <message>
        <source>MP4, a film (*.mp4)</source>
        <translation>MP4, ein Film (*.mp4)</translation>
    </message>
    <message>
        <source>Save timelapse</source>
        <translation>Zeitraffer speichern</translation>
    </message>
</context>
<context>
    <name>FirstHint</name>
    <message>
        <source>Begin with a photo of your own: click the small photo at the left, or drop one here.</source>
        <translation>Beginnen Sie mit einem eigenen Foto: Klicken Sie links auf das kleine Foto, oder ziehen Sie eines hierher.</translation>
    </message>
</context>
<context>
    <name>GalleryActions</name>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Ansehen</translation>
    </message>
    <message>
        <source>See the picture large, or two side by side</source>
        <translation>Das Bild groß sehen, oder zwei nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Use its settings</source>
        <translation>&amp;Seine Einstellungen verwenden</translation>
    </message>
    <message>
        <source>Paint the photo on the left with the settings of this picture</source>
        <translation>Das Foto links mit den Einstellungen dieses Bildes malen</translation>
    </message>
    <message>
        <source>&amp;Paint again</source>
        <translation>&amp;Noch einmal malen</translation>
    </message>
    <message>
        <source>Choose its photo, its paintings and its settings</source>
        <translation>Sein Foto, seine Gemälde und seine Einstellungen wählen</translation>
    </message>
    <message>
        <source>Same, l&amp;arger</source>
        <translation>Dasselbe, &amp;größer</translation>
    </message>
    <message>
        <source>Choose all of it, for a picture twice as large</source>
        <translation>All das wählen, für ein doppelt so großes Bild</translation>
    </message>
    <message>
        <source>Same, &amp;for print…</source>
        <translation>Dasselbe, zum &amp;Drucken …</translation>
    </message>
    <message>
        <source>Choose all of it, and a sheet of paper</source>
        <translation>All das wählen, und ein Blatt Papier</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>Give the picture and its file another name</source>
        <translation>Dem Bild und seiner Datei einen anderen Namen geben</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the file where it lies on the disk</source>
        <translation>Die Datei zeigen, wo sie auf der Platte liegt</translation>
    </message>
    <message>
        <source>&amp;Move to trash</source>
        <translation>In den &amp;Papierkorb verschieben</translation>
    </message>
    <message>
        <source>It can be taken out of the trash again</source>
        <translation>Es kann wieder aus dem Papierkorb geholt werden</translation>
    </message>
    <message>
        <source>Rename picture</source>
        <translation>Bild umbenennen</translation>
    </message>
    <message>
        <source>Its name, and that of its file</source>
        <translation>Sein Name, und der seiner Datei</translation>
    </message>
</context>
<context>
    <name>GalleryCommands</name>
    <message>
        <source>&amp;Gallery</source>
        <translation>&amp;Galerie</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>All finished pictures (Ctrl+G)</source>
        <translation>Alle fertigen Bilder (Strg+G)</translation>
    </message>
</context>
<context>
    <name>GalleryDetails</name>
    <message>
        <source>Use settings</source>
        <translation>Einstellungen verwenden</translation>
    </message>
    <message>
        <source>Paint the photo on the left with the settings of this picture</source>
        <translation>Das Foto links mit den Einstellungen dieses Bildes malen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More to do with this picture</source>
        <translation>Was sonst mit diesem Bild getan werden kann</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are chosen</source>
        <translation>
            <numerusform>%n Bild ist gewählt</numerusform>
            <numerusform>%n Bilder sind gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a picture to see how it was painted.</source>
        <translation>Wählen Sie ein Bild, um zu sehen, wie es gemalt wurde.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>See both side by side</source>
        <translation>Beide nebeneinander sehen</translation>
    </message>
    <message>
        <source>See the picture large (Return)</source>
        <translation>Das Bild groß sehen (Eingabe)</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
    <message>
        <source>does not tell how it was painted</source>
        <translation>sagt nicht, wie es gemalt wurde</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>strength {strength}, freedom {freedom}</source>
        <translation>Stärke {strength}, Freiheit {freedom}</translation>
    </message>
    <message>
        <source>for print</source>
        <translation>zum Drucken</translation>
    </message>
</context>
<context>
    <name>GalleryGrid</name>
    <message>
        <source>Finished pictures</source>
        <translation>Fertige Bilder</translation>
    </message>
    <message>
        <source>Choose one to see how it was painted, or two to compare them.</source>
        <translation>Wählen Sie eines, um zu sehen, wie es gemalt wurde, oder zwei zum Vergleichen.</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Back to all pictures (Esc)</source>
        <translation>Zurück zu allen Bildern (Esc)</translation>
    </message>
    <message>
        <source>Back to what is being painted (Esc)</source>
        <translation>Zurück zu dem, was gemalt wird (Esc)</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} von {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>No picture has that name.</source>
        <translation>Kein Bild heißt so.</translation>
    </message>
    <message>
        <source>Looking for pictures…</source>
        <translation>Bilder werden gesucht …</translation>
    </message>
    <message>
        <source>Every picture that you paint will be found here.</source>
        <translation>Jedes Bild, das Sie malen, finden Sie hier wieder.</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Close this hint</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Close this hint; it does not come back</source>
        <translation>Diesen Hinweis schließen; er kommt nicht wieder</translation>
    </message>
</context>
<context>
    <name>ImageWell</name>
    <message>
        <source>Click to choose a picture, or drop or paste one here</source>
        <translation>Klicken, um ein Bild auszuwählen, oder hier eines ablegen oder einfügen</translation>
    </message>
    <message>
        <source>Empty. Press to choose a picture.</source>
        <translation>Leer. Drücken, um ein Bild auszuwählen.</translation>
    </message>
    <message>
        <source>{name}, {size}. Press to choose another one.</source>
        <translation>{name}, {size}. Drücken, um ein anderes auszuwählen.</translation>
    </message>
    <message>
        <source>{name}: {shares}. Press to choose others.</source>
        <translation>{name}: {shares}. Drücken, um andere auszuwählen.</translation>
    </message>
</context>
<context>
    <name>KeyOverview</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Everything that can be done with the keyboard</source>
        <translation>Alles, was sich mit der Tastatur tun lässt</translation>
    </message>
    <message>
        <source>Back to the window (Esc)</source>
        <translation>Zurück zum Fenster (Esc)</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>See all of the photo while held</source>
        <translation>Das ganze Foto sehen, solange gedrückt</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Das Bild verschieben</translation>
    </message>
    <message>
        <source>Move the line between photo and picture</source>
        <translation>Die Linie zwischen Foto und Bild verschieben</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Gemälde</translation>
    </message>
    <message>
        <source>Go from one to another</source>
        <translation>Von einem zum anderen gehen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Mix in</source>
        <translation>Beimischen</translation>
    </message>
    <message>
        <source>Rename one of yours</source>
        <translation>Ein eigenes umbenennen</translation>
    </message>
    <message>
        <source>Remove one of yours</source>
        <translation>Ein eigenes entfernen</translation>
    </message>
    <message>
        <source>How the picture came about</source>
        <translation>Entstehung des Bildes</translation>
    </message>
    <message>
        <source>Back and forth</source>
        <translation>Vor und zurück</translation>
    </message>
    <message>
        <source>From dot to dot</source>
        <translation>Von Punkt zu Punkt</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Go to the next control</source>
        <translation>Zum nächsten Bedienelement gehen</translation>
    </message>
    <message>
        <source>Move a slider</source>
        <translation>Einen Regler verschieben</translation>
    </message>
    <message>
        <source>Press a button</source>
        <translation>Einen Knopf drücken</translation>
    </message>
</context>
<context>
    <name>LoupeCommands</name>
    <message>
        <source>&amp;Loupe</source>
        <translation>&amp;Lupe</translation>
    </message>
</context>
<context>
    <name>LoupePage</name>
    <message>
        <source>Another place…</source>
        <translation>Andere Stelle …</translation>
    </message>
    <message>
        <source>Choose another place of the picture</source>
        <translation>Eine andere Stelle des Bildes wählen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>Zurück zum Bild (Esc)</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>{size} px, strength {strength}, freedom {freedom}</source>
        <translation>{size} px, Stärke {strength}, Freiheit {freedom}</translation>
    </message>
    <message>
        <source>Former settings: {settings}</source>
        <translation>Frühere Einstellungen: {settings}</translation>
    </message>
    <message>
        <source>Goes on when the picture is done.</source>
        <translation>Geht weiter, wenn das Bild fertig ist.</translation>
    </message>
    <message>
        <source>The first place takes longer: the whole picture is painted small for it.</source>
        <translation>Die erste Stelle dauert länger: Dafür wird das ganze Bild klein gemalt.</translation>
    </message>
    <message>
        <source>The picture&apos;s own pixels, nearly as they will be: strokes may lie otherwise.</source>
        <translation>Die Pixel des Bildes, fast so, wie sie werden: Striche können anders liegen.</translation>
    </message>
</context>
<context>
    <name>LoupeTile</name>
    <message>
        <source>How far this place is</source>
        <translation>Wie weit diese Stelle ist</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Paint this place with the settings as they are now, and keep this one</source>
        <translation>Diese Stelle mit den jetzigen Einstellungen malen und diese behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep this place no longer</source>
        <translation>Diese Stelle nicht länger behalten</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Impasto</source>
        <translation>Impasto</translation>
    </message>
    <message>
        <source>{name} – Impasto</source>
        <translation>{name} – Impasto</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;photo…</source>
        <translation>&amp;Foto öffnen…</translation>
    </message>
    <message>
        <source>Open pa&amp;inting…</source>
        <translation>&amp;Gemälde öffnen…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Einste&amp;llungen…</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>B&amp;ild</translation>
    </message>
    <message>
        <source>&amp;Stylize</source>
        <translation>&amp;Malen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Paint a picture a&amp;gain…</source>
        <translation>Bild &amp;noch einmal malen…</translation>
    </message>
    <message>
        <source>R&amp;eset all settings</source>
        <translation>&amp;Alle Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Save time&amp;lapse…</source>
        <translation>&amp;Zeitraffer speichern…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>&amp;About Impasto</source>
        <translation>&amp;Über Impasto</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>&amp;Rückgängig: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>&amp;Wiederholen: {what}</translation>
    </message>
</context>
<context>
    <name>MoreControls</name>
    <message>
        <source>More settings</source>
        <translation>Weiteres</translation>
    </message>
    <message>
        <source>Strokes, colours, what the picture starts from, and what it tells of itself</source>
        <translation>Striche, Farben, womit das Bild beginnt und was es über sich verrät</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Give every setting its default; the pictures stay</source>
        <translation>Jede Einstellung auf ihren Standard setzen; die Bilder bleiben</translation>
    </message>
    <message>
        <source>Brush strokes</source>
        <translation>Pinselstriche</translation>
    </message>
    <message>
        <source>finer</source>
        <translation>feiner</translation>
    </message>
    <message>
        <source>broader</source>
        <translation>breiter</translation>
    </message>
    <message>
        <source>Direction of the strokes</source>
        <translation>Richtung der Striche</translation>
    </message>
    <message>
        <source>As painted</source>
        <translation>Wie gemalt</translation>
    </message>
    <message>
        <source>Strokes run as they do in the painting.</source>
        <translation>Die Striche verlaufen wie im Gemälde.</translation>
    </message>
    <message>
        <source>Any direction</source>
        <translation>Jede Richtung</translation>
    </message>
    <message>
        <source>The painting&apos;s strokes may be turned and mirrored, to follow the photo&apos;s forms.</source>
        <translation>Die Striche des Gemäldes dürfen gedreht und gespiegelt werden, damit sie den Formen des Fotos folgen.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Painting&apos;s</source>
        <translation>Gemälde</translation>
    </message>
    <message>
        <source>The palette of the painting.</source>
        <translation>Die Palette des Gemäldes.</translation>
    </message>
    <message>
        <source>Photo&apos;s</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Only light and dark are painted; the colours stay.</source>
        <translation>Nur Hell und Dunkel werden gemalt; die Farben bleiben.</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Angepasst</translation>
    </message>
    <message>
        <source>The painting is first recoloured to suit the photo.</source>
        <translation>Das Gemälde wird zuerst passend zum Foto umgefärbt.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Keeps the photo&apos;s drawing best.</source>
        <translation>Bewahrt die Zeichnung des Fotos am besten.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Freer, and different with every number.</source>
        <translation>Freier, und mit jeder Nummer anders.</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Bild…</translation>
    </message>
    <message>
        <source>Goes on from a picture, such as an earlier one.</source>
        <translation>Malt an einem Bild weiter, etwa an einem früheren.</translation>
    </message>
    <message>
        <source>No. </source>
        <translation>Nr. </translation>
    </message>
    <message>
        <source>How broad the strokes are beside the painting&apos;s; can be changed while the picture is being painted</source>
        <translation>Wie breit die Striche im Vergleich zum Gemälde sind; lässt sich ändern, während das Bild gemalt wird</translation>
    </message>
    <message>
        <source>Number of the noise</source>
        <translation>Nummer des Rauschens</translation>
    </message>
    <message>
        <source>The same number gives the same picture again; another one gives another.</source>
        <translation>Dieselbe Nummer ergibt wieder dasselbe Bild, eine andere ein anderes.</translation>
    </message>
    <message>
        <source>More steps: {name}</source>
        <translation>Mehr Schritte: {name}</translation>
    </message>
    <message>
        <source>Paints on at this picture, at its full size: {name}</source>
        <translation>Malt an diesem Bild weiter, in voller Größe: {name}</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Names of the pictures</source>
        <translation>Namen der Bilder</translation>
    </message>
    <message>
        <source>What the files of finished pictures are called</source>
        <translation>Wie die Dateien fertiger Bilder heißen</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Insert into the name</source>
        <translation>In den Namen einfügen</translation>
    </message>
    <message>
        <source>Put in what differs from picture to picture, such as the name of the photo</source>
        <translation>Einfügen, was von Bild zu Bild wechselt, etwa den Namen des Fotos</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Gemälde</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>The usual name</source>
        <translation>Der übliche Name</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The picture is not lost: it is in {path}. The system may empty that folder when the computer starts anew, so save it somewhere else.</source>
        <translation>Das Bild ist nicht verloren: Es liegt in {path}. Das System leert diesen Ordner möglicherweise, wenn der Computer neu startet; speichern Sie es deshalb an einem anderen Ort.</translation>
    </message>
    <message>
        <source>The list of your paintings could not be written down.</source>
        <translation>Die Liste Ihrer Gemälde konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>It stays as you see it until Impasto ends; the next change of it tries once more.</source>
        <translation>Sie bleibt, wie Sie sie sehen, bis Impasto beendet wird; bei der nächsten Änderung wird es noch einmal versucht.</translation>
    </message>
    <message>
        <source>The list of the pictures that wait could not be written down.</source>
        <translation>Die Liste der wartenden Bilder konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>They are painted as long as Impasto stays open. Make room on the disk before you close it.</source>
        <translation>Sie werden gemalt, solange Impasto offen bleibt. Schaffen Sie Platz auf der Festplatte, bevor Sie es schließen.</translation>
    </message>
    <message>
        <source>The list of the pictures that waited could not be read.</source>
        <translation>Die Liste der wartenden Bilder konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It stays where it is, and is read at the next start.</source>
        <translation>Sie bleibt, wo sie ist, und wird beim nächsten Start gelesen.</translation>
    </message>
    <message>
        <source>The list of the pictures that waited is damaged, so they are not painted.</source>
        <translation>Die Liste der wartenden Bilder ist beschädigt; sie werden nicht gemalt.</translation>
    </message>
    <message>
        <source>It has been set aside: {path}</source>
        <translation>Sie wurde beiseitegelegt: {path}</translation>
    </message>
    <message>
        <source>“{name}” is not painted by itself: Impasto ended twice while it was begun.</source>
        <translation>„{name}“ wird nicht von selbst gemalt: Impasto endete zweimal, als es begonnen wurde.</translation>
    </message>
    <message>
        <source>Paint it smaller, or close other programs first.</source>
        <translation>Malen Sie es kleiner, oder schließen Sie zuerst andere Programme.</translation>
    </message>
    <message numerus="yes">
        <source>%n presets are kept</source>
        <translation>
            <numerusform>%n Vorgabe ist abgelegt</numerusform>
            <numerusform>%n Vorgaben sind abgelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings are those of {name} now.</source>
        <translation>Die Einstellungen sind jetzt die von {name}.</translation>
    </message>
    <message>
        <source>The presets could not be changed on the disk.</source>
        <translation>Die Vorgaben konnten auf dem Datenträger nicht geändert werden.</translation>
    </message>
    <message>
        <source>Make room on the disk, or allow Impasto to write there; then try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger oder erlauben Sie Impasto, dort zu schreiben, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The rating could not be written down.</source>
        <translation>Die Bewertung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Make room on the disk, or allow Impasto to write there; then rate it again.</source>
        <translation>Schaffen Sie Platz auf der Platte, oder erlauben Sie Impasto, dort zu schreiben; dann bewerten Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The picture is not lost: it is in {path}.</source>
        <translation>Das Bild ist nicht verloren: Es liegt in {path}.</translation>
    </message>
    <message>
        <source>“{name}” is cut short: its end is missing.</source>
        <translation>„{name}“ ist abgeschnitten: Das Ende fehlt.</translation>
    </message>
    <message>
        <source>It can be painted as it is, with a part that is plain grey or coarse. If there is another copy, use that one.</source>
        <translation>Es lässt sich so malen, aber ein Teil bleibt grau oder grob. Wenn es eine andere Kopie gibt, nehmen Sie diese.</translation>
    </message>
    <message>
        <source>The picture is painted on without that change.</source>
        <translation>Das Bild wird ohne diese Änderung weitergemalt.</translation>
    </message>
    <message>
        <source>It can be painted like any other picture.</source>
        <translation>Es lässt sich malen wie jedes andere Bild.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, the details are in {folder}.</source>
        <translation>Versuchen Sie es noch einmal. Wenn es wieder geschieht, stehen die Einzelheiten in {folder}.</translation>
    </message>
</context>
<context>
    <name>PaintingSettings</name>
    <message>
        <source>Paint on</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>What is fastest</source>
        <translation>Das schnellste</translation>
    </message>
    <message>
        <source>The graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>As much as is free</source>
        <translation>So viel wie frei ist</translation>
    </message>
    <message>
        <source>Left to other programs</source>
        <translation>Bleibt anderen Programmen</translation>
    </message>
    <message>
        <source>Nothing: paint as fast as possible</source>
        <translation>Nichts: so schnell wie möglich malen</translation>
    </message>
    <message>
        <source>A quarter of the processor</source>
        <translation>Ein Viertel des Prozessors</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>Der halbe Prozessor</translation>
    </message>
    <message>
        <source>What part of the computer paints</source>
        <translation>Welcher Teil des Computers malt</translation>
    </message>
    <message>
        <source>With less, large pictures are painted in parts and take longer.</source>
        <translation>Mit weniger werden große Bilder in Teilen gemalt und dauern länger.</translation>
    </message>
    <message>
        <source>Both hold from the next picture on.</source>
        <translation>Beides gilt ab dem nächsten Bild.</translation>
    </message>
    <message>
        <source>With more, other programs stay quicker, and a picture takes longer.</source>
        <translation>Mit mehr bleiben andere Programme schneller, und ein Bild dauert länger.</translation>
    </message>
    <message>
        <source>Changes at once, also while a picture is being painted.</source>
        <translation>Gilt sofort, auch während ein Bild gemalt wird.</translation>
    </message>
</context>
<context>
    <name>PaintingStrip</name>
    <message>
        <source>Paintings to choose from</source>
        <translation>Gemälde zur Auswahl</translation>
    </message>
    <message>
        <source>Click a painting to paint like it; Ctrl-click mixes it in</source>
        <translation>Ein Klick wählt ein Gemälde; Strg+Klick mischt es bei</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>PictureImport</name>
    <message>
        <source>That picture is not on this computer, and Impasto never goes online.</source>
        <translation>Dieses Bild liegt nicht auf diesem Computer, und Impasto geht nie ins Internet.</translation>
    </message>
    <message>
        <source>Save it to a folder first, then drop the file here.</source>
        <translation>Speichern Sie es zuerst in einem Ordner und legen Sie dann die Datei hier ab.</translation>
    </message>
    <message>
        <source>There is no picture in that.</source>
        <translation>Darin ist kein Bild.</translation>
    </message>
    <message>
        <source>Copy or drag a picture, or a picture file.</source>
        <translation>Kopieren oder ziehen Sie ein Bild oder eine Bilddatei.</translation>
    </message>
</context>
<context>
    <name>PictureSettings</name>
    <message>
        <source>Folder of the pictures</source>
        <translation>Ordner der Bilder</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>The usual folder</source>
        <translation>Der übliche Ordner</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Dateiart</translation>
    </message>
    <message>
        <source>PNG, without loss</source>
        <translation>PNG, verlustfrei</translation>
    </message>
    <message>
        <source>TIFF, for printing</source>
        <translation>TIFF, zum Drucken</translation>
    </message>
    <message>
        <source>JPEG, small</source>
        <translation>JPEG, klein</translation>
    </message>
    <message>
        <source>WebP, small and without loss</source>
        <translation>WebP, klein und verlustfrei</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Quality of JPEG</source>
        <translation>JPEG-Qualität</translation>
    </message>
    <message>
        <source>Colour depth</source>
        <translation>Farbtiefe</translation>
    </message>
    <message>
        <source>8 bits, for the screen</source>
        <translation>8 Bit, für den Bildschirm</translation>
    </message>
    <message>
        <source>16 bits, to be worked on further</source>
        <translation>16 Bit, zum Weiterbearbeiten</translation>
    </message>
    <message>
        <source>Where finished pictures are kept</source>
        <translation>Wo fertige Bilder abgelegt werden</translation>
    </message>
    <message>
        <source>Keep finished pictures in another folder</source>
        <translation>Fertige Bilder in einem anderen Ordner ablegen</translation>
    </message>
    <message>
        <source>Keep finished pictures where the program does by itself</source>
        <translation>Fertige Bilder dort ablegen, wo das Programm es von sich aus tut</translation>
    </message>
    <message>
        <source>What kind of file a finished picture becomes</source>
        <translation>Was für eine Datei aus einem fertigen Bild wird</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Less makes smaller files, and blurs fine strokes.</source>
        <translation>Weniger macht kleinere Dateien und verwischt feine Striche.</translation>
    </message>
    <message>
        <source>With 16 bits, soft transitions stay smooth when the picture is made lighter or darker.</source>
        <translation>Mit 16 Bit bleiben weiche Übergänge glatt, wenn das Bild heller oder dunkler gemacht wird.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Gemälde</translation>
    </message>
    <message>
        <source>For example: {name}</source>
        <translation>Zum Beispiel: {name}</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Prese&amp;ts</source>
        <translation>&amp;Vorgaben</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Whole sets of settings by name: choose one, or keep your own</source>
        <translation>Alle Einstellungen unter einem Namen: wählen Sie eine Vorgabe oder legen Sie eigene ab</translation>
    </message>
    <message>
        <source>&amp;Keep these settings…</source>
        <translation>Diese Einstellungen &amp;ablegen …</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Share…</source>
        <translation>&amp;Weitergeben …</translation>
    </message>
    <message>
        <source>Keep these settings</source>
        <translation>Diese Einstellungen ablegen</translation>
    </message>
    <message>
        <source>There is a preset of that name already. Replace it?</source>
        <translation>Eine Vorgabe dieses Namens gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>Vorgabe umbenennen</translation>
    </message>
    <message>
        <source>Share preset</source>
        <translation>Vorgabe weitergeben</translation>
    </message>
    <message>
        <source>Impasto preset (*{suffix})</source>
        <translation>Impasto-Vorgabe (*{suffix})</translation>
    </message>
    <message numerus="yes">
        <source>Name (up to %n characters)</source>
        <translation>
            <numerusform>Name (höchstens %n Zeichen)</numerusform>
            <numerusform>Name (höchstens %n Zeichen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druck</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Hold the mouse button or the X key to see the photo.</source>
        <translation>Halten Sie die Maustaste oder die Taste X gedrückt, um das Foto zu sehen.</translation>
    </message>
    <message>
        <source>Drop a photo here, or choose one on the left</source>
        <translation>Legen Sie hier ein Foto ab oder wählen Sie links eines aus</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Paint for print</source>
        <translation>Für den Druck malen</translation>
    </message>
    <message>
        <source>A size of your own</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Upright or across</source>
        <translation>Hoch- oder Querformat</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Painted beyond each edge, to be cut off by the printer</source>
        <translation>Wird über jeden Rand hinaus gemalt und von der Druckerei abgeschnitten</translation>
    </message>
    <message>
        <source>Not for print</source>
        <translation>Nicht für den Druck</translation>
    </message>
    <message>
        <source>Fill the sheet, crop the photo</source>
        <translation>Blatt füllen, Foto beschneiden</translation>
    </message>
    <message>
        <source>Whole photo, with white borders</source>
        <translation>Ganzes Foto, mit weißen Rändern</translation>
    </message>
    <message>
        <source>Whole photo, without borders</source>
        <translation>Ganzes Foto, ohne Ränder</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Usual sizes of paper</source>
        <translation>Übliche Papiergrößen</translation>
    </message>
    <message>
        <source>How wide the paper is</source>
        <translation>Wie breit das Papier ist</translation>
    </message>
    <message>
        <source>How high the paper is</source>
        <translation>Wie hoch das Papier ist</translation>
    </message>
    <message>
        <source>What width and height are measured in</source>
        <translation>Worin Breite und Höhe gemessen werden</translation>
    </message>
    <message>
        <source>How many pixels lie on an inch: 300 look sharp in the hand, 150 on a wall</source>
        <translation>Wie viele Pixel auf einem Zoll liegen: 300 sehen in der Hand scharf aus, 150 an der Wand</translation>
    </message>
    <message>
        <source>Whether the photo covers the whole paper, or is seen whole itself</source>
        <translation>Ob das Foto das ganze Papier bedeckt oder selbst ganz zu sehen ist</translation>
    </message>
    <message>
        <source>Width and height</source>
        <translation>Breite und Höhe</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Bleed</source>
        <translation>Beschnitt</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} Pixel</translation>
    </message>
    <message>
        <source>{width} × {height} pixels: more than the {most} a side that can be painted. Lower the resolution.</source>
        <translation>{width} × {height} Pixel: mehr als die {most} je Seite, die gemalt werden können. Verringern Sie die Auflösung.</translation>
    </message>
</context>
<context>
    <name>ProgramSettings</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
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
        <source>Tell me when a picture is done</source>
        <translation>Melden, wenn ein Bild fertig ist</translation>
    </message>
    <message>
        <source>Whether the window is light or dark</source>
        <translation>Ob das Fenster hell oder dunkel ist</translation>
    </message>
    <message>
        <source>Which language the window speaks</source>
        <translation>Welche Sprache das Fenster spricht</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Only while another window is in front, and without a sound.</source>
        <translation>Nur während ein anderes Fenster vorn ist, und ohne Ton.</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
</context>
<context>
    <name>RecipeControls</name>
    <message>
        <source>nearer the photo</source>
        <translation>näher am Foto</translation>
    </message>
    <message>
        <source>nearer the painting</source>
        <translation>näher am Gemälde</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much the picture takes on from the painting; can be changed while it is being painted</source>
        <translation>Wie viel das Bild vom Gemälde annimmt; lässt sich ändern, während es gemalt wird</translation>
    </message>
    <message>
        <source>keeps the drawing</source>
        <translation>behält die Zeichnung</translation>
    </message>
    <message>
        <source>redraws it</source>
        <translation>zeichnet sie neu</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>Freiheit</translation>
    </message>
    <message>
        <source>How far every stroke follows the painter&apos;s; can be changed while the picture is being painted</source>
        <translation>Wie weit jeder Strich dem der Malerin oder des Malers folgt; lässt sich beim Malen ändern</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Extra large</source>
        <translation>Sehr groß</translation>
    </message>
    <message>
        <source>{size} pixels on the longer side</source>
        <translation>{size} Pixel an der längeren Seite</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Longer side in pixels</source>
        <translation>Längere Seite in Pixeln</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>A quick look.</source>
        <translation>Ein schneller Eindruck.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Good for most pictures.</source>
        <translation>Gut für die meisten Bilder.</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>The cleanest strokes.</source>
        <translation>Die saubersten Striche.</translation>
    </message>
    <message>
        <source>Too large for the memory: at most {size} px.</source>
        <translation>Zu groß für den Speicher: höchstens {size} px.</translation>
    </message>
    <message>
        <source>Takes {duration} and {memory} GB of memory.</source>
        <translation>Dauert {duration} und braucht {memory} GB Speicher.</translation>
    </message>
    <message>
        <source>For print…</source>
        <translation>Für den Druck…</translation>
    </message>
    <message>
        <source>Paint for a sheet of paper: width, height and resolution</source>
        <translation>Für ein Blatt Papier malen: Breite, Höhe und Auflösung</translation>
    </message>
    <message>
        <source>{width} × {height} cm…</source>
        <translation>{width} × {height} cm…</translation>
    </message>
    <message>
        <source>Print {width} × {height} cm at {dpi} dpi</source>
        <translation>Druck {width} × {height} cm mit {dpi} dpi</translation>
    </message>
    <message>
        <source>A quick look, rough in places.</source>
        <translation>Ein schneller Eindruck, stellenweise grob.</translation>
    </message>
    <message>
        <source>A good balance for most pictures.</source>
        <translation>Ausgewogen, für die meisten Bilder.</translation>
    </message>
    <message>
        <source>Takes longest; the cleanest strokes.</source>
        <translation>Dauert am längsten; die saubersten Striche.</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>a picture that was pasted</source>
        <translation>ein eingefügtes Bild</translation>
    </message>
    <message>
        <source>“{name}” was painted by Impasto.</source>
        <translation>„{name}“ wurde von Impasto gemalt.</translation>
    </message>
    <message>
        <source>Its settings, photo and paintings can be taken over.</source>
        <translation>Einstellungen, Foto und Gemälde lassen sich übernehmen.</translation>
    </message>
    <message>
        <source>Not found: {names}.</source>
        <translation>Nicht gefunden: {names}.</translation>
    </message>
    <message>
        <source>No longer what it was: {names}.</source>
        <translation>Nicht mehr wie damals: {names}.</translation>
    </message>
    <message>
        <source>Another picture than then, so the result will differ: {names}.</source>
        <translation>Ein anderes Bild als damals, deshalb wird das Ergebnis anders: {names}.</translation>
    </message>
    <message>
        <source>Moved or renamed since, and found: {names}.</source>
        <translation>Seither verschoben oder umbenannt, und gefunden: {names}.</translation>
    </message>
    <message>
        <source>Everything is set as “{name}” was painted.</source>
        <translation>Alles ist so eingestellt, wie „{name}“ gemalt wurde.</translation>
    </message>
    <message>
        <source>The paintings and the settings are those of “{name}” now.</source>
        <translation>Die Gemälde und die Einstellungen sind jetzt die von „{name}“.</translation>
    </message>
    <message>
        <source>The settings are those of “{name}”, but not all of its pictures are there.</source>
        <translation>Die Einstellungen sind die von „{name}“, aber nicht alle Bilder dazu sind da.</translation>
    </message>
    <message>
        <source>Find what is missing, or choose something else in its place.</source>
        <translation>Suchen Sie, was fehlt, oder wählen Sie etwas anderes dafür.</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Scale {scale} of {scales}</source>
        <translation>Stufe {scale} von {scales}</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>Painting… {percent} %</source>
        <translation>Malt… {percent} %</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <extracomment>{duration} is such as “a few seconds” or “about 5 min”</extracomment>
        <translation>noch {duration}</translation>
    </message>
    <message>
        <source>Kept in {folder}</source>
        <translation>Abgelegt in {folder}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>RunButtons</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Slide between the photo and the picture (D). Hold X to see all of the photo.</source>
        <translation>Zwischen Foto und Bild schieben (D). X gedrückt halten, um das ganze Foto zu sehen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the picture to the clipboard</source>
        <translation>Das Bild in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save the picture where you like</source>
        <translation>Das Bild speichern, wo Sie möchten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop and keep the picture as it is (Esc)</source>
        <translation>Anhalten und das Bild behalten, wie es ist (Esc)</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig malen</translation>
    </message>
    <message>
        <source>Go on with this picture from where it was stopped</source>
        <translation>An diesem Bild weitermalen, wo es angehalten wurde</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>More of this picture, or another that begins with it</source>
        <translation>Mehr an diesem Bild, oder ein neues, das damit beginnt</translation>
    </message>
    <message>
        <source>Stylize</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on painting</source>
        <translation>Weitermalen</translation>
    </message>
    <message>
        <source>Hold and leave the computer to others</source>
        <translation>Warten und den Computer anderen überlassen</translation>
    </message>
    <message>
        <source>Paint the photo like the painting (Ctrl+Return)</source>
        <translation>Das Foto wie das Gemälde malen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Paint what is chosen now when this picture is done (Ctrl+Return)</source>
        <translation>Was jetzt ausgewählt ist, malen, sobald dieses Bild fertig ist (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>all paintings</source>
        <translation>alle Gemälde</translation>
    </message>
    <message>
        <source>variations</source>
        <translation>Varianten</translation>
    </message>
</context>
<context>
    <name>SheetCommands</name>
    <message>
        <source>&amp;All paintings</source>
        <translation>Alle Ge&amp;mälde</translation>
    </message>
    <message>
        <source>&amp;Variations</source>
        <translation>&amp;Varianten</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Sheet</source>
        <translation>Probebogen</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Gemälde</translation>
    </message>
    <message>
        <source>The photo in the manner of every painting.</source>
        <translation>Das Foto in der Art jedes Gemäldes.</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>The chosen painting with other strengths, brush strokes and colours.</source>
        <translation>Das gewählte Gemälde mit anderer Stärke, anderen Pinselstrichen und anderen Farben.</translation>
    </message>
    <message>
        <source>Save sheet…</source>
        <translation>Bogen speichern…</translation>
    </message>
    <message>
        <source>Save all of them with their names as one picture</source>
        <translation>Alle zusammen mit ihren Namen als ein Bild speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>Zurück zum Bild (Esc)</translation>
    </message>
    <message>
        <source>Choose by looking</source>
        <translation>Nach Augenmaß wählen</translation>
    </message>
    <message>
        <source>Choose a photo and a painting first.</source>
        <translation>Wählen Sie zuerst ein Foto und ein Gemälde.</translation>
    </message>
    <message>
        <source>Goes on when the picture is done.</source>
        <translation>Geht weiter, wenn das Bild fertig ist.</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} von {all}</translation>
    </message>
</context>
<context>
    <name>SheetTile</name>
    <message>
        <source>is being painted</source>
        <translation>wird gemalt</translation>
    </message>
    <message>
        <source>Cannot be painted</source>
        <translation>Lässt sich nicht malen</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Drop: this will be the photo</source>
        <translation>Loslassen: Das wird das Foto</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Gemälde</translation>
    </message>
    <message>
        <source>Drop: this will be the painting</source>
        <translation>Loslassen: Das wird das Gemälde</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>How much of each painting goes into the mixture</source>
        <translation>Wie viel von jedem Gemälde in die Mischung kommt</translation>
    </message>
    <message>
        <source>Try all</source>
        <translation>Alle testen</translation>
    </message>
    <message>
        <source>Show the photo in the manner of every painting (Ctrl+T)</source>
        <translation>Das Foto in der Art jedes Gemäldes zeigen (Strg+T)</translation>
    </message>
    <message numerus="yes">
        <source>%n paintings</source>
        <translation>
            <numerusform>%n Gemälde</numerusform>
            <numerusform>%n Gemälde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpotPicker</name>
    <message>
        <source>Choose a place for the loupe</source>
        <translation>Eine Stelle für die Lupe wählen</translation>
    </message>
    <message>
        <source>Click a place, or move with the arrow keys and press Enter.</source>
        <translation>Klicken Sie auf eine Stelle, oder bewegen Sie den Rahmen mit den Pfeiltasten und drücken Sie die Eingabetaste.</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Paste the picture into any other program.</source>
        <translation>Fügen Sie das Bild in ein beliebiges anderes Programm ein.</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard.</source>
        <translation>Die Diagnose ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Paste them into your report. The names of folders, files and people are left out.</source>
        <translation>Fügen Sie sie in Ihre Meldung ein. Namen von Ordnern, Dateien und Personen sind weggelassen.</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Pause folgt…</translation>
    </message>
    <message>
        <source>The step that is under way is finished first.</source>
        <translation>Der laufende Schritt wird erst beendet.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Press Resume to go on painting.</source>
        <translation>Mit „Fortsetzen“ wird weitergemalt.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>The picture so far is kept.</source>
        <translation>Das Bild bleibt, so weit es gemalt ist.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Loading the network and looking at both pictures.</source>
        <translation>Das Netz wird geladen, und beide Bilder werden betrachtet.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Nothing had been painted yet.</source>
        <translation>Es war noch nichts gemalt.</translation>
    </message>
    <message>
        <source>See above for the reason.</source>
        <translation>Der Grund steht oben.</translation>
    </message>
    <message>
        <source>Keeping the picture…</source>
        <translation>Bild wird abgelegt…</translation>
    </message>
    <message>
        <source>The run broke off</source>
        <translation>Das Malen brach ab</translation>
    </message>
    <message>
        <source>Stopped after {time}</source>
        <translation>Angehalten nach {time}</translation>
    </message>
    <message>
        <source>Done in {time}</source>
        <translation>Fertig nach {time}</translation>
    </message>
    <message>
        <source>Kept in another place: see above.</source>
        <translation>An einem anderen Ort abgelegt: siehe oben.</translation>
    </message>
    <message>
        <source>Not kept: see above. Save it somewhere else.</source>
        <translation>Nicht abgelegt: siehe oben. Speichern Sie es anderswo.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>StarRating</name>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Rate the picture (1 to 5, 0 for no star)</source>
        <translation>Das Bild bewerten (1 bis 5, 0 für keinen Stern)</translation>
    </message>
</context>
<context>
    <name>StripPanel</name>
    <message>
        <source>Search by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>Drop: keep here, among your paintings</source>
        <translation>Loslassen: hier bei Ihren Gemälden behalten</translation>
    </message>
    <message>
        <source>Add paintings…</source>
        <translation>Gemälde hinzufügen…</translation>
    </message>
    <message>
        <source>Take out of the mixture</source>
        <translation>Aus der Mischung nehmen</translation>
    </message>
    <message>
        <source>Mix in (Ctrl-click)</source>
        <translation>Beimischen (Strg+Klick)</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Remove from here</source>
        <translation>Von hier entfernen</translation>
    </message>
    <message>
        <source>Rename painting</source>
        <translation>Gemälde umbenennen</translation>
    </message>
    <message>
        <source>Its name here; the file keeps its own.</source>
        <translation>Der Name gilt hier; die Datei behält ihren eigenen.</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Timelapse saved</source>
        <translation>Zeitraffer gespeichert</translation>
    </message>
    <message>
        <source>The timelapse is saved.</source>
        <translation>Der Zeitraffer ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>How the picture came about</source>
        <translation>Entstehung des Bildes</translation>
    </message>
    <message>
        <source>Look back at how the picture came about.</source>
        <translation>Zurückblicken, wie das Bild entstanden ist.</translation>
    </message>
    <message>
        <source>Look back at how the picture came about. It can be gone on with at the dots.</source>
        <translation>Sehen Sie, wie das Bild entstand. An den Punkten lässt sich weitermalen.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Look at the picture as it is</source>
        <translation>Das Bild ansehen, wie es ist</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>Von hier weitermalen</translation>
    </message>
    <message>
        <source>Timelapse…</source>
        <translation>Zeitraffer…</translation>
    </message>
    <message>
        <source>Save a film of how the picture came about</source>
        <translation>Einen Film von der Entstehung des Bildes speichern</translation>
    </message>
    <message>
        <source>Paint another picture from here, with the settings on the left. This one is kept.</source>
        <translation>Von hier aus ein neues Bild malen, mit den Einstellungen links. Dieses bleibt erhalten.</translation>
    </message>
    <message>
        <source>Move to one of the dots: from there another picture can be painted.</source>
        <translation>Gehen Sie zu einem der Punkte: Von dort lässt sich ein neues Bild malen.</translation>
    </message>
    <message>
        <source>The start</source>
        <translation>Der Anfang</translation>
    </message>
    <message>
        <source>{size} px · step {step}</source>
        <translation>{size} px · Schritt {step}</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>{name}, from {size} px</source>
        <extracomment>The name of a picture that was gone on with from another one, as it was at a size of so many pixels</extracomment>
        <translation>{name}, ab {size} px</translation>
    </message>
</context>
<context>
    <name>UnfinishedStrip</name>
    <message>
        <source>The picture so far</source>
        <translation>Das Bild bis jetzt</translation>
    </message>
    <message>
        <source>It can be gone on with from there, as if nothing had happened.</source>
        <translation>Es kann weitergehen, als wäre nichts gewesen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermalen</translation>
    </message>
    <message>
        <source>Paint this picture to its end</source>
        <translation>Dieses Bild zu Ende malen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>Beim nächsten Start wieder fragen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Remove what was painted of it</source>
        <translation>Löschen, was davon gemalt ist</translation>
    </message>
    <message>
        <source>The painting of “{name}” was interrupted at {percent} %.</source>
        <translation>„{name}“ wurde bei {percent} % unterbrochen.</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>&amp;Own pixels (1:1)</source>
        <translation>Eigene Pi&amp;xel (1:1)</translation>
    </message>
    <message>
        <source>&amp;Twice as large (2:1)</source>
        <translation>&amp;Doppelt so groß (2:1)</translation>
    </message>
    <message>
        <source>La&amp;rger</source>
        <translation>G&amp;rößer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Compare with the photo</source>
        <translation>Mit dem &amp;Foto vergleichen</translation>
    </message>
    <message>
        <source>Show the &amp;painting</source>
        <translation>Gemälde &amp;zeigen</translation>
    </message>
</context>
<context>
    <name>WaitingButton</name>
    <message>
        <source>Pictures that will be painted after this one</source>
        <translation>Bilder, die nach diesem gemalt werden</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Paint it next</source>
        <translation>Als nächstes malen</translation>
    </message>
    <message>
        <source>Do not paint it</source>
        <translation>Nicht malen</translation>
    </message>
</context>
<context>
    <name>WayBack</name>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standard</translation>
    </message>
</context>
<context>
    <name>ZoomControl</name>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show all of the picture (0)</source>
        <translation>Das ganze Bild zeigen (0)</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Show the picture&apos;s own pixels (1), or twice as large (2)</source>
        <translation>Die eigenen Pixel des Bildes zeigen (1), oder doppelt so groß (2)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Kleiner (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>See a place as it will look in the finished picture (L)</source>
        <translation>Eine Stelle so sehen, wie sie im fertigen Bild aussehen wird (L)</translation>
    </message>
    <message>
        <source>For large pictures and prints: shows a place as it will look, before you wait for all of it</source>
        <translation>Für große Bilder und Drucke: zeigt eine Stelle, wie sie aussehen wird, bevor Sie auf das Ganze warten</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>_Picture</name>
    <message>
        <source>Waiting…</source>
        <translation>Wartet …</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Weight of {name}</source>
        <translation>Anteil von {name}</translation>
    </message>
    <message>
        <source>How much the picture takes on from this painting; can be changed while it is being painted</source>
        <translation>Wie viel das Bild von diesem Gemälde annimmt; lässt sich ändern, während es gemalt wird</translation>
    </message>
    <message>
        <source>Take {name} out of the mixture</source>
        <translation>{name} aus der Mischung nehmen</translation>
    </message>
    <message>
        <source>Take it out of the mixture</source>
        <translation>Aus der Mischung nehmen</translation>
    </message>
    <message>
        <source>{share:.0f} %</source>
        <translation>{share:.0f} %</translation>
    </message>
</context>
<context>
    <name>bundled</name>
    <message>
        <source>Night Swirls</source>
        <translation>Nachtwirbel</translation>
    </message>
    <message>
        <source>October Birches</source>
        <translation>Birken im Oktober</translation>
    </message>
    <message>
        <source>Sunday Sails</source>
        <translation>Segel am Sonntag</translation>
    </message>
    <message>
        <source>Red Sun</source>
        <translation>Rote Sonne</translation>
    </message>
    <message>
        <source>Poppies in the Rain</source>
        <translation>Mohn im Regen</translation>
    </message>
    <message>
        <source>Garden Window</source>
        <translation>Gartenfenster</translation>
    </message>
    <message>
        <source>Two Carp</source>
        <translation>Zwei Karpfen</translation>
    </message>
    <message>
        <source>Lavender Evening</source>
        <translation>Lavendelabend</translation>
    </message>
    <message>
        <source>Guitar and Bottle</source>
        <translation>Gitarre und Flasche</translation>
    </message>
    <message>
        <source>Marbled Paper</source>
        <translation>Marmorpapier</translation>
    </message>
    <message>
        <source>Pears and Jug</source>
        <translation>Birnen und Krug</translation>
    </message>
    <message>
        <source>Astronaut</source>
        <translation>Astronautin</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Katze</translation>
    </message>
    <message>
        <source>Coffee</source>
        <translation>Kaffee</translation>
    </message>
    <message>
        <source>Thick oil strokes that follow the wind of a blue night; moon and stars in yellow.</source>
        <translation>Dicke Ölstriche, die dem Wind einer blauen Nacht folgen; Mond und Sterne in Gelb.</translation>
    </message>
    <message>
        <source>Palette-knife slabs in red, orange and plum, with pale trunks.</source>
        <translation>Mit dem Palettmesser in Rot, Orange und Pflaume, dazu helle Stämme.</translation>
    </message>
    <message>
        <source>Small dots of pure colour: a river, sails and a summer tree.</source>
        <translation>Kleine Punkte reiner Farbe: ein Fluss, Segel und ein Sommerbaum.</translation>
    </message>
    <message>
        <source>A woodcut: carved black lines over flat red and ochre.</source>
        <translation>Ein Holzschnitt: geschnittene schwarze Linien über flächigem Rot und Ocker.</translation>
    </message>
    <message>
        <source>Loose watercolour on rough paper; washes with dark edges.</source>
        <translation>Lockeres Aquarell auf rauem Papier; Lasuren mit dunklen Rändern.</translation>
    </message>
    <message>
        <source>Stained glass in jewel colours, held by dark lead.</source>
        <translation>Glasmalerei in leuchtenden Farben, von dunklem Blei gehalten.</translation>
    </message>
    <message>
        <source>A mosaic of small stones in turquoise, coral and gold.</source>
        <translation>Ein Mosaik aus kleinen Steinen in Türkis, Koralle und Gold.</translation>
    </message>
    <message>
        <source>Soft pastel in lilac, rose and peach on rough paper.</source>
        <translation>Weiches Pastell in Flieder, Rosa und Pfirsich auf rauem Papier.</translation>
    </message>
    <message>
        <source>Cubist facets in wood brown, grey-green and cream.</source>
        <translation>Kubistische Facetten in Holzbraun, Graugrün und Creme.</translation>
    </message>
    <message>
        <source>Floating inks combed into feathers and swirls: crimson, green, ochre.</source>
        <translation>Schwimmende Farben, zu Federn und Wirbeln gekämmt: Karmin, Grün, Ocker.</translation>
    </message>
    <message>
        <source>Charcoal and white chalk hatched over toned paper.</source>
        <translation>Kohle und weiße Kreide, auf getöntem Papier schraffiert.</translation>
    </message>
    <message>
        <source>A portrait of the astronaut Eileen Collins, in a bright orange suit.</source>
        <translation>Ein Porträt der Astronautin Eileen Collins in leuchtend orangem Anzug.</translation>
    </message>
    <message>
        <source>Chelsea, a ginger cat, close up: soft fur and sharp eyes.</source>
        <translation>Chelsea, eine rote Katze, ganz nah: weiches Fell und scharfe Augen.</translation>
    </message>
    <message>
        <source>A cup of coffee on a wooden table, in warm light.</source>
        <translation>Eine Tasse Kaffee auf einem Holztisch, in warmem Licht.</translation>
    </message>
</context>
<context>
    <name>durations</name>
    <message>
        <source>a few seconds</source>
        <translation>ein paar Sekunden</translation>
    </message>
    <message numerus="yes">
        <source>about %n s</source>
        <translation>
            <numerusform>etwa %n s</numerusform>
            <numerusform>etwa %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>about {number} min</source>
        <extracomment>{number} is such as 2 or 2½</extracomment>
        <translation>etwa {number} min</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>etwa %n min</numerusform>
            <numerusform>etwa %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>about {number} h</source>
        <extracomment>{number} is such as 1, 1¼, 1½ or 1¾</extracomment>
        <translation>etwa {number} h</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02d} s</source>
        <translation>{minutes} min {seconds:02d} s</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours} h {minutes:02d} min</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something went wrong that Impasto did not expect.</source>
        <translation>Etwas ist schiefgegangen, womit Impasto nicht gerechnet hat.</translation>
    </message>
    <message>
        <source>There are no pictures to paint from.</source>
        <translation>Es gibt keine Bilder, nach denen gemalt werden könnte.</translation>
    </message>
    <message>
        <source>Choose at least one painting.</source>
        <translation>Wählen Sie mindestens ein Gemälde.</translation>
    </message>
    <message>
        <source>A style weight must be zero or more, not {value}.</source>
        <translation>Ein Anteil muss null oder größer sein, nicht {value}.</translation>
    </message>
    <message>
        <source>Each painting needs one style weight: paintings {num_paintings}, style weights {num_weights}.</source>
        <translation>Jedes Gemälde braucht einen Anteil: Gemälde {num_paintings}, Anteile {num_weights}.</translation>
    </message>
    <message>
        <source>At least one painting needs a weight above zero.</source>
        <translation>Mindestens ein Gemälde braucht einen Anteil über null.</translation>
    </message>
    <message>
        <source>The style weights are too large to be added up.</source>
        <translation>Die Anteile sind zu groß, um sie zusammenzuzählen.</translation>
    </message>
    <message>
        <source>The size must be from {low} to {high} pixels, not {value}.</source>
        <translation>Die Größe muss zwischen {low} und {high} Pixeln liegen, nicht bei {value}.</translation>
    </message>
    <message>
        <source>The style strength must be from {low} to {high}, not {value:g}.</source>
        <translation>Die Stärke muss zwischen {low} und {high} liegen, nicht bei {value:g}.</translation>
    </message>
    <message>
        <source>The freedom must be from {low} to {high}, not {value:g}.</source>
        <translation>Die Freiheit muss zwischen {low} und {high} liegen, nicht bei {value:g}.</translation>
    </message>
    <message>
        <source>The style scale must be from {low:g} to {high:g}, not {value:g}.</source>
        <translation>Die Pinselstriche müssen zwischen {low:g} und {high:g} liegen, nicht bei {value:g}.</translation>
    </message>
    <message>
        <source>The seed must be a whole number from 0 up, not {value}.</source>
        <translation>Die Nummer des Rauschens muss eine ganze Zahl ab 0 sein, nicht {value}.</translation>
    </message>
    <message>
        <source>A start picture is needed exactly when the run starts from a picture.</source>
        <translation>Ein Bild zum Beginnen wird genau dann gebraucht, wenn mit einem Bild begonnen wird.</translation>
    </message>
    <message>
        <source>The depth must be 8 or 16 bits, not {value}.</source>
        <translation>Die Farbtiefe muss 8 oder 16 Bit sein, nicht {value}.</translation>
    </message>
    <message numerus="yes">
        <source>At this size the picture would be only %n pixels on its short side.</source>
        <translation>
            <numerusform>In dieser Größe wäre das Bild an der kurzen Seite nur %n Pixel groß.</numerusform>
            <numerusform>In dieser Größe wäre das Bild an der kurzen Seite nur %n Pixel groß.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not a recipe that Impasto wrote.</source>
        <translation>Das ist kein Rezept, das Impasto geschrieben hat.</translation>
    </message>
    <message>
        <source>This is not a preset that Impasto wrote.</source>
        <translation>Das ist keine Vorgabe, die Impasto geschrieben hat.</translation>
    </message>
    <message>
        <source>“{name}” carries no recipe of Impasto&apos;s.</source>
        <translation>„{name}“ enthält kein Rezept von Impasto.</translation>
    </message>
    <message>
        <source>This was made by a newer Impasto: its recipe is of version {version}; this program reads {newest}.</source>
        <translation>Das stammt von einem neueren Impasto: Das Rezept hat die Version {version}; dieses Programm liest {newest}.</translation>
    </message>
    <message>
        <source>The value {value} of “{field}” in this recipe makes no sense.</source>
        <translation>Der Wert {value} von „{field}“ in diesem Rezept ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>This recipe is incomplete: it has no “{field}”.</source>
        <translation>Dieses Rezept ist unvollständig: „{field}“ fehlt.</translation>
    </message>
    <message>
        <source>This recipe has a setting that Impasto does not know: “{field}”.</source>
        <translation>Dieses Rezept hat eine Einstellung, die Impasto nicht kennt: „{field}“.</translation>
    </message>
    <message>
        <source>What this was painted from was not found: {names}.</source>
        <translation>Nicht gefunden wurde, wonach gemalt wurde: {names}.</translation>
    </message>
    <message>
        <source>What this was painted from has changed since: {names}.</source>
        <translation>Seither geändert hat sich, wonach gemalt wurde: {names}.</translation>
    </message>
    <message>
        <source>A name needs at least one letter or placeholder.</source>
        <translation>Ein Name braucht mindestens einen Buchstaben oder Platzhalter.</translation>
    </message>
    <message>
        <source>The name is too long: it may have {most} characters.</source>
        <translation>Der Name ist zu lang: Er darf {most} Zeichen haben.</translation>
    </message>
    <message>
        <source>Impasto does not know what to put for “{placeholder}”.</source>
        <translation>Impasto weiß nicht, was für „{placeholder}“ einzusetzen ist.</translation>
    </message>
    <message>
        <source>No file name may have “{character}” in it.</source>
        <translation>Kein Dateiname darf „{character}“ enthalten.</translation>
    </message>
    <message>
        <source>--bleed and --fit go with --print: say how large the sheet is.</source>
        <translation>--bleed und --fit gehören zu --print: Geben Sie an, wie groß das Blatt ist.</translation>
    </message>
    <message>
        <source>“{text}” is not a print size such as 50x70cm@300, in cm, mm or in.</source>
        <translation>„{text}“ ist keine Druckgröße wie 50x70cm@300, in cm, mm oder in.</translation>
    </message>
    <message>
        <source>“{text}” is not a bleed such as 3mm, in mm, cm or in.</source>
        <translation>„{text}“ ist kein Beschnitt wie 3mm, in mm, cm oder in.</translation>
    </message>
    <message>
        <source>A sheet must be wider and higher than zero, not {width_mm:g} x {height_mm:g} mm.</source>
        <translation>Ein Blatt muss breiter und höher als null sein, nicht {width_mm:g} x {height_mm:g} mm.</translation>
    </message>
    <message>
        <source>The resolution must be more than zero pixels per inch, not {dpi:g}.</source>
        <translation>Die Auflösung muss mehr als null Pixel je Zoll betragen, nicht {dpi:g}.</translation>
    </message>
    <message>
        <source>The bleed must be zero or more, not {bleed_mm:g} mm.</source>
        <translation>Der Beschnitt muss null oder mehr betragen, nicht {bleed_mm:g} mm.</translation>
    </message>
    <message>
        <source>At {dpi:g} dpi the sheet would have {width_px} x {height_px} pixels; its longer side must have from {low} to {high}.</source>
        <translation>Mit {dpi:g} dpi hätte das Blatt {width_px} x {height_px} Pixel; die längere Seite muss zwischen {low} und {high} haben.</translation>
    </message>
    <message>
        <source>A picture of {size_px} pixels does not fit on its sheet.</source>
        <translation>Ein Bild mit {size_px} Pixeln passt nicht auf sein Blatt.</translation>
    </message>
    <message>
        <source>A picture of {size_px} pixels does not fill its sheet.</source>
        <translation>Ein Bild mit {size_px} Pixeln füllt sein Blatt nicht.</translation>
    </message>
    <message>
        <source>“{name}” does not exist.</source>
        <translation>„{name}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a picture.</source>
        <translation>„{name}“ ist ein Ordner, kein Bild.</translation>
    </message>
    <message>
        <source>“{name}” may not be opened: the system refuses access to it.</source>
        <translation>„{name}“ darf nicht geöffnet werden: Das System verweigert den Zugriff.</translation>
    </message>
    <message>
        <source>“{name}” is empty: the file holds no data.</source>
        <translation>„{name}“ ist leer: Die Datei enthält keine Daten.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that Impasto can read.</source>
        <translation>„{name}“ ist kein Bild, das Impasto lesen kann.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or was cut short, so it cannot be read to its end.</source>
        <translation>„{name}“ ist beschädigt oder abgeschnitten und lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>“{name}” is stored in a way that Impasto does not know, or is damaged.</source>
        <translation>„{name}“ ist auf eine Art gespeichert, die Impasto nicht kennt, oder beschädigt.</translation>
    </message>
    <message>
        <source>“{name}” is a camera raw file, and what develops those is not installed here.</source>
        <translation>„{name}“ ist eine Kamera-Rohdatei; was solche entwickelt, ist hier nicht installiert.</translation>
    </message>
    <message>
        <source>“{name}” is a JPEG XL file, and what reads those is not installed here.</source>
        <translation>„{name}“ ist eine JPEG-XL-Datei; was solche liest, ist hier nicht installiert.</translation>
    </message>
    <message>
        <source>“{name}” is a PDF document, not a picture.</source>
        <translation>„{name}“ ist ein PDF-Dokument, kein Bild.</translation>
    </message>
    <message>
        <source>“{name}” is an SVG drawing: it is made of lines and has no pixels.</source>
        <translation>„{name}“ ist eine SVG-Zeichnung: Sie besteht aus Linien und hat keine Pixel.</translation>
    </message>
    <message>
        <source>“{name}” is transparent everywhere: there is nothing in it to see.</source>
        <translation>„{name}“ ist überall durchsichtig: Darin ist nichts zu sehen.</translation>
    </message>
    <message>
        <source>“{name}” could not be read: the disk or the connection to it failed.</source>
        <translation>„{name}“ konnte nicht gelesen werden: Der Datenträger oder die Verbindung dorthin ist gestört.</translation>
    </message>
    <message>
        <source>“{name}” is too large: it has more pixels than can be opened safely.</source>
        <translation>„{name}“ ist zu groß: Es hat mehr Pixel, als sicher geöffnet werden können.</translation>
    </message>
    <message>
        <source>“{name}” is too small: a picture needs at least 16 pixels on each side.</source>
        <translation>„{name}“ ist zu klein: Ein Bild braucht mindestens 16 Pixel an jeder Seite.</translation>
    </message>
    <message>
        <source>“{name}” is too long and thin: one side is more than 20 times the other.</source>
        <translation>„{name}“ ist zu lang und schmal: Eine Seite ist mehr als 20-mal so lang wie die andere.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: the name must end in .png, .jpg, .webp or .tif.</source>
        <translation>„{name}“ kann nicht geschrieben werden: Der Name muss auf .png, .jpg, .webp oder .tif enden.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: its folder does not exist.</source>
        <translation>„{name}“ kann nicht geschrieben werden: Den Ordner dazu gibt es nicht.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: the system does not accept this name.</source>
        <translation>„{name}“ kann nicht geschrieben werden: Das System nimmt diesen Namen nicht an.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: the picture is larger than this kind of file can hold.</source>
        <translation>„{name}“ kann nicht geschrieben werden: Das Bild ist größer, als diese Art von Datei fassen kann.</translation>
    </message>
    <message>
        <source>“{name}” cannot have 16 bits a channel: only .png and .tif files can.</source>
        <translation>„{name}“ kann keine 16 Bit je Kanal haben: Das können nur .png- und .tif-Dateien.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: the system does not allow writing there.</source>
        <translation>„{name}“ kann nicht geschrieben werden: Das System erlaubt es dort nicht.</translation>
    </message>
    <message>
        <source>“{name}” could not be written: the disk may be full or gone.</source>
        <translation>„{name}“ konnte nicht geschrieben werden: Der Datenträger ist vielleicht voll oder nicht mehr da.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: links lead there that lead back to themselves.</source>
        <translation>„{name}“ kann nicht geschrieben werden: Dorthin führen Verknüpfungen, die zu sich selbst zurückführen.</translation>
    </message>
    <message>
        <source>“{name}” could not be written: there is not enough memory.</source>
        <translation>„{name}“ konnte nicht geschrieben werden: Es ist nicht genug Speicher da.</translation>
    </message>
    <message>
        <source>“{name}” is one of the pictures that this one is painted from: it would be lost.</source>
        <translation>„{name}“ ist eines der Bilder, nach denen dieses gemalt ist: Es ginge verloren.</translation>
    </message>
    <message>
        <source>“{name}” could not be renamed: the system does not allow it.</source>
        <translation>„{name}“ konnte nicht umbenannt werden: Das System lässt es nicht zu.</translation>
    </message>
    <message>
        <source>“{name}” could not be moved to the trash.</source>
        <translation>„{name}“ konnte nicht in den Papierkorb verschoben werden.</translation>
    </message>
    <message>
        <source>The network file “{name}” is missing.</source>
        <translation>Die Netzdatei „{name}“ fehlt.</translation>
    </message>
    <message>
        <source>The network file “{name}” is incomplete.</source>
        <translation>Die Netzdatei „{name}“ ist unvollständig.</translation>
    </message>
    <message>
        <source>The network file “{name}” has been altered: it is not the file that Impasto shipped with.</source>
        <translation>Die Netzdatei „{name}“ wurde verändert: Es ist nicht die Datei, die mit Impasto kam.</translation>
    </message>
    <message>
        <source>The network file “{name}” cannot be read.</source>
        <translation>Die Netzdatei „{name}“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This computer has no {device} device that Impasto can use.</source>
        <translation>Dieser Computer hat kein {device}-Gerät, das Impasto verwenden kann.</translation>
    </message>
    <message>
        <source>There is not enough memory to paint a picture of {size_px} pixels.</source>
        <translation>Der Speicher reicht nicht, um ein Bild mit {size_px} Pixeln zu malen.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for a picture of this size while it is painted.</source>
        <translation>Auf dem Datenträger ist nicht genug Platz für ein Bild dieser Größe, während es gemalt wird.</translation>
    </message>
    <message>
        <source>The folder that Impasto was started in is gone.</source>
        <translation>Den Ordner, in dem Impasto gestartet wurde, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The graphics card stopped answering while it was painting.</source>
        <translation>Die Grafikkarte antwortete beim Malen nicht mehr.</translation>
    </message>
    <message>
        <source>The painting broke down: its numbers grew beyond all bounds.</source>
        <translation>Das Malen brach zusammen: Die Zahlen wuchsen ins Grenzenlose.</translation>
    </message>
    <message>
        <source>There is no interrupted picture to go on with.</source>
        <translation>Es gibt kein unterbrochenes Bild, an dem weitergemalt werden könnte.</translation>
    </message>
    <message>
        <source>“{name}” holds no interrupted picture.</source>
        <translation>„{name}“ enthält kein unterbrochenes Bild.</translation>
    </message>
    <message>
        <source>What was kept of the interrupted picture cannot be read.</source>
        <translation>Was vom unterbrochenen Bild erhalten ist, lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>What was kept of the interrupted picture is damaged.</source>
        <translation>Was vom unterbrochenen Bild erhalten ist, ist beschädigt.</translation>
    </message>
    <message>
        <source>The interrupted picture was begun by another version of Impasto.</source>
        <translation>Das unterbrochene Bild wurde mit einer anderen Version von Impasto begonnen.</translation>
    </message>
    <message>
        <source>This picture is being painted at this moment.</source>
        <translation>Dieses Bild wird gerade gemalt.</translation>
    </message>
    <message>
        <source>“{name}”, from which this picture is painted, cannot be found.</source>
        <translation>„{name}“, wonach dieses Bild gemalt wird, ist nicht zu finden.</translation>
    </message>
    <message>
        <source>“{name}”, from which this picture is painted, has changed since it was begun.</source>
        <translation>„{name}“, wonach dieses Bild gemalt wird, hat sich seit dem Beginn geändert.</translation>
    </message>
    <message>
        <source>This picture was begun in the window, which chose no file for it.</source>
        <translation>Dieses Bild wurde im Fenster begonnen, das keine Datei dafür gewählt hat.</translation>
    </message>
    <message>
        <source>There is no timeline of any picture.</source>
        <translation>Zu keinem Bild ist eine Entstehung aufgezeichnet.</translation>
    </message>
    <message>
        <source>“{name}” holds no timeline.</source>
        <translation>„{name}“ enthält keine Aufzeichnung der Entstehung.</translation>
    </message>
    <message>
        <source>The timeline of this picture cannot be read.</source>
        <translation>Die Aufzeichnung der Entstehung dieses Bildes lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The timeline of this picture is damaged.</source>
        <translation>Die Aufzeichnung der Entstehung dieses Bildes ist beschädigt.</translation>
    </message>
    <message>
        <source>This timeline was written by another version of Impasto.</source>
        <translation>Diese Aufzeichnung der Entstehung stammt von einer anderen Version von Impasto.</translation>
    </message>
    <message>
        <source>There is too little of this picture&apos;s timeline for a film.</source>
        <translation>Von der Entstehung dieses Bildes ist zu wenig aufgezeichnet für einen Film.</translation>
    </message>
    <message>
        <source>The picture has {size_px} pixels at this place already, and is to become no larger.</source>
        <translation>Das Bild hat an dieser Stelle schon {size_px} Pixel und soll nicht größer werden.</translation>
    </message>
    <message>
        <source>The picture has another shape here than the one that is to be painted.</source>
        <translation>Das Bild hat hier eine andere Form als das, das gemalt werden soll.</translation>
    </message>
    <message>
        <source>“{name}” is not the name of a film that can be written.</source>
        <translation>„{name}“ ist kein Name für einen Film, der geschrieben werden kann.</translation>
    </message>
    <message>
        <source>What writes MP4 is not installed here.</source>
        <translation>Was MP4 schreibt, ist hier nicht installiert.</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>pictures and settings</source>
        <translation>Bilder und Einstellungen</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>paintings</source>
        <translation>Gemälde</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>your paintings</source>
        <translation>Ihre Gemälde</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>freedom</source>
        <translation>Freiheit</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>direction of the strokes</source>
        <translation>Richtung der Striche</translation>
    </message>
    <message>
        <source>brush strokes</source>
        <translation>Pinselstriche</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>Farben</translation>
    </message>
</context>
<context>
    <name>remedies</name>
    <message>
        <source>Change that setting and start again.</source>
        <translation>Ändern Sie diese Einstellung und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Mend the recipe, or choose another one.</source>
        <translation>Bessern Sie das Rezept aus oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Choose a recipe, or a picture, that Impasto has written.</source>
        <translation>Wählen Sie ein Rezept oder ein Bild, das Impasto geschrieben hat.</translation>
    </message>
    <message>
        <source>Have it sent again by whoever has made it: it may have been damaged on its way.</source>
        <translation>Lassen Sie sie sich noch einmal schicken: Sie kann unterwegs beschädigt worden sein.</translation>
    </message>
    <message>
        <source>Choose a picture that Impasto has painted; one that another program has saved anew may have lost it.</source>
        <translation>Wählen Sie ein Bild, das Impasto gemalt hat; einem, das ein anderes Programm neu gespeichert hat, kann das Rezept fehlen.</translation>
    </message>
    <message>
        <source>Install the newest Impasto to read it.</source>
        <translation>Installieren Sie das neueste Impasto, um es zu lesen.</translation>
    </message>
    <message>
        <source>Put it beside the recipe, whatever its name is, or say where to look with --look-in.</source>
        <translation>Legen Sie es neben das Rezept, gleich unter welchem Namen, oder geben Sie mit --look-in an, wo gesucht werden soll.</translation>
    </message>
    <message>
        <source>The picture would become another one. Put the file back as it was, or say where it is with --look-in.</source>
        <translation>Das Bild würde ein anderes. Legen Sie die Datei zurück, wie sie war, oder geben Sie mit --look-in an, wo sie ist.</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted. Choose the picture again.</source>
        <translation>Vielleicht wurde es verschoben, umbenannt oder gelöscht. Wählen Sie das Bild noch einmal aus.</translation>
    </message>
    <message>
        <source>Open the folder and choose one of the pictures in it.</source>
        <translation>Öffnen Sie den Ordner und wählen Sie eines der Bilder darin.</translation>
    </message>
    <message>
        <source>Ask whoever owns the file for access, or work on a copy of your own.</source>
        <translation>Bitten Sie den Besitzer der Datei um Zugriff, oder arbeiten Sie mit einer eigenen Kopie.</translation>
    </message>
    <message>
        <source>It may not have been copied completely. Copy or download it again.</source>
        <translation>Vielleicht wurde es nicht vollständig kopiert. Kopieren oder laden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Choose a JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC, AVIF, JPEG XL, PSD or camera raw file.</source>
        <translation>Wählen Sie eine Datei der Art JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC, AVIF, JPEG XL, PSD oder eine Kamera-Rohdatei.</translation>
    </message>
    <message>
        <source>Install the Python package rawpy, or develop it in another program and save it as TIFF or JPEG.</source>
        <translation>Installieren Sie das Python-Paket rawpy, oder entwickeln Sie es in einem anderen Programm und speichern Sie es als TIFF oder JPEG.</translation>
    </message>
    <message>
        <source>Install the Python package pillow-jxl-plugin, or save it in another program as PNG or JPEG.</source>
        <translation>Installieren Sie das Python-Paket pillow-jxl-plugin, oder speichern Sie es in einem anderen Programm als PNG oder JPEG.</translation>
    </message>
    <message>
        <source>Open it in another program and save the page you want as PNG.</source>
        <translation>Öffnen Sie es in einem anderen Programm und speichern Sie die gewünschte Seite als PNG.</translation>
    </message>
    <message>
        <source>Open it in another program and export it as PNG, as large as you want it.</source>
        <translation>Öffnen Sie es in einem anderen Programm und exportieren Sie es als PNG, so groß, wie Sie es möchten.</translation>
    </message>
    <message>
        <source>Choose a picture in which something is to be seen.</source>
        <translation>Wählen Sie ein Bild, auf dem etwas zu sehen ist.</translation>
    </message>
    <message>
        <source>Copy or download it again, or save it anew in another program.</source>
        <translation>Kopieren oder laden Sie es noch einmal, oder speichern Sie es in einem anderen Programm neu.</translation>
    </message>
    <message>
        <source>Open it in another program and save it anew as PNG or JPEG.</source>
        <translation>Öffnen Sie es in einem anderen Programm und speichern Sie es neu als PNG oder JPEG.</translation>
    </message>
    <message>
        <source>Check that the disk or the network drive is still connected, then try again.</source>
        <translation>Prüfen Sie, ob der Datenträger oder das Netzlaufwerk noch verbunden ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Make it smaller in another program first.</source>
        <translation>Verkleinern Sie es zuerst in einem anderen Programm.</translation>
    </message>
    <message>
        <source>Choose a larger picture.</source>
        <translation>Wählen Sie ein größeres Bild.</translation>
    </message>
    <message>
        <source>Crop it in another program first.</source>
        <translation>Schneiden Sie es zuerst in einem anderen Programm zu.</translation>
    </message>
    <message>
        <source>Give the file a name with one of these endings.</source>
        <translation>Geben Sie der Datei einen Namen mit einer dieser Endungen.</translation>
    </message>
    <message>
        <source>Create the folder first, or choose another one.</source>
        <translation>Legen Sie den Ordner zuerst an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Choose a shorter name without special characters.</source>
        <translation>Wählen Sie einen kürzeren Namen ohne Sonderzeichen.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF, or choose a smaller size.</source>
        <translation>Speichern Sie es als PNG oder TIFF, oder wählen Sie eine kleinere Größe.</translation>
    </message>
    <message>
        <source>Give the file a name with one of these endings, or ask for 8 bits.</source>
        <translation>Geben Sie der Datei einen Namen mit einer dieser Endungen, oder verlangen Sie 8 Bit.</translation>
    </message>
    <message>
        <source>Choose another folder, such as your Pictures folder.</source>
        <translation>Wählen Sie einen anderen Ordner, etwa Ihren Bilderordner.</translation>
    </message>
    <message>
        <source>Make room on the disk, or choose a folder on another one.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder wählen Sie einen Ordner auf einem anderen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Another program may be using it. Close that and try again.</source>
        <translation>Vielleicht verwendet es ein anderes Programm. Schließen Sie dieses, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Not every disk has a trash. Show the picture in its folder and delete it there.</source>
        <translation>Nicht jede Platte hat einen Papierkorb. Zeigen Sie das Bild in seinem Ordner, und löschen Sie es dort.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Install Impasto again to get a fresh copy of it.</source>
        <translation>Installieren Sie Impasto neu, um eine frische Kopie davon zu bekommen.</translation>
    </message>
    <message>
        <source>Check that you may read Impasto&apos;s own folder, or install Impasto again.</source>
        <translation>Prüfen Sie, ob Sie Impastos eigenen Ordner lesen dürfen, oder installieren Sie Impasto neu.</translation>
    </message>
    <message>
        <source>Choose another device, or leave the choice to Impasto.</source>
        <translation>Wählen Sie ein anderes Gerät, oder überlassen Sie Impasto die Wahl.</translation>
    </message>
    <message>
        <source>Choose a smaller size, or close other programs, and start again.</source>
        <translation>Wählen Sie eine kleinere Größe, oder schließen Sie andere Programme, und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Make room on the disk, or choose a smaller size, and start again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder wählen Sie eine kleinere Größe, und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Go to a folder that is there, and start again.</source>
        <translation>Wechseln Sie in einen Ordner, den es gibt, und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Start Impasto anew. If it happens again, the graphics card may be too hot, or its driver needs an update.</source>
        <translation>Starten Sie Impasto neu. Wenn es wieder geschieht, ist die Grafikkarte vielleicht zu heiß, oder ihr Treiber muss aktualisiert werden.</translation>
    </message>
    <message>
        <source>Start again with a lower strength or another size.</source>
        <translation>Beginnen Sie noch einmal mit geringerer Stärke oder anderer Größe.</translation>
    </message>
    <message>
        <source>See with “impasto resume --list” which there are.</source>
        <translation>Mit „impasto resume --list“ sehen Sie, welche es gibt.</translation>
    </message>
    <message>
        <source>Paint the picture anew.</source>
        <translation>Malen Sie das Bild neu.</translation>
    </message>
    <message>
        <source>Begin a new one.</source>
        <translation>Beginnen Sie ein neues.</translation>
    </message>
    <message>
        <source>Check that the disk is still connected, then try again.</source>
        <translation>Prüfen Sie, ob der Datenträger noch verbunden ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Go on with it in that version, or paint it anew.</source>
        <translation>Malen Sie in jener Version daran weiter, oder malen Sie es neu.</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it where it is painted.</source>
        <translation>Warten Sie, bis es fertig ist, oder halten Sie es dort an, wo es gemalt wird.</translation>
    </message>
    <message>
        <source>Put it back to where it was, then try again.</source>
        <translation>Legen Sie es dorthin zurück, wo es war, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Put the former file back, or paint the picture anew.</source>
        <translation>Legen Sie die frühere Datei zurück, oder malen Sie das Bild neu.</translation>
    </message>
    <message>
        <source>Say with -o which file to write.</source>
        <translation>Geben Sie mit -o an, welche Datei geschrieben werden soll.</translation>
    </message>
    <message>
        <source>The picture itself is not touched by that.</source>
        <translation>Das Bild selbst bleibt davon unberührt.</translation>
    </message>
    <message>
        <source>Paint a picture first.</source>
        <translation>Malen Sie zuerst ein Bild.</translation>
    </message>
    <message>
        <source>Let the picture be painted a little further.</source>
        <translation>Lassen Sie das Bild noch ein Stück weiter malen.</translation>
    </message>
    <message>
        <source>Choose an earlier place, or a larger size.</source>
        <translation>Wählen Sie eine frühere Stelle oder eine größere Größe.</translation>
    </message>
    <message>
        <source>Choose the print size that the picture was begun with.</source>
        <translation>Wählen Sie die Druckgröße, mit der das Bild begonnen wurde.</translation>
    </message>
    <message>
        <source>End the name in .webp or .mp4.</source>
        <translation>Lassen Sie den Namen auf .webp oder .mp4 enden.</translation>
    </message>
    <message>
        <source>Choose WebP, or install the Python package av.</source>
        <translation>Wählen Sie WebP, oder installieren Sie das Python-Paket av.</translation>
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>The painting&apos;s colours</source>
        <translation>Farben des Gemäldes</translation>
    </message>
    <message>
        <source>The photo&apos;s colours</source>
        <translation>Farben des Fotos</translation>
    </message>
    <message>
        <source>Matched colours</source>
        <translation>Angepasste Farben</translation>
    </message>
    <message>
        <source>Strength {strength:g}, strokes {scale}</source>
        <translation>Stärke {strength:g}, Striche {scale}</translation>
    </message>
</context>
<context>
    <name>well</name>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
</context>
</TS>
