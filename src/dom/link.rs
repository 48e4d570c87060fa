//! Addresses. A [`Link`] is the only one that an article can hold, and it can only be made by a [`Base`] (or read back
//! from a stored article through the same sieve): http, https, mailto, or a place within the article.

mod address;
mod punycode;

use serde::Serialize;

use super::{Attr, Document, Tag};
pub use address::Address;

/// An absolute `http`, `https` or `mailto` address, or `#NAME` for a place within the article. The default, an empty
/// one, leads nowhere and is rendered as plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Link(String);

impl From<String> for Link {
    fn from(text: String) -> Self {
        if is_allowed(&text) { Self(text) } else { Self::default() }
    }
}

impl Link {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it leads anywhere.
    #[must_use]
    pub fn is_some(&self) -> bool {
        !self.0.is_empty()
    }

    /// The name of a place within the article.
    #[must_use]
    pub fn fragment(&self) -> Option<&str> {
        self.0.strip_prefix('#')
    }

    /// A link to a place within the article.
    #[must_use]
    pub fn to_place(name: &str) -> Self {
        Self(format!("#{name}"))
    }

    /// The host that it leads to, without `www.`; empty for a place or a mail address.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
        host.strip_prefix("www.").unwrap_or(host)
    }
}

fn is_allowed(text: &str) -> bool {
    let fragment = text.strip_prefix('#').is_some_and(|name| !name.is_empty());
    let scheme = ["https://", "http://", "mailto:"].iter().any(|scheme| text.starts_with(scheme));
    (fragment || scheme) && !text.chars().any(char::is_control)
}

/// What relative addresses are relative to.
#[derive(Clone, Debug, Default)]
pub struct Base {
    page: Option<Address>,
    base: Option<Address>,
}

impl Base {
    /// The base of a page: its `base` element, itself relative to the page's address; else that address; else the
    /// address that the page calls its own.
    #[must_use]
    pub fn of(doc: &Document) -> Self {
        let page = web_address(doc.url()).or_else(|| own_address(doc));
        let element = doc.nodes().find(|node| doc.tag(*node) == Tag::Base && doc.has_attr(*node, Attr::Href));
        let href = element.and_then(|node| doc.attr(node, Attr::Href));
        let base = href.and_then(|href| Address::of(href, page.as_ref())).filter(Address::is_web);
        Self { base: base.or_else(|| page.clone()), page }
    }

    /// The page's own address.
    #[must_use]
    pub fn page(&self) -> Option<&Address> {
        self.page.as_ref()
    }

    /// An address as a link, or nothing where it leads nowhere that an article may lead to. `#name`, and the page's
    /// own address with a fragment, become a place.
    #[must_use]
    pub fn link(&self, href: &str) -> Option<Link> {
        let address = Address::of(href, self.base.as_ref())?;
        let place = if address.is_web() { self.place(&address) } else { None };
        place.or_else(|| Some(Link::from(String::from(address))).filter(Link::is_some))
    }

    /// As [`Base::link`], but never a place: for pictures, players and metadata.
    #[must_use]
    pub fn address(&self, href: &str) -> Option<Link> {
        let href = href.trim_matches(|c: char| c.is_ascii_whitespace() || c.is_control());
        if href.is_empty() || href.starts_with('#') {
            return None;
        }
        Address::of(href, self.base.as_ref()).filter(Address::is_web).map(|address| Link(address.into()))
    }

    /// The place within the page that an address names.
    fn place(&self, address: &Address) -> Option<Link> {
        let name = address.fragment().filter(|name| !name.is_empty() && !name.starts_with(":~:"))?;
        let mut here = self.page.iter().chain(&self.base);
        here.any(|other| other.document() == address.document()).then(|| Link::to_place(&decoded(name)))
    }
}

fn web_address(text: &str) -> Option<Address> {
    Address::of(text, None).filter(Address::is_web)
}

/// What the page calls its own address: `link rel=canonical`, `og:url`.
fn own_address(doc: &Document) -> Option<Address> {
    doc.nodes().find_map(|node| match doc.tag(node) {
        Tag::Link if doc.attr(node, Attr::Rel).is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
            web_address(doc.attr(node, Attr::Href)?)
        }
        Tag::Meta if doc.attr(node, Attr::Property) == Some("og:url") => web_address(doc.attr(node, Attr::Content)?),
        _ => None,
    })
}

/// Undoes percent-encoding where the result is UTF-8.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let hex = |digit: Option<u8>| digit.and_then(|digit| char::from(digit).to_digit(16));
        match (byte, hex(ahead.next()), hex(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(page: &str, base: &str) -> Base {
        let page = Address::of(page, None);
        Base { base: Address::of(base, page.as_ref()), page }
    }

    #[test]
    fn addresses_resolve_against_the_base_and_places_stay_places() {
        let base = base("https://brook.example/2024/eels.html", "/assets/v2/");
        let link = |href| base.link(href).map(|link| link.as_str().to_owned());
        assert_eq!(link("../../notes/scale.html").as_deref(), Some("https://brook.example/notes/scale.html"));
        assert_eq!(link("?table=weeks").as_deref(), Some("https://brook.example/assets/v2/?table=weeks"));
        assert_eq!(link("#fn%3A1").as_deref(), Some("#fn:1"));
        assert_eq!(link("https://brook.example/2024/eels.html#x").as_deref(), Some("#x"));
        assert_eq!(base.address("#x"), None);
        assert_eq!(base.address("//a.example/p.jpg").unwrap().host(), "a.example");
    }

    #[test]
    fn only_the_web_and_mail_are_led_to() {
        let base = base("https://a.example/", "");
        for href in [
            "javascript:x()",
            " java\tscript:x()",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://a/1",
        ] {
            assert_eq!(base.link(href), None, "{href}");
            assert_eq!(Link::from(href.to_owned()), Link::default(), "{href}");
        }
        assert!(base.link("mailto:a@b.example").is_some());
    }

    #[test]
    fn hosts_beyond_ascii_are_written_in_punycode() {
        let base = base("https://a.example/", "");
        assert_eq!(base.link("https://bücher.example/x?y").unwrap().as_str(), "https://xn--bcher-kva.example/x?y");
    }
}
