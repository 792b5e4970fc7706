# シナリオの図（kikitori graph）に書く言葉。

graph-about = { $id }・場面 { $beats }、{ $chances ->
    [0] 立て直しなし
   *[other] 立て直し { $chances }
}、結末 { $endings }
graph-described = シナリオの図（{ $about }）。箱は場面、矢印は返しの行き先です。結末はいちばん下に並び、左ほど悪い結末です。
graph-too-large = 場面が { $beats } もある図は読めません。描けるのは { $most } までです。--format dot に限りはありません。

graph-opens = はじめ
graph-choices = 返し { $count }
graph-mends = { $beat } の立て直し
graph-mends-before = 直前の場面の立て直し
graph-anywhere = いつでも、次になった時
graph-endings = 結末
graph-early = 途中で終わる
graph-after = { $beats } のあと
graph-otherwise = それ以外
graph-unreachable = どこからもここへ来られません。

graph-outcome-resolved = 解決
graph-outcome-calmed = 落ち着いた
graph-outcome-escalated = 上へ上がった
graph-outcome-left = 離れていった

graph-when-told = { $fact } を聞いた
graph-when-not = { $what } でない
graph-when-chose = { $beat } で { $choice } と返した
graph-when-least = { $gauge } { $least } 以上
graph-when-most = { $gauge } { $most } 以下
graph-when-between = { $gauge } { $least }〜{ $most }
graph-when-any = { $left } または { $right }
graph-when-all = { $left }、{ $right }
graph-when-never = 決してない
graph-gauge-anger = 怒り
graph-gauge-trust = 信頼

graph-legend = 図の見方
graph-legend-beat = 場面（ひとつの決断）
graph-legend-chance = 立て直しの場面
graph-legend-interrupt = どこからでも対話が終わる
graph-legend-key = 正解（太字）も通る
graph-legend-way = ほかの返しだけが通る
graph-legend-aside = 立て直しへ、立て直しから
graph-legend-attempt = 実際に通った道筋と順番
graph-legend-reference = 模範の道筋（どこでも正解）
graph-legend-problem = 直すところがある
graph-when-chance = { $total } 分の { $weight }
graph-when-sheet = 申し送りのあと
graph-when-asked = { $of } のうち { $count } を尋ねた
graph-when-from = { $time } から
graph-when-until = { $time } まで
