//! Pictures of scenarios: whole ones as snapshots, and what must hold for any.

use std::sync::Arc;

use kikitori::assess::Reference;
use kikitori::graph::{
    BeatNode, Edge, EdgeKind, Format, Graph, Node, NodeKind, Overlay, Step, Way,
};
use kikitori::lang::Lang;
use kikitori::rubric::Indicator;
use kikitori::scenario::{Outcome, Scenario, read_and_compile};
use kikitori::store::SHIPPED;
use proptest::prelude::*;

use crate::picture::{check_drawn, picture};
use crate::program::kikitori;
use crate::props::tried_on;

/// A beat of a graph made by hand.
fn beat(id: &str, title: &str, group: Option<usize>) -> Node {
    let beat = BeatNode {
        opens: id == "start",
        choices: 4,
        rates: vec![Indicator::P1, Indicator::C3],
        mends: None,
    };
    node(id, title, NodeKind::Beat(beat), group)
}

fn chance(id: &str, mends: &str, group: Option<usize>) -> Node {
    let mut chance = beat(id, "Another try", group);
    if let NodeKind::Beat(beat) = &mut chance.kind {
        beat.mends = Some(format!("mends {mends}"));
    }
    chance
}

fn ending(id: &str, outcome: Outcome) -> Node {
    node(id, "An end", NodeKind::Ending { outcome, early: false }, None)
}

fn node(id: &str, title: &str, kind: NodeKind, group: Option<usize>) -> Node {
    Node { id: id.to_owned(), title: title.to_owned(), kind, group, problems: Vec::new() }
}

fn graph(nodes: Vec<Node>, edges: &[(&str, &str, &str)]) -> Graph {
    let at = |id: &str| nodes.iter().position(|node| node.id == id).unwrap();
    let edges = edges
        .iter()
        .map(|(from, to, choices)| {
            let (from, to) = (at(from), at(to));
            let kind = match (nodes[from].is_second_chance(), nodes[to].is_second_chance()) {
                (_, true) => EdgeKind::Aside,
                (true, false) => EdgeKind::Return,
                _ => EdgeKind::Onward,
            };
            let choices: Vec<(String, bool)> = choices
                .split_whitespace()
                .map(|id| (id.trim_matches('*').to_owned(), id.starts_with('*')))
                .collect();
            let key = choices.iter().any(|(_, key)| *key);
            let ways =
                if choices.is_empty() { Vec::new() } else { vec![Way { choices, when: None }] };
            Edge { from, to, kind, ways, key, after: Vec::new(), steps: Vec::new(), reference: key }
        })
        .collect();
    Graph {
        id: "by-hand".to_owned(),
        title: "Made by hand".to_owned(),
        lang: Lang::En,
        groups: vec![
            "1 On the phone".to_owned(),
            "2 At the shop".to_owned(),
            "3 Back at the desk".to_owned(),
        ],
        nodes,
        edges,
        attempted: false,
    }
}

/// What scenarios will have and do not have yet: acts, a hub whose topics come back to it, second chances on either side.
fn to_come() -> Graph {
    let (one, two, three) = (Some(0), Some(1), Some(2));
    let nodes = vec![
        beat("start", "The phone rings", one),
        beat("listen", "What she wants, and what she does not say", one),
        chance("sorry", "listen", one),
        chance("wait", "listen", one),
        chance("third", "listen", one),
        beat("hub", "What do you ask her about?", two),
        beat("order", "The order", two),
        beat("friend", "The friend it was for", two),
        beat("money", "The money", two),
        beat("decide", "What you offer", two),
        beat("call", "The supplier does not answer", three),
        beat("note", "The note", three),
        beat("lost", "Nobody comes here", three),
        ending("E1", Outcome::Left),
        ending("E2", Outcome::Escalated),
        ending("E3", Outcome::Resolved),
        node("interrupt 1", "anger ≥ 8", NodeKind::Interrupt, None),
        node("interrupt 2", "trust ≤ 1", NodeKind::Interrupt, None),
    ];
    let mut graph = graph(
        nodes,
        &[
            ("start", "listen", "*a b c d"),
            ("listen", "sorry", "b"),
            ("listen", "wait", "c"),
            ("listen", "third", "d"),
            ("listen", "hub", "*a"),
            ("sorry", "hub", "a b"),
            ("wait", "hub", "a b"),
            ("third", "hub", "a b"),
            ("third", "listen", "c"),
            ("hub", "order", "a"),
            ("hub", "friend", "b"),
            ("hub", "money", "c"),
            ("order", "hub", "a b"),
            ("friend", "hub", "a b"),
            ("money", "hub", "a b"),
            ("money", "E1", "c"),
            ("hub", "decide", "*d"),
            ("decide", "call", "*a b"),
            ("decide", "start", "c"),
            ("call", "note", "*a b"),
            ("call", "call", "c"),
            ("lost", "note", "a"),
            ("note", "E3", "*a"),
            ("note", "E2", "b"),
            ("start", "E1", "e"),
            ("interrupt 1", "E1", ""),
            ("interrupt 2", "decide", ""),
        ],
    );
    let lost = graph.nodes.iter_mut().find(|node| node.id == "lost").unwrap();
    lost.problems.push("No way leads here.".to_owned());
    graph
}

fn shipped() -> Vec<Arc<Scenario>> {
    SHIPPED.iter().map(|(_, text)| Arc::new(read_and_compile(text).0.unwrap())).collect()
}

fn drawn(scenario: &Arc<Scenario>, lang: Lang) -> Graph {
    let reference = Reference::of(scenario).talk;
    Graph::of(scenario, &Overlay { reference: &reference, attempt: None, problems: &[] }, lang)
}

#[test]
fn shipped_scenarios_are_well_drawn() {
    for scenario in shipped() {
        for lang in Lang::ALL {
            let graph = drawn(&scenario, lang);
            assert!(graph.nodes.iter().all(|node| node.problems.is_empty()));
            check_drawn(&graph);
            let reference = Reference::of(&scenario).talk;
            let overlay =
                Overlay { reference: &reference, attempt: Some(&reference), problems: &[] };
            check_drawn(&Graph::of(&scenario, &overlay, lang));
        }
    }
}

#[test]
fn what_is_to_come_is_well_drawn() {
    let graph = to_come();
    check_drawn(&graph);
    insta::assert_snapshot!("graph_to_come_dot", graph.draw(Format::Dot));
    insta::assert_snapshot!("graph_to_come_mermaid", graph.draw(Format::Mermaid));
}

#[test]
fn groups_fill_rows_of_their_own() {
    let picture = picture(&to_come().draw(Format::Svg));
    let rows = |ids: &[&str]| {
        let of = |wanted: &str| picture.boxes.iter().find(|(_, id, _)| id == wanted).unwrap().2;
        let tops = ids.iter().map(|id| of(id)[1]);
        let bottoms = ids.iter().map(|id| of(id)[1] + of(id)[3]);
        (tops.min().unwrap(), bottoms.max().unwrap())
    };
    let one = rows(&["start", "listen", "sorry", "wait", "third"]);
    let two = rows(&["hub", "order", "friend", "money", "decide"]);
    let three = rows(&["call", "note", "lost"]);
    assert!(one.1 < two.0 && two.1 < three.0, "{one:?} {two:?} {three:?}");
}

#[test]
fn pictures_of_shipped_scenarios() {
    for (scenario, attempt) in
        [("last-day-sweets", "lends-hope"), ("on-whose-terms", "on-our-terms")]
    {
        let plan = format!("tests/talks/{scenario}.{attempt}.talk");
        for (lang, more) in [("en", &[][..]), ("ja", &["--attempt", &plan][..])] {
            for format in ["dot", "mermaid"] {
                let mut args = vec!["graph", scenario, "--format", format, "--lang", lang];
                args.extend(more);
                let run = kikitori(&args);
                assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{args:?}");
                insta::assert_snapshot!(format!("graph_{scenario}_{format}_{lang}"), run.stdout);
            }
        }
    }
}

#[test]
fn an_attempt_is_drawn_step_by_step_beside_the_reference_route() {
    let args = ["graph", "last-day-sweets", "--lang", "en", "--attempt"];
    let draw = |plan: &str| kikitori(&[&args[..], &[plan]].concat());
    let run = draw("tests/talks/last-day-sweets.lends-hope.talk");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let picture = picture(&run.stdout);
    for step in 1..=14 {
        let said = |(_, _, words, within): &&([i32; 3], String, String, Option<[i32; 4]>)| {
            *words == step.to_string() && within.is_some()
        };
        assert_eq!(picture.texts.iter().filter(said).count(), 1, "step {step}");
    }
    assert_eq!(run.stdout.matches("url(#attempt)").count(), 14 + 1, "and one in the legend");
    assert_eq!(run.stdout.matches("url(#compared)").count(), 14 + 1);

    let plan = std::env::temp_dir().join(format!("kikitori-graph-{}.talk", std::process::id()));
    std::fs::write(&plan, "choose c\nchoose z\n").unwrap();
    let run = draw(plan.to_str().unwrap());
    assert!(run.code == 1 && run.stderr.contains("line 2: beat N2 has no choice `z`"), "{run:?}");
    assert_eq!(run.stdout.matches("url(#attempt)").count(), 1 + 1, "what came as planned is drawn");
    std::fs::remove_file(&plan).unwrap();
}

#[test]
fn an_interrupt_that_struck_is_a_way_of_its_own() {
    let run = kikitori(&[
        "graph",
        "on-whose-terms",
        "--format",
        "dot",
        "--attempt",
        "tests/talks/on-whose-terms.on-our-terms.talk",
    ]);
    let struck = run.stdout.lines().find(|line| line.contains("-> \"E1\" [label=\"(")).unwrap();
    assert!(struck.contains("anger\u{a0}≥\u{a0}8") && !struck.contains("interrupt"), "{struck}");
}

/// Texts that mean something in XML, DOT, Mermaid, Markdown or a terminal, or are too long.
const HOSTILE: [&str; 8] = [
    "\"]; x [label=\"<script>alert('&')</script>",
    "a\nb\u{0}\r\n\\N \\",
    "\u{202e}olleh\u{202c} مرحبا שלום",
    "]]></text></svg>&amp;&#0;",
    "`1. **x** _y_ #quot; %%{init}%% | end",
    "1. a list",
    "長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い",
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
];

#[test]
fn hostile_titles_stay_titles() {
    let tiny = std::fs::read_to_string("tests/scenarios/tiny.ron").unwrap();
    let quoted =
        |text: &str| text.chars().map(|c| format!("\\u{{{:x}}}", u32::from(c))).collect::<String>();
    for hostile in HOSTILE {
        let text = ["A late parcel", "The call", "Heard", "Gone"].into_iter().fold(
            tiny.clone(),
            |text, title| {
                text.replace(&format!("\"{title}\""), &format!("\"{}\"", quoted(hostile)))
            },
        );
        let scenario = Arc::new(read_and_compile(&text).0.unwrap());
        let graph = drawn(&scenario, Lang::En);
        check_drawn(&graph);
        for line in graph.draw(Format::Dot).lines() {
            let bare = line.replace("\\\\", "").replace("\\\"", "");
            assert_eq!(bare.matches('"').count() % 2, 0, "{line}");
            assert!(!bare.contains('\u{0}') && !bare.contains('\u{202e}'), "{line}");
        }
        for line in graph.draw(Format::Mermaid).lines() {
            assert!([0, 2].contains(&line.matches('"').count()), "{line}");
            let inside = line.split('"').nth(1).unwrap_or_default().replace("<br/>", "");
            assert!(!inside.contains(['<', '>', '`', '[', ']', '\u{202e}']), "{line}");
        }
    }
}

#[test]
fn what_the_check_finds_is_marked_where_it_is() {
    let run = kikitori(&["graph", "tests/check/K404-key-not-best.ron"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.contains("K404: ") && run.stdout.contains(">!</text>"), "{}", run.stdout);
    let run = kikitori(&["graph", "tests/check/K301-unreachable-beat.ron", "--format", "mermaid"]);
    assert!(
        run.stdout.contains("(!) K301: ") && run.stdout.contains("\n  class b"),
        "{}",
        run.stdout
    );
    for path in ["tests/check/K301-unreachable-beat.ron", "tests/check/K305-unreachable-ending.ron"]
    {
        let text = std::fs::read_to_string(path).unwrap();
        let graph = drawn(&Arc::new(read_and_compile(&text).0.unwrap()), Lang::En);
        check_drawn(&graph);
        let wrong: Vec<&str> =
            graph.nodes.iter().flat_map(|node| &node.problems).map(String::as_str).collect();
        assert_eq!(wrong, ["No way leads here."], "also without the check: {path}");
    }
}

#[test]
fn what_cannot_be_drawn_is_one_sentence() {
    for (args, says) in [
        (&["graph", "no-such"][..], "There is no scenario \"no-such\""),
        (&["graph", "no/such.ron"], "no/such.ron cannot be read"),
        (&["graph", "tests/check/K201-unknown-beat.ron"], "cannot be played"),
        (&["graph", "last-day-sweets", "--attempt", "no.talk"], "no.talk"),
    ] {
        let run = kikitori(args);
        assert_eq!(
            (run.code, run.stderr.lines().count(), run.stdout.as_str()),
            (2, 1, ""),
            "{run:?}"
        );
        assert!(run.stderr.starts_with("kikitori: ") && run.stderr.contains(says), "{run:?}");
    }
    assert_eq!(kikitori(&["graph", "last-day-sweets", "--format", "png"]).code, 2);
    assert_eq!(kikitori(&["graph"]).code, 2);
}

/// A graph of some beats and endings in which everything can lead anywhere.
fn any_graph() -> impl Strategy<Value = Graph> {
    let ways = prop::collection::vec((0..12_usize, 0..16_usize, 0..3_u8), 0..30);
    (ways, prop::collection::vec(0..3_u8, 12), any::<bool>()).prop_map(|(ways, kinds, grouped)| {
        let names: Vec<String> = (0..16).map(|at| format!("n{at}")).collect();
        let node = |at: usize, name: &str| {
            let group = grouped.then_some(at / 4);
            match kinds.get(at) {
                None => ending(name, Outcome::Calmed),
                _ if at == 0 => beat("start", "The first", group),
                Some(0) => chance(name, "something", group),
                Some(_) => beat(name, "今日のうちに、という電話", group),
            }
        };
        let nodes: Vec<Node> = names.iter().enumerate().map(|(at, name)| node(at, name)).collect();
        let ids: Vec<String> = nodes.iter().map(|node| node.id.clone()).collect();
        let labels = ["*a", "b", "a b c d"];
        let mut edges: Vec<(&str, &str, &str)> = ways
            .iter()
            .map(|(from, to, label)| {
                (ids[*from].as_str(), ids[*to].as_str(), labels[usize::from(*label)])
            })
            .collect();
        edges.sort_unstable();
        edges.dedup_by_key(|(from, to, _)| (*from, *to));
        let mut graph = graph(nodes, &edges);
        for (at, edge) in graph.edges.iter_mut().enumerate() {
            edge.steps
                .extend((at % 3 == 0).then(|| Step { number: at + 1, choice: "a".to_owned() }));
        }
        graph
    })
}

proptest! {
    #![proptest_config(tried_on(120))]

    #[test]
    fn any_graph_is_well_drawn(graph in any_graph()) {
        check_drawn(&graph);
    }
}
