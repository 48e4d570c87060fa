//! The publication's name, and the address that the page calls its own.

use super::Sources;
use crate::claims::{Field, Source};
use crate::data::Hints;
use crate::dom::text::{collapse, fold};
use crate::dom::{Attr, NodeId, Tag};

/// How much each source's word counts.
const TRUST: &[(Source, f32)] = &[
    (Source::OpenGraph, 1.0),
    (Source::JsonLd, 0.9),
    (Source::JsonLdPage, 0.8),
    (Source::Meta, 0.5),
    (Source::Microdata, 0.4),
];

/// The publication's name: what is claimed, the more so where the host or the page's title says it too; else a part of
/// the title that the site's own link to its front bears.
pub fn name(sources: &Sources) -> Option<String> {
    let mut names: Vec<(String, f32)> = Vec::new();
    for (source, trust) in TRUST {
        for claim in sources.claims.from(Field::Site, *source).take(2) {
            put(&mut names, &claim.text, *trust);
        }
    }
    let title =
        sources.claims.first(Field::Title, Source::TitleTag).map(|claim| claim.text.clone()).unwrap_or_default();
    let parts: Vec<String> =
        title.split(['|', '–', '—', '·', '»', '_', '｜', ':']).flat_map(|part| part.split(" - ")).map(fold).collect();
    let host = host_letters(sources.doc.url());
    for home in home_names(sources) {
        let folded = fold(&home);
        let known = names.iter().any(|row| fold(&row.0) == folded);
        if known || parts.len() > 1 && parts.contains(&folded) {
            put(&mut names, &home, 0.7);
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

/// A host's name as bare letters and digits.
fn host_letters(url: &str) -> String {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
    host.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect()
}

/// What the links to the site's front say: text, or the name of the logo in them.
fn home_names(sources: &Sources) -> Vec<String> {
    let doc = sources.doc;
    let leads_home = |node: &NodeId| {
        let href = doc.attr(*node, Attr::Href).unwrap_or("").trim();
        let root = href.split_once("://").is_some_and(|(_, rest)| rest.trim_end_matches('/').split('/').count() == 1);
        doc.tag(*node) == Tag::A && (href == "/" || root && sources.doc.url().starts_with(href.trim_end_matches('/')))
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
