//! The exact analysis against every single talk: all that can be said, drawn and written, one after the other.

use std::collections::BTreeMap;
use std::sync::Arc;

use kikitori::analysis::{
    BUDGET, Exact, Fate, Moments, Outlook, Reach, STATES_MAX, Space, Trainee, analyze,
    random_trainee,
};
use kikitori::assess::{Reference, Share, right_entries, scorecard};
use kikitori::rubric::Skill;
use kikitori::scenario::{ChanceIdx, EndingIdx, Scenario};
use kikitori::session::{
    Action, At, Entries, Seed, Session, State, drawn_outcome, open, sayable, step,
};
use num_bigint::BigInt;

use crate::small::{beat, choice, compiled, endings, key, other, parts, plain, story};

/// What can be done in a state, and how likely a trainee does it: one at random, or one who picks by a policy.
fn possible(scenario: &Scenario, state: &State, who: Option<&Trainee<'_>>) -> Vec<(Action, u64)> {
    match state.at {
        At::Ended(_) => Vec::new(),
        At::Beat(beat) => {
            let picks = who.map(|who| who.picks(scenario, state, beat));
            let weight = |at: usize| picks.as_ref().map_or(1, |picks| u64::from(picks[at]));
            let said = sayable(scenario.beat(beat), state);
            said.map(|(choice, _)| (Action::Choose(choice), weight(choice.at()))).collect()
        }
        At::Chance(_, chance) => {
            let outcomes = scenario.chances[chance.at()].outcomes.iter();
            (0..)
                .zip(outcomes)
                .map(|(at, (weight, _))| (Action::Draw(at), u64::from(*weight)))
                .collect()
        }
        At::Sheet if who.is_some() => vec![(Action::Fill(right_entries(scenario, state)), 1)],
        At::Sheet => {
            let count = scenario.sheet.as_ref().unwrap().entries.len();
            (0..1_u32 << count).map(|bits| (Action::Fill(Entries(bits)), 1)).collect()
        }
    }
}

/// One whole talk: what was done, and how likely it is.
struct Route {
    actions: Vec<Action>,
    likely: Exact,
    end: State,
}

/// Every talk that a trainee may have; `None` where there are more than `most`.
fn routes(scenario: &Scenario, who: Option<&Trainee<'_>>, most: usize) -> Option<Vec<Route>> {
    let whole = |n: u64| Exact::from_integer(BigInt::from(n));
    let start = Route { actions: Vec::new(), likely: whole(1), end: open(scenario).0 };
    let (mut left, mut ended) = (vec![start], Vec::new());
    while let Some(route) = left.pop() {
        let ways = possible(scenario, &route.end, who);
        if ways.is_empty() {
            ended.push(route);
            continue;
        }
        let all = ways.iter().map(|(_, weight)| weight).sum::<u64>();
        let uniform = all == 0;
        let all = if uniform { ways.len() as u64 } else { all };
        for (action, weight) in ways {
            let weight = if uniform { 1 } else { weight };
            if weight > 0 {
                let (end, _) = step(scenario, &route.end, action).unwrap();
                let actions = route.actions.iter().copied().chain([action]).collect();
                let likely = &route.likely * whole(weight) / whole(all);
                left.push(Route { actions, likely, end });
            }
        }
        if left.len() + ended.len() > most {
            return None;
        }
    }
    Some(ended)
}

/// Plays a route as a session does: what people do, with a seed by which chance decides as it did there.
fn played(scenario: &Arc<Scenario>, route: &Route) -> Session {
    let mut draws: Vec<(ChanceIdx, u32, u16)> = Vec::new();
    let mut state = open(scenario).0;
    for action in &route.actions {
        if let (At::Chance(_, at), Action::Draw(outcome)) = (state.at, action) {
            let before = draws.iter().filter(|(other, ..)| *other == at).count();
            draws.push((at, u32::try_from(before).unwrap(), *outcome));
        }
        state = step(scenario, &state, *action).unwrap().0;
    }
    let fits = |seed: &u64| {
        draws.iter().all(|(at, visit, outcome)| {
            drawn_outcome(Seed(*seed), *at, *visit, &scenario.chances[at.at()]) == *outcome
        })
    };
    let seed = (0..100_000).find(fits).expect("some seed in 100,000 draws like this");
    let mut talk = Session::start(Arc::clone(scenario), Seed(seed));
    for action in route.actions.iter().filter(|action| !matches!(action, Action::Draw(_))) {
        talk.handle(*action, 0).unwrap();
    }
    assert_eq!(talk.state(), &route.end, "play and step agree");
    talk
}

/// Endings and scores, counted talk by talk.
fn counted(scenario: &Arc<Scenario>, reference: &Reference, routes: &[Route]) -> Fate {
    let zero = || Exact::from_integer(0.into());
    let mut endings = vec![zero(); scenario.endings.len()];
    let mut scores: [BTreeMap<Share, Exact>; 3] = Default::default();
    for route in routes {
        let talk = played(scenario, route);
        endings[talk.ending_idx().unwrap().at()] += &route.likely;
        let card = scorecard(&talk, reference);
        for (skill, counts) in Skill::ALL.into_iter().zip(&mut scores) {
            *counts.entry(card.score(skill).exact).or_insert_with(zero) += &route.likely;
        }
    }
    let exact = |share: &Share| Exact::new((*share.numer()).into(), (*share.denom()).into());
    let moments = |counts: BTreeMap<Share, Exact>| {
        let mean_of = |of: &dyn Fn(Exact) -> Exact| -> Exact {
            counts.iter().map(|(score, likely)| of(exact(score)) * likely).sum()
        };
        let mean = mean_of(&|score| score);
        let variance = mean_of(&|score| &score * &score) - &mean * &mean;
        let (min, _) = counts.first_key_value().unwrap();
        let (max, _) = counts.last_key_value().unwrap();
        Moments { mean, variance, min: exact(min), max: exact(max) }
    };
    Fate { endings, scores: scores.map(moments) }
}

/// From every state of every talk, the best ending that is said to be within reach is the best that some talk comes to.
fn within_reach(scenario: &Arc<Scenario>, all: &[Route], what: &str) {
    let outlook = Outlook::of(scenario).unwrap();
    let mut best: BTreeMap<State, EndingIdx> = BTreeMap::new();
    for route in all {
        let At::Ended(ending) = route.end.at else { panic!("{what}: a talk does not end") };
        let mut state = open(scenario).0;
        for action in &route.actions {
            let after = step(scenario, &state, *action).unwrap().0;
            let known = best.entry(std::mem::replace(&mut state, after)).or_insert(ending);
            *known = ending.max(*known);
        }
    }
    for (state, ending) in best {
        assert_eq!(outlook.best_from(&state), Some(ending), "{what}: {state:?}");
    }
}

/// Holds the analysis to what playing every talk finds. How many talks there are, if there are not too many.
fn agrees(scenario: &Arc<Scenario>, most: usize, what: &str) -> Option<usize> {
    let reference = Reference::of(scenario);
    let all = routes(scenario, None, most)?;
    let fate = random_trainee(scenario, &reference);
    assert_eq!(counted(scenario, &reference, &all), fate, "{what}: random");
    let space = Space::of(scenario, STATES_MAX).unwrap();
    assert_eq!(Reach::of(scenario, BUDGET).unwrap().len(), space.len(), "{what}: situations");
    within_reach(scenario, &all, what);
    for who in [Trainee::Reference, Trainee::Worst, Trainee::BestDistractor] {
        let routes = routes(scenario, Some(&who), most)?;
        let fate = space
            .fate(&reference, &|scenario, state, beat| who.picks(scenario, state, beat))
            .unwrap();
        assert_eq!(counted(scenario, &reference, &routes), fate, "{what}: {}", who.code());
    }
    Some(all.len())
}

#[test]
fn chance_counts_by_its_weights() {
    let ways = r#"Chance([(weight: 3, to: "near"), (weight: 2, to: "stuck")])"#;
    let beats = [plain("first", ways), plain("near", r#""good""#), plain("stuck", r#""bad""#)];
    let scenario = story(&parts("first", "", &beats, &["bad", "good"]));
    assert_eq!(agrees(&scenario, 100, "chance"), Some(8));
    let random = random_trainee(&scenario, &Reference::of(&scenario));
    assert_eq!(random.endings, ["2/5", "3/5"].map(|share| share.parse().unwrap()));
}

#[test]
fn topics_count_in_every_order() {
    let topics = ["a", "b", "c"].map(|id| format!(r#"(id: "{id}", say: WORDS, to: "{id}"),"#));
    let hub = format!(
        r#""hub": (title: WORDS, lines: WORDS, topics: [{}], enough: (after: 1, say: WORDS), next: "last"),"#,
        topics.concat()
    );
    let to_hub = ["a", "b", "c"].map(|id| plain(id, r#""hub""#)).concat();
    let ways = r#"[(when: Chose("hub", "enough"), to: "early"), "end"]"#;
    let beats = [hub, to_hub, plain("last", ways)];
    let scenario = story(&parts("hub", "", &beats, &["early", "end"]));
    // One, two or three of the topics, each answered in two ways, and two ways to say the last.
    assert_eq!(agrees(&scenario, 1000, "topics"), Some((3 * 2 + 6 * 4 + 6 * 8) * 2));
}

/// The later of two visits to a beat is what its second chance mends, also where nothing was lost then.
#[test]
fn a_second_chance_mends_the_latest_visit() {
    let topics = ["a", "b"].map(|id| format!(r#"(id: "{id}", say: WORDS, to: "same"),"#)).concat();
    let hub = format!(r#""hub": (title: WORDS, lines: WORDS, topics: [{topics}], next: "last"),"#);
    let last = [key("k", ""), other("o", r#"next: "again""#)];
    let again = beat("again", r#"mends: "same", next: Back"#, &[key("k", ""), other("o", "")]);
    let beats = [hub, plain("same", r#""hub""#), beat("last", r#"next: "end""#, &last), again];
    let scenario = story(&parts("hub", "", &beats, &["end"]));
    assert_eq!(agrees(&scenario, 1000, "twice"), Some(2 * 4 * 3));
}

/// Chance may lead to a second chance, which mends the turn before.
#[test]
fn a_second_chance_may_come_by_chance() {
    let ways = r#"next: Chance([(weight: 1, to: "again"), (weight: 2, to: "end")])"#;
    let choices = [key("k", ""), other("o", ways)];
    let again = beat("again", "mends: Before, next: Back", &[key("k", ""), other("o", "")]);
    let beats = [beat("first", r#"next: "end""#, &choices), again];
    let scenario = story(&parts("first", "", &beats, &["end"]));
    assert_eq!(agrees(&scenario, 100, "by chance"), Some(4));
}

const ENTRIES: &str = r#"
    "a": (section: Happened, text: WORDS, right: Told("why")),
    "b": (section: Wants, text: WORDS, right: Never),
    "c": (section: MustKnow, text: WORDS, right: Always),"#;

/// What was written is asked for at once, or by a beat that comes after the sheet.
#[test]
fn a_sheet_counts_in_every_filling() {
    for (next, talks) in [
        (r#"[(when: [Noted("a"), Not(Noted("b"))], to: "good"), "bad"]"#, 2 * 8),
        (r#""after""#, 2 * 8 * 2),
        (r#"[(when: Noted("c"), to: "after"), "bad"]"#, 2 * (4 * 2 + 4)),
    ] {
        let declared = format!(
            r#"facts: {{ "why": (text: WORDS, opens: WORDS) }},
            sheet: (entries: {{ {ENTRIES} }}, next: {next}),"#
        );
        let tells = [key("k", r#"tells: ["why"]"#), other("o", "")];
        let mut beats = vec![beat("first", "next: Sheet", &tells)];
        if next.contains("after") {
            let ways = r#"[(when: [Noted("a"), Told("why")], to: "good"), "bad"]"#;
            beats.push(plain("after", ways));
        }
        let scenario = story(&parts("first", &declared, &beats, &["bad", "good"]));
        assert_eq!(agrees(&scenario, 1000, next), Some(talks));
    }
}

/// More entries than can be tried in every combination are sampled, and the figures say so.
#[test]
fn a_sheet_with_too_many_entries_is_sampled() {
    let entry = |n: u32| format!(r#""e{n}": (section: Happened, text: WORDS, right: Always),"#);
    let all = (0..11).map(|n| format!(r#"Noted("e{n}")"#)).collect::<Vec<_>>().join(", ");
    let declared = format!(
        r#"sheet: (entries: {{ {} }}, next: [(when: [{all}], to: "best"), (when: Noted("e0"), to: "half"), "none"]),"#,
        (0..11).map(entry).collect::<String>()
    );
    let beats = [plain("first", "Sheet")];
    let scenario = story(&parts("first", &declared, &beats, &["none", "half", "best"]));
    let analysis = analyze(&scenario, usize::MAX);
    assert!(analysis.whole.is_none() && analysis.sample.is_some());
    let endings = |who: &str| {
        let (_, fate) = analysis.policies.iter().find(|(name, _)| name == who).unwrap();
        fate.endings.clone()
    };
    let share = |written: &str| written.parse::<Exact>().unwrap();
    assert_eq!(endings("reference"), [share("0"), share("0"), share("1")]);
    let random = endings("random");
    // Expected 1/2 and 1/2048; nobody at random fills it rightly each time.
    assert!(random[0] > share("48/100") && random[0] < share("52/100"), "{random:?}");
    assert!(random[2] < share("1/200"), "{random:?}");
}

/// A persona whose vice cannot be said, or was said already, says the key.
#[test]
fn a_persona_says_what_it_can() {
    let persona = r#"personas: { "vain": (name: WORDS, chooses: [("hub", "b"), ("hub", "enough"), ("last", "locked")]) },"#;
    let topics = ["a", "b", "c"].map(|id| format!(r#"(id: "{id}", say: WORDS, to: "{id}"),"#));
    let hub = format!(
        r#""hub": (title: WORDS, lines: WORDS, topics: [{}], enough: (after: 2, say: WORDS), next: "last"),"#,
        topics.concat()
    );
    let to_hub = ["a", "b", "c"].map(|id| plain(id, r#""hub""#)).concat();
    let last =
        [key("k", r#"next: "end""#), other("locked", r#"when: Trust(min: 9), locked: WORDS"#)];
    let beats = [hub, to_hub, beat("last", r#"next: "bad""#, &last)];
    let scenario = story(&parts("hub", persona, &beats, &["bad", "end"]));
    let who = Trainee::Persona(&scenario.personas[0]);
    let all = routes(&scenario, Some(&who), 100).unwrap();
    let said: Vec<String> = played(&scenario, &all[0])
        .turns()
        .iter()
        .map(|turn| scenario.choice(turn.beat, turn.choice).id.clone())
        .collect();
    assert_eq!((all.len(), said.join(" ").as_str()), (1, "b k a k enough k"));
}

/// Numbers that a story is made up from.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[usize::try_from(self.below(list.len() as u64)).unwrap()]
    }

    fn condition(&mut self) -> String {
        const PLAIN: [&str; 16] = [
            "Is(\"f\")",
            "Is(\"g\")",
            "Trust(min: 4)",
            "Trust(max: 2)",
            "Anger(min: 5)",
            "Gauge(\"x\", min: 6)",
            "Gauge(\"x\", max: 4)",
            "Told(\"why\")",
            "Guessed(\"why\")",
            "Leaked(\"home\")",
            "Promised(\"p\")",
            "Kept(\"p\")",
            "Broken(\"p\")",
            "Broken(\"v\")",
            "Clock(from: \"9:20\")",
            "Clock(until: \"9:14\")",
        ];
        match self.below(8) {
            0 => format!("Not({})", self.pick(&PLAIN)),
            1 => format!("Any([{}, {}])", self.pick(&PLAIN), self.pick(&PLAIN)),
            2 => format!("[{}, {}]", self.pick(&PLAIN), self.pick(&PLAIN)),
            _ => self.pick(&PLAIN).to_owned(),
        }
    }

    fn effects(&mut self) -> String {
        const EFFECTS: [&str; 14] = [
            "Trust(1)",
            "Trust(-2)",
            "Anger(2)",
            "Anger(-1)",
            "Gauge(\"x\", 3)",
            "Gauge(\"x\", -3)",
            "Set(\"f\")",
            "Set(\"g\")",
            "Clear(\"f\")",
            "Promise(\"p\")",
            "Promise(\"v\")",
            "Keep(\"p\")",
            "Break(\"p\")",
            "Break(\"v\")",
        ];
        (0..self.below(3)).map(|_| format!("{}, ", self.pick(&EFFECTS))).collect()
    }

    /// A way on to one of these places, now and then by chance between two.
    fn way(&mut self, places: &[&str]) -> String {
        if self.one_in(4) {
            let (a, b) = (self.pick(places), self.pick(places));
            let weight = 1 + self.below(3);
            return format!("Chance([(weight: {weight}, to: {a}), (weight: 1, to: {b})])");
        }
        self.pick(places).to_owned()
    }

    fn ways(&mut self, places: &[&str]) -> String {
        if self.one_in(2) {
            return self.way(places);
        }
        let (when, to, other) = (self.condition(), self.way(places), self.way(places));
        format!("[(when: {when}, to: {to}), {other}]")
    }

    /// Two or three choices, the first the key, with ways of their own to these places where they have any.
    fn choices(&mut self, places: &[&str]) -> Vec<String> {
        let more = 1 + self.below(2);
        let ids = ["k", "a", "b"].into_iter().take(usize::try_from(more).unwrap() + 1);
        ids.map(|id| {
            let rate = |dice: &mut Self| dice.pick(&["-1", "-0.5", "0", "0.5", "1"]);
            let ratings = if id == "k" { ["1"; 3] } else { [rate(self), rate(self), "-0.5"] };
            let mut rest = format!("effects: [{}], ", self.effects());
            if self.one_in(3) {
                rest += &format!("takes: {}, ", self.below(12));
            }
            if self.one_in(4) {
                rest += "tells: [\"why\"], ";
            }
            if self.one_in(4) {
                rest += "guesses: [\"why\"], ";
            }
            if self.one_in(6) {
                rest += "leaks: [\"home\"], critical: X1, ";
            }
            if id != "k" && self.one_in(4) {
                rest += &format!("when: {}, ", self.condition());
            }
            if !places.is_empty() && self.one_in(2) {
                rest += &format!("next: {}, ", self.ways(places));
            }
            choice(id, ratings, &rest)
        })
        .collect()
    }

    fn enter(&mut self) -> String {
        if self.one_in(2) {
            return String::new();
        }
        let (when, effects) = (self.condition(), self.effects());
        format!("enter: [(when: {when}, effects: [{effects}])], ")
    }

    fn main(&mut self, id: &str, own: &[&str], after: &[&str]) -> String {
        let choices = self.choices(own);
        let rest = format!("{} next: {}", self.enter(), self.ways(after));
        beat(id, &rest, &choices)
    }

    /// A story with topics, chance, second chances, interrupts, promises and a sheet, each somewhere or nowhere.
    fn story(&mut self) -> String {
        let first =
            self.main("m0", &["\"r0\"", "\"r1\"", "\"m1\""], &["\"hub\"", "\"m1\"", "\"m2\""]);
        let topic_to = if self.one_in(3) { "t0" } else { "t1" };
        let after = self.below(2);
        let hub = format!(
            r#""hub": (title: WORDS, lines: WORDS, topics: [
                (id: "t0", say: WORDS, to: "t0"),
                (id: "t1", say: WORDS, to: "{topic_to}", when: {}),
            ], enough: (after: {after}, say: WORDS), next: "m1"),"#,
            self.condition()
        );
        let topics = ["t0", "t1"].map(|id| self.main(id, &["\"r1\"", "\"hub\""], &["\"hub\""]));
        let second =
            self.main("m1", &["\"r0\"", "\"r1\"", "\"e1\""], &["\"m2\"", "\"m2\"", "Sheet"]);
        let third = self.main("m2", &["\"r1\"", "Sheet"], &["Sheet", "\"e0\"", "\"e2\""]);
        let last = {
            let choices = self.choices(&[]);
            beat("z", r#"next: [(when: Noted("b"), to: "e0"), "e2"]"#, &choices)
        };
        let mends = self.pick(&["\"m0\"", "\"t0\"", "Before"]);
        let chances =
            [("r0", mends, "[\"m2\"]"), ("r1", "Before", "[Back]")].map(|(id, mends, to)| {
                let choices = self.choices(&[]);
                let next = if self.one_in(2) { to.trim_matches(['[', ']']) } else { "Back" };
                beat(id, &format!("mends: {mends}, next: {next}"), &choices)
            });
        let mut strikes = String::new();
        if self.one_in(3) {
            strikes += &format!("(when: {}, to: \"e0\"), ", self.condition());
        }
        if self.one_in(2) {
            let to = self.pick(&["r1", "m2", "r0"]);
            strikes += &format!("(when: {}, to: \"{to}\"), ", self.condition());
        }
        let sheet = format!(
            r#"sheet: (entries: {{
                "a": (section: Happened, text: WORDS, right: {}),
                "b": (section: Wants, text: WORDS, right: Never),
                "c": (section: Wants, text: WORDS, right: Always),
            }}, next: [(when: [Noted("a"), {}], to: "{}"), (when: Noted("a"), to: "e1"), "{}"]),"#,
            self.condition(),
            self.condition(),
            self.pick(&["z", "e2"]),
            self.pick(&["z", "e0"]),
        );
        let beats =
            [vec![first, hub], topics.to_vec(), vec![second, third, last], chances.to_vec()]
                .concat()
                .concat();
        format!(
            r#"start: (anger: 4, trust: 3), gauges: {{ "x": (name: WORDS, start: 5) }}, clock: "9:00",
            flags: ["f", "g"],
            facts: {{ "why": (text: WORDS, opens: WORDS, guess: [Trust(-1), Gauge("x", -1)]),
                      "home": (kind: Confidential, text: WORDS, opens: WORDS) }},
            promises: {{ "p": (act: WORDS, due: "9:10"), "v": (act: WORDS) }},
            {sheet} opens_at: "m0", interrupts: [{strikes}], beats: {{ {beats} }}, {}"#,
            endings(&["e0", "e1", "e2"]).replacen(
                "outcome: Calmed",
                "outcome: Left, early: true",
                1
            )
        )
    }
}

#[test]
fn the_analysis_of_made_up_stories_is_every_talk_of_them() {
    let (mut stories, mut talks) = (0, 0);
    for dice in 0..150 {
        if let (Some(scenario), _) = compiled(&Dice(dice).story())
            && let Some(all) = agrees(&Arc::new(scenario), 2000, &format!("story {dice}"))
        {
            stories += 1;
            talks += all;
        }
    }
    // The others cannot be played, or have too many talks to play them all.
    assert!(stories > 60 && talks > 6000, "{stories} stories, {talks} talks");
}
