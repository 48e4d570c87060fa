//! The publication's name, and the address that the page calls its own.

use super::Sources;
use crate::claims::{Field, Source};
use crate::data::Hints;
use crate::dom::text::{collapse, fold};
use crate::dom::{Attr, NodeId, Place, Tag};

/// How much each source's word counts.
const TRUST: &[(Source, f32)] = &[
    (Source::OpenGraph, 1.0),
    (Source::JsonLd, 0.9),
    (Source::JsonLdPage, 0.8),
    (Source::Meta, 0.5),
    (Source::Microdata, 0.4),
];
/// What parts a title's pieces, for looking whether one of them is a site's name.
const PARTS: [char; 9] = ['|', '–', '—', '·', '»', '_', '｜', ':', '•'];

/// What the site is called.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// The publication's name.
    pub name: Option<String>,
    /// All that the page calls its site, the parts of its host too: folded, without spaces.
    known: Vec<String>,
}

impl Site {
    /// Whether a text is a name of the site, or such a name with a word or two more or less.
    pub fn is(&self, text: &str) -> bool {
        let bare = bare(text);
        let near = |known: &String| {
            let (short, long) = if known.len() < bare.len() { (known, &bare) } else { (&bare, known) };
            short.len() * 2 > long.len() && short.len() >= 4 && (long.starts_with(short) || long.ends_with(short))
        };
        !bare.is_empty() && self.known.iter().any(|known| *known == bare || near(known))
    }

    /// Whether a text is exactly a name of the site.
    pub fn is_exactly(&self, text: &str) -> bool {
        let bare = bare(text);
        !bare.is_empty() && self.known.contains(&bare)
    }
}

/// A text folded, without spaces: as hosts write it.
pub fn bare(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// What the site is called: what is claimed, the more so where the host or the page's title says it too; else a part of
/// the title that the site's own link to its front bears.
pub fn of(sources: &Sources) -> Site {
    let host = host(sources);
    let homes = home_names(sources, &host);
    let titles: Vec<&str> = sources.claims.of(Field::Title).map(|claim| claim.text.as_str()).collect();
    let mut known: Vec<String> = host_names(&host);
    let claimed = sources.claims.of(Field::Site).map(|claim| &claim.text);
    for name in claimed.chain(&homes).map(|name| bare(name)) {
        if !name.is_empty() && !titles.iter().any(|title| bare(title) == name) {
            known.push(name);
        }
    }
    Site { name: name(sources, &homes, &host), known }
}

fn name(sources: &Sources, homes: &[String], host: &str) -> Option<String> {
    let mut names: Vec<(String, f32)> = Vec::new();
    for (source, trust) in TRUST {
        for claim in sources.claims.from(Field::Site, *source).take(2) {
            put(&mut names, &claim.text, *trust);
        }
    }
    let title = sources.claims.first(Field::Title, Source::TitleTag).map_or("", |claim| claim.text.as_str());
    let parts: Vec<String> =
        title.split(PARTS).flat_map(|part| part.split(" - ")).flat_map(|part| part.split("--")).map(fold).collect();
    let host: String = host.chars().filter(char::is_ascii_alphanumeric).collect();
    for home in homes {
        let folded = fold(home);
        let known = names.iter().any(|row| fold(&row.0) == folded);
        if known || parts.len() > 1 && parts.contains(&folded) {
            put(&mut names, home, 0.7);
        }
    }
    for row in &mut names {
        let letters: String = fold(&row.0).chars().filter(char::is_ascii_alphanumeric).collect();
        row.1 += if letters.len() >= 3 && host.contains(&letters) { 0.8 } else { 0.0 };
        row.1 += if parts.len() > 1 && parts.contains(&fold(&row.0)) { 0.4 } else { 0.0 };
    }
    let best = names.iter().fold(
        None,
        |best: Option<&(String, f32)>, next| if best.is_none_or(|best| next.1 > best.1) { Some(next) } else { best },
    );
    best.map(|row| row.0.clone())
}

fn put(names: &mut Vec<(String, f32)>, name: &str, weight: f32) {
    let name = name.trim().trim_start_matches('@');
    let is_address = name.contains("://") || name.is_empty() || name.chars().count() > 80;
    if is_address {
        return;
    }
    match names.iter_mut().find(|row| fold(&row.0) == fold(name)) {
        Some(row) => row.1 += weight,
        None => names.push((name.to_owned(), weight)),
    }
}

/// The page's host, in small letters; of an archived copy the original's. A file still says what it was.
fn host(sources: &Sources) -> String {
    let of = |url: &str| Place::of(url).host.split(':').next().unwrap_or("").to_owned();
    let own = of(sources.doc.url());
    crate::dom::text::lower(&if own.is_empty() { canonical(sources).map_or(own, |url| of(&url)) } else { own })
}

/// What a host calls the site: each of its labels but the last, with what follows it and without.
fn host_names(host: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = host.strip_prefix("www.").unwrap_or(host);
    while let Some((label, after)) = rest.split_once('.') {
        names.extend([bare(label), bare(rest)]);
        rest = after;
    }
    names
}

/// What the links to the site's front say: text, or the name of the logo in them.
fn home_names(sources: &Sources, host: &str) -> Vec<String> {
    let doc = sources.doc;
    let leads_home = |node: &NodeId| {
        if doc.tag(*node) != Tag::A {
            return false;
        }
        let href = doc.attr(*node, Attr::Href).unwrap_or("").trim();
        let place = href.rfind("://").and_then(|at| href.get(at + 3..)).unwrap_or("/").trim_end_matches('/');
        href == "/" || !place.contains('/') && host == place
    };
    let says = |node: NodeId| {
        let text = collapse(doc.text(node));
        let logo = doc.below(node).filter(|at| doc.tag(*at) == Tag::Img).find_map(|at| doc.attr(at, Attr::Alt));
        let title = doc.attr(node, Attr::Title).or_else(|| doc.attr(node, Attr::AriaLabel));
        let text = if text.is_empty() { logo.or(title).map(collapse).unwrap_or_default() } else { text };
        Some(text).filter(|text| !text.is_empty() && text.chars().count() <= 40)
    };
    let in_way = |node: &NodeId| sources.facts.hints_around(*node).has(Hints::BREADCRUMB);
    doc.subtree(doc.body()).filter(leads_home).filter(|node| !in_way(node)).filter_map(says).take(4).collect()
}

/// The address that the page calls its own.
pub fn canonical(sources: &Sources) -> Option<String> {
    let claimed =
        [Source::Rel, Source::OpenGraph].iter().find_map(|source| sources.claims.first(Field::Canonical, *source));
    claimed.and_then(|claim| sources.base.address(&claim.text)).map(|link| link.as_str().to_owned())
}
