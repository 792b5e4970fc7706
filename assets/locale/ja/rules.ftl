# `kikitori check` が示す文。規則ごとに、指摘の文と直し方（hint）。also は二つ目の場所の説明。

K001 = テキストファイルではありません
    .hint = シナリオは UTF-8 のテキストです。{ $at } バイト目に、テキストにはない並びがあります。テキストエディタで開き、UTF-8 で保存し直してください。
K002 = ファイルが { $size } MB あります。シナリオは { $most } MB までです
    .hint = 正しいファイルか確かめてください。長いシナリオは二つに分けられます。
K003 = ファイルの先頭に、目に見えない印（BOM）があります
    .hint = 「UTF-8（BOM 付き）」ではなく「UTF-8」で保存してください。
K004 = { $ascii ->
    [space] 全角の空白があります。ここは半角の空白で書きます
   *[other] 全角の「{ $wide }」があります。ここは半角の「{ $ascii }」で書きます
    }
    .hint = { $ascii ->
        [space] 入力を半角に切り替えて、空白を打ち直してください。引用符の中の全角文字はそのままでかまいません。
       *[other] 入力を半角に切り替えて「{ $ascii }」と打ってください。引用符の中の全角文字はそのままでかまいません。
    }
K005 = { $expected }が来るはずの所に、{ $found }があります
    .hint = すぐ前を見てください。カンマ、コロン、引用符のどれかが抜けているかもしれません。
K006 = この「{ $open }」が閉じられていません
    .hint = この部分の終わりに「{ $close }」を入れてください。
K007 = 括弧の入れ子が { $most } 段を超えています
    .hint = シナリオにそこまでの深さは要りません。もっと前で、閉じ括弧が抜けていないか確かめてください。
K008 = 「{ $written }」が読み取れません
    .hint = 数は 1 や -0.5 のように書きます。文の中の \ のあとに置けるのは n、t、r、0、"、\、u{"{"}...{"}"} です。\ そのものは \\ と書きます。

K101 = { $part }に「{ $field }」という項目はありません
    .hint = { $near ->
        [none] 使える項目: { $known }
       *[other] 「{ $near }」のことでしょうか。
    }
K102 = { $part }に「{ $field }」がありません
    .hint = 括弧の中に「{ $field }: ...」を加えてください。
K103 = ここには{ $expected }を書きます
    .hint = 形を合わせてください。書き方の例は、作者向けのページにそろっています。
K104 = 「{ $field }」が二度書かれています
    .hint = どちらか一方を残してください。
    .also = 最初はここです
K105 = 「{ $id }」という ID が二度使われています
    .hint = 片方の ID を変えてください。場面と結末は、どちらも移動先になるので ID を分け合います。
    .also = 最初はここです
K106 = 「{ $word }」は、ここに書ける言葉ではありません
    .hint = { $near ->
        [none] 次のどれかを書いてください: { $known }
       *[other] 「{ $near }」のことでしょうか。
    }
K107 = { $written } は { $min } から { $max } の範囲にありません
    .hint = { $min } から { $max } までの数を書いてください。
K108 = この文には「{ $lang }」がありません
    .hint = (en: "...", ja: "...") と両方の言語で書くか、「languages: [Ja]」のように書く言語を示してください。
K109 = { $field } に何も書かれていません
    .hint = 一つ以上書いてください。分かれ目には、選択肢が二つ以上要ります。
K110 = 「{ $id }」は ID に使えません
    .hint = ID は半角の英数字・ハイフン・下線で、1 から 64 文字までです。
K111 = { $most } 個を超えています
    .hint = 減らすか、シナリオを分けてください。

K112 = 「{ $written }」は時刻として読めません
    .hint = "13:05" のように書きます。二日目の十時なら "2 10:00" です。

K201 = 「{ $id }」という場面も結末もありません
    .hint = { $near ->
        [none] その場面を書くか、すでにある場面へつないでください。
       *[other] 「{ $near }」のことでしょうか。
    }
K202 = この場面に「{ $id }」という選択肢はありません
    .hint = { $near ->
        [none] この場面の選択肢から選んでください。
       *[other] 「{ $near }」のことでしょうか。
    }
K203 = 「{ $id }」という目印はありません
    .hint = { $near ->
        [none] 冒頭の flags: [...] に書いておいてください。
       *[other] 「{ $near }」のことでしょうか。
    }
K204 = 「{ $id }」という事情はありません
    .hint = { $near ->
        [none] 冒頭の facts に書いておいてください。
       *[other] 「{ $near }」のことでしょうか。
    }
K205 = 「{ $id }」という話し手はいません
    .hint = { $near ->
        [none] 冒頭の speakers に書いておいてください。narrator と trainee は、いつでも使えます。
       *[other] 「{ $near }」のことでしょうか。
    }
K206 = 事前説明に「{ $id }」という行はありません
    .hint = { $near ->
        [none] briefing の rules か known に書いておいてください。
       *[other] 「{ $near }」のことでしょうか。
    }
K207 = 「{ $indicator }」という行動指標はありません
    .hint = 行動指標は P1〜P5、O1〜O5、C1〜C5 です。
K208 = 「{ $id }」という約束はありません
    .hint = { $near ->
        [none] はじめの promises に書いてください。
       *[other] 「{ $near }」のことですか。
    }
K209 = 「{ $id }」という幕はありません
    .hint = { $near ->
        [none] はじめの acts に書いてください。
       *[other] 「{ $near }」のことですか。
    }
K210 = 「{ $id }」というゲージはありません
    .hint = { $near ->
        [none] はじめの gauges に書いてください。Anger と Trust は、いつでも使えます。
       *[other] 「{ $near }」のことですか。
    }
K211 = 申し送りに「{ $id }」という項目はありません
    .hint = { $near ->
        [none] sheet の entries に書いてください。
       *[other] 「{ $near }」のことですか。
    }

K301 = 場面「{ $id }」へ来る道がありません
    .hint = ほかの場面からつなぐか、この場面を外してください。
K302 = ここからどの結末へも行けません（{ $route }）
    .hint = 場面か選択肢に next を書き、どれかの道が結末に着くようにしてください。
K303 = ここへ何度でも戻れてしまいます（{ $route }）
    .hint = このうちの一つを、戻るのでなく先へ進めてください。
K304 = この条件が成り立たない時の行き先がありません
    .hint = 最後に、when のない項目を一つ加えてください。ほかのすべての場合に使われます。
K305 = 結末「{ $id }」へ着く道がありません
    .hint = 場面か interrupts からつなぐか、この結末を外してください。
K306 = これは使われることがありません
    .hint = 前の項目に when がないので、いつもそちらが先に使われます。when のない項目は最後に置いてください。
    .also = いつでも成り立つのはこちらです
K307 = 立て直す場面、または戻る先がありません
    .hint = mends には、この立て直しより前に来る本筋の場面を書きます。Back は立て直しの場面だけで使えます。
K308 = 正解の「{ $id }」を、いつでも言えるとは限りません
    .hint = when を外すか、ほかの選択肢を正解にしてください。正しい返しは、誰にでも選べなければなりません。
K309 = 「{ $id }」で黙っていると何を言ったことになるのか、はっきりしません
    .hint = seconds のある場面には silence: true の選択肢を一つ、条件を付けずに置きます。ほかの場面には置きません。
K310 = ここから移れる申し送りがありません
    .hint = はじめに sheet: (entries: ..., next: ...) を書いてください。申し送りは一度だけ書きます。割り込みの行き先は、場面か結末です。
K311 = 約束「{ $id }」には時刻がありますが、この話には時計がありません
    .hint = はじめに、開始の時刻を書いてください。例: clock: "13:05"
K312 = この文は偶然に選ばれるので、条件は付けられません
    .hint = when を外すか、say に並べてください。say では、成り立つ最初の文が話されます。
K313 = 約束「{ $id }」は、どこでもされません
    .hint = 約束する選択肢の effects に Promise("{ $id }") を加えるか、この約束を外してください。
K314 = 事情「{ $id }」は、どこでも打ち明けられません
    .hint = 場面か選択肢の tells に加えるか、外してください。話してはならない事情なら kind: Confidential と書きます。

K401 = 選択肢「{ $id }」に { $indicator } の評定がありません
    .hint = どの選択肢も、場面の行動指標すべてについて評定します。何も示していなければ 0 です。
    .also = ここで挙げられています
K402 = この場面は { $indicator } を挙げていません
    .hint = rates に加えて全部の選択肢を評定するか、この評定を外してください。
K403 = { $written } は評定の値ではありません
    .hint = 評定は -1、-0.5、0、0.5、1 のどれかです。
K404 = 正解の「{ $id }」が最善ではありません。「{ $better }」の評定のほうが高くなっています
    .hint = 評定を見直すか、高いほうを正解にしてください。
    .also = こちらのほうが高い評定です
K405 = どの選択肢も同じ評定で、差がつきません
    .hint = それぞれの返答が相手に何をするかを評定し直すか、差の出る行動指標を選んでください。
K406 = 正解どおりに進むと「{ $id }」で終わり、最善の結末「{ $best }」に着きません
    .hint = どの分かれ目でも正解を選べば、最後に書いた結末に着くはずです。その結末が求めるゲージや目印を確かめてください。
K407 = 漏らしてはならない「{ $id }」を伝えていますが、重大な誤りになっていません
    .hint = critical: X1 を加えてください。ここで伝えてよいのなら、leaks から外します。

K501 = 「{ $id }」には、何が正解を決めるのかが書かれていません
    .hint = 決め手を示してください。せりふの中の言葉、決まりのカードの一行、または打ち明けられた事情です。例: cues: Line(en: "...", ja: "...")
K502 = この場面のせりふに、いつも「{ $cue }」があるとは限りません（{ $lang }）
    .hint = いつも話されるせりふから、句読点まで同じに写してください。

K601 = { $kind ->
    [choice] この選択肢は { $count } 字あります。文字を最大にした画面に収まるのは { $most } 字までです
   *[line] このせりふは { $count } 字あります。文字を最大にした画面で一息に読めるのは { $most } 字までです
    }
    .hint = { $kind ->
        [choice] 言葉を減らしてください。理由は返答に回せます。長さで見分けがつかないよう、ほかの選択肢も合わせて短くします。
       *[line] 言葉を減らすか、二つのせりふに分けてください。
    }
K602 = { $lang ->
    [en] この feedback は { $count } 語あります。次の分かれ目までに読めるのは { $most } 語までです
   *[ja] この feedback は { $count } 字あります。次の分かれ目までに読めるのは { $most } 字までです
    }
    .hint = 一文にしてください。相手に何をしたか、代わりにどうするか、またはなぜうまくいったかを書きます。
K603 = { $usual ->
    [polite] { $voice }は「です・ます」なのに、ここは「だ・である」の調子です
   *[plain] { $voice }は「だ・である」なのに、ここは「です・ます」の調子です
    }
    .hint = ほかの文と語尾をそろえてください。態度の変化を見せたいなら、語尾だけでなく言葉の中身で見せます。
    .also = ほかはこのとおりです
K604 = { $scope ->
    [key] 「{ $phrase }」は、正解の返答には使えません。{ $reason }
   *[said] 「{ $phrase }」は、応対では使わない言い方です。{ $reason }
    }
    .hint = { $instead }
K605 = { $lang ->
    [en] 英語の文が、日本語の文のままです
   *[ja] 日本語の文が、英語の文のままです
    }
    .hint = その言語を話す人が言うとおりに、書き起こしてください。
    .also = 同じ文です
K606 = { $lang ->
    [en] 英語の文に、日本語の文字が入っています
   *[ja] 日本語の文に、仮名も漢字もありません
    }
    .hint = { $lang ->
        [en] 英語で書いてください。名前はローマ字にします。
       *[ja] 日本語で書いてください。en と ja が入れ替わっているのかもしれません。
    }
K607 = 「{ $written }」が、書きかけのまま残っています
    .hint = 中身を書いてください。沈黙なら、「返事がない。」のように、見えることや聞こえることを書きます。
K608 = { $instead ->
    [kana] 日本語の文に、半角カタカナがあります
   *[other] 日本語の文に、半角の「{ $written }」があります
    }
    .hint = { $instead ->
        [kana] 「{ $written }」を全角のカタカナで打ってください。
       *[other] 「{ $instead }」と打ってください。
    }
K609 = この { $written } と対になる記号がありません
    .hint = 対になる記号を補うか、これを外してください。
K610 = 「{ $written }」のそばに、要らない空白があります
    .hint = 空白を消してください。
K611 = この省略記号は「{ $written }」と書かれています
    .hint = シナリオのほかの所と同じ「{ $usual }」にそろえてください。

# K603 の言う声の持ち主。

voice-customer = お客様のせりふ
voice-narrator = 語り手の文
voice-trainee = お客様への返答
voice-feedback = feedback の文

# K604 の言い方を避ける訳と、代わりの言い方。言い方の表は src/check/text/phrases.rs にある。

phrase-piled-permission = 一つの返答に「させていただく」が重なると、へりくだりばかりが耳に残り、中身が届きません
    .instead = 残すのは多くて一つです。あとは「いたします」「します」と言い切ります。
phrase-double-humility = 謙譲語が二つ重なっています
    .instead = 一つで足ります。「伺います」「拝見します」「頂戴します」「承ります」。
phrase-double-respect = 尊敬語が二つ重なっています
    .instead = 一つで足ります。「おっしゃる」「いらっしゃる」「召し上がる」「ご覧になる」「お越しになる」「なさる」。
phrase-humble-customer = お客様のなさることに、謙譲語を使っています
    .instead = 「おっしゃる」「おいでになる」「いらっしゃる」と言います。
phrase-conditional-apology = 「〜でしたら」の付いたお詫びは、何かがあったかどうかまでお客様に預けてしまいます
    .instead = 起きたことを名指しして詫びます。事実が分かる前なら、おかけした手間や心配に限って詫びます。
phrase-contradicting = 続きが何であれ、言い返しから始まってしまいます
    .instead = まず相手の言葉を受け取り、それから言うべきことを言います。
phrase-calm-down = 怒っている人に気持ちの持ち方を指図することになり、火に油を注ぎます
    .instead = 怒りの向いている一点を名指しし、そこに応えます。
phrase-policy-shield = 決まりを盾にしています
    .instead = 自分の答えとして一文で言います。役に立つなら、理由も一文で添えます。

# 聞かずに当てられないか：やり取りを何も聞いていない人が、どこまで当てられるか。

K701 = { $lang ->
        [en] 英語
       *[ja] 日本語
    }では、長さだけで良い返答が分かってしまいます。{ $sign ->
        [minus] 短い返答ほど、評定が高くなっています
       *[plus] 長い返答ほど、評定が高くなっています
    }（r = { $r }。どちらの向きも { $most } 未満なら、手がかりになりません）
    .hint = { $sign ->
        [minus] 良くない返答を縮めるか、良い返答を少し伸ばしてください。
       *[plus] 良くない返答を伸ばすか、良い返答を少し縮めてください。
    }影響の大きい選択肢: { $choices }
K702 = { $lang ->
        [en] 英語
       *[ja] 日本語
    }では、{ $feature }が多いか少ないかだけで良い返答が分かってしまいます。{ $sign ->
        [minus] 少ない返答ほど、評定が高くなっています
       *[plus] 多い返答ほど、評定が高くなっています
    }（r = { $r }。どちらの向きも { $most } 未満なら、手がかりになりません）
    .hint = { $sign ->
        [minus] 良くない返答から減らすか、良い返答にも入れてください。
       *[plus] 良くない返答にも入れるか、良い返答から減らしてください。
    }影響の大きい選択肢: { $choices }
K703 = 何も聞かずに、いつも{ $lang ->
        [en] 英語で
        [ja] 日本語で
       *[none] {""}
    }{ $bot ->
        [most] { $feature }が最も多い返答
        [least] { $feature }が最も少ない返答
        [apology-and-question] 詫びて尋ねる返答
        [recipe] 言葉を繰り返し、「私」と言い、数字を挙げて尋ねる返答
        [first] ファイルの一番目の返答
        [second] ファイルの二番目の返答
        [third] ファイルの三番目の返答
       *[last] ファイルの最後の返答
    }を選ぶ人が、一場面ごとでは { $item } 点、最後まで通すと { $path } 点を取ります（でたらめに選ぶと { $item_chance } 点と { $path_chance } 点）
    .hint = でたらめより { $over } 点を超えて高くなったり、{ $most } 点に届いたりしないようにします。点を稼いでいる選択肢: { $choices }。同じ特徴を、そこでは正しくない返答にも持たせてください。
K704 = { $lang ->
        [en] 英語では、{ $long } が { $most } 語、{ $short } が { $least } 語
       *[ja] 日本語では、{ $long } が { $most } 字、{ $short } が { $least } 字
    }で、{ $ratio } 倍の開きがあります（{ $limit } 倍まで）
    .hint = 長いほうを縮めるか、短いほうを伸ばしてください。一つの分かれ目の返答は、長さをそろえておきます。そろっていないと、一つだけ目立ってしまいます。
K705 = { $lang ->
        [en] 英語
       *[ja] 日本語
    }では、{ $beats } 場面のうち { $count } 場面で、正解が{ $end ->
        [shortest] 最も短く
       *[longest] 最も長く
    }なっています。{ $range } 場面が目安です
    .hint = { $side ->
        [few] もう少し増やしてください。近いもの: { $choices }
       *[many] 次の正解か、同じ場面のほかの返答の長さを変えてください: { $choices }
    }
K706 = { $lang ->
        [en] 英語
       *[ja] 日本語
    }では、この場面で{ $what ->
        [surface-apologies] 詫びている
        [surface-questions] 尋ねている
        [surface-numbers] 数字や時刻を挙げている
        [surface-first-person] 「私」と言っている
        [surface-offers] 手助けを申し出ている
        [surface-empathy] 気持ちに触れている
       *[surface-echo] 聞いたばかりの言葉を返している
    }のは、正解の { $choice } だけです
    .hint = ほかの返答のうち、少なくとも一つにも同じことをさせるか、正解から外してください。
K707 = { $lang ->
        [en] 英語
       *[ja] 日本語
    }では、詫びる返答のある { $beats } 場面のうち、最も詫びている返答が下位の半分に入るのは { $count } 場面だけです
    .hint = 少なくとも四分の一の場面では、最も詫びている返答を下位にしてください。いつも詫びるのが正しいわけではありません。詫びが得になっている選択肢: { $choices }

# 同じことを、シナリオ全体で見たもの。

K711 = 全シナリオを通して、{ $lang ->
        [en] 英語
       *[ja] 日本語
    }では、長さだけで良い返答が分かってしまいます。{ $sign ->
        [minus] 短い返答ほど、評定が高くなっています
       *[plus] 長い返答ほど、評定が高くなっています
    }（r = { $r }。どちらの向きも { $most } 未満なら、手がかりになりません）
    .hint = { $sign ->
        [minus] 良くない返答を縮めるか、良い返答を少し伸ばしてください。
       *[plus] 良くない返答を伸ばすか、良い返答を少し縮めてください。
    }影響の大きい選択肢: { $choices }
K712 = 全シナリオを通して、{ $lang ->
        [en] 英語
       *[ja] 日本語
    }では、{ $feature }が多いか少ないかだけで良い返答が分かってしまいます。{ $sign ->
        [minus] 少ない返答ほど、評定が高くなっています
       *[plus] 多い返答ほど、評定が高くなっています
    }（r = { $r }。どちらの向きも { $most } 未満なら、手がかりになりません）
    .hint = { $sign ->
        [minus] 良くない返答から減らすか、良い返答にも入れてください。
       *[plus] 良くない返答にも入れるか、良い返答から減らしてください。
    }影響の大きい選択肢: { $choices }
K713 = 全シナリオを通して、何も聞かずに、いつも{ $lang ->
        [en] 英語で
        [ja] 日本語で
       *[none] {""}
    }{ $bot ->
        [most] { $feature }が最も多い返答
        [least] { $feature }が最も少ない返答
        [apology-and-question] 詫びて尋ねる返答
        [recipe] 言葉を繰り返し、「私」と言い、数字を挙げて尋ねる返答
        [first] ファイルの一番目の返答
        [second] ファイルの二番目の返答
        [third] ファイルの三番目の返答
       *[last] ファイルの最後の返答
    }を選ぶ人が、最後まで通すと平均で { $path } 点を取ります（でたらめに選ぶと { $path_chance } 点）
    .hint = でたらめより { $over } 点を超えて高くならないようにします。点を稼いでいる選択肢: { $choices }。同じ特徴を、そこでは正しくない返答にも持たせてください。
K714 = { $lang ->
        [en] 英語
       *[ja] 日本語
    }では、ほかのシナリオから良い返答の見た目を覚えた人が、最後まで通すと平均で { $path } 点を取り（でたらめに選ぶと { $path_chance } 点）、正解を { $keys } % 選びます（でたらめなら { $keys_chance } %）
    .hint = でたらめとの差が { $over } 点、{ $keys_over } % までなら、偶然の範囲です（シナリオが { $scenarios } 本以上ある時だけ判定します。それより少ないと、覚えるには足りません）。どの見た目が重なって手がかりになるのかは、シナリオごとの数字で分かります。点を稼いでいる選択肢: { $choices }
K715 = 全シナリオを通して、{ $lang ->
        [en] 英語
       *[ja] 日本語
    }では、{ $beats } 場面のうち { $count } 場面で、正解が{ $end ->
        [shortest] 最も短く
       *[longest] 最も長く
    }なっています。{ $range } 場面が目安です
    .hint = { $side ->
        [few] もう少し増やしてください。近いもの: { $choices }
       *[many] 次の正解か、同じ場面のほかの返答の長さを変えてください: { $choices }
    }
K716 = 四択の { $beats } 場面のうち、正解が一番目に書かれた場面が { $first }、二番目が { $second }、三番目が { $third }、四番目が { $fourth } です。どれも { $range } 場面が目安です
    .hint = いくつかのファイルで、選択肢の順を入れ替えてください。正解が最も多く集まっている位置のもの: { $choices }
K717 = 三つ以上の正解にあって、ほかの返答には一度も出てこない言い回しが { $count } 個あります（{ $lang ->
        [en] 英語
       *[ja] 日本語
    }）: { $phrases }
    .hint = 正しくない返答にも使うか、正解のどれかを言い換えてください。一つ目が出てくる選択肢: { $choices }

# シナリオの各部分の呼び名。上の文の中で使われる。

part-scenario = シナリオ
part-speaker = 話し手
part-briefing = 事前説明（briefing）
part-fact = 事情（fact）
part-ending = 結末
part-beat = 場面
part-choice = 選択肢
part-line = せりふ
part-enter = enter の項目
part-move = 移動先
part-look = 見た目（look）
part-gauges = ゲージ (anger: 3, trust: 3)
part-gauge-condition = 範囲のあるゲージ。例: Trust(min: 5)、Anger(max: 2)
part-condition = 条件。例: Is("flag")、Trust(min: 5)、または条件のリスト
part-effect = 影響。例: Anger(-1)、Trust(1)、Set("flag")、Clear("flag")
part-cue = 決め手。例: Line(en: "...", ja: "...")、Rule("id")、Known("id")、Fact("id")
part-ratings = 評定。例: (P1: 1, O2: -0.5)
part-rating = 評定の値（-1、-0.5、0、0.5、1）
part-indicator = 行動指標。例: P1
part-localized = 両方の言語の文 (en: "...", ja: "...")
part-one-value = 括弧の中に値を一つ
part-beat-and-choice = 場面と選択肢。例: Chose("N1", "a")
part-field = 「名前: 値」の形の項目
part-text = 引用符で囲んだ文
part-whole-number = 整数
part-true-or-false = true か false
part-list = 角括弧のリスト
part-map = 波括弧の表 "id": 値
part-word = 引用符のない言葉
part-value = 値
part-comma = カンマか閉じ括弧
part-colon = コロン
part-end-of-file = ファイルの終わり
part-topic = 話題（topic）
part-enough = enough
part-outcome = 偶然の行き先
part-id = 場面か結末の ID
part-act = 幕（act）
part-own-gauge = ゲージ
part-promise = 約束（promise）
part-sheet = 申し送り（sheet）
part-sheet-entry = 申し送りの項目
part-pull = 心の引力。例: (voice: ..., of: Blame)
part-facilitator = 進行役のメモ（facilitator）
part-reason = 理由と問い返し。例: (says: ..., ask: ...)
part-persona = 人物像（persona）
part-own-gauge-condition = 範囲のあるゲージ。例: Gauge("hope", min: 3)
part-own-gauge-effect = ゲージと動かす量。例: Gauge("hope", -1)
part-clock-condition = 時刻の範囲。例: Clock(from: "13:30", until: "14:00")


# 返答の中で数えられるもの。「〜が最も多い」の前に置かれる呼び名。

surface-length = 字数（英語では語数）
surface-sentences = 文の数
surface-commas = 読点
surface-apologies = 詫びの言葉
surface-politeness = 丁寧な言い方
surface-questions = 質問
surface-first-person = 「私」
surface-numbers = 数字や時刻
surface-absolutes = 言い切る言葉（必ず・絶対など）
surface-negations = 打ち消し
surface-hedges = ぼかす言葉
surface-empathy = 気持ちに寄せる言葉
surface-firmness = 断る言葉
surface-offers = 手助けの言葉（ご一緒に・お手伝いなど）
surface-echo = 相手の言葉の繰り返し
surface-explaining = 「〜んです」
surface-morau = 「もらう」
surface-ukagaeru = 「伺える」
surface-humble = 謙譲語
