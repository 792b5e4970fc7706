# 残しておくもの（受講記録と人）と、データフォルダーの不具合。

store-newer = { $path } は新しい版の聞き取り（形式 { $what }）で作られているため、触らずに残しました。新しい版をお使いになるか、--data で別のフォルダーを指定してください。
store-not-a-store = { $path } は聞き取りのファイルではないため、触らずに残しました。別の場所へ移すか、--data で別のフォルダーを指定してください。
store-damaged = { $path } が壊れています（{ $what }）。フォルダーの控えを取って管理担当の方に見せてください。それまでは --data で別のフォルダーを使えます。
store-unreadable = { $path } を読めません：{ $what }。読み取りの権限を確かめるか、--data で別のフォルダーを指定してください。
store-unwritable = { $path } に書き込めません：{ $what }。書き込みの権限を確かめるか、--data で別のフォルダーを指定してください。--no-save なら残さずに練習できます。
store-full = { $path } のディスクに空きがありません。ここまでの記録は無事です。空きを作ってから続けてください。
store-busy = { $path } をほかのプログラムが使っています。ほかの聞き取りの画面を閉じてから、もう一度お試しください。
store-disk = { $path } への書き込みをディスクが受け付けませんでした（{ $what }）。ここまでの記録は無事です。ディスクを確かめてから続けてください。
store-elsewhere = この対話は別の画面で先へ進んでいるため、ここでは何も変えませんでした（{ $path }）。そちらで続けるか、初めからやり直してください。
store-no-attempt = { $path } に、id が「{ $what }」で始まる受講記録はありません。kikitori history で一覧を見られます。
store-many-attempts = { $path } に、id が「{ $what }」で始まる受講記録がいくつもあります。id をもう少し長く入力してください。
store-no-person = { $path } に「{ $what }」という名前の人はいません。kikitori person list で一覧を見られます。
store-no-unnamed = { $path } に、名前のない人の記録はありません。
store-no-name = その名前は残せません。目に見える文字で入力してください。
store-no-folder = このシステムにはデータ用のフォルダーがありません。--data か { $path } で指定してください。

store-lost-scenario = 受講記録 { $id } のシナリオは、この版では読めません。結果は kikitori history に残っています。
store-lost-deeds = 受講記録 { $id } はたどり直せません：{ $why }。結果は kikitori history に残っています。

history-none = まだ何も残っていません。終わった対話も途中の対話も、ここに並びます。
history-nobody = （名前なし）
history-ended = 結末 { $ending } · 相手の立場に立つ { $perspective }、引き受ける { $ownership }、落ち着き { $calm }
history-open = 途中（{ $choices } 回目の返答まで）
history-put-away = 途中で終えました
history-changed = シナリオはその後変わりました。この記録は当時のまま残っています。

person-none = 名前のある人の記録はありません。
person-attempts = 受講記録 { $count } 件
person-unnamed = ほかに、名前のない受講記録が { $count } 件あります。kikitori person delete --unnamed で、すべて消せます。
person-erased = 受講記録、メモ、書いた一文、以前の版の控えまで、すべて消しました。

note-kept = 残しました。報告のその場面に載ります。
note-no-turn = 受講記録 { $id } の場面は 1 から { $turns } までです。

import-taken = 新しく取り込んだ受講記録は { $new } 件です。{ $known ->
    [0] { "" }
   *[other] すでにあった { $known } 件には、メモだけを加えました。
}
import-newer = 新しい版の聞き取りで書かれています。新しい版で読んでください。
import-no-id = 「{ $id }」は受講記録の id ではないため、何も取り込みませんでした。
import-other = 受講記録 { $id } はすでにあり、中身が異なるため、そのままにしました。
