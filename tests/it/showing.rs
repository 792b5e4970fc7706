//! What a trainee is shown of a story, in the talk and looking back on it.

use std::collections::BTreeSet;

use kikitori::assess::{Debrief, Reference};
use kikitori::lang::Lang;
use kikitori::session::Moment;

use crate::small::{act, beat, key, other, parts, plain, play, story, three_topics};

/// Nothing is rated where topics are offered, and no topic is better than another.
#[test]
fn a_debrief_does_not_judge_the_order_of_topics() {
    let scenario = story(&three_topics(""));
    let talk = play(&scenario, 1, "c k a k b o");
    let debrief = Debrief::of(&talk, &Reference::of(&scenario), Lang::En);
    let keys: Vec<bool> = debrief.turns.iter().map(|turn| turn.is_key).collect();
    assert_eq!(keys, [true, true, true, true, true, false]);
    assert!(debrief.turns[0].key().is_none() && debrief.turns[0].ratings.is_empty());
    assert_eq!(debrief.card.slips, 1);
}

/// What was not told and not promised did not decide anything, so the debrief does not say so.
#[test]
fn a_debrief_names_cues_that_were_there() {
    let declared = r#"facts: { "why": (text: WORDS, opens: WORDS) },
        promises: { "ring": (act: WORDS) },"#;
    let choices = [key("k", r#"tells: ["why"], effects: [Promise("ring")]"#), other("o", "")];
    let beats = [
        beat("first", r#"next: "last""#, &choices),
        plain("last", r#""end""#)
            .replace("cues: Line", r#"cues: [Fact("why"), Promise("ring"), Line"#)
            .replace(", rates", "], rates"),
    ];
    let scenario = story(&parts("first", declared, &beats, &["end"]));
    let cues = |steps: &str| {
        let talk = play(&scenario, 1, steps);
        Debrief::of(&talk, &Reference::of(&scenario), Lang::En).turns[1].cues.len()
    };
    assert_eq!((cues("k k"), cues("o k")), (3, 1));
}

/// What pulls at the trainee comes before the reply, and is nobody's line.
#[test]
fn a_first_thought_is_shown_with_the_decision() {
    let pull = r#"pull: (voice: (en: "Quick!", ja: "早く。"), of: Hurry), next: "end""#;
    let beats = [beat("first", pull, &[key("k", ""), other("o", "")])];
    let scenario = story(&parts("first", "", &beats, &["end"]));
    let Moment::Decision { voice, lines, .. } = play(&scenario, 1, "").view(Lang::En).now else {
        panic!()
    };
    assert_eq!((voice.as_deref(), lines.len()), (Some("Quick!"), 1));
}

/// Chance picks a text by seed, beat and visit; nothing else depends on it.
#[test]
fn one_of_several_texts_is_said() {
    let beats = [plain("first", r#""end""#).replace(
        "lines: WORDS",
        r#"lines: [(say: WORDS), (one_of: [(en: "A", ja: "あ"), (en: "B", ja: "い")])]"#,
    )];
    let scenario = story(&parts("first", "", &beats, &["end"]));
    let said = |seed: u64| {
        let view = play(&scenario, seed, "").view(Lang::En);
        let Moment::Decision { lines, .. } = view.now else { panic!() };
        lines[1].text.clone()
    };
    let texts: BTreeSet<String> = (0..20).map(said).collect();
    assert_eq!(texts.into_iter().collect::<Vec<_>>(), ["A", "B"]);
    let mut talk = play(&scenario, 3, "");
    let before = said(3);
    act(&mut talk, "k").unwrap();
    assert_eq!(
        talk.view(Lang::En).turns[0].lines[1].text,
        before,
        "the transcript has what was said"
    );
}
