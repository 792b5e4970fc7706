//! What the language of scenarios means, each part in the smallest story that shows it.

use kikitori::assess::{Debrief, Reference, Verdict, sheet_review};
use kikitori::diagnostic::Rule;
use kikitori::lang::Lang;
use kikitori::scenario::{ChanceIdx, FactIdx, Gauge, PromiseIdx, Time};
use kikitori::session::{
    Action, Event, Moment, PromiseState, Refusal, Seed, Session, drawn_outcome, promise_views,
};

use crate::small::{
    act, at, beat, broken_rules, hub, key, other, parts, plain, play, shown, story, three_topics,
    topic,
};

#[test]
fn topics_are_asked_once_each_in_any_order_and_then_the_talk_goes_on() {
    let scenario = story(&three_topics(""));
    for order in ["a b c", "a c b", "b a c", "b c a", "c a b", "c b a"] {
        let mut talk = Session::start(scenario.clone(), Seed(1));
        let mut order = order.split(' ').peekable();
        while let Some(topic) = order.next() {
            act(&mut talk, topic).unwrap();
            assert_eq!(at(&talk), topic);
            act(&mut talk, "k").unwrap();
            if order.peek().is_some() {
                assert_eq!(at(&talk), "hub");
                assert_eq!(act(&mut talk, topic), Err(Refusal::Locked), "asked already");
                assert!(!shown(&talk).contains(&topic.to_owned()));
            }
        }
        assert_eq!(at(&talk), "end", "nothing is left to ask");
        assert_eq!(talk.turns().len(), 6);
    }
}

/// Where some topics are left they do not change places, and the way on stands below them.
#[test]
fn topics_stay_where_they_are_while_they_are_asked() {
    let scenario = story(&three_topics("enough: (after: 0, say: WORDS)"));
    for seed in 0..20 {
        let before = shown(&play(&scenario, seed, ""));
        assert_eq!(before.len(), 4);
        assert_eq!(before[3], "enough");
        for topic in ["a", "b", "c"] {
            let after = shown(&play(&scenario, seed, &format!("{topic} o")));
            let left: Vec<_> = before.iter().filter(|id| *id != topic).cloned().collect();
            assert_eq!(after, left, "seed {seed}");
        }
    }
}

#[test]
fn it_can_be_enough_before_all_topics_were_asked() {
    let scenario = story(&three_topics("enough: (after: 2, say: WORDS)"));
    let mut talk = play(&scenario, 1, "b k");
    assert_eq!(act(&mut talk, "enough"), Err(Refusal::Locked), "one is not enough");
    assert!(!shown(&talk).contains(&"enough".to_owned()));
    let mut talk = play(&scenario, 1, "b k c k");
    assert_eq!(shown(&talk), ["a", "enough"]);
    act(&mut talk, "enough").unwrap();
    assert_eq!(at(&talk), "end");
}

/// That it was enough can be asked for, as any other choice can.
#[test]
fn enough_is_remembered() {
    let topics = [topic("a", "a", ""), topic("b", "b", "")].concat();
    let hub = format!(
        r#""hub": (title: WORDS, lines: WORDS, topics: [{topics}], enough: (after: 1, say: WORDS), next: "last"),"#
    );
    let ways = r#"[(when: Chose("hub", "enough"), to: "early"), "end"]"#;
    let beats = [hub, plain("a", r#""hub""#), plain("b", r#""hub""#), plain("last", ways)];
    let scenario = story(&parts("hub", "", &beats, &["early", "end"]));
    assert_eq!(at(&play(&scenario, 1, "a k enough k")), "early");
    assert_eq!(at(&play(&scenario, 1, "a k b k k")), "end");
}

#[test]
fn a_topic_cannot_be_named_as_the_way_on_is() {
    let topics = [topic("enough", "a", ""), topic("b", "b", "")].concat();
    let beats = [
        hub(&topics, "enough: (after: 1, say: WORDS)"),
        plain("a", r#""hub""#),
        plain("b", r#""hub""#),
    ];
    assert_eq!(broken_rules(&parts("hub", "", &beats, &["end"])), [Rule::DuplicateId]);
}

/// A topic that cannot be asked is not shown and holds nothing up.
#[test]
fn a_topic_with_a_condition_waits_for_it() {
    let topics = [topic("a", "a", ""), topic("b", "b", "when: Trust(min: 4)")].concat();
    let to_hub =
        |id: &str| beat(id, r#"next: "hub""#, &[key("k", "effects: [Trust(1)]"), other("o", "")]);
    let beats = [hub(&topics, ""), to_hub("a"), to_hub("b")];
    let scenario = story(&parts("hub", "", &beats, &["end"]));
    assert_eq!(shown(&play(&scenario, 1, "")), ["a"]);
    assert_eq!(at(&play(&scenario, 1, "a o")), "end");
    assert_eq!(at(&play(&scenario, 1, "a k")), "hub");
    assert_eq!(at(&play(&scenario, 1, "a k b k")), "end");
}

fn weighted() -> std::sync::Arc<kikitori::scenario::Scenario> {
    let ways = r#"Chance([(weight: 1, to: "rare"), (weight: 3, to: "often")])"#;
    let again = r#"Chance([(weight: 1, to: "end"), (weight: 1, to: "last")])"#;
    let beats = [
        plain("first", ways),
        plain("rare", r#""end""#),
        plain("often", again),
        plain("last", r#""end""#),
    ];
    story(&parts("first", "", &beats, &["end"]))
}

#[test]
fn chance_is_drawn_by_the_seed_and_the_same_each_time() {
    let scenario = weighted();
    let after = |seed: u64| at(&play(&scenario, seed, "k"));
    let often = (0..400).filter(|seed| after(*seed) == "often").count();
    // Expected 300; six standard deviations are 52.
    assert!((248..352).contains(&often), "{often}");
    for seed in 0..40 {
        let talk = play(&scenario, seed, "k k");
        let drawn = drawn_outcome(Seed(seed), ChanceIdx(0), 0, &scenario.chances[0]);
        assert_eq!(after(seed), ["rare", "often"][usize::from(drawn)]);
        let again = Session::replay(scenario.clone(), talk.transcript()).unwrap();
        assert_eq!(again, talk);
        assert!(
            talk.transcript().entries.iter().all(|entry| !matches!(entry.action, Action::Draw(_)))
        );
    }
}

#[test]
fn nobody_but_chance_draws() {
    let mut talk = play(&weighted(), 1, "");
    let before = talk.clone();
    assert_eq!(talk.handle(Action::Draw(0), 0), Err(Refusal::NotYours));
    assert_eq!(talk, before);
}

/// On the route that others are measured by the likeliest comes, and the first among equals.
#[test]
fn the_reference_route_has_likely_luck() {
    let reference = Reference::of(&weighted());
    let beats: Vec<&str> = reference
        .talk
        .turns()
        .iter()
        .map(|turn| reference.talk.scenario().beat(turn.beat).id.as_str())
        .collect();
    assert_eq!(beats, ["first", "often"]);
}

#[test]
fn a_choice_is_locked_with_a_reason_or_hidden_without_one() {
    let choices = [
        key("k", ""),
        other("locked", r#"when: Told("birthday"), locked: WORDS"#),
        other("hidden", r#"when: Told("birthday")"#),
    ];
    let beats = [
        beat("first", r#"next: "last""#, &[key("k", r#"tells: ["birthday"]"#), other("o", "")]),
        beat("last", r#"next: "end""#, &choices),
    ];
    let declared = r#"facts: { "birthday": (text: WORDS, opens: WORDS) },"#;
    let scenario = story(&parts("first", declared, &beats, &["end"]));

    let mut talk = play(&scenario, 1, "o");
    let sorted = |talk: &Session| {
        let mut ids = shown(talk);
        ids.sort();
        ids
    };
    assert_eq!(sorted(&talk), ["k", "locked"]);
    let Moment::Decision { choices, .. } = talk.view(Lang::En).now else { panic!() };
    for choice in choices {
        assert_eq!(choice.locked.as_deref(), (choice.id == "locked").then_some("Words."));
    }
    let before = talk.clone();
    assert_eq!(act(&mut talk, "locked"), Err(Refusal::Locked));
    assert_eq!(act(&mut talk, "hidden"), Err(Refusal::Locked));
    assert_eq!(talk, before);

    let mut talk = play(&scenario, 1, "k");
    assert_eq!(sorted(&talk), ["hidden", "k", "locked"]);
    let Moment::Decision { choices, .. } = talk.view(Lang::En).now else { panic!() };
    assert!(choices.iter().all(|choice| choice.locked.is_none()));
    act(&mut talk, "hidden").unwrap();
}

#[test]
fn the_time_that_runs_out_says_what_silence_says() {
    let choices = [
        key("k", ""),
        other("hush", "silence: true, effects: [Trust(2)], takes: 3"),
        other("o", ""),
    ];
    let beats =
        [beat("first", r#"seconds: 20, next: "last""#, &choices), plain("last", r#""end""#)];
    let scenario = story(&parts("first", r#"clock: "9:00","#, &beats, &["end"]));
    let (waited, silent) = (play(&scenario, 1, "wait"), play(&scenario, 1, "hush"));
    assert_eq!(waited.state(), silent.state());
    assert_eq!(waited.turns(), silent.turns());
    assert_eq!(waited.state().gauges.trust, 5);
    assert_eq!(waited.transcript().entries[0].action, Action::TimeRanOut);
    let Moment::Decision { seconds, .. } = play(&scenario, 1, "").view(Lang::En).now else {
        panic!()
    };
    assert_eq!(seconds, Some(20));
    for seed in 0..20 {
        assert_eq!(shown(&play(&scenario, seed, "")).last().unwrap(), "hush", "always the last");
    }
    let mut talk = silent;
    assert_eq!(act(&mut talk, "wait"), Err(Refusal::NotTimed));
}

/// A promise at nine to ring by half past, and a talk in which time passes.
fn half_past(next: &str) -> std::sync::Arc<kikitori::scenario::Scenario> {
    let choices = [
        key("k", r#"effects: [Promise("ring")], takes: 30"#),
        other("late", r#"effects: [Promise("ring")], takes: 31"#),
        other("never", "takes: 50"),
        other("twice", r#"effects: [Promise("ring"), Promise("ring")]"#),
    ];
    let settle = [
        key("k", r#"effects: [Keep("ring")], takes: 20"#),
        other("break", r#"effects: [Break("ring"), Keep("ring")]"#),
        other("both", r#"effects: [Keep("ring"), Break("ring")]"#),
        other("o", "takes: 2"),
    ];
    let beats = [beat("first", r#"next: "settle""#, &choices), beat("settle", next, &settle)];
    let declared = r#"clock: "9:00",
        promises: { "ring": (act: WORDS, due: "9:30", fallback: WORDS) },"#;
    story(&parts("first", declared, &beats, &["broken", "open", "kept"]))
}

const BY_PROMISE: &str =
    r#"next: [(when: Kept("ring"), to: "kept"), (when: Broken("ring"), to: "broken"), "open"]"#;

#[test]
fn a_promise_is_broken_when_its_time_has_passed_and_settled_once() {
    let scenario = half_past(BY_PROMISE);
    let ring = PromiseIdx(0);
    let events = |steps: &str| -> Vec<Event> {
        let of_promise = |event: &&Event| {
            matches!(event, Event::Promised(_) | Event::Kept(_) | Event::Broken(_))
        };
        play(&scenario, 1, steps).events().filter(of_promise).copied().collect()
    };
    let (made, kept, broken) = (Event::Promised(ring), Event::Kept(ring), Event::Broken(ring));
    // At half past it is not too late.
    assert_eq!(events("k k"), [made, kept]);
    assert_eq!(events("k o"), [made, broken], "a minute later it is");
    assert_eq!(events("late k"), [made, broken], "and cannot be kept any more");
    assert_eq!(events("k break"), [made, broken]);
    assert_eq!(events("k both"), [made, kept]);
    assert_eq!(events("never k"), [], "what was not promised is neither kept nor broken");
    assert_eq!(events("twice k"), [made, kept], "promised once");
    for (steps, ending) in
        [("k k", "kept"), ("late k", "broken"), ("never k", "open"), ("twice o", "open")]
    {
        assert_eq!(at(&play(&scenario, 1, steps)), ending, "{steps}");
    }
    let state = |steps: &str| {
        let talk = play(&scenario, 1, steps);
        promise_views(&scenario, talk.state(), Lang::En).first().map(|promise| promise.state)
    };
    assert_eq!(state("k"), Some(PromiseState::Open));
    assert_eq!(state("k k"), Some(PromiseState::Kept));
    assert_eq!(state("late"), Some(PromiseState::Broken));
    assert_eq!(state("never"), None);
}

#[test]
fn a_promise_without_a_time_stays_open() {
    let beats = [
        beat(
            "first",
            r#"next: "last""#,
            &[key("k", r#"effects: [Promise("soon")], takes: 1439"#), other("o", "")],
        ),
        plain("last", r#"[(when: Broken("soon"), to: "broken"), "end"]"#),
    ];
    let declared = r#"clock: "9:00", promises: { "soon": (act: WORDS) },"#;
    let scenario = story(&parts("first", declared, &beats, &["broken", "end"]));
    let talk = play(&scenario, 1, "k k");
    assert_eq!(at(&talk), "end");
    let view = &promise_views(&scenario, talk.state(), Lang::En)[0];
    assert_eq!((view.state, &view.due), (PromiseState::Vague, &None));
}

#[test]
fn an_act_moves_the_clock_on_and_never_back() {
    let acts = r#"clock: "9:00",
        acts: { "one": (title: WORDS, channel: Phone),
                "two": (title: WORDS, channel: Mail, opens_at: "10:00") },
        promises: { "ring": (act: WORDS, due: "9:59") },"#;
    let choices = [key("k", r#"effects: [Promise("ring")], takes: 5"#), other("long", "takes: 75")];
    let ways = r#"next: [(when: Clock(from: "10:01"), to: "late"), (when: Clock(until: "9:59"), to: "early"), "end"]"#;
    let beats = [
        beat("first", r#"act: "one", next: "last""#, &choices),
        beat("last", &format!(r#"act: "two", {ways}"#), &[key("k", ""), other("o", "takes: 1")]),
    ];
    let scenario = story(&parts("first", acts, &beats, &["early", "late", "end"]));
    let (ten, quarter_past) = (Time(600), Time(615));
    let talk = play(&scenario, 1, "k");
    assert_eq!(talk.state().now, ten);
    let first = scenario.find_beat("last").unwrap();
    assert_eq!(
        talk.turns()[0].events[1..],
        [
            Event::Promised(PromiseIdx(0)),
            Event::Later(Time(545)),
            Event::Entered(first),
            Event::Later(ten),
            // The act opens after its time.
            Event::Broken(PromiseIdx(0)),
        ]
    );
    let view = talk.view(Lang::En);
    assert_eq!(view.channel, kikitori::scenario::Channel::Mail);
    assert_eq!(view.clock.map(|clock| (clock.day, clock.time)), Some((1, "10:00".to_owned())));
    assert_eq!(play(&scenario, 1, "long").state().now, quarter_past, "it is later already");
    assert_eq!(at(&play(&scenario, 1, "k k")), "end");
    assert_eq!(at(&play(&scenario, 1, "k o")), "late", "what a reply takes counts where it leads");
    assert_eq!(at(&play(&scenario, 1, "long k")), "late");
}

#[test]
fn a_guess_costs_what_it_costs_until_it_was_told() {
    let declared = r#"facts: {
        "why": (text: WORDS, opens: WORDS, guess: [Trust(-2), Anger(1)]),
    },"#;
    let choices = [
        key("k", r#"tells: ["why"]"#),
        other("guess", r#"guesses: ["why"]"#),
        other("both", r#"guesses: ["why"], tells: ["why"], effects: [Trust(-1)]"#),
    ];
    let ways = r#"next: [(when: Guessed("why"), to: "guessed"), "end"]"#;
    let beats = [
        beat("first", r#"next: "last""#, &choices),
        beat("last", ways, &[key("k", ""), other("guess", r#"guesses: ["why"]"#)]),
    ];
    let scenario = story(&parts("first", declared, &beats, &["guessed", "end"]));
    let gauges = |steps: &str| {
        let gauges = play(&scenario, 1, steps).state().gauges;
        (gauges.anger, gauges.trust)
    };
    assert_eq!(gauges("k guess"), (4, 3), "it was told, so nothing was guessed");
    assert_eq!(gauges("guess"), (5, 1));
    assert_eq!(gauges("guess guess"), (6, 0), "each time it was not told");
    let talk = play(&scenario, 1, "both");
    let why = FactIdx(0);
    assert_eq!(
        talk.turns()[0].events[1..6],
        [
            Event::Guessed(why),
            Event::Moved { gauge: Gauge::Trust, from: 3, to: 1 },
            Event::Moved { gauge: Gauge::Anger, from: 4, to: 5 },
            Event::Moved { gauge: Gauge::Trust, from: 1, to: 0 },
            Event::Told(why),
        ],
        "first the guess, then the effects, then what the reply tells"
    );
    assert_eq!(at(&play(&scenario, 1, "guess k")), "guessed");
    assert_eq!(at(&play(&scenario, 1, "k guess")), "end");
    let debrief =
        |steps: &str| Debrief::of(&play(&scenario, 1, steps), &Reference::of(&scenario), Lang::En);
    assert_eq!((debrief("guess k").guessed.len(), debrief("guess k").untold.len()), (1, 1));
    assert_eq!((debrief("k guess").guessed.len(), debrief("k guess").told.len()), (0, 1));
}

#[test]
fn what_is_passed_on_is_remembered_and_critical() {
    let declared = r#"facts: { "secret": (kind: Confidential, text: WORDS, opens: WORDS) },"#;
    let leak = |rest: &str| other("leak", &format!(r#"leaks: ["secret"], {rest}"#));
    let ways = r#"next: [(when: Leaked("secret"), to: "out"), "end"]"#;
    let beats = |rest: &str| [beat("first", ways, &[key("k", ""), leak(rest)])];
    let scenario = story(&parts("first", declared, &beats("critical: X1"), &["out", "end"]));
    let talk = play(&scenario, 1, "leak");
    assert_eq!(
        (at(&talk), talk.turns()[0].events[1]),
        ("out".to_owned(), Event::Leaked(FactIdx(0)))
    );
    let debrief = Debrief::of(&talk, &Reference::of(&scenario), Lang::En);
    assert_eq!(
        (debrief.leaked.len(), debrief.untold.len(), debrief.card.critical.len()),
        (1, 0, 1)
    );
    assert_eq!(at(&play(&scenario, 1, "k")), "end");
    let unmarked = parts("first", declared, &beats(""), &["out", "end"]);
    assert_eq!(broken_rules(&unmarked), [Rule::LeakNotCritical]);
}

/// Three beats at which anger may rise, and a storm that breaks in at 6; at 9 it is over.
fn storm(rest: &str, calm: &str) -> String {
    let declared =
        r#"interrupts: [(when: Anger(min: 9), to: "out"), (when: Anger(min: 6), to: "storm")],"#;
    let angry = |id: &str, next: &str| {
        let more = other("more", "effects: [Anger(2)]");
        let most = other("most", "effects: [Anger(5)]");
        beat(id, &format!("next: {next}"), &[key("k", ""), more, most])
    };
    let beats = [
        angry("first", r#""second""#),
        angry("second", r#""third""#),
        angry("third", r#"[(when: Trust(min: 4), to: "end"), "open"]"#),
        beat("storm", rest, &[key("k", calm), other("o", "effects: [Anger(1)]")]),
    ];
    parts("first", declared, &beats, &["out", "open", "end"])
}

#[test]
fn an_interrupt_to_a_beat_strikes_once_and_one_to_an_ending_always() {
    let scenario = story(&storm(r#"next: "third""#, "effects: [Trust(1)]"));
    let talk = play(&scenario, 1, "more");
    assert_eq!(at(&talk), "storm", "after the reply, in place of the way on");
    assert_eq!(talk.state().gauges.anger, 6);
    assert_eq!(at(&play(&scenario, 1, "more k")), "third", "it is still 6, and has struck");
    assert_eq!(at(&play(&scenario, 1, "more k k")), "end");
    assert_eq!(at(&play(&scenario, 1, "k more k k")), "end", "from wherever it is");
    assert_eq!(at(&play(&scenario, 1, "most")), "out", "the first that holds");
    assert_eq!(at(&play(&scenario, 1, "more o more")), "out");
    assert_eq!(at(&play(&scenario, 1, "k k k")), "open");
}

/// A second chance that breaks in mends the turn that called for it, and goes back to where the talk was going.
#[test]
fn an_interrupt_may_be_a_second_chance() {
    let scenario = story(&storm("mends: Before, next: Back", "effects: [Trust(1)]"));
    let talk = play(&scenario, 1, "more k");
    assert_eq!((at(&talk).as_str(), talk.turns()[1].mends), ("second", Some(0)));
    let talk = play(&scenario, 1, "k more k");
    assert_eq!((at(&talk).as_str(), talk.turns()[2].mends), ("third", Some(1)));
    // One that mends a beat by name may break in after it, and before it mends nothing.
    let scenario = story(&storm(r#"mends: "second", next: Back"#, "effects: [Trust(1)]"));
    assert_eq!(play(&scenario, 1, "k more k").turns()[2].mends, Some(1));
    assert_eq!(play(&scenario, 1, "more k").turns()[1].mends, None);
}

/// `Back` leads to where the beat before would have gone, so that beat must say where.
#[test]
fn a_way_back_needs_a_way_on() {
    let choices = [key("k", r#"next: "end""#), other("o", r#"next: "again""#)];
    let again = beat("again", "mends: Before, next: Back", &[key("k", ""), other("o", "")]);
    let beats = |rest: &str| [beat("first", rest, &choices), again.clone()];
    assert_eq!(broken_rules(&parts("first", "", &beats(""), &["end"])), [Rule::NoWayToAnEnding]);
    let scenario = story(&parts("first", "", &beats(r#"next: "end""#), &["end"]));
    assert_eq!(at(&play(&scenario, 1, "o k")), "end");
}

/// One that breaks in may come after any beat, and may be all that leads to where that beat would have gone.
#[test]
fn a_way_back_from_what_breaks_in_needs_a_way_on_everywhere() {
    let declared = r#"interrupts: [(when: Anger(min: 6), to: "storm")],"#;
    let storm = beat("storm", "mends: Before, next: Back", &[key("k", ""), other("o", "")]);
    let choices = [key("k", r#"next: "end""#), other("o", r#"effects: [Anger(2)], next: "end""#)];
    let beats = |rest: &str| [beat("first", rest, &choices), storm.clone()];
    let broken = parts("first", declared, &beats(""), &["end"]);
    assert_eq!(broken_rules(&broken), [Rule::NoWayToAnEnding]);
    let mended = [beats(r#"next: "last""#).concat(), plain("last", r#""end""#)];
    let scenario = story(&parts("first", declared, &mended, &["end"]));
    assert_eq!(at(&play(&scenario, 1, "o k")), "last");
    assert_eq!(at(&play(&scenario, 1, "k")), "end");
}

/// Many interrupts in a long story are checked in a moment.
#[test]
fn many_interrupts_take_no_time() {
    let strike = |n: usize| format!(r#"(when: Anger(min: 9), to: "r{n}"),"#);
    let strikes: String = (0..200).map(strike).collect();
    let main = |n: usize| plain(&format!("m{n}"), &format!(r#""m{}""#, n + 1));
    let second = |n: usize| {
        beat(&format!("r{n}"), "mends: Before, next: Back", &[key("k", ""), other("o", "")])
    };
    let beats: Vec<String> = (0..400).map(main).chain((0..200).map(second)).collect();
    let all = [beats.concat(), plain("m400", r#""end""#)];
    // Following every interrupt from every place would be sixteen million steps.
    story(&parts("m0", &format!("interrupts: [{strikes}],"), &all, &["end"]));
}

fn with_sheet(next: &str, ends: &[&str]) -> std::sync::Arc<kikitori::scenario::Scenario> {
    let declared = format!(
        r#"facts: {{ "why": (text: WORDS, opens: WORDS) }},
        sheet: (
            entries: {{
                "what": (section: Happened, text: WORDS, right: Always),
                "why": (section: Wants, text: WORDS, right: Told("why")),
                "rude": (section: Happened, text: WORDS, right: Never, fault: Label),
                "home": (section: MustKnow, text: WORDS, right: Never, fault: Leak),
            }},
            next: {next},
        ),"#
    );
    let beats = [beat("first", "next: Sheet", &[key("k", r#"tells: ["why"]"#), other("o", "")])];
    story(&parts("first", &declared, &beats, ends))
}

const BY_NOTE: &str = r#"[
    (when: Noted("home"), to: "leaked"),
    (when: [Noted("what"), Noted("why")], to: "whole"),
    "half",
]"#;

#[test]
fn a_sheet_is_read_against_what_was_heard() {
    let scenario = with_sheet(BY_NOTE, &["leaked", "half", "whole"]);
    let verdicts = |steps: &str| -> Vec<&str> {
        let talk = play(&scenario, 1, steps);
        sheet_review(&talk, Lang::En).iter().map(|entry| entry.verdict.code()).collect()
    };
    assert_eq!(verdicts("k fill:what,why"), ["right", "right", "left-out", "left-out"]);
    assert_eq!(verdicts("k fill:what"), ["right", "missed", "left-out", "left-out"]);
    assert_eq!(verdicts("o fill:what,why"), ["right", "invented", "left-out", "left-out"]);
    assert_eq!(verdicts("o fill:rude,home"), ["missed", "left-out", "label", "leak"]);
    assert_eq!(verdicts("k"), [] as [&str; 0], "not filled yet");
    assert_eq!(Verdict::Right.code(), "right");
    for (steps, ending) in [
        ("k fill:what,why", "whole"),
        ("k fill:what,why,rude", "whole"),
        ("k fill:why", "half"),
        ("k fill:", "half"),
        ("k fill:what,why,home", "leaked"),
    ] {
        assert_eq!(at(&play(&scenario, 1, steps)), ending, "{steps}");
    }
    assert_eq!(Reference::of(&scenario).talk.ending().unwrap().id, "whole");
}

#[test]
fn a_sheet_is_filled_where_it_lies_and_nowhere_else() {
    let scenario = with_sheet(BY_NOTE, &["leaked", "half", "whole"]);
    let mut talk = play(&scenario, 1, "");
    assert_eq!(act(&mut talk, "fill:what"), Err(Refusal::NoSuchEntry));
    let mut talk = play(&scenario, 1, "k");
    assert_eq!(at(&talk), "sheet");
    let before = talk.clone();
    let unknown = kikitori::session::Entries(1 << 4);
    assert_eq!(talk.handle(Action::Fill(unknown), 0), Err(Refusal::NoSuchEntry));
    let first = kikitori::scenario::ChoiceIdx(0);
    assert_eq!(talk.handle(Action::Choose(first), 0), Err(Refusal::AtTheSheet));
    assert_eq!(talk.handle(Action::TimeRanOut, 0), Err(Refusal::AtTheSheet));
    assert_eq!(talk, before);
    assert!(matches!(talk.view(Lang::En).now, Moment::Sheet { entries } if entries.len() == 4));
}

#[test]
fn gauges_of_a_storys_own_stay_within_their_bounds() {
    let declared =
        r#"gauges: { "hope": (name: WORDS, start: 9), "pace": (name: WORDS, start: 1) },"#;
    let choices = [
        key("k", r#"effects: [Gauge("hope", 3), Gauge("pace", -3)]"#),
        other("o", r#"effects: [Gauge("hope", -10), Gauge("pace", 10)]"#),
    ];
    let ways = r#"next: [(when: Gauge("hope", min: 10), to: "high"), (when: Gauge("hope", max: 0), to: "low"), "end"]"#;
    let beats = [beat("first", r#"next: "last""#, &choices), beat("last", ways, &choices)];
    let scenario = story(&parts("first", declared, &beats, &["low", "high", "end"]));
    let own = |steps: &str| {
        let view = play(&scenario, 1, steps).view(Lang::En);
        view.own_gauges.iter().map(|gauge| gauge.value).collect::<Vec<_>>()
    };
    assert_eq!(own(""), [9, 1]);
    assert_eq!(own("k"), [10, 0]);
    assert_eq!(own("o"), [0, 10]);
    let moved = Event::Moved { gauge: Gauge::Own(0), from: 9, to: 10 };
    assert_eq!(
        play(&scenario, 1, "k").turns()[0].events[1],
        moved,
        "what came of it, not what was asked"
    );
    assert_eq!(at(&play(&scenario, 1, "o k")), "end");
    assert_eq!(at(&play(&scenario, 1, "k k")), "high");
    assert_eq!(at(&play(&scenario, 1, "o o")), "low");
}
