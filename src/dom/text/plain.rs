//! Characters that are no text: what a terminal or another program would obey, and what turns the text after it about.

use std::borrow::Cow;

/// What the second block of control characters means where a page was read in the wrong encoding, as the HTML standard has it
/// for numeric references (13.2.5.80); a space for what means nothing there.
const WINDOWS_1252: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', //
    ' ', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

/// A text without them. White space that is a control character becomes a blank; one of the second block, what it is in
/// Windows-1252.
///
/// Of the marks of direction only the overrides go (Unicode TR 36, 2.5): no script is written with them, and with them a
/// link or a name shows as another one. Embeddings and isolates are how mixed text is written, and end with their line.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    // Most texts hold none, and what may be one of two or three bytes begins with one of these.
    let may_hold =
        text.bytes().any(|byte| byte < 0x20 && byte != b'\n' && byte != b'\t' || matches!(byte, 0x7F | 0xC2 | 0xE2));
    if !may_hold || !text.contains(is_none) {
        return Cow::Borrowed(text);
    }
    let kept = |c: char| match c {
        _ if !is_none(c) => Some(c),
        _ if c.is_whitespace() => Some(' '),
        _ => (c as usize).checked_sub(0x80).and_then(|at| WINDOWS_1252.get(at)).copied(),
    };
    Cow::Owned(text.chars().filter_map(kept).collect())
}

fn is_none(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{202D}' | '\u{202E}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_overrides_go_and_marks_of_mixed_text_stay() {
        for (text, want) in [
            ("a\u{1b}[31mb\u{7}\u{9b}c\u{7f}", "a[31mb›c"),
            ("see \u{202E}moc.knab\u{202C}, \u{202D}x", "see moc.knab\u{202C}, x"),
            ("one\r\ntwo\u{b}three\u{85}four", "one \ntwo three four"),
            ("don\u{e2}\u{80}\u{99}t", "donâ€™t"),
        ] {
            assert_eq!(plain(text), want);
        }
        for text in ["a\tb\nc", "“é” – €", "\u{202B}א\u{202C} \u{2067}ב\u{2069} \u{200F}", "क्\u{200D}ष"]
        {
            assert!(matches!(plain(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
