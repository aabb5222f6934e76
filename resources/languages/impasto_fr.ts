<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Impasto</source>
        <translation>À propos d’Impasto</translation>
    </message>
    <message>
        <source>Impasto {version}</source>
        <translation>Impasto {version}</translation>
    </message>
    <message>
        <source>Repaints a photograph in the manner of a painting, on your own computer. It never goes online.</source>
        <translation>Repeint une photo à la manière d’un tableau, sur votre propre ordinateur. Ne va jamais sur Internet.</translation>
    </message>
    <message>
        <source>Impasto itself is free software under the MIT licence.</source>
        <translation>Impasto lui-même est un logiciel libre sous licence MIT.</translation>
    </message>
    <message>
        <source>The networks VGG-19 and VGG-16 were trained by Karen Simonyan and Andrew Zisserman, Visual Geometry Group, University of Oxford, and are licensed under CC BY 4.0. They were cut after relu5_1 and stored in half precision.</source>
        <translation>Les réseaux VGG-19 et VGG-16 ont été entraînés par Karen Simonyan et Andrew Zisserman, Visual Geometry Group, University of Oxford, et sont sous licence CC BY 4.0. Ils ont été coupés après relu5_1 et enregistrés en demi-précision.</translation>
    </message>
    <message>
        <source>The method is that of Leon Gatys, Alexander Ecker and Matthias Bethge, “Image Style Transfer Using Convolutional Neural Networks”, 2016.</source>
        <translation>La méthode est celle de Leon Gatys, Alexander Ecker et Matthias Bethge, «&#xa0;Image Style Transfer Using Convolutional Neural Networks&#xa0;», 2016.</translation>
    </message>
    <message>
        <source>Built with Qt (LGPL 3), PyTorch (BSD), NumPy (BSD) and Pillow (MIT-CMU).</source>
        <translation>Construit avec Qt (LGPL 3), PyTorch (BSD), NumPy (BSD) et Pillow (MIT-CMU).</translation>
    </message>
</context>
<context>
    <name>AgainActions</name>
    <message>
        <source>&amp;More steps</source>
        <translation>Plus d’étap&amp;es</translation>
    </message>
    <message>
        <source>Paint on at this picture, at its full size</source>
        <translation>Continuer à peindre cette image, à sa pleine taille</translation>
    </message>
    <message>
        <source>&amp;Another one, from noise</source>
        <translation>Une &amp;autre, à partir de bruit</translation>
    </message>
    <message>
        <source>Paint the same once more; it comes out differently</source>
        <translation>Peindre la même chose encore une fois&#x202f;; le résultat sera différent</translation>
    </message>
    <message>
        <source>Start the &amp;next from it</source>
        <translation>&amp;Commencer la suivante avec elle</translation>
    </message>
    <message>
        <source>Begin the next picture with this one</source>
        <translation>Commencer la prochaine image avec celle-ci</translation>
    </message>
    <message>
        <source>Use it as the p&amp;hoto</source>
        <translation>En &amp;faire la photo</translation>
    </message>
    <message>
        <source>Make this picture the photo</source>
        <translation>Prendre cette image comme photo</translation>
    </message>
</context>
<context>
    <name>AwayNotices</name>
    <message>
        <source>Your picture is done</source>
        <translation>Votre image est terminée</translation>
    </message>
    <message>
        <source>Your picture could not be painted</source>
        <translation>Votre image n’a pas pu être peinte</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Save it elsewhere…</source>
        <translation>Enregistrer ailleurs…</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>Les reprendre</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Rechercher…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Choose where this picture is to be kept</source>
        <translation>Choisir où conserver cette image</translation>
    </message>
    <message>
        <source>Take over the paintings and settings of this picture</source>
        <translation>Reprendre les tableaux et les réglages de cette image</translation>
    </message>
    <message>
        <source>Show the program where the missing picture is</source>
        <translation>Montrer au programme où se trouve l’image manquante</translation>
    </message>
    <message>
        <source>Everything as it was before</source>
        <translation>Tout redevient comme avant</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>CarriedRecipeControl</name>
    <message>
        <source>Recipe in the picture</source>
        <translation>Recette dans l’image</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>The file tells how it was painted, so that it can be painted again; it names no folders.</source>
        <translation>Le fichier dit comment l’image a été peinte, pour qu’on puisse la repeindre&#x202f;; il ne nomme aucun dossier.</translation>
    </message>
    <message>
        <source>With folders</source>
        <translation>Avec dossiers</translation>
    </message>
    <message>
        <source>The file also tells in which folders the photo and the paintings lie.</source>
        <translation>Le fichier dit aussi dans quels dossiers se trouvent la photo et les tableaux.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>The file does not tell how it was painted.</source>
        <translation>Le fichier ne dit pas comment l’image a été peinte.</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>{setting}: {value}</source>
        <extracomment>A setting and one of its values, such as Size: Large</extracomment>
        <translation>{setting}&#xa0;: {value}</translation>
    </message>
</context>
<context>
    <name>ClosingQuestions</name>
    <message numerus="yes">
        <source>%n picture(s) still wait to be painted.</source>
        <translation>
            <numerusform>%n image attend encore d’être peinte.</numerusform>
            <numerusform>%n images attendent encore d’être peintes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture that is being painted is stopped and kept.</source>
        <translation>L’image en cours est arrêtée et conservée.</translation>
    </message>
    <message>
        <source>Impasto goes on with it, and with those that wait, when you next start it.</source>
        <translation>Au prochain démarrage, Impasto la poursuit, puis peint celles qui attendent.</translation>
    </message>
    <message>
        <source>Those that wait could not be written down, and will not be painted.</source>
        <translation>Celles qui attendent n’ont pas pu être notées et ne seront pas peintes.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Go on painting</source>
        <translation>Continuer à peindre</translation>
    </message>
    <message numerus="yes">
        <source>%n painted picture(s) could not be kept.</source>
        <translation>
            <numerusform>%n image peinte n’a pas pu être conservée.</numerusform>
            <numerusform>%n images peintes n’ont pas pu être conservées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing now loses what has not been saved.</source>
        <translation>Fermer maintenant fait perdre ce qui n’a pas été enregistré.</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Fermer et perdre</translation>
    </message>
    <message numerus="yes">
        <source>%n painted picture(s) could only be kept in the temporary folder.</source>
        <translation>
            <numerusform>%n image peinte n’a pu être conservée que dans le dossier temporaire.</numerusform>
            <numerusform>%n images peintes n’ont pu être conservées que dans le dossier temporaire.</numerusform>
        </translation>
    </message>
    <message>
        <source>The system may empty that folder when the computer starts anew.</source>
        <translation>Le système peut vider ce dossier au redémarrage de l’ordinateur.</translation>
    </message>
    <message>
        <source>Close and leave it there</source>
        <translation>Fermer et laisser là</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
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
        <translation>Chargement des images…</translation>
    </message>
    <message>
        <source>The photo is missing</source>
        <translation>Il manque la photo</translation>
    </message>
    <message>
        <source>Choose one at the top left.</source>
        <translation>Choisissez-en une en haut à gauche.</translation>
    </message>
    <message>
        <source>The painting is missing</source>
        <translation>Il manque le tableau</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>Choisissez-en un à gauche.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Press Stylize to paint the photo like the painting.</source>
        <translation>«&#xa0;Peindre&#xa0;» peint la photo comme le tableau.</translation>
    </message>
    <message>
        <source>Loading the picture…</source>
        <translation>Chargement de l’image…</translation>
    </message>
    <message>
        <source>A large one takes a moment.</source>
        <translation>Une grande image demande un moment.</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Ended at once; what was being painted was not kept.</source>
        <translation>Arrêt immédiat&#x202f;; ce qui était en cours n’a pas été conservé.</translation>
    </message>
</context>
<context>
    <name>ExpertSettings</name>
    <message>
        <source>Use the usual ones</source>
        <translation>Prendre les habituels</translation>
    </message>
    <message>
        <source>From the recipe</source>
        <translation>D’après la recette</translation>
    </message>
    <message>
        <source>Gram matrices</source>
        <translation>matrices de Gram</translation>
    </message>
    <message>
        <source>the network VGG-16</source>
        <translation>le réseau VGG-16</translation>
    </message>
    <message>
        <source>full precision</source>
        <translation>pleine précision</translation>
    </message>
    <message>
        <source>half precision</source>
        <translation>demi-précision</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open photo</source>
        <translation>Ouvrir une photo</translation>
    </message>
    <message>
        <source>Open paintings</source>
        <translation>Ouvrir des tableaux</translation>
    </message>
    <message>
        <source>Add paintings</source>
        <translation>Ajouter des tableaux</translation>
    </message>
    <message>
        <source>Start from picture</source>
        <translation>Partir d’une image</translation>
    </message>
    <message>
        <source>Paint again</source>
        <translation>Peindre de nouveau</translation>
    </message>
    <message>
        <source>Find {name}</source>
        <translation>Rechercher {name}</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Images ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>Enregistrer l’image sous</translation>
    </message>
    <message>
        <source>PDF, a page to print or send (*.pdf)</source>
        <translation>PDF, une page à imprimer ou à envoyer (*.pdf)</translation>
    </message>
    <message>
        <source>Save sheet as</source>
        <translation>Enregistrer la planche sous</translation>
    </message>
    <message>
        <source>PNG, without loss (*.png)</source>
        <translation>PNG, sans perte (*.png)</translation>
    </message>
    <message>
        <source>JPEG, small (*.jpg *.jpeg)</source>
        <translation>JPEG, léger (*.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>WebP, small (*.webp)</source>
        <translation>WebP, léger (*.webp)</translation>
    </message>
    <message>
        <source>TIFF, for printing (*.tif *.tiff)</source>
        <translation>TIFF, pour l’impression (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>Animated WebP, for web pages (*.webp)</source>
        <translation>WebP animé, pour le web (*.webp)</translation>
    </message>
    <message>
        <source>MP4, a film (*.mp4)</source>
        <translation>MP4, un film (*.mp4)</translation>
    </message>
    <message>
        <source>Save timelapse</source>
        <translation>Enregistrer le timelapse</translation>
    </message>
</context>
<context>
    <name>FirstHint</name>
    <message>
        <source>Begin with a photo of your own: click the small photo at the left, or drop one here.</source>
        <translation>Commencez avec une de vos photos&#xa0;: cliquez sur la petite photo à gauche, ou déposez-en une ici.</translation>
    </message>
</context>
<context>
    <name>GalleryActions</name>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Regarder</translation>
    </message>
    <message>
        <source>See the picture large, or two side by side</source>
        <translation>Voir l’image en grand, ou deux côte à côte</translation>
    </message>
    <message>
        <source>&amp;Use its settings</source>
        <translation>&amp;Utiliser ses réglages</translation>
    </message>
    <message>
        <source>Paint the photo on the left with the settings of this picture</source>
        <translation>Peindre la photo de gauche avec les réglages de cette image</translation>
    </message>
    <message>
        <source>&amp;Paint again</source>
        <translation>&amp;Peindre à nouveau</translation>
    </message>
    <message>
        <source>Choose its photo, its paintings and its settings</source>
        <translation>Choisir sa photo, ses tableaux et ses réglages</translation>
    </message>
    <message>
        <source>Same, l&amp;arger</source>
        <translation>La même, plus &amp;grande</translation>
    </message>
    <message>
        <source>Choose all of it, for a picture twice as large</source>
        <translation>Choisir le tout, pour une image deux fois plus grande</translation>
    </message>
    <message>
        <source>Same, &amp;for print…</source>
        <translation>La même, pour l’&amp;impression…</translation>
    </message>
    <message>
        <source>Choose all of it, and a sheet of paper</source>
        <translation>Choisir le tout, et une feuille de papier</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Re&amp;nommer…</translation>
    </message>
    <message>
        <source>Give the picture and its file another name</source>
        <translation>Donner un autre nom à l’image et à son fichier</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Mon&amp;trer dans le dossier</translation>
    </message>
    <message>
        <source>Show the file where it lies on the disk</source>
        <translation>Montrer le fichier là où il se trouve sur le disque</translation>
    </message>
    <message>
        <source>&amp;Move to trash</source>
        <translation>&amp;Mettre à la corbeille</translation>
    </message>
    <message>
        <source>It can be taken out of the trash again</source>
        <translation>Elle peut être ressortie de la corbeille</translation>
    </message>
    <message>
        <source>Rename picture</source>
        <translation>Renommer l’image</translation>
    </message>
    <message>
        <source>Its name, and that of its file</source>
        <translation>Son nom, et celui de son fichier</translation>
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
        <translation>Toutes les images terminées (Ctrl+G)</translation>
    </message>
</context>
<context>
    <name>GalleryDetails</name>
    <message>
        <source>Use settings</source>
        <translation>Utiliser les réglages</translation>
    </message>
    <message>
        <source>Paint the photo on the left with the settings of this picture</source>
        <translation>Peindre la photo de gauche avec les réglages de cette image</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More to do with this picture</source>
        <translation>Ce que l’on peut faire d’autre avec cette image</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are chosen</source>
        <translation>
            <numerusform>%n image est choisie</numerusform>
            <numerusform>%n images sont choisies</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a picture to see how it was painted.</source>
        <translation>Choisissez une image pour voir comment elle a été peinte.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Regarder</translation>
    </message>
    <message>
        <source>See both side by side</source>
        <translation>Voir les deux côte à côte</translation>
    </message>
    <message>
        <source>See the picture large (Return)</source>
        <translation>Voir l’image en grand (Entrée)</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
    <message>
        <source>does not tell how it was painted</source>
        <translation>ne dit pas comment elle a été peinte</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Ébauche</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>strength {strength}, freedom {freedom}</source>
        <translation>intensité {strength}, liberté {freedom}</translation>
    </message>
    <message>
        <source>for print</source>
        <translation>pour l’impression</translation>
    </message>
</context>
<context>
    <name>GalleryGrid</name>
    <message>
        <source>Finished pictures</source>
        <translation>Images terminées</translation>
    </message>
    <message>
        <source>Choose one to see how it was painted, or two to compare them.</source>
        <translation>Choisissez-en une pour voir comment elle a été peinte, ou deux pour les comparer.</translation>
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
        <translation>Chercher par nom</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>Toutes les images</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Back to all pictures (Esc)</source>
        <translation>Retour à toutes les images (Échap)</translation>
    </message>
    <message>
        <source>Back to what is being painted (Esc)</source>
        <translation>Retour à ce qui est peint (Échap)</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} sur {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>No picture has that name.</source>
        <translation>Aucune image ne porte ce nom.</translation>
    </message>
    <message>
        <source>Looking for pictures…</source>
        <translation>Recherche des images…</translation>
    </message>
    <message>
        <source>Every picture that you paint will be found here.</source>
        <translation>Toutes les images que vous peignez se retrouvent ici.</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Close this hint</source>
        <translation>Fermer cette indication</translation>
    </message>
    <message>
        <source>Close this hint; it does not come back</source>
        <translation>Fermer cette indication&#x202f;; elle ne reviendra pas</translation>
    </message>
</context>
<context>
    <name>ImageWell</name>
    <message>
        <source>Click to choose a picture, or drop or paste one here</source>
        <translation>Cliquer pour choisir une image, ou en déposer ou coller une ici</translation>
    </message>
    <message>
        <source>Empty. Press to choose a picture.</source>
        <translation>Vide. Appuyer pour choisir une image.</translation>
    </message>
    <message>
        <source>{name}, {size}. Press to choose another one.</source>
        <translation>{name}, {size}. Appuyer pour en choisir une autre.</translation>
    </message>
    <message>
        <source>{name}: {shares}. Press to choose others.</source>
        <translation>{name}&#xa0;: {shares}. Appuyer pour en choisir d’autres.</translation>
    </message>
</context>
<context>
    <name>KeyOverview</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Everything that can be done with the keyboard</source>
        <translation>Tout ce qui peut se faire au clavier</translation>
    </message>
    <message>
        <source>Back to the window (Esc)</source>
        <translation>Revenir à la fenêtre (Échap)</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>L’image</translation>
    </message>
    <message>
        <source>See all of the photo while held</source>
        <translation>Voir toute la photo tant qu’on appuie</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Déplacer l’image</translation>
    </message>
    <message>
        <source>Move the line between photo and picture</source>
        <translation>Déplacer la ligne entre la photo et l’image</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>Go from one to another</source>
        <translation>Aller de l’un à l’autre</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Mix in</source>
        <translation>Mélanger</translation>
    </message>
    <message>
        <source>Rename one of yours</source>
        <translation>Renommer un des vôtres</translation>
    </message>
    <message>
        <source>Remove one of yours</source>
        <translation>Retirer un des vôtres</translation>
    </message>
    <message>
        <source>How the picture came about</source>
        <translation>Genèse de l’image</translation>
    </message>
    <message>
        <source>Back and forth</source>
        <translation>Avancer et reculer</translation>
    </message>
    <message>
        <source>From dot to dot</source>
        <translation>De point en point</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Go to the next control</source>
        <translation>Aller à la commande suivante</translation>
    </message>
    <message>
        <source>Move a slider</source>
        <translation>Déplacer un curseur</translation>
    </message>
    <message>
        <source>Press a button</source>
        <translation>Appuyer sur un bouton</translation>
    </message>
</context>
<context>
    <name>LoupeCommands</name>
    <message>
        <source>&amp;Loupe</source>
        <translation>&amp;Loupe</translation>
    </message>
</context>
<context>
    <name>LoupePage</name>
    <message>
        <source>Another place…</source>
        <translation>Autre endroit…</translation>
    </message>
    <message>
        <source>Choose another place of the picture</source>
        <translation>Choisir un autre endroit de l’image</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>Retour à l’image (Échap)</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>Loupe</translation>
    </message>
    <message>
        <source>{size} px, strength {strength}, freedom {freedom}</source>
        <translation>{size} px, intensité {strength}, liberté {freedom}</translation>
    </message>
    <message>
        <source>Former settings: {settings}</source>
        <translation>Anciens réglages&#xa0;: {settings}</translation>
    </message>
    <message>
        <source>Goes on when the picture is done.</source>
        <translation>Reprend quand l’image est terminée.</translation>
    </message>
    <message>
        <source>The first place takes longer: the whole picture is painted small for it.</source>
        <translation>Le premier endroit prend plus de temps&#xa0;: l’image entière est d’abord peinte en petit.</translation>
    </message>
    <message>
        <source>The picture&apos;s own pixels, nearly as they will be: strokes may lie otherwise.</source>
        <translation>Les pixels de l’image, presque tels qu’ils seront&#xa0;: les coups de pinceau peuvent différer.</translation>
    </message>
</context>
<context>
    <name>LoupeTile</name>
    <message>
        <source>How far this place is</source>
        <translation>Avancement de cet endroit</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Encore</translation>
    </message>
    <message>
        <source>Paint this place with the settings as they are now, and keep this one</source>
        <translation>Peindre cet endroit avec les réglages actuels, en conservant celui-ci</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Keep this place no longer</source>
        <translation>Ne plus conserver cet endroit</translation>
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
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Open &amp;photo…</source>
        <translation>Ouvrir une &amp;photo…</translation>
    </message>
    <message>
        <source>Open pa&amp;inting…</source>
        <translation>Ouvrir un &amp;tableau…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>&amp;Enregistrer sous…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Copier l’image</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>&amp;Stylize</source>
        <translation>&amp;Peindre</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Pa&amp;use</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>Paint a picture a&amp;gain…</source>
        <translation>Peindre de &amp;nouveau une image…</translation>
    </message>
    <message>
        <source>R&amp;eset all settings</source>
        <translation>Réinitialiser tous les ré&amp;glages</translation>
    </message>
    <message>
        <source>Save time&amp;lapse…</source>
        <translation>Enregistrer le &amp;timelapse…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>Copier le &amp;diagnostic</translation>
    </message>
    <message>
        <source>&amp;About Impasto</source>
        <translation>À &amp;propos d’Impasto</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>&amp;Annuler&#xa0;: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>&amp;Rétablir&#xa0;: {what}</translation>
    </message>
</context>
<context>
    <name>MoreControls</name>
    <message>
        <source>More settings</source>
        <translation>Autres réglages</translation>
    </message>
    <message>
        <source>Strokes, colours, what the picture starts from, and what it tells of itself</source>
        <translation>Coups de pinceau, couleurs, point de départ de l’image et ce qu’elle dit d’elle-même</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Give every setting its default; the pictures stay</source>
        <translation>Remettre chaque réglage à sa valeur par défaut&#x202f;; les images restent</translation>
    </message>
    <message>
        <source>Brush strokes</source>
        <translation>Coups de pinceau</translation>
    </message>
    <message>
        <source>finer</source>
        <translation>plus fins</translation>
    </message>
    <message>
        <source>broader</source>
        <translation>plus larges</translation>
    </message>
    <message>
        <source>Direction of the strokes</source>
        <translation>Sens des coups de pinceau</translation>
    </message>
    <message>
        <source>As painted</source>
        <translation>D’origine</translation>
    </message>
    <message>
        <source>Strokes run as they do in the painting.</source>
        <translation>Les coups de pinceau vont dans le même sens que dans le tableau.</translation>
    </message>
    <message>
        <source>Any direction</source>
        <translation>Tout sens</translation>
    </message>
    <message>
        <source>The painting&apos;s strokes may be turned and mirrored, to follow the photo&apos;s forms.</source>
        <translation>Les coups de pinceau du tableau peuvent être tournés et retournés, pour suivre les formes de la photo.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Painting&apos;s</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>The palette of the painting.</source>
        <translation>La palette du tableau.</translation>
    </message>
    <message>
        <source>Photo&apos;s</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Only light and dark are painted; the colours stay.</source>
        <translation>Seuls le clair et le sombre sont peints&#x202f;; les couleurs restent.</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Accordées</translation>
    </message>
    <message>
        <source>The painting is first recoloured to suit the photo.</source>
        <translation>Le tableau est d’abord recoloré pour convenir à la photo.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Keeps the photo&apos;s drawing best.</source>
        <translation>Garde le mieux le dessin de la photo.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Bruit</translation>
    </message>
    <message>
        <source>Freer, and different with every number.</source>
        <translation>Plus libre, et différent avec chaque numéro.</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Image…</translation>
    </message>
    <message>
        <source>Goes on from a picture, such as an earlier one.</source>
        <translation>Continue à partir d’une image, par exemple une image précédente.</translation>
    </message>
    <message>
        <source>No. </source>
        <translation>N° </translation>
    </message>
    <message>
        <source>How broad the strokes are beside the painting&apos;s; can be changed while the picture is being painted</source>
        <translation>La largeur des coups de pinceau par rapport au tableau&#x202f;; modifiable pendant que l’image est peinte</translation>
    </message>
    <message>
        <source>Number of the noise</source>
        <translation>Numéro du bruit</translation>
    </message>
    <message>
        <source>The same number gives the same picture again; another one gives another.</source>
        <translation>Le même numéro redonne la même image&#x202f;; un autre en donne une autre.</translation>
    </message>
    <message>
        <source>More steps: {name}</source>
        <translation>Plus d’étapes&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Paints on at this picture, at its full size: {name}</source>
        <translation>Continue de peindre cette image, en taille réelle&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Names of the pictures</source>
        <translation>Noms des images</translation>
    </message>
    <message>
        <source>What the files of finished pictures are called</source>
        <translation>Le nom des fichiers des images terminées</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Insert into the name</source>
        <translation>Insérer dans le nom</translation>
    </message>
    <message>
        <source>Put in what differs from picture to picture, such as the name of the photo</source>
        <translation>Insérer ce qui change d’une image à l’autre, comme le nom de la photo</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>The usual name</source>
        <translation>Le nom habituel</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The picture is not lost: it is in {path}. The system may empty that folder when the computer starts anew, so save it somewhere else.</source>
        <translation>L’image n’est pas perdue&#xa0;: elle est dans {path}. Le système peut vider ce dossier au redémarrage de l’ordinateur&#x202f;; enregistrez-la donc ailleurs.</translation>
    </message>
    <message>
        <source>The list of your paintings could not be written down.</source>
        <translation>La liste de vos tableaux n’a pas pu être enregistrée.</translation>
    </message>
    <message>
        <source>It stays as you see it until Impasto ends; the next change of it tries once more.</source>
        <translation>Elle reste telle que vous la voyez jusqu’à la fermeture d’Impasto&#x202f;; un nouvel essai sera fait à son prochain changement.</translation>
    </message>
    <message>
        <source>The list of the pictures that wait could not be written down.</source>
        <translation>La liste des images qui attendent n’a pas pu être enregistrée.</translation>
    </message>
    <message>
        <source>They are painted as long as Impasto stays open. Make room on the disk before you close it.</source>
        <translation>Elles seront peintes tant qu’Impasto reste ouvert. Libérez de la place sur le disque avant de le fermer.</translation>
    </message>
    <message>
        <source>The list of the pictures that waited could not be read.</source>
        <translation>La liste des images qui attendaient n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>It stays where it is, and is read at the next start.</source>
        <translation>Elle reste où elle est et sera lue au prochain démarrage.</translation>
    </message>
    <message>
        <source>The list of the pictures that waited is damaged, so they are not painted.</source>
        <translation>La liste des images qui attendaient est abîmée&#xa0;: elles ne seront pas peintes.</translation>
    </message>
    <message>
        <source>It has been set aside: {path}</source>
        <translation>Elle a été mise de côté&#xa0;: {path}</translation>
    </message>
    <message>
        <source>“{name}” is not painted by itself: Impasto ended twice while it was begun.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas repeinte d’elle-même&#xa0;: Impasto s’est arrêté deux fois en la commençant.</translation>
    </message>
    <message>
        <source>Paint it smaller, or close other programs first.</source>
        <translation>Peignez-la plus petite, ou fermez d’abord d’autres programmes.</translation>
    </message>
    <message numerus="yes">
        <source>%n presets are kept</source>
        <translation>
            <numerusform>%n préréglage est conservé</numerusform>
            <numerusform>%n préréglages sont conservés</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings are those of {name} now.</source>
        <translation>Les réglages sont maintenant ceux de {name}.</translation>
    </message>
    <message>
        <source>The presets could not be changed on the disk.</source>
        <translation>Les préréglages n’ont pas pu être modifiés sur le disque.</translation>
    </message>
    <message>
        <source>Make room on the disk, or allow Impasto to write there; then try again.</source>
        <translation>Libérez de la place sur le disque ou autorisez Impasto à y écrire, puis réessayez.</translation>
    </message>
    <message>
        <source>The rating could not be written down.</source>
        <translation>La note n’a pas pu être enregistrée.</translation>
    </message>
    <message>
        <source>Make room on the disk, or allow Impasto to write there; then rate it again.</source>
        <translation>Faites de la place sur le disque, ou permettez à Impasto d’y écrire ; puis notez-la à nouveau.</translation>
    </message>
    <message>
        <source>The picture is not lost: it is in {path}.</source>
        <translation>L’image n’est pas perdue&#xa0;: elle est dans {path}.</translation>
    </message>
    <message>
        <source>“{name}” is cut short: its end is missing.</source>
        <translation>«&#xa0;{name}&#xa0;» est tronqué&#xa0;: la fin manque.</translation>
    </message>
    <message>
        <source>It can be painted as it is, with a part that is plain grey or coarse. If there is another copy, use that one.</source>
        <translation>L’image peut être peinte telle quelle, avec une partie grise ou grossière. S’il en existe une autre copie, prenez celle-là.</translation>
    </message>
    <message>
        <source>The picture is painted on without that change.</source>
        <translation>L’image continue d’être peinte sans ce changement.</translation>
    </message>
    <message>
        <source>It can be painted like any other picture.</source>
        <translation>Elle peut être peinte comme toute autre image.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, the details are in {folder}.</source>
        <translation>Réessayez. Si cela se reproduit, les détails sont dans {folder}.</translation>
    </message>
</context>
<context>
    <name>PaintingSettings</name>
    <message>
        <source>Paint on</source>
        <translation>Peindre sur</translation>
    </message>
    <message>
        <source>What is fastest</source>
        <translation>Ce qui est le plus rapide</translation>
    </message>
    <message>
        <source>The graphics card</source>
        <translation>La carte graphique</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>Le processeur</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} Go</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>As much as is free</source>
        <translation>Autant qu’il y en a de libre</translation>
    </message>
    <message>
        <source>Left to other programs</source>
        <translation>Laissé aux autres programmes</translation>
    </message>
    <message>
        <source>Nothing: paint as fast as possible</source>
        <translation>Rien&#xa0;: peindre le plus vite possible</translation>
    </message>
    <message>
        <source>A quarter of the processor</source>
        <translation>Un quart du processeur</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>La moitié du processeur</translation>
    </message>
    <message>
        <source>What part of the computer paints</source>
        <translation>La partie de l’ordinateur qui peint</translation>
    </message>
    <message>
        <source>With less, large pictures are painted in parts and take longer.</source>
        <translation>Avec moins, les grandes images sont peintes par morceaux et prennent plus de temps.</translation>
    </message>
    <message>
        <source>Both hold from the next picture on.</source>
        <translation>Les deux valent à partir de l’image suivante.</translation>
    </message>
    <message>
        <source>With more, other programs stay quicker, and a picture takes longer.</source>
        <translation>Avec plus, les autres programmes restent rapides et une image prend plus de temps.</translation>
    </message>
    <message>
        <source>Changes at once, also while a picture is being painted.</source>
        <translation>Change aussitôt, même pendant qu’une image se peint.</translation>
    </message>
</context>
<context>
    <name>PaintingStrip</name>
    <message>
        <source>Paintings to choose from</source>
        <translation>Tableaux au choix</translation>
    </message>
    <message>
        <source>Click a painting to paint like it; Ctrl-click mixes it in</source>
        <translation>Un clic choisit un tableau&#x202f;; Ctrl+clic l’ajoute au mélange</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Le fichier n’est plus là.</translation>
    </message>
</context>
<context>
    <name>PictureImport</name>
    <message>
        <source>That picture is not on this computer, and Impasto never goes online.</source>
        <translation>Cette image n’est pas sur cet ordinateur, et Impasto ne va jamais sur Internet.</translation>
    </message>
    <message>
        <source>Save it to a folder first, then drop the file here.</source>
        <translation>Enregistrez-la d’abord dans un dossier, puis déposez le fichier ici.</translation>
    </message>
    <message>
        <source>There is no picture in that.</source>
        <translation>Il n’y a pas d’image là-dedans.</translation>
    </message>
    <message>
        <source>Copy or drag a picture, or a picture file.</source>
        <translation>Copiez ou faites glisser une image ou un fichier d’image.</translation>
    </message>
</context>
<context>
    <name>PictureSettings</name>
    <message>
        <source>Folder of the pictures</source>
        <translation>Dossier des images</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>The usual folder</source>
        <translation>Le dossier habituel</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Type de fichier</translation>
    </message>
    <message>
        <source>PNG, without loss</source>
        <translation>PNG, sans perte</translation>
    </message>
    <message>
        <source>TIFF, for printing</source>
        <translation>TIFF, pour l’impression</translation>
    </message>
    <message>
        <source>JPEG, small</source>
        <translation>JPEG, petit</translation>
    </message>
    <message>
        <source>WebP, small and without loss</source>
        <translation>WebP, petit et sans perte</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Quality of JPEG</source>
        <translation>Qualité du JPEG</translation>
    </message>
    <message>
        <source>Colour depth</source>
        <translation>Profondeur de couleur</translation>
    </message>
    <message>
        <source>8 bits, for the screen</source>
        <translation>8 bits, pour l’écran</translation>
    </message>
    <message>
        <source>16 bits, to be worked on further</source>
        <translation>16 bits, pour être retravaillée</translation>
    </message>
    <message>
        <source>Where finished pictures are kept</source>
        <translation>Où les images terminées sont conservées</translation>
    </message>
    <message>
        <source>Keep finished pictures in another folder</source>
        <translation>Conserver les images terminées dans un autre dossier</translation>
    </message>
    <message>
        <source>Keep finished pictures where the program does by itself</source>
        <translation>Conserver les images terminées là où le programme le fait de lui-même</translation>
    </message>
    <message>
        <source>What kind of file a finished picture becomes</source>
        <translation>Le type de fichier que devient une image terminée</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Less makes smaller files, and blurs fine strokes.</source>
        <translation>Moins donne des fichiers plus petits et brouille les traits fins.</translation>
    </message>
    <message>
        <source>With 16 bits, soft transitions stay smooth when the picture is made lighter or darker.</source>
        <translation>Avec 16 bits, les transitions douces restent lisses quand l’image est éclaircie ou assombrie.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>For example: {name}</source>
        <translation>Par exemple&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Prese&amp;ts</source>
        <translation>Prérég&amp;lages</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>Whole sets of settings by name: choose one, or keep your own</source>
        <translation>Tous les réglages sous un nom&#xa0;: choisissez-en un ou conservez les vôtres</translation>
    </message>
    <message>
        <source>&amp;Keep these settings…</source>
        <translation>&amp;Conserver ces réglages…</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Re&amp;nommer</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Reti&amp;rer</translation>
    </message>
    <message>
        <source>&amp;Share…</source>
        <translation>&amp;Partager…</translation>
    </message>
    <message>
        <source>Keep these settings</source>
        <translation>Conserver ces réglages</translation>
    </message>
    <message>
        <source>There is a preset of that name already. Replace it?</source>
        <translation>Un préréglage de ce nom existe déjà. Le remplacer&#x202f;?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>Renommer le préréglage</translation>
    </message>
    <message>
        <source>Share preset</source>
        <translation>Partager le préréglage</translation>
    </message>
    <message>
        <source>Impasto preset (*{suffix})</source>
        <translation>Préréglage Impasto (*{suffix})</translation>
    </message>
    <message numerus="yes">
        <source>Name (up to %n characters)</source>
        <translation>
            <numerusform>Nom (%n caractère au plus)</numerusform>
            <numerusform>Nom (%n caractères au plus)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Draft</source>
        <translation>Ébauche</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Impression</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Hold the mouse button or the X key to see the photo.</source>
        <translation>Maintenez le bouton de la souris ou la touche X pour voir la photo.</translation>
    </message>
    <message>
        <source>Drop a photo here, or choose one on the left</source>
        <translation>Déposez une photo ici, ou choisissez-en une à gauche</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Paint for print</source>
        <translation>Peindre pour l’impression</translation>
    </message>
    <message>
        <source>A size of your own</source>
        <translation>Format personnalisé</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Tourner</translation>
    </message>
    <message>
        <source>Upright or across</source>
        <translation>Portrait ou paysage</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> ppp</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Painted beyond each edge, to be cut off by the printer</source>
        <translation>Peint au-delà de chaque bord, pour être coupé par l’imprimeur</translation>
    </message>
    <message>
        <source>Not for print</source>
        <translation>Pas pour l’impression</translation>
    </message>
    <message>
        <source>Fill the sheet, crop the photo</source>
        <translation>Remplir la feuille, recadrer la photo</translation>
    </message>
    <message>
        <source>Whole photo, with white borders</source>
        <translation>Photo entière, avec bords blancs</translation>
    </message>
    <message>
        <source>Whole photo, without borders</source>
        <translation>Photo entière, sans bords</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>Usual sizes of paper</source>
        <translation>Formats de papier courants</translation>
    </message>
    <message>
        <source>How wide the paper is</source>
        <translation>La largeur du papier</translation>
    </message>
    <message>
        <source>How high the paper is</source>
        <translation>La hauteur du papier</translation>
    </message>
    <message>
        <source>What width and height are measured in</source>
        <translation>L’unité de la largeur et de la hauteur</translation>
    </message>
    <message>
        <source>How many pixels lie on an inch: 300 look sharp in the hand, 150 on a wall</source>
        <translation>Le nombre de pixels par pouce&#xa0;: 300 pour une image tenue en main, 150 pour une image au mur</translation>
    </message>
    <message>
        <source>Whether the photo covers the whole paper, or is seen whole itself</source>
        <translation>Si la photo couvre tout le papier ou si elle se voit en entier</translation>
    </message>
    <message>
        <source>Width and height</source>
        <translation>Largeur et hauteur</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Bleed</source>
        <translation>Fond perdu</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} pixels</translation>
    </message>
    <message>
        <source>{width} × {height} pixels: more than the {most} a side that can be painted. Lower the resolution.</source>
        <translation>{width} × {height} pixels&#xa0;: plus que les {most} par côté qui peuvent être peints. Réduisez la résolution.</translation>
    </message>
</context>
<context>
    <name>ProgramSettings</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Tell me when a picture is done</source>
        <translation>Me prévenir quand une image est terminée</translation>
    </message>
    <message>
        <source>Whether the window is light or dark</source>
        <translation>Si la fenêtre est claire ou sombre</translation>
    </message>
    <message>
        <source>Which language the window speaks</source>
        <translation>La langue de la fenêtre</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Une autre langue vaut à partir du prochain démarrage.</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Only while another window is in front, and without a sound.</source>
        <translation>Seulement quand une autre fenêtre est devant, et sans son.</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouverts &amp;récemment</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Effacer cette liste</translation>
    </message>
</context>
<context>
    <name>RecipeControls</name>
    <message>
        <source>nearer the photo</source>
        <translation>plus près de la photo</translation>
    </message>
    <message>
        <source>nearer the painting</source>
        <translation>plus près du tableau</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensité</translation>
    </message>
    <message>
        <source>How much the picture takes on from the painting; can be changed while it is being painted</source>
        <translation>Ce que l’image reprend du tableau&#x202f;; modifiable pendant qu’elle est peinte</translation>
    </message>
    <message>
        <source>keeps the drawing</source>
        <translation>garde le dessin</translation>
    </message>
    <message>
        <source>redraws it</source>
        <translation>le redessine</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>Liberté</translation>
    </message>
    <message>
        <source>How far every stroke follows the painter&apos;s; can be changed while the picture is being painted</source>
        <translation>À quel point chaque trait suit celui du peintre&#x202f;; peut être changé pendant que l’image est peinte</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Petite</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Extra large</source>
        <translation>Très grande</translation>
    </message>
    <message>
        <source>{size} pixels on the longer side</source>
        <translation>{size} pixels sur le plus grand côté</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Longer side in pixels</source>
        <translation>Plus grand côté en pixels</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Ébauche</translation>
    </message>
    <message>
        <source>A quick look.</source>
        <translation>Un premier coup d’œil.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Good for most pictures.</source>
        <translation>Convient à la plupart des images.</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>The cleanest strokes.</source>
        <translation>Les traits les plus nets.</translation>
    </message>
    <message>
        <source>Too large for the memory: at most {size} px.</source>
        <translation>Trop grand pour la mémoire&#xa0;: {size} px au plus.</translation>
    </message>
    <message>
        <source>Takes {duration} and {memory} GB of memory.</source>
        <translation>Demande {duration} et {memory} Go de mémoire.</translation>
    </message>
    <message>
        <source>For print…</source>
        <translation>Pour l’impression…</translation>
    </message>
    <message>
        <source>Paint for a sheet of paper: width, height and resolution</source>
        <translation>Peindre pour une feuille de papier&#xa0;: largeur, hauteur et résolution</translation>
    </message>
    <message>
        <source>{width} × {height} cm…</source>
        <translation>{width} × {height} cm…</translation>
    </message>
    <message>
        <source>Print {width} × {height} cm at {dpi} dpi</source>
        <translation>Impression {width} × {height} cm à {dpi} ppp</translation>
    </message>
    <message>
        <source>A quick look, rough in places.</source>
        <translation>Un premier coup d’œil, grossier par endroits.</translation>
    </message>
    <message>
        <source>A good balance for most pictures.</source>
        <translation>Bon équilibre, le plus souvent.</translation>
    </message>
    <message>
        <source>Takes longest; the cleanest strokes.</source>
        <translation>Demande le plus de temps&#x202f;; les traits les plus nets.</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>a picture that was pasted</source>
        <translation>une image collée</translation>
    </message>
    <message>
        <source>“{name}” was painted by Impasto.</source>
        <translation>«&#xa0;{name}&#xa0;» a été peinte par Impasto.</translation>
    </message>
    <message>
        <source>Its settings, photo and paintings can be taken over.</source>
        <translation>Ses réglages, sa photo et ses tableaux peuvent être repris.</translation>
    </message>
    <message>
        <source>Not found: {names}.</source>
        <translation>Introuvable&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>No longer what it was: {names}.</source>
        <translation>N’est plus ce que c’était&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Another picture than then, so the result will differ: {names}.</source>
        <translation>Une autre image qu’alors, donc le résultat sera différent&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Moved or renamed since, and found: {names}.</source>
        <translation>Déplacé ou renommé depuis, et retrouvé&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Everything is set as “{name}” was painted.</source>
        <translation>Tout est réglé comme pour «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>The paintings and the settings are those of “{name}” now.</source>
        <translation>Les tableaux et les réglages sont maintenant ceux de « {name} ».</translation>
    </message>
    <message>
        <source>The settings are those of “{name}”, but not all of its pictures are there.</source>
        <translation>Les réglages sont ceux de «&#xa0;{name}&#xa0;», mais il manque une partie de ses images.</translation>
    </message>
    <message>
        <source>Find what is missing, or choose something else in its place.</source>
        <translation>Retrouvez ce qui manque, ou choisissez autre chose à la place.</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Scale {scale} of {scales}</source>
        <translation>Échelle {scale} sur {scales}</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>étape {step} sur {steps}</translation>
    </message>
    <message>
        <source>Painting… {percent} %</source>
        <translation>Peinture… {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <extracomment>{duration} is such as “a few seconds” or “about 5 min”</extracomment>
        <translation>encore {duration}</translation>
    </message>
    <message>
        <source>Kept in {folder}</source>
        <translation>Conservée dans {folder}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
</context>
<context>
    <name>RunButtons</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Slide between the photo and the picture (D). Hold X to see all of the photo.</source>
        <translation>Glisser entre la photo et l’image (D). Maintenir X pour voir toute la photo.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the picture to the clipboard</source>
        <translation>Copier l’image dans le presse-papiers</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Save the picture where you like</source>
        <translation>Enregistrer l’image où vous voulez</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop and keep the picture as it is (Esc)</source>
        <translation>Arrêter et garder l’image telle quelle (Échap)</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Finir</translation>
    </message>
    <message>
        <source>Go on with this picture from where it was stopped</source>
        <translation>Continuer cette image là où elle a été arrêtée</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Encore</translation>
    </message>
    <message>
        <source>More of this picture, or another that begins with it</source>
        <translation>Continuer cette image, ou en faire une autre à partir d’elle</translation>
    </message>
    <message>
        <source>Stylize</source>
        <translation>Peindre</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Go on painting</source>
        <translation>Continuer à peindre</translation>
    </message>
    <message>
        <source>Hold and leave the computer to others</source>
        <translation>Suspendre et laisser l’ordinateur aux autres</translation>
    </message>
    <message>
        <source>Paint the photo like the painting (Ctrl+Return)</source>
        <translation>Peindre la photo comme le tableau (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Paint what is chosen now when this picture is done (Ctrl+Return)</source>
        <translation>Peindre ce qui est choisi maintenant quand cette image sera finie (Ctrl+Entrée)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Peinture</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>all paintings</source>
        <translation>tous les tableaux</translation>
    </message>
    <message>
        <source>variations</source>
        <translation>variantes</translation>
    </message>
</context>
<context>
    <name>SheetCommands</name>
    <message>
        <source>&amp;All paintings</source>
        <translation>Tous les ta&amp;bleaux</translation>
    </message>
    <message>
        <source>&amp;Variations</source>
        <translation>&amp;Variantes</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Sheet</source>
        <translation>Planche</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>The photo in the manner of every painting.</source>
        <translation>La photo à la manière de chaque tableau.</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>The chosen painting with other strengths, brush strokes and colours.</source>
        <translation>Le tableau choisi avec d’autres intensités, coups de pinceau et couleurs.</translation>
    </message>
    <message>
        <source>Save sheet…</source>
        <translation>Enregistrer la planche…</translation>
    </message>
    <message>
        <source>Save all of them with their names as one picture</source>
        <translation>Les enregistrer tous, avec leurs noms, en une seule image</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>Revenir à l’image (Échap)</translation>
    </message>
    <message>
        <source>Choose by looking</source>
        <translation>Choisir à l’œil</translation>
    </message>
    <message>
        <source>Choose a photo and a painting first.</source>
        <translation>Choisissez d’abord une photo et un tableau.</translation>
    </message>
    <message>
        <source>Goes on when the picture is done.</source>
        <translation>Reprendra quand l’image sera finie.</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} sur {all}</translation>
    </message>
</context>
<context>
    <name>SheetTile</name>
    <message>
        <source>is being painted</source>
        <translation>en train d’être peinte</translation>
    </message>
    <message>
        <source>Cannot be painted</source>
        <translation>Ne peut pas être peinte</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Drop: this will be the photo</source>
        <translation>Lâcher&#xa0;: ce sera la photo</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Drop: this will be the painting</source>
        <translation>Lâcher&#xa0;: ce sera le tableau</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>How much of each painting goes into the mixture</source>
        <translation>La part de chaque tableau dans le mélange</translation>
    </message>
    <message>
        <source>Try all</source>
        <translation>Tout essayer</translation>
    </message>
    <message>
        <source>Show the photo in the manner of every painting (Ctrl+T)</source>
        <translation>Montrer la photo à la manière de chaque tableau (Ctrl+T)</translation>
    </message>
    <message numerus="yes">
        <source>%n paintings</source>
        <translation>
            <numerusform>%n tableau</numerusform>
            <numerusform>%n tableaux</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpotPicker</name>
    <message>
        <source>Choose a place for the loupe</source>
        <translation>Choisir un endroit pour la loupe</translation>
    </message>
    <message>
        <source>Click a place, or move with the arrow keys and press Enter.</source>
        <translation>Cliquez sur un endroit, ou déplacez le cadre avec les flèches et appuyez sur Entrée.</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Paste the picture into any other program.</source>
        <translation>Collez l’image dans n’importe quel autre programme.</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard.</source>
        <translation>Le diagnostic est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Paste them into your report. The names of folders, files and people are left out.</source>
        <translation>Collez-le dans votre rapport. Les noms de dossiers, de fichiers et de personnes en sont absents.</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Mise en pause…</translation>
    </message>
    <message>
        <source>The step that is under way is finished first.</source>
        <translation>L’étape en cours est d’abord terminée.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Press Resume to go on painting.</source>
        <translation>«&#xa0;Reprendre&#xa0;» continue à peindre.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>The picture so far is kept.</source>
        <translation>L’image obtenue jusqu’ici est conservée.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>Loading the network and looking at both pictures.</source>
        <translation>Chargement du réseau et examen des deux images.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Nothing had been painted yet.</source>
        <translation>Rien n’avait encore été peint.</translation>
    </message>
    <message>
        <source>See above for the reason.</source>
        <translation>La raison est donnée plus haut.</translation>
    </message>
    <message>
        <source>Keeping the picture…</source>
        <translation>Conservation de l’image…</translation>
    </message>
    <message>
        <source>The run broke off</source>
        <translation>La peinture s’est interrompue</translation>
    </message>
    <message>
        <source>Stopped after {time}</source>
        <translation>Arrêté après {time}</translation>
    </message>
    <message>
        <source>Done in {time}</source>
        <translation>Fini en {time}</translation>
    </message>
    <message>
        <source>Kept in another place: see above.</source>
        <translation>Conservée ailleurs&#xa0;: voir plus haut.</translation>
    </message>
    <message>
        <source>Not kept: see above. Save it somewhere else.</source>
        <translation>Non conservée&#xa0;: voir plus haut. Enregistrez-la ailleurs.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
</context>
<context>
    <name>StarRating</name>
    <message>
        <source>Rating</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Rate the picture (1 to 5, 0 for no star)</source>
        <translation>Noter l’image (1 à 5, 0 pour aucune étoile)</translation>
    </message>
</context>
<context>
    <name>StripPanel</name>
    <message>
        <source>Search by name</source>
        <translation>Chercher par nom</translation>
    </message>
    <message>
        <source>Drop: keep here, among your paintings</source>
        <translation>Lâcher&#xa0;: garder ici, parmi vos tableaux</translation>
    </message>
    <message>
        <source>Add paintings…</source>
        <translation>Ajouter des tableaux…</translation>
    </message>
    <message>
        <source>Take out of the mixture</source>
        <translation>Retirer du mélange</translation>
    </message>
    <message>
        <source>Mix in (Ctrl-click)</source>
        <translation>Mélanger (Ctrl+clic)</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Remove from here</source>
        <translation>Retirer d’ici</translation>
    </message>
    <message>
        <source>Rename painting</source>
        <translation>Renommer le tableau</translation>
    </message>
    <message>
        <source>Its name here; the file keeps its own.</source>
        <translation>Son nom ici&#x202f;; le fichier garde le sien.</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Timelapse saved</source>
        <translation>Timelapse enregistré</translation>
    </message>
    <message>
        <source>The timelapse is saved.</source>
        <translation>Le timelapse est enregistré.</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>How the picture came about</source>
        <translation>Genèse de l’image</translation>
    </message>
    <message>
        <source>Look back at how the picture came about.</source>
        <translation>Revoir comment l’image est née.</translation>
    </message>
    <message>
        <source>Look back at how the picture came about. It can be gone on with at the dots.</source>
        <translation>Revoyez comment l’image est née. On peut repartir des points.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Look at the picture as it is</source>
        <translation>Voir l’image telle qu’elle est</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>Repartir d’ici</translation>
    </message>
    <message>
        <source>Timelapse…</source>
        <translation>Timelapse…</translation>
    </message>
    <message>
        <source>Save a film of how the picture came about</source>
        <translation>Enregistrer un film de la genèse de l’image</translation>
    </message>
    <message>
        <source>Paint another picture from here, with the settings on the left. This one is kept.</source>
        <translation>Peindre une autre image à partir d’ici, avec les réglages de gauche. Celle-ci est conservée.</translation>
    </message>
    <message>
        <source>Move to one of the dots: from there another picture can be painted.</source>
        <translation>Allez à l’un des points&#xa0;: de là, une autre image peut être peinte.</translation>
    </message>
    <message>
        <source>The start</source>
        <translation>Le début</translation>
    </message>
    <message>
        <source>{size} px · step {step}</source>
        <translation>{size} px · étape {step}</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>{name}, from {size} px</source>
        <extracomment>The name of a picture that was gone on with from another one, as it was at a size of so many pixels</extracomment>
        <translation>{name}, à partir de {size} px</translation>
    </message>
</context>
<context>
    <name>UnfinishedStrip</name>
    <message>
        <source>The picture so far</source>
        <translation>L’image jusqu’ici</translation>
    </message>
    <message>
        <source>It can be gone on with from there, as if nothing had happened.</source>
        <translation>On peut la continuer comme si de rien n’était.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Paint this picture to its end</source>
        <translation>Peindre cette image jusqu’au bout</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>Redemander au prochain démarrage</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Remove what was painted of it</source>
        <translation>Supprimer ce qui en a été peint</translation>
    </message>
    <message>
        <source>The painting of “{name}” was interrupted at {percent} %.</source>
        <translation>La peinture de «&#xa0;{name}&#xa0;» a été interrompue à {percent}&#xa0;%.</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>A&amp;juster</translation>
    </message>
    <message>
        <source>&amp;Own pixels (1:1)</source>
        <translation>Pi&amp;xels de l’image (1:1)</translation>
    </message>
    <message>
        <source>&amp;Twice as large (2:1)</source>
        <translation>&amp;Deux fois plus grand (2:1)</translation>
    </message>
    <message>
        <source>La&amp;rger</source>
        <translation>&amp;Plus grand</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>Plus pet&amp;it</translation>
    </message>
    <message>
        <source>&amp;Compare with the photo</source>
        <translation>&amp;Comparer avec la photo</translation>
    </message>
    <message>
        <source>Show the &amp;painting</source>
        <translation>Montrer le &amp;tableau</translation>
    </message>
</context>
<context>
    <name>WaitingButton</name>
    <message>
        <source>Pictures that will be painted after this one</source>
        <translation>Images qui seront peintes après celle-ci</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Paint it next</source>
        <translation>La peindre juste après</translation>
    </message>
    <message>
        <source>Do not paint it</source>
        <translation>Ne pas la peindre</translation>
    </message>
</context>
<context>
    <name>WayBack</name>
    <message>
        <source>Back to the default</source>
        <translation>Revenir à la valeur par défaut</translation>
    </message>
</context>
<context>
    <name>ZoomControl</name>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Show all of the picture (0)</source>
        <translation>Montrer toute l’image (0)</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Show the picture&apos;s own pixels (1), or twice as large (2)</source>
        <translation>Montrer les pixels mêmes de l’image (1), ou deux fois plus grands (2)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Plus petit (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Plus grand (+)</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>Loupe</translation>
    </message>
    <message>
        <source>See a place as it will look in the finished picture (L)</source>
        <translation>Voir un endroit tel qu’il sera dans l’image terminée (L)</translation>
    </message>
    <message>
        <source>For large pictures and prints: shows a place as it will look, before you wait for all of it</source>
        <translation>Pour les grandes images et les impressions&#xa0;: montre un endroit tel qu’il sera, sans attendre l’ensemble</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>_Picture</name>
    <message>
        <source>Waiting…</source>
        <translation>En attente…</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Weight of {name}</source>
        <translation>Part de {name}</translation>
    </message>
    <message>
        <source>How much the picture takes on from this painting; can be changed while it is being painted</source>
        <translation>Ce que l’image reprend de ce tableau&#x202f;; modifiable pendant qu’elle est peinte</translation>
    </message>
    <message>
        <source>Take {name} out of the mixture</source>
        <translation>Retirer {name} du mélange</translation>
    </message>
    <message>
        <source>Take it out of the mixture</source>
        <translation>Le retirer du mélange</translation>
    </message>
    <message>
        <source>{share:.0f} %</source>
        <translation>{share:.0f}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>bundled</name>
    <message>
        <source>Night Swirls</source>
        <translation>Tourbillons de nuit</translation>
    </message>
    <message>
        <source>October Birches</source>
        <translation>Bouleaux d’octobre</translation>
    </message>
    <message>
        <source>Sunday Sails</source>
        <translation>Voiles du dimanche</translation>
    </message>
    <message>
        <source>Red Sun</source>
        <translation>Soleil rouge</translation>
    </message>
    <message>
        <source>Poppies in the Rain</source>
        <translation>Coquelicots sous la pluie</translation>
    </message>
    <message>
        <source>Garden Window</source>
        <translation>Fenêtre sur jardin</translation>
    </message>
    <message>
        <source>Two Carp</source>
        <translation>Deux carpes</translation>
    </message>
    <message>
        <source>Lavender Evening</source>
        <translation>Soir de lavande</translation>
    </message>
    <message>
        <source>Guitar and Bottle</source>
        <translation>Guitare et bouteille</translation>
    </message>
    <message>
        <source>Marbled Paper</source>
        <translation>Papier marbré</translation>
    </message>
    <message>
        <source>Pears and Jug</source>
        <translation>Poires et cruche</translation>
    </message>
    <message>
        <source>Astronaut</source>
        <translation>Astronaute</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Coffee</source>
        <translation>Café</translation>
    </message>
    <message>
        <source>Thick oil strokes that follow the wind of a blue night; moon and stars in yellow.</source>
        <translation>D’épaisses touches d’huile qui suivent le vent d’une nuit bleue&#x202f;; lune et étoiles en jaune.</translation>
    </message>
    <message>
        <source>Palette-knife slabs in red, orange and plum, with pale trunks.</source>
        <translation>Au couteau, en rouge, orange et prune, avec des troncs pâles.</translation>
    </message>
    <message>
        <source>Small dots of pure colour: a river, sails and a summer tree.</source>
        <translation>De petits points de couleur pure&#xa0;: une rivière, des voiles et un arbre d’été.</translation>
    </message>
    <message>
        <source>A woodcut: carved black lines over flat red and ochre.</source>
        <translation>Une gravure sur bois&#xa0;: lignes noires sur des aplats rouges et ocre.</translation>
    </message>
    <message>
        <source>Loose watercolour on rough paper; washes with dark edges.</source>
        <translation>Aquarelle libre sur papier rugueux&#x202f;; lavis aux bords sombres.</translation>
    </message>
    <message>
        <source>Stained glass in jewel colours, held by dark lead.</source>
        <translation>Un vitrail aux couleurs de joyaux, serti de plomb sombre.</translation>
    </message>
    <message>
        <source>A mosaic of small stones in turquoise, coral and gold.</source>
        <translation>Une mosaïque de petites pierres turquoise, corail et or.</translation>
    </message>
    <message>
        <source>Soft pastel in lilac, rose and peach on rough paper.</source>
        <translation>Un pastel doux, lilas, rose et pêche, sur papier rugueux.</translation>
    </message>
    <message>
        <source>Cubist facets in wood brown, grey-green and cream.</source>
        <translation>Des facettes cubistes brun bois, gris-vert et crème.</translation>
    </message>
    <message>
        <source>Floating inks combed into feathers and swirls: crimson, green, ochre.</source>
        <translation>Des encres flottantes peignées en plumes et tourbillons&#xa0;: cramoisi, vert, ocre.</translation>
    </message>
    <message>
        <source>Charcoal and white chalk hatched over toned paper.</source>
        <translation>Fusain et craie blanche hachurés sur papier teinté.</translation>
    </message>
    <message>
        <source>A portrait of the astronaut Eileen Collins, in a bright orange suit.</source>
        <translation>Un portrait de l’astronaute Eileen Collins, en combinaison orange vif.</translation>
    </message>
    <message>
        <source>Chelsea, a ginger cat, close up: soft fur and sharp eyes.</source>
        <translation>Chelsea, une chatte rousse, de tout près&#xa0;: fourrure douce et regard perçant.</translation>
    </message>
    <message>
        <source>A cup of coffee on a wooden table, in warm light.</source>
        <translation>Une tasse de café sur une table en bois, dans une lumière chaude.</translation>
    </message>
</context>
<context>
    <name>durations</name>
    <message>
        <source>a few seconds</source>
        <translation>quelques secondes</translation>
    </message>
    <message numerus="yes">
        <source>about %n s</source>
        <translation>
            <numerusform>environ %n s</numerusform>
            <numerusform>environ %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>about {number} min</source>
        <extracomment>{number} is such as 2 or 2½</extracomment>
        <translation>environ {number} min</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>environ %n min</numerusform>
            <numerusform>environ %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>about {number} h</source>
        <extracomment>{number} is such as 1, 1¼, 1½ or 1¾</extracomment>
        <translation>environ {number} h</translation>
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
        <translation>Il s’est passé quelque chose qu’Impasto n’avait pas prévu.</translation>
    </message>
    <message>
        <source>There are no pictures to paint from.</source>
        <translation>Il n’y a pas d’images à partir desquelles peindre.</translation>
    </message>
    <message>
        <source>Choose at least one painting.</source>
        <translation>Choisissez au moins un tableau.</translation>
    </message>
    <message>
        <source>A style weight must be zero or more, not {value}.</source>
        <translation>Une part doit être nulle ou positive, pas {value}.</translation>
    </message>
    <message>
        <source>Each painting needs one style weight: paintings {num_paintings}, style weights {num_weights}.</source>
        <translation>Chaque tableau a besoin d’une part&#xa0;: tableaux {num_paintings}, parts {num_weights}.</translation>
    </message>
    <message>
        <source>At least one painting needs a weight above zero.</source>
        <translation>Au moins un tableau a besoin d’une part supérieure à zéro.</translation>
    </message>
    <message>
        <source>The style weights are too large to be added up.</source>
        <translation>Les parts sont trop grandes pour être additionnées.</translation>
    </message>
    <message>
        <source>The size must be from {low} to {high} pixels, not {value}.</source>
        <translation>La taille doit être comprise entre {low} et {high} pixels, pas {value}.</translation>
    </message>
    <message>
        <source>The style strength must be from {low} to {high}, not {value:g}.</source>
        <translation>L’intensité doit être comprise entre {low} et {high}, pas {value:g}.</translation>
    </message>
    <message>
        <source>The freedom must be from {low} to {high}, not {value:g}.</source>
        <translation>La liberté doit être comprise entre {low} et {high}, pas {value:g}.</translation>
    </message>
    <message>
        <source>The style scale must be from {low:g} to {high:g}, not {value:g}.</source>
        <translation>Les coups de pinceau doivent être compris entre {low:g} et {high:g}, pas {value:g}.</translation>
    </message>
    <message>
        <source>The seed must be a whole number from 0 up, not {value}.</source>
        <translation>Le numéro du bruit doit être un nombre entier à partir de 0, pas {value}.</translation>
    </message>
    <message>
        <source>A start picture is needed exactly when the run starts from a picture.</source>
        <translation>Une image de départ est nécessaire exactement quand on part d’une image.</translation>
    </message>
    <message>
        <source>The depth must be 8 or 16 bits, not {value}.</source>
        <translation>La profondeur doit être de 8 ou 16 bits, pas {value}.</translation>
    </message>
    <message numerus="yes">
        <source>At this size the picture would be only %n pixels on its short side.</source>
        <translation>
            <numerusform>À cette taille, l’image n’aurait que %n pixel sur son petit côté.</numerusform>
            <numerusform>À cette taille, l’image n’aurait que %n pixels sur son petit côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not a recipe that Impasto wrote.</source>
        <translation>Ce n’est pas une recette écrite par Impasto.</translation>
    </message>
    <message>
        <source>This is not a preset that Impasto wrote.</source>
        <translation>Ce n’est pas un préréglage écrit par Impasto.</translation>
    </message>
    <message>
        <source>“{name}” carries no recipe of Impasto&apos;s.</source>
        <translation>«&#xa0;{name}&#xa0;» ne contient pas de recette d’Impasto.</translation>
    </message>
    <message>
        <source>This was made by a newer Impasto: its recipe is of version {version}; this program reads {newest}.</source>
        <translation>Ceci vient d’un Impasto plus récent&#xa0;: sa recette est de version {version}&#x202f;; ce programme lit {newest}.</translation>
    </message>
    <message>
        <source>The value {value} of “{field}” in this recipe makes no sense.</source>
        <translation>La valeur {value} de «&#xa0;{field}&#xa0;» dans cette recette n’a pas de sens.</translation>
    </message>
    <message>
        <source>This recipe is incomplete: it has no “{field}”.</source>
        <translation>Cette recette est incomplète&#xa0;: il lui manque «&#xa0;{field}&#xa0;».</translation>
    </message>
    <message>
        <source>This recipe has a setting that Impasto does not know: “{field}”.</source>
        <translation>Cette recette a un réglage qu’Impasto ne connaît pas&#xa0;: «&#xa0;{field}&#xa0;».</translation>
    </message>
    <message>
        <source>What this was painted from was not found: {names}.</source>
        <translation>Ce qui a servi à peindre ceci est introuvable&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>What this was painted from has changed since: {names}.</source>
        <translation>Ce qui a servi à peindre ceci a changé depuis&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>A name needs at least one letter or placeholder.</source>
        <translation>Un nom a besoin d’au moins une lettre ou un élément inséré.</translation>
    </message>
    <message>
        <source>The name is too long: it may have {most} characters.</source>
        <translation>Le nom est trop long&#xa0;: il peut avoir {most} caractères.</translation>
    </message>
    <message>
        <source>Impasto does not know what to put for “{placeholder}”.</source>
        <translation>Impasto ne sait pas quoi mettre pour «&#xa0;{placeholder}&#xa0;».</translation>
    </message>
    <message>
        <source>No file name may have “{character}” in it.</source>
        <translation>Aucun nom de fichier ne peut contenir «&#xa0;{character}&#xa0;».</translation>
    </message>
    <message>
        <source>--bleed and --fit go with --print: say how large the sheet is.</source>
        <translation>--bleed et --fit vont avec --print&#xa0;: indiquez la taille de la feuille.</translation>
    </message>
    <message>
        <source>“{text}” is not a print size such as 50x70cm@300, in cm, mm or in.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas un format d’impression tel que 50x70cm@300, en cm, mm ou in.</translation>
    </message>
    <message>
        <source>“{text}” is not a bleed such as 3mm, in mm, cm or in.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas un fond perdu tel que 3mm, en mm, cm ou in.</translation>
    </message>
    <message>
        <source>A sheet must be wider and higher than zero, not {width_mm:g} x {height_mm:g} mm.</source>
        <translation>Une feuille doit avoir une largeur et une hauteur supérieures à zéro, pas {width_mm:g} x {height_mm:g} mm.</translation>
    </message>
    <message>
        <source>The resolution must be more than zero pixels per inch, not {dpi:g}.</source>
        <translation>La résolution doit être supérieure à zéro pixel par pouce, pas {dpi:g}.</translation>
    </message>
    <message>
        <source>The bleed must be zero or more, not {bleed_mm:g} mm.</source>
        <translation>Le fond perdu doit être nul ou positif, pas {bleed_mm:g} mm.</translation>
    </message>
    <message>
        <source>At {dpi:g} dpi the sheet would have {width_px} x {height_px} pixels; its longer side must have from {low} to {high}.</source>
        <translation>À {dpi:g} ppp, la feuille aurait {width_px} x {height_px} pixels&#x202f;; son grand côté doit en avoir de {low} à {high}.</translation>
    </message>
    <message>
        <source>A picture of {size_px} pixels does not fit on its sheet.</source>
        <translation>Une image de {size_px} pixels ne tient pas sur sa feuille.</translation>
    </message>
    <message>
        <source>A picture of {size_px} pixels does not fill its sheet.</source>
        <translation>Une image de {size_px} pixels ne remplit pas sa feuille.</translation>
    </message>
    <message>
        <source>“{name}” does not exist.</source>
        <translation>«&#xa0;{name}&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a picture.</source>
        <translation>«&#xa0;{name}&#xa0;» est un dossier, pas une image.</translation>
    </message>
    <message>
        <source>“{name}” may not be opened: the system refuses access to it.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être ouvert&#xa0;: le système en refuse l’accès.</translation>
    </message>
    <message>
        <source>“{name}” is empty: the file holds no data.</source>
        <translation>«&#xa0;{name}&#xa0;» est vide&#xa0;: le fichier ne contient rien.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that Impasto can read.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas une image qu’Impasto sait lire.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or was cut short, so it cannot be read to its end.</source>
        <translation>«&#xa0;{name}&#xa0;» est endommagé ou tronqué, et ne peut pas être lu jusqu’au bout.</translation>
    </message>
    <message>
        <source>“{name}” is stored in a way that Impasto does not know, or is damaged.</source>
        <translation>«&#xa0;{name}&#xa0;» est enregistré d’une façon qu’Impasto ne connaît pas, ou est endommagé.</translation>
    </message>
    <message>
        <source>“{name}” is a camera raw file, and what develops those is not installed here.</source>
        <translation>«&#xa0;{name}&#xa0;» est un fichier brut d’appareil photo, et ce qui les développe n’est pas installé ici.</translation>
    </message>
    <message>
        <source>“{name}” is a JPEG XL file, and what reads those is not installed here.</source>
        <translation>«&#xa0;{name}&#xa0;» est un fichier JPEG XL, et ce qui les lit n’est pas installé ici.</translation>
    </message>
    <message>
        <source>“{name}” is a PDF document, not a picture.</source>
        <translation>«&#xa0;{name}&#xa0;» est un document PDF, pas une image.</translation>
    </message>
    <message>
        <source>“{name}” is an SVG drawing: it is made of lines and has no pixels.</source>
        <translation>«&#xa0;{name}&#xa0;» est un dessin SVG&#xa0;: il est fait de lignes et n’a pas de pixels.</translation>
    </message>
    <message>
        <source>“{name}” is transparent everywhere: there is nothing in it to see.</source>
        <translation>«&#xa0;{name}&#xa0;» est transparent partout&#xa0;: il n’y a rien à y voir.</translation>
    </message>
    <message>
        <source>“{name}” could not be read: the disk or the connection to it failed.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pas pu être lu&#xa0;: le disque ou la connexion a échoué.</translation>
    </message>
    <message>
        <source>“{name}” is too large: it has more pixels than can be opened safely.</source>
        <translation>«&#xa0;{name}&#xa0;» est trop grand&#xa0;: il a plus de pixels qu’on ne peut en ouvrir sans risque.</translation>
    </message>
    <message>
        <source>“{name}” is too small: a picture needs at least 16 pixels on each side.</source>
        <translation>«&#xa0;{name}&#xa0;» est trop petit&#xa0;: une image doit avoir au moins 16 pixels de chaque côté.</translation>
    </message>
    <message>
        <source>“{name}” is too long and thin: one side is more than 20 times the other.</source>
        <translation>«&#xa0;{name}&#xa0;» est trop long et étroit&#xa0;: un côté fait plus de 20 fois l’autre.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: the name must end in .png, .jpg, .webp or .tif.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être écrit&#xa0;: le nom doit finir par .png, .jpg, .webp ou .tif.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: its folder does not exist.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être écrit&#xa0;: son dossier n’existe pas.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: the system does not accept this name.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être écrit&#xa0;: le système n’accepte pas ce nom.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: the picture is larger than this kind of file can hold.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être écrit&#xa0;: l’image est plus grande que ce que ce type de fichier peut contenir.</translation>
    </message>
    <message>
        <source>“{name}” cannot have 16 bits a channel: only .png and .tif files can.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas avoir 16 bits par canal&#xa0;: seuls les fichiers .png et .tif le peuvent.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: the system does not allow writing there.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être écrit&#xa0;: le système ne le permet pas à cet endroit.</translation>
    </message>
    <message>
        <source>“{name}” could not be written: the disk may be full or gone.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pas pu être écrit&#xa0;: le disque est peut-être plein ou absent.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: links lead there that lead back to themselves.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être écrit&#xa0;: des liens y mènent qui reviennent à eux-mêmes.</translation>
    </message>
    <message>
        <source>“{name}” could not be written: there is not enough memory.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pas pu être écrit&#xa0;: il n’y a pas assez de mémoire.</translation>
    </message>
    <message>
        <source>“{name}” is one of the pictures that this one is painted from: it would be lost.</source>
        <translation>«&#xa0;{name}&#xa0;» est l’une des images d’après lesquelles celle-ci est peinte&#xa0;: elle serait perdue.</translation>
    </message>
    <message>
        <source>“{name}” could not be renamed: the system does not allow it.</source>
        <translation>« {name} » n’a pas pu être renommé : le système ne le permet pas.</translation>
    </message>
    <message>
        <source>“{name}” could not be moved to the trash.</source>
        <translation>« {name} » n’a pas pu être mis à la corbeille.</translation>
    </message>
    <message>
        <source>The network file “{name}” is missing.</source>
        <translation>Le fichier de réseau «&#xa0;{name}&#xa0;» manque.</translation>
    </message>
    <message>
        <source>The network file “{name}” is incomplete.</source>
        <translation>Le fichier de réseau «&#xa0;{name}&#xa0;» est incomplet.</translation>
    </message>
    <message>
        <source>The network file “{name}” has been altered: it is not the file that Impasto shipped with.</source>
        <translation>Le fichier de réseau «&#xa0;{name}&#xa0;» a été modifié&#xa0;: ce n’est pas celui livré avec Impasto.</translation>
    </message>
    <message>
        <source>The network file “{name}” cannot be read.</source>
        <translation>Le fichier de réseau «&#xa0;{name}&#xa0;» ne peut pas être lu.</translation>
    </message>
    <message>
        <source>This computer has no {device} device that Impasto can use.</source>
        <translation>Cet ordinateur n’a pas de périphérique {device} qu’Impasto puisse utiliser.</translation>
    </message>
    <message>
        <source>There is not enough memory to paint a picture of {size_px} pixels.</source>
        <translation>Il n’y a pas assez de mémoire pour peindre une image de {size_px} pixels.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for a picture of this size while it is painted.</source>
        <translation>Il n’y a pas assez de place sur le disque pour une image de cette taille pendant qu’elle est peinte.</translation>
    </message>
    <message>
        <source>The folder that Impasto was started in is gone.</source>
        <translation>Le dossier dans lequel Impasto a été lancé n’existe plus.</translation>
    </message>
    <message>
        <source>The graphics card stopped answering while it was painting.</source>
        <translation>La carte graphique a cessé de répondre pendant la peinture.</translation>
    </message>
    <message>
        <source>The painting broke down: its numbers grew beyond all bounds.</source>
        <translation>La peinture s’est effondrée&#xa0;: ses nombres ont grandi au-delà de toute limite.</translation>
    </message>
    <message>
        <source>There is no interrupted picture to go on with.</source>
        <translation>Il n’y a pas d’image interrompue à continuer.</translation>
    </message>
    <message>
        <source>“{name}” holds no interrupted picture.</source>
        <translation>«&#xa0;{name}&#xa0;» ne contient pas d’image interrompue.</translation>
    </message>
    <message>
        <source>What was kept of the interrupted picture cannot be read.</source>
        <translation>Ce qui a été conservé de l’image interrompue ne peut pas être lu.</translation>
    </message>
    <message>
        <source>What was kept of the interrupted picture is damaged.</source>
        <translation>Ce qui a été conservé de l’image interrompue est endommagé.</translation>
    </message>
    <message>
        <source>The interrupted picture was begun by another version of Impasto.</source>
        <translation>L’image interrompue a été commencée par une autre version d’Impasto.</translation>
    </message>
    <message>
        <source>This picture is being painted at this moment.</source>
        <translation>Cette image est en train d’être peinte.</translation>
    </message>
    <message>
        <source>“{name}”, from which this picture is painted, cannot be found.</source>
        <translation>«&#xa0;{name}&#xa0;», d’après lequel cette image est peinte, est introuvable.</translation>
    </message>
    <message>
        <source>“{name}”, from which this picture is painted, has changed since it was begun.</source>
        <translation>«&#xa0;{name}&#xa0;», d’après lequel cette image est peinte, a changé depuis le début.</translation>
    </message>
    <message>
        <source>This picture was begun in the window, which chose no file for it.</source>
        <translation>Cette image a été commencée dans la fenêtre, qui n’a choisi aucun fichier pour elle.</translation>
    </message>
    <message>
        <source>There is no timeline of any picture.</source>
        <translation>Aucune image n’a de genèse conservée.</translation>
    </message>
    <message>
        <source>“{name}” holds no timeline.</source>
        <translation>«&#xa0;{name}&#xa0;» ne contient pas de genèse.</translation>
    </message>
    <message>
        <source>The timeline of this picture cannot be read.</source>
        <translation>La genèse de cette image ne peut pas être lue.</translation>
    </message>
    <message>
        <source>The timeline of this picture is damaged.</source>
        <translation>La genèse de cette image est endommagée.</translation>
    </message>
    <message>
        <source>This timeline was written by another version of Impasto.</source>
        <translation>Cette genèse a été écrite par une autre version d’Impasto.</translation>
    </message>
    <message>
        <source>There is too little of this picture&apos;s timeline for a film.</source>
        <translation>Il y a trop peu de la genèse de cette image pour un film.</translation>
    </message>
    <message>
        <source>The picture has {size_px} pixels at this place already, and is to become no larger.</source>
        <translation>L’image a déjà {size_px} pixels à cet endroit, et ne doit pas devenir plus grande.</translation>
    </message>
    <message>
        <source>The picture has another shape here than the one that is to be painted.</source>
        <translation>L’image a ici une autre forme que celle qui doit être peinte.</translation>
    </message>
    <message>
        <source>“{name}” is not the name of a film that can be written.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas le nom d’un film qui puisse être écrit.</translation>
    </message>
    <message>
        <source>What writes MP4 is not installed here.</source>
        <translation>Ce qui écrit du MP4 n’est pas installé ici.</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <source>start</source>
        <translation>départ</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>images</translation>
    </message>
    <message>
        <source>pictures and settings</source>
        <translation>images et réglages</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>réglages</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>paintings</source>
        <translation>tableaux</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>parts</translation>
    </message>
    <message>
        <source>your paintings</source>
        <translation>vos tableaux</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>intensité</translation>
    </message>
    <message>
        <source>freedom</source>
        <translation>liberté</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>qualité</translation>
    </message>
    <message>
        <source>direction of the strokes</source>
        <translation>sens des coups de pinceau</translation>
    </message>
    <message>
        <source>brush strokes</source>
        <translation>coups de pinceau</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>couleurs</translation>
    </message>
</context>
<context>
    <name>remedies</name>
    <message>
        <source>Change that setting and start again.</source>
        <translation>Changez ce réglage et recommencez.</translation>
    </message>
    <message>
        <source>Mend the recipe, or choose another one.</source>
        <translation>Corrigez la recette, ou choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Choose a recipe, or a picture, that Impasto has written.</source>
        <translation>Choisissez une recette, ou une image, écrite par Impasto.</translation>
    </message>
    <message>
        <source>Have it sent again by whoever has made it: it may have been damaged on its way.</source>
        <translation>Demandez à son auteur de le renvoyer&#xa0;: il a pu être abîmé en route.</translation>
    </message>
    <message>
        <source>Choose a picture that Impasto has painted; one that another program has saved anew may have lost it.</source>
        <translation>Choisissez une image peinte par Impasto&#x202f;; réenregistrée par un autre programme, elle peut avoir perdu sa recette.</translation>
    </message>
    <message>
        <source>Install the newest Impasto to read it.</source>
        <translation>Installez la dernière version d’Impasto pour la lire.</translation>
    </message>
    <message>
        <source>Put it beside the recipe, whatever its name is, or say where to look with --look-in.</source>
        <translation>Mettez-le à côté de la recette, quel que soit son nom, ou indiquez où chercher avec --look-in.</translation>
    </message>
    <message>
        <source>The picture would become another one. Put the file back as it was, or say where it is with --look-in.</source>
        <translation>L’image en deviendrait une autre. Remettez le fichier tel qu’il était, ou indiquez où il est avec --look-in.</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted. Choose the picture again.</source>
        <translation>Elle a peut-être été déplacée, renommée ou supprimée. Choisissez l’image de nouveau.</translation>
    </message>
    <message>
        <source>Open the folder and choose one of the pictures in it.</source>
        <translation>Ouvrez le dossier et choisissez l’une des images qu’il contient.</translation>
    </message>
    <message>
        <source>Ask whoever owns the file for access, or work on a copy of your own.</source>
        <translation>Demandez l’accès au propriétaire du fichier, ou travaillez sur une copie à vous.</translation>
    </message>
    <message>
        <source>It may not have been copied completely. Copy or download it again.</source>
        <translation>Il n’a peut-être pas été copié en entier. Copiez-le ou téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <source>Choose a JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC, AVIF, JPEG XL, PSD or camera raw file.</source>
        <translation>Choisissez un fichier JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC, AVIF, JPEG XL, PSD ou un fichier brut d’appareil photo.</translation>
    </message>
    <message>
        <source>Install the Python package rawpy, or develop it in another program and save it as TIFF or JPEG.</source>
        <translation>Installez le paquet Python rawpy, ou développez-le dans un autre programme et enregistrez-le en TIFF ou JPEG.</translation>
    </message>
    <message>
        <source>Install the Python package pillow-jxl-plugin, or save it in another program as PNG or JPEG.</source>
        <translation>Installez le paquet Python pillow-jxl-plugin, ou enregistrez-le dans un autre programme en PNG ou JPEG.</translation>
    </message>
    <message>
        <source>Open it in another program and save the page you want as PNG.</source>
        <translation>Ouvrez-le dans un autre programme et enregistrez la page voulue en PNG.</translation>
    </message>
    <message>
        <source>Open it in another program and export it as PNG, as large as you want it.</source>
        <translation>Ouvrez-le dans un autre programme et exportez-le en PNG, aussi grand que vous le voulez.</translation>
    </message>
    <message>
        <source>Choose a picture in which something is to be seen.</source>
        <translation>Choisissez une image où il y a quelque chose à voir.</translation>
    </message>
    <message>
        <source>Copy or download it again, or save it anew in another program.</source>
        <translation>Copiez-le ou téléchargez-le de nouveau, ou réenregistrez-le dans un autre programme.</translation>
    </message>
    <message>
        <source>Open it in another program and save it anew as PNG or JPEG.</source>
        <translation>Ouvrez-le dans un autre programme et réenregistrez-le en PNG ou JPEG.</translation>
    </message>
    <message>
        <source>Check that the disk or the network drive is still connected, then try again.</source>
        <translation>Vérifiez que le disque ou le lecteur réseau est toujours connecté, puis réessayez.</translation>
    </message>
    <message>
        <source>Make it smaller in another program first.</source>
        <translation>Réduisez-la d’abord dans un autre programme.</translation>
    </message>
    <message>
        <source>Choose a larger picture.</source>
        <translation>Choisissez une image plus grande.</translation>
    </message>
    <message>
        <source>Crop it in another program first.</source>
        <translation>Recadrez-la d’abord dans un autre programme.</translation>
    </message>
    <message>
        <source>Give the file a name with one of these endings.</source>
        <translation>Donnez au fichier un nom ayant l’une de ces terminaisons.</translation>
    </message>
    <message>
        <source>Create the folder first, or choose another one.</source>
        <translation>Créez d’abord le dossier, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Choose a shorter name without special characters.</source>
        <translation>Choisissez un nom plus court, sans caractères spéciaux.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF, or choose a smaller size.</source>
        <translation>Enregistrez-la en PNG ou TIFF, ou choisissez une taille plus petite.</translation>
    </message>
    <message>
        <source>Give the file a name with one of these endings, or ask for 8 bits.</source>
        <translation>Donnez au fichier un nom ayant l’une de ces terminaisons, ou demandez 8 bits.</translation>
    </message>
    <message>
        <source>Choose another folder, such as your Pictures folder.</source>
        <translation>Choisissez un autre dossier, par exemple votre dossier Images.</translation>
    </message>
    <message>
        <source>Make room on the disk, or choose a folder on another one.</source>
        <translation>Faites de la place sur le disque, ou choisissez un dossier sur un autre.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Another program may be using it. Close that and try again.</source>
        <translation>Un autre programme l’utilise peut-être. Fermez-le et réessayez.</translation>
    </message>
    <message>
        <source>Not every disk has a trash. Show the picture in its folder and delete it there.</source>
        <translation>Tous les disques n’ont pas de corbeille. Montrez l’image dans son dossier et supprimez-la là.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>Install Impasto again to get a fresh copy of it.</source>
        <translation>Réinstallez Impasto pour en obtenir une copie neuve.</translation>
    </message>
    <message>
        <source>Check that you may read Impasto&apos;s own folder, or install Impasto again.</source>
        <translation>Vérifiez que vous pouvez lire le dossier d’Impasto, ou réinstallez Impasto.</translation>
    </message>
    <message>
        <source>Choose another device, or leave the choice to Impasto.</source>
        <translation>Choisissez un autre périphérique, ou laissez Impasto choisir.</translation>
    </message>
    <message>
        <source>Choose a smaller size, or close other programs, and start again.</source>
        <translation>Choisissez une taille plus petite, ou fermez d’autres programmes, et recommencez.</translation>
    </message>
    <message>
        <source>Make room on the disk, or choose a smaller size, and start again.</source>
        <translation>Faites de la place sur le disque, ou choisissez une taille plus petite, et recommencez.</translation>
    </message>
    <message>
        <source>Go to a folder that is there, and start again.</source>
        <translation>Allez dans un dossier qui existe, et recommencez.</translation>
    </message>
    <message>
        <source>Start Impasto anew. If it happens again, the graphics card may be too hot, or its driver needs an update.</source>
        <translation>Redémarrez Impasto. Si cela se reproduit, la carte graphique est peut-être trop chaude, ou son pilote est à mettre à jour.</translation>
    </message>
    <message>
        <source>Start again with a lower strength or another size.</source>
        <translation>Recommencez avec une intensité plus faible ou une autre taille.</translation>
    </message>
    <message>
        <source>See with “impasto resume --list” which there are.</source>
        <translation>«&#xa0;impasto resume --list&#xa0;» montre celles qui existent.</translation>
    </message>
    <message>
        <source>Paint the picture anew.</source>
        <translation>Peignez l’image de nouveau.</translation>
    </message>
    <message>
        <source>Begin a new one.</source>
        <translation>Commencez-en une nouvelle.</translation>
    </message>
    <message>
        <source>Check that the disk is still connected, then try again.</source>
        <translation>Vérifiez que le disque est toujours connecté, puis réessayez.</translation>
    </message>
    <message>
        <source>Go on with it in that version, or paint it anew.</source>
        <translation>Continuez-la dans cette version, ou peignez-la de nouveau.</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it where it is painted.</source>
        <translation>Attendez qu’elle soit finie, ou arrêtez-la là où elle est peinte.</translation>
    </message>
    <message>
        <source>Put it back to where it was, then try again.</source>
        <translation>Remettez-le là où il était, puis réessayez.</translation>
    </message>
    <message>
        <source>Put the former file back, or paint the picture anew.</source>
        <translation>Remettez l’ancien fichier, ou peignez l’image de nouveau.</translation>
    </message>
    <message>
        <source>Say with -o which file to write.</source>
        <translation>Indiquez avec -o quel fichier écrire.</translation>
    </message>
    <message>
        <source>The picture itself is not touched by that.</source>
        <translation>L’image elle-même n’en est pas touchée.</translation>
    </message>
    <message>
        <source>Paint a picture first.</source>
        <translation>Peignez d’abord une image.</translation>
    </message>
    <message>
        <source>Let the picture be painted a little further.</source>
        <translation>Laissez l’image être peinte un peu plus loin.</translation>
    </message>
    <message>
        <source>Choose an earlier place, or a larger size.</source>
        <translation>Choisissez un endroit plus tôt, ou une taille plus grande.</translation>
    </message>
    <message>
        <source>Choose the print size that the picture was begun with.</source>
        <translation>Choisissez le format d’impression avec lequel l’image a été commencée.</translation>
    </message>
    <message>
        <source>End the name in .webp or .mp4.</source>
        <translation>Terminez le nom par .webp ou .mp4.</translation>
    </message>
    <message>
        <source>Choose WebP, or install the Python package av.</source>
        <translation>Choisissez WebP, ou installez le paquet Python av.</translation>
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>The painting&apos;s colours</source>
        <translation>Couleurs du tableau</translation>
    </message>
    <message>
        <source>The photo&apos;s colours</source>
        <translation>Couleurs de la photo</translation>
    </message>
    <message>
        <source>Matched colours</source>
        <translation>Couleurs accordées</translation>
    </message>
    <message>
        <source>Strength {strength:g}, strokes {scale}</source>
        <translation>Intensité {strength:g}, pinceau {scale}</translation>
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
