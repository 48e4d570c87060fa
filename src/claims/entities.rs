//! Character references in values that are no markup: JSON-LD, `meta` contents written twice over.

use crate::data::entities::NAMED;

/// A text with its character references decoded; what is none stays as it is.
#[must_use]
pub fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let (c, len) = reference(after).unwrap_or(('&', 1));
        out.push(c);
        rest = after.get(len..).unwrap_or("");
    }
    out.push_str(rest);
    out
}

/// The character of a reference at the start of a text, and how long the reference is.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.char_indices().take(12).find(|(_, c)| *c == ';')?.0;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
            char::from_u32(windows_1252(code)).filter(|c| *c != '\0')?
        }
        None => named(name)?,
    };
    Some((c, end + 1))
}

fn named(name: &str) -> Option<char> {
    let row = NAMED.split(' ').filter_map(|row| row.split_once('=')).find(|row| row.0 == name)?;
    u32::from_str_radix(row.1, 16).ok().and_then(char::from_u32)
}

/// Numbers 128 to 159 mean windows-1252, as in HTML.
fn windows_1252(code: u32) -> u32 {
    const TABLE: [u32; 32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
        0x17E, 0x178,
    ];
    code.checked_sub(128).and_then(|at| TABLE.get(at as usize).copied()).unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded_and_other_ampersands_stay() {
        assert_eq!(
            decode("Se&aacute;n O&#39;Dell &amp; S&#xF6;hne &mdash; R&D; &bogus; &#150;"),
            "Seán O'Dell & Söhne — R&D; &bogus; –"
        );
    }
}
