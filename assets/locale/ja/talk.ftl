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
talk-second-chance = 立て直し
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
debrief-turns = 一手ずつの振り返り
debrief-cue-line = 決め手になる言葉「{ $words }」
debrief-cue-rule = 決め手になる決まり: { $words }
debrief-cue-known = 決め手になる、分かっていたこと: { $words }
debrief-cue-fact = 決め手になる、前に聞いた事情: { $words }
debrief-key = ここで合う返し「{ $key }」
debrief-how-to-read = 数字の読み方
debrief-caution = 一回の結果は練習であって、測定ではありません。点は、この対話にあった機会のうち、生かせた割合です。採点は執筆者の判断によります。人柄や能力を決めるものではありません。
