//! Builds the tree from the tokens, reporting each fault and going on behind it.

use std::collections::VecDeque;

use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::lang::words::Arg;
use crate::notation::lex::{Kind, Lexer, Token};
use crate::notation::{DEPTH_MAX, Entry, Name, Node, READING_FAULTS_MAX, Value};

/// Reads a RON text. The tree holds [`Value::Broken`] where something could not be read; every fault is in the list.
pub fn parse(text: &str) -> (Node<'_>, Vec<Diagnostic>) {
    read(Parser::new(text))
}

/// Reads a RON text in the same way, but hands over the rows of one map, a field of the outermost group, as they come.
/// The tree has an empty map in its place: a long file is never a whole tree. Where the tree is [`Value::Broken`], the
/// rows mean nothing either.
pub fn parse_rows<'t>(
    text: &'t str,
    field: &str,
    row: &mut Row<'_, 't>,
) -> (Node<'t>, Vec<Diagnostic>) {
    read(Parser { rows: Some((field, row)), ..Parser::new(text) })
}

/// Takes the key and the value of a row.
pub type Row<'r, 't> = dyn FnMut(&Node<'t>, &Node<'t>) + 'r;

fn read<'t>(mut parser: Parser<'t, '_>) -> (Node<'t>, Vec<Diagnostic>) {
    parser.skip_attributes();
    let root = parser.value();
    if !parser.stopped && parser.token.kind != Kind::End {
        parser.unexpected("part-end-of-file");
    }
    let mut faults = parser.lexer.faults;
    faults.extend(parser.faults);
    faults.sort_by_key(|fault| fault.span);
    faults.truncate(READING_FAULTS_MAX);
    (root, faults)
}

struct Parser<'t, 'r> {
    lexer: Lexer<'t>,
    token: Token,
    /// Where the token before this one ended: a forgotten comma belongs there.
    end_of_last: usize,
    /// The brackets that are open, innermost last.
    open: Vec<(char, Span)>,
    /// What was read so far between the brackets that are open, innermost last.
    entries: Vec<Entry<'t>>,
    items: Vec<Node<'t>>,
    /// Empty lists of rows that were handed over, in the order in which they were made: a row that is like the one
    /// before it finds each as long as it must be.
    spare_entries: VecDeque<Vec<Entry<'t>>>,
    spare_items: VecDeque<Vec<Node<'t>>>,
    /// The field whose rows are handed over, until it is met, and to whom.
    rows: Option<(&'r str, &'r mut Row<'r, 't>)>,
    faults: Vec<Diagnostic>,
    /// Set when nothing more can be learnt from the rest of the file.
    stopped: bool,
    /// Set when nothing can be learnt from the brackets that are open either.
    hopeless: bool,
}

/// What stands between two entries.
enum Separator {
    Next,
    Close,
}

impl<'t, 'r> Parser<'t, 'r> {
    fn new(text: &'t str) -> Self {
        let mut lexer = Lexer::new(text);
        let token = lexer.next_token();
        Self {
            lexer,
            token,
            end_of_last: 0,
            open: Vec::new(),
            entries: Vec::new(),
            items: Vec::new(),
            spare_entries: VecDeque::new(),
            spare_items: VecDeque::new(),
            rows: None,
            faults: Vec::new(),
            stopped: false,
            hopeless: false,
        }
    }

    fn advance(&mut self) {
        self.end_of_last = self.token.span.end;
        if self.faults.len() + self.lexer.faults.len() >= READING_FAULTS_MAX {
            self.stopped = true;
        }
        self.token = if self.stopped { self.end_token() } else { self.lexer.next_token() };
    }

    fn end_token(&self) -> Token {
        Token { kind: Kind::End, span: Span::new(self.end_of_last, self.end_of_last) }
    }

    /// `#![enable(...)]` may stand first; its extensions are always on here.
    fn skip_attributes(&mut self) {
        while self.token.kind == Kind::Stray('#') {
            while !matches!(self.token.kind, Kind::Bracket(']') | Kind::End) {
                self.advance();
            }
            self.advance();
        }
    }

    fn value(&mut self) -> Node<'t> {
        let start = self.token.span;
        let value = match self.token.kind {
            Kind::Text => {
                let words = self.lexer.words();
                self.advance();
                Value::Text(words)
            }
            Kind::Number => {
                self.advance();
                Value::Number(self.lexer.written(start))
            }
            Kind::Char(c) => {
                self.advance();
                Value::Char(c)
            }
            Kind::Name => {
                let name = self.name();
                return self.after_name(name);
            }
            Kind::Bracket('(') => self.group(None),
            Kind::Bracket('[') => self.list(),
            Kind::Bracket('{') => self.map(),
            Kind::Bracket(_) | Kind::Comma | Kind::Colon | Kind::End => {
                self.unexpected("part-value");
                return Node { value: Value::Broken, span: start };
            }
            Kind::Stray(_) => {
                self.unexpected("part-value");
                self.advance();
                return Node { value: Value::Broken, span: start };
            }
            Kind::Unreadable => {
                self.advance();
                return Node { value: Value::Broken, span: start };
            }
        };
        self.node(value, start)
    }

    /// The name that stands here.
    fn name(&mut self) -> Name<'t> {
        let span = self.token.span;
        self.advance();
        Name { text: self.lexer.written(span), span }
    }

    /// The value that begins with a name.
    fn after_name(&mut self, name: Name<'t>) -> Node<'t> {
        let value = match (name.text, self.token.kind) {
            (_, Kind::Bracket('(')) => self.group(Some(name)),
            ("true", _) => Value::Bool(true),
            ("false", _) => Value::Bool(false),
            (word, _) => Value::Word(word),
        };
        self.node(value, name.span)
    }

    /// A value that was read, from where it began.
    fn node(&self, value: Value<'t>, start: Span) -> Node<'t> {
        let span = Span::new(start.start, self.end_of_last.max(start.start));
        let value = if self.hopeless { Value::Broken } else { value };
        Node { value, span }
    }

    fn group(&mut self, name: Option<Name<'t>>) -> Value<'t> {
        let from = self.entries.len();
        self.bracketed('(', |parser| {
            let entry = parser.entry();
            parser.entries.push(entry);
        });
        // Taken from a common pile, so that the list of each group is made once and is as long as it must be.
        let mut entries = self.spare_entries.pop_front().unwrap_or_default();
        entries.extend(self.entries.drain(from..));
        if self.stopped {
            // Fields may be missing only because reading stopped: a broken entry says so.
            let span = self.token.span;
            entries.push(Entry { field: None, value: Node { value: Value::Broken, span } });
        }
        Value::Group { name, entries }
    }

    fn list(&mut self) -> Value<'t> {
        let from = self.items.len();
        self.bracketed('[', |parser| {
            let item = parser.value();
            parser.items.push(item);
        });
        let mut items = self.spare_items.pop_front().unwrap_or_default();
        items.extend(self.items.drain(from..));
        Value::List(items)
    }

    fn map(&mut self) -> Value<'t> {
        let mut pairs = Vec::new();
        self.pairs(|_, key, value| pairs.push((key, value)));
        Value::Map(pairs)
    }

    fn pairs(&mut self, mut pair: impl FnMut(&mut Self, Node<'t>, Node<'t>)) {
        self.bracketed('{', |parser| {
            let key = parser.value();
            if parser.token.kind == Kind::Colon {
                parser.advance();
                let value = parser.value();
                pair(parser, key, value);
            } else {
                parser.unexpected("part-colon");
            }
        });
    }

    /// A map whose rows are handed over.
    fn rows(&mut self, row: &mut Row<'r, 't>) -> Node<'t> {
        let start = self.token.span.start;
        self.pairs(|parser, key, value| {
            row(&key, &value);
            parser.take_apart(value);
        });
        let value = if self.hopeless { Value::Broken } else { Value::Map(Vec::new()) };
        Node { value, span: Span::new(start, self.end_of_last.max(start)) }
    }

    /// Keeps the lists of a tree that nobody needs any more: a beat has as many as the next.
    fn take_apart(&mut self, node: Node<'t>) {
        match node.value {
            Value::Group { mut entries, .. } => {
                for entry in entries.drain(..) {
                    self.take_apart(entry.value);
                }
                self.spare_entries.push_back(entries);
            }
            Value::List(mut items) => {
                for item in items.drain(..) {
                    self.take_apart(item);
                }
                self.spare_items.push_back(items);
            }
            Value::Map(pairs) => {
                for (key, value) in pairs {
                    self.take_apart(key);
                    self.take_apart(value);
                }
            }
            Value::Bool(_)
            | Value::Number(_)
            | Value::Char(_)
            | Value::Text(_)
            | Value::Word(_)
            | Value::Broken => {}
        }
    }

    /// `field: value`, or a value alone. A forgotten or mistyped colon is reported and read as one.
    fn entry(&mut self) -> Entry<'t> {
        // Most are fields, and need no value made of their names.
        let value = if self.token.kind == Kind::Name {
            let name = self.name();
            if self.token.kind == Kind::Colon && !matches!(name.text, "true" | "false") {
                self.advance();
                return self.field(name.text, name.span);
            }
            self.after_name(name)
        } else {
            self.value()
        };
        match (value.value, self.token.kind) {
            (Value::Word(text), Kind::Stray('=')) => {
                self.unexpected("part-colon");
                self.advance();
                self.field(text, value.span)
            }
            (
                Value::Word(text),
                Kind::Name | Kind::Number | Kind::Text | Kind::Bracket('[' | '{'),
            ) => {
                self.no_colon_after(value.span.end, self.shown());
                self.field(text, value.span)
            }
            (Value::Group { name: Some(name), entries }, _)
                if name.text.starts_with(char::is_lowercase) =>
            {
                self.no_colon_after(name.span.end, "`(`".into());
                let span = Span::new(name.span.end, value.span.end);
                Entry {
                    field: Some(name),
                    value: Node { value: Value::Group { name: None, entries }, span },
                }
            }
            (alone, _) => Entry { field: None, value: Node { value: alone, span: value.span } },
        }
    }

    fn field(&mut self, text: &'t str, span: Span) -> Entry<'t> {
        let outermost_map = self.open.len() == 1 && self.token.kind == Kind::Bracket('{');
        let rows = self.rows.take_if(|(name, _)| outermost_map && *name == text);
        let value = match rows {
            Some((_, row)) => self.rows(row),
            None => self.value(),
        };
        Entry { field: Some(Name { text, span }), value }
    }

    fn no_colon_after(&mut self, end: usize, found: Arg) {
        let finding = Diagnostic::new(Rule::Unexpected, Span::new(end, end))
            .with("expected", part("part-colon"));
        self.faults.push(finding.with("found", found).with("sign", "none"));
    }

    /// Reads entries up to the closing bracket, which it consumes if it is the right one.
    fn bracketed(&mut self, open: char, mut entry: impl FnMut(&mut Self)) {
        let opened = self.token.span;
        self.advance();
        if self.open.len() >= DEPTH_MAX {
            self.faults.push(Diagnostic::new(Rule::TooDeep, opened).with("most", DEPTH_MAX));
            (self.stopped, self.hopeless) = (true, true);
            self.token = self.end_token();
            return;
        }
        self.open.push((open, opened));
        while !self.at_close() {
            let before = self.token.span;
            entry(self);
            match self.separator() {
                Separator::Next => {}
                Separator::Close => break,
            }
            if self.token.span == before && !self.at_close() {
                self.advance();
            }
        }
        self.close(open, opened);
        self.open.pop();
    }

    fn at_close(&self) -> bool {
        matches!(self.token.kind, Kind::Bracket(')' | ']' | '}') | Kind::End)
    }

    /// Between two entries: a comma, or the reason why there is none.
    fn separator(&mut self) -> Separator {
        match self.token.kind {
            Kind::Comma => {
                self.advance();
                Separator::Next
            }
            Kind::Bracket(')' | ']' | '}') | Kind::End => Separator::Close,
            Kind::Name
            | Kind::Text
            | Kind::Number
            | Kind::Char(_)
            | Kind::Unreadable
            | Kind::Bracket(_) => {
                let span = Span::new(self.end_of_last, self.end_of_last);
                self.faults.push(
                    Diagnostic::new(Rule::Unexpected, span)
                        .with("expected", part("part-comma"))
                        .with("found", self.shown())
                        .with("sign", self.sign()),
                );
                Separator::Next
            }
            Kind::Colon | Kind::Stray(_) => {
                self.unexpected("part-comma");
                self.skip_to_separator();
                Separator::Next
            }
        }
    }

    /// Skips what cannot be read, up to the next comma or bracket of this level.
    fn skip_to_separator(&mut self) {
        let mut depth = 0_usize;
        loop {
            match self.token.kind {
                Kind::End => return,
                Kind::Comma if depth == 0 => {
                    self.advance();
                    return;
                }
                Kind::Bracket(')' | ']' | '}') if depth == 0 => return,
                Kind::Bracket('(' | '[' | '{') => depth += 1,
                Kind::Bracket(_) => depth -= 1,
                _ => {}
            }
            self.advance();
        }
    }

    fn close(&mut self, open: char, opened: Span) {
        let wanted = closing(open);
        match self.token.kind {
            Kind::Bracket(found) if found == wanted => {
                self.advance();
            }
            Kind::Bracket(found) => {
                self.unclosed(open, opened);
                let belongs_outside =
                    self.open.iter().rev().skip(1).any(|(outer, _)| closing(*outer) == found);
                if !belongs_outside {
                    self.advance();
                }
            }
            _ => {
                if !self.stopped {
                    self.unclosed(open, opened);
                    // The brackets around this one are unclosed for the same reason.
                    self.stopped = true;
                }
            }
        }
    }

    fn unclosed(&mut self, open: char, opened: Span) {
        let found = Diagnostic::new(Rule::Unclosed, opened)
            .with("open", open.to_string())
            .with("close", closing(open).to_string());
        self.faults.push(found);
    }

    /// Reports that something else was expected where the token stands.
    fn unexpected(&mut self, expected: &'static str) {
        if self.stopped {
            return;
        }
        let found = Diagnostic::new(Rule::Unexpected, self.token.span)
            .with("expected", part(expected))
            .with("found", self.shown());
        let closed = self.lexer.follows(self.end_of_last, &[')', ']', '}']);
        let sign = if expected == "part-end-of-file" && closed { "end" } else { self.sign() };
        self.faults.push(found.with("sign", sign));
    }

    /// What the token tells of a habit from elsewhere, for which there is advice of its own.
    fn sign(&self) -> &'static str {
        match self.token.kind {
            Kind::Stray('=') => "equals",
            Kind::Stray('&' | '|') => "and",
            // Letters right behind a quote: the text was most likely meant to go on.
            Kind::Name if self.lexer.follows(self.token.span.start, &['"']) => "quote",
            _ => "none",
        }
    }

    /// The token as a person would name it.
    fn shown(&self) -> Arg {
        match self.token.kind {
            Kind::End => part("part-end-of-file"),
            Kind::Text | Kind::Unreadable => part("part-text"),
            Kind::Bracket(c) | Kind::Stray(c) | Kind::Char(c) => format!("`{c}`").into(),
            Kind::Comma => "`,`".into(),
            Kind::Colon => "`:`".into(),
            Kind::Name | Kind::Number => {
                format!("`{}`", self.lexer.written(self.token.span)).into()
            }
        }
    }
}

fn part(key: &'static str) -> Arg {
    Arg::Word(key)
}

fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}
