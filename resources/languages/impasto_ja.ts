<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Impasto</source>
        <translation>Impasto について</translation>
    </message>
    <message>
        <source>Impasto {version}</source>
        <translation>Impasto {version}</translation>
    </message>
    <message>
        <source>Repaints a photograph in the manner of a painting, on your own computer. It never goes online.</source>
        <translation>写真を絵画のような作風で描き直します。すべてこのコンピューターの中で行い、インターネットには接続しません。</translation>
    </message>
    <message>
        <source>Impasto itself is free software under the MIT licence.</source>
        <translation>Impasto は MIT ライセンスの自由ソフトウェアです。</translation>
    </message>
    <message>
        <source>The networks VGG-19 and VGG-16 were trained by Karen Simonyan and Andrew Zisserman, Visual Geometry Group, University of Oxford, and are licensed under CC BY 4.0. They were cut after relu5_1 and stored in half precision.</source>
        <translation>ネットワーク VGG-19 と VGG-16 は、オックスフォード大学 Visual Geometry Group の Karen Simonyan 氏と Andrew Zisserman 氏が学習させたもので、CC BY 4.0 で提供されています。relu5_1 より後を取り除き、半精度で保存しています。</translation>
    </message>
    <message>
        <source>The method is that of Leon Gatys, Alexander Ecker and Matthias Bethge, “Image Style Transfer Using Convolutional Neural Networks”, 2016.</source>
        <translation>手法は Leon Gatys、Alexander Ecker、Matthias Bethge 各氏の “Image Style Transfer Using Convolutional Neural Networks”（2016 年）によります。</translation>
    </message>
    <message>
        <source>Built with Qt (LGPL 3), PyTorch (BSD), NumPy (BSD) and Pillow (MIT-CMU).</source>
        <translation>Qt (LGPL 3)、PyTorch (BSD)、NumPy (BSD)、Pillow (MIT-CMU) を使用しています。</translation>
    </message>
</context>
<context>
    <name>AgainActions</name>
    <message>
        <source>&amp;More steps</source>
        <translation>さらに描き進める(&amp;M)</translation>
    </message>
    <message>
        <source>Paint on at this picture, at its full size</source>
        <translation>この絵を元の大きさのまま描き進めます</translation>
    </message>
    <message>
        <source>&amp;Another one, from noise</source>
        <translation>ノイズからもう 1 枚(&amp;A)</translation>
    </message>
    <message>
        <source>Paint the same once more; it comes out differently</source>
        <translation>同じ設定でもう一度描きます。仕上がりは変わります</translation>
    </message>
    <message>
        <source>Start the &amp;next from it</source>
        <translation>この絵から次を始める(&amp;N)</translation>
    </message>
    <message>
        <source>Begin the next picture with this one</source>
        <translation>この絵を出発点にして次の絵を描きます</translation>
    </message>
    <message>
        <source>Use it as the p&amp;hoto</source>
        <translation>写真として使う(&amp;H)</translation>
    </message>
    <message>
        <source>Make this picture the photo</source>
        <translation>この絵を写真として使います</translation>
    </message>
</context>
<context>
    <name>AwayNotices</name>
    <message>
        <source>Your picture is done</source>
        <translation>絵ができました</translation>
    </message>
    <message>
        <source>Your picture could not be painted</source>
        <translation>絵を描けませんでした</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Save it elsewhere…</source>
        <translation>別の場所に保存…</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>探す…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Choose where this picture is to be kept</source>
        <translation>この絵を残す場所を選びます</translation>
    </message>
    <message>
        <source>Take over the paintings and settings of this picture</source>
        <translation>この絵の絵画と設定を使います</translation>
    </message>
    <message>
        <source>Show the program where the missing picture is</source>
        <translation>見つからない画像の場所を指定します</translation>
    </message>
    <message>
        <source>Everything as it was before</source>
        <translation>すべてを前の状態に戻します</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このお知らせを閉じます</translation>
    </message>
</context>
<context>
    <name>CarriedRecipeControl</name>
    <message>
        <source>Recipe in the picture</source>
        <translation>絵に含めるレシピ</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>含める</translation>
    </message>
    <message>
        <source>The file tells how it was painted, so that it can be painted again; it names no folders.</source>
        <translation>どう描いたかをファイルに記録し、もう一度同じように描けるようにします。フォルダー名は含みません。</translation>
    </message>
    <message>
        <source>With folders</source>
        <translation>フォルダーも</translation>
    </message>
    <message>
        <source>The file also tells in which folders the photo and the paintings lie.</source>
        <translation>写真と絵画がどのフォルダーにあるかも記録します。</translation>
    </message>
    <message>
        <source>No</source>
        <translation>含めない</translation>
    </message>
    <message>
        <source>The file does not tell how it was painted.</source>
        <translation>どう描いたかを記録しません。</translation>
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
            <numerusform>まだ %n 枚の絵が順番を待っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture that is being painted is stopped and kept.</source>
        <translation>いま描いている絵は止めて残します。</translation>
    </message>
    <message>
        <source>Impasto goes on with it, and with those that wait, when you next start it.</source>
        <translation>次に起動すると、その続きと、待っている絵を描きます。</translation>
    </message>
    <message>
        <source>Those that wait could not be written down, and will not be painted.</source>
        <translation>待っている絵は書きとめられなかったため、描かれません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Go on painting</source>
        <translation>描き続ける</translation>
    </message>
    <message numerus="yes">
        <source>%n painted picture(s) could not be kept.</source>
        <translation>
            <numerusform>描いた絵のうち %n 枚を残せませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing now loses what has not been saved.</source>
        <translation>今閉じると、保存していないものは失われます。</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>閉じて破棄</translation>
    </message>
    <message numerus="yes">
        <source>%n painted picture(s) could only be kept in the temporary folder.</source>
        <translation>
            <numerusform>描いた絵のうち %n 枚は一時フォルダーにしか残せませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>The system may empty that folder when the computer starts anew.</source>
        <translation>コンピューターの再起動時に、システムがこのフォルダーを空にすることがあります。</translation>
    </message>
    <message>
        <source>Close and leave it there</source>
        <translation>そのままにして閉じる</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
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
        <translation>画像を読み込んでいます…</translation>
    </message>
    <message>
        <source>The photo is missing</source>
        <translation>写真がありません</translation>
    </message>
    <message>
        <source>Choose one at the top left.</source>
        <translation>左上で選んでください。</translation>
    </message>
    <message>
        <source>The painting is missing</source>
        <translation>絵画がありません</translation>
    </message>
    <message>
        <source>Choose one at the left.</source>
        <translation>左で選んでください。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Press Stylize to paint the photo like the painting.</source>
        <translation>「描く」を押すと、写真を絵画のように描きます。</translation>
    </message>
    <message>
        <source>Loading the picture…</source>
        <translation>画像を読み込んでいます…</translation>
    </message>
    <message>
        <source>A large one takes a moment.</source>
        <translation>大きい画像は少し時間がかかります。</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Ended at once; what was being painted was not kept.</source>
        <translation>すぐに終了しました。描いている途中のものは残っていません。</translation>
    </message>
</context>
<context>
    <name>ExpertSettings</name>
    <message>
        <source>Use the usual ones</source>
        <translation>標準に戻す</translation>
    </message>
    <message>
        <source>From the recipe</source>
        <translation>レシピの設定</translation>
    </message>
    <message>
        <source>Gram matrices</source>
        <translation>グラム行列</translation>
    </message>
    <message>
        <source>the network VGG-16</source>
        <translation>ネットワーク VGG-16</translation>
    </message>
    <message>
        <source>full precision</source>
        <translation>単精度</translation>
    </message>
    <message>
        <source>half precision</source>
        <translation>半精度</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open photo</source>
        <translation>写真を開く</translation>
    </message>
    <message>
        <source>Open paintings</source>
        <translation>絵画を開く</translation>
    </message>
    <message>
        <source>Add paintings</source>
        <translation>絵画を追加</translation>
    </message>
    <message>
        <source>Start from picture</source>
        <translation>画像から始める</translation>
    </message>
    <message>
        <source>Paint again</source>
        <translation>もう一度描く</translation>
    </message>
    <message>
        <source>Find {name}</source>
        <translation>{name} を探す</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>画像 ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>絵を保存</translation>
    </message>
    <message>
        <source>PDF, a page to print or send (*.pdf)</source>
        <translation>PDF、印刷・送付用のページ (*.pdf)</translation>
    </message>
    <message>
        <source>Save sheet as</source>
        <translation>見本シートを保存</translation>
    </message>
    <message>
        <source>PNG, without loss (*.png)</source>
        <translation>PNG、劣化なし (*.png)</translation>
    </message>
    <message>
        <source>JPEG, small (*.jpg *.jpeg)</source>
        <translation>JPEG、小さめ (*.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>WebP, small (*.webp)</source>
        <translation>WebP、小さめ (*.webp)</translation>
    </message>
    <message>
        <source>TIFF, for printing (*.tif *.tiff)</source>
        <translation>TIFF、印刷用 (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>Animated WebP, for web pages (*.webp)</source>
        <translation>アニメーション WebP、ウェブページ用 (*.webp)</translation>
    </message>
    <message>
        <source>MP4, a film (*.mp4)</source>
        <translation>MP4、動画 (*.mp4)</translation>
    </message>
    <message>
        <source>Save timelapse</source>
        <translation>タイムラプスを保存</translation>
    </message>
</context>
<context>
    <name>FirstHint</name>
    <message>
        <source>Begin with a photo of your own: click the small photo at the left, or drop one here.</source>
        <translation>まずはご自分の写真で始めましょう。左の小さな写真をクリックするか、ここに写真をドロップしてください。</translation>
    </message>
</context>
<context>
    <name>GalleryActions</name>
    <message>
        <source>&amp;Look</source>
        <translation>見る(&amp;L)</translation>
    </message>
    <message>
        <source>See the picture large, or two side by side</source>
        <translation>絵を大きく、または2枚を並べて見ます</translation>
    </message>
    <message>
        <source>&amp;Use its settings</source>
        <translation>この設定を使う(&amp;U)</translation>
    </message>
    <message>
        <source>Paint the photo on the left with the settings of this picture</source>
        <translation>左の写真を、この絵の設定で描きます</translation>
    </message>
    <message>
        <source>&amp;Paint again</source>
        <translation>もう一度描く(&amp;P)</translation>
    </message>
    <message>
        <source>Choose its photo, its paintings and its settings</source>
        <translation>この絵の写真、絵画、設定を選びます</translation>
    </message>
    <message>
        <source>Same, l&amp;arger</source>
        <translation>同じものを大きく(&amp;A)</translation>
    </message>
    <message>
        <source>Choose all of it, for a picture twice as large</source>
        <translation>すべて同じにして、2倍の大きさの絵にします</translation>
    </message>
    <message>
        <source>Same, &amp;for print…</source>
        <translation>同じものを印刷用に(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose all of it, and a sheet of paper</source>
        <translation>すべて同じにして、用紙を選びます</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>名前を変える(&amp;R)…</translation>
    </message>
    <message>
        <source>Give the picture and its file another name</source>
        <translation>絵とファイルに別の名前を付けます</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>フォルダーで表示(&amp;S)</translation>
    </message>
    <message>
        <source>Show the file where it lies on the disk</source>
        <translation>ディスク上のファイルの場所を表示します</translation>
    </message>
    <message>
        <source>&amp;Move to trash</source>
        <translation>ごみ箱に入れる(&amp;M)</translation>
    </message>
    <message>
        <source>It can be taken out of the trash again</source>
        <translation>ごみ箱から元に戻せます</translation>
    </message>
    <message>
        <source>Rename picture</source>
        <translation>絵の名前を変える</translation>
    </message>
    <message>
        <source>Its name, and that of its file</source>
        <translation>絵の名前(ファイル名も変わります)</translation>
    </message>
</context>
<context>
    <name>GalleryCommands</name>
    <message>
        <source>&amp;Gallery</source>
        <translation>ギャラリー(&amp;G)</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>ギャラリー</translation>
    </message>
    <message>
        <source>All finished pictures (Ctrl+G)</source>
        <translation>完成した絵をすべて見る (Ctrl+G)</translation>
    </message>
</context>
<context>
    <name>GalleryDetails</name>
    <message>
        <source>Use settings</source>
        <translation>設定を使う</translation>
    </message>
    <message>
        <source>Paint the photo on the left with the settings of this picture</source>
        <translation>左の写真を、この絵の設定で描きます</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>More to do with this picture</source>
        <translation>この絵でほかにできること</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are chosen</source>
        <translation>
            <numerusform>%n 枚の絵を選んでいます</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a picture to see how it was painted.</source>
        <translation>絵を選ぶと、どのように描かれたかが分かります。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比べる</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>見る</translation>
    </message>
    <message>
        <source>See both side by side</source>
        <translation>2枚を並べて見ます</translation>
    </message>
    <message>
        <source>See the picture large (Return)</source>
        <translation>絵を大きく見ます (Return)</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
    <message>
        <source>does not tell how it was painted</source>
        <translation>描き方の記録がありません</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下描き</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高品質</translation>
    </message>
    <message>
        <source>strength {strength}, freedom {freedom}</source>
        <translation>強さ {strength}、自由度 {freedom}</translation>
    </message>
    <message>
        <source>for print</source>
        <translation>印刷用</translation>
    </message>
</context>
<context>
    <name>GalleryGrid</name>
    <message>
        <source>Finished pictures</source>
        <translation>完成した絵</translation>
    </message>
    <message>
        <source>Choose one to see how it was painted, or two to compare them.</source>
        <translation>1 枚選ぶとどう描かれたかが分かり、2 枚選ぶと見比べられます。</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Gallery</source>
        <translation>ギャラリー</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>名前で探す</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>すべての絵</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Back to all pictures (Esc)</source>
        <translation>すべての絵に戻ります (Esc)</translation>
    </message>
    <message>
        <source>Back to what is being painted (Esc)</source>
        <translation>描いている絵に戻ります (Esc)</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{all} 枚のうち {shown} 枚</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n 枚の絵</numerusform>
        </translation>
    </message>
    <message>
        <source>No picture has that name.</source>
        <translation>その名前の絵はありません。</translation>
    </message>
    <message>
        <source>Looking for pictures…</source>
        <translation>絵を探しています…</translation>
    </message>
    <message>
        <source>Every picture that you paint will be found here.</source>
        <translation>描いた絵はすべてここに並びます。</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Close this hint</source>
        <translation>このヒントを閉じる</translation>
    </message>
    <message>
        <source>Close this hint; it does not come back</source>
        <translation>このヒントを閉じます。もう表示されません</translation>
    </message>
</context>
<context>
    <name>ImageWell</name>
    <message>
        <source>Click to choose a picture, or drop or paste one here</source>
        <translation>クリックして画像を選ぶか、ここにドロップまたは貼り付けてください</translation>
    </message>
    <message>
        <source>Empty. Press to choose a picture.</source>
        <translation>空です。押して画像を選びます。</translation>
    </message>
    <message>
        <source>{name}, {size}. Press to choose another one.</source>
        <translation>{name}、{size}。押すと別の画像を選べます。</translation>
    </message>
    <message>
        <source>{name}: {shares}. Press to choose others.</source>
        <translation>{name}: {shares}。押すと別の画像を選べます。</translation>
    </message>
</context>
<context>
    <name>KeyOverview</name>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Everything that can be done with the keyboard</source>
        <translation>キーボードでできることのすべて</translation>
    </message>
    <message>
        <source>Back to the window (Esc)</source>
        <translation>ウィンドウに戻ります (Esc)</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>絵</translation>
    </message>
    <message>
        <source>See all of the photo while held</source>
        <translation>押している間、写真全体を表示</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>絵を動かす</translation>
    </message>
    <message>
        <source>Move the line between photo and picture</source>
        <translation>写真と絵の境の線を動かす</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>絵画</translation>
    </message>
    <message>
        <source>Go from one to another</source>
        <translation>ほかの絵画に移る</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>Mix in</source>
        <translation>混ぜる</translation>
    </message>
    <message>
        <source>Rename one of yours</source>
        <translation>自分の絵画の名前を変更</translation>
    </message>
    <message>
        <source>Remove one of yours</source>
        <translation>自分の絵画を外す</translation>
    </message>
    <message>
        <source>How the picture came about</source>
        <translation>絵ができるまで</translation>
    </message>
    <message>
        <source>Back and forth</source>
        <translation>前後に動く</translation>
    </message>
    <message>
        <source>From dot to dot</source>
        <translation>点から点へ移る</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どこでも</translation>
    </message>
    <message>
        <source>Go to the next control</source>
        <translation>次の項目に移る</translation>
    </message>
    <message>
        <source>Move a slider</source>
        <translation>スライダーを動かす</translation>
    </message>
    <message>
        <source>Press a button</source>
        <translation>ボタンを押す</translation>
    </message>
</context>
<context>
    <name>LoupeCommands</name>
    <message>
        <source>&amp;Loupe</source>
        <translation>ルーペ(&amp;L)</translation>
    </message>
</context>
<context>
    <name>LoupePage</name>
    <message>
        <source>Another place…</source>
        <translation>別の場所…</translation>
    </message>
    <message>
        <source>Choose another place of the picture</source>
        <translation>絵の別の場所を選びます</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>絵に戻ります (Esc)</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>ルーペ</translation>
    </message>
    <message>
        <source>{size} px, strength {strength}, freedom {freedom}</source>
        <translation>{size} px、強さ {strength}、自由度 {freedom}</translation>
    </message>
    <message>
        <source>Former settings: {settings}</source>
        <translation>以前の設定: {settings}</translation>
    </message>
    <message>
        <source>Goes on when the picture is done.</source>
        <translation>絵ができあがると続きます。</translation>
    </message>
    <message>
        <source>The first place takes longer: the whole picture is painted small for it.</source>
        <translation>最初の場所は時間がかかります。全体を小さく描いてから始めるためです。</translation>
    </message>
    <message>
        <source>The picture&apos;s own pixels, nearly as they will be: strokes may lie otherwise.</source>
        <translation>できあがりとほぼ同じ画素です。筆づかいの位置は変わることがあります。</translation>
    </message>
</context>
<context>
    <name>LoupeTile</name>
    <message>
        <source>How far this place is</source>
        <translation>この場所の進み具合</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Paint this place with the settings as they are now, and keep this one</source>
        <translation>この場所を今の設定で描きます。これも残ります</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Keep this place no longer</source>
        <translation>この場所を取り除きます</translation>
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
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;photo…</source>
        <translation>写真を開く(&amp;P)…</translation>
    </message>
    <message>
        <source>Open pa&amp;inting…</source>
        <translation>絵画を開く(&amp;I)…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>名前を付けて保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>絵をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>絵(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Stylize</source>
        <translation>描く(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Paint a picture a&amp;gain…</source>
        <translation>絵をもう一度描く(&amp;G)…</translation>
    </message>
    <message>
        <source>R&amp;eset all settings</source>
        <translation>すべての設定をリセット(&amp;E)</translation>
    </message>
    <message>
        <source>Save time&amp;lapse…</source>
        <translation>タイムラプスを保存(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー操作(&amp;K)</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>診断情報をコピー(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;About Impasto</source>
        <translation>Impasto について(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>元に戻す: {what}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>やり直す: {what}(&amp;R)</translation>
    </message>
</context>
<context>
    <name>MoreControls</name>
    <message>
        <source>More settings</source>
        <translation>その他の設定</translation>
    </message>
    <message>
        <source>Strokes, colours, what the picture starts from, and what it tells of itself</source>
        <translation>筆づかい、色、絵の出発点、絵に含める情報</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべてリセット</translation>
    </message>
    <message>
        <source>Give every setting its default; the pictures stay</source>
        <translation>すべての設定を初期値に戻します。画像はそのままです</translation>
    </message>
    <message>
        <source>Brush strokes</source>
        <translation>筆づかい</translation>
    </message>
    <message>
        <source>finer</source>
        <translation>細かく</translation>
    </message>
    <message>
        <source>broader</source>
        <translation>太く</translation>
    </message>
    <message>
        <source>Direction of the strokes</source>
        <translation>筆の向き</translation>
    </message>
    <message>
        <source>As painted</source>
        <translation>元のまま</translation>
    </message>
    <message>
        <source>Strokes run as they do in the painting.</source>
        <translation>筆跡は絵画と同じ向きになります。</translation>
    </message>
    <message>
        <source>Any direction</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>The painting&apos;s strokes may be turned and mirrored, to follow the photo&apos;s forms.</source>
        <translation>絵画の筆跡を回転・反転して、写真の形に沿わせます。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Painting&apos;s</source>
        <translation>絵画の色</translation>
    </message>
    <message>
        <source>The palette of the painting.</source>
        <translation>絵画の色合いを使います。</translation>
    </message>
    <message>
        <source>Photo&apos;s</source>
        <translation>写真の色</translation>
    </message>
    <message>
        <source>Only light and dark are painted; the colours stay.</source>
        <translation>明暗だけを描き、色はそのまま残します。</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>合わせる</translation>
    </message>
    <message>
        <source>The painting is first recoloured to suit the photo.</source>
        <translation>先に絵画の色を写真に合わせます。</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>出発点</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Keeps the photo&apos;s drawing best.</source>
        <translation>写真の輪郭を最もよく保ちます。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Freer, and different with every number.</source>
        <translation>より自由に。番号ごとに変わります。</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>画像…</translation>
    </message>
    <message>
        <source>Goes on from a picture, such as an earlier one.</source>
        <translation>以前に描いた絵などの画像から続けます。</translation>
    </message>
    <message>
        <source>No. </source>
        <translation>No. </translation>
    </message>
    <message>
        <source>How broad the strokes are beside the painting&apos;s; can be changed while the picture is being painted</source>
        <translation>絵画と比べた筆づかいの太さです。描いている間も変えられます</translation>
    </message>
    <message>
        <source>Number of the noise</source>
        <translation>ノイズの番号</translation>
    </message>
    <message>
        <source>The same number gives the same picture again; another one gives another.</source>
        <translation>同じ番号なら同じ絵に、別の番号なら別の絵になります。</translation>
    </message>
    <message>
        <source>More steps: {name}</source>
        <translation>ステップを追加: {name}</translation>
    </message>
    <message>
        <source>Paints on at this picture, at its full size: {name}</source>
        <translation>この絵を原寸のまま描き続けます: {name}</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Names of the pictures</source>
        <translation>絵の名前</translation>
    </message>
    <message>
        <source>What the files of finished pictures are called</source>
        <translation>完成した絵のファイル名です</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>挿入</translation>
    </message>
    <message>
        <source>Insert into the name</source>
        <translation>名前に挿入</translation>
    </message>
    <message>
        <source>Put in what differs from picture to picture, such as the name of the photo</source>
        <translation>写真の名前など、絵ごとに変わるものを入れます</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>絵画</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>The usual name</source>
        <translation>いつもの名前</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The picture is not lost: it is in {path}. The system may empty that folder when the computer starts anew, so save it somewhere else.</source>
        <translation>絵は失われていません。{path} にあります。コンピューターの再起動時にこのフォルダーが空になることがあるので、別の場所に保存してください。</translation>
    </message>
    <message>
        <source>The list of your paintings could not be written down.</source>
        <translation>絵画の一覧を書き込めませんでした。</translation>
    </message>
    <message>
        <source>It stays as you see it until Impasto ends; the next change of it tries once more.</source>
        <translation>Impasto を終了するまでは今のままです。次に変更したときにもう一度試します。</translation>
    </message>
    <message>
        <source>The list of the pictures that wait could not be written down.</source>
        <translation>待っている絵の一覧を書きとめられませんでした。</translation>
    </message>
    <message>
        <source>They are painted as long as Impasto stays open. Make room on the disk before you close it.</source>
        <translation>Impasto を開いているあいだは描かれます。閉じる前にディスクの空きを作ってください。</translation>
    </message>
    <message>
        <source>The list of the pictures that waited could not be read.</source>
        <translation>待っていた絵の一覧を読めませんでした。</translation>
    </message>
    <message>
        <source>It stays where it is, and is read at the next start.</source>
        <translation>そのまま残り、次の起動で読み込まれます。</translation>
    </message>
    <message>
        <source>The list of the pictures that waited is damaged, so they are not painted.</source>
        <translation>待っていた絵の一覧が壊れているため、描かれません。</translation>
    </message>
    <message>
        <source>It has been set aside: {path}</source>
        <translation>別に保管しました: {path}</translation>
    </message>
    <message>
        <source>“{name}” is not painted by itself: Impasto ended twice while it was begun.</source>
        <translation>「{name}」は自動では描きません。始めたときに Impasto が2回終了したためです。</translation>
    </message>
    <message>
        <source>Paint it smaller, or close other programs first.</source>
        <translation>小さく描くか、先にほかのプログラムを閉じてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n presets are kept</source>
        <translation>
            <numerusform>プリセットを %n 件残しました</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings are those of {name} now.</source>
        <translation>設定は「{name}」になりました。</translation>
    </message>
    <message>
        <source>The presets could not be changed on the disk.</source>
        <translation>ディスク上のプリセットを変更できませんでした。</translation>
    </message>
    <message>
        <source>Make room on the disk, or allow Impasto to write there; then try again.</source>
        <translation>ディスクの空きを増やすか、Impasto に書き込みを許可してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The rating could not be written down.</source>
        <translation>評価を保存できませんでした。</translation>
    </message>
    <message>
        <source>Make room on the disk, or allow Impasto to write there; then rate it again.</source>
        <translation>ディスクの空きを増やすか、Impasto に書き込みを許可してから、もう一度評価してください。</translation>
    </message>
    <message>
        <source>The picture is not lost: it is in {path}.</source>
        <translation>絵は失われていません。{path} にあります。</translation>
    </message>
    <message>
        <source>“{name}” is cut short: its end is missing.</source>
        <translation>「{name}」は途中で切れています。終わりの部分がありません。</translation>
    </message>
    <message>
        <source>It can be painted as it is, with a part that is plain grey or coarse. If there is another copy, use that one.</source>
        <translation>このままでも描けますが、一部が灰色や粗い状態になります。別のコピーがあれば、そちらを使ってください。</translation>
    </message>
    <message>
        <source>The picture is painted on without that change.</source>
        <translation>その変更なしで描き続けます。</translation>
    </message>
    <message>
        <source>It can be painted like any other picture.</source>
        <translation>ほかの画像と同じように描けます。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, the details are in {folder}.</source>
        <translation>もう一度試してください。また起きる場合は、詳細が {folder} にあります。</translation>
    </message>
</context>
<context>
    <name>PaintingSettings</name>
    <message>
        <source>Paint on</source>
        <translation>描く場所</translation>
    </message>
    <message>
        <source>What is fastest</source>
        <translation>いちばん速いもの</translation>
    </message>
    <message>
        <source>The graphics card</source>
        <translation>グラフィックカード</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリー</translation>
    </message>
    <message>
        <source>As much as is free</source>
        <translation>空いているだけ</translation>
    </message>
    <message>
        <source>Left to other programs</source>
        <translation>ほかのプログラムに残す分</translation>
    </message>
    <message>
        <source>Nothing: paint as fast as possible</source>
        <translation>残さない: できるだけ速く描く</translation>
    </message>
    <message>
        <source>A quarter of the processor</source>
        <translation>プロセッサーの4分の1</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>プロセッサーの半分</translation>
    </message>
    <message>
        <source>What part of the computer paints</source>
        <translation>コンピューターのどの部分で描くかを選びます</translation>
    </message>
    <message>
        <source>With less, large pictures are painted in parts and take longer.</source>
        <translation>少ないと、大きな絵は部分ごとに描くため、時間がかかります。</translation>
    </message>
    <message>
        <source>Both hold from the next picture on.</source>
        <translation>どちらも次の絵から有効です。</translation>
    </message>
    <message>
        <source>With more, other programs stay quicker, and a picture takes longer.</source>
        <translation>多いほど、ほかのプログラムは速く、絵は遅くなります。</translation>
    </message>
    <message>
        <source>Changes at once, also while a picture is being painted.</source>
        <translation>絵を描いている途中でもすぐに変わります。</translation>
    </message>
</context>
<context>
    <name>PaintingStrip</name>
    <message>
        <source>Paintings to choose from</source>
        <translation>選べる絵画</translation>
    </message>
    <message>
        <source>Click a painting to paint like it; Ctrl-click mixes it in</source>
        <translation>クリックで絵画を選び、Ctrl+クリックで混ぜます</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>ファイルがなくなっています。</translation>
    </message>
</context>
<context>
    <name>PictureImport</name>
    <message>
        <source>That picture is not on this computer, and Impasto never goes online.</source>
        <translation>その画像はこのコンピューターにありません。Impasto はインターネットに接続しません。</translation>
    </message>
    <message>
        <source>Save it to a folder first, then drop the file here.</source>
        <translation>先にフォルダーに保存してから、ファイルをここにドロップしてください。</translation>
    </message>
    <message>
        <source>There is no picture in that.</source>
        <translation>その中に画像はありません。</translation>
    </message>
    <message>
        <source>Copy or drag a picture, or a picture file.</source>
        <translation>画像か画像ファイルをコピーまたはドラッグしてください。</translation>
    </message>
</context>
<context>
    <name>PictureSettings</name>
    <message>
        <source>Folder of the pictures</source>
        <translation>絵のフォルダー</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>The usual folder</source>
        <translation>いつものフォルダー</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>ファイルの種類</translation>
    </message>
    <message>
        <source>PNG, without loss</source>
        <translation>PNG、劣化なし</translation>
    </message>
    <message>
        <source>TIFF, for printing</source>
        <translation>TIFF、印刷用</translation>
    </message>
    <message>
        <source>JPEG, small</source>
        <translation>JPEG、小さい</translation>
    </message>
    <message>
        <source>WebP, small and without loss</source>
        <translation>WebP、小さく劣化なし</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Quality of JPEG</source>
        <translation>JPEG の品質</translation>
    </message>
    <message>
        <source>Colour depth</source>
        <translation>色の深さ</translation>
    </message>
    <message>
        <source>8 bits, for the screen</source>
        <translation>8ビット、画面用</translation>
    </message>
    <message>
        <source>16 bits, to be worked on further</source>
        <translation>16ビット、あとで加工する場合</translation>
    </message>
    <message>
        <source>Where finished pictures are kept</source>
        <translation>完成した絵を残す場所です</translation>
    </message>
    <message>
        <source>Keep finished pictures in another folder</source>
        <translation>完成した絵を別のフォルダーに残します</translation>
    </message>
    <message>
        <source>Keep finished pictures where the program does by itself</source>
        <translation>完成した絵をいつもの場所に残します</translation>
    </message>
    <message>
        <source>What kind of file a finished picture becomes</source>
        <translation>完成した絵のファイル形式です</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Less makes smaller files, and blurs fine strokes.</source>
        <translation>低いとファイルは小さくなり、細かい筆づかいがぼやけます。</translation>
    </message>
    <message>
        <source>With 16 bits, soft transitions stay smooth when the picture is made lighter or darker.</source>
        <translation>16ビットなら、絵を明るくしたり暗くしたりしても、なだらかな変化が保たれます。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>絵画</translation>
    </message>
    <message>
        <source>For example: {name}</source>
        <translation>例: {name}</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>絵</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Prese&amp;ts</source>
        <translation>プリセット(&amp;T)</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Whole sets of settings by name: choose one, or keep your own</source>
        <translation>名前付きの設定一式です。選ぶことも、自分の設定を残すこともできます</translation>
    </message>
    <message>
        <source>&amp;Keep these settings…</source>
        <translation>この設定を残す(&amp;K)…</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>名前を変える(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>取り除く(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Share…</source>
        <translation>共有(&amp;S)…</translation>
    </message>
    <message>
        <source>Keep these settings</source>
        <translation>この設定を残す</translation>
    </message>
    <message>
        <source>There is a preset of that name already. Replace it?</source>
        <translation>同じ名前のプリセットがあります。置き換えますか？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>プリセットの名前を変える</translation>
    </message>
    <message>
        <source>Share preset</source>
        <translation>プリセットを共有</translation>
    </message>
    <message>
        <source>Impasto preset (*{suffix})</source>
        <translation>Impasto プリセット (*{suffix})</translation>
    </message>
    <message numerus="yes">
        <source>Name (up to %n characters)</source>
        <translation>
            <numerusform>名前（%n 文字まで）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Draft</source>
        <translation>下描き</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高品質</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Hold the mouse button or the X key to see the photo.</source>
        <translation>マウスボタンか X キーを押している間、写真を表示します。</translation>
    </message>
    <message>
        <source>Drop a photo here, or choose one on the left</source>
        <translation>ここに写真をドロップするか、左で選んでください</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Paint for print</source>
        <translation>印刷用に描く</translation>
    </message>
    <message>
        <source>A size of your own</source>
        <translation>サイズを指定</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>回転</translation>
    </message>
    <message>
        <source>Upright or across</source>
        <translation>縦向きまたは横向き</translation>
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
        <translation>各辺の外側まで描き、印刷所で裁ち落とされる部分です</translation>
    </message>
    <message>
        <source>Not for print</source>
        <translation>印刷用にしない</translation>
    </message>
    <message>
        <source>Fill the sheet, crop the photo</source>
        <translation>用紙いっぱいに（写真を切り抜く）</translation>
    </message>
    <message>
        <source>Whole photo, with white borders</source>
        <translation>写真全体（白い余白あり）</translation>
    </message>
    <message>
        <source>Whole photo, without borders</source>
        <translation>写真全体（余白なし）</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Usual sizes of paper</source>
        <translation>よく使われる用紙サイズです</translation>
    </message>
    <message>
        <source>How wide the paper is</source>
        <translation>用紙の幅です</translation>
    </message>
    <message>
        <source>How high the paper is</source>
        <translation>用紙の高さです</translation>
    </message>
    <message>
        <source>What width and height are measured in</source>
        <translation>幅と高さの単位です</translation>
    </message>
    <message>
        <source>How many pixels lie on an inch: 300 look sharp in the hand, 150 on a wall</source>
        <translation>1 インチあたりのピクセル数です。手に持って見るなら 300、壁に飾るなら 150 で鮮明に見えます</translation>
    </message>
    <message>
        <source>Whether the photo covers the whole paper, or is seen whole itself</source>
        <translation>写真で用紙全体を覆うか、写真全体を見せるかを選びます</translation>
    </message>
    <message>
        <source>Width and height</source>
        <translation>幅と高さ</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解像度</translation>
    </message>
    <message>
        <source>Bleed</source>
        <translation>塗り足し</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} ピクセル</translation>
    </message>
    <message>
        <source>{width} × {height} pixels: more than the {most} a side that can be painted. Lower the resolution.</source>
        <translation>{width} × {height} ピクセル: 1 辺に描けるのは {most} までです。解像度を下げてください。</translation>
    </message>
</context>
<context>
    <name>ProgramSettings</name>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Tell me when a picture is done</source>
        <translation>絵ができたら知らせる</translation>
    </message>
    <message>
        <source>Whether the window is light or dark</source>
        <translation>ウィンドウを明るくするか暗くするかを選びます</translation>
    </message>
    <message>
        <source>Which language the window speaks</source>
        <translation>ウィンドウの言語です</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>言語の変更は次の起動から有効です。</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Only while another window is in front, and without a sound.</source>
        <translation>ほかのウィンドウが前にあるときだけ、音なしで知らせます。</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使った写真(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>一覧を消去(&amp;C)</translation>
    </message>
</context>
<context>
    <name>RecipeControls</name>
    <message>
        <source>nearer the photo</source>
        <translation>写真に近く</translation>
    </message>
    <message>
        <source>nearer the painting</source>
        <translation>絵画に近く</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>強さ</translation>
    </message>
    <message>
        <source>How much the picture takes on from the painting; can be changed while it is being painted</source>
        <translation>絵画の画風をどれだけ取り入れるかです。描いている間も変えられます</translation>
    </message>
    <message>
        <source>keeps the drawing</source>
        <translation>輪郭を保つ</translation>
    </message>
    <message>
        <source>redraws it</source>
        <translation>描き直す</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>自由度</translation>
    </message>
    <message>
        <source>How far every stroke follows the painter&apos;s; can be changed while the picture is being painted</source>
        <translation>ひと筆ひと筆を画家の筆にどこまで合わせるか。描いている間も変更できます</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Extra large</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>{size} pixels on the longer side</source>
        <translation>長辺 {size} ピクセル</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Longer side in pixels</source>
        <translation>長辺のピクセル数</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下描き</translation>
    </message>
    <message>
        <source>A quick look.</source>
        <translation>ざっと確かめます。</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Good for most pictures.</source>
        <translation>たいていの絵に適しています。</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高品質</translation>
    </message>
    <message>
        <source>The cleanest strokes.</source>
        <translation>最もきれいな筆跡になります。</translation>
    </message>
    <message>
        <source>Too large for the memory: at most {size} px.</source>
        <translation>メモリーに対して大きすぎます。最大 {size} px です。</translation>
    </message>
    <message>
        <source>Takes {duration} and {memory} GB of memory.</source>
        <translation>時間は{duration}、メモリーは {memory} GB 必要です。</translation>
    </message>
    <message>
        <source>For print…</source>
        <translation>印刷用…</translation>
    </message>
    <message>
        <source>Paint for a sheet of paper: width, height and resolution</source>
        <translation>用紙に合わせて描きます（幅、高さ、解像度）</translation>
    </message>
    <message>
        <source>{width} × {height} cm…</source>
        <translation>{width} × {height} cm…</translation>
    </message>
    <message>
        <source>Print {width} × {height} cm at {dpi} dpi</source>
        <translation>印刷 {width} × {height} cm、{dpi} dpi</translation>
    </message>
    <message>
        <source>A quick look, rough in places.</source>
        <translation>ざっと確かめます。粗いところがあります。</translation>
    </message>
    <message>
        <source>A good balance for most pictures.</source>
        <translation>たいていの絵にちょうどよい設定です。</translation>
    </message>
    <message>
        <source>Takes longest; the cleanest strokes.</source>
        <translation>時間は最もかかりますが、筆跡が最もきれいです。</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>a picture that was pasted</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>“{name}” was painted by Impasto.</source>
        <translation>「{name}」は Impasto で描かれています。</translation>
    </message>
    <message>
        <source>Its settings, photo and paintings can be taken over.</source>
        <translation>設定、写真、絵画を取り込めます。</translation>
    </message>
    <message>
        <source>Not found: {names}.</source>
        <translation>見つかりません: {names}</translation>
    </message>
    <message>
        <source>No longer what it was: {names}.</source>
        <translation>当時と内容が違います: {names}</translation>
    </message>
    <message>
        <source>Another picture than then, so the result will differ: {names}.</source>
        <translation>当時とは別の画像なので、仕上がりが変わります: {names}</translation>
    </message>
    <message>
        <source>Moved or renamed since, and found: {names}.</source>
        <translation>移動または名前が変わっていましたが、見つかりました: {names}</translation>
    </message>
    <message>
        <source>Everything is set as “{name}” was painted.</source>
        <translation>すべて「{name}」を描いたときの設定になりました。</translation>
    </message>
    <message>
        <source>The paintings and the settings are those of “{name}” now.</source>
        <translation>絵画と設定は「{name}」のものになりました。</translation>
    </message>
    <message>
        <source>The settings are those of “{name}”, but not all of its pictures are there.</source>
        <translation>設定は「{name}」のものですが、画像が一部そろっていません。</translation>
    </message>
    <message>
        <source>Find what is missing, or choose something else in its place.</source>
        <translation>足りないものを探すか、代わりを選んでください。</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Scale {scale} of {scales}</source>
        <translation>段階 {scale}/{scales}</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>ステップ {step}/{steps}</translation>
    </message>
    <message>
        <source>Painting… {percent} %</source>
        <translation>描いています… {percent} %</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <extracomment>{duration} is such as “a few seconds” or “about 5 min”</extracomment>
        <translation>残り{duration}</translation>
    </message>
    <message>
        <source>Kept in {folder}</source>
        <translation>{folder} に保存しました</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーを表示</translation>
    </message>
</context>
<context>
    <name>RunButtons</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Slide between the photo and the picture (D). Hold X to see all of the photo.</source>
        <translation>写真と絵をスライドして比べます (D)。X を押している間、写真全体を表示します。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the picture to the clipboard</source>
        <translation>絵をクリップボードにコピーします</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Save the picture where you like</source>
        <translation>好きな場所に絵を保存します</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop and keep the picture as it is (Esc)</source>
        <translation>停止して、絵を今のまま残します (Esc)</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>仕上げる</translation>
    </message>
    <message>
        <source>Go on with this picture from where it was stopped</source>
        <translation>停止したところからこの絵を描き続けます</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>More of this picture, or another that begins with it</source>
        <translation>この絵を描き進めるか、この絵から別の絵を始めます</translation>
    </message>
    <message>
        <source>Stylize</source>
        <translation>描く</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Go on painting</source>
        <translation>描き続けます</translation>
    </message>
    <message>
        <source>Hold and leave the computer to others</source>
        <translation>いったん止めて、コンピューターをほかの作業に譲ります</translation>
    </message>
    <message>
        <source>Paint the photo like the painting (Ctrl+Return)</source>
        <translation>写真を絵画のように描きます (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Paint what is chosen now when this picture is done (Ctrl+Return)</source>
        <translation>この絵ができたら、今選んでいるものを描きます (Ctrl+Return)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>絵</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>all paintings</source>
        <translation>すべての絵画</translation>
    </message>
    <message>
        <source>variations</source>
        <translation>バリエーション</translation>
    </message>
</context>
<context>
    <name>SheetCommands</name>
    <message>
        <source>&amp;All paintings</source>
        <translation>すべての絵画(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Variations</source>
        <translation>バリエーション(&amp;V)</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Sheet</source>
        <translation>見本シート</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>絵画</translation>
    </message>
    <message>
        <source>The photo in the manner of every painting.</source>
        <translation>写真をすべての絵画の作風で並べます。</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>バリエーション</translation>
    </message>
    <message>
        <source>The chosen painting with other strengths, brush strokes and colours.</source>
        <translation>選んだ絵画で、強さ、筆づかい、色を変えて並べます。</translation>
    </message>
    <message>
        <source>Save sheet…</source>
        <translation>シートを保存…</translation>
    </message>
    <message>
        <source>Save all of them with their names as one picture</source>
        <translation>名前を添えて全部を 1 枚の画像に保存します</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>絵に戻ります (Esc)</translation>
    </message>
    <message>
        <source>Choose by looking</source>
        <translation>見て選ぶ</translation>
    </message>
    <message>
        <source>Choose a photo and a painting first.</source>
        <translation>先に写真と絵画を選んでください。</translation>
    </message>
    <message>
        <source>Goes on when the picture is done.</source>
        <translation>絵ができたら続けます。</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done}/{all}</translation>
    </message>
</context>
<context>
    <name>SheetTile</name>
    <message>
        <source>is being painted</source>
        <translation>描いています</translation>
    </message>
    <message>
        <source>Cannot be painted</source>
        <translation>描けません</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Drop: this will be the photo</source>
        <translation>ドロップすると写真になります</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>絵画</translation>
    </message>
    <message>
        <source>Drop: this will be the painting</source>
        <translation>ドロップすると絵画になります</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>How much of each painting goes into the mixture</source>
        <translation>それぞれの絵画を混ぜる割合</translation>
    </message>
    <message>
        <source>Try all</source>
        <translation>すべて試す</translation>
    </message>
    <message>
        <source>Show the photo in the manner of every painting (Ctrl+T)</source>
        <translation>写真をすべての絵画の作風で見ます (Ctrl+T)</translation>
    </message>
    <message numerus="yes">
        <source>%n paintings</source>
        <translation>
            <numerusform>絵画 %n 点</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpotPicker</name>
    <message>
        <source>Choose a place for the loupe</source>
        <translation>ルーペで見る場所を選ぶ</translation>
    </message>
    <message>
        <source>Click a place, or move with the arrow keys and press Enter.</source>
        <translation>場所をクリックするか、矢印キーで動かして Enter キーを押してください。</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Paste the picture into any other program.</source>
        <translation>絵をほかのプログラムに貼り付けられます。</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard.</source>
        <translation>診断情報をクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>Paste them into your report. The names of folders, files and people are left out.</source>
        <translation>報告に貼り付けてください。フォルダー、ファイル、人の名前は含まれていません。</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>一時停止しています…</translation>
    </message>
    <message>
        <source>The step that is under way is finished first.</source>
        <translation>今のステップを終えてから止まります。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Press Resume to go on painting.</source>
        <translation>「再開」を押すと描き続けます。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止しています…</translation>
    </message>
    <message>
        <source>The picture so far is kept.</source>
        <translation>ここまでの絵は残ります。</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>準備しています…</translation>
    </message>
    <message>
        <source>Loading the network and looking at both pictures.</source>
        <translation>ネットワークを読み込み、2 枚の画像を調べています。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>Nothing had been painted yet.</source>
        <translation>まだ何も描かれていませんでした。</translation>
    </message>
    <message>
        <source>See above for the reason.</source>
        <translation>理由は上をご覧ください。</translation>
    </message>
    <message>
        <source>Keeping the picture…</source>
        <translation>絵を残しています…</translation>
    </message>
    <message>
        <source>The run broke off</source>
        <translation>途中で止まってしまいました</translation>
    </message>
    <message>
        <source>Stopped after {time}</source>
        <translation>{time}で停止しました</translation>
    </message>
    <message>
        <source>Done in {time}</source>
        <translation>{time}で完成しました</translation>
    </message>
    <message>
        <source>Kept in another place: see above.</source>
        <translation>別の場所に残しました。上をご覧ください。</translation>
    </message>
    <message>
        <source>Not kept: see above. Save it somewhere else.</source>
        <translation>残せませんでした。上をご覧のうえ、別の場所に保存してください。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存しました</translation>
    </message>
</context>
<context>
    <name>StarRating</name>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Rate the picture (1 to 5, 0 for no star)</source>
        <translation>絵を評価します (1~5、星なしは 0)</translation>
    </message>
</context>
<context>
    <name>StripPanel</name>
    <message>
        <source>Search by name</source>
        <translation>名前で検索</translation>
    </message>
    <message>
        <source>Drop: keep here, among your paintings</source>
        <translation>ドロップすると、ここの絵画に加わります</translation>
    </message>
    <message>
        <source>Add paintings…</source>
        <translation>絵画を追加…</translation>
    </message>
    <message>
        <source>Take out of the mixture</source>
        <translation>混ぜるのをやめる</translation>
    </message>
    <message>
        <source>Mix in (Ctrl-click)</source>
        <translation>混ぜる (Ctrl+クリック)</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Remove from here</source>
        <translation>ここから外す</translation>
    </message>
    <message>
        <source>Rename painting</source>
        <translation>絵画の名前を変更</translation>
    </message>
    <message>
        <source>Its name here; the file keeps its own.</source>
        <translation>ここでの名前です。ファイルの名前は変わりません。</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Timelapse saved</source>
        <translation>タイムラプスを保存しました</translation>
    </message>
    <message>
        <source>The timelapse is saved.</source>
        <translation>タイムラプスを保存しました。</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>How the picture came about</source>
        <translation>絵ができるまで</translation>
    </message>
    <message>
        <source>Look back at how the picture came about.</source>
        <translation>絵ができるまでを振り返ります。</translation>
    </message>
    <message>
        <source>Look back at how the picture came about. It can be gone on with at the dots.</source>
        <translation>絵ができるまでを振り返れます。点のところから描き続けられます。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Look at the picture as it is</source>
        <translation>今の絵を見ます</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>ここから続ける</translation>
    </message>
    <message>
        <source>Timelapse…</source>
        <translation>タイムラプス…</translation>
    </message>
    <message>
        <source>Save a film of how the picture came about</source>
        <translation>絵ができるまでを動画として保存します</translation>
    </message>
    <message>
        <source>Paint another picture from here, with the settings on the left. This one is kept.</source>
        <translation>左の設定で、ここから別の絵を描きます。今の絵は残ります。</translation>
    </message>
    <message>
        <source>Move to one of the dots: from there another picture can be painted.</source>
        <translation>点のどれかに移動すると、そこから別の絵を描けます。</translation>
    </message>
    <message>
        <source>The start</source>
        <translation>最初</translation>
    </message>
    <message>
        <source>{size} px · step {step}</source>
        <translation>{size} px · ステップ {step}</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>{name}, from {size} px</source>
        <extracomment>The name of a picture that was gone on with from another one, as it was at a size of so many pixels</extracomment>
        <translation>{name}、{size} px から</translation>
    </message>
</context>
<context>
    <name>UnfinishedStrip</name>
    <message>
        <source>The picture so far</source>
        <translation>ここまでの絵</translation>
    </message>
    <message>
        <source>It can be gone on with from there, as if nothing had happened.</source>
        <translation>何事もなかったように、そこから続けられます。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Paint this picture to its end</source>
        <translation>この絵を最後まで描きます</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>次に起動したときにまた尋ねます</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Remove what was painted of it</source>
        <translation>描いた分を削除します</translation>
    </message>
    <message>
        <source>The painting of “{name}” was interrupted at {percent} %.</source>
        <translation>「{name}」は {percent} % のところで中断されました。</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>全体を表示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Own pixels (1:1)</source>
        <translation>等倍 (1:1)(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Twice as large (2:1)</source>
        <translation>2 倍 (2:1)(&amp;T)</translation>
    </message>
    <message>
        <source>La&amp;rger</source>
        <translation>大きく(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>小さく(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Compare with the photo</source>
        <translation>写真と比べる(&amp;C)</translation>
    </message>
    <message>
        <source>Show the &amp;painting</source>
        <translation>絵画を表示(&amp;P)</translation>
    </message>
</context>
<context>
    <name>WaitingButton</name>
    <message>
        <source>Pictures that will be painted after this one</source>
        <translation>この絵の次に描く絵</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 枚待ち</numerusform>
        </translation>
    </message>
    <message>
        <source>Paint it next</source>
        <translation>次に描く</translation>
    </message>
    <message>
        <source>Do not paint it</source>
        <translation>描かない</translation>
    </message>
</context>
<context>
    <name>WayBack</name>
    <message>
        <source>Back to the default</source>
        <translation>初期値に戻す</translation>
    </message>
</context>
<context>
    <name>ZoomControl</name>
    <message>
        <source>Fit</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Show all of the picture (0)</source>
        <translation>絵の全体を表示します (0)</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Show the picture&apos;s own pixels (1), or twice as large (2)</source>
        <translation>絵を等倍 (1) または 2 倍 (2) で表示します</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>小さく (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>大きく (+)</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>ルーペ</translation>
    </message>
    <message>
        <source>See a place as it will look in the finished picture (L)</source>
        <translation>できあがりの絵での見え方を確かめます (L)</translation>
    </message>
    <message>
        <source>For large pictures and prints: shows a place as it will look, before you wait for all of it</source>
        <translation>大きな絵や印刷用です。全体を待たずに、ある場所のできあがりを確かめられます</translation>
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
        <translation>待機中…</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Weight of {name}</source>
        <translation>{name} の割合</translation>
    </message>
    <message>
        <source>How much the picture takes on from this painting; can be changed while it is being painted</source>
        <translation>この絵画の画風をどれだけ取り入れるかです。描いている間も変えられます</translation>
    </message>
    <message>
        <source>Take {name} out of the mixture</source>
        <translation>{name} を混ぜるのをやめる</translation>
    </message>
    <message>
        <source>Take it out of the mixture</source>
        <translation>混ぜるのをやめる</translation>
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
        <translation>夜の渦</translation>
    </message>
    <message>
        <source>October Birches</source>
        <translation>十月の白樺</translation>
    </message>
    <message>
        <source>Sunday Sails</source>
        <translation>日曜の帆</translation>
    </message>
    <message>
        <source>Red Sun</source>
        <translation>赤い太陽</translation>
    </message>
    <message>
        <source>Poppies in the Rain</source>
        <translation>雨のポピー</translation>
    </message>
    <message>
        <source>Garden Window</source>
        <translation>庭の窓</translation>
    </message>
    <message>
        <source>Two Carp</source>
        <translation>二匹の鯉</translation>
    </message>
    <message>
        <source>Lavender Evening</source>
        <translation>ラベンダーの夕べ</translation>
    </message>
    <message>
        <source>Guitar and Bottle</source>
        <translation>ギターと瓶</translation>
    </message>
    <message>
        <source>Marbled Paper</source>
        <translation>マーブル紙</translation>
    </message>
    <message>
        <source>Pears and Jug</source>
        <translation>洋梨と水差し</translation>
    </message>
    <message>
        <source>Astronaut</source>
        <translation>宇宙飛行士</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>猫</translation>
    </message>
    <message>
        <source>Coffee</source>
        <translation>コーヒー</translation>
    </message>
    <message>
        <source>Thick oil strokes that follow the wind of a blue night; moon and stars in yellow.</source>
        <translation>青い夜の風に沿う厚い油彩の筆跡。黄色い月と星。</translation>
    </message>
    <message>
        <source>Palette-knife slabs in red, orange and plum, with pale trunks.</source>
        <translation>赤、橙、紫のパレットナイフの色面に、淡い幹。</translation>
    </message>
    <message>
        <source>Small dots of pure colour: a river, sails and a summer tree.</source>
        <translation>純色の小さな点描。川と帆と夏の木。</translation>
    </message>
    <message>
        <source>A woodcut: carved black lines over flat red and ochre.</source>
        <translation>木版画。赤と黄土色の平らな面に彫りの黒い線。</translation>
    </message>
    <message>
        <source>Loose watercolour on rough paper; washes with dark edges.</source>
        <translation>粗い紙にのびやかな水彩。縁の濃いにじみ。</translation>
    </message>
    <message>
        <source>Stained glass in jewel colours, held by dark lead.</source>
        <translation>宝石のような色を暗い鉛線で囲んだステンドグラス。</translation>
    </message>
    <message>
        <source>A mosaic of small stones in turquoise, coral and gold.</source>
        <translation>青緑、珊瑚色、金の小石のモザイク。</translation>
    </message>
    <message>
        <source>Soft pastel in lilac, rose and peach on rough paper.</source>
        <translation>粗い紙に、藤色、薔薇色、桃色のやわらかなパステル。</translation>
    </message>
    <message>
        <source>Cubist facets in wood brown, grey-green and cream.</source>
        <translation>木の茶、灰緑、クリーム色のキュビスムの面。</translation>
    </message>
    <message>
        <source>Floating inks combed into feathers and swirls: crimson, green, ochre.</source>
        <translation>浮かべた絵の具を櫛で羽根や渦の形に。深紅、緑、黄土色。</translation>
    </message>
    <message>
        <source>Charcoal and white chalk hatched over toned paper.</source>
        <translation>色のついた紙に木炭と白チョークの線描。</translation>
    </message>
    <message>
        <source>A portrait of the astronaut Eileen Collins, in a bright orange suit.</source>
        <translation>鮮やかなオレンジの宇宙服を着たアイリーン・コリンズ飛行士の肖像。</translation>
    </message>
    <message>
        <source>Chelsea, a ginger cat, close up: soft fur and sharp eyes.</source>
        <translation>茶トラ猫チェルシーの顔。やわらかな毛と鋭い目。</translation>
    </message>
    <message>
        <source>A cup of coffee on a wooden table, in warm light.</source>
        <translation>木のテーブルの上のコーヒー。あたたかな光。</translation>
    </message>
</context>
<context>
    <name>durations</name>
    <message>
        <source>a few seconds</source>
        <translation>数秒</translation>
    </message>
    <message numerus="yes">
        <source>about %n s</source>
        <translation>
            <numerusform>約 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>about {number} min</source>
        <extracomment>{number} is such as 2 or 2½</extracomment>
        <translation>約 {number} 分</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>約 %n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>about {number} h</source>
        <extracomment>{number} is such as 1, 1¼, 1½ or 1¾</extracomment>
        <translation>約 {number} 時間</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02d} s</source>
        <translation>{minutes} 分 {seconds:02d} 秒</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours} 時間 {minutes:02d} 分</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something went wrong that Impasto did not expect.</source>
        <translation>Impasto の想定していない問題が起きました。</translation>
    </message>
    <message>
        <source>There are no pictures to paint from.</source>
        <translation>描くもとになる画像がありません。</translation>
    </message>
    <message>
        <source>Choose at least one painting.</source>
        <translation>絵画を 1 点以上選んでください。</translation>
    </message>
    <message>
        <source>A style weight must be zero or more, not {value}.</source>
        <translation>割合は 0 以上でなければなりません（{value} は使えません）。</translation>
    </message>
    <message>
        <source>Each painting needs one style weight: paintings {num_paintings}, style weights {num_weights}.</source>
        <translation>絵画ごとに割合が 1 つ必要です: 絵画 {num_paintings}、割合 {num_weights}。</translation>
    </message>
    <message>
        <source>At least one painting needs a weight above zero.</source>
        <translation>少なくとも 1 点の絵画の割合を 0 より大きくしてください。</translation>
    </message>
    <message>
        <source>The style weights are too large to be added up.</source>
        <translation>割合が大きすぎて合計できません。</translation>
    </message>
    <message>
        <source>The size must be from {low} to {high} pixels, not {value}.</source>
        <translation>サイズは {low} から {high} ピクセルまでです（{value} は使えません）。</translation>
    </message>
    <message>
        <source>The style strength must be from {low} to {high}, not {value:g}.</source>
        <translation>強さは {low} から {high} までです（{value:g} は使えません）。</translation>
    </message>
    <message>
        <source>The freedom must be from {low} to {high}, not {value:g}.</source>
        <translation>自由度は {low} から {high} までです（{value:g} は使えません）。</translation>
    </message>
    <message>
        <source>The style scale must be from {low:g} to {high:g}, not {value:g}.</source>
        <translation>筆づかいは {low:g} から {high:g} までです（{value:g} は使えません）。</translation>
    </message>
    <message>
        <source>The seed must be a whole number from 0 up, not {value}.</source>
        <translation>ノイズの番号は 0 以上の整数です（{value} は使えません）。</translation>
    </message>
    <message>
        <source>A start picture is needed exactly when the run starts from a picture.</source>
        <translation>出発点の画像は、画像から始めるときにだけ必要です。</translation>
    </message>
    <message>
        <source>The depth must be 8 or 16 bits, not {value}.</source>
        <translation>色の深度は 8 か 16 ビットです（{value} は使えません）。</translation>
    </message>
    <message numerus="yes">
        <source>At this size the picture would be only %n pixels on its short side.</source>
        <translation>
            <numerusform>このサイズでは短辺が %n ピクセルしかありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not a recipe that Impasto wrote.</source>
        <translation>これは Impasto が書いたレシピではありません。</translation>
    </message>
    <message>
        <source>This is not a preset that Impasto wrote.</source>
        <translation>これは Impasto が書いたプリセットではありません。</translation>
    </message>
    <message>
        <source>“{name}” carries no recipe of Impasto&apos;s.</source>
        <translation>「{name}」には Impasto のレシピが含まれていません。</translation>
    </message>
    <message>
        <source>This was made by a newer Impasto: its recipe is of version {version}; this program reads {newest}.</source>
        <translation>これは新しい Impasto で作られています。レシピのバージョンは {version}、このプログラムが読めるのは {newest} までです。</translation>
    </message>
    <message>
        <source>The value {value} of “{field}” in this recipe makes no sense.</source>
        <translation>このレシピの「{field}」の値 {value} は正しくありません。</translation>
    </message>
    <message>
        <source>This recipe is incomplete: it has no “{field}”.</source>
        <translation>このレシピは不完全です。「{field}」がありません。</translation>
    </message>
    <message>
        <source>This recipe has a setting that Impasto does not know: “{field}”.</source>
        <translation>このレシピには Impasto の知らない設定「{field}」があります。</translation>
    </message>
    <message>
        <source>What this was painted from was not found: {names}.</source>
        <translation>描くもとになった画像が見つかりません: {names}</translation>
    </message>
    <message>
        <source>What this was painted from has changed since: {names}.</source>
        <translation>描くもとになった画像がその後変わっています: {names}</translation>
    </message>
    <message>
        <source>A name needs at least one letter or placeholder.</source>
        <translation>名前には文字か差し込みが1つ以上必要です。</translation>
    </message>
    <message>
        <source>The name is too long: it may have {most} characters.</source>
        <translation>名前が長すぎます。{most}文字までです。</translation>
    </message>
    <message>
        <source>Impasto does not know what to put for “{placeholder}”.</source>
        <translation>「{placeholder}」に何を入れるのか分かりません。</translation>
    </message>
    <message>
        <source>No file name may have “{character}” in it.</source>
        <translation>ファイル名に「{character}」は使えません。</translation>
    </message>
    <message>
        <source>--bleed and --fit go with --print: say how large the sheet is.</source>
        <translation>--bleed と --fit は --print と一緒に使います。用紙の大きさを指定してください。</translation>
    </message>
    <message>
        <source>“{text}” is not a print size such as 50x70cm@300, in cm, mm or in.</source>
        <translation>「{text}」は 50x70cm@300 のような印刷サイズ（cm、mm、in）ではありません。</translation>
    </message>
    <message>
        <source>“{text}” is not a bleed such as 3mm, in mm, cm or in.</source>
        <translation>「{text}」は 3mm のような塗り足し（mm、cm、in）ではありません。</translation>
    </message>
    <message>
        <source>A sheet must be wider and higher than zero, not {width_mm:g} x {height_mm:g} mm.</source>
        <translation>用紙の幅と高さは 0 より大きくしてください（{width_mm:g} x {height_mm:g} mm は使えません）。</translation>
    </message>
    <message>
        <source>The resolution must be more than zero pixels per inch, not {dpi:g}.</source>
        <translation>解像度は 0 より大きくしてください（{dpi:g} は使えません）。</translation>
    </message>
    <message>
        <source>The bleed must be zero or more, not {bleed_mm:g} mm.</source>
        <translation>塗り足しは 0 以上にしてください（{bleed_mm:g} mm は使えません）。</translation>
    </message>
    <message>
        <source>At {dpi:g} dpi the sheet would have {width_px} x {height_px} pixels; its longer side must have from {low} to {high}.</source>
        <translation>{dpi:g} dpi では用紙が {width_px} x {height_px} ピクセルになります。長辺は {low} から {high} までです。</translation>
    </message>
    <message>
        <source>A picture of {size_px} pixels does not fit on its sheet.</source>
        <translation>{size_px} ピクセルの絵は用紙に収まりません。</translation>
    </message>
    <message>
        <source>A picture of {size_px} pixels does not fill its sheet.</source>
        <translation>{size_px} ピクセルの絵では用紙を埋められません。</translation>
    </message>
    <message>
        <source>“{name}” does not exist.</source>
        <translation>「{name}」はありません。</translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a picture.</source>
        <translation>「{name}」は画像ではなくフォルダーです。</translation>
    </message>
    <message>
        <source>“{name}” may not be opened: the system refuses access to it.</source>
        <translation>「{name}」を開けません。システムがアクセスを拒否しています。</translation>
    </message>
    <message>
        <source>“{name}” is empty: the file holds no data.</source>
        <translation>「{name}」は空です。ファイルにデータがありません。</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that Impasto can read.</source>
        <translation>「{name}」は Impasto が読める画像ではありません。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or was cut short, so it cannot be read to its end.</source>
        <translation>「{name}」は壊れているか途中で切れていて、最後まで読めません。</translation>
    </message>
    <message>
        <source>“{name}” is stored in a way that Impasto does not know, or is damaged.</source>
        <translation>「{name}」は Impasto の知らない形式で保存されているか、壊れています。</translation>
    </message>
    <message>
        <source>“{name}” is a camera raw file, and what develops those is not installed here.</source>
        <translation>「{name}」はカメラの RAW ファイルです。現像に必要なものがインストールされていません。</translation>
    </message>
    <message>
        <source>“{name}” is a JPEG XL file, and what reads those is not installed here.</source>
        <translation>「{name}」は JPEG XL ファイルです。読み込みに必要なものがインストールされていません。</translation>
    </message>
    <message>
        <source>“{name}” is a PDF document, not a picture.</source>
        <translation>「{name}」は画像ではなく PDF 文書です。</translation>
    </message>
    <message>
        <source>“{name}” is an SVG drawing: it is made of lines and has no pixels.</source>
        <translation>「{name}」は SVG の図です。線でできていて、ピクセルがありません。</translation>
    </message>
    <message>
        <source>“{name}” is transparent everywhere: there is nothing in it to see.</source>
        <translation>「{name}」はすべて透明です。見えるものがありません。</translation>
    </message>
    <message>
        <source>“{name}” could not be read: the disk or the connection to it failed.</source>
        <translation>「{name}」を読み込めませんでした。ディスクか接続に問題があります。</translation>
    </message>
    <message>
        <source>“{name}” is too large: it has more pixels than can be opened safely.</source>
        <translation>「{name}」は大きすぎます。安全に開けるピクセル数を超えています。</translation>
    </message>
    <message>
        <source>“{name}” is too small: a picture needs at least 16 pixels on each side.</source>
        <translation>「{name}」は小さすぎます。各辺に 16 ピクセル以上必要です。</translation>
    </message>
    <message>
        <source>“{name}” is too long and thin: one side is more than 20 times the other.</source>
        <translation>「{name}」は細長すぎます。一辺がもう一辺の 20 倍を超えています。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: the name must end in .png, .jpg, .webp or .tif.</source>
        <translation>「{name}」に書き込めません。名前の終わりは .png、.jpg、.webp、.tif のいずれかにしてください。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: its folder does not exist.</source>
        <translation>「{name}」に書き込めません。フォルダーがありません。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: the system does not accept this name.</source>
        <translation>「{name}」に書き込めません。システムがこの名前を受け付けません。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: the picture is larger than this kind of file can hold.</source>
        <translation>「{name}」に書き込めません。絵がこの種類のファイルに収まらない大きさです。</translation>
    </message>
    <message>
        <source>“{name}” cannot have 16 bits a channel: only .png and .tif files can.</source>
        <translation>「{name}」は 1 チャンネル 16 ビットにできません。できるのは .png と .tif だけです。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: the system does not allow writing there.</source>
        <translation>「{name}」に書き込めません。システムがその場所への書き込みを許可していません。</translation>
    </message>
    <message>
        <source>“{name}” could not be written: the disk may be full or gone.</source>
        <translation>「{name}」に書き込めませんでした。ディスクがいっぱいか、なくなっている可能性があります。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: links lead there that lead back to themselves.</source>
        <translation>「{name}」に書き込めません。リンクが自分自身に戻っています。</translation>
    </message>
    <message>
        <source>“{name}” could not be written: there is not enough memory.</source>
        <translation>「{name}」に書き込めませんでした。メモリーが足りません。</translation>
    </message>
    <message>
        <source>“{name}” is one of the pictures that this one is painted from: it would be lost.</source>
        <translation>「{name}」はこの絵のもとになった画像です。上書きすると失われます。</translation>
    </message>
    <message>
        <source>“{name}” could not be renamed: the system does not allow it.</source>
        <translation>「{name}」の名前を変えられませんでした。システムが許可していません。</translation>
    </message>
    <message>
        <source>“{name}” could not be moved to the trash.</source>
        <translation>「{name}」をごみ箱に入れられませんでした。</translation>
    </message>
    <message>
        <source>The network file “{name}” is missing.</source>
        <translation>ネットワークのファイル「{name}」がありません。</translation>
    </message>
    <message>
        <source>The network file “{name}” is incomplete.</source>
        <translation>ネットワークのファイル「{name}」が不完全です。</translation>
    </message>
    <message>
        <source>The network file “{name}” has been altered: it is not the file that Impasto shipped with.</source>
        <translation>ネットワークのファイル「{name}」は変更されています。Impasto に付属していたものと違います。</translation>
    </message>
    <message>
        <source>The network file “{name}” cannot be read.</source>
        <translation>ネットワークのファイル「{name}」を読めません。</translation>
    </message>
    <message>
        <source>This computer has no {device} device that Impasto can use.</source>
        <translation>このコンピューターには Impasto が使える {device} デバイスがありません。</translation>
    </message>
    <message>
        <source>There is not enough memory to paint a picture of {size_px} pixels.</source>
        <translation>{size_px} ピクセルの絵を描くにはメモリーが足りません。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for a picture of this size while it is painted.</source>
        <translation>このサイズの絵を描く間に必要なディスクの空きがありません。</translation>
    </message>
    <message>
        <source>The folder that Impasto was started in is gone.</source>
        <translation>Impasto を起動したフォルダーがなくなっています。</translation>
    </message>
    <message>
        <source>The graphics card stopped answering while it was painting.</source>
        <translation>描いている間にグラフィックカードが応答しなくなりました。</translation>
    </message>
    <message>
        <source>The painting broke down: its numbers grew beyond all bounds.</source>
        <translation>描画が破綻しました。数値が限りなく大きくなりました。</translation>
    </message>
    <message>
        <source>There is no interrupted picture to go on with.</source>
        <translation>続きを描ける中断した絵はありません。</translation>
    </message>
    <message>
        <source>“{name}” holds no interrupted picture.</source>
        <translation>「{name}」に中断した絵は含まれていません。</translation>
    </message>
    <message>
        <source>What was kept of the interrupted picture cannot be read.</source>
        <translation>中断した絵の記録を読めません。</translation>
    </message>
    <message>
        <source>What was kept of the interrupted picture is damaged.</source>
        <translation>中断した絵の記録が壊れています。</translation>
    </message>
    <message>
        <source>The interrupted picture was begun by another version of Impasto.</source>
        <translation>中断した絵は別のバージョンの Impasto で始められています。</translation>
    </message>
    <message>
        <source>This picture is being painted at this moment.</source>
        <translation>この絵は今描かれているところです。</translation>
    </message>
    <message>
        <source>“{name}”, from which this picture is painted, cannot be found.</source>
        <translation>この絵のもとになる「{name}」が見つかりません。</translation>
    </message>
    <message>
        <source>“{name}”, from which this picture is painted, has changed since it was begun.</source>
        <translation>この絵のもとになる「{name}」は、描き始めてから変わっています。</translation>
    </message>
    <message>
        <source>This picture was begun in the window, which chose no file for it.</source>
        <translation>この絵はウィンドウで始められたもので、書き込み先のファイルが決まっていません。</translation>
    </message>
    <message>
        <source>There is no timeline of any picture.</source>
        <translation>どの絵にも制作過程の記録がありません。</translation>
    </message>
    <message>
        <source>“{name}” holds no timeline.</source>
        <translation>「{name}」に制作過程の記録は含まれていません。</translation>
    </message>
    <message>
        <source>The timeline of this picture cannot be read.</source>
        <translation>この絵の制作過程の記録を読めません。</translation>
    </message>
    <message>
        <source>The timeline of this picture is damaged.</source>
        <translation>この絵の制作過程の記録が壊れています。</translation>
    </message>
    <message>
        <source>This timeline was written by another version of Impasto.</source>
        <translation>この制作過程の記録は別のバージョンの Impasto で書かれています。</translation>
    </message>
    <message>
        <source>There is too little of this picture&apos;s timeline for a film.</source>
        <translation>この絵の制作過程の記録は、動画にするには少なすぎます。</translation>
    </message>
    <message>
        <source>The picture has {size_px} pixels at this place already, and is to become no larger.</source>
        <translation>この時点で絵はすでに {size_px} ピクセルあり、これより大きくなりません。</translation>
    </message>
    <message>
        <source>The picture has another shape here than the one that is to be painted.</source>
        <translation>この絵は、これから描く絵と縦横の形が違います。</translation>
    </message>
    <message>
        <source>“{name}” is not the name of a film that can be written.</source>
        <translation>「{name}」は書き込める動画の名前ではありません。</translation>
    </message>
    <message>
        <source>What writes MP4 is not installed here.</source>
        <translation>MP4 の書き込みに必要なものがインストールされていません。</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>start</source>
        <translation>出発点</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>pictures and settings</source>
        <translation>画像と設定</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>paintings</source>
        <translation>絵画</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>your paintings</source>
        <translation>絵画の一覧</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>強さ</translation>
    </message>
    <message>
        <source>freedom</source>
        <translation>自由度</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>direction of the strokes</source>
        <translation>筆の向き</translation>
    </message>
    <message>
        <source>brush strokes</source>
        <translation>筆づかい</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>色</translation>
    </message>
</context>
<context>
    <name>remedies</name>
    <message>
        <source>Change that setting and start again.</source>
        <translation>その設定を変えて、もう一度始めてください。</translation>
    </message>
    <message>
        <source>Mend the recipe, or choose another one.</source>
        <translation>レシピを直すか、別のレシピを選んでください。</translation>
    </message>
    <message>
        <source>Choose a recipe, or a picture, that Impasto has written.</source>
        <translation>Impasto が書いたレシピか絵を選んでください。</translation>
    </message>
    <message>
        <source>Have it sent again by whoever has made it: it may have been damaged on its way.</source>
        <translation>作った人にもう一度送ってもらってください。途中で壊れたのかもしれません。</translation>
    </message>
    <message>
        <source>Choose a picture that Impasto has painted; one that another program has saved anew may have lost it.</source>
        <translation>Impasto で描いた絵を選んでください。ほかのプログラムで保存し直すと、レシピが失われることがあります。</translation>
    </message>
    <message>
        <source>Install the newest Impasto to read it.</source>
        <translation>読むには最新の Impasto をインストールしてください。</translation>
    </message>
    <message>
        <source>Put it beside the recipe, whatever its name is, or say where to look with --look-in.</source>
        <translation>名前は何でもかまわないのでレシピの隣に置くか、--look-in で探す場所を指定してください。</translation>
    </message>
    <message>
        <source>The picture would become another one. Put the file back as it was, or say where it is with --look-in.</source>
        <translation>別の絵になってしまいます。ファイルを元に戻すか、--look-in で場所を指定してください。</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted. Choose the picture again.</source>
        <translation>移動、名前の変更、削除のいずれかが行われた可能性があります。画像を選び直してください。</translation>
    </message>
    <message>
        <source>Open the folder and choose one of the pictures in it.</source>
        <translation>フォルダーを開いて、中の画像を選んでください。</translation>
    </message>
    <message>
        <source>Ask whoever owns the file for access, or work on a copy of your own.</source>
        <translation>ファイルの所有者にアクセスを頼むか、自分用のコピーを使ってください。</translation>
    </message>
    <message>
        <source>It may not have been copied completely. Copy or download it again.</source>
        <translation>最後までコピーされていない可能性があります。もう一度コピーまたはダウンロードしてください。</translation>
    </message>
    <message>
        <source>Choose a JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC, AVIF, JPEG XL, PSD or camera raw file.</source>
        <translation>JPEG、PNG、WebP、TIFF、BMP、GIF、HEIC、AVIF、JPEG XL、PSD、またはカメラの RAW ファイルを選んでください。</translation>
    </message>
    <message>
        <source>Install the Python package rawpy, or develop it in another program and save it as TIFF or JPEG.</source>
        <translation>Python パッケージ rawpy をインストールするか、ほかのプログラムで現像して TIFF か JPEG で保存してください。</translation>
    </message>
    <message>
        <source>Install the Python package pillow-jxl-plugin, or save it in another program as PNG or JPEG.</source>
        <translation>Python パッケージ pillow-jxl-plugin をインストールするか、ほかのプログラムで PNG か JPEG に保存してください。</translation>
    </message>
    <message>
        <source>Open it in another program and save the page you want as PNG.</source>
        <translation>ほかのプログラムで開き、使いたいページを PNG で保存してください。</translation>
    </message>
    <message>
        <source>Open it in another program and export it as PNG, as large as you want it.</source>
        <translation>ほかのプログラムで開き、必要な大きさの PNG に書き出してください。</translation>
    </message>
    <message>
        <source>Choose a picture in which something is to be seen.</source>
        <translation>何かが見える画像を選んでください。</translation>
    </message>
    <message>
        <source>Copy or download it again, or save it anew in another program.</source>
        <translation>もう一度コピーまたはダウンロードするか、ほかのプログラムで保存し直してください。</translation>
    </message>
    <message>
        <source>Open it in another program and save it anew as PNG or JPEG.</source>
        <translation>ほかのプログラムで開き、PNG か JPEG で保存し直してください。</translation>
    </message>
    <message>
        <source>Check that the disk or the network drive is still connected, then try again.</source>
        <translation>ディスクかネットワークドライブが接続されているか確かめて、もう一度試してください。</translation>
    </message>
    <message>
        <source>Make it smaller in another program first.</source>
        <translation>先にほかのプログラムで小さくしてください。</translation>
    </message>
    <message>
        <source>Choose a larger picture.</source>
        <translation>もっと大きい画像を選んでください。</translation>
    </message>
    <message>
        <source>Crop it in another program first.</source>
        <translation>先にほかのプログラムで切り抜いてください。</translation>
    </message>
    <message>
        <source>Give the file a name with one of these endings.</source>
        <translation>ファイル名の終わりをこれらのいずれかにしてください。</translation>
    </message>
    <message>
        <source>Create the folder first, or choose another one.</source>
        <translation>先にフォルダーを作るか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose a shorter name without special characters.</source>
        <translation>特殊な文字を含まない、短い名前を選んでください。</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF, or choose a smaller size.</source>
        <translation>PNG か TIFF で保存するか、サイズを小さくしてください。</translation>
    </message>
    <message>
        <source>Give the file a name with one of these endings, or ask for 8 bits.</source>
        <translation>ファイル名の終わりをこれらのいずれかにするか、8 ビットにしてください。</translation>
    </message>
    <message>
        <source>Choose another folder, such as your Pictures folder.</source>
        <translation>ピクチャフォルダーなど、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Make room on the disk, or choose a folder on another one.</source>
        <translation>ディスクの空きを増やすか、別のディスクのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>別の名前を選んでください。</translation>
    </message>
    <message>
        <source>Another program may be using it. Close that and try again.</source>
        <translation>ほかのプログラムが使っているかもしれません。閉じてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Not every disk has a trash. Show the picture in its folder and delete it there.</source>
        <translation>ごみ箱のないディスクもあります。フォルダーで表示して、そこで削除してください。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>ほかのプログラムを閉じて、もう一度試してください。</translation>
    </message>
    <message>
        <source>Install Impasto again to get a fresh copy of it.</source>
        <translation>Impasto をインストールし直してください。</translation>
    </message>
    <message>
        <source>Check that you may read Impasto&apos;s own folder, or install Impasto again.</source>
        <translation>Impasto 自身のフォルダーを読めるか確かめるか、Impasto をインストールし直してください。</translation>
    </message>
    <message>
        <source>Choose another device, or leave the choice to Impasto.</source>
        <translation>別のデバイスを選ぶか、Impasto に任せてください。</translation>
    </message>
    <message>
        <source>Choose a smaller size, or close other programs, and start again.</source>
        <translation>サイズを小さくするか、ほかのプログラムを閉じて、もう一度始めてください。</translation>
    </message>
    <message>
        <source>Make room on the disk, or choose a smaller size, and start again.</source>
        <translation>ディスクの空きを増やすか、サイズを小さくして、もう一度始めてください。</translation>
    </message>
    <message>
        <source>Go to a folder that is there, and start again.</source>
        <translation>存在するフォルダーに移って、もう一度始めてください。</translation>
    </message>
    <message>
        <source>Start Impasto anew. If it happens again, the graphics card may be too hot, or its driver needs an update.</source>
        <translation>Impasto を起動し直してください。また起きる場合は、グラフィックカードが熱すぎるか、ドライバーの更新が必要かもしれません。</translation>
    </message>
    <message>
        <source>Start again with a lower strength or another size.</source>
        <translation>強さを下げるかサイズを変えて、もう一度始めてください。</translation>
    </message>
    <message>
        <source>See with “impasto resume --list” which there are.</source>
        <translation>“impasto resume --list” でどれがあるか確かめられます。</translation>
    </message>
    <message>
        <source>Paint the picture anew.</source>
        <translation>絵を新しく描いてください。</translation>
    </message>
    <message>
        <source>Begin a new one.</source>
        <translation>新しく始めてください。</translation>
    </message>
    <message>
        <source>Check that the disk is still connected, then try again.</source>
        <translation>ディスクが接続されているか確かめて、もう一度試してください。</translation>
    </message>
    <message>
        <source>Go on with it in that version, or paint it anew.</source>
        <translation>そのバージョンで続けるか、新しく描いてください。</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it where it is painted.</source>
        <translation>できあがるまで待つか、描いているところで停止してください。</translation>
    </message>
    <message>
        <source>Put it back to where it was, then try again.</source>
        <translation>元の場所に戻して、もう一度試してください。</translation>
    </message>
    <message>
        <source>Put the former file back, or paint the picture anew.</source>
        <translation>元のファイルを戻すか、絵を新しく描いてください。</translation>
    </message>
    <message>
        <source>Say with -o which file to write.</source>
        <translation>書き込むファイルを -o で指定してください。</translation>
    </message>
    <message>
        <source>The picture itself is not touched by that.</source>
        <translation>絵そのものには影響しません。</translation>
    </message>
    <message>
        <source>Paint a picture first.</source>
        <translation>先に絵を描いてください。</translation>
    </message>
    <message>
        <source>Let the picture be painted a little further.</source>
        <translation>絵をもう少し描き進めてください。</translation>
    </message>
    <message>
        <source>Choose an earlier place, or a larger size.</source>
        <translation>もっと前の時点か、大きいサイズを選んでください。</translation>
    </message>
    <message>
        <source>Choose the print size that the picture was begun with.</source>
        <translation>絵を始めたときの印刷サイズを選んでください。</translation>
    </message>
    <message>
        <source>End the name in .webp or .mp4.</source>
        <translation>名前の終わりを .webp か .mp4 にしてください。</translation>
    </message>
    <message>
        <source>Choose WebP, or install the Python package av.</source>
        <translation>WebP を選ぶか、Python パッケージ av をインストールしてください。</translation>
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>The painting&apos;s colours</source>
        <translation>絵画の色</translation>
    </message>
    <message>
        <source>The photo&apos;s colours</source>
        <translation>写真の色</translation>
    </message>
    <message>
        <source>Matched colours</source>
        <translation>合わせた色</translation>
    </message>
    <message>
        <source>Strength {strength:g}, strokes {scale}</source>
        <translation>強さ {strength:g}、筆 {scale}</translation>
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
