//! Pictures, and what pages embed from elsewhere.

use super::flow::Page;
use super::{Embed, Image, Link};
use crate::data::media::{PLAYERS, Player};
use crate::dom::text::collapse;
use crate::dom::{Attr, NodeId, Tag};
use crate::facts::picture::{best_of, is_placeholder};

/// The picture of an `img`, unless a `noscript` twin beside it has been taken for it.
pub fn image(page: &Page, node: NodeId) -> Option<Image> {
    let picture = best_of(page.doc, page.base, node)?;
    let image = Image { src: picture.src, alt: picture.alt, width: picture.width, height: picture.height };
    if is_twin(page, node) { None } else { Some(image) }
}

/// Whether an `img` in a `noscript` repeats a picture that stands beside that `noscript`.
fn is_twin(page: &Page, node: NodeId) -> bool {
    let doc = page.doc;
    let Some(noscript) = doc.ancestors(node).find(|at| doc.tag(*at) == Tag::Noscript) else { return false };
    let Some(parent) = doc.parent(noscript) else { return false };
    let beside = doc.below(parent).filter(|at| doc.tag(*at).is_image() && !doc.contains(noscript, *at));
    let near = beside.filter(|at| doc.lineage(*at).take(3).any(|up| doc.parent(up) == Some(parent)));
    near.into_iter().any(|at| best_of(doc, page.base, at).is_some())
}

/// A frame, player or file as a link to where it is seen; nothing where its host is not known for content.
pub fn embed(page: &Page, node: NodeId) -> Option<Embed> {
    let doc = page.doc;
    let title = [Attr::Title, Attr::AriaLabel]
        .iter()
        .find_map(|attr| doc.attr(node, *attr))
        .map(collapse)
        .filter(|text| !text.is_empty());
    let poster = doc.attr(node, Attr::Poster).filter(|url| !is_placeholder(url)).and_then(|url| page.base.address(url));
    if let Some(id) =
        doc.attrs(node).find(|(attr, _)| doc.tag(node) == Tag::AmpYoutube && doc.attr_name(*attr) == "data-videoid")
    {
        let href = Link::from(format!("https://www.youtube.com/watch?v={}", id.1));
        return Some(Embed { href, title: title.unwrap_or_else(|| "YouTube".to_owned()), poster });
    }
    let mut addresses = addresses(page, node);
    if matches!(doc.tag(node), Tag::Video | Tag::Audio | Tag::AmpVideo | Tag::AmpAudio) {
        let href = addresses.next()?;
        let title = title.unwrap_or_else(|| file_name(&href));
        return Some(Embed { href, title, poster });
    }
    addresses.find_map(|href| framed(&href, title.clone(), poster.clone()))
}

/// Where an element says its content is: its own address, a lazy loader's, its sources'.
fn addresses<'a>(page: &'a Page, node: NodeId) -> impl Iterator<Item = Link> + 'a {
    let doc = page.doc;
    let holds = |name: &str| {
        matches!(name, "src" | "data-src" | "data-lazy-src" | "data-original" | "data-url" | "data-embed-url" | "data")
    };
    let of =
        move |at: NodeId| doc.attrs(at).filter(move |(attr, _)| holds(doc.attr_name(*attr))).map(|(_, value)| value);
    let sources = doc.children(node).filter(move |child| doc.tag(*child) == Tag::Source);
    of(node).chain(sources.flat_map(of)).filter_map(|value| page.base.address(value))
}

/// What a known host frames.
fn framed(href: &Link, title: Option<String>, poster: Option<Link>) -> Option<Embed> {
    let known = PLAYERS.iter().find(|player| is_at(href, player.host))?;
    let title = title.unwrap_or_else(|| known.name.to_owned());
    Some(Embed { href: seen_at(href, known), title, poster })
}

/// Whether an address is at a host, or below its path.
fn is_at(href: &Link, place: &str) -> bool {
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let at_host = href.host() == host || href.host().strip_suffix(host).is_some_and(|sub| sub.ends_with('.'));
    at_host && (path.is_empty() || href.as_str().contains(&format!("{host}/{path}")))
}

/// Where a framed piece is seen by itself.
fn seen_at(href: &Link, player: &Player) -> Link {
    let piece = href.as_str().split_once(player.marker).filter(|_| !player.page.is_empty()).map(|(_, rest)| rest);
    let name = piece.map(|rest| rest.split(['?', '#', '&']).next().unwrap_or(rest)).filter(|name| !name.is_empty());
    name.map_or_else(|| href.clone(), |name| Link::from(format!("{}{name}", player.page)))
}

fn file_name(href: &Link) -> String {
    let path = href.as_str().split(['?', '#']).next().unwrap_or("");
    path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(href.host()).to_owned()
}
