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
report-curve-how = 太い線が怒り、細い線が信頼です。下の数字は何手目かを示します。
report-turn = { $turn } 手目
report-note = 講師より
report-reflection = 自分の言葉で
report-map = 通った道
report-map-how = あなたが進んだ道と、その場に合う返しを続けた道です。外れたから間違い、ではありません。一手ごとの意味は、「一手ずつの振り返り」にあります。

report-forward = これからの一歩
report-forward-instead = 「{ $what }」の代わりに
report-forward-example = たとえば。{ $moment }{ $like }
report-forward-turn = { $turn } 手目をもう一度読み、自分の言葉ならどう言うかを考えてみましょう。
report-forward-again = { $turn } 手目に戻ってみる
report-forward-again-how = そこまでは、結末「{ $lost }」に届く道がありました。プログラムでは、その場面から別の返しで進めます。この対話の記録は、そのまま残ります。
report-forward-mode = もう一度、続けるなら
report-forward-after-learn = 次は「練習」で。相手の反応だけを聞いて進み、最後に振り返ります。
report-forward-after-practice = 手応えが出てきたら、一度「確認」で。長い目で見た力の目安になるのは、その回だけです。
report-forward-after-check = 二日ほど置いて、次は別の場面で。間を置いても出てくる言葉は、もう身についています。

report-read-observations = 「見えた場面」は、その数字を支える場面の数です。6 に満たない時は段階をつけません。36 を超えて、ようやく傾向が見えてきます。
report-read-levels = 段階の境は 50、75、90 です。仮の目安で、まだ定まったものではありません。
report-read-gauges = 怒りと信頼は、物語の中のお客様のものです。あなたへの点ではありません。
report-read-never = これは、自分の練習のための数字です。能力を測るものではなく、人を選ぶこと、評価すること、比べることには使えません。
report-foot = 聞き取り（kikitori） · 記録 { $attempt } · シナリオ { $scenario } · シード { $seed }

report-csv-attempt = 記録
report-csv-scenario = シナリオ
report-csv-turn = 何手目
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
