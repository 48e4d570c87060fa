//! Addresses as validators want them: what is no character of an address is written in percent.

use std::fmt::Write;

/// Characters besides letters and digits that may stand behind an address's host (RFC 3986).
const LEGAL: &[u8] = b"-._~!$&'()*+,;=:@/?";

/// An address that is valid to the letter; nothing where its host can't be told.
pub fn valid(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    if scheme == "mailto" {
        return rest.contains('@').then(|| format!("mailto:{}", encoded(rest)));
    }
    let rest = rest.strip_prefix("//").filter(|_| scheme == "http" || scheme == "https")?;
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (name, port) = host.rsplit_once(':').unwrap_or((host, "0"));
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    (is_name && port.parse::<u16>().is_ok()).then(|| format!("{scheme}://{host}{}", encoded(path)))
}

/// What is no character of an address in percent; the first `#` parts off the fragment.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_fragment = false;
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let is_escape = || bytes.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let stays = match byte {
            b'#' => !std::mem::replace(&mut in_fragment, true),
            b'%' => is_escape(),
            _ => byte.is_ascii_alphanumeric() || LEGAL.contains(byte),
        };
        if stays {
            out.push(char::from(*byte));
        } else {
            in_percent(*byte, &mut out);
        }
    }
    out
}

fn in_percent(byte: u8, out: &mut String) {
    // Writing to a text cannot fail.
    let _ = write!(out, "%{byte:02X}");
}

#[cfg(test)]
mod tests {
    use super::valid;

    #[test]
    fn what_is_no_character_of_an_address_is_escaped() {
        let all = [
            ("https://a.example/b c|d?e=[f]#g#h", Some("https://a.example/b%20c%7Cd?e=%5Bf%5D#g%23h")),
            ("https://a.example/100%/%41", Some("https://a.example/100%25/%41")),
            ("https://a.example/ü", Some("https://a.example/%C3%BC")),
            ("https://a.example:8080", Some("https://a.example:8080")),
            ("https://a.example:x/", None),
            ("https://a b/", None),
            ("http://", None),
            ("mailto:a@b.example", Some("mailto:a@b.example")),
            ("mailto:", None),
            ("javascript:x()", None),
        ];
        for (from, to) in all {
            assert_eq!(valid(from).as_deref(), to, "{from}");
        }
    }
}
