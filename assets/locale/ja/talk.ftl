# 対話と振り返り。画面と端末の両方で使う。

channel-phone = 電話
channel-visit = 訪問
channel-counter = 窓口
channel-chat = チャット
channel-mail = メール
channel-internal = 社内

gauge-anger = 怒り
gauge-trust = 信頼

talk-you = あなた
talk-rule-card = 決まりのカード
talk-known = 分かっていること
talk-heard = 聞いたこと
talk-promised = あなたがした約束
talk-second-chance = 立て直しの機会
talk-gauges-of = { $name }の様子
talk-narration = （{ $text }）

debrief-ending = 結末
debrief-scores = 今回の練習で見えたこと
debrief-slips = { $slips ->
    [0] つまずきはありませんでした。
   *[other] つまずき { $slips } 回{ $mended ->
        [0] 。立て直しはありませんでした。
       *[other] 、うち { $mended } 回は立て直しました。
    }
}
debrief-critical = あってはならないこと:
debrief-strengths = よかったところ
debrief-to-work-on = 次に伸ばすところ
debrief-growth = { $indicator }（{ $rating }）「{ $said }」
debrief-untold = 聞けずに終わったこと
debrief-opens = 開く手がかり: { $how }
debrief-turns = 一言ずつの振り返り
debrief-cue-line = 決め手になる言葉「{ $words }」
debrief-cue-rule = 決め手（決まり）: { $words }
debrief-cue-known = 決め手（分かっていたこと）: { $words }
debrief-cue-fact = 決め手（前に聞いた事情）: { $words }
debrief-how-to-read = 数字の読み方
debrief-caution = 一回の結果は練習であって、測定ではありません。点は、この対話にあった機会のうち、生かせた割合です。採点は執筆者の判断によります。人柄や能力を決めるものではありません。
debrief-cue-promise = 決め手（先にした約束）: { $words }
debrief-thought = お客様の胸の内「{ $thought }」
debrief-pull = ここで働いた心の引力（{ $of }・点数には入りません）「{ $thought }」
debrief-cues-heard = 聞き取れた決め手の言葉: { $all } のうち { $heard }
debrief-turning-point = 分かれ道: この一言のあと、結末「{ $lost }」には届かなくなりました。ここから行き着ける中では「{ $left }」が最善でした。
debrief-others = ほかの返しと、返ってきたはずの言葉
debrief-guessed = 聞く前に、当て推量で口にしたこと
debrief-aims = 何のためだったか
debrief-aim-said = あなたの答え「{ $said }」
debrief-aim-shown = { $of ->
    [0] この対話には、それが表れる場面がありませんでした。
   *[other] { $shown ->
        [0] それが表れる場面は { $of } か所ありましたが、選んだ言葉には表れていませんでした。
       *[other] それが表れる場面は { $of } か所ありました。選んだ言葉に表れたのは、そのうち { $shown } か所です。
    }
}
debrief-aim-for = いちばんよく表れた一言「{ $line }」
debrief-aim-against = いちばん見えにくかった一言「{ $line }」
debrief-aim-rather = 選んだ言葉に多く表れていたのは、別の答えでした。「{ $said }」（{ $of } のうち { $shown }）
debrief-aim-rather-for = たとえば「{ $line }」
debrief-aim-now = これは点数に入りません。今もう一度同じことを聞かれたら、何と答えますか。
debrief-leaked = 伝えてはならないのに、伝えたこと
debrief-promises = 約束したこと

talk-locked = まだ言えません: { $why }
talk-voice = 先に浮かぶ心の声「{ $voice }」
talk-seconds = 相手が待つのは { $count } 秒。何も言わないことも、返事になります。
talk-aim = ここに正解はなく、点数にも入りません。いちばん近いものを選んでください。振り返りで、もう一度出てきます。
talk-content-note = 始める前に: { $note }
talk-content-note-of = 始める前に（{ $kind }）: { $note }
note-shouting = どなり声
note-threat = 脅し
note-insult = 侮辱
note-harassment = 嫌がらせ
note-grief = 人の死
note-injury = けが
note-illness = 病気
note-tears = 涙
talk-clock = { $day ->
    [1] { $time }
   *[other] { $day } 日目 { $time }
}

promise-line = { $state }：{ $act }（{ $due }）
promise-act-by = { $act }（{ $by }）
promise-fallback = { $due }。だめなら、{ $fallback }
promise-due = { $time } まで
promise-no-time = 時刻の約束なし
promise-open = これから
promise-vague = いつになるか分からない
promise-kept = 守った
promise-broken = 守れなかった

sheet-title = 申し送り
sheet-how = 次の人に要ることを、いくつでも選びます。推測、決めつけ、外に出してはならないことは書きません。
sheet-happened = 起きたこと
sheet-wants = お客様の望み
sheet-promised = 約束したこと
sheet-must-know = 伝える相手
sheet-line = { $verdict }: { $text }
sheet-verdict-right = 正しい
sheet-verdict-missed = 書き落とし
sheet-verdict-invented = 聞いていないこと
sheet-verdict-label = 人への決めつけ
sheet-verdict-leak = 出してはならないこと
sheet-verdict-left-out = 書かずに正解
