# 返しだけを読む試し。画面と端末の両方で使う。

blind-not-in = シナリオ { $id } は、この言語では書かれていません。
blind-how = 見えるのは返しの言葉だけです。場面ごとに、作者が最善とした返しを選んでください。
blind-result-passed = お客様の言葉なしで、{ $items } 問のうち { $keys } 問の正解が当たりました。{ $percent } %（偶然なら { $chance } %、上限 { $max } %）です。
blind-result-failed = お客様の言葉なしで、{ $items } 問のうち { $keys } 問の正解が当たりました。{ $percent } %（偶然なら { $chance } %）です。{ $max } % を超えたので、言葉だけで分かってしまいます。
blind-given-away = 言葉だけで分かった場面:
blind-kept = 結果を残しました。保存先：{ $path }
blind-not-whole = { $items } 問のうち { $picked } 問まで選びました。記録に残るのは、最後まで読み終えた時です。

blind-title = 返しだけを読む
blind-open = 返しだけを読む
blind-replies = 作者の方へ：返しだけを読んでもらう
blind-replies-how = 作者向けの画面です。対話を見ていない人に、返しの言葉だけで選んでもらいます。すぐに当たるなら、言葉だけで分かってしまうということです。
blind-count = 全部で { $items } 問。終わるまで、当たり外れは出ません。
blind-played = このシナリオは、この画面で一度開かれています。対話を見ていない人が読まないと、結果になりません。同僚に代わってもらってください。
blind-keeps = 結果は残ります。保存先：{ $path }
blind-keeps-nothing = プログラムに付いているシナリオなので、結果はここに出るだけで、残りません。
blind-name = 読む人の名前（書かなくてもかまいません）
blind-begin = 始める
blind-go-on = { $items } 問中 { $at } 問目から続ける
blind-begin-anew = 初めから
blind-progress = { $items } 問中 { $at } 問目
blind-which = 作者が最善とした返しは、どれでしょうか。
blind-take-back = 一つ前へ
blind-share = 当たった正解
blind-limit = { $percent } %（上限は { $max } %）
blind-key = 正解「{ $key }」
blind-unkept = 結果を残せませんでした: { $error }
blind-done = 終わる
