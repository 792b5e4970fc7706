//! Colours, sizes and the few shapes that the picture is made of.

use std::fmt::Write as _;

use crate::graph::layout::{Rect, Stroke};
use crate::rubric::Skill;

/// Dark ink on warm paper, as in the window.
pub(super) const PAPER: &str = "#F5EEE2";
pub(super) const PANEL: &str = "#FDF9F1";
pub(super) const BAND: [&str; 2] = ["#ECE1CE", "#F0E8D9"];
pub(super) const EDGE_OF_PANEL: &str = "#CFBFA5";
pub(super) const INK: &str = "#2B2733";
pub(super) const SOFT: &str = "#625A62";
pub(super) const WAY: &str = "#857B72";
pub(super) const KEY_WAY: &str = "#6E9391";
pub(super) const PRIMARY: &str = "#2A5B5E";
pub(super) const CHANCE: &str = "#8A5A12";
pub(super) const CHANCE_GROUND: &str = "#FAF0DC";
pub(super) const ALARM: &str = "#B04224";
pub(super) const ALARM_GROUND: &str = "#FAE9E1";
pub(super) const ATTEMPT: &str = "#F0B062";
pub(super) const ATTEMPT_DARK: &str = "#9C4A0A";
pub(super) const REFERENCE: &str = "#2E56B0";

/// The fonts of the window, then what a reader is likely to have.
const FONTS: &str = "'Zen Maru Gothic', 'Noto Sans JP', sans-serif";

/// The colour of a skill, as on its bar.
pub(super) fn of_skill(skill: Skill) -> &'static str {
    match skill {
        Skill::Perspective => "#395592",
        Skill::Ownership => "#A64522",
        Skill::Calm => "#296C60",
    }
}

/// Where a text stands from its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub(super) size: i32,
    pub(super) bold: bool,
    pub(super) fill: &'static str,
    pub(super) anchor: Anchor,
}

impl Type {
    pub(super) const fn new(size: i32, fill: &'static str) -> Self {
        Self { size, bold: false, fill, anchor: Anchor::Start }
    }

    pub(super) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) const fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// From one baseline to the next.
    pub(super) const fn leading(self) -> i32 {
        self.size * 13 / 10
    }
}

/// How a line or an outline looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    pub(super) colour: &'static str,
    pub(super) width: i32,
    /// Lengths of dashes and gaps; nothing for a solid line.
    pub(super) dashes: &'static str,
}

impl Pen {
    pub(super) const fn new(colour: &'static str, width: i32) -> Self {
        Self { colour, width, dashes: "" }
    }

    pub(super) const fn dashed(self, dashes: &'static str) -> Self {
        Self { dashes, ..self }
    }

    fn attributes(self) -> String {
        let dashes = if self.dashes.is_empty() {
            String::new()
        } else {
            format!(" stroke-dasharray=\"{}\" stroke-linecap=\"round\"", self.dashes)
        };
        format!("stroke=\"{}\" stroke-width=\"{}\"{dashes}", self.colour, self.width)
    }
}

/// The picture being written.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    out: String,
    depth: usize,
}

impl Canvas {
    pub(super) fn line(&mut self, text: &str) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// Opens the picture: its size, its title and what it shows, for those who hear it.
    pub(super) fn open(&mut self, width: i32, height: i32, lang: &str, title: &str, about: &str) {
        self.line(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
             role=\"img\" aria-labelledby=\"title about\" xml:lang=\"{lang}\" lang=\"{lang}\" font-family=\"{FONTS}\">"
        ));
        self.depth += 1;
        self.line(&format!("<title id=\"title\">{}</title>", escape(title)));
        self.line(&format!("<desc id=\"about\">{}</desc>", escape(about)));
    }

    pub(super) fn group(&mut self, attributes: &str, title: Option<&str>) {
        self.line(&format!("<g {attributes}>"));
        self.depth += 1;
        if let Some(title) = title {
            self.line(&format!("<title>{}</title>", escape(title)));
        }
    }

    pub(super) fn end_group(&mut self) {
        self.depth -= 1;
        self.line("</g>");
    }

    pub(super) fn text(&mut self, x: i32, y: i32, kind: Type, text: &str) {
        let bold = if kind.bold { " font-weight=\"700\"" } else { "" };
        let anchor = match kind.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        self.line(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\"{bold}{anchor} fill=\"{}\">{}</text>",
            kind.size,
            kind.fill,
            escape(text)
        ));
    }

    /// A box with round corners.
    pub(super) fn rect(&mut self, rect: Rect, round: i32, fill: &str, outline: Option<Pen>) {
        let Rect { x, y, width, height } = rect;
        let outline = outline.map(|pen| format!(" {}", pen.attributes())).unwrap_or_default();
        self.line(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\" fill=\"{fill}\"{outline}/>"
        ));
    }

    pub(super) fn circle(&mut self, x: i32, y: i32, radius: i32, fill: &str) {
        self.line(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\"/>"));
    }

    /// A shape with straight sides.
    pub(super) fn polygon(&mut self, points: &[(i32, i32)], fill: &str, outline: Option<Pen>) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        let outline = outline.map(|pen| format!(" {}", pen.attributes())).unwrap_or_default();
        self.line(&format!(
            "<polygon points=\"{}\" fill=\"{fill}\" stroke-linejoin=\"round\"{outline}/>",
            points.join(" ")
        ));
    }

    /// A line, with an arrowhead if one is named.
    pub(super) fn path(&mut self, strokes: &[Stroke], pen: Pen, head: Option<&str>, more: &str) {
        let mut d = String::new();
        for stroke in strokes {
            let written = match stroke {
                Stroke::From(x, y) => write!(d, "M{x} {y}"),
                Stroke::To(x, y) => write!(d, " L{x} {y}"),
                Stroke::Curve([(a, b), (c, e), (x, y)]) => write!(d, " C{a} {b} {c} {e} {x} {y}"),
            };
            written.expect("writing to a String cannot fail");
        }
        let head = head.map(|head| format!(" marker-end=\"url(#{head})\"")).unwrap_or_default();
        self.line(&format!("<path d=\"{d}\" fill=\"none\" {}{head}{more}/>", pen.attributes()));
    }

    /// The arrowhead of a colour; its base is where the line ends.
    pub(super) fn arrowhead(&mut self, name: &str, colour: &str, length: i32, width: i32) {
        self.line(&format!(
            "<marker id=\"{name}\" viewBox=\"0 0 {length} {width}\" refX=\"1\" refY=\"{half}\" markerWidth=\"{length}\" \
             markerHeight=\"{width}\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0 L{length} {half} L0 \
             {width} Z\" fill=\"{colour}\"/></marker>",
            half = width / 2
        ));
    }

    pub(super) fn close(mut self) -> String {
        self.depth -= 1;
        self.line("</svg>");
        self.out
    }
}

/// A text as XML.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
