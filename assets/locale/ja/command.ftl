# コマンドが示す文。

command-no-scenario = 「{ $id }」というシナリオはありません。あるのは { $known } です。ファイルはパスで指定してください。
command-unreadable = { $path } を読めません: { $error }
command-faulty = { $path } は対話にできません。{ $first }（指摘 { $count } 件。kikitori check ですべて見られます）

check-error = 誤り
check-warning = 注意
check-hint = 直し方
check-no-files = { $path } の下に、シナリオのファイル（*.ron）がありません
check-summary = { $files } ファイルを調べました。{ $findings ->
    [0] 直すところはありません
   *[other] 指摘 { $findings } 件
}。
check-together = { $scenarios } 本のシナリオは、まとめても調べました。
check-explain = なぜ直すのかは「kikitori explain CODE」で読めます。

list-about = { $channel }・{ $minutes } 分・難しさ { $difficulty }（5 段階）
list-how = 始めるには: kikitori play ID

play-seed = シード { $seed }
play-which = どれにしますか（番号。やめるなら q）
play-prompt = どう返しますか（番号。r 決まり、h ここまで、q やめる）
play-take-back = u で今の返しを取り消して、別の返しができます。
play-nothing-said = 取り消せる返しは、まだありません。
play-not-a-choice = 1 から { $count } までの番号か、r、h、q を打ってください。
play-left = 対話を途中で終えました。採点はありません。いつでもやり直せます。
    .go-on = ここまでの返答は残してあります。kikitori resume { $id } で続きから始められます。

open-no-display = 画面が見つからないので、この端末で対話を始めます。
    .no-terminal = 画面も端末も見つかりません。「kikitori play ID」なら、ほかからの入力でシナリオを進められます。
open-no-graphics = 画面を描くための Vulkan ドライバがないので、この端末で対話を始めます。
    .no-terminal = 画面を描くための Vulkan ドライバがなく、端末もありません。「kikitori play ID」なら、ほかからの入力でシナリオを進められます。
open-no-window = この版には画面がないので、この端末で対話を始めます。
    .no-terminal = この版には画面がなく、端末もありません。「kikitori play ID」なら、ほかからの入力でシナリオを進められます。
play-prompt-sheet = どれを書きますか（番号。何も書かないなら 0。r 決まり、h ここまで、q やめる）
play-not-an-entry = 書く番号を 1 から { $count } の中で、1 3 4 のように打ってください。何も書かないなら 0 です。ほかに r、h、q が使えます。

analyze-size = { $states } の局面、{ $routes } 通りの道筋。数値はすべて厳密です。
analyze-sampled = { $why ->
    [fillings] 申し送りの書き方が多すぎて、すべては試せません
    [talks] 見分けなければならない対話が { $budget } を超えます
   *[situations] 局面が上限の { $budget } を超えます
}。数値は、受講者の種類ごとに { $talks } 回ずつ対話を引いて（シード { $seed }）見積もったもので、95 % 区間を添えます。区間のない数値は、どの対話も同じになるので厳密です。
analyze-endings = 結末（でたらめに選んだ場合）
analyze-shortest = 最短で { $count } 手、つまずきは最少で { $slips } 回
analyze-unreachable = 行き着けません
analyze-seen = 引いた対話の中で行き着きました
analyze-not-seen = 引いた対話の中では行き着きません（行き着けないとは言えません）
analyze-policies = 点数: 平均 ± 標準偏差 [最低–最高]
analyze-policies-sampled = 点数: 平均（95 % 区間）± 標準偏差
analyze-observations = 模範の道筋で力が表れる場面は { $perspective } / { $ownership } / { $calm } です。
analyze-choices = 選択肢: そのあと最善の結末に届くか（○ 届く、△ 場合による、✗ 届かない、· もともと届かない）と、結末の見込みの動き
analyze-no-return = 引き返せない所（このあと最善の結末には届きません）
analyze-dominated = 正解のほかの選択肢にも、どの点でも劣る選択肢
analyze-facts-never = どの対話でも打ち明けられない事情
analyze-promises-never-made = どの対話でもされない約束
analyze-promises-never-due = したまま、守ることも破ることもない約束
# 規則のページの各部分。assets/rules/ja.md を読み取る目印でもある。
explain-finds = 見つけるもの
explain-matters = なぜ大切か
explain-instead = どう直すか
explain-wrong = よくない例
explain-right = 直した例
explain-no-rule = 「{ $id }」という規則はありません。{ $near ->
    [none] 「kikitori explain」で一覧が見られます。
   *[other] { $near } のことでしょうか。
}
explain-how = 一つを読むには: kikitori explain CODE

handbook-how = 一つを読むには: kikitori handbook CODE、言葉で探すには: kikitori handbook 言葉
handbook-no-page = 「{ $term }」は手引きにありません。kikitori handbook でページの一覧が見られます。

blind-how-sighted = その場面までの対話を読み、言われたことに合う返しを選んでください。
blind-prompt = どれですか（文字）
blind-not-a-letter = 上の文字のどれかを打ってください。
blind-bad-line = 場面の番号と文字を「3 B」のように書いてください
blind-result-sighted = 対話を読んだ人は、{ $items } 問のうち { $keys } 問で正解を選びました。{ $percent } % です。

new-bad-id = 「{ $id }」は ID にできません。英字、数字、ハイフン、下線を 64 文字まで使えます。
new-exists = { $path } はもうあります。そのままにしました。
new-unwritten = { $path } を書けません: { $error }
new-written = { $path } を作りました。kikitori play { $path } で遊び、書き換えたら kikitori check { $path } で確かめてください。

play-kept = { $id } として残しました。kikitori report { $id } で読めます。
resume-nothing = 途中の対話はありません。
resume-over = 受講記録 { $id } は終わっています。kikitori report { $id } で読めます。
