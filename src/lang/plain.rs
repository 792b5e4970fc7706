//! Signs that are not seen and change how their neighbours are read: they have no place on paper or in a line.

/// Whether a character has no shape of its own and could mislead whoever reads what stands beside it.
/// A line break and a tab are no such signs.
pub fn misleads(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{feff}' | '\u{00ad}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => true,
        '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' => true,
        '\u{e0000}'..='\u{e007f}' => true,
        c => c.is_control(),
    }
}

/// The text without such signs.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| !misleads(*c)).collect()
}

/// The text without such signs, on one line.
pub fn one_line(text: &str) -> String {
    let spaced = text.chars().map(|c| match c {
        '\r' | '\u{2028}' | '\u{2029}' => ' ',
        c => c,
    });
    plain(&spaced.collect::<String>()).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A JSON text in which such signs are written as escapes: nothing of it is lost, and nothing of it hides.
pub fn escaped_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if misleads(c) {
            let mut units = [0; 2];
            out.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}

/// How many characters of a name are shown where it stands in a line with other things.
const NAME_MAX: usize = 60;

/// A name on one line, cut with an ellipsis where it is too long to be one.
pub fn short(name: &str) -> String {
    let name = one_line(name);
    match name.char_indices().nth(NAME_MAX) {
        None => name,
        Some((at, _)) => format!("{}…", &name[..at]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_misleads_is_left_out() {
        assert_eq!(one_line("a\u{202e}b\r\nc\u{0}\td\u{2028}e"), "ab c d e");
        assert_eq!(plain("二\n行\u{7}"), "二\n行");
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        let shown = short(&"名".repeat(5000));
        assert_eq!(shown.chars().count(), NAME_MAX + 1);
        assert!(shown.ends_with('…'));
        assert_eq!(short("まり"), "まり");
    }
}
