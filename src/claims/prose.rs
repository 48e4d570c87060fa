//! The paragraphs of a text that stands in a record: as a rule plain, at times with markup in it.

use super::entities::decode;
use crate::dom::Tag;
use crate::dom::text::collapse;

/// So many paragraphs are read.
const MOST: usize = 500;

/// The paragraphs of a text, without its markup.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for (number, piece) in decode(text).split('<').enumerate() {
        let tag = if number == 0 { None } else { tag(piece) };
        let rest = match tag {
            Some((ends, rest)) => {
                if ends {
                    paragraphs.push(String::new());
                }
                rest
            }
            None if number == 0 => piece,
            None => {
                add(&mut paragraphs, "<");
                piece
            }
        };
        for (number, line) in rest.split('\n').enumerate() {
            if number > 0 {
                paragraphs.push(String::new());
            }
            add(&mut paragraphs, line);
        }
        if paragraphs.len() > MOST {
            break;
        }
    }
    paragraphs.iter().map(|text| collapse(text)).filter(|text| !text.is_empty()).take(MOST).collect()
}

fn add(paragraphs: &mut [String], text: &str) {
    paragraphs.last_mut().into_iter().for_each(|last| last.push_str(text));
}

/// Whether the tag that a piece begins with ends a paragraph, and what follows the tag.
fn tag(piece: &str) -> Option<(bool, &str)> {
    let (tag, rest) = piece.split_once('>')?;
    let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let name = name.to_ascii_lowercase();
    let known = name.starts_with(|c: char| c.is_ascii_alphabetic());
    known.then(|| (name == "br" || !Tag::from_name(&name).is_inline(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_parts_paragraphs_and_goes() {
        let told = paragraphs("<p>A <b>mill</b> &amp; a ford.</p><p>3 < 5, &lt;br&gt;she said</p>\nand\n\nleft.");
        assert_eq!(told, ["A mill & a ford.", "3 < 5,", "she said", "and", "left."]);
    }
}
