# 受け取ったファイルが使えない時の言葉。

handon-too-large = ファイルが { $most } MB を超えています。一回分の記録は、そこまで大きくなりません。
handon-not-text = ファイルの { $line } 行目から先が、UTF-8 の文字ではありません。
handon-breaks-off = ファイルが { $line } 行目の { $column } 文字目で途切れています。もう一度送ってもらってください。
handon-not-json = ファイルの { $line } 行目の { $column } 文字目が読めません。kikitori が書き出す JSON の形ではありません。
handon-misshapen = ファイルの { $line } 行目の { $column } 文字目に、足りないものか、種類の違うものがあります（{ $what }）。
handon-other-format = kikitori から渡された記録ではありません。
handon-newer = より新しい kikitori が書き出したファイル（形式 { $version }）です。ここで読めるのは形式 1 です。
handon-other-text = ファイルに入っているシナリオは、その対話の時のものと違います。文が書き換えられています。
handon-no-scenario = ファイルに入っているシナリオは、対話にできません。{ $why }
handon-no-mode = 「{ $mode }」という進め方はありません。
handon-too-many-steps = ファイルの手順は { $count } あります。一回の対話は、多くても { $most } です。
handon-too-many-notes = ファイルの書き込みは { $count } 件あります。読めるのは { $most } 件までです。
handon-no-step = ファイルの { $step } 番目の手順は、対話の手順ではありません。
handon-misfit = ファイルの { $step } 番目の手順は、入っているシナリオでは進められないため、対話を再現できません。
handon-no-turn = ファイルの { $note } 件目の書き込みは { $turn } 番目へのものですが、この対話は { $turns } 番目までです。
handon-no-parent-turn = 別の記録から分かれた所は、1 番目から数えます。
