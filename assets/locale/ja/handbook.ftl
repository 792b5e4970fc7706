# 手引き。画面と端末の両方で使う。

handbook-title = 手引き
handbook-search = 言葉で探す
handbook-found = { $count ->
    [0] 見つかりません
   *[other] { $count } ページ
}
handbook-see = あわせて読む
handbook-see-page = あわせて読む: { $name }
handbook-caps = 起きた対話では、「{ $skill }」の段階は { $level } までです。
handbook-open = { $name }（手引き）
handbook-rated = { $name }: { $rating }

# 下の言葉は、assets/handbook/ja.md を読み取る目印でもある。
handbook-moment = 場面
handbook-like = こう言う
handbook-unlike = こうは言わない
handbook-what = どんなことか
handbook-why = なぜ重いのか
handbook-instead = 代わりに
