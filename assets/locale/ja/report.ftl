# 紙に載せる言葉。対話の記録と、歩みの記録。

report-title = 練習の記録
report-page-title = { $scenario }（{ $person }、{ $when }）
report-who = 練習した人
report-when = 日時
report-mode = 進め方
report-length = かかった時間
report-minutes = { $count ->
    [0] 1 分足らず
   *[other] およそ { $count } 分
}
report-unfinished = この対話は途中で終えています。以下は、そこまでの記録です。
report-changed = このあと、シナリオが書き換えられました。ここにあるのは、当時のままの対話です。
report-branch = 前の対話（{ $attempt }）の { $turn } から、別の道を進んだものです。そこまでは同じです。
report-critical = ほかがどれほどよくても、あってはならないことがありました。
report-critical-cap = これがあった対話では、その力の段階は 2 までです。
report-curve-how = 太い線が怒り、細い線が信頼です。下の数字は何番目かを示します。
report-turn = { $turn } 番目
report-note = 書き込み
report-reflection = 自分の言葉で
report-map = 通った道
report-map-too-large = この話には場面が { $most } を超えてあり、紙の地図では読めなくなるため、載せていません。通った道は「一言ずつの振り返り」ですべてたどれます。
report-map-how = あなたが進んだ道と、その場に合う返しを続けた道です。外れたから間違い、ではありません。一言ごとの意味は、「一言ずつの振り返り」にあります。

report-forward = これからの一歩
report-forward-instead = 「{ $what }」の代わりに
report-forward-example = たとえば。{ $moment }{ $like }
report-forward-turn = { $turn } 番目をもう一度読み、自分の言葉ならどう言うかを考えてみましょう。
report-forward-again = { $turn } 番目に戻ってみる
report-forward-again-how = そこまでは、結末「{ $lost }」に届く道がありました。プログラムでは、その場面から別の返しで進めます。この対話の記録は、そのまま残ります。
report-forward-mode = もう一度、続けるなら
report-forward-after-learn = 次は「練習」で。相手の反応だけを聞いて進み、最後に振り返ります。
report-forward-after-practice = 手応えが出てきたら、一度「確認」で。長い目で見た力の目安になるのは、その回だけです。
report-forward-after-check = 二日ほど置いて、次は別の場面で。間を置いても出てくる言葉は、もう身についています。

report-read-observations = 「見えた場面」は、その数字を支える場面の数です。6 に満たない時は段階をつけません。36 に届いて、ようやく傾向が見えてきます。
report-read-levels = 段階の境は 50、75、90 です。仮の目安で、まだ定まったものではありません。
report-read-gauges = 怒りと信頼は、物語の中のお客様のものです。あなたへの点ではありません。
report-read-never = これは、自分の練習のための数字です。能力を測るものではなく、人を選ぶこと、評価すること、比べることには使えません。
report-foot = 聞き取り（kikitori） · 記録 { $attempt } · シナリオ { $scenario } · シード { $seed }

report-csv-attempt = 記録
report-csv-scenario = シナリオ
report-csv-turn = 何番目
report-csv-seconds = 開始からの秒数
report-csv-scene = 場面
report-csv-heard = 聞いた言葉
report-csv-said = 返した言葉
report-csv-answered = 返ってきた言葉
report-csv-fits = 合う返しか
report-csv-anger-before = 怒り（前）
report-csv-anger-after = 怒り（後）
report-csv-trust-before = 信頼（前）
report-csv-trust-after = 信頼（後）
report-csv-feedback = 届き方
report-csv-yes = はい
report-csv-no = いいえ

progress-title = 歩みの記録
progress-page-title = 歩みの記録（{ $person }、{ $when }）
progress-none = 終わりまで進んだ対話は、まだありません。練習するたびに、ここに増えていきます。
progress-next = 次の練習
progress-example = 始める前に、前回の振り返りの最後にある二つの対話を、声に出して読んでみましょう。
progress-reason-first = いちばん入りやすい対話です。ここから始めましょう。
progress-reason-easier = 前回は「{ $skill }」が難しかったようなので、少しやさしい対話です。
progress-reason-no-easier = 前回は「{ $skill }」が難しかったようです。これよりやさしい対話はないので、まず手本を見てみましょう。
progress-reason-due = { $days ->
    [0] 今日
    [1] 昨日
   *[other] { $days } 日前に
}「{ $title }」を練習しました。同じ引力が働く、別の場面です。
progress-reason-due-same = { $days ->
    [0] 今日練習したものですが、もう一度の時期です。
    [1] 昨日練習したものですが、もう一度の時期です。
   *[other] { $days } 日前に練習しました。いま戻ると、身につきます。
}
progress-reason-few = { $count ->
    [0] 「{ $indicator }」の練習が、まだ一度もないので。
   *[other] 「{ $indicator }」の練習が、まだ { $count } 回だけなので。
}
progress-reason-harder = 「{ $skill }」で、よい対話が二回続きました。もう一段難しいものです。
progress-reason-weakest = 「{ $skill }」に、いちばん伸びしろがあります。
progress-reason-within-reach = 「{ $skill }」を磨く対話です。今のあなたに、やさしすぎず難しすぎません。
progress-reason-gain = 「{ $skill }」には、まだ伸びしろがあります。
progress-reason-new = まだ出会っていない対話です。
progress-reason-keep-up = 全体として「{ $skill }」は順調です。保つための一回です。
progress-checked = 「確認」で見えたこと
progress-practised = 練習で見えたこと
progress-says-not-enough = まだ足りません
progress-says-practice = ここまでの練習
progress-says-tendency = 傾向
progress-rests-on = { $count ->
    [0] まだ場面がありません
   *[other] { $count } 場面（シナリオ { $scenarios }）
}
progress-band = { $low }〜{ $high } の見込み（80 %）
progress-estimate = 場面が少ないうちは、真ん中寄りに見積もります。練習を重ねると、実際に近づきます。
progress-over-time = 一回ごとの対話
progress-counts = 「確認」での初回（傾向に数える）
progress-counts-not = そのほかの練習
progress-band-so-far = その時点での 80 % の幅
progress-indicators = 動いているもの、動いていないもの
progress-indicator = していること
progress-times = 回数
progress-earlier = 前半
progress-later = 後半
progress-way = 動き
progress-way-up = ↑ 上向き
progress-way-level = → 変わらず
progress-way-down = ↓ 下向き
progress-way-not-yet = 回数がまだ足りません
progress-due = そろそろもう一度
progress-due-today = 今日から
progress-due-since = { $days } 日前から
progress-due-in = { $days ->
    [1] 明日から
   *[other] あと { $days } 日
}
progress-talks = これまでの対話
progress-csv-counts = 傾向に数える
progress-csv-observations = { $skill }（場面の数）
progress-read-band = 棒の印が今の見積もりです。まわりの幅は、これまでの対話から見て、本当の割合が 80 % の確かさで入る範囲です。
progress-read-check = 傾向に数えるのは、「確認」で、初めての対話を、取り消さずに終えた回だけです。ほかはすべて練習です。練習では、うまくいかなくてかまいません。
progress-read-tendency = 6 場面に満たないうちは何も言いません。傾向と言えるのは、四つのシナリオで 36 場面からです。行動指標は、後半の平均が前半から半段（−1 から +1 の尺度で 0.5）以上離れた時に、動いたと見ます。
