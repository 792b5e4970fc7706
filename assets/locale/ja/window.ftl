# 画面。

back = 戻る
quoted = 「{ $words }」

home-name = 聞き取り
home-other-name = kikitori
home-promise = 怒っている人の話を、最後まで聞く。その練習を、ひとりで何度でも。
home-practise = 練習する
home-settings = 設定
home-quit = 終了

library-title = 練習する対話を選ぶ
library-open = 準備する
library-open-label = { $action }：{ $title }
library-minutes = { $minutes } 分
library-difficulty = 難しさ { $difficulty }（5 段階）
library-unplayable = { $path } はまだ練習に使えません。kikitori check で理由が分かります。

briefing-start-phone = 電話を取る
briefing-start-visit = 会いに行く
briefing-start-counter = 窓口に出る
briefing-start-chat = チャットを開く
briefing-start-mail = メールを開く
briefing-start-internal = 始める

gauge-anger-1 = 穏やか
gauge-anger-2 = 抑えている
gauge-anger-3 = いらだっている
gauge-anger-4 = 怒っている
gauge-anger-5 = 限界
gauge-trust-1 = 閉じている
gauge-trust-2 = 様子を見ている
gauge-trust-3 = 聞いている
gauge-trust-4 = 話しだした
gauge-trust-5 = 任せている

talk-face = 話している相手の顔
talk-log = ここまでの対話
talk-choices = 返せる言葉
talk-nobody = 今は、あなただけ
talk-close = 閉じる
talk-leave = 抜ける
talk-leave-question = この対話を抜けますか
talk-leave-comfort = いつ抜けてもかまいません。採点はされず、いつでも初めから始められます。
talk-stay = 続ける
talk-go-on = 続きを聞く
talk-over = 対話が終わりました。
talk-look-back = 振り返る
talk-wait = 残り { $left } 秒
talk-wait-still = 残り { $left } 秒（止まっています）
talk-wait-ahead = { $left } 秒（最後の返しまで見えてから数えます）

talk-on-line = 通話 { $time }
mail-from = 差出人
mail-subject = 件名
mail-answer = Re: { $subject }

voice-first = 先に浮かぶ心の声
voice-ask = 心を引っぱっているのは、どれでしょう。
voice-how = 名前をつけると、その気持ちから少し離れられます。正解はなく、記録も採点もされません。
voice-pass = 名前をつけずに進む
voice-named-blame = 誰のせいかと考えるのは、自然なことです。気づけたなら、それで十分です。
voice-named-fear = 身を守りたくなるのは、自然なことです。気づけたなら、それで十分です。
voice-named-pity = 何とかしてあげたくなるのは、自然なことです。気づけたなら、それで十分です。
voice-named-hurry = 早く終わらせたくなるのは、自然なことです。気づけたなら、それで十分です。
voice-named-pride = 自分の方が分かっていると思うのは、自然なことです。気づけたなら、それで十分です。

calm-title = 重い対話でした。
calm-practice = いま起きたことは練習です。傷ついた人はいません。ここでなら、何度でもやり直せます。
calm-stopped-title = ここで止めて大丈夫です。
calm-stopped = もう十分だと気づくことも、落ち着きのうちです。採点はされず、いつでも初めから始められます。
calm-helps = 肩の力を抜き、両足を床につけて、少し遠くを眺めてみましょう。
calm-someone = 実際にあったことを思い出したら、信頼できる人に話してみてください。
calm-in = 息を吸って…
calm-out = ゆっくり吐く
calm-rest = 好きなだけ、ここにいてください
calm-breathe = 息を吸って、それより長く吐く。三回くり返します。
calm-to-look-back = 落ち着いたら、振り返る
calm-to-library = 落ち着いたら、次へ

debrief-again = もう一度
debrief-fits = この場に合う返しです。
debrief-fold = ほかの返しをしまう
debrief-other = ほかの返し
debrief-other-key = この場に合う返し
debrief-best-when = この返しが合うのは、{ $when }。
debrief-curve = 怒りと信頼の移り変わり
debrief-curve-turning = 分かれ道
debrief-curve-mended = 立て直し
debrief-curve-how = 線の上を指すか、矢印キーで移ると、その一言の前後の動きが出ます。押すか Enter で、その場面へ移ります。
debrief-curve-turn = { $number }. { $title }。怒り { $before } → { $after }、信頼 { $was } → { $became }。
debrief-curve-mends = { $turn } のつまずきを立て直しました。
talk-take-back = 取り消して、別の返しをする
debrief-again-here = ここからやり直す
debrief-mode-alone = 「{ $mode }」で進めました。
debrief-mode = 「{ $mode }」で進めました。{ $count ->
    [0] 取り消した返しはありません。
   *[other] 返しを { $count } 回取り消したので、学びのための回です。ふだんの傾向は、ここからは言えません。
}
debrief-beside = 二つの対話を並べて
debrief-beside-from = { $turn } 番目の返しから、別の道を進みました。元の対話は、そのまま残っています。
debrief-beside-first = 元の対話
debrief-beside-second = 今回の対話
debrief-examples = 声に出して読む、二つの対話
debrief-examples-how = 言われたことに応えている対話と、感じはよくても少しずつ外れていく対話です。
debrief-examples-open = 二つの対話を見る
debrief-examples-fold = しまう
debrief-examples-good = 応えている対話
debrief-examples-nearly = 少しずつ外れる対話
debrief-would-fit = この場に合う返し

settings-title = 設定
settings-language = 言語
    .about = 画面とシナリオの両方が変わります。
settings-text-size = 文字の大きさ
    .about = 大きくしても文は切れません。長い所は送って読めます。
settings-theme = 配色
    .about = 明るい部屋では明るい紙、暗い部屋では暗い紙。
settings-theme-light = 明るい
settings-theme-dark = 暗い
settings-movement = 動き
    .about = 「なし」にすると、表情が変わる時のほかは顔が動きません。
settings-movement-on = あり
settings-movement-off = なし
settings-answer-time = 返事までの時間
    .about = 相手が、決まった秒数しか待たない場面があります。「なし」にすると、いくらでも考えられます。
settings-answer-time-off = なし
settings-answer-time-as-written = 標準
settings-answer-time-twice = 2 倍
settings-answer-time-three-times = 3 倍

sheet-hand-over = これで引き継ぐ
sheet-written = { $written ->
    [0] まだ何も書いていません
   *[other] { $of } 項目のうち { $written } 項目を書きました
}
sheet-read = 書いておきたい { $belonged } 項目のうち、{ $right } 項目を書きました。{ $wrong ->
    [0] 余分なものはありません。
   *[other] 書かなくてよいものが { $wrong } 項目ありました。
}点数には入りません。
tick-on = 書く
tick-off = 書かない

author-desk = 作者の机
author-stale = 今のファイルは対話にできません。前の内容のまま続けています。
author-marks = 覚えていること（押すと変わる）
author-findings = { $findings ->
    [0] 指摘はありません
   *[other] 指摘 { $findings } 件
}
author-place = { $line } 行目 { $code }
author-beats = ここから始める
author-checking = 調べています…
author-phase = 対話の段: { $phase }
phase-open = 受け止める
phase-work = 事を進める
phase-close = 結ぶ
phase-after = そのあと、社内で
author-seconds = 相手が待つのは { $count } 秒。この机では数えません。
author-pull = ここで働く心の引力: { $of }
pull-blame = 責めたい気持ち
pull-fear = 恐れ
pull-pity = 同情
pull-hurry = 焦り
pull-pride = 意地
author-key = 正解
author-silence = 沈黙
author-best-when = 合うのは、{ $words }
author-notes = 進行役へ（{ $minutes } 分）
author-question = 全員への問い
author-listen-for = 聞き取りたい言葉
author-reason = こう言われたら
author-ask-back = こう問い返す
author-if-silent = 誰も話さない時
author-move-on = 先へ進む目安
author-principle = 背景にある原則
author-clock = 時計 { $time }
author-act-now = 今ここ
author-act-been = 済み
author-act-ahead = これから
author-act-opens = { $time } から
author-promises = 約束
author-unmade = まだしていない約束: { $ids }

mode-learn = 学ぶ
    .about = 返すたびに、その一言が相手にどう届いたかを一文で示します。取り消して、別の返しも試せます。
mode-practice = 練習
    .about = 相手の反応だけを聞いて進みます。意味は最後に振り返ります。
mode-check = 確認
    .about = 本番と同じように、説明も取り消しもありません。長い目で見た力の目安になるのは、この回だけです。

settings-theme-contrast = 高コントラスト
settings-aloud = まず声に出す
    .about = 「練習」では、自分の言葉で返してから選択肢が出ます。声は録音しません。
settings-aloud-on = あり
settings-aloud-off = なし
settings-voice = 心の声
    .about = 「学ぶ」と「練習」では、心を引っぱられる場面で、返す前にその気持ちに名前をつけられます。採点はされません。
settings-voice-on = あり
settings-voice-off = なし
settings-gauges = 怒りと信頼の表示
    .about = 消すと、実際の場と同じく、表情と言葉だけが手がかりになります。
settings-gauges-on = あり
settings-gauges-off = なし
settings-furigana = ふりがな
    .about = 人の名前や読みにくい言葉の上に、読みを添えます（シナリオに読みがある時）。
settings-furigana-on = あり
settings-furigana-off = なし
settings-captions = 音の字幕
    .about = 電話の音、ベル、着信などを、言葉でも示します。
settings-captions-on = あり
settings-captions-off = なし
settings-volume = 音
    .about = 電話の音、ベル、選んだ時の小さな音です。声は出ません。
settings-volume-off = なし
settings-volume-soft = 小さめ
settings-volume-full = ふつう
caption-ring = ［電話が鳴る］
caption-pick-up = ［電話がつながる］
caption-hang-up = ［通話が終わる］
caption-message = ［メッセージの着信音］
caption-doorbell = ［呼び鈴が鳴る］
caption-counter-bell = ［窓口のベルが鳴る］
caption-time-up = ［鐘が鳴り、時間になる］
aloud-ask = あなたなら、どう返しますか。自分の言葉で、声に出してみましょう。
aloud-said = 声に出した
aloud-ask-deed = あなたなら、どうしますか。自分の言葉で、声に出してみましょう。
aloud-closest-deed = いちばん近いのはどれですか。
aloud-closest = 言ったことに、いちばん近いのはどれですか。

library-guide = 案内つきで始める
hint-name = 案内
hint-no-more = 案内を消す (S)
hint-brief = あなたの役、いきさつ、できることが書いてあります。ゆっくり読んで、Enter で先へ進みます。
hint-choose = まず、最後まで聞きます。それから返す言葉を選びます。番号のキーを押すか、矢印キーで移って Enter です。
hint-go-on = 返ってきた言葉と、その下の説明を読みましょう。Enter で先へ、U で取り消して別の返しを試せます。
hint-card = どこまでできるのか迷ったら R。「決まりのカード」が開き、もう一度 R で閉じます。
hint-gauges = 「怒り」と「信頼」は、二人の間が今どうなのかを表します。あなたの点数ではありません。
hint-aloud = まず自分の言葉で、声に出すか、小さくつぶやいてみましょう。誰も聞いていません。Enter で選択肢が出ます。
hint-leave = Esc で、いつでもやめられます。途中でやめても、失敗ではありません。
hint-over = これで一つの応対が終わりました。Enter で振り返ります。
hint-look-back = Page Down で下へ。場面ごとに、決め手になった言葉に印がついています。Esc で一覧に移ります。
home-left = 「{ $title }」が途中です（{ $choices } 回目の返答まで済み）。
home-go-on = 続きから始める
home-unkept = 練習はこのままできます。記録は残りません。
not-kept = この返答を残せませんでした
not-kept-comfort = 返答はまだ相手に届いていません。ここまでの記録は無事です。
not-kept-again = もう一度試す
not-kept-go-on = 残さずに続ける

first-title = ようこそ
first-preview = 電話の相手の言葉は、この大きさで出ます。
first-begin = 最初の一本を受ける（{ $minutes } 分）
first-skip = 案内なしで一覧へ
first-later = どれも、あとから設定で変えられます。
settings-name = お名前
    .about = 本名でも、別の名前でも、空欄のままでもかまいません。このコンピューターの中で、ご自分の記録に添えます。
settings-unkept = いまの設定は、このプログラムを閉じるまで有効です。次回には残りません。
practice-title = これまでの練習
practice-title-of = { $name }さんのこれまでの練習
practice-unkept = ここには何も残していないので、振り返るものがありません。
practice-ended = { $ending }・相手の立場に立つ { $perspective }、引き受ける { $ownership }、落ち着き { $calm }
practice-go-on = 続ける
practice-put-away = ここで終える
practice-report = 印刷用のレポート
practice-report-is = レポートをブラウザーで開きます。印刷もそこからできます。保存先：{ $path }
practice-report-unopened = ブラウザーを開けませんでした。レポートはここにあり、どのブラウザーでも開けます：{ $path }
practice-action = { $action }：{ $title }（{ $when }）
practice-hand-on = 人に渡す
practice-handed-on = この対話を一つのファイルにしました。名前は入っていません。講師に渡し、書き込みつきで戻ってきたら、この窓に落としてください。保存先：{ $path }
practice-yours = ここにあるのは、あなたの記録です
practice-yours-lies = このコンピューターの中だけにあり、どこにも送られません。保存先：{ $path }
practice-yours-drop = 人から渡された対話や、書き込みつきで戻ってきた対話は、ファイルをこの窓に落とすと開きます。
practice-all = すべてをファイルに書き出す
practice-all-is = あなたの記録のすべてを、一つのファイルにしました。保存先：{ $path }
practice-erase = すべて消す
erase-question = 記録をすべて消しますか
erase-about = { $name }さんの対話、書き込み、今週の一文、レポートがすべて消えます。元には戻せません。
erase-about-unnamed = 名前のない対話、その書き込み、今週の一文、レポートがすべて消えます。元には戻せません。
erase-now = すべて消す
erase-keep = 残しておく
note-write = 書き込む
note-label = { $turn } 番目への書き込み
note-keep = 書き込みを残す
debrief-noted = { $count } か所に書き込みがあります。
week-title = 今週、実際に言う一文
week-ask = 本当のお客様に言う言葉を、自分の言葉で一文だけ。次の練習の前に、もう一度出てきます。
week-keep = 残す
week-kept = 残しました。次の練習の前に出てきます。
week-reminder = 今週言うと決めた一文：「{ $text }」


map-title = 地図
map-label = この対話の場面と結末
map-how = 場面を選ぶと、そこで交わした言葉が出ます。矢印キーで、隣の場面へ移れます。
map-yours = あなたの道筋（数字は返しの順番）
map-reference = 模範の道筋（どこでも、その場に合う返し）
map-anywhere = どこからでも
map-place = { $title }。{ $standing }
map-second = { $title }（{ $second }）。{ $standing }
map-turn = { $turn } 番目の返し
map-beat-both = あなたの道筋（{ $turns } 番目）も、模範の道筋も通る場面です。
map-beat-yours = あなたの道筋（{ $turns } 番目）だけが通る場面です。
map-beat-reference = 模範の道筋だけが通る場面です。
map-beat-neither = どちらの道筋も通らない場面です。
map-beat-unread = ここで何が話されるかは、次にここを通った時に聞けます。
map-ending-both = あなたの対話も、模範の道筋も、ここで終わります。
map-ending-yours = あなたの対話は、ここで終わりました。
map-ending-reference = 模範の道筋は、ここで終わります。
map-ending-neither = どちらの道筋も行き着かなかった結末です。
map-ending-unread = どんな結末かは、対話がここで終わった時に読めます。
map-reference-said = 模範の道筋での返し
