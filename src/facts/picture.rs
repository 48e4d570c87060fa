//! Which of a picture's addresses is the picture: lazy loaders put a placeholder in `src` and the address elsewhere.

use crate::data::media::{LAZY_ATTRIBUTES, PLACEHOLDER_NAMES};
use crate::dom::{Attr, Base, Document, Link, NodeId, Tag};

/// The widest picture that is asked for where there is a choice, in pixels: sharp on a 720 px column at 2×, and no more.
const WIDE_ENOUGH: f32 = 1600.0;

/// A picture at the best of its addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its address.
    pub src: Link,
    /// What it shows, in words.
    pub alt: String,
    /// Its width as the page gives it, 0 where it does not.
    pub width: u16,
    /// Its height, likewise.
    pub height: u16,
}

/// The picture of an `img` (or its AMP kin), with the sources of the `picture` around it.
#[must_use]
pub fn best_of(doc: &Document, base: &Base, img: NodeId) -> Option<Picture> {
    let mut found = Found::default();
    if let Some(picture) = doc.parent(img).filter(|parent| doc.tag(*parent) == Tag::Picture) {
        for source in doc.children(picture).filter(|child| doc.tag(*child) == Tag::Source) {
            found.read(doc, base, source);
        }
    }
    found.read(doc, base, img);
    let size = |attr| doc.attr(img, attr).and_then(|text| text.trim().trim_end_matches("px").parse().ok()).unwrap_or(0);
    let alt = doc.attr(img, Attr::Alt).map(crate::dom::text::collapse).unwrap_or_default();
    Some(Picture { src: found.best()?, alt, width: size(Attr::Width), height: size(Attr::Height) })
}

/// The addresses that a picture gives, by how they were given.
#[derive(Default)]
struct Found {
    /// From a lazy loader's set, with the width promised.
    sets: Vec<(Link, f32)>,
    lazy: Option<Link>,
    plain: Option<Link>,
}

impl Found {
    fn read(&mut self, doc: &Document, base: &Base, node: NodeId) {
        for (attr, value) in doc.attrs(node) {
            // Loaders' attributes have names of their own.
            let name = || doc.attr_name(attr);
            match attr {
                Attr::Srcset => self.read_set(base, value),
                Attr::Src => self.plain = self.plain.take().or_else(|| real(base, value)),
                Attr::Other(_) if name().ends_with("srcset") => self.read_set(base, value),
                Attr::Other(_) if LAZY_ATTRIBUTES.contains(&name()) || names_a_picture(value) => {
                    self.lazy = self.lazy.take().or_else(|| real(base, value));
                }
                _ => {}
            }
        }
    }

    fn read_set(&mut self, base: &Base, value: &str) {
        self.sets.extend(candidates(value).filter_map(|(url, width)| Some((real(base, url)?, width))));
    }

    /// The widest of a set, up to what is wide enough; else what the loader would load; else what stands there.
    fn best(self) -> Option<Link> {
        let fits = |width: f32| if width <= WIDE_ENOUGH { width } else { WIDE_ENOUGH * WIDE_ENOUGH / width };
        let widest = self.sets.into_iter().max_by(|a, b| fits(a.1).total_cmp(&fits(b.1)));
        widest.map(|(link, _)| link).or(self.lazy).or(self.plain)
    }
}

/// An address that is a picture and not its placeholder.
fn real(base: &Base, value: &str) -> Option<Link> {
    let value = value.trim();
    if is_placeholder(value) {
        return None;
    }
    base.address(value)
}

/// Whether an address is a loader's placeholder: a picture written into the page, or one whose file is named as such.
#[must_use]
pub fn is_placeholder(url: &str) -> bool {
    let scheme = url.get(..5).unwrap_or(url);
    if url.is_empty() || scheme.eq_ignore_ascii_case("data:") || scheme.eq_ignore_ascii_case("blob:") {
        return true;
    }
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_ascii_lowercase();
    PLACEHOLDER_NAMES.iter().any(|name| {
        stem == *name
            || stem
                .strip_prefix(name)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.len() <= 8)
    })
}

/// Whether a value reads as the address of a picture and nothing else (no JSON, no list).
fn names_a_picture(value: &str) -> bool {
    let value = value.trim();
    let path = value.split(['?', '#']).next().unwrap_or(value).to_ascii_lowercase();
    let picture = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"].iter().any(|ending| path.ends_with(ending));
    let address = ["https://", "http://", "/", "./", "../"].iter().any(|start| value.starts_with(start));
    picture && address && !value.contains(['{', '}', '"', ' ', '<', '\n'])
}

/// The candidates of a `srcset` with the width that each promises: 2x counts as 1600, 1x as 800 (the HTML standard,
/// "parse a srcset attribute").
fn candidates(srcset: &str) -> impl Iterator<Item = (&str, f32)> {
    let mut rest = srcset;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (url, after) = rest.split_at_checked(end)?;
        if let Some(url) = url.strip_suffix(',') {
            rest = after;
            return Some((url.trim_end_matches(','), 800.0));
        }
        let (descriptor, after) = after.split_once(',').unwrap_or((after, ""));
        rest = after;
        Some((url, promised(descriptor.trim())))
    })
}

/// Whole pixels; of a density its tenths count too.
fn promised(descriptor: &str) -> f32 {
    let whole = |text: &str| text.trim().parse::<u16>().ok().map(f32::from);
    let width = descriptor.strip_suffix('w').and_then(whole);
    let density = descriptor.strip_suffix('x').and_then(|text| {
        let (ones, tenths) = text.split_once('.').unwrap_or((text, "0"));
        Some(whole(ones)? + whole(tenths.get(..1)?)? / 10.0)
    });
    width.or_else(|| density.map(|density| density * 800.0)).unwrap_or(800.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_read_as_the_standard_says() {
        let read = |set| candidates(set).map(|(url, width)| (url.to_owned(), width as u32)).collect::<Vec<_>>();
        assert_eq!(read("a.jpg 300w, b,c.jpg 1200w"), [("a.jpg".into(), 300), ("b,c.jpg".into(), 1200)]);
        assert_eq!(read("a.jpg, b.jpg 2x"), [("a.jpg".into(), 800), ("b.jpg".into(), 1600)]);
        assert_eq!(read("only.webp"), [("only.webp".into(), 800)]);
        assert_eq!(read(" , "), []);
    }

    #[test]
    fn placeholders_are_known_by_their_names() {
        for url in [
            "",
            "data:image/gif;base64,R0",
            "/static/blank.gif",
            "https://a.example/img/grey.svg",
            "/1x1.png?x=1",
            "/placeholder-16x9.png",
        ] {
            assert!(is_placeholder(url), "{url}");
        }
        for url in ["/media/greyhounds.jpg", "https://a.example/blanket.jpg", "/p/old.jpg"] {
            assert!(!is_placeholder(url), "{url}");
        }
    }
}
