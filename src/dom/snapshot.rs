//! A page as the browser's script hands it over, and how it is read.
//!
//! `extension/content/snapshot.js` walks the page's flat tree (shadow roots and slots in place) and writes four
//! strings. They cross every boundary between a page and a background as they are, copied once.
//!
//! - `layout`: a stream of numbers. A number below 2^15 is one UTF-16 unit; a larger one is two, the first of them
//!   2^15 plus the high part, the second the low 15 bits. The stream is a sequence of records:
//!   - `0`: close the element opened last;
//!   - `1 LENGTH`: a text of that many UTF-16 units, the next of `text`;
//!   - `2 NAME FLAGS COUNT (NAME LENGTH)*`: open an element with COUNT attributes; each value is the next of `attrs`.
//!     FLAGS are those of [`Flags`].
//! - `names`: element and attribute names, a line each; NAME is a line's number. Nothing is shared between the script
//!   and this decoder but this description.
//! - `text`, `attrs`: all texts and all values, run together.
//!
//! The text of a data script (JSON-LD, TeX) travels as an attribute named `#script`. Whoever writes a snapshot makes
//! its strings well-formed first, so that no surrogate is lost on the way and lengths hold.

use serde::{Deserialize, Serialize};

use super::{Document, DocumentBuilder, Flags};

/// The version of the format that this decoder reads.
pub const VERSION: u32 = 1;

/// A page as four strings; see the [module](self).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// The format's version, [`VERSION`].
    pub version: u32,
    /// The page's address.
    pub url: String,
    /// Element and attribute names, a line each.
    pub names: String,
    /// The records.
    pub layout: String,
    /// All texts, run together.
    pub text: String,
    /// All attribute values, run together.
    pub attrs: String,
}

/// What can be wrong with a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SnapshotError {
    /// Another version wrote it.
    #[error("the snapshot has version {0}, not {VERSION}: reload the page and the extension")]
    Version(u32),
    /// The layout names something that is not there.
    #[error("the snapshot is damaged at unit {0} of its layout: take it again")]
    Damaged(usize),
}

/// Reads a snapshot.
///
/// # Errors
/// When another version wrote it or it is damaged.
pub fn decode(snapshot: &Snapshot) -> Result<Document, SnapshotError> {
    if snapshot.version != VERSION {
        return Err(SnapshotError::Version(snapshot.version));
    }
    let names: Vec<&str> = snapshot.names.split('\n').collect();
    let mut numbers = Numbers { units: snapshot.layout.chars(), read: 0 };
    let mut text = Reel { rest: &snapshot.text };
    let mut attrs = Reel { rest: &snapshot.attrs };
    let mut builder = DocumentBuilder::new(&snapshot.url);
    builder.has_layout();
    while let Some(record) = numbers.next() {
        let done = match record {
            0 => {
                builder.close();
                Some(())
            }
            1 => numbers.next().and_then(|len| text.take(len)).map(|text| builder.text(text)),
            2 => open(&mut builder, &mut numbers, &names, &mut attrs),
            _ => None,
        };
        done.ok_or(SnapshotError::Damaged(numbers.read))?;
    }
    Ok(builder.finish())
}

fn open(builder: &mut DocumentBuilder, numbers: &mut Numbers, names: &[&str], attrs: &mut Reel) -> Option<()> {
    let name = names.get(numbers.next()? as usize)?;
    let flags = Flags::from_bits(numbers.next()?);
    builder.open(name, flags);
    for _ in 0..numbers.next()? {
        let name = names.get(numbers.next()? as usize)?;
        let value = attrs.take(numbers.next()?)?;
        builder.attribute(name, value);
    }
    Some(())
}

/// The numbers of a layout.
struct Numbers<'a> {
    units: std::str::Chars<'a>,
    read: usize,
}

impl Numbers<'_> {
    fn next(&mut self) -> Option<u32> {
        let first = self.unit()?;
        if first < 0x8000 {
            return Some(first);
        }
        Some(((first - 0x8000) << 15) | (self.unit()? & 0x7FFF))
    }

    fn unit(&mut self) -> Option<u32> {
        self.read += 1;
        self.units.next().map(u32::from)
    }
}

/// A string from which pieces are taken by their length in UTF-16 units.
struct Reel<'a> {
    rest: &'a str,
}

impl<'a> Reel<'a> {
    fn take(&mut self, units: u32) -> Option<&'a str> {
        let mut left = units as usize;
        // In ASCII, which most pieces are, a unit is a byte.
        if let Some((piece, rest)) = self.rest.split_at_checked(left).filter(|(piece, _)| piece.is_ascii()) {
            self.rest = rest;
            return Some(piece);
        }
        let mut bytes = 0;
        for c in self.rest.chars() {
            if left == 0 {
                break;
            }
            left = left.checked_sub(c.len_utf16())?;
            bytes += c.len_utf8();
        }
        if left > 0 {
            return None;
        }
        let (piece, rest) = self.rest.split_at_checked(bytes)?;
        self.rest = rest;
        Some(piece)
    }
}

/// Writes a snapshot: the other half of [`decode`], for tests and for whoever holds a tree that is not a browser's.
#[derive(Debug, Default)]
pub struct SnapshotWriter {
    snapshot: Snapshot,
    names: Vec<String>,
}

impl SnapshotWriter {
    /// A writer for the page at `url`.
    #[must_use]
    pub fn new(url: &str) -> Self {
        let snapshot = Snapshot { version: VERSION, url: url.to_owned(), ..Snapshot::default() };
        Self { snapshot, names: Vec::new() }
    }

    /// Opens an element.
    pub fn open(&mut self, name: &str, flags: u32, attrs: &[(&str, &str)]) {
        let name = self.name(name);
        self.numbers(&[2, name, flags, attrs.len() as u32]);
        for (name, value) in attrs {
            let name = self.name(name);
            self.numbers(&[name, value.encode_utf16().count() as u32]);
            self.snapshot.attrs.push_str(value);
        }
    }

    /// Adds text.
    pub fn text(&mut self, text: &str) {
        self.numbers(&[1, text.encode_utf16().count() as u32]);
        self.snapshot.text.push_str(text);
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        self.numbers(&[0]);
    }

    /// The snapshot.
    #[must_use]
    pub fn finish(mut self) -> Snapshot {
        self.snapshot.names = self.names.join("\n");
        self.snapshot
    }

    fn name(&mut self, name: &str) -> u32 {
        let at = self.names.iter().position(|it| it == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        at as u32
    }

    fn numbers(&mut self, numbers: &[u32]) {
        for number in numbers {
            let units = if *number < 0x8000 {
                [None, Some(*number)]
            } else {
                [Some(0x8000 + (number >> 15)), Some(number & 0x7FFF)]
            };
            self.snapshot.layout.extend(units.into_iter().flatten().filter_map(char::from_u32));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Snapshot {
        let mut writer = SnapshotWriter::new("https://example.org/a");
        writer.open("html", 0, &[("lang", "de")]);
        writer.open("p", 1, &[("class", "a😀"), ("id", "x")]);
        writer.text("Grüße 😀 ");
        writer.text(&"long ".repeat(9000));
        writer.close();
        writer.close();
        writer.finish()
    }

    #[test]
    fn what_is_written_is_read() {
        let doc = decode(&sample()).unwrap();
        let p = crate::dom::NodeId(1);
        assert_eq!(doc.url(), "https://example.org/a");
        assert_eq!(doc.attr(p, crate::dom::Attr::Class), Some("a😀"));
        assert!(doc.flags(p).has(Flags::HIDDEN) && doc.has_layout());
        assert_eq!(doc.text(p).chars().count(), 8 + 45_000);
    }

    #[test]
    fn damage_is_an_error_and_never_a_panic() {
        let whole = sample();
        let units: Vec<char> = whole.layout.chars().collect();
        for cut in 0..units.len() {
            let layout = units[..cut].iter().collect();
            let _ = decode(&Snapshot { layout, ..whole.clone() });
        }
        let text = "Gr".to_owned();
        assert!(matches!(decode(&Snapshot { text, ..whole.clone() }), Err(SnapshotError::Damaged(_))));
        assert_eq!(decode(&Snapshot { version: 9, ..whole }), Err(SnapshotError::Version(9)));
    }
}
