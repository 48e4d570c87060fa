//! The encoding of a saved page.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far into a page its own word on its encoding is looked for.
const PRESCAN: usize = 4096;

/// A page's bytes as text: by its byte-order mark, else by `charset` (what a server or a person said), else as UTF-8
/// where the bytes are UTF-8 and not mere ASCII (pages saved by programs are often recoded and keep their old label),
/// else by the page's own label, else as UTF-8 or, where they aren't, as windows-1252, as browsers do.
#[must_use]
pub fn to_text<'a>(bytes: &'a [u8], charset: Option<&str>) -> Cow<'a, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0;
    }
    if let Some(encoding) = charset.and_then(|label| Encoding::for_label(label.as_bytes())) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    let whole = std::str::from_utf8(bytes);
    if let Ok(text) = whole
        && !text.is_ascii()
    {
        return Cow::Borrowed(text);
    }
    let fallback = if whole.is_ok() { UTF_8 } else { WINDOWS_1252 };
    declared(bytes).unwrap_or(fallback).decode_without_bom_handling(bytes).0
}

/// The encoding that a page's `meta` names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: Vec<u8> = bytes.iter().take(PRESCAN).map(u8::to_ascii_lowercase).collect();
    let head = String::from_utf8_lossy(&head);
    head.split("charset").skip(1).find_map(|rest| {
        let value = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let label: String =
            value.chars().take_while(|c| !c.is_whitespace() && !matches!(c, '"' | '\'' | ';' | '>' | '/')).collect();
        // A page that is read as bytes cannot be UTF-16 (the HTML standard, "prescan a byte stream").
        Encoding::for_label(label.as_bytes())
            .map(|encoding| if encoding.is_ascii_compatible() { encoding } else { UTF_8 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_then_the_word_of_the_server_then_the_bytes_then_the_label() {
        assert_eq!(to_text(b"\xEF\xBB\xBFgr\xC3\xBCn", Some("latin1")), "grün");
        assert_eq!(to_text(b"\xFF\xFEa\0", None), "a");
        assert_eq!(to_text(b"gr\xFCn", Some("iso-8859-1")), "grün");
        assert_eq!(to_text("<meta charset=latin1>grün".as_bytes(), None), "<meta charset=latin1>grün");
        assert_eq!(to_text(b"<meta charset='windows-1251'>\xCC\xE8\xF0", None), "<meta charset='windows-1251'>Мир");
        assert_eq!(
            to_text(b"<meta content='text/html; charset=shift_jis'>\x93\xFA", None),
            "<meta content='text/html; charset=shift_jis'>日"
        );
        assert_eq!(to_text(b"gr\xFCn", None), "grün");
    }
}
