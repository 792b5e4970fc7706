//! Turns byte offsets of a text into the lines and columns that people and editors count.

use crate::diagnostic::Span;

/// A place as people count it. Both numbers start at 1; the column counts characters, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
}

/// Where each line of a text begins, so that a position is found without reading the text again.
#[derive(Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// Indexes a text once.
    pub fn new(text: &'t str) -> Self {
        let starts =
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= offset);
        let column = self.text[self.starts[line - 1]..offset].chars().count() + 1;
        Position { line, column }
    }

    /// The whole lines that a span touches, as a span, and the number of the first; at most `most` lines.
    pub fn lines_around(&self, span: Span, most: usize) -> (Span, usize) {
        let first = self.position(span.start).line;
        let last =
            self.position(span.end.max(span.start + 1) - 1).line.clamp(first, first + most - 1);
        let end = self.starts.get(last).copied().unwrap_or(self.text.len());
        (Span::new(self.starts[first - 1], end), first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let index = LineIndex::new("ab\n  \"承る\": x\n");
        for (offset, line, column) in
            [(0, 1, 1), (3, 2, 1), (6, 2, 4), (12, 2, 6), (15, 2, 9), (999, 3, 1)]
        {
            assert_eq!(index.position(offset), Position { line, column }, "{offset}");
        }
    }

    #[test]
    fn a_span_has_its_lines() {
        let index = LineIndex::new("one\ntwo\nthree\nfour");
        assert_eq!(index.lines_around(Span::new(5, 6), 4), (Span::new(4, 8), 2));
        assert_eq!(index.lines_around(Span::new(1, 12), 2), (Span::new(0, 8), 1));
        assert_eq!(index.lines_around(Span::new(14, 18), 4), (Span::new(14, 18), 4));
    }
}
