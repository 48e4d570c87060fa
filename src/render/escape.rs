//! The only place that escapes. Control characters are dropped: no format wants them.

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

/// Text in a line of Markdown: what would be read as markup is escaped. `starts` says that it begins a line.
pub fn markdown(text: &str, starts: bool, out: &mut String) {
    let mut line_start = starts;
    let mut digits = false;
    for (at, c) in text.char_indices() {
        let next = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        let ends_mark = next.is_none_or(char::is_whitespace);
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' => out.extend(['\\', c]),
            '&' if next.is_some_and(|c| c.is_ascii_alphanumeric() || c == '#') => out.push_str("\\&"),
            '#' | '=' if line_start => out.extend(['\\', c]),
            '+' | '-' if line_start && (ends_mark || next == Some('-')) => out.extend(['\\', c]),
            '.' | ')' if digits && ends_mark => out.extend(['\\', c]),
            _ if is_control(c) => {}
            _ => out.push(c),
        }
        digits = c.is_ascii_digit() && (line_start || digits);
        line_start = false;
    }
}

/// A quoted string of YAML (JSON's strings are YAML's).
pub fn yaml(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}
