//! The only place that escapes. Control characters are dropped, and what XML can't hold: no format wants them.

use std::fmt::Write;

/// Text between tags, or an attribute's value in double quotes.
pub fn html(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ if is_control(c) => {}
            _ => out.push(c),
        }
    }
}

/// Text in a line of Markdown: what would be read as markup is escaped, line breaks are blanks. What is markup only
/// where a line begins, [`line_start`] escapes.
pub fn markdown(text: &str, out: &mut String) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek();
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '$' => out.extend(['\\', c]),
            '&' if next.is_some_and(|c| c.is_ascii_alphanumeric() || *c == '#') => out.push_str("\\&"),
            // A picture, should a link follow.
            '!' if next.is_none() => out.push_str("\\!"),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push(' '),
            _ if is_control(c) => {}
            _ => out.push(c),
        }
    }
}

/// A line of Markdown that is text from its first letter on: what would make a heading, an item, a rule or a definition
/// of it is escaped.
pub fn line_start(line: &str, out: &mut String) {
    let line = line.trim_start_matches([' ', '\t']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at_checked(digits).unwrap_or((line, ""));
    match rest.as_bytes() {
        [b'.' | b')', ..] if (1..=9).contains(&digits) => out.extend([number, "\\", rest]),
        [b'#' | b'=' | b'+' | b'-' | b':', ..] if digits == 0 => out.extend(["\\", rest]),
        _ => out.push_str(line),
    }
}

/// A quoted string of YAML: JSON's strings are YAML's, but for what YAML takes for a line break or does not print.
#[must_use]
pub fn yaml(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' => coded(c, &mut out),
            _ if is_control(c) => {}
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// JSON for a script element: nothing in it ends the element or begins a comment.
#[must_use]
pub fn script(json: &str) -> String {
    json.chars().fold(String::with_capacity(json.len()), |mut out, c| {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => coded(c, &mut out),
            _ => out.push(c),
        }
        out
    })
}

/// A character as JSON and YAML write it in digits.
fn coded(c: char, out: &mut String) {
    // Writing to a text cannot fail.
    let _ = write!(out, "\\u{:04x}", u32::from(c));
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}
