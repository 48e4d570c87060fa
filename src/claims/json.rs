//! JSON as pages write it: read as it stands, else mended once in the ways in which sites break it.

use serde_json::Value;

/// All values in a script's text.
pub fn values(text: &str) -> Vec<Value> {
    let text = text.trim();
    let whole = |text: &str| -> Option<Vec<Value>> {
        serde_json::Deserializer::from_str(text).into_iter().collect::<Result<_, _>>().ok()
    };
    whole(text)
        .or_else(|| {
            whole(&mended(
                &["<![CDATA[", "]]>", "<!--", "-->"].iter().fold(text.to_owned(), |text, mark| text.replace(mark, "")),
            ))
        })
        .unwrap_or_default()
}

/// The text from its first bracket to its last, with what sites get wrong put right: line breaks and tabs within strings, escapes that JSON does not have, commas before a closing bracket.
fn mended(text: &str) -> String {
    let start = text.find(['{', '[']).unwrap_or(0);
    let end = text.rfind(['}', ']']).map_or(text.len(), |at| at + 1);
    let mut out = String::with_capacity(text.len());
    let mut chars = text.get(start..end).unwrap_or(text).chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                quoted = !quoted;
                out.push(c);
            }
            '\\' if quoted => match chars.next() {
                Some(next @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u')) => out.extend(['\\', next]),
                Some(next) => out.push(next),
                None => {}
            },
            '\n' | '\r' | '\t' if quoted => out.push(' '),
            _ if quoted && c.is_control() => {}
            ',' if !quoted => {
                while chars.next_if(|next| next.is_whitespace()).is_some() {}
                if !matches!(chars.peek(), Some('}' | ']') | None) {
                    out.push(',');
                }
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sites_break_is_mended() {
        let read = |text: &str| values(text).first().map(|value| value["a"].to_string());
        assert_eq!(read(r#"{"a":1}"#).as_deref(), Some("1"));
        assert_eq!(read("//<![CDATA[\n{\"a\":\"x\ny\",}\n//]]>").as_deref(), Some("\"x y\""));
        assert_eq!(read(r#"{"a":"it\'s"};"#).as_deref(), Some("\"it's\""));
        assert_eq!(values(r#"{"a":1}{"a":2}"#).len(), 2);
        assert!(values("no json").is_empty());
    }
}
