//! Cuts a RON text into tokens, and names the faults that hide below the grammar.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::lang::words::Arg;

/// What a token is. What it says is asked of the lexer, so that this is small enough to be handed on at no cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One of `()[]{}`.
    Bracket(char),
    Comma,
    Colon,
    Name,
    Number,
    Text,
    Char(char),
    /// A character that begins nothing; the grammar reports it.
    Stray(char),
    /// A literal that could not be read and has been reported.
    Unreadable,
    End,
}

/// A token and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

/// The signs that a Japanese keyboard makes where RON wants ASCII, and what was meant.
const FULL_WIDTH: &[(char, char)] = &[
    ('（', '('),
    ('）', ')'),
    ('［', '['),
    ('］', ']'),
    ('｛', '{'),
    ('｝', '}'),
    ('：', ':'),
    ('，', ','),
    ('、', ','),
    ('“', '"'),
    ('”', '"'),
    ('＂', '"'),
    ('「', '"'),
    ('」', '"'),
    ('－', '-'),
    ('−', '-'),
    ('＋', '+'),
    ('．', '.'),
    ('　', ' '),
    ('／', '/'),
];

/// Reads tokens one after another.
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
    /// What stands between the quotes of the text read last.
    words: &'t str,
    /// The same, where it had escapes, with those resolved.
    resolved: Option<String>,
    pub(super) faults: Vec<Diagnostic>,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, words: "", resolved: None, faults: Vec::new() }
    }

    /// The next token; at the end of the text, [`Kind::End`] for ever.
    pub(super) fn next_token(&mut self) -> Token {
        self.skip_blank();
        let start = self.at;
        let kind = self.kind();
        Token { kind, span: Span::new(start, self.at) }
    }

    /// The words of the text that was read last.
    pub(super) fn words(&mut self) -> Cow<'t, str> {
        self.resolved.take().map_or(Cow::Borrowed(self.words), Cow::Owned)
    }

    /// What is written in a place.
    pub(super) fn written(&self, span: Span) -> &'t str {
        &self.text[span.start..span.end]
    }

    /// Whether one of these characters stands right before a place.
    pub(super) fn follows(&self, at: usize, any: &[char]) -> bool {
        self.text[..at].ends_with(any)
    }

    fn kind(&mut self) -> Kind {
        // Nearly all tokens begin with one of these, and are told by it.
        match self.text.as_bytes().get(self.at) {
            None => return Kind::End,
            Some(byte @ (b'(' | b')' | b'[' | b']' | b'{' | b'}')) => {
                self.at += 1;
                return Kind::Bracket(char::from(*byte));
            }
            Some(b',') => {
                self.at += 1;
                return Kind::Comma;
            }
            Some(b':') => {
                self.at += 1;
                return Kind::Colon;
            }
            Some(b'"') => return self.quoted('"'),
            Some(b'a'..=b'q' | b's'..=b'z' | b'A'..=b'Z' | b'_') => return self.name(),
            Some(_) => {}
        }
        let Some(written) = self.peek() else {
            return Kind::End;
        };
        let meant = self.ascii_for(written);
        match meant {
            '(' | ')' | '[' | ']' | '{' | '}' => {
                self.bump();
                Kind::Bracket(meant)
            }
            ',' => {
                self.bump();
                Kind::Comma
            }
            ':' => {
                self.bump();
                Kind::Colon
            }
            '"' => self.quoted(written),
            '\'' => self.character(),
            '0'..='9' | '+' | '-' | '.' => self.number(),
            'r' if self.starts_raw_text() => self.raw_text(),
            c if c.is_alphabetic() || c == '_' => self.name(),
            c => {
                self.bump();
                Kind::Stray(c)
            }
        }
    }

    /// What was meant by a character; a full-width sign is reported once and read as its ASCII twin.
    fn ascii_for(&mut self, written: char) -> char {
        if written.is_ascii() {
            return written;
        }
        let digit = ('０'..='９').contains(&written).then(|| (b'0' + digit_of(written)) as char);
        let sign = FULL_WIDTH.iter().find(|(wide, _)| *wide == written).map(|(_, ascii)| *ascii);
        let Some(ascii) = digit.or(sign) else {
            return written;
        };
        self.full_width(written, ascii);
        ascii
    }

    fn full_width(&mut self, written: char, ascii: char) {
        let span = Span::new(self.at, self.at + written.len_utf8());
        // What cannot be seen is called by its name.
        let ascii = if ascii == ' ' { "space".to_owned() } else { ascii.to_string() };
        let found = Diagnostic::new(Rule::FullWidth, span);
        self.fault(found.with("wide", written.to_string()).with("ascii", ascii));
    }

    fn skip_blank(&mut self) {
        loop {
            self.skip(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
            match self.text.as_bytes().get(self.at) {
                // A character of its own, or a sign that stands before nothing blank.
                Some(byte) if byte.is_ascii_graphic() && !matches!(byte, b'/' | b'#') => return,
                Some(_) => {}
                None => return,
            }
            let Some(c) = self.peek() else {
                return;
            };
            if c == '\u{3000}' {
                self.full_width(c, ' ');
                self.bump();
            } else if c.is_whitespace() {
                self.bump();
            } else if self.rest().starts_with("//") {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
            } else if self.rest().starts_with("/*") {
                self.skip_block_comment();
            } else if self.rest().starts_with('#') && !self.rest().starts_with("#!") {
                self.skip_foreign_comment();
            } else {
                return;
            }
        }
    }

    /// A comment as other languages write it.
    fn skip_foreign_comment(&mut self) {
        let finding = Diagnostic::new(Rule::Unexpected, Span::new(self.at, self.at + 1));
        let finding = finding.with("expected", Arg::Word("part-value")).with("found", "`#`");
        self.fault(finding.with("sign", "hash"));
        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
    }

    /// Block comments nest, as in Rust.
    fn skip_block_comment(&mut self) {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else if self.bump().is_none() {
                self.fault(
                    Diagnostic::new(Rule::Unclosed, Span::new(start, start + 2))
                        .with("open", "/*")
                        .with("close", "*/"),
                );
                return;
            }
        }
    }

    /// A text in quotes, which may run over several lines.
    fn quoted(&mut self, open: char) -> Kind {
        let start = self.at;
        self.bump();
        let from = self.at;
        let mut resolved: Option<String> = None;
        loop {
            if open == '"' {
                let start = self.at;
                let length = memchr::memchr2(b'"', b'\\', self.rest().as_bytes());
                self.at += length.unwrap_or(self.rest().len());
                if let Some(text) = &mut resolved {
                    text.push_str(&self.text[start..self.at]);
                }
            }
            let Some(c) = self.peek() else {
                return self.unclosed_text(start);
            };
            if closes(open, c) {
                if c != '"' {
                    self.full_width(c, '"');
                }
                let raw = &self.text[from..self.at];
                self.bump();
                if raw.contains('\n') && !self.ends_well() {
                    return self.unclosed_text(start);
                }
                (self.words, self.resolved) = (raw, resolved);
                return Kind::Text;
            }
            if c == '\\' {
                let before = &self.text[from..self.at];
                let text = resolved.get_or_insert_with(|| before.to_owned());
                let mut text = std::mem::take(text);
                if let Some(escaped) = self.escape() {
                    text.push(escaped);
                }
                resolved = Some(text);
            } else {
                self.bump();
                if let Some(text) = &mut resolved {
                    text.push(c);
                }
            }
        }
    }

    /// Whether what follows a text can follow a text; if not, its quotes are paired wrongly.
    fn ends_well(&self) -> bool {
        self.rest().trim_start().starts_with([',', ')', ']', '}', ':', '/', '，', '、', '）', '：'])
            || self.rest().trim().is_empty()
    }

    /// The quote at `start` has no partner: report it and go on where it was most likely meant to be.
    fn unclosed_text(&mut self, start: usize) -> Kind {
        let line_end = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
        let open = self.text[start..].chars().next().unwrap_or('"');
        let span = Span::new(start, start + open.len_utf8());
        self.fault(
            Diagnostic::new(Rule::Unclosed, span)
                .with("open", open.to_string())
                .with("close", "\""),
        );
        let from = start + open.len_utf8();
        let line = &self.text[from..line_end];
        let code = line.find(" //").map_or(line, |comment| &line[..comment]);
        // The brackets and the comma at the end of the line most likely stood outside the quotes.
        let inside = code.trim_end_matches([' ', ',', ')', ']', '}']);
        self.at = from + inside.len();
        (self.words, self.resolved) = (inside, None);
        Kind::Text
    }

    fn escape(&mut self) -> Option<char> {
        let start = self.at;
        self.bump();
        let found = match self.bump() {
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('t') => Some('\t'),
            Some('0') => Some('\0'),
            Some(c @ ('\\' | '"' | '\'')) => Some(c),
            Some('x') => self.hex(2),
            Some('u') if self.peek() == Some('{') => {
                self.bump();
                let digits = self.rest().find('}').filter(|n| (1..=6).contains(n));
                let c = digits.and_then(|n| self.hex(n));
                if self.peek() == Some('}') {
                    self.bump();
                }
                c
            }
            _ => None,
        };
        if found.is_none() {
            self.bad_literal(start);
        }
        found
    }

    fn hex(&mut self, digits: usize) -> Option<char> {
        let written = self.rest().get(..digits)?;
        let code = u32::from_str_radix(written, 16).ok()?;
        self.at += digits;
        char::from_u32(code)
    }

    fn character(&mut self) -> Kind {
        let start = self.at;
        self.bump();
        let c = match self.peek() {
            Some('\\') => self.escape(),
            _ => self.bump(),
        };
        if let (Some(c), Some('\'')) = (c, self.peek()) {
            self.bump();
            return Kind::Char(c);
        }
        self.bad_literal(start);
        Kind::Unreadable
    }

    fn number(&mut self) -> Kind {
        let start = self.at;
        self.skip(u8::is_ascii_digit);
        while let Some(c) = self.peek() {
            let after_exponent =
                matches!(self.text[start..self.at].chars().last(), Some('e' | 'E'));
            let digit = ('０'..='９').contains(&c);
            let sign =
                matches!(c, '+' | '-' | '－' | '−' | '＋') && (self.at == start || after_exponent);
            if !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '．') || digit || sign) {
                break;
            }
            if self.at > start {
                self.ascii_for(c);
            }
            self.bump();
        }
        let written = &self.text[start..self.at];
        if !written.is_ascii() {
            return Kind::Unreadable;
        }
        if !is_number(written) {
            self.bad_literal(start);
            return Kind::Unreadable;
        }
        Kind::Number
    }

    fn name(&mut self) -> Kind {
        self.skip(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        while self.peek().is_some_and(|c| c.is_alphanumeric() || c == '_') {
            self.bump();
        }
        Kind::Name
    }

    fn starts_raw_text(&self) -> bool {
        self.rest()[1..].trim_start_matches('#').starts_with('"')
    }

    fn raw_text(&mut self) -> Kind {
        let start = self.at;
        let hashes = self.rest()[1..].bytes().take_while(|b| *b == b'#').count();
        let from = start + 1 + hashes + 1;
        let close = format!("\"{}", "#".repeat(hashes));
        match self.text[from..].find(&close) {
            Some(length) => {
                self.at = from + length + close.len();
                (self.words, self.resolved) = (&self.text[from..from + length], None);
                Kind::Text
            }
            None => {
                let open = self.text[start..from].to_owned();
                self.fault(
                    Diagnostic::new(Rule::Unclosed, Span::new(start, from))
                        .with("open", open)
                        .with("close", close),
                );
                self.at = self.text.len();
                (self.words, self.resolved) = ("", None);
                Kind::Text
            }
        }
    }

    fn bad_literal(&mut self, start: usize) {
        let span = Span::new(start, self.at.max(start + 1));
        let written = self.text.get(start..self.at).unwrap_or_default().to_owned();
        self.fault(Diagnostic::new(Rule::BadLiteral, span).with("written", written));
    }

    fn fault(&mut self, diagnostic: Diagnostic) {
        self.faults.push(diagnostic);
    }

    /// Skips the bytes that are like this, which must not end within a character.
    fn skip(&mut self, like: impl Fn(&u8) -> bool) {
        self.at += self.rest().bytes().take_while(like).count();
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }
}

/// Whether a quote opened by `open` is closed by `c`.
fn closes(open: char, c: char) -> bool {
    match open {
        '「' => c == '」',
        '“' | '”' | '＂' => matches!(c, '“' | '”' | '＂'),
        _ => c == '"',
    }
}

fn digit_of(wide: char) -> u8 {
    u8::try_from(u32::from(wide) - u32::from('０')).unwrap_or(0)
}

/// Whether a token is a number of RON: a sign, a radix, digits with underscores, a fraction, an exponent.
fn is_number(written: &str) -> bool {
    let body = written.trim_start_matches(['+', '-']);
    if written.len() - body.len() > 1 {
        return false;
    }
    if !body.is_empty() && body.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let of_radix = |prefix: &str, radix: u32| {
        body.strip_prefix(prefix).map(|digits| {
            digits.starts_with(|c: char| c.is_digit(radix))
                && digits.chars().all(|c| c.is_digit(radix) || c == '_')
        })
    };
    if let Some(good) =
        of_radix("0x", 16).or_else(|| of_radix("0b", 2)).or_else(|| of_radix("0o", 8))
    {
        return good;
    }
    body.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && body.replace('_', "").parse::<f64>().is_ok()
}
