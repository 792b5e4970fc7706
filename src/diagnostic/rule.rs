//! The table of rules: every code that a check can print.

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The scenario cannot be played until it is mended.
    Error,
    /// The scenario can be played, and something in it is not as it should be.
    Warning,
}

impl Severity {
    /// The word that programs read: `error` or `warning`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal, $name:literal, $severity:ident;)+) => {
        /// A rule that a scenario keeps. Its sentences are in `assets/locale/*/rules.ftl` under its code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Rule {
            /// Every rule, by code.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code that is printed with a finding, such as `K201`.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// A name a person can say, such as `unknown-beat`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// How much a finding of this rule matters.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }
        }
    };
}

rules! {
    // Reading: is it a text, and is the text RON?
    /// The file is not text.
    NotText = "K001", "not-text", Error;
    /// The file is larger than any scenario.
    TooLarge = "K002", "too-large", Error;
    /// The file starts with a byte order mark.
    ByteOrderMark = "K003", "byte-order-mark", Error;
    /// A full-width sign stands where RON wants an ASCII one.
    FullWidth = "K004", "full-width-sign", Error;
    /// Something else was expected here.
    Unexpected = "K005", "unexpected", Error;
    /// A bracket, a text or a comment is never closed.
    Unclosed = "K006", "unclosed", Error;
    /// Brackets are nested too deep.
    TooDeep = "K007", "too-deep", Error;
    /// A number or an escape that cannot be read.
    BadLiteral = "K008", "bad-literal", Error;

    // Shape: does each part have what it needs?
    /// A field that this part does not have.
    UnknownField = "K101", "unknown-field", Error;
    /// A field that this part needs.
    MissingField = "K102", "missing-field", Error;
    /// Another kind of value was expected.
    WrongKind = "K103", "wrong-kind", Error;
    /// A field written twice.
    DuplicateField = "K104", "duplicate-field", Error;
    /// An id used twice.
    DuplicateId = "K105", "duplicate-id", Error;
    /// A word that is not one of the words allowed here.
    UnknownWord = "K106", "unknown-word", Error;
    /// A number outside its range.
    OutOfRange = "K107", "out-of-range", Error;
    /// A text that one of the scenario's languages lacks.
    MissingLanguage = "K108", "missing-language", Error;
    /// A text or list with nothing in it.
    Empty = "K109", "empty", Error;
    /// An id with a character that ids do not have.
    BadId = "K110", "bad-id", Error;
    /// More of something than fits.
    TooMany = "K111", "too-many", Error;
    /// A time that is not written as times are.
    BadTime = "K112", "bad-time", Error;
    /// A warning is accepted that is not there.
    AcceptsNothing = "K113", "accepts-nothing", Warning;
    /// A reading that is not written in kana.
    BadReading = "K114", "bad-reading", Error;

    // Names: does every name lead somewhere?
    /// A move to a beat or ending that is not there.
    UnknownBeat = "K201", "unknown-beat", Error;
    /// A choice that its beat does not have.
    UnknownChoice = "K202", "unknown-choice", Error;
    /// A flag that was not declared.
    UnknownFlag = "K203", "unknown-flag", Error;
    /// A fact that was not declared.
    UnknownFact = "K204", "unknown-fact", Error;
    /// A speaker who was not declared.
    UnknownSpeaker = "K205", "unknown-speaker", Error;
    /// A line of the briefing that is not there.
    UnknownBriefingLine = "K206", "unknown-briefing-line", Error;
    /// An indicator that the rubric does not have.
    UnknownIndicator = "K207", "unknown-indicator", Error;
    /// A promise that was not declared.
    UnknownPromise = "K208", "unknown-promise", Error;
    /// An act that was not declared.
    UnknownAct = "K209", "unknown-act", Error;
    /// A gauge that was not declared.
    UnknownGauge = "K210", "unknown-gauge", Error;
    /// An entry that the hand-over sheet does not have.
    UnknownEntry = "K211", "unknown-entry", Error;

    // Flow: can every beat be reached, and left?
    /// No way leads to this beat.
    UnreachableBeat = "K301", "unreachable-beat", Warning;
    /// No way leads from this beat to an ending.
    NoWayToAnEnding = "K302", "no-way-to-an-ending", Error;
    /// The talk can come back to this beat for ever.
    Loop = "K303", "loop", Error;
    /// No move is left when none of the conditions hold.
    NoFallback = "K304", "no-fallback", Error;
    /// No way leads to this ending.
    UnreachableEnding = "K305", "unreachable-ending", Warning;
    /// What follows an entry without a condition is never used.
    NeverUsed = "K306", "never-used", Warning;
    /// A second chance that cannot mend what it says it mends.
    NothingToMend = "K307", "nothing-to-mend", Error;
    /// The key cannot always be said.
    KeyNotAlways = "K308", "key-not-always", Error;
    /// A beat that does not wait without its silence, or a silence without such a beat.
    SilenceUnclear = "K309", "silence-unclear", Error;
    /// A way to the hand-over sheet where there is none.
    NoSheet = "K310", "no-sheet", Error;
    /// A time by which a promise is due in a story without a clock.
    NoClock = "K311", "no-clock", Error;
    /// A condition on a text that chance picks.
    ChanceHasConditions = "K312", "chance-has-conditions", Error;
    /// A promise that nothing makes.
    PromiseNeverMade = "K313", "promise-never-made", Warning;
    /// A fact that nothing tells.
    FactNeverTold = "K314", "fact-never-told", Warning;
    /// A reading of a word that no Japanese text has.
    ReadingNeverUsed = "K315", "reading-never-used", Warning;
    /// A condition asks for what never comes about.
    NeverSo = "K316", "never-so", Warning;
    /// A flag that no condition asks for.
    NeverAsked = "K317", "never-asked", Warning;

    // Scoring: can the numbers mean something?
    /// A choice that is not rated on an indicator its beat declares.
    UnratedIndicator = "K401", "unrated-indicator", Error;
    /// A choice rated on an indicator its beat does not declare.
    UndeclaredIndicator = "K402", "undeclared-indicator", Error;
    /// A rating that is not one of the five steps.
    BadRating = "K403", "bad-rating", Error;
    /// The key is not the best reply of its beat.
    KeyNotBest = "K404", "key-not-best", Warning;
    /// A beat whose choices are all rated alike.
    NothingAtStake = "K405", "nothing-at-stake", Warning;
    /// The reference route does not lead to the best ending.
    ReferenceFallsShort = "K406", "reference-falls-short", Warning;
    /// A confidential fact is passed on, and no critical error says so.
    LeakNotCritical = "K407", "leak-not-critical", Warning;
    /// A key leads to a second chance, though it lost nothing.
    KeyNeedsNoChance = "K408", "key-needs-no-chance", Warning;
    /// Something that the trainee may say she is here for, and that no rating can speak for.
    AimNeverShows = "K409", "aim-never-shows", Warning;

    // Cues: does the right answer live in what was said?
    /// A decision without a cue.
    NoCue = "K501", "no-cue", Error;
    /// A cue that is not in the line it is said to be in.
    CueNotSaid = "K502", "cue-not-said", Error;

    // Texts: do they read and sound as they should?
    /// A choice or a line that is too long for the page at the largest text.
    TooLong = "K601", "too-long", Warning;
    /// Feedback that is too long to be read between two decisions.
    LongFeedback = "K602", "long-feedback", Warning;
    /// A voice that is polite in one sentence and plain in another.
    MixedPoliteness = "K603", "mixed-politeness", Warning;
    /// A phrase that a good operator does not use.
    BannedPhrase = "K604", "banned-phrase", Warning;
    /// The same text in both languages.
    Untranslated = "K605", "untranslated", Warning;
    /// A text in the letters of the other language.
    WrongScript = "K606", "wrong-script", Warning;
    /// A place kept for a text that was never written.
    Placeholder = "K607", "placeholder", Warning;
    /// A half-width sign or letter in a Japanese text.
    HalfWidthSign = "K608", "half-width-sign", Warning;
    /// A quote or bracket without its partner.
    UnmatchedQuote = "K609", "unmatched-quote", Warning;
    /// A space beside a sign that has none there.
    StraySpace = "K610", "stray-space", Warning;
    /// An ellipsis that is written otherwise than the rest.
    UnevenEllipsis = "K611", "uneven-ellipsis", Warning;

    // Test-wiseness: can the better reply be told without listening? Scenarios with few beats are not judged.
    /// Better replies are longer, or shorter.
    LengthTells = "K701", "length-tells", Warning;
    /// Better replies have more, or less, of something that can be counted.
    WordingTells = "K702", "wording-tells", Warning;
    /// Someone who picks by a surface, or by place, gets far.
    SurfaceWins = "K703", "surface-wins", Warning;
    /// The replies of a beat differ too much in length.
    UnevenLength = "K704", "uneven-length", Warning;
    /// The key is the longest or the shortest reply too often, or too rarely.
    KeyLength = "K705", "key-length", Warning;
    /// The key alone apologises, asks, names a number, says "I", offers help, is warm or takes up the customer's words.
    OnlyTheKey = "K706", "only-the-key", Warning;
    /// The most apologetic reply is nearly always a good one.
    ApologyPays = "K707", "apology-pays", Warning;
    // The same over a library.
    /// Better replies are longer, or shorter, over all scenarios.
    LibraryLengthTells = "K711", "library-length-tells", Warning;
    /// Better replies have more, or less, of something that can be counted, over all scenarios.
    LibraryWordingTells = "K712", "library-wording-tells", Warning;
    /// Someone who picks by a surface, or by place, gets far on the mean of all scenarios.
    LibrarySurfaceWins = "K713", "library-surface-wins", Warning;
    /// Someone who has learned from the other scenarios which surfaces pay gets far.
    LearnedWins = "K714", "learned-wins", Warning;
    /// The key is the longest or the shortest reply too often, or too rarely, over all scenarios.
    LibraryKeyLength = "K715", "library-key-length", Warning;
    /// Keys prefer a place in the files.
    KeyPlace = "K716", "key-place", Warning;
    /// A phrase that several keys have and no other reply.
    KeyPhrase = "K717", "key-phrase", Warning;
    /// Too few scenarios of some difficulty.
    DifficultySpread = "K718", "difficulty-spread", Warning;
    /// What is called hard is no harder than the rest.
    DifficultyOrder = "K719", "difficulty-order", Warning;

    // Bars: do the scores hold what they promise? Scoring guide, section 3.8.
    /// S1: the reference route does not score nearly everything.
    ReferenceScoresLow = "K801", "reference-scores-low", Warning;
    /// S3, single decisions: picking at random scores too much or too little.
    RandomItems = "K802", "random-items", Warning;
    /// S3, whole talks: picking at random scores too much or too little.
    RandomTalks = "K803", "random-talks", Warning;
    /// S4: never finding the key scores too much.
    BestDistractorPasses = "K804", "best-distractor-passes", Warning;
    /// S5: too few decisions can show a skill.
    TooFewObservations = "K805", "too-few-observations", Warning;
    /// S6: one slip costs nothing, or everything.
    SlipCost = "K806", "slip-cost", Warning;
    /// S7: erring first scores more.
    DetourPays = "K807", "detour-pays", Warning;
    /// S8: a persona's weakness does not show.
    PersonaUnseen = "K808", "persona-unseen", Warning;
    /// S9: an ending that no talk comes to.
    EndingOutOfReach = "K809", "ending-out-of-reach", Warning;
    /// S9: an ending that takes many slips, though the customer stays.
    EndingFarAway = "K810", "ending-far-away", Warning;
    /// S9: luck comes to the best ending.
    LuckyBestEnding = "K811", "lucky-best-ending", Warning;
    /// S9: bad luck comes to the worst ending.
    LuckyWorstEnding = "K812", "lucky-worst-ending", Warning;
    /// S10: some talks offer far more or less than others.
    UnevenOffers = "K813", "uneven-offers", Warning;
    /// There are too many situations to judge any of these.
    TooManySituations = "K814", "too-many-situations", Warning;
    /// The difficulty that is named is not the one that the scenario has by rule.
    DifficultyOff = "K815", "difficulty-off", Warning;

    // Readers: can the right answer be told without listening? Scoring guide, section 3.8, T7.
    /// Nobody has read the choices blind since they were changed.
    NotReadBlind = "K901", "not-read-blind", Warning;
    /// A reader who saw only the choices found too many keys.
    GivenAway = "K902", "given-away", Warning;
    /// Who heard the talk found few more keys than who saw only the choices.
    ListeningGap = "K903", "listening-gap", Warning;
    /// Readers who saw only the choices found too many keys on the mean of all scenarios.
    LibraryGivenAway = "K904", "library-given-away", Warning;
}

impl Rule {
    /// Whether it is a rule for scenarios together, which has no place in a file.
    pub fn is_of_libraries(self) -> bool {
        (Self::LibraryLengthTells..=Self::DifficultyOrder).contains(&self)
            || self == Self::LibraryGivenAway
    }

    /// Whether it is a rule about what readers found, which is not judged where nobody knows the readings.
    pub fn is_of_readers(self) -> bool {
        self >= Self::NotReadBlind
    }

    /// The rule with this code or this name.
    pub fn find(code_or_name: &str) -> Option<Self> {
        let known = |rule: &&Self| {
            rule.code().eq_ignore_ascii_case(code_or_name) || rule.name() == code_or_name
        };
        Self::ALL.iter().find(known).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::lang::words::try_say;

    #[test]
    fn codes_rise_and_differ() {
        let codes: Vec<_> = Rule::ALL.iter().map(|rule| rule.code()).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
    }

    #[test]
    fn every_rule_has_a_sentence_and_a_hint_in_both_languages() {
        for rule in Rule::ALL {
            for lang in Lang::ALL {
                for key in [rule.code().to_owned(), format!("{}.hint", rule.code())] {
                    assert!(try_say(lang, &key, &[]).is_some(), "{}: {key}", lang.code());
                }
            }
        }
    }

    #[test]
    fn a_rule_is_found_by_code_or_name() {
        assert_eq!(Rule::find("k201"), Some(Rule::UnknownBeat));
        assert_eq!(Rule::find("unknown-beat"), Some(Rule::UnknownBeat));
        assert_eq!(Rule::find("K999"), None);
    }
}
