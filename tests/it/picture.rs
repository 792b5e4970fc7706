//! Takes a drawn picture apart and checks its looks: nothing on top of anything, no text outside its box.

use std::collections::BTreeMap;

use kikitori::graph::{Format, Graph, width};

/// A picture taken apart, as far as its looks can be checked.
#[derive(Default)]
pub(crate) struct Picture {
    /// Class, id and box of everything that is drawn in a box of its own.
    pub(crate) boxes: Vec<(String, String, [i32; 4])>,
    /// The place, size, anchor and words of each text, and the box it is in.
    pub(crate) texts: Vec<([i32; 3], String, String, Option<[i32; 4]>)>,
    /// The points along each line that has an arrowhead.
    pub(crate) lines: Vec<Vec<(f64, f64)>>,
}

/// Reads what [`Format::Svg`] writes. Whatever is not well-formed XML is a panic.
pub(crate) fn picture(svg: &str) -> Picture {
    let mut picture = Picture::default();
    let mut open: Vec<(String, BTreeMap<String, String>)> = Vec::new();
    let mut rest = svg.trim_end();
    while let Some((words, tag)) = rest.split_once('<') {
        let words = unescape(words);
        let (tag, after) = tag.split_once('>').unwrap();
        rest = after;
        if let Some((name, attributes)) = open.last().filter(|_| !words.trim().is_empty()) {
            assert!(["text", "title", "desc"].contains(&name.as_str()), "{name}: {words}");
            if name == "text" {
                let within = open.iter().rev().find_map(|(_, of)| of.get("data-box"));
                let number = |key: &str| attributes[key].parse().unwrap();
                let anchor = attributes.get("text-anchor").cloned().unwrap_or_default();
                let place = [number("x"), number("y"), number("font-size")];
                picture.texts.push((place, anchor, words, within.map(|numbers| four(numbers))));
            }
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().unwrap().0, name);
            continue;
        }
        let alone = tag.ends_with('/');
        let (name, attributes) = element(tag.trim_end_matches('/'));
        if let Some(numbers) = attributes.get("data-box") {
            let id = attributes.get("data-id").cloned().unwrap_or_default();
            picture.boxes.push((attributes["class"].clone(), id, four(numbers)));
        }
        if attributes.contains_key("marker-end")
            && !open.iter().any(|(_, of)| of.get("class").is_some_and(|class| class == "legend"))
        {
            picture.lines.push(points(&attributes["d"]));
        }
        if !alone {
            open.push((name, attributes));
        }
    }
    assert!(open.is_empty() && rest.is_empty(), "{open:?} {rest}");
    picture
}

fn element(tag: &str) -> (String, BTreeMap<String, String>) {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(name.chars().all(|c| c.is_ascii_alphanumeric()), "{tag}");
    let mut attributes = BTreeMap::new();
    while let Some((key, value)) = rest.trim_start().split_once("=\"") {
        let (value, after) = value.split_once('"').unwrap();
        assert!(key.chars().all(|c| c.is_ascii_alphanumeric() || "-:".contains(c)), "{tag}");
        assert!(attributes.insert(key.to_owned(), unescape(value)).is_none(), "{tag}");
        rest = after;
    }
    assert_eq!(rest.trim(), "", "{tag}");
    (name.to_owned(), attributes)
}

fn unescape(text: &str) -> String {
    for entity in text.split('&').skip(1) {
        let name = entity.split_once(';').expect("an entity ends").0;
        assert!(["amp", "lt", "gt", "quot", "#39"].contains(&name), "{text}");
    }
    assert!(!text.contains(|c: char| c != '\n' && c.is_control()), "{text:?}");
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain.replace("&#39;", "'").replace("&amp;", "&")
}

fn four(numbers: &str) -> [i32; 4] {
    let numbers: Vec<i32> = numbers.split(' ').map(|number| number.parse().unwrap()).collect();
    numbers.try_into().unwrap()
}

/// Points along a path, close together.
fn points(path: &str) -> Vec<(f64, f64)> {
    let mut found: Vec<(f64, f64)> = Vec::new();
    let mut numbers: Vec<f64> = Vec::new();
    let mut command = 'M';
    let mut flush = |command: char, numbers: &mut Vec<f64>| {
        let at: Vec<(f64, f64)> = numbers.chunks(2).map(|pair| (pair[0], pair[1])).collect();
        let from = found.last().copied();
        match (command, from, at[..].first()) {
            ('M', _, Some(start)) => found.push(*start),
            ('L', Some(from), Some(end)) => {
                found.extend((1..=40).map(|t| between(from, *end, f64::from(t) / 40.0)));
            }
            ('C', Some(from), Some(_)) => {
                found.extend(
                    (1..=40).map(|t| curve(from, [at[0], at[1], at[2]], f64::from(t) / 40.0)),
                );
            }
            _ => {}
        }
        numbers.clear();
    };
    for word in path.split(' ') {
        let (head, number) = match word.chars().next() {
            Some(head @ ('M' | 'L' | 'C')) => (Some(head), &word[1..]),
            _ => (None, word),
        };
        if let Some(head) = head {
            flush(command, &mut numbers);
            command = head;
        }
        numbers.push(number.parse().unwrap());
    }
    flush(command, &mut numbers);
    found
}

fn between(from: (f64, f64), to: (f64, f64), t: f64) -> (f64, f64) {
    (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t)
}

fn curve(from: (f64, f64), [a, b, to]: [(f64, f64); 3], t: f64) -> (f64, f64) {
    let (ab, bc, cd) = (between(from, a, t), between(a, b, t), between(b, to, t));
    between(between(ab, bc, t), between(bc, cd, t), t)
}

/// What must hold of every picture: each place once, no two boxes or tags on each other, every text within its box, and
/// no line through a box.
pub(crate) fn check_drawn(graph: &Graph) {
    let svg = graph.draw(Format::Svg);
    assert_eq!(svg, graph.draw(Format::Svg));
    let picture = picture(&svg);
    let mut drawn: Vec<&str> = picture
        .boxes
        .iter()
        .filter(|(class, ..)| class != "tag")
        .map(|(_, id, _)| id.as_str())
        .collect();
    let mut ids: Vec<&str> = graph.nodes.iter().map(|node| node.id.as_str()).collect();
    drawn.sort_unstable();
    ids.sort_unstable();
    assert_eq!(drawn, ids);
    for (at, (_, id, [x, y, wide, tall])) in picture.boxes.iter().enumerate() {
        for (_, other, [u, v, w, t]) in &picture.boxes[..at] {
            let apart = x + wide <= *u || u + w <= *x || y + tall <= *v || v + t <= *y;
            assert!(apart, "`{id}` {:?} lies on `{other}` {:?}", (x, y, wide, tall), (u, v, w, t));
        }
    }
    for ([x, y, size], anchor, words, within) in &picture.texts {
        // The sign that something is wrong sits on the corner of its box.
        let Some([left, top, wide, tall]) = within.filter(|_| words != "!") else { continue };
        let reach = width(words, *size);
        let start = match anchor.as_str() {
            "middle" => x - reach / 2,
            "end" => x - reach,
            _ => *x,
        };
        assert!(left <= start && start + reach <= left + wide, "{words} is wider than its box");
        assert!(top <= y - size && *y <= top + tall, "{words} is outside its box");
        // The same by another measure: two columns of a terminal are as wide as the text is high.
        let columns = i32::try_from(textwrap::core::display_width(words)).unwrap();
        assert!(columns * size / 2 <= wide, "{words} is wider than its box");
    }
    for line in &picture.lines {
        for (_, id, [x, y, wide, tall]) in picture.boxes.iter().filter(|(class, ..)| class != "tag")
        {
            let [left, right, top, bottom] =
                [x + 3, x + wide - 3, y + 3, y + tall - 3].map(f64::from);
            let inside =
                line.iter().find(|(x, y)| left < *x && *x < right && top < *y && *y < bottom);
            assert_eq!(inside, None, "a line runs through `{id}`");
        }
    }
}
