//! Phrases that a good operator does not use, and why not.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::check::text::walk::{Part, Voice, Written};
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::Lang;
use crate::lang::words::Arg;

/// Where a phrase is out of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// In anything the trainee can say: it is no Japanese a good colleague speaks, not even as a tempting reply.
    Said,
    /// In a key: as a tempting reply it may be just right.
    Key,
    /// At the beginning of a key.
    KeyStart,
}

/// The keys of two sentences: why not, and what instead.
#[derive(Debug, Clone, Copy)]
struct Reason(&'static str, &'static str);

macro_rules! reasons {
    ($($name:ident = $key:literal;)+) => {
        $(const $name: Reason = Reason($key, concat!($key, ".instead"));)+
    };
}

reasons! {
    PILED_PERMISSION = "phrase-piled-permission";
    DOUBLE_HUMILITY = "phrase-double-humility";
    DOUBLE_RESPECT = "phrase-double-respect";
    HUMBLE_CUSTOMER = "phrase-humble-customer";
    CONDITIONAL_APOLOGY = "phrase-conditional-apology";
    CONTRADICTING = "phrase-contradicting";
    CALM_DOWN = "phrase-calm-down";
    POLICY_SHIELD = "phrase-policy-shield";
}

/// A kind of phrase.
struct Phrase {
    lang: Lang,
    scope: Scope,
    reason: Reason,
    /// How often it must occur in one text.
    times: usize,
    /// Its wordings. A stem stands for all its endings.
    wordings: &'static [&'static str],
}

/// To add a phrase, add its wording here; to add a reason, also a sentence to both `rules.ftl`.
///
/// とんでもございません, お伺いする and お召し上がりになる are accepted usage and are not here.
const PHRASES: &[Phrase] = &[
    Phrase {
        lang: Lang::Ja,
        scope: Scope::Said,
        reason: PILED_PERMISSION,
        times: 2,
        wordings: &["させていただ"],
    },
    Phrase {
        lang: Lang::Ja,
        scope: Scope::Said,
        reason: DOUBLE_HUMILITY,
        times: 1,
        wordings: &[
            "お伺いさせていただ",
            "拝見させていただ",
            "拝読させていただ",
            "拝聴させていただ",
            "拝借させていただ",
            "頂戴させていただ",
            "承らせていただ",
            "させていただかせ",
        ],
    },
    Phrase {
        lang: Lang::Ja,
        scope: Scope::Said,
        reason: DOUBLE_RESPECT,
        times: 1,
        wordings: &[
            "おっしゃられ",
            "いらっしゃられ",
            "召し上がられ",
            "ご覧になられ",
            "おいでになられ",
            "お見えになられ",
            "お越しになられ",
            "お帰りになられ",
            "お話しになられ",
            "お聞きになられ",
            "お求めになられ",
            "お使いになられ",
            "お待ちになられ",
            "お読みになられ",
            "お受け取りになられ",
            "ご利用になられ",
            "なさられ",
        ],
    },
    Phrase {
        lang: Lang::Ja,
        scope: Scope::Said,
        reason: HUMBLE_CUSTOMER,
        times: 1,
        wordings: &["申され", "お客様が参られ", "お客様が参りま"],
    },
    Phrase {
        lang: Lang::Ja,
        scope: Scope::Key,
        reason: CONDITIONAL_APOLOGY,
        times: 1,
        wordings: &[
            "ご不快に思われたのでしたら",
            "ご不快に思われたのであれば",
            "ご不快に思われたなら",
            "ご不快でしたら",
            "ご不快な思いをされたのでしたら",
            "ご不快な思いをされたのであれば",
            "お気に障ったのでしたら",
            "お気に障ったのであれば",
            "お気に障りましたら",
            "お気を悪くされたのでしたら",
            "お気を悪くされたのであれば",
            "ご迷惑をおかけしたのでしたら",
            "ご迷惑をおかけしたのであれば",
            "誤解を招いたのでしたら",
            "誤解を招いたのであれば",
        ],
    },
    Phrase {
        lang: Lang::Ja,
        scope: Scope::KeyStart,
        reason: CONTRADICTING,
        times: 1,
        wordings: &["でも", "だって", "ですから", "どうせ"],
    },
    Phrase {
        lang: Lang::Ja,
        scope: Scope::Key,
        reason: CALM_DOWN,
        times: 1,
        wordings: &["落ち着いてください", "落ち着いて下さい", "冷静になってください"],
    },
    Phrase {
        lang: Lang::Ja,
        scope: Scope::Key,
        reason: POLICY_SHIELD,
        times: 1,
        wordings: &["会社の方針", "弊社の方針", "規定により", "規則ですので", "決まりですので"],
    },
    Phrase {
        lang: Lang::En,
        scope: Scope::Key,
        reason: CONDITIONAL_APOLOGY,
        times: 1,
        wordings: &["apologise if", "apologize if", "sorry if you", "sorry you feel"],
    },
    Phrase {
        lang: Lang::En,
        scope: Scope::Key,
        reason: CALM_DOWN,
        times: 1,
        wordings: &["calm down"],
    },
    Phrase {
        lang: Lang::En,
        scope: Scope::Key,
        reason: POLICY_SHIELD,
        times: 1,
        wordings: &["company policy", "as per our policy", "as per policy"],
    },
];

/// All wordings of a language at once. Nearly all texts have none of them, and are looked at once to see it.
static WORDINGS: LazyLock<[AhoCorasick; 2]> = LazyLock::new(|| {
    Lang::ALL.map(|lang| {
        let phrases = PHRASES.iter().filter(|phrase| phrase.lang == lang);
        let wordings = phrases.flat_map(|phrase| phrase.wordings);
        let built = AhoCorasick::builder().ascii_case_insensitive(lang == Lang::En).build(wordings);
        built.expect("they are far fewer and shorter than there is room for")
    })
});

/// K604
pub(super) fn banned(written: &Written<'_>, found: &mut Vec<Diagnostic>) {
    let said = matches!(written.part, Part::Choice { .. } | Part::Line(Voice::Trainee));
    if !said || !WORDINGS[written.lang as usize].is_match(written.words()) {
        return;
    }
    let hits = PHRASES.iter().filter_map(|phrase| Some((phrase, phrase.find(written)?)));
    // One wording may be wrong for two reasons; the first is enough to mend it.
    let mut seen: Vec<Range<usize>> = Vec::new();
    for (phrase, range) in hits {
        if seen.iter().any(|other| other.start < range.end && range.start < other.end) {
            continue;
        }
        let finding = Diagnostic::new(Rule::BannedPhrase, written.place(range.clone()));
        found.push(
            finding
                .with("scope", if phrase.scope == Scope::Said { "said" } else { "key" })
                .with("phrase", &written.words()[range.clone()])
                .with("reason", Arg::Word(phrase.reason.0))
                .with("instead", Arg::Word(phrase.reason.1)),
        );
        seen.push(range);
    }
}

impl Phrase {
    /// Where the phrase stands in a text in which it is out of place.
    fn find(&self, written: &Written<'_>) -> Option<Range<usize>> {
        let here = match written.part {
            Part::Choice { key: true, .. } => true,
            Part::Choice { .. } | Part::Line(Voice::Trainee) => self.scope == Scope::Said,
            Part::Told | Part::Line(_) | Part::Feedback | Part::BestWhen => false,
        };
        if !here || written.lang != self.lang {
            return None;
        }
        // ASCII letters only, so that offsets stay what they are.
        let words = match self.lang {
            Lang::En => Cow::Owned(written.words().to_ascii_lowercase()),
            Lang::Ja => Cow::Borrowed(written.words()),
        };
        let met = self.wordings.iter().filter(|wording| words.contains(**wording));
        met.into_iter().find_map(|wording| {
            let (at, _) = words.match_indices(wording).nth(self.times - 1)?;
            let begins = words[..at].trim().is_empty();
            (self.scope != Scope::KeyStart || begins).then(|| at..at + wording.len())
        })
    }
}
