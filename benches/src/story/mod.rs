//! One story, made by rule, that every engine can be given in its own notation.
//!
//! Layers of beats lead from one to the next, so that it ends; three clamped whole numbers decide what is said.

mod ink;
mod ron;
mod yarn;

use crate::chance::Chance;

/// How large a story is, and what it is made of.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// How many beats it has.
    pub beats: usize,
    /// How many of them stand side by side.
    pub width: usize,
    /// How far a choice moves a variable at most.
    pub reach: i8,
    /// Whether choices are answered and conditions ask for the customer's gauges alone: the one because scenarios are
    /// like that, the other because serde has no type for `Gauge("hope", min: 5)`.
    pub typed: bool,
}

/// A whole story.
#[derive(Debug)]
pub struct Story {
    /// What it was made by.
    pub shape: Shape,
    /// The beats, layer by layer; the first is where it begins.
    pub beats: Vec<Beat>,
}

/// Something is said, then there are three ways on.
#[derive(Debug)]
pub struct Beat {
    /// When the first of the lines is said in place of the second.
    pub when: Vec<Test>,
    /// The two lines.
    pub lines: [String; 2],
    /// The three choices.
    pub choices: [Choice; 3],
    /// Which of them is the best.
    pub key: usize,
}

/// A link.
#[derive(Debug)]
pub struct Choice {
    /// The words.
    pub say: String,
    /// What is answered; nothing in a story of links alone.
    pub reply: String,
    /// What it moves.
    pub moves: Vec<(Variable, i8)>,
    /// The beat it leads to; nothing at the end of the story.
    pub to: Option<usize>,
}

/// A whole number from 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variable {
    /// A gauge that every scenario has.
    Anger,
    /// The other one.
    Trust,
    /// One of the story's own.
    Hope,
}

impl Variable {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Anger, Self::Trust, Self::Hope];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Anger => "anger",
            Self::Trust => "trust",
            Self::Hope => "hope",
        }
    }

    /// Its value at the beginning.
    pub fn start(self) -> i8 {
        match self {
            Self::Anger => 5,
            Self::Trust => 3,
            Self::Hope => 4,
        }
    }
}

/// Whether a variable is large or small.
#[derive(Debug, Clone, Copy)]
pub enum Test {
    /// At least so much.
    Min(Variable, i8),
    /// At most so much.
    Max(Variable, i8),
}

impl Story {
    /// The story of this shape; the same every time.
    pub fn new(shape: Shape) -> Self {
        let mut chance = Chance::new(shape.beats as u64);
        let layers = layers(shape);
        let mut beats = Vec::with_capacity(shape.beats);
        for (at, layer) in layers.iter().enumerate() {
            let mut next: Vec<usize> = layers.get(at + 1).cloned().unwrap_or_default().collect();
            chance.shuffle(&mut next);
            for place in 0..layer.len() {
                // Three ways each, one after the other round the next layer, so that every beat of it is come to.
                let to =
                    |way: usize| (!next.is_empty()).then(|| next[(3 * place + way) % next.len()]);
                beats.push(beat(shape, &mut chance, to));
            }
        }
        Self { shape, beats }
    }
}

/// The beats of each layer: three times as many as before, until they are as many as the width.
fn layers(shape: Shape) -> Vec<std::ops::Range<usize>> {
    let mut layers = Vec::new();
    let (mut first, mut width) = (0, 1);
    while first < shape.beats {
        let end = (first + width).min(shape.beats);
        layers.push(first..end);
        (first, width) = (end, (width * 3).min(shape.width));
    }
    layers
}

fn beat(shape: Shape, chance: &mut Chance, to: impl Fn(usize) -> Option<usize>) -> Beat {
    let key = chance.below(3);
    let choices = std::array::from_fn(|at| Choice {
        say: japanese(chance, "", 24),
        reply: if shape.typed { japanese(chance, "", 40) } else { String::new() },
        moves: moves(shape, chance, at == key),
        to: to(at),
    });
    let mut test = || {
        let variable = Variable::ALL[chance.below(if shape.typed { 2 } else { 3 })];
        if chance.below(2) == 0 {
            Test::Min(variable, chance.between(4, 7))
        } else {
            Test::Max(variable, chance.between(3, 6))
        }
    };
    let when = vec![test(), test()];
    let lines = std::array::from_fn(|_| japanese(chance, CUE, 80));
    Beat { when, lines, choices, key }
}

/// The best choice calms; what the others do is anybody's guess.
fn moves(shape: Shape, chance: &mut Chance, key: bool) -> Vec<(Variable, i8)> {
    let by = |chance: &mut Chance, better: i8| {
        if key {
            better * chance.between(1, shape.reach)
        } else {
            chance.between(-shape.reach, shape.reach)
        }
    };
    let all = [(Variable::Anger, -1), (Variable::Trust, 1), (Variable::Hope, 1)];
    let moved = all.map(|(variable, better)| (variable, by(chance, better)));
    moved.into_iter().filter(|(_, by)| *by != 0).collect()
}

/// What every line begins with, so that a cue can point at it.
pub const CUE: &str = "それで、もう三週間も待っているんです。";

const PHRASES: [&str; 16] = [
    "こちらの都合も聞いてください、",
    "何度電話をしても同じ返事で、",
    "娘の誕生日には間に合わせたくて、",
    "担当の方が替わったと言われ、",
    "約束の時間に誰も来ないまま、",
    "お店で見た時はそう聞いていて、",
    "返金だけでは済まない話です、",
    "責めたいわけではありません、",
    "どうしてこうなったのか知りたい、",
    "次の人に同じ思いをさせたくない、",
    "書類はもう全部お送りしました、",
    "それを今さら言われても困ります、",
    "母が楽しみにしていた品なので、",
    "ほかの窓口でもそう言われました、",
    "一度きちんと話を聞いてほしい、",
    "明日の朝までに返事をください、",
];

/// So many characters of Japanese.
fn japanese(chance: &mut Chance, start: &str, length: usize) -> String {
    let mut text = start.to_owned();
    let mut left = length - start.chars().count();
    while left > 0 {
        let phrase = PHRASES[chance.below(PHRASES.len())];
        let taken: String = phrase.chars().take(left).collect();
        left -= taken.chars().count();
        text.push_str(&taken);
    }
    text
}
